import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../../src/document/types.ts';
import { intrinsicWidths, layoutParagraph } from '../../../src/text/layout-paragraph.ts';
import type { InlineContent, Line } from '../../../src/text/types.ts';
import { builtInCatalogue } from '../../support/fonts.ts';
import { fixedMeasure, inlineContent, lineTexts, type Part, textContext } from '../../support/text-content.ts';

/** Text of letters, spaces, hyphens, digits and things that are hard to break or to draw. */
const someText = fc
  .array(
    fc.constantFrom('a', 'bb', 'ccc', ' ', ' ', '  ', '-', '1.2', ',', '\n', '\t', '\u00a0', '\u00ad', 'ffi', '\u200b'),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

const someStyle: fc.Arbitrary<Partial<ComputedStyle>> = fc.record({
  whiteSpace: fc.constantFrom('normal', 'normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'),
  overflowWrap: fc.constantFrom('normal', 'anywhere', 'break-word'),
  letterSpacing: fc.constantFrom(0, 0, 1.5),
});

const somePart: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: someText },
    {
      weight: 2,
      arbitrary: fc.record({
        style: someStyle,
        parts: fc.array(tie('part'), { maxLength: 3 }),
        edges: fc.constantFrom<readonly [number, number]>([0, 0], [3, 4]),
      }),
    },
    { weight: 1, arbitrary: fc.constant<Part>({ atom: [25, 12, 3] }) },
    { weight: 1, arbitrary: fc.constant<Part>('br!') },
  ),
})).part;

const someContent: fc.Arbitrary<InlineContent> = fc
  .tuple(
    fc.array(somePart, { maxLength: 5 }),
    someStyle,
    fc.constantFrom<ComputedStyle['textAlign']>('left', 'right', 'center', 'justify'),
    fc.constantFrom<ComputedStyle['textWrap']>('wrap', 'balance', 'pretty'),
    fc.constantFrom('Square', 'Source Serif 4'),
  )
  .map(([parts, style, textAlign, textWrap, family]) =>
    inlineContent(parts, { ...style, textAlign, textWrap, fontFamily: [family] }),
  );

const context = textContext(builtInCatalogue());
const square = textContext();
const contextOf = (content: InlineContent) => (content.style.fontFamily[0] === 'Square' ? square : context);
const someWidth = fc.constantFrom(0, 7, 20, 33, 60, 101, 400);

const visible = (text: string): string => text.replace(/[\s\u00a0]/gu, '');

function visibleOf(content: InlineContent): string {
  return content.items
    .map((item) =>
      item.kind === 'text' || item.kind === 'page-counter' ? visible(item.text) : item.kind === 'atom' ? '#' : '',
    )
    .join('');
}

/** Those that were not written. */
const withoutHyphens = (line: Line): Line => ({
  ...line,
  items: line.items.filter((item) => item.kind !== 'run' || !item.isHyphen),
});

/** Everything of a line but its place among the others. */
const essence = (line: Line) => ({
  start: line.start,
  width: line.width,
  height: line.height,
  baseline: line.baseline,
  items: line.items,
});

describe('for any content at any width', () => {
  it('every visible character comes out once and in order', () => {
    fc.assert(
      fc.property(someContent, someWidth, (content, width) => {
        const { lines } = layoutParagraph(content, fixedMeasure(width), contextOf(content));
        expect(visible(lineTexts(lines.map(withoutHyphens)).join(''))).toBe(visibleOf(content));
      }),
      { numRuns: 300 },
    );
  });

  it('no line is wider than its measure, unless nothing on it could break', () => {
    fc.assert(
      fc.property(someContent, someWidth, (content, width) => {
        const fonts = contextOf(content);
        const { lines } = layoutParagraph(content, fixedMeasure(width), fonts);
        // At no width at all each line holds one unbreakable piece: what overflows is one of these.
        const pieces = layoutParagraph(content, fixedMeasure(0), fonts).lines.map((line) => line.width);
        for (const line of lines) {
          if (line.width <= width + 0.01) continue;
          expect(Math.min(...pieces.map((piece) => Math.abs(piece - line.width)))).toBeLessThan(0.01);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('going on from any line gives the lines that would have come', () => {
    fc.assert(
      fc.property(someContent, someWidth, fc.nat(6), (content, width, count) => {
        const fonts = contextOf(content);
        const measure = fixedMeasure(width);
        const whole = layoutParagraph(content, measure, fonts).lines;
        const cut = Math.min(count, whole.length - 1);
        const token = whole[cut]?.next;
        if (token === undefined) return;
        const fresh: InlineContent = { ...content };
        const rest = layoutParagraph(fresh, measure, fonts, token).lines;
        expect(rest.map(essence)).toEqual(whole.slice(cut + 1).map(essence));
        expect(rest.map((line) => line.next)).toEqual(whole.slice(cut + 1).map((line) => line.next));
      }),
      { numRuns: 300 },
    );
  });

  it('lines stand below each other and their items inside the measure', () => {
    fc.assert(
      fc.property(someContent, someWidth, (content, width) => {
        const { lines, height, usedWidth } = layoutParagraph(content, fixedMeasure(width), contextOf(content));
        let top = 0;
        for (const line of lines) {
          expect(line.top).toBeCloseTo(top, 9);
          expect(line.height).toBeGreaterThan(0);
          expect(line.start).toBeGreaterThanOrEqual(0);
          expect(line.start + line.width).toBeLessThanOrEqual(Math.max(width, line.width) + 0.01);
          top += line.height;
        }
        expect(height).toBeCloseTo(top, 9);
        expect(usedWidth).toBeCloseTo(Math.max(0, ...lines.map((line) => line.width)), 9);
      }),
      { numRuns: 200 },
    );
  });

  it('intrinsic widths hold: no overflow at the least, no soft break at the most', () => {
    fc.assert(
      fc.property(someContent, (content) => {
        const fonts = contextOf(content);
        const { min, max } = intrinsicWidths(content, fonts);
        expect(min).toBeLessThanOrEqual(max);
        const narrow = layoutParagraph(content, fixedMeasure(min), fonts);
        expect(narrow.usedWidth).toBeLessThanOrEqual(min + 0.01);
        const wide = layoutParagraph(content, fixedMeasure(max), fonts);
        const widest = layoutParagraph(content, fixedMeasure(1_000_000), fonts);
        expect(wide.lines.length).toBe(widest.lines.length);
        // Justified lines are stretched. A hyphen may be wider than what it cuts off: then the least is more.
        if (content.style.textAlign !== 'justify') expect(Math.max(wide.usedWidth, min)).toBeCloseTo(max, 2);
      }),
      { numRuns: 300 },
    );
  });
});
