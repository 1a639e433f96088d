import { describe, expect, test } from 'vitest';
import { printTags } from '../../../src/paint/print-display-list.ts';
import { layOut, linesOf, pagesOf } from '../../support/laid-out.ts';
import { painted } from '../../support/painted.ts';

const PAGE = '@page { size: 140pt 90pt; margin: 20pt } .n { break-before: page }';
const TOC = 'a::after { content: " " target-counter(attr(href), page) }';
const lines = (body: string, css = TOC): readonly (readonly string[])[] =>
  linesOf(pagesOf(body, `${PAGE} a { color: black } ${css}`));

describe('target-counter() with pages (CSS Content 3, section 4.2)', () => {
  test('is the page on which the element first shows, before it and after it', () => {
    expect(
      lines('<p><a href="#b">b</a></p><p id="a" class="n">x</p><p id="b" class="n">y <a href="#a">a</a></p>'),
    ).toEqual([['b 3'], ['x'], ['y a 2']]);
  });

  test('of an element that goes on over pages it is the first', () => {
    expect(lines('<p><a href="#b">b</a></p><div id="b" class="n"><p>x</p><p class="n">y</p></div>')).toEqual([
      ['b 2'],
      ['x'],
      ['y'],
    ]);
  });

  test('pages is the number of all pages', () => {
    const css =
      'a::after { content: " " target-counter("#b", page, upper-roman) "/" target-counter(attr(href url), pages) }';
    expect(lines('<p><a href="#b">b</a></p><p id="b" class="n">x</p>', css)).toEqual([['b II/2'], ['x']]);
  });

  test('in margin boxes and running elements', () => {
    const css =
      '@page { @top-left { content: target-counter("#b", page) } @bottom-left { content: element(f) } } .r { position: running(f) } .r::after { content: target-counter("#b", page) }';
    expect(lines('<p class="r">f</p><p>a</p><p id="b" class="n">x</p>', css)).toEqual([
      ['a', '2', 'f2'],
      ['x', '2', 'f2'],
    ]);
  });

  test('settles where the numbers themselves decide the pages', () => {
    // A page holds five lines of ten letters; ten links with numbers of one digit fit on two pages.
    const links = Array.from({ length: 10 }, (_, index) => `<p><a href="#x${index}">aaaaaa</a></p>`).join('');
    const targets = Array.from({ length: 10 }, (_, index) => `<p class="n" id="x${index}">t</p>`).join('');
    const css = 'a::after { content: " " target-counter(attr(href), page) } p { width: 90pt }';
    const told = lines(`${links}${targets}`, css).flat();
    // 0 at first, then numbers of two digits from page 10 on make no further line: "aaaaaa 10" is nine letters.
    expect(told.slice(0, 10)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((page) => `aaaaaa ${page}`));
  });

  test('a number that moves its own target to and fro never settles, and is a warning', () => {
    // A page holds five lines. "aa viii" takes two and moves the target from page 8 to page 9; "aa ix" takes one.
    const body = `${'<p>x</p><p class="n"></p>'.repeat(7)}<p class="n w"><a href="#b">aa</a></p><p>x</p><p>x</p><p>x</p><p id="b">t</p>`;
    const css = `${PAGE} a::after { content: " " target-counter(attr(href), page, lower-roman) } .w { width: 50pt }`;
    const { diagnostics, paged } = layOut(body, css);
    expect(diagnostics.all).toMatchObject([
      { code: 'layout/unsettled-numbers', severity: 'warning', data: { passes: 6 } },
    ]);
    expect(paged?.pages.length).toBeGreaterThanOrEqual(8);
    expect(layOut(body, css).paged).toEqual(paged);
  });

  test('a missing target is an error with the nearest id', () => {
    const { diagnostics } = layOut(
      '<p><a href="https://a.id/" data-to="#bab1">b</a></p><p id="bab-1">x</p>',
      `${PAGE} a::after { content: target-counter(attr(data-to), page) }`,
    );
    expect(diagnostics.all).toMatchObject([{ code: 'layout/unknown-target', data: { id: 'bab1', nearest: 'bab-1' } }]);
  });

  test('is text, where the number of its own page is none', () => {
    const css = `${PAGE} a::after { content: " " target-counter(attr(href), page) } p::before { content: counter(page) }`;
    const { list } = painted('<p><a href="#b">b</a></p><p id="b" class="n">x</p>', css);
    expect(printTags(list)).toBe(['Document', '  P', '    Link "b 2" → #b', '  P "x"', ''].join('\n'));
  });
});
