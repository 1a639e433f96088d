import { describe, expect, test } from 'vitest';
import { boxesOf, linesOf, pagesOf } from '../../support/laid-out.ts';

const PAGE = '@page { size: 140pt 90pt; margin: 20pt }';

/** Of each page: its width and the text on it, margin boxes last. */
const told = (body: string, css: string): readonly string[] => {
  const paged = pagesOf(body, `${PAGE} ${css}`);
  const lines = linesOf(paged);
  return paged.pages.map(({ size }, index) => `${size.width}: ${(lines[index] ?? []).join(' ').replace(/ +/g, ' ')}`);
};

describe('named pages (CSS Paged Media 3, section 8.1)', () => {
  const WIDE = '@page wide { size: 200pt 90pt } .w { page: wide }';

  test('a change of the name ends the page', () => {
    expect(told('<p>a</p><p class="w">b</p><p class="w">c</p><p>d</p>', WIDE)).toEqual([
      '140: a',
      '200: b c',
      '140: d',
    ]);
  });

  test('the name is that of the first box inside, and holds for all that is inside', () => {
    const body = '<div><p class="w">a</p><p>b</p></div><div class="w"><div><p>c</p></div></div>';
    expect(told(body, WIDE)).toEqual(['200: a', '140: b', '200: c']);
  });

  test('a name that no rule has ends the page too, and the page is one without a name', () => {
    expect(told('<p>a</p><p style="page: other">b</p>', WIDE)).toEqual(['140: a', '140: b']);
  });

  test('the number of the page: :nth()', () => {
    const body = ['a', 'b', 'c', 'd', 'e'].map((text) => `<p style="break-after: page">${text}</p>`).join('');
    const css =
      '@page :nth(odd) { size: 150pt 90pt } @page :nth(-n + 1) { size: 160pt 90pt } @page :nth(4) { size: 170pt 90pt } @page :right { size: 180pt 90pt }';
    expect(told(body, css)).toEqual(['160: a', '140: b', '150: c', '170: d', '150: e']);
    expect(told(body, '@page :nth(2n+4) { size: 150pt 90pt } @page :nth(even):left { size: 160pt 90pt }')).toEqual([
      '140: a',
      '160: b',
      '140: c',
      '160: d',
      '140: e',
    ]);
    const named = '@page wide:nth(n+2) { size: 150pt 90pt } p { page: wide }';
    expect(told(body, named)).toEqual(['140: a', '150: b', '150: c', '150: d', '150: e']);
  });

  test('of the root and of the body', () => {
    expect(told('<p>a</p>', `${WIDE} html { page: wide }`)).toEqual(['200: a']);
    expect(told('<p>a</p>', `${WIDE} body { page: wide }`)).toEqual(['200: a']);
  });

  test('a paragraph that goes on keeps the name of its page', () => {
    const css = `${WIDE} @page wide { size: 60pt 60pt }`;
    expect(told('<p class="w">aa bb cc</p><p>d</p>', css)).toEqual(['60: aa bb ', '60: cc', '140: d']);
  });

  test('the width of each page decides the lines on it', () => {
    const css = '@page n { size: 80pt 90pt } .n { page: n }';
    const paged = pagesOf(
      '<p id="a">aaa bbb</p><p id="b" class="n">aaa bbb</p><p id="c">aaa bbb</p>',
      `${PAGE} ${css}`,
    );
    expect(['a', 'b', 'c'].map((id) => boxesOf(paged, id))).toEqual([
      ['1: 20 20 100 10'],
      ['2: 20 20 40 20'],
      ['3: 20 20 100 10'],
    ]);
  });

  test('a flex container and a table are measured again on a page of another width', () => {
    const css =
      '@page n { size: 80pt 90pt } .n { page: n } .f { display: flex } table { width: 100%; border-spacing: 0 }';
    const body = (attributes: string): string =>
      `<div ${attributes}><div class="f"><p style="flex: 1">x</p></div><table><tr><td>x</td></tr></table></div>`;
    const paged = pagesOf(`${body('id="a"')}${body('id="b" class="n"')}`, `${PAGE} ${css} td { padding: 0 }`);
    const widths = paged.pages.map(({ flow }) => {
      const block = flow?.children[0]?.children[0];
      return block?.children.map(({ rect, children }) => [rect.width, children[0]?.rect.width]);
    });
    expect(widths).toEqual([
      [
        [100, 100],
        [100, 100],
      ],
      [
        [40, 40],
        [40, 40],
      ],
    ]);
  });

  test('margin boxes are those of the name, and of the first page of the document', () => {
    const css = `${WIDE} @page { @top-left { content: "all" } } @page wide { @top-left { content: "wide" } } @page :first { @top-left { content: "first" } }`;
    expect(told('<p>a</p><p class="w">b</p><p>c</p>', css)).toEqual(['140: a first', '200: b wide', '140: c all']);
    // A name is stronger than :first.
    expect(told('<p class="w">b</p>', css)).toEqual(['200: b wide']);
    expect(told('<p class="w">b</p>', `${css} @page wide:first { @top-left { content: "both" } }`)).toEqual([
      '200: b both',
    ]);
  });
});

describe('left and right pages', () => {
  const SIDES = '@page :left { margin-left: 30pt } @page :right { margin-right: 30pt } .n { break-before: page }';

  test('the first page is a right one, and margins are mirrored', () => {
    const paged = pagesOf('<p id="a">a</p><p id="b" class="n">b</p><p id="c" class="n">c</p>', `${PAGE} ${SIDES}`);
    expect(['a', 'b', 'c'].map((id) => boxesOf(paged, id))).toEqual([
      ['1: 20 20 90 10'],
      ['2: 30 20 90 10'],
      ['3: 20 20 90 10'],
    ]);
  });

  const BLANK =
    '@page :blank { @top-left { content: "blank" } } @page { @bottom-left { content: counter(page) "/" counter(pages) } }';

  test('a break to a side leaves a page blank, which is counted and has margin boxes', () => {
    const css = `${BLANK} .r { break-before: right } .l { break-before: left }`;
    expect(told('<p>a</p><p class="r">b</p>', css)).toEqual(['140: a 1/3', '140: blank 2/3', '140: b 3/3']);
    expect(told('<p>a</p><p class="l">b</p>', css)).toEqual(['140: a 1/2', '140: b 2/2']);
    expect(told('<p>a</p><p class="l">b</p><p class="l">c</p>', css)).toEqual([
      '140: a 1/4',
      '140: b 2/4',
      '140: blank 3/4',
      '140: c 4/4',
    ]);
    expect(told('<p style="break-after: recto">a</p><p>b</p>', css)).toEqual([
      '140: a 1/3',
      '140: blank 2/3',
      '140: b 3/3',
    ]);
  });

  test('a blank page has no name', () => {
    const css = `${BLANK} @page w { size: 200pt 90pt } .w { page: w; break-before: right }`;
    expect(told('<p>a</p><p class="w">b</p>', css)).toEqual(['140: a 1/3', '140: blank 2/3', '200: b 3/3']);
  });

  test('the break before the first box says on which side the document begins', () => {
    const css = `${SIDES} .l { break-before: left }`;
    const paged = pagesOf('<div><p id="a" class="l">a</p></div><p id="b" class="n">b</p>', `${PAGE} ${css}`);
    expect([boxesOf(paged, 'a'), boxesOf(paged, 'b')]).toEqual([['1: 30 20 90 10'], ['2: 20 20 90 10']]);
  });

  test('a side inside columns ends the page', () => {
    const css = `${BLANK} .c { column-count: 2 } .r { break-before: right }`;
    expect(told('<div class="c"><p>a</p><p class="r">b</p></div>', css)).toEqual([
      '140: a 1/3',
      '140: blank 2/3',
      '140: b 3/3',
    ]);
  });

  test('a page on which nothing is drawn is left out and does not count for the sides', () => {
    const css = '.n { break-before: page } @page :left { margin-left: 30pt }';
    const paged = pagesOf('<p id="a">a</p><div class="n"></div><p id="b" class="n">b</p>', `${PAGE} ${css}`);
    expect(boxesOf(paged, 'b')).toEqual(['2: 30 20 90 10']);
  });
});
