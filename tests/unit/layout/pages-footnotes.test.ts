import { describe, expect, test } from 'vitest';
import { boxesOf, linesOf, pagesOf } from '../../support/laid-out.ts';

/** Five lines of ten letters a page; the area of the notes has no edge of its own. */
const PAGE =
  '@page { size: 140pt 90pt; margin: 20pt; @footnote { margin: 0; padding: 0; border: 0; max-height: none } }';
const NOTE = 'i { float: footnote } i::footnote-call { vertical-align: baseline; font-size: 10pt; line-height: 1 }';
const paged = (body: string, css = '') => pagesOf(body, `${PAGE} ${NOTE} ${css}`);
const lines = (body: string, css = ''): readonly (readonly string[])[] => linesOf(paged(body, css));
const p = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

describe('footnotes (CSS GCPM 3, section 2)', () => {
  test('stand at the foot of the page of their call, in order', () => {
    const found = paged('<p>aa<i id="n">one</i> bb<i id="m">two</i></p>');
    expect(linesOf(found)).toEqual([['aa1 bb2', '1. one', '2. two']]);
    expect([boxesOf(found, 'n'), boxesOf(found, 'm')]).toEqual([['1: 20 50 100 10'], ['1: 20 60 100 10']]);
  });

  test('a line goes to the next page with its note', () => {
    expect(lines(p('a', 'b', 'c', 'd', 'e<i>one</i>', 'f'))).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e1', 'f', '1. one'],
    ]);
  });

  test('as many lines stay as have their notes below them', () => {
    expect(lines(p('a<i>one</i>', 'b', 'c<i>two</i>', 'd<i>three</i>', 'e'))).toEqual([
      ['a1', 'b', 'c2', '1. one', '2. two'],
      ['d3', 'e', '3. three'],
    ]);
    expect(lines(p('a<i>one</i>', 'b<i>two</i>', 'c<i>three</i>', 'd<i>four</i>'))).toEqual([
      ['a1', 'b2', '1. one', '2. two'],
      ['c3', 'd4', '3. three', '4. four'],
    ]);
  });

  test('inside a paragraph, with widows and orphans', () => {
    const text = '<p>aaaa bbbb cccc dddd eeee<i>x</i> ffff gggg hhhh</p>';
    expect(lines(text)).toEqual([['aaaa bbbb ', 'cccc dddd ', 'eeee1 ffff ', 'gggg hhhh', '1. x']]);
    expect(lines(`<p>x</p>${text}`, 'p { widows: 2; orphans: 2 }')).toEqual([
      ['x', 'aaaa bbbb ', 'cccc dddd '],
      ['eeee1 ffff ', 'gggg hhhh', '1. x'],
    ]);
  });

  test('a note that no page has room for goes on at the foot of the next, before the notes of that page', () => {
    const long = Array.from({ length: 7 }, (_, index) => `word-${index}x`).join(' ');
    expect(lines(`${p('a', `b<i>${long}</i>`)}${p('c', 'd<i>two</i>', 'e')}`)).toEqual([
      ['a', 'b1', '1. word-0x ', 'word-1x ', 'word-2x '],
      ['c', 'word-3x ', 'word-4x ', 'word-5x ', 'word-6x'],
      ['d2', 'e', '2. two'],
    ]);
  });
});
