import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readCatalogueFile } from '../../../../src/asset/font/catalogue-file.ts';
import { createFace, exerciseFont, readFontNames } from '../../../../src/asset/font/fontkit-face.ts';
import type { FontFace, ShapedGlyphs } from '../../../../src/asset/types.ts';
import { squareFontBytes } from '../../../support/square-font.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const catalogue = readCatalogueFile(readFileSync(path.join(root, 'fonts/catalogue.yaml'), 'utf8'));
const bytesOf = (id: string): Uint8Array => {
  const face = catalogue.faces.find((candidate) => candidate.id === id);
  return readFileSync(path.join(root, 'node_modules', face?.package ?? '', face?.file ?? ''));
};
const faceOf = (id: string): FontFace => {
  const bytes = bytesOf(id);
  const names = readFontNames(fontkit, bytes);
  return createFace(fontkit, { ...names, id, bytes });
};

/** The library itself, asked for the whole text: what a face must agree with. */
function reference(id: string): (text: string, features: Record<string, boolean>) => [number, number, number][] {
  const font = fontkit.create(Buffer.from(bytesOf(id))) as fontkit.Font;
  return (text, features) => {
    const run = font.layout(text, features, 'latn', undefined, 'ltr');
    return run.glyphs.map((glyph, index) => {
      const position = run.positions[index];
      return [glyph.id, position?.xAdvance ?? 0, position?.xOffset ?? 0];
    });
  };
}

const inUnits = (shaped: ShapedGlyphs): [number, number, number][] =>
  [...shaped.glyphIds].map((id, index) => [
    id,
    Math.round((shaped.advances[index] ?? 0) * 1000),
    Math.round((shaped.xOffsets[index] ?? 0) * 1000),
  ]);

describe('shaping from pairs', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'aiuenbdgklmprstywzfjvqxAVTWYPLFO0179 .,-/()"“”‘’–éñ½:;!?&'.split('')),
    minLength: 1,
    maxLength: 9,
  });

  it.each([
    'PlusJakartaSans-Regular',
    'PlusJakartaSans-ExtraBoldItalic',
    'SourceSerif4-Regular',
    'SourceSerif4-BoldItalic',
    'NotoSans-Regular',
  ])('gives what shaping the whole text gives: %s', (id) => {
    const face = faceOf(id);
    const whole = reference(id);
    fc.assert(
      fc.property(words, fc.constantFrom({}, { kern: 0 }, { liga: 0 }, { tnum: 1 }), (text, features) => {
        const wanted = Object.fromEntries(Object.entries(features).map(([tag, value]) => [tag, value !== 0]));
        expect(inUnits(face.shape(text, features, 'ltr'))).toEqual(whole(text, wanted));
      }),
      { numRuns: 250 },
    );
  });

  it('gives each character a cluster of its own', () => {
    expect([...faceOf('SourceSerif4-Regular').shape('kata', {}, 'ltr').clusters]).toEqual([0, 1, 2, 3]);
  });
});

describe('a face', () => {
  it('has the metrics that its file asks for', () => {
    const serif = faceOf('SourceSerif4-Regular');
    expect([serif.ascent, serif.descent, serif.lineGap]).toEqual([1.036, 0.335, 0]);
    expect([serif.isSerif, serif.isMonospaced, serif.italicAngle]).toEqual([true, false, 0]);
    expect(faceOf('SourceSerif4-Italic').italicAngle).toBeLessThan(0);
    // No USE_TYPO_METRICS, 2048 units.
    expect(faceOf('NotoEmoji-Regular').ascent).toBe(1900 / 2048);
  });

  it('gives a subset with the glyphs in the order asked for, .notdef first', () => {
    const face = faceOf('PlusJakartaSans-Regular');
    const ids = [0, ...[...'Ab'].map((character) => face.glyphOf(character.codePointAt(0) ?? 0))];
    const { kind, bytes } = face.subset(ids);
    expect(kind).toBe('truetype');
    expect(bytes.length).toBeLessThan(6000);
    const again = fontkit.create(Buffer.from(bytes)) as fontkit.Font;
    expect(ids.map((_, index) => again.getGlyph(index).advanceWidth / again.unitsPerEm)).toEqual(
      ids.map((id) => face.advanceOf(id)),
    );
    expect(face.subset(ids).bytes).toEqual(bytes);
  });

  it('adds the parts of composed letters behind the glyphs asked for', () => {
    const face = faceOf('PlusJakartaSans-Regular');
    const ids = [0, face.glyphOf(0xe9), face.glyphOf(0x62)];
    const again = fontkit.create(Buffer.from(face.subset(ids).bytes)) as fontkit.Font;
    expect(again.numGlyphs).toBeGreaterThanOrEqual(3);
    expect(again.getGlyph(2).advanceWidth / again.unitsPerEm).toBe(face.advanceOf(ids[2] ?? 0));
  });
});

describe('the trial of a font', () => {
  it('passes every font of the program', () => {
    for (const { id } of catalogue.faces) expect(() => exerciseFont(fontkit, bytesOf(id)), id).not.toThrow();
    expect(() => exerciseFont(fontkit, squareFontBytes())).not.toThrow();
  });

  it('refuses what is no whole font', () => {
    const square = squareFontBytes();
    for (const length of [4, 100, 400, 900]) {
      expect(() => exerciseFont(fontkit, square.subarray(0, length)), `${length} bytes`).toThrow();
    }
    expect(() => exerciseFont(fontkit, new TextEncoder().encode('not a font'))).toThrow();
  });

  it('lays out every character of the fonts for running text within seconds', () => {
    for (const id of ['PlusJakartaSans-Regular', 'SourceSerif4-Regular']) {
      const face = faceOf(id);
      for (let first = 0x20; first < 0x2500; first += 16) {
        const characters = Array.from({ length: 16 }, (_, index) => first + index).filter(face.hasGlyph);
        const text = String.fromCodePoint(...characters);
        expect(face.shape(text, {}, 'ltr').advances.every(Number.isFinite)).toBe(true);
      }
    }
  });
});
