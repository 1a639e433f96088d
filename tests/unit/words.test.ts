import { describe, expect, it } from 'vitest';
import { diagnosticCodes } from '../../src/base/diagnostics.ts';
import { enWords } from '../../src/words/en.ts';
import { idWords } from '../../src/words/id.ts';
import { pageWords } from '../../src/words/pages.ts';

describe('messages', () => {
  it.each(diagnosticCodes)('%s has words in both languages', (code) => {
    for (const words of [idWords[code], enWords[code]]) {
      expect(typeof words.message).toBe('function');
      expect(typeof words.hint).toBe('function');
    }
  });
});

describe('notices about AI', () => {
  const { aiAssisted, aiExtractive } = pageWords('id');
  it('say the truth of the article in correct Indonesian', () => {
    expect(aiAssisted('', '', true)).toBe(
      'Berita ini diringkas dengan bantuan AI. Silakan pindai kode QR pada halaman ini untuk membaca berita aslinya.',
    );
    expect(aiAssisted('Model-1', 'redaksi', false)).toBe(
      'Berita ini diringkas dengan bantuan AI (Model-1) dan ditinjau oleh redaksi.',
    );
    expect(aiExtractive('', false)).toBe('Ringkasan otomatis dari kalimat-kalimat berita aslinya.');
  });
});
