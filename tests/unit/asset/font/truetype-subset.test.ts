import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openTrueType, subsetTrueType } from '../../../../src/asset/font/truetype-subset.ts';
import { squareFontBytes } from '../../../support/square-font.ts';

const require = createRequire(import.meta.url);
const FILES = [
  'plus-jakarta-sans/700Bold/PlusJakartaSans_700Bold.ttf',
  'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

function opened(name: string) {
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/${name}`));
  const file = openTrueType(bytes);
  if (file === undefined) throw new Error(`${name} should open`);
  return { file, font: create(bytes) as Font };
}

/** Outline and advance of a glyph, by the library that reads the whole font. */
const outline = (font: Font, glyphId: number): readonly [string, number] => {
  const glyph = font.getGlyph(glyphId);
  return [glyph.path.toSVG(), glyph.advanceWidth];
};

describe.each(FILES)('a subset of %s', (name) => {
  const { file, font } = opened(name);

  it('draws every glyph like the font itself, in the order asked for', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: file.glyphCount - 1 }), { maxLength: 40 }), (picked) => {
        const order = [0, ...picked];
        const subset = create(Buffer.from(subsetTrueType(file, order))) as Font;
        for (const [index, glyphId] of order.entries()) expect(outline(subset, index)).toEqual(outline(font, glyphId));
      }),
      { numRuns: 15 },
    );
  });
});

describe('a composite glyph', () => {
  it('brings its parts along behind the glyphs asked for', () => {
    const { file, font } = opened('noto-sans/400Regular/NotoSans_400Regular.ttf');
    const eacute = font.glyphForCodePoint(0xe9).id;
    const subset = create(Buffer.from(subsetTrueType(file, [0, eacute]))) as Font;
    expect(outline(subset, 1)).toEqual(outline(font, eacute));
    expect(subset.numGlyphs).toBeGreaterThanOrEqual(2);
  });
});

describe('the file', () => {
  it('is the same for the same glyphs, and its checksum is right', () => {
    const file = openTrueType(squareFontBytes());
    if (file === undefined) throw new Error('the square font should open');
    const bytes = subsetTrueType(file, [0, 3, 5]);
    expect(subsetTrueType(file, [0, 3, 5])).toEqual(bytes);
    const view = new DataView(bytes.buffer);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('is refused when it is cut off or no TrueType font', () => {
    const whole = squareFontBytes();
    expect(openTrueType(whole.subarray(0, whole.length - 100))).toBeUndefined();
    expect(openTrueType(new TextEncoder().encode('OTTO, but nothing else in it'))).toBeUndefined();
    expect(openTrueType(new Uint8Array())).toBeUndefined();
  });
});
