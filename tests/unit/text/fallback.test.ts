import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/base/source.ts';
import type { ComputedStyle } from '../../../src/document/types.ts';
import { layoutParagraph } from '../../../src/text/layout-paragraph.ts';
import type { GlyphRun, InlineContent } from '../../../src/text/types.ts';
import { builtInCatalogue } from '../../support/fonts.ts';
import { fixedMeasure, inlineContent, textContext, textElement, textStyle } from '../../support/text-content.ts';

const fonts = builtInCatalogue();

function runsOf(text: string, style: Partial<ComputedStyle> = {}): readonly GlyphRun[] {
  const context = textContext(fonts);
  const content = inlineContent([text], { fontFamily: ['Plus Jakarta Sans'], whiteSpace: 'pre', ...style });
  const { lines } = layoutParagraph(content, fixedMeasure(10_000), context);
  expect(context.reporter.all).toEqual([]);
  return lines.flatMap((line) => line.items.flatMap((item) => (item.kind === 'run' ? [item.run] : [])));
}

const shown = (text: string, style?: Partial<ComputedStyle>) => runsOf(text, style).map((run) => [run.font, run.text]);

describe('fallback', () => {
  it('takes the first font of the chain that has the character', () => {
    expect(shown('a ✓ b')).toEqual([
      ['PlusJakartaSans-Regular', 'a '],
      ['NotoSansSymbols2-Regular', '✓'],
      ['PlusJakartaSans-Regular', ' b'],
    ]);
  });

  it('keeps a letter and its marks in one font, also when only another one has the mark', () => {
    // Plus Jakarta Sans has no U+0333.
    expect(shown('ab\u0333c')).toEqual([
      ['PlusJakartaSans-Regular', 'a'],
      ['NotoSans-Regular', 'b\u0333'],
      ['PlusJakartaSans-Regular', 'c'],
    ]);
  });

  it('draws a letter with a mark as the composed letter when the font has it', () => {
    const [run] = runsOf('ae\u0301b');
    const [composed] = runsOf('a\u00e9b');
    expect([...(run?.glyphIds ?? [])]).toEqual([...(composed?.glyphIds ?? [])]);
    expect(run?.text).toBe('ae\u0301b');
    expect([...(run?.clusters ?? [])]).toEqual([0, 1, 3]);
  });

  it('sets emoji with their joiners in one cluster, and asks the emoji font first after U+FE0F', () => {
    expect(shown('a\u{1f469}\u200d\u{1f33e}b')).toEqual([
      ['PlusJakartaSans-Regular', 'a'],
      ['NotoEmoji-Regular', '\u{1f469}\u200d\u{1f33e}'],
      ['PlusJakartaSans-Regular', 'b'],
    ]);
    expect(shown('☎')).toEqual([['NotoSansSymbols2-Regular', '☎']]);
    expect(shown('☎\ufe0f')).toEqual([['NotoEmoji-Regular', '☎\ufe0f']]);
    const [run] = runsOf('☎\ufe0f');
    expect(run?.glyphIds.length).toBe(1);
  });

  it('needs no glyph for characters that show nothing', () => {
    const [run] = runsOf('ab\u200b\u00ad\u2060\u200e\ufeffc');
    expect(run?.text).toBe('ab\u200b\u00ad\u2060\u200e\ufeffc');
    expect(run?.font).toBe('PlusJakartaSans-Regular');
    expect(run?.glyphIds.length).toBe(3);
    expect([...(run?.clusters ?? [])]).toEqual([0, 1, 7]);
  });

  it('uses hyphen and space of the same font for U+2011 and narrow spaces that it lacks', () => {
    const context = textContext();
    const { lines } = layoutParagraph(inlineContent(['a\u2011b\u202fc\u2009d']), fixedMeasure(500), context);
    expect(context.reporter.all).toEqual([]);
    expect(lines.map((line) => line.width)).toEqual([70]);
  });
});

describe('a character that no font has', () => {
  const place: Place = { path: 'articles/a.md', line: 2, column: 8, endLine: 2, endColumn: 30 };

  it('is reported with its place, at every use of the content', () => {
    const owner = textElement(textStyle());
    const content: InlineContent = {
      items: [{ kind: 'text', text: 'Judul \u{1f4a1} ini', style: textStyle(), owner, places: [{ start: 0, place }] }],
      style: textStyle(),
      lang: 'id',
    };
    for (let use = 0; use < 2; use += 1) {
      const context = textContext();
      layoutParagraph(content, fixedMeasure(50), context);
      expect(context.reporter.all).toEqual([
        {
          code: 'text/missing-glyph',
          severity: 'error',
          place: { path: 'articles/a.md', line: 2, column: 14, endLine: 2, endColumn: 30 },
          data: { character: '\u{1f4a1}', codePoint: 'U+1F4A1' },
          related: [],
        },
      ]);
    }
  });

  it('is found on its own line of a text over several lines', () => {
    const owner = textElement(textStyle(), { path: 'articles/a.md', line: 9, column: 1 });
    const content: InlineContent = {
      items: [
        {
          kind: 'text',
          text: 'satu\ndua\ntiga \u4e16',
          style: textStyle(),
          owner,
          places: [{ start: 0, place: { path: 'articles/a.md', line: 10, column: 1, endLine: 12, endColumn: 7 } }],
        },
        { kind: 'text', text: '\u754c', style: textStyle(), owner, places: [] },
      ],
      style: textStyle(),
      lang: 'id',
    };
    const context = textContext();
    layoutParagraph(content, fixedMeasure(500), context);
    expect(context.reporter.all.map((one) => [one.place?.line, one.place?.column])).toEqual([
      [12, 6],
      [9, 1],
    ]);
  });
});

describe('shaping', () => {
  const serif = { fontFamily: ['Source Serif 4'] } as const;

  it('makes ligatures whose cluster is their first letter', () => {
    const [run] = runsOf('office', serif);
    expect([...(run?.clusters ?? [])]).toEqual([0, 1, 4, 5]);
    const [plain] = runsOf('office', { ...serif, fontFeatures: { liga: 0 } });
    expect([...(plain?.clusters ?? [])]).toEqual([0, 1, 2, 3, 4, 5]);
    const [spaced] = runsOf('office', { ...serif, letterSpacing: 1 });
    expect(spaced?.glyphIds.length).toBe(6);
  });

  it('keeps ligatures apart from the letter of their own', () => {
    // U+FB03 is one character with the glyph that "ffi" becomes.
    const [first] = runsOf('a\ufb03b', serif);
    const [second] = runsOf('affib', serif);
    expect([...(first?.clusters ?? [])]).toEqual([0, 1, 2]);
    expect([...(second?.clusters ?? [])]).toEqual([0, 1, 4]);
  });

  it('kerns, also with spaces', () => {
    const width = (text: string, style = {}) =>
      runsOf(text, { ...serif, fontSize: 1000, ...style })
        .flatMap((run) => [...run.advances])
        .reduce((sum, advance) => sum + advance, 0);
    const face = fonts.face('SourceSerif4-Regular');
    const alone = (text: string) => [...text].reduce((sum, c) => sum + width(c), 0);
    expect(width('AV')).toBeLessThan(alone('AV') - 50);
    expect(width('AV', { fontFeatures: { kern: 0 } })).toBeCloseTo(alone('AV'), 6);
    // The whole text shaped at once is the measure of what is put together from words.
    for (const text of ['A V', 'To Av To', 'kata, ("kutipan") Tua.', 'P A V A T O', 'r. T']) {
      const whole = face.shape(text, {}, 'ltr').advances.reduce((sum, advance) => sum + advance, 0) * 1000;
      expect(width(text), text).toBeCloseTo(whole, 6);
    }
  });

  it('applies features such as tabular figures', () => {
    const [proportional] = runsOf('1711', { fontFamily: ['Plus Jakarta Sans'], fontFeatures: { pnum: 1 } });
    const [tabular] = runsOf('1711', { fontFamily: ['Plus Jakarta Sans'], fontFeatures: { tnum: 1 } });
    expect(new Set(tabular?.advances).size).toBe(1);
    expect(new Set(proportional?.advances).size).toBeGreaterThan(1);
  });

  it('makes one cluster of what the script reorders', () => {
    // In Devanagari the vowel sign I is drawn before its consonant.
    const [run] = runsOf('\u0915\u093f', { fontFamily: ['Noto Sans'] });
    expect(run?.glyphIds.length).toBe(2);
    expect([...(run?.clusters ?? [])]).toEqual([0, 0]);
    expect(run?.text).toBe('\u0915\u093f');
  });

  it('puts right-to-left words in visual order, in logical order in the result', () => {
    const context = textContext();
    const { lines } = layoutParagraph(
      inlineContent(['ab \u05d0\u05d1 \u05d2\u05d3\u05d4 cd']),
      fixedMeasure(500),
      context,
    );
    const runs = lines[0]?.items.flatMap((item) =>
      item.kind === 'run' ? [[item.run.text, item.x, item.run.level]] : [],
    );
    expect(runs).toEqual([
      ['ab ', 0, 0],
      ['\u05d0\u05d1', 70, 1],
      [' ', 60, 0],
      ['\u05d2\u05d3\u05d4', 30, 1],
      [' cd', 90, 0],
    ]);
    const first = lines[0]?.items[1];
    expect(first?.kind === 'run' && [...first.run.clusters]).toEqual([1, 0]);
  });
});
