import { describe, expect, it } from 'vitest';
import type { FontFace } from '../../../src/asset/types.ts';
import { BLACK } from '../../../src/base/color.ts';
import type { ComputedStyle, TextDecoration } from '../../../src/document/types.ts';
import { layoutParagraph } from '../../../src/text/layout-paragraph.ts';
import type { LineDecoration } from '../../../src/text/types.ts';
import { fixedMeasure, inlineContent, type Part, textContext } from '../../support/text-content.ts';

const NONE: TextDecoration = {
  underline: false,
  overline: false,
  lineThrough: false,
  color: BLACK,
  style: 'solid',
  thickness: 'auto',
  underlineOffset: 'auto',
};
const under: TextDecoration = { ...NONE, underline: true };

/** The square font at 10 pt on lines of 20 pt: baseline at 13, underline 0.1 em below it, 0.05 em thick. */
const linesOf = (
  parts: readonly Part[],
  changes: Partial<ComputedStyle>,
  width = 500,
): readonly (readonly LineDecoration[])[] =>
  layoutParagraph(
    inlineContent(parts, { textDecorationSkipInk: 'none', ...changes }),
    fixedMeasure(width),
    textContext(),
  ).lines.map(({ decorations }) => decorations);

const spansOf = (decorations: readonly LineDecoration[] | undefined): readonly (readonly (readonly number[])[])[] =>
  (decorations ?? []).map(({ spans }) => spans.map(({ start, end }) => [start, end]));

describe('a decoration', () => {
  it('is one stretch over all text of its box, spaces and inline elements included', () => {
    const [line] = linesOf(['aa ', { style: { fontSize: 5 }, parts: ['bb'] }, ' cc'], { decorations: [under] });
    expect(line).toEqual([
      {
        line: 'underline',
        style: 'solid',
        color: BLACK,
        y: 14,
        thickness: 0.5,
        whole: { start: 0, end: 70 },
        spans: [{ start: 0, end: 70 }],
      },
    ]);
  });

  it('leaves out atoms and the edges of inline elements', () => {
    const parts: readonly Part[] = ['a', { atom: [30, 10, 0] }, 'b', { style: {}, parts: ['c'], edges: [4, 6] }, 'd'];
    expect(spansOf(linesOf(parts, { decorations: [under] })[0])).toEqual([
      [
        [0, 10],
        [40, 50],
        [54, 64],
        [70, 80],
      ],
    ]);
  });

  it('begins anew on each line', () => {
    const lines = linesOf(['aaa bb'], { decorations: [under] }, 30);
    expect(lines.map(spansOf)).toEqual([[[[0, 30]]], [[[0, 20]]]]);
  });

  it('has the place and thickness of the box that asked for it', () => {
    const small = { fontSize: 5, verticalAlign: { pt: 3, percent: 0 } } as const;
    const [outer] = linesOf(['a', { style: small, parts: ['b'] }], { decorations: [under] });
    expect(outer?.map(({ y, thickness }) => [y, thickness])).toEqual([[15.5, 0.5]]);
    // 5 pt in 20 pt reach 11.5 above their baseline, which is three points higher: the lower one lies at 14.5.
    const [inner] = linesOf(['a', { style: { ...small, decorations: [under] }, parts: ['b'] }], {});
    expect(inner?.map(({ y, thickness }) => [y, thickness])).toEqual([[12, 0.25]]);
  });

  it('stands beside those of the boxes around it, the outermost first', () => {
    const own: TextDecoration = { ...NONE, lineThrough: true, style: 'wavy', thickness: 2 };
    const [line] = linesOf(['a', { style: { decorations: [under, own] }, parts: ['b'] }], { decorations: [under] });
    expect(line?.map(({ line: kind, style, spans }) => [kind, style, spans[0]?.start, spans[0]?.end])).toEqual([
      ['underline', 'solid', 0, 20],
      ['line-through', 'wavy', 10, 20],
    ]);
  });

  it('lies at an offset below the baseline, above the letters, or through the middle of small letters', () => {
    const all: TextDecoration = { ...under, overline: true, lineThrough: true, thickness: 2, underlineOffset: 3 };
    const [line] = linesOf(['a'], { decorations: [all] });
    // Ascent 8, letters without ascender 5 high.
    expect(line?.map(({ line: kind, y }) => [kind, y])).toEqual([
      ['underline', 16],
      ['overline', 3],
      ['line-through', 9.5],
    ]);
  });

  it('fades with the inline elements around the text', () => {
    const [line] = linesOf(['a', { style: { opacity: 0.5 }, parts: ['b'] }], { decorations: [under] });
    expect(line?.map(({ color, spans }) => [color.alpha, spans])).toEqual([
      [1, [{ start: 0, end: 10 }]],
      [0.5, [{ start: 10, end: 20 }]],
    ]);
  });

  it('is not there under hidden text', () => {
    expect(linesOf(['a'], { decorations: [under], visibility: 'hidden' })).toEqual([[]]);
  });
});

describe('ink', () => {
  /** The letter `g` has ink from 0.2 to 0.4 em wherever it is asked for. */
  const inked = (changes: Partial<ComputedStyle>): readonly (readonly (readonly number[])[])[] => {
    const context = textContext();
    const face = context.fonts.chain(['Square'], 400, 'normal')[0];
    if (face === undefined) throw new Error('No font');
    const g = face.glyphOf(0x67);
    const letter: FontFace = Object.create(face, {
      inkBetween: { value: (glyphId: number) => (glyphId === g ? [0.2, 0.4] : undefined) },
    });
    const fonts = { ...context.fonts, chain: () => [letter], face: () => letter };
    const content = inlineContent(['agga'], { decorations: [under], ...changes });
    const { lines } = layoutParagraph(content, fixedMeasure(500), textContext(fonts));
    return spansOf(lines[0]?.decorations);
  };

  it('is left free with the thickness of the line on each side', () => {
    expect(inked({})).toEqual([
      [
        [0, 11.5],
        [14.5, 21.5],
        [24.5, 40],
      ],
    ]);
  });

  it('leaves no scraps that would look like dots', () => {
    expect(inked({ decorations: [{ ...under, thickness: 3 }] })).toEqual([
      [
        [0, 9],
        [27, 40],
      ],
    ]);
  });

  it('is crossed on demand, and always by lines through the text', () => {
    expect(inked({ textDecorationSkipInk: 'none' })).toEqual([[[0, 40]]]);
    expect(inked({ decorations: [{ ...NONE, lineThrough: true }] })).toEqual([[[0, 40]]]);
  });
});
