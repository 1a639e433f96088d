import { describe, expect, it } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import type { ComputedStyle } from '../../../src/document/types.ts';
import type { Hyphenator } from '../../../src/hyphenate/types.ts';
import { layoutParagraph } from '../../../src/text/layout-paragraph.ts';
import { createTextContext } from '../../../src/text/text-context.ts';
import type { InlineContent } from '../../../src/text/types.ts';
import { squareCatalogue } from '../../support/fonts.ts';
import { fixedMeasure, inlineContent, lineTexts, type Part } from '../../support/text-content.ts';

/** Breaks before each consonant that has a vowel behind it; in English before each `s`. */
const hyphenator: Hyphenator = {
  breakers: new Map([
    ['id', (word) => [...word.matchAll(/[bcdfghjklmnpqrstvwxyz](?=[aeiou])/g)].map(({ index }) => index)],
    ['en', (word) => [...word.matchAll(/s/g)].map(({ index }) => index)],
  ]),
};

const context = createTextContext(squareCatalogue(), createDiagnosticList(), hyphenator);

/** Everything that a line can end at, one below the other. */
function pieces(parts: readonly Part[], changes: Partial<ComputedStyle> = {}, lang = 'id'): string {
  const content: InlineContent = { ...inlineContent(parts, { hyphens: 'auto', ...changes }), lang };
  return lineTexts(layoutParagraph(content, fixedMeasure(0), context).lines).join('|');
}

describe('hyphens: auto', () => {
  it('breaks words of the language of the paragraph, with a hyphen', () => {
    expect(pieces(['pemerintah'])).toBe('pe-|me-|rin-|tah');
    expect(pieces(['(pemerintah), kita.'])).toBe('(pe-|me-|rin-|tah), |kita.');
    expect(pieces(['classes'], {}, 'en-GB')).toBe('cla-|s-|ses');
    expect(pieces(['pemerintah'], {}, 'jv')).toBe('pemerintah');
  });

  it('breaks no word where nobody asks for it', () => {
    expect(pieces(['pemerintah'], { hyphens: 'manual' })).toBe('pemerintah');
    expect(pieces(['pemerintah'], { hyphens: 'none' })).toBe('pemerintah');
    expect(pieces(['pemerintah'], { whiteSpace: 'nowrap' })).toBe('pemerintah');
  });

  it('breaks a word with a soft hyphen nowhere else', () => {
    expect(pieces(['peme\u00adrintah'])).toBe('peme\u00ad-|rintah');
  });

  it('breaks words over the edges of elements, each place as its style says', () => {
    expect(pieces([{ style: {}, parts: ['peme'] }, 'rintah'])).toBe('pe-|me-|rin-|tah');
    expect(pieces([{ style: { hyphens: 'none' }, parts: ['peme'] }, 'rintah'])).toBe('pemerin-|tah');
    expect(pieces(['peme', { style: { hyphens: 'none' }, parts: ['rintah'] }])).toBe('pe-|me-|rintah');
  });

  it('breaks the parts of a word with a hyphen by themselves', () => {
    expect(pieces(['sekolah-sekolah'])).toBe('se-|ko-|lah-|se-|ko-|lah');
  });

  it('leaves as many letters as hyphenate-limit-chars says', () => {
    const limits = (word: number, before: number, after: number): Partial<ComputedStyle> => ({
      hyphenateLimitChars: { word, before, after },
    });
    expect(pieces(['kita mereka'], limits(5, 2, 2))).toBe('kita |me-|re-|ka');
    expect(pieces(['kita mereka'], limits(4, 2, 2))).toBe('ki-|ta |me-|re-|ka');
    expect(pieces(['mereka pemerintah'], limits(7, 2, 2))).toBe('mereka |pe-|me-|rin-|tah');
    expect(pieces(['mereka'], limits(5, 3, 2))).toBe('mere-|ka');
    expect(pieces(['mereka'], limits(5, 2, 3))).toBe('me-|reka');
  });

  it('takes a hyphen with two letters behind it for the worse one', () => {
    const lines = (text: string, width: number): readonly string[] => {
      const content = inlineContent([text], { hyphens: 'auto', textAlign: 'justify', textWrap: 'pretty' });
      return lineTexts(layoutParagraph(content, fixedMeasure(width), context).lines);
    };
    // Three spaces shrunk by 7 of 10, or stretched by 13 of 15.
    expect(lines('aa bb cc merekata dd', 133)[0]).toBe('aa bb cc mere-');
    expect(lines('aa bb cc mereka dd ee', 133)[0]).toBe('aa bb cc me-');
  });
});
