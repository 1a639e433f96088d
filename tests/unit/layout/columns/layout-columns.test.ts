import { describe, expect, test } from 'vitest';
import { boxesOf, layOut, linesOf, pagesOf, placedFragments } from '../../../support/laid-out.ts';

/** Pages of five lines. Two columns of ten characters. */
const PAGE = '@page { size: 220pt 50pt } .c { column-count: 2; column-gap: 20pt }';
const lines = (count: number, letter = 'a'): string => Array.from({ length: count }, () => letter.repeat(9)).join(' ');

/** What stands in each column of each page, from left to right, such as `a3|b2`. A row of columns below follows `/`. */
function columns(body: string, css = ''): readonly string[] {
  const paged = pagesOf(body, PAGE + css);
  return paged.pages.map(({ number }) => {
    const found = placedFragments(paged).flatMap(({ page, fragment, box }) =>
      page !== number
        ? []
        : fragment.lines.map((line) => ({
            x: Math.round(box[0]),
            letter: line.items[0]?.kind === 'run' ? (line.items[0].run.text[0] ?? '') : '',
          })),
    );
    let text = '';
    let count = 0;
    for (const [i, { x, letter }] of found.entries()) {
      const previous = found[i - 1];
      const isSame = previous?.x === x && previous.letter === letter;
      count = isSame ? count + 1 : 1;
      if (isSame) text = text.slice(0, -String(count - 1).length) + count;
      else if (previous === undefined) text = `${letter}1`;
      else text += `${x === previous.x ? ' ' : x > previous.x ? '|' : '/'}${letter}1`;
    }
    return text;
  });
}

describe('on one page', () => {
  test('columns are balanced', () => {
    expect(columns(`<div class="c"><p>${lines(5)}</p></div>`)).toEqual(['a3|a2']);
    expect(columns(`<div class="c"><p>${lines(3)}</p><p>${lines(3, 'b')}</p></div>`)).toEqual(['a3|b3']);
  });

  test('or filled one after the other', () => {
    expect(columns(`<div class="c"><p>${lines(7)}</p></div>`, '.c { column-fill: auto }')).toEqual(['a5|a2']);
  });

  test('a box across all columns stands between two rows of them', () => {
    const body = `<div class="c"><p>${lines(2)}</p><h2>${lines(1, 's')}</h2><p>${lines(4, 'b')}</p></div>`;
    expect(columns(body, 'h2 { font: inherit; column-span: all }')).toEqual(['a1|a1/s1 b2|b2']);
  });

  test('rules stand between columns that have content, in the middle of the gap', () => {
    const css = `${PAGE} .c { column-rule: 2pt solid; column-count: 3; column-gap: 10pt }`;
    const rules = (body: string) =>
      placedFragments(pagesOf(body, css)).flatMap(({ fragment }) => fragment.columnRules ?? []);
    const rect = (x: number, height: number) => ({ x: expect.closeTo(x, 6), y: 0, width: 2, height });
    const [first, second] = [200 / 3 + 5 - 1, 400 / 3 + 15 - 1];
    expect(rules('<div class="c"><p>a<br>a<br>a<br>a<br>a</p></div>')).toEqual([rect(first, 20), rect(second, 20)]);
    expect(rules('<div class="c"><p>a</p></div>')).toEqual([]);
    expect(rules('<div class="c"><p>a</p><p>b</p></div>')).toEqual([rect(first, 10)]);
  });

  test('the fragments of a spanned container belong to it once', () => {
    const body = `<div class="c" id="c"><p>${lines(2)}</p></div>`;
    expect(boxesOf(pagesOf(body, PAGE), 'c')).toEqual(['1: 0 0 220 10']);
  });
});

describe('over pages', () => {
  test('full pages are filled, the last one is balanced', () => {
    expect(columns(`<p>i</p><div class="c"><p>${lines(14)}</p></div><p>z</p>`)).toEqual(['i1 a4|a4', 'a3|a3/z1']);
  });

  test('a box with a height is as high in all', () => {
    const body = `<div class="c" id="c"><p>${lines(14)}</p></div><p id="z">z</p>`;
    const paged = pagesOf(body, `${PAGE} .c { height: 75pt }`);
    expect(boxesOf(paged, 'c')).toEqual(['1: 0 0 220 50', '2: 0 0 220 25']);
    expect(boxesOf(paged, 'z')).toEqual(['2: 0 25 220 10']);
    expect(columns(body, '.c { height: 75pt }')).toEqual(['a5|a5', 'a2|a2/z1']);
  });

  test('below its content a box that is higher goes on', () => {
    const paged = pagesOf('<div class="c" id="c"><p>a</p></div>', `${PAGE} .c { height: 75pt; border: 1pt solid }`);
    expect(boxesOf(paged, 'c')).toEqual(['1: 0 0 220 50', '2: 0 0 220 27']);
  });

  test('a bottom edge that has no room takes lines along', () => {
    expect(columns(`<div class="c"><p>${lines(10)}</p></div>`, '.c { padding-bottom: 3pt }')).toEqual([
      'a4|a4',
      'a1|a1',
    ]);
  });

  test('a top edge that leaves no room stays', () => {
    const body = `<p>i</p><p>i</p><div class="c" id="c"><p>${lines(2)}</p></div>`;
    expect(boxesOf(pagesOf(body, `${PAGE} .c { padding-top: 25pt }`), 'c')).toEqual(['2: 0 0 220 35']);
    expect(boxesOf(pagesOf(body, `${PAGE} .c { border-top: 45pt solid }`), 'c')).toEqual([
      '2: 0 0 220 50',
      '3: 0 0 220 10',
    ]);
  });

  test('what does not fit in the columns left waits for the next page', () => {
    const css = '.w { break-inside: avoid }';
    const body = `<p>i</p><p>i</p><div class="c"><p>${lines(2)}</p><p class="w">${lines(4, 'b')}</p><p>c</p></div>`;
    expect(columns(body, css)).toEqual(['i2 a2', 'b4|c1']);
  });

  test('a spanner that has no room begins the next page', () => {
    const css = 'h2 { font: inherit; column-span: all; break-after: auto }';
    const body = `<p>i</p><p>i</p><div class="c"><p>${lines(6)}</p><h2>${lines(1, 's')}</h2><p>${lines(2, 'b')}</p></div>`;
    expect(columns(body, css)).toEqual(['i2 a3|a3', 's1 b1|b1']);
  });

  test('and keeps with what follows it', () => {
    const css = 'h2 { font: inherit; column-span: all; break-after: avoid }';
    const body = `<p>i</p><p>i</p><div class="c"><p>${lines(4)}</p><h2>${lines(1, 's')}</h2><p>${lines(2, 'b')}</p></div>`;
    expect(columns(body, css)).toEqual(['i2 a2|a2', 's1 b1|b1']);
  });

  test('columns in a column break inside it', () => {
    const css = '.d { column-count: 3; column-gap: 2pt } .d p { font-size: 1pt; line-height: 10pt }';
    const inner = Array.from({ length: 21 }, () => 'd').join('<br>');
    const body = `<div class="c"><p>${lines(2)}</p><div class="d"><p>${inner}</p></div></div>`;
    const paged = pagesOf(body, PAGE + css);
    expect(linesOf(paged).map((page) => page.length)).toEqual([23]);
    expect(paged.pages.length).toBe(1);
  });
});

describe('breaks', () => {
  test('a forced column break has its effect in columns alone', () => {
    const css = '.n { break-before: column }';
    expect(columns('<div class="c"><p>a</p><p class="n">b</p></div>', css)).toEqual(['a1|b1']);
    expect(columns('<p>a</p><p class="n">b</p>', css)).toEqual(['a1 b1']);
  });

  test('more forced breaks than columns go on on the next page', () => {
    const body = `<div class="c"><p>a</p><p class="n">b</p><p class="n">c</p><p class="n">d</p></div>`;
    expect(columns(body, '.n { break-before: column }')).toEqual(['a1|b1', 'c1|d1']);
  });

  test('a forced page break in a column ends the page, balanced', () => {
    const body = `<div class="c"><p>${lines(4)}</p><p class="n">${lines(2, 'b')}</p></div><p>z</p>`;
    expect(columns(body, '.n { break-before: page }')).toEqual(['a2|a2', 'b1|b1/z1']);
    expect(columns(body, '.n { break-before: right }')).toEqual(['a2|a2', '', 'b1|b1/z1']);
  });

  test('so does another page name', () => {
    const css = '@page wide { size: 220pt 70pt } .n { page: wide }';
    const body = `<div class="c"><p>${lines(4)}</p><p class="n">${lines(2, 'b')}</p></div>`;
    const paged = pagesOf(body, PAGE + css);
    expect(paged.pages.map(({ size }) => size.height)).toEqual([50, 70]);
    expect(columns(body, css)).toEqual(['a2|a2', 'b1|b1']);
  });

  test('but not where no page breaks', () => {
    const css = '.f { display: flex } .f div { flex: 1 } .n { break-before: page }';
    const body = `<div class="f"><div class="c"><p>a</p><p class="n">b</p></div></div>`;
    expect(columns(body, css)).toEqual(['a1|b1']);
  });

  test('avoid grows the columns', () => {
    const body = `<div class="c"><p>${lines(1)}</p><div class="w">${lines(3, 'b')}</div></div>`;
    expect(columns(body, '.w { break-inside: avoid }')).toEqual(['a1|b3']);
    expect(columns(body, '.w { break-inside: avoid-column }')).toEqual(['a1|b3']);
    expect(columns(body, '.w { break-inside: avoid-page; orphans: 1; widows: 1 }')).toEqual(['a1 b1|b2']);
  });

  test('a heading keeps with what follows in the next column', () => {
    const css = 'h2, h3 { font: inherit; break-after: avoid }';
    const body = `<div class="c"><p>${lines(2)}</p><h2>${lines(1, 'h')}</h2><h3>${lines(1, 'k')}</h3><p>${lines(2, 'b')}</p></div>`;
    expect(columns(body, css)).toEqual(['a2|h1 k1 b2']);
  });

  test('a heading keeps with columns, tables, lists and flex containers', () => {
    const css =
      'h2 { font: inherit; break-after: avoid } ul { list-style: none } .f { display: flex } table { border-spacing: 0 }';
    const below = (what: string) => `<p>i</p><p>i</p><p>i</p><p>i</p><h2>h</h2>${what}`;
    expect(columns(below(`<div class="c"><p>${lines(2, 'b')}</p></div>`), css)).toEqual(['i4', 'h1 b1|b1']);
    expect(columns(below('<table><tr><td>b</td></tr></table>'), css)).toEqual(['i4', 'h1 b1']);
    expect(columns(below('<ul><li>b</li></ul>'), css)).toEqual(['i4', 'h1 b1']);
    expect(columns(below('<div class="f"><p>b</p></div>'), css)).toEqual(['i4', 'h1 b1']);
  });

  test('what follows may take the end of the columns along', () => {
    const css = 'p.k { break-before: avoid }';
    const body = `<p>i</p><p>i</p><p>i</p><div class="c"><p>${lines(4)}</p></div><p class="k">k</p>`;
    expect(columns(body, css)).toEqual(['i3 a1|a1', 'a1|a1/k1']);
  });
});

describe('limited height', () => {
  test('what does not fit stands in further columns', () => {
    const css = '.c { height: 20pt; width: 50pt; column-gap: 5pt; font-size: 2pt; line-height: 10pt }';
    const body = `<div class="c"><p>a<br>b<br>c<br>d<br>e</p></div>`;
    expect(columns(body, css)).toEqual(['a1 b1|c1 d1|e1']);
  });

  test('nor are columns between forced breaks cut where what follows needs a place', () => {
    const css =
      'p.k { break-before: column } .c { height: 20pt; width: 50pt; column-gap: 5pt; font-size: 2pt; line-height: 10pt }';
    const body = '<div class="c"><p>a</p><p class="k">b</p><p class="k">c</p></div>';
    const below = Array.from({ length: 4 }, () => '<p>z</p>').join('');
    expect(columns(body + below, css)).toEqual(['a1|b1|c1/z3', 'z1']);
  });

  test('further columns beyond the sheet are an error', () => {
    const body = `<div class="c"><p>${lines(12)}</p></div>`;
    expect(layOut(body, `${PAGE} .c { max-height: 20pt }`).codes).toContain('layout/overflow');
  });
});
