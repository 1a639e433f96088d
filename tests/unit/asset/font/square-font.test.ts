import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { squareCatalogue } from '../../../support/fonts.ts';
import { squareFontBytes } from '../../../support/square-font.ts';

describe('the square font', () => {
  it('has square glyphs for Latin-1 and the usual punctuation', () => {
    const font = fontkit.create(Buffer.from(squareFontBytes())) as fontkit.Font;
    expect(font.familyName).toBe('Square');
    for (const character of 'Az09 ~\u00a0\u00adé–—‘’“”•…') {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      expect(glyph.id, character).toBeGreaterThan(0);
      expect(glyph.advanceWidth).toBe(1000);
    }
    const box = font.glyphForCodePoint(0x41).bbox;
    expect([box.minX, box.minY, box.maxX, box.maxY]).toEqual([0, -200, 1000, 800]);
    expect(font.glyphForCodePoint(0x4e00).id).toBe(0);
  });

  it('gives round metrics through a face', () => {
    const [face] = squareCatalogue().chain(['anything'], 700, 'italic');
    expect(face?.ascent).toBe(0.8);
    expect(face?.descent).toBe(0.2);
    expect(face?.lineGap).toBe(0);
    expect([...(face?.shape('ab', {}, 'ltr').advances ?? [])]).toEqual([1, 1]);
  });
});
