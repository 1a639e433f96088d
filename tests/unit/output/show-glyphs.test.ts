import { expect, test } from 'vitest';
import type { FontFace } from '../../../src/asset/types.ts';
import { createFontUses, toUnicode } from '../../../src/output/fonts.ts';
import { showGlyphs } from '../../../src/output/show-glyphs.ts';
import type { GlyphRun } from '../../../src/text/types.ts';

/** Glyph n is n/10 em wide; nothing else is asked of the face. */
const face = { id: 'Test', advanceOf: (glyphId: number) => glyphId / 10 } as FontFace;
const catalogue = { chain: () => [face], face: () => face, hasFamily: () => true };

function run(text: string, glyphIds: readonly number[], more: Partial<GlyphRun> = {}): GlyphRun {
  return {
    font: 'Test',
    sizePt: 10,
    level: 0,
    glyphIds: Uint16Array.from(glyphIds),
    advances: Float64Array.from(glyphIds, (glyphId) => glyphId),
    xOffsets: new Float64Array(glyphIds.length),
    yOffsets: new Float64Array(glyphIds.length),
    clusters: Uint32Array.from(glyphIds, (_, at) => at),
    text,
    rise: 0,
    ...more,
  };
}

const show = (...runs: readonly GlyphRun[]): string => {
  const use = createFontUses(catalogue).use('Test');
  return runs.map((one) => showGlyphs(one, use)).join('');
};

test('glyphs with the advances of the font are one string, numbered by first use', () => {
  expect(show(run('abca', [5, 7, 9, 5]))).toBe('<0001000200030001>Tj\n');
});

test('kerning is one number where it happens', () => {
  const kerned = run('abc', [5, 7, 9], { advances: Float64Array.from([4.5, 7, 9]) });
  expect(show(kerned)).toBe('[<0001>50<00020003>]TJ\n');
});

test('tiny differences wait until they have added up to half a thousandth', () => {
  const drifting = run('aaaa', [5, 5, 5, 5], { advances: Float64Array.from([5.002, 5.002, 5.002, 5.002]) });
  expect(show(drifting)).toBe('[<000100010001>-1<0001>]TJ\n');
});

test('an offset moves one glyph alone, and a rise is taken back', () => {
  const mark = run('ab', [5, 7], {
    xOffsets: Float64Array.from([0, -1]),
    yOffsets: Float64Array.from([0, 2]),
  });
  expect(show(mark)).toBe('<0001>Tj\n2 Ts\n[100<0002>]TJ\n0 Ts\n');
});

test('a ligature is carried by the Unicode map', () => {
  const ligature = run('office', [5, 7, 8, 9], { clusters: Uint32Array.from([0, 1, 4, 5]) });
  expect(show(ligature)).toBe('<0001000200030004>Tj\n');
  expect(toUnicode([undefined, 'o', 'ffi'])).toContain('2 beginbfchar\n<0001><006F>\n<0002><006600660069>\nendbfchar');
});

test('a glyph that stands for another text than before has ActualText', () => {
  expect(show(run('A', [5]), run('\u0391', [5]))).toBe('<0001>Tj\n/Span<</ActualText<FEFF0391>>>BDC\n<0001>Tj\nEMC\n');
});

test('several glyphs of one character have ActualText once', () => {
  const split = run('xéy', [5, 7, 8, 9], { clusters: Uint32Array.from([0, 1, 1, 2]) });
  expect(show(split)).toBe('<0001>Tj\n/Span<</ActualText<FEFF00E9>>>BDC\n<00020003>Tj\nEMC\n<0004>Tj\n');
});

test('glyphs out of order, and right-to-left runs, have the text of the whole run', () => {
  const reordered = run('ab', [5, 7], { clusters: Uint32Array.from([1, 0]) });
  expect(show(reordered)).toBe('/Span<</ActualText<FEFF00610062>>>BDC\n<00010002>Tj\nEMC\n');
  expect(show(run('ab', [5, 7], { level: 1 }))).toContain('ActualText<FEFF00610062>');
});

test('a soft hyphen is never text: hidden it is gone, shown it says what the letter before it says', () => {
  const hidden = run('a\u00adb', [5, 7], { clusters: Uint32Array.from([0, 2]) });
  expect(show(hidden)).toBe('<00010002>Tj\n');
  const shown = run('ab\u00ad', [5, 7, 9]);
  expect(show(shown)).toBe('<0001>Tj\n/Span<</ActualText<FEFF0062>>>BDC\n<00020003>Tj\nEMC\n');
});

test('a dropped joiner stays in the text', () => {
  const joined = run('a\u200db', [5, 7], { clusters: Uint32Array.from([0, 2]) });
  expect(show(joined)).toBe('/Span<</ActualText<FEFF0061200D>>>BDC\n<0001>Tj\nEMC\n<0002>Tj\n');
});

test('an emoji of several characters is carried by the Unicode map, with or without its selector', () => {
  const family = run('\u{1F468}\u200D\u{1F467}', [5], { clusters: Uint32Array.from([0]) });
  expect(show(family)).toBe('<0001>Tj\n');
  const label = (text: string): GlyphRun => run(text, [7], { clusters: Uint32Array.from([0]) });
  expect(show(label('\u{1F3F7}\uFE0F'), label('\u{1F3F7}'), label('\u{1F3F7}\uFE0F'))).toBe(
    '<0001>Tj\n<0001>Tj\n<0001>Tj\n',
  );
  expect(show(label('\u{1F3F7}'), label('\u{1F3F8}'))).toContain('ActualText');
});

test('no-break space is a space; a no-break hyphen keeps its own text', () => {
  expect(show(run('a\u00a0b c', [5, 3, 7, 3, 9]))).toBe('<00010002000300020004>Tj\n');
  expect(show(run('a\u2011b', [5, 4, 7]))).toBe(
    '<0001>Tj\n/Span<</ActualText<FEFF2011>>>BDC\n<0002>Tj\nEMC\n<0003>Tj\n',
  );
});

test('an empty run shows nothing', () => {
  expect(show(run('', []))).toBe('');
});
