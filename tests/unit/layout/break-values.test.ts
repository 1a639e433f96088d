import { describe, expect, test } from 'vitest';
import { linesOf, pagesOf } from '../../support/laid-out.ts';

/** Pages of five lines; what stands on each, line by line. */
const pages = (body: string, css: string): readonly string[] =>
  linesOf(pagesOf(body, `@page { size: 100pt 50pt } table { border-spacing: 0 } ${css}`)).map((page) =>
    page.map((line) => line.trim()).join(' '),
  );

const p = (letters: string, name = ''): string => `<p class="${name}">${[...letters].join('<br>')}</p>`;

describe('break values on pages', () => {
  test('of a column have no effect', () => {
    expect(pages(p('a') + p('b', 'n'), '.n { break-before: column }')).toEqual(['a b']);
    expect(pages(p('abcd') + p('ef', 'n'), '.n { break-before: avoid-column; orphans: 2 }')).toEqual([
      'a b c d',
      'e f',
    ]);
    expect(pages(p('abc') + p('defg', 'n'), '.n { break-inside: avoid-column }')).toEqual(['a b c d e', 'f g']);
  });

  test('avoid-page avoids', () => {
    expect(pages(p('abc') + p('defg', 'n'), '.n { break-inside: avoid-page }')).toEqual(['a b c', 'd e f g']);
    expect(pages(p('abcd') + p('ef', 'n'), '.n { break-before: avoid-page; orphans: 2 }')).toEqual(['a b c', 'd e f']);
  });

  test('left and right bring the next page to that side', () => {
    expect(pages(p('a') + p('b', 'n'), '.n { break-before: left }')).toEqual(['a', 'b']);
    expect(pages(p('a') + p('b', 'n'), '.n { break-before: right }')).toEqual(['a', '', 'b']);
    expect(pages(p('a', 'n') + p('b'), '.n { break-after: right }')).toEqual(['a', '', 'b']);
  });

  test('of two sides the later one counts, and a side comes before any page', () => {
    const css = (after: string, before: string) => `.m { break-after: ${after} } .n { break-before: ${before} }`;
    const body = p('a', 'm') + p('b', 'n');
    expect(pages(body, css('right', 'left'))).toEqual(['a', 'b']);
    expect(pages(body, css('left', 'right'))).toEqual(['a', '', 'b']);
    expect(pages(body, css('right', 'page'))).toEqual(['a', '', 'b']);
    expect(pages(body, css('avoid', 'page'))).toEqual(['a', 'b']);
  });

  test('through the first and last boxes inside', () => {
    const css = '.n { break-before: right } .m { break-after: right } .f { display: flex }';
    expect(pages(`${p('a')}<div><div>${p('b', 'n')}</div></div>`, css)).toEqual(['a', '', 'b']);
    expect(pages(`<div><div>${p('a', 'm')}</div></div>${p('b')}`, css)).toEqual(['a', '', 'b']);
    expect(pages(`${p('a')}<div class="f">${p('b', 'n')}</div>`, css)).toEqual(['a', '', 'b']);
    expect(pages(`<div class="f">${p('a', 'm')}</div>${p('b')}`, css)).toEqual(['a', '', 'b']);
    expect(pages(`${p('a')}<table><tr class="n"><td>b</td></tr></table>`, css)).toEqual(['a', '', 'b']);
    expect(pages(`<table><tr class="m"><td>a</td></tr></table>${p('b')}`, css)).toEqual(['a', '', 'b']);
  });

  test('between items and rows', () => {
    const css = '.n { break-before: right } .f { display: flex; flex-direction: column }';
    expect(pages(`<div class="f">${p('a')}${p('b', 'n')}</div>`, css)).toEqual(['a', '', 'b']);
    expect(pages('<table><tr><td>a</td></tr><tr class="n"><td>b</td></tr></table>', css)).toEqual(['a', '', 'b']);
    expect(pages('<table><tr><td>a</td></tr></tbody><tbody class="n"><tr><td>b</td></tr></table>', css)).toEqual([
      'a',
      '',
      'b',
    ]);
  });

  test('inside items and cells', () => {
    const css = '.n { break-before: right } .f { display: flex }';
    expect(pages(`<div class="f"><div>${p('a')}${p('b', 'n')}</div></div>`, css)).toEqual(['a b']);
    expect(pages(`<div class="f"><div>${p('abcdef')}${p('g', 'n')}</div></div>`, css)).toEqual(['a b c d e', 'f', 'g']);
  });
});

describe('page names', () => {
  const css = '@page wide { size: 200pt 50pt } .w { page: wide }';
  const widths = (body: string, more = ''): readonly number[] =>
    pagesOf(body, `@page { size: 100pt 50pt } ${css} ${more}`).pages.map(({ size }) => size.width);

  test('break between boxes of different names', () => {
    expect(widths(p('a') + p('b', 'w') + p('c', 'w') + p('d'))).toEqual([100, 200, 100]);
    expect(widths(`<div>${p('a')}</div><div>${p('b', 'w')}</div>`)).toEqual([100, 200]);
    expect(widths(`<div class="w">${p('a')}</div>${p('b', 'w')}`)).toEqual([200]);
  });

  test('and between items', () => {
    expect(
      widths(`<div class="f">${p('a')}${p('b', 'w')}</div>`, '.f { display: flex; flex-direction: column }'),
    ).toEqual([100, 200]);
  });
});
