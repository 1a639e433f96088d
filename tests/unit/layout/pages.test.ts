import { describe, expect, test } from 'vitest';
import { boxesOf, layOut, linesOf, pagesOf, placedFragments } from '../../support/laid-out.ts';

const PAGE = '@page { size: 140pt 90pt; margin: 20pt } .r { position: running(foot) }';
const three = '<p>a</p><p class="n">b</p><p class="n">c</p>';
const BREAKS = '.n { break-before: page }';

/** Text of the margin boxes of each page, in order. */
const marginText = (body: string, css: string): readonly string[] => {
  const paged = pagesOf(body, `${PAGE} ${BREAKS} ${css}`);
  return linesOf(paged).map((page) => page.slice(1).join(' / '));
};

describe('page areas', () => {
  test('the flow stands inside the margins, on the first page by its own', () => {
    const css = '@page { size: 140pt 90pt; margin: 20pt } @page :first { margin: 30pt 10pt } .n { break-before: page }';
    const paged = pagesOf('<p id="a">a</p><p id="b" class="n">b</p>', css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 10 30 120 10']);
    expect(boxesOf(paged, 'b')).toEqual(['2: 20 20 100 10']);
    expect(paged.pages.map(({ number, size }) => [number, size.width, size.height])).toEqual([
      [1, 140, 90],
      [2, 140, 90],
    ]);
  });

  test('a paragraph that goes on at another width is set again from where it stopped', () => {
    const css = '@page { size: 140pt 60pt; margin: 20pt } @page :first { margin: 20pt 40pt }';
    const paged = pagesOf('<p>aaa bbb ccc ddd eee fff</p>', css);
    expect(linesOf(paged)).toEqual([
      ['aaa ', 'bbb '],
      ['ccc ddd ', 'eee fff'],
    ]);
  });

  test('an empty document is one page', () => {
    expect(pagesOf('', PAGE).pages.length).toBe(1);
  });
});

describe('page counters', () => {
  test('in margin boxes', () => {
    const css = '@page { @bottom-left { content: counter(page) "/" counter(pages); white-space: pre } }';
    expect(marginText(three, css)).toEqual(['1/3', '2/3', '3/3']);
  });

  test('with a style', () => {
    expect(marginText(three, '@page { @top-left { content: counter(page, upper-roman) } }')).toEqual([
      'I',
      'II',
      'III',
    ]);
  });

  test('give a flex item the width of each page', () => {
    const css =
      '.r { display: flex } .r span::before { content: counter(page) " " } @page { @bottom-left { content: element(foot) } }';
    const body = `<div class="r"><span>a</span></div>${'<p class="n">b</p>'.repeat(10)}`;
    expect(marginText(body, css).at(-1)).toBe('10 a');
  });

  test('in the flow, where the count itself decides the count', () => {
    const css =
      '@page { size: 140pt 90pt; margin: 20pt } .n { break-before: page } p::before { content: counter(page) "/" counter(pages) " " }';
    expect(linesOf(pagesOf(three, css))).toEqual([['1/3 a'], ['2/3 b'], ['3/3 c']]);
  });
});

describe('running elements (CSS GCPM 3, section 1.2)', () => {
  const FOOT = '@page { @bottom-left { content: element(foot) } }';

  test('are taken out of the flow and shown on every page; after the first as repeated', () => {
    const paged = pagesOf(`<div id="f" class="r"><p>foot</p></div>${three}`, `${PAGE} ${BREAKS} ${FOOT}`);
    expect(linesOf(paged)).toEqual([
      ['a', 'foot'],
      ['b', 'foot'],
      ['c', 'foot'],
    ]);
    const shown = placedFragments(paged).filter(({ fragment }) => fragment.element.attributes.id === 'f');
    expect(shown.map(({ page, fragment }) => [page, fragment.repeated])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(boxesOf(paged, 'f')[0]).toBe('1: 20 75 100 10');
  });

  test('show page numbers of their own page', () => {
    const body = `<div class="r">s <span></span></div>${three}`;
    expect(marginText(body, `${FOOT} span::before { content: counter(page) }`)).toEqual(['s 1', 's 2', 's 3']);
  });

  test('begin on the page where they stand', () => {
    const body = '<p>a</p><p class="n">b</p><div class="r">foot</div><p class="n">c</p>';
    expect(marginText(body, FOOT)).toEqual(['', '', 'foot']);
    const twice = '<div class="r">one</div><p>a</p><p class="n">b</p><div class="r">two</div><p>x</p>';
    expect(linesOf(pagesOf(twice, `${PAGE} ${BREAKS} ${FOOT}`))).toEqual([
      ['a', 'one'],
      ['b', 'x', 'two'],
    ]);
  });

  test('several stand one below the other, with text in between', () => {
    const css =
      '.s { position: running(side) } @page { margin: 30pt 20pt } @page { @bottom-left { content: element(foot) "x" element(side) } }';
    const paged = pagesOf('<div id="f" class="r">f</div><div id="s" class="s">s</div><p>a</p>', `${PAGE} ${css}`);
    expect(linesOf(paged)).toEqual([['a', 'f', 'x', 's']]);
    expect(boxesOf(paged, 'f')).toEqual(['1: 20 60 100 10']);
    expect(boxesOf(paged, 's')).toEqual(['1: 20 80 100 10']);
  });

  test('may be missing without a word, but not lost', () => {
    expect(marginText(three, FOOT)).toEqual(['', '', '']);
    expect(layOut('<div class="r">f</div><p>a</p>', PAGE).codes).toEqual(['layout/running-unused']);
    const late = '<p>a</p><p class="n">b</p><div class="r">f</div>';
    const onFirst = '@page :first { @bottom-left { content: element(foot) } }';
    expect(layOut(late, `${PAGE} ${BREAKS} ${onFirst}`).codes).toEqual(['layout/running-late']);
    expect(layOut(`<div class="r">f</div>${three}`, `${PAGE} ${BREAKS} ${onFirst}`).codes).toEqual([]);
  });

  test('that are too large for their margin box are an error', () => {
    const { codes, paged } = layOut('<div class="r"><p>a</p><p>b</p><p>c</p></div><p>x</p>', `${PAGE} ${FOOT}`);
    expect(codes).toEqual(['layout/margin-box-overflow']);
    expect(paged).toBeUndefined();
  });
});

describe('margin boxes', () => {
  const at = (css: string): readonly (readonly number[])[] => {
    const paged = pagesOf('<p>a</p>', `@page { size: 140pt 90pt; margin: 20pt; ${css} }`);
    return (paged.pages[0]?.marginBoxes ?? []).map(({ rect }) => [rect.x, rect.y, rect.width, rect.height]);
  };

  test('edges and corners', () => {
    const names = ['top-left-corner', 'top-center', 'bottom-right-corner', 'left-middle', 'right-top'];
    const boxes = at(names.map((name) => `@${name} { content: "" }`).join(' '));
    expect(boxes).toEqual(
      expect.arrayContaining([
        [0, 0, 20, 20],
        [20, 0, 100, 20],
        [120, 70, 20, 20],
        [0, 20, 20, 50],
        [120, 20, 20, 50],
      ]),
    );
  });

  test('share their edge', () => {
    expect(at('@top-left { content: "aaa" } @top-right { content: "b" }')).toEqual([
      [20, 0, 75, 20],
      [95, 0, 25, 20],
    ]);
  });

  test('sizes, margins, borders and padding', () => {
    expect(at('@top-left { content: "a"; width: 30pt; padding: 2pt; margin: 1pt }')).toEqual([[21, 1, 34, 18]]);
    expect(at('@top-right { content: "a"; width: 30pt; height: 15pt; margin-bottom: 3pt }')).toEqual([[90, 2, 30, 15]]);
  });

  test('content is aligned by vertical-align and text-align', () => {
    const top = (css: string): number | undefined => {
      const paged = pagesOf(
        '<p>a</p>',
        `@page { size: 140pt 90pt; margin: 20pt; @top-right { content: "b"; ${css} } }`,
      );
      return paged.pages[0]?.marginBoxes[0]?.lines[0]?.top;
    };
    expect(top('')).toBe(5);
    expect(top('vertical-align: top')).toBe(0);
    expect(top('vertical-align: bottom')).toBe(10);
    const paged = pagesOf('<p>a</p>', '@page { size: 140pt 90pt; margin: 20pt; @top-right { content: "b" } }');
    expect(paged.pages[0]?.marginBoxes[0]?.lines[0]?.start).toBe(90);
  });
});
