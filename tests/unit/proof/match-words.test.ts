import { describe, expect, it } from 'vitest';
import { comparablePages } from '../../../src/proof/comparable.ts';
import { missingInOrder } from '../../../src/proof/match-words.ts';

/** The words of a paragraph that are not on pages whose text comes out like this. */
function missing(paragraph: string, pages: string): readonly string[] {
  const block = paragraph.split(' ').map((text) => ({ text, place: undefined }));
  const { text, parted } = comparablePages(pages);
  return missingInOrder([block], text, parted).map(({ word }) => word.text);
}

const HYPHEN = '\u0002';
const FOOTER = 'Pindai untuk membaca berita aslinya di pasuruan.go.id atau di papan pengumuman desa';

describe('words parted by a hyphen', () => {
  it('are there, on one page and over two with something between', () => {
    expect(missing('yang terpilah adalah bahan.', `yang terpilah ada${HYPHEN}lah bahan.`)).toEqual([]);
    expect(missing('yang terpilah adalah bahan.', `yang terpilah ada${HYPHEN}${FOOTER}lah bahan.`)).toEqual([]);
    expect(missing('yang terpilah adalah', `yang terpilah ada\ufffe${FOOTER}lah`)).toEqual([]);
  });

  it('are not when their first part or their rest is not', () => {
    expect(missing('yang terpilah adalah bahan.', `yang terpilah ada${HYPHEN}${FOOTER} bahan.`)).toContain('adalah');
    expect(missing('yang terpilah adalah bahan.', `yang terpilah ${HYPHEN}${FOOTER}lah bahan.`)).toContain('adalah');
    expect(missing('yang terpilah adalah bahan.', `yang terpilah ada${FOOTER}lah bahan.`)).toContain('adalah');
  });
});
