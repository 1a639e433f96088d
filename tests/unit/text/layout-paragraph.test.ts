import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../../src/document/types.ts';
import { intrinsicWidths, layoutParagraph } from '../../../src/text/layout-paragraph.ts';
import type { InlineContent, Line, LineItem } from '../../../src/text/types.ts';
import { fixedMeasure, inlineContent, lineTexts, type Part, textContext } from '../../support/text-content.ts';

const context = textContext();

function linesOf(content: InlineContent, width: number): readonly Line[] {
  return layoutParagraph(content, fixedMeasure(width), context).lines;
}

function texts(parts: readonly Part[], width: number, style: Partial<ComputedStyle> = {}): readonly string[] {
  return lineTexts(linesOf(inlineContent(parts, style), width));
}

function itemsOf<K extends LineItem['kind']>(line: Line | undefined, kind: K): Extract<LineItem, { kind: K }>[] {
  return (line?.items ?? []).filter((item): item is Extract<LineItem, { kind: K }> => item.kind === kind);
}

describe('lines', () => {
  it('end where words end; the space there stays in the text and takes no room', () => {
    const { lines, height, usedWidth } = layoutParagraph(inlineContent(['aaa bb cccc']), fixedMeasure(70), context);
    expect(lineTexts(lines)).toEqual(['aaa bb ', 'cccc']);
    expect(lines.map((line) => [line.top, line.height, line.baseline, line.start, line.width])).toEqual([
      [0, 20, 13, 0, 60],
      [20, 20, 13, 0, 40],
    ]);
    expect([...(itemsOf(lines[0], 'run')[0]?.run.advances ?? [])]).toEqual([10, 10, 10, 10, 10, 10, 0]);
    expect(height).toBe(40);
    expect(usedWidth).toBe(60);
  });

  it('are exactly as wide as their words, and no narrower measure holds them', () => {
    expect(texts(['aaa bb'], 60)).toEqual(['aaa bb']);
    expect(texts(['aaa bb'], 59.9)).toEqual(['aaa ', 'bb']);
  });

  it('never lose a word that is too wide', () => {
    const lines = linesOf(inlineContent(['aa bbbbbbbb cc']), 30);
    expect(lineTexts(lines)).toEqual(['aa ', 'bbbbbbbb ', 'cc']);
    expect(lines[1]?.width).toBe(80);
  });

  it('cut such a word between its letters when overflow-wrap asks for it', () => {
    expect(texts(['aa bbbbbbbb cc'], 30, { overflowWrap: 'anywhere' })).toEqual(['aa ', 'bbb', 'bbb', 'bb ', 'cc']);
    expect(texts(['bbbb'], 5, { overflowWrap: 'break-word' })).toEqual(['b', 'b', 'b', 'b']);
    expect(texts(['aa', { style: {}, parts: ['bb'] }, 'cc'], 20, { overflowWrap: 'anywhere' })).toEqual([
      'aa',
      'bb',
      'cc',
    ]);
  });

  it('break after hyphens and not inside numbers and dates', () => {
    expect(texts(['non-oil'], 40)).toEqual(['non-', 'oil']);
    expect(texts(['Rp200.250,75 15.00 2021-03-01'], 10)).toEqual(['Rp200.250,75 ', '15.00 ', '2021-03-01']);
  });

  it('do not break at no-break spaces, and show nothing of a soft hyphen that they do not end at', () => {
    expect(texts(['aa\u00a0bb'], 20)).toEqual(['aa\u00a0bb']);
    const [line] = linesOf(inlineContent(['aa\u00adbb']), 40);
    expect(line?.width).toBe(40);
    expect(itemsOf(line, 'run')[0]?.run.text).toBe('aa\u00adbb');
    expect([...(itemsOf(line, 'run')[0]?.run.clusters ?? [])]).toEqual([0, 1, 3, 4]);
  });

  it('break where the whole paragraph allows it, across inline elements', () => {
    expect(texts(['aa', { style: {}, parts: ['bb cc'] }, 'dd'], 40)).toEqual(['aabb ', 'ccdd']);
    expect(texts(['Rp200', { style: {}, parts: ['.250'] }], 40)).toEqual(['Rp200.250']);
  });

  it('keep a space without width at a forced break, so that the words are not read as one', () => {
    const [first, last] = linesOf(inlineContent(['aa', 'br!', 'bb']), 100);
    const [run] = itemsOf(first, 'run');
    expect(run?.run.text).toBe('aa ');
    expect([...(run?.run.advances ?? [])]).toEqual([10, 10, 0]);
    expect([first?.width, last?.width]).toEqual([20, 20]);
  });

  it('end at a br, with one line for each but the last of all', () => {
    expect(texts(['aa', 'br!', 'bb', 'br!'], 100)).toEqual(['aa ', 'bb']);
    expect(linesOf(inlineContent(['br!', 'br!', 'aa']), 100).map((line) => line.height)).toEqual([20, 20, 20]);
  });

  it('do not exist when there is nothing to show', () => {
    expect(texts([], 100)).toEqual([]);
    expect(texts(['  \n '], 100)).toEqual([]);
    expect(texts([{ style: {}, parts: [' '] }], 100)).toEqual([]);
    expect(texts([{ style: {}, parts: [], edges: [3, 0] }], 100)).toEqual(['']);
  });

  it('take the room that the measure gives each of them', () => {
    const measure = (line: number, top: number) => ({ start: line * 5, width: top < 30 ? 40 : 80 });
    const { lines } = layoutParagraph(inlineContent(['aaaa bbbb cccc dddd']), measure, context);
    expect(lineTexts(lines)).toEqual(['aaaa ', 'bbbb ', 'cccc ', 'dddd']);
    expect(lines.map((line) => line.start)).toEqual([0, 5, 10, 15]);
  });

  it('stop before the height is passed, but give at least one, and go on from a token', () => {
    const content = inlineContent(['aa bb cc dd']);
    const first = layoutParagraph(content, fixedMeasure(20), context, undefined, 45);
    expect(lineTexts(first.lines)).toEqual(['aa ', 'bb ']);
    const next = first.lines.at(-1)?.next;
    expect(next?.line).toBe(2);
    const second = layoutParagraph(content, fixedMeasure(50), context, next, 1);
    expect(lineTexts(second.lines)).toEqual(['cc dd']);
    expect(second.lines[0]?.top).toBe(0);
    expect(second.lines[0]?.next).toBeUndefined();
  });
});

describe('white space', () => {
  it('collapses across inline elements and goes at both ends of a line', () => {
    const lines = linesOf(inlineContent(['  aa ', { style: {}, parts: [' bb\n\tcc '] }, ' ']), 200);
    expect(lineTexts(lines)).toEqual(['aa bb cc']);
    expect(lines[0]?.width).toBe(80);
  });

  it('is kept by pre, with tab stops of eight spaces', () => {
    const lines = linesOf(inlineContent(['a  b\n\tc'], { whiteSpace: 'pre' }), 30);
    expect(lineTexts(lines)).toEqual(['a  b ', 'c']);
    expect(itemsOf(lines[1], 'run')[0]?.x).toBe(80);
    expect(lines.map((line) => line.width)).toEqual([40, 90]);
  });

  it('wraps and is kept by pre-wrap, where spaces at line ends hang', () => {
    const lines = linesOf(inlineContent(['aa   bb\ncc'], { whiteSpace: 'pre-wrap' }), 30);
    expect(lineTexts(lines)).toEqual(['aa   ', 'bb ', 'cc']);
    expect(lines.map((line) => line.width)).toEqual([20, 20, 20]);
  });

  it('keeps only line ends with pre-line', () => {
    expect(texts(['aa   bb \n  cc'], 200, { whiteSpace: 'pre-line' })).toEqual(['aa bb ', 'cc']);
  });

  it('does not wrap with nowrap, but around a nowrap element it does', () => {
    expect(texts(['aa bb cc'], 20, { whiteSpace: 'nowrap' })).toEqual(['aa bb cc']);
    const nowrap = { whiteSpace: 'nowrap' } as const;
    expect(texts(['aa ', { style: nowrap, parts: ['bb cc'] }, ' dd'], 20)).toEqual(['aa ', 'bb cc ', 'dd']);
    // The box that a space stands in rules: CSS Text 3, section 5.1.
    expect(texts(['aa ', { style: nowrap, parts: ['bb cc '] }, 'dd'], 20)).toEqual(['aa ', 'bb cc dd']);
    // A space that collapses keeps its opportunity: CSS Text 3, section 4.1.1.
    expect(texts(['aa ', { style: nowrap, parts: ['bb cc '] }, ' dd'], 20)).toEqual(['aa ', 'bb cc ', 'dd']);
  });
});

describe('alignment', () => {
  it('places lines left, right and in the middle', () => {
    const starts = (textAlign: ComputedStyle['textAlign']) =>
      linesOf(inlineContent(['aa bbb'], { textAlign }), 45).map((line) => [line.start, itemsOf(line, 'run')[0]?.x]);
    expect(starts('left')).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(starts('right')).toEqual([
      [25, 25],
      [15, 15],
    ]);
    expect(starts('center')).toEqual([
      [12.5, 12.5],
      [7.5, 7.5],
    ]);
  });

  it('begins at the start when the line is too long', () => {
    expect(linesOf(inlineContent(['aaaaaa'], { textAlign: 'right' }), 45)[0]?.start).toBe(0);
  });

  it('stretches the spaces of justified lines, but not of the last and of forced ones', () => {
    const lines = linesOf(inlineContent(['a b\u00a0c ddd', 'br!', 'e fff g'], { textAlign: 'justify' }), 64);
    expect(lines.map((line) => line.width)).toEqual([64, 30, 64, 10]);
    const run = itemsOf(lines[0], 'run')[0]?.run;
    expect(run?.text).toBe('a b\u00a0c ');
    expect([...(run?.advances ?? [])]).toEqual([10, 17, 10, 17, 10, 0]);
  });

  it('balances titles without making more lines', () => {
    expect(texts(['aaa bbb ccc d'], 110, { textWrap: 'wrap' })).toEqual(['aaa bbb ccc ', 'd']);
    expect(texts(['aaa bbb ccc d'], 110, { textWrap: 'balance' })).toEqual(['aaa bbb ', 'ccc d']);
    expect(texts(['aaa bbb ccc d', 'br!', 'eee fff ggg h'], 110, { textWrap: 'balance' })).toEqual([
      'aaa bbb ',
      'ccc d ',
      'eee fff ',
      'ggg h',
    ]);
  });
});

describe('line boxes', () => {
  const box = (parts: readonly Part[], style: Partial<ComputedStyle> = {}) =>
    linesOf(inlineContent(parts, style), 500)[0];

  it('put half the leading above and below', () => {
    expect(box(['a'], { lineHeight: { number: 3 } })).toMatchObject({ height: 30, baseline: 18 });
    expect(box(['a'], { lineHeight: 'normal' })).toMatchObject({ height: 10, baseline: 8 });
    expect(box(['a'], { lineHeight: { pt: 6 } })).toMatchObject({ height: 6, baseline: 6 });
  });

  it('hold every inline box with its own line height', () => {
    const line = box(['a', { style: { fontSize: 20, lineHeight: { pt: 30 } }, parts: ['b'] }]);
    expect(line).toMatchObject({ height: 30, baseline: 21 });
  });

  it('raise and lower inline boxes', () => {
    const rise = (verticalAlign: ComputedStyle['verticalAlign'], style: Partial<ComputedStyle> = {}) => {
      const line = box(['a', { style: { verticalAlign, ...style }, parts: ['b'] }]);
      return [line?.height, line?.baseline, itemsOf(line, 'run')[1]?.run.rise];
    };
    expect(rise('baseline')).toEqual([20, 13, 0]);
    expect(rise({ pt: 4, percent: 0 })).toEqual([24, 17, 4]);
    expect(rise({ pt: 0, percent: -50 })).toEqual([30, 13, -10]);
    expect(rise('sub')).toEqual([22.75, 13, -2.75]);
    expect(rise('super')[2]).toBeCloseTo(10 / 3 + 0.75, 10);
    // Parent: content area 8 above and 2 below. Box: 20 pt line around 5 pt text, 11.5 above and 8.5 below.
    expect(rise('text-top', { fontSize: 5 })).toEqual([25, 13, -3.5]);
    expect(rise('text-bottom', { fontSize: 5 })[2]).toBeCloseTo(6.5, 10);
    // Middle of the box on the baseline and half the x-height (0.5 em) of the parent.
    expect(rise('middle', { fontSize: 5 })[2]).toBeCloseTo(2.5 - 1.5, 10);
  });

  it('align to the top and the bottom of the line', () => {
    const small = { fontSize: 5, lineHeight: { pt: 8 } } as const;
    const line = box([
      'a',
      { style: { verticalAlign: 'top', ...small }, parts: ['b'] },
      { style: { verticalAlign: 'bottom', ...small }, parts: ['c'] },
    ]);
    expect(line).toMatchObject({ height: 20, baseline: 13 });
    // 5 pt text in 8 pt: baseline 5.5 below its top and 2.5 above its bottom.
    expect(itemsOf(line, 'run').map((item) => item.run.rise)).toEqual([0, 7.5, -4.5]);
    const tall = box(['a', { style: { verticalAlign: 'top', lineHeight: { pt: 50 } }, parts: ['b'] }]);
    expect(tall).toMatchObject({ height: 50, baseline: 13 });
  });

  it('stand atoms on the baseline and make room for them', () => {
    const line = box(['a', { atom: [30, 25, 5] }, 'b']);
    expect(line).toMatchObject({ height: 32, baseline: 25, width: 50 });
    expect(itemsOf(line, 'atom')).toMatchObject([{ x: 10, y: 0 }]);
    expect(itemsOf(line, 'run').map((item) => item.x)).toEqual([0, 40]);
    const top = box(['a', { atom: [30, 10, 0], style: { verticalAlign: 'top' } }]);
    expect(itemsOf(top, 'atom')).toMatchObject([{ y: 0 }]);
  });

  it('let lines break before and after an atom, whatever stands there but glue', () => {
    expect(texts(['aa', { atom: [20, 5, 0] }, 'bb'], 20)).toEqual(['aa', '#', 'bb']);
    expect(texts(['aa', { atom: [20, 5, 0] }, '.'], 20)).toEqual(['aa', '#', '.']);
    expect(texts(['aa(', { atom: [20, 5, 0] }, ')'], 20)).toEqual(['aa(', '#', ')']);
    expect(texts(['aa\u00a0', { atom: [20, 5, 0] }, '\u00a0b'], 20)).toEqual(['aa\u00a0', '#', '\u00a0b']);
    expect(texts(['aa', { atom: [20, 5, 0] }, '\u2011b'], 20)).toEqual(['aa', '#\u2011b']);
  });
});

describe('inline boxes', () => {
  const pt = (value: number) => ({ pt: value, percent: 0 });
  const style: Partial<ComputedStyle> = {
    margin: { top: pt(0), right: pt(1), bottom: pt(0), left: pt(2) },
    padding: { top: pt(3), right: pt(4), bottom: pt(5), left: pt(6) },
    border: {
      top: { width: 1, style: 'solid', color: { r: 0, g: 0, b: 0, alpha: 1 } },
      right: { width: 2, style: 'solid', color: { r: 0, g: 0, b: 0, alpha: 1 } },
      bottom: { width: 3, style: 'solid', color: { r: 0, g: 0, b: 0, alpha: 1 } },
      left: { width: 4, style: 'solid', color: { r: 0, g: 0, b: 0, alpha: 1 } },
    },
  };
  const content = inlineContent(['aa ', { style, parts: ['bb cc'], edges: [12, 7] }, ' dd']);

  it('give the border box around the content area, before what is in it', () => {
    const [line] = linesOf(content, 500);
    expect(line?.items.map((item) => item.kind)).toEqual(['run', 'inline-box', 'run', 'run']);
    // Baseline 13; content area from 5 to 15; padding and border above 4, below 8.
    expect(itemsOf(line, 'inline-box')).toMatchObject([
      { x: 32, y: 1, width: 10 + 50 + 6, height: 22, isFirst: true, isLast: true },
    ]);
    expect(itemsOf(line, 'run').map((item) => item.x)).toEqual([0, 42, 99]);
    expect(line?.width).toBe(129);
  });

  it('are cut at line ends, with their edges where they begin and end', () => {
    const lines = linesOf(content, 72);
    expect(lineTexts(lines)).toEqual(['aa bb ', 'cc dd']);
    expect(itemsOf(lines[0], 'inline-box')).toMatchObject([{ x: 32, width: 30, isFirst: true, isLast: false }]);
    expect(itemsOf(lines[1], 'inline-box')).toMatchObject([{ x: 0, width: 26, isFirst: false, isLast: true }]);
    expect(lines.map((line) => line.width)).toEqual([62, 57]);
  });

  it('have no edge where a block interrupts them', () => {
    const interrupted = inlineContent([{ style, parts: ['bb'], edges: [0, 7] }]);
    const [line] = linesOf(interrupted, 500);
    expect(itemsOf(line, 'inline-box')).toMatchObject([{ x: 0, width: 26, isFirst: false, isLast: true }]);
  });
});

describe('text', () => {
  it('is transformed with the offsets of what it came from', () => {
    expect(texts(['stra\u00dfe'], 500, { textTransform: 'uppercase' })).toEqual(['STRASSE']);
    expect(texts(['\u00c4 B'], 500, { textTransform: 'lowercase' })).toEqual(['\u00e4 b']);
    expect(
      texts(["jum'at suami-istri ", { style: {}, parts: ['a'] }, 'b'], 500, { textTransform: 'capitalize' }),
    ).toEqual(["Jum'at Suami-Istri Ab"]);
  });

  it('has letter spacing after each letter', () => {
    const line = linesOf(inlineContent(['aaa bb'], { letterSpacing: 2 }), 36)[0];
    expect(lineTexts([line!])).toEqual(['aaa ']);
    expect(line?.width).toBe(36);
    expect([...(itemsOf(line, 'run')[0]?.run.advances ?? [])]).toEqual([12, 12, 12, 0]);
  });

  it('is one run for each item, font and line', () => {
    const [line] = linesOf(inlineContent(['aa bb ', { style: {}, parts: ['cc'] }]), 500);
    expect(itemsOf(line, 'run').map(({ run }) => [run.text, run.font, run.sizePt, run.level])).toEqual([
      ['aa bb ', 'Square', 10, 0],
      ['cc', 'Square', 10, 0],
    ]);
    expect([...(itemsOf(line, 'run')[0]?.run.clusters ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('shows page numbers like other text', () => {
    expect(texts(['Halaman ', { counter: '3' }], 500)).toEqual(['Halaman 3']);
  });
});

describe('intrinsicWidths', () => {
  const widths = (parts: readonly Part[], style: Partial<ComputedStyle> = {}) =>
    intrinsicWidths(inlineContent(parts, style), context);

  it('are the widest word and the text without soft breaks', () => {
    expect(widths(['aaa bb cccc'])).toEqual({ min: 40, max: 110 });
    expect(widths(['aaa bb', 'br!', 'cccc '])).toEqual({ min: 40, max: 60 });
    expect(widths(['aaa bb cccc'], { whiteSpace: 'nowrap' })).toEqual({ min: 110, max: 110 });
    expect(widths([])).toEqual({ min: 0, max: 0 });
  });

  it('count atoms, edges and the indent', () => {
    expect(widths(['a', { atom: [35, 5, 0] }, 'b'])).toEqual({ min: 35, max: 55 });
    expect(widths([{ style: {}, parts: ['aa bb'], edges: [3, 4] }])).toEqual({ min: 24, max: 57 });
    expect(widths(['aaa bb'], { textIndent: { pt: 15, percent: 0 } })).toEqual({ min: 45, max: 75 });
  });

  it('are narrow where text may break anywhere, and not with break-word', () => {
    expect(widths(['aaaa'], { overflowWrap: 'anywhere' })).toEqual({ min: 10, max: 40 });
    expect(widths(['aaaa'], { overflowWrap: 'break-word' })).toEqual({ min: 40, max: 40 });
  });
});

describe('hyphens', () => {
  const SOFT = '\u00ad';

  it('are set at soft hyphens where a line ends there, apart from the text', () => {
    const [first, second] = linesOf(inlineContent([`aaa bbb${SOFT}ccc`]), 80);
    expect(itemsOf(first, 'run').map(({ run, isHyphen, x }) => [run.text, isHyphen, x])).toEqual([
      [`aaa bbb${SOFT}`, false, 0],
      ['-', true, 70],
    ]);
    expect([first?.width, first?.isHyphenated, first?.next]).toEqual([
      80,
      true,
      { item: 0, offset: 8, line: 1, hyphens: 1 },
    ]);
    expect(itemsOf(second, 'run').map(({ run }) => run.text)).toEqual(['ccc']);
    expect(second?.isHyphenated).toBe(false);
  });

  it('need room: a word is broken where its hyphen fits', () => {
    expect(texts([`aaa bbb${SOFT}ccc`], 79)).toEqual(['aaa ', `bbb${SOFT}ccc`]);
    expect(texts([`aa${SOFT}b cc`], 30)).toEqual([`aa${SOFT}b `, 'cc']);
    expect(texts([`aa${SOFT}bb`], 25)).toEqual([`aa${SOFT}-`, 'bb']);
  });

  it('are not set where they are none, and are what hyphenate-character says', () => {
    expect(texts([`aaa bbb${SOFT}ccc`], 80, { hyphens: 'none' })).toEqual(['aaa ', `bbb${SOFT}ccc`]);
    expect(texts([`aaa bbb${SOFT}ccc`], 90, { hyphenateCharacter: '=>' })).toEqual([`aaa bbb${SOFT}=>`, 'ccc']);
    expect(texts([`aaa bbb${SOFT}ccc`], 70, { hyphenateCharacter: '' })).toEqual([`aaa bbb${SOFT}`, 'ccc']);
  });

  it('stand below each other no more than hyphenate-limit-lines, unless nothing else fits', () => {
    const words = `aa bb${SOFT}bb cc${SOFT}cc dd${SOFT}dd`;
    expect(texts([words], 60)).toEqual([`aa bb${SOFT}-`, `bb cc${SOFT}-`, `cc dd${SOFT}-`, 'dd']);
    expect(texts([words], 60, { hyphenateLimitLines: 1 })).toEqual([
      `aa bb${SOFT}-`,
      'bb ',
      `cc${SOFT}cc `,
      `dd${SOFT}dd`,
    ]);
    expect(texts([`aa${SOFT}bb${SOFT}cc`], 30, { hyphenateLimitLines: 0 })).toEqual([`aa${SOFT}-`, `bb${SOFT}-`, 'cc']);
  });

  it('are counted on where a paragraph is cut between pages', () => {
    const content = inlineContent([`aa bb${SOFT}bb cc${SOFT}cc`], { hyphenateLimitLines: 1 });
    const [first] = linesOf(content, 60);
    const rest = layoutParagraph({ ...content }, fixedMeasure(60), context, first?.next);
    expect(lineTexts(rest.lines)).toEqual(['bb ', `cc${SOFT}cc`]);
  });

  it('make words narrower', () => {
    expect(intrinsicWidths(inlineContent([`aa${SOFT}bbbb`]), context)).toEqual({ min: 40, max: 60 });
    expect(intrinsicWidths(inlineContent([`aaaa${SOFT}bb`]), context)).toEqual({ min: 50, max: 60 });
  });

  it('are not set in balanced titles', () => {
    expect(texts([`aa bb cc${SOFT}cc dd`], 90, { textWrap: 'balance' })).toEqual(['aa bb ', `cc${SOFT}cc dd`]);
    // With a hyphen it would take two lines.
    const title = `aaaa bbb${SOFT}bbb cccc`;
    expect(texts([title], 90)).toEqual([`aaaa bbb${SOFT}-`, 'bbb cccc']);
    expect(texts([title], 90, { textWrap: 'balance' })).toEqual(['aaaa ', `bbb${SOFT}bbb `, 'cccc']);
  });
});

describe('text-wrap: pretty', () => {
  const text = 'aaaa bb cccc d ee fffff ggggg hh i jj';
  const justified: Partial<ComputedStyle> = { textAlign: 'justify', textWrap: 'pretty' };

  it('breaks the whole paragraph at once, and shrinks spaces by no more than a third', () => {
    expect(texts([text], 137)).toEqual(['aaaa bb cccc ', 'd ee fffff ', 'ggggg hh i jj']);
    const lines = linesOf(inlineContent([text], justified), 137);
    expect(lineTexts(lines)).toEqual(['aaaa bb cccc d ', 'ee fffff ggggg ', 'hh i jj']);
    expect(lines.map(({ width }) => width)).toEqual([137, 137, 70]);
    const advances = itemsOf(lines[0], 'run').flatMap(({ run }) => [...run.advances]);
    expect(advances[4]).toBeCloseTo(9, 9);
    expect(advances.at(-1)).toBe(0);
  });

  it('shrinks the last line too, when it must', () => {
    const lines = linesOf(inlineContent(['aaaa bbbb cc'], justified), 118);
    expect(lines.map(({ width }) => width)).toEqual([118]);
  });

  it('goes on from a token with the lines it began with, and anew at another width', () => {
    const content = inlineContent([text], justified);
    const [first] = linesOf(content, 137);
    const rest = layoutParagraph({ ...content }, fixedMeasure(137), context, first?.next);
    expect(lineTexts(rest.lines)).toEqual(['ee fffff ggggg ', 'hh i jj']);
    const narrow = layoutParagraph({ ...content }, fixedMeasure(90), context, first?.next);
    expect(lineTexts(narrow.lines)).toEqual(['ee fffff ', 'ggggg hh ', 'i jj']);
  });

  it('cuts a word that is too wide, where that is allowed', () => {
    const style: Partial<ComputedStyle> = { ...justified, overflowWrap: 'anywhere' };
    expect(texts(['aa bbbbbbbbbb cc'], 40, style).join('|')).toBe('aa |bbb|bbb|bbbb |cc');
    expect(texts(['aa bbbbbbbbbb cc'], 40, justified)).toEqual(['aa ', 'bbbbbbbbbb ', 'cc']);
  });
});

describe('text-align-last', () => {
  it('aligns the last line and those before a forced break', () => {
    const starts = (textAlignLast: ComputedStyle['textAlignLast'], textAlign: ComputedStyle['textAlign'] = 'justify') =>
      linesOf(inlineContent(['aaa bbb c', 'br!', 'd e'], { textAlign, textAlignLast }), 75).map((line) => [
        line.start,
        line.width,
      ]);
    expect(starts('auto')).toEqual([
      [0, 75],
      [0, 10],
      [0, 30],
    ]);
    expect(starts('right')).toEqual([
      [0, 75],
      [65, 10],
      [45, 30],
    ]);
    expect(starts('justify')).toEqual([
      [0, 75],
      [0, 10],
      [0, 75],
    ]);
    expect(starts('left', 'right')).toEqual([
      [5, 70],
      [0, 10],
      [0, 30],
    ]);
  });
});
