import { describe, expect, test } from 'vitest';
import { boxesOf, layOut, linesOf, pagesOf } from '../../support/laid-out.ts';

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

  test('footnote-policy: block sends the whole block, if something stands before it', () => {
    const body = `<p>a</p><p>b</p><p>c<br>d<br>e<i>one</i></p><p>f</p>`;
    const trimmed = (html: string, css: string): readonly (readonly string[])[] =>
      lines(html, css).map((page) => page.map((line) => line.trimEnd()));
    expect(trimmed(body, 'i { footnote-policy: line }')).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e1', 'f', '1. one'],
    ]);
    expect(trimmed(body, 'i { footnote-policy: block }')).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e1', 'f', '1. one'],
    ]);
    expect(trimmed('<p>a<br>b<br>c<br>d<br>e<i>one</i></p>', 'i { footnote-policy: block }')).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e1', '1. one'],
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

  test('a note that is too high begins where its call stands, however little of the text follows', () => {
    const long = Array.from({ length: 9 }, (_, index) => `word-${index}x`).join(' ');
    expect(lines(p(`a<i>${long}</i>`, 'b'))).toEqual([
      ['a1', 'b', '1. word-0x ', 'word-1x ', 'word-2x '],
      ['word-3x ', 'word-4x ', 'word-5x ', 'word-6x ', 'word-7x '],
      ['word-8x'],
    ]);
  });

  test('max-height leaves room for the text', () => {
    const long = Array.from({ length: 6 }, (_, index) => `word-${index}x`).join(' ');
    const css = '@page { @footnote { max-height: 20pt } }';
    expect(lines(p(`a<i>${long}</i>`, 'b', 'c', 'd', 'e', 'f', 'g'), css)).toEqual([
      ['a1', 'b', 'c', '1. word-0x ', 'word-1x '],
      ['d', 'e', 'f', 'word-2x ', 'word-3x '],
      ['g', 'word-4x ', 'word-5x'],
    ]);
  });

  test('the area has edges, and its margin keeps the text away', () => {
    const css = '@page { @footnote { margin: 10pt 5pt 0; padding: 2pt 0 0 3pt; border-top: 3pt solid } }';
    const found = paged(`${p('a<i id="n">one</i>', 'b', 'c')}`, css);
    expect(linesOf(found)).toEqual([['a1', 'b', '1. one'], ['c']]);
    expect(boxesOf(found, 'n')).toEqual(['1: 28 60 87 10']);
    const area = found.pages[0]?.footnotes;
    expect(area?.rect).toEqual({ x: 25, y: 55, width: 90, height: 15 });
  });

  test('calls in tables, lists, flex containers, floats and inline blocks', () => {
    expect(
      lines(
        '<table><tr><td>a<i>one</i></td><td>b<i>two</i></td></tr></table>',
        'table { border-spacing: 0 } td { padding: 0 }',
      ),
    ).toEqual([['a1', 'b2', '1. one', '2. two']]);
    expect(lines('<ul><li>a<i>one</i></li></ul>', 'ul { list-style: none }')).toEqual([['a1', '1. one']]);
    expect(lines('<div class="f"><p>a<i>one</i></p><p>b</p></div>', '.f { display: flex }')).toEqual([
      ['a1', 'b', '1. one'],
    ]);
    expect(lines('<p><b>a<i>one</i></b>bb</p>', 'b { float: left; font-weight: normal }').flat().sort()).toEqual(
      ['1. one', 'a1', 'bb'].sort(),
    );
    expect(lines('<p>x <b>a<i>one</i></b></p>', 'b { display: inline-block; font-weight: normal }')).toEqual([
      ['x ▣', 'a1', '1. one'],
    ]);
  });

  test('a repeated head of a table calls its note once', () => {
    const rows = Array.from({ length: 6 }, (_, index) => `<tr><td>r${index}</td></tr>`).join('');
    const css = 'table { border-spacing: 0 } td, th { padding: 0; font-weight: normal; text-align: left }';
    expect(lines(`<table><thead><tr><th>h<i>one</i></th></tr></thead>${rows}</table>`, css)).toEqual([
      ['h1', 'r0', 'r1', 'r2', '1. one'],
      ['h1', 'r3', 'r4', 'r5'],
    ]);
  });

  test('in columns they stand below all columns', () => {
    const css = '.c { columns: 2; column-gap: 20pt }';
    const found = paged(`<div class="c">${p('a<i id="n">one</i>', 'b', 'c', 'd')}</div>`, css);
    expect(linesOf(found)).toEqual([['a1', 'b', 'c', 'd', '1. one']]);
    expect(boxesOf(found, 'n')).toEqual(['1: 20 60 100 10']);
    const full = paged(`<div class="c">${p('a', 'b', 'c', 'd', 'e<i>one</i>', 'f', 'g', 'h', 'i', 'j')}</div>`, css);
    expect(linesOf(full)).toEqual([
      ['a', 'b', 'c', 'd', 'e1', 'f', 'g', 'h', '1. one'],
      ['i', 'j'],
    ]);
  });

  test('a note may be a block, and hold blocks', () => {
    const found = lines('<div>aa<div class="n"><p>one</p><p>two</p></div></div>', '.n { float: footnote }');
    expect(found).toEqual([['aa1', '1.', 'one', 'two']]);
  });

  test('a note without a call stands on the page of its place', () => {
    const css = 'i::footnote-call { content: none } i::footnote-marker { content: none }';
    expect(lines(p('a', 'b', 'c', 'd', 'e<i>one</i>'), css)).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'one'],
    ]);
  });

  test('the rest of a note comes before a page that is left blank', () => {
    const long = Array.from({ length: 6 }, (_, index) => `word-${index}x`).join(' ');
    const css = '@page :blank { @top-left { content: "blank" } } .r { break-before: right }';
    expect(lines(`${p(`a<i>${long}</i>`)}<p class="r">b</p>`, css)).toEqual([
      ['a1', '1. word-0x ', 'word-1x ', 'word-2x ', 'word-3x '],
      ['word-4x ', 'word-5x'],
      ['b'],
    ]);
  });

  test('pages of other widths set the rest of a note again', () => {
    const css = '@page :first { margin: 20pt 40pt } @page :first { @footnote { max-height: 20pt } }';
    expect(lines(p('a<i>aaaa bbbb cccc dddd eeee ffff</i>'), css)).toEqual([
      ['a1', '1. ', 'aaaa '],
      ['bbbb cccc ', 'dddd eeee ', 'ffff'],
    ]);
  });

  test('links and page numbers of notes hold', () => {
    const css = 'i::after { content: " " counter(page) " " target-counter("#t", page) }';
    expect(lines(`${p('a')}<p style="break-before: page">b<i id="t">n</i></p>`, css)).toEqual([
      ['a'],
      ['b1', '1. n 2 2'],
    ]);
  });

  test.each([
    ['in another note', '<p>a<i>one<i>two</i></i></p>'],
    ['in a running element', '<div class="r">f<i>one</i></div><p>a</p>'],
    ['in an absolutely positioned element', '<p>a<b class="a">b<i>one</i></b></p>'],
  ])('%s a note has no place, and is an error', (_, body) => {
    const css = '.r { position: running(r) } @page { @bottom-left { content: element(r) } } .a { position: absolute }';
    const { codes } = layOut(body, `${PAGE} ${NOTE} ${css}`);
    expect(codes).toEqual(['layout/lost-footnote']);
  });
});
