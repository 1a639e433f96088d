import { describe, expect, test } from 'vitest';
import { boxesOf, linesOf, pagesOf, placedFragments } from '../../support/laid-out.ts';

const PAGE = '@page { size: 200pt 300pt }';
/** Border box of `#id` on its page: x y width height. */
const box = (body: string, css: string, id: string): string => boxesOf(pagesOf(body, `${PAGE} ${css}`), id).join(' | ');

describe('widths (CSS 2.2, section 10.3.3)', () => {
  const width = (css: string): string => box('<div id="a">x</div>', css, 'a');

  test('auto fills the container minus margins', () => {
    expect(width('#a { margin: 0 10pt 0 30pt }')).toBe('1: 30 0 160 10');
  });

  test('a width is of the content box, or of the border box', () => {
    const css = 'width: 100pt; padding: 0 5pt; border: 0 solid black; border-width: 0 1pt';
    expect(width(`#a { ${css} }`)).toBe('1: 0 0 112 10');
    expect(width(`#a { ${css}; box-sizing: border-box }`)).toBe('1: 0 0 100 10');
  });

  test('a border box is never less than its border and padding', () => {
    const css = '#a { box-sizing: border-box; width: 4pt; padding: 0 10pt; height: 1pt }';
    expect(box('<div id="a"></div>', css, 'a')).toBe('1: 0 0 20 1');
  });

  test('auto margins share what is left', () => {
    expect(width('#a { width: 100pt; margin: 0 auto }')).toBe('1: 50 0 100 10');
    expect(width('#a { width: 100pt; margin: 0 10pt 0 auto }')).toBe('1: 90 0 100 10');
  });

  test('auto margins get nothing when the box is too wide', () => {
    expect(width('#a { width: 250pt; margin: 0 auto }')).toBe('1: 0 0 250 10');
  });

  test('max-width makes room for auto margins, min-width wins over it', () => {
    expect(width('#a { max-width: 80pt; margin: 0 auto }')).toBe('1: 60 0 80 10');
    expect(width('#a { max-width: 80pt; min-width: 120pt; margin: 0 auto }')).toBe('1: 40 0 120 10');
  });

  test('percentages count from the content box of the container, padding and margin on all sides', () => {
    const css = '#p { width: 100pt } #a { width: 50%; padding-top: 10%; margin-left: 20% }';
    expect(box('<div id="p"><div id="a">x</div></div>', css, 'a')).toBe('1: 20 0 50 20');
  });
});

describe('heights (CSS 2.2, sections 10.5 to 10.7)', () => {
  test('auto is the content with border and padding', () => {
    expect(
      box(
        '<p id="a">aa bb</p>',
        '#a { width: 20pt; padding: 3pt 0; border: 0 solid black; border-top-width: 2pt }',
        'a',
      ),
    ).toBe('1: 0 0 20 28');
  });

  test('height, min-height and max-height', () => {
    const height = (css: string): string => box('<p id="a">x</p>', `#a { ${css} }`, 'a');
    expect(height('height: 40pt')).toBe('1: 0 0 200 40');
    expect(height('height: 40pt; max-height: 30pt')).toBe('1: 0 0 200 30');
    expect(height('height: 40pt; max-height: 30pt; min-height: 35pt')).toBe('1: 0 0 200 35');
    expect(height('min-height: 25pt')).toBe('1: 0 0 200 25');
    expect(height('height: 5pt')).toBe('1: 0 0 200 5');
    expect(height('height: 40pt; box-sizing: border-box; padding: 5pt 0')).toBe('1: 0 0 200 40');
  });

  test('a percentage counts from a definite height only', () => {
    const body = '<div id="p"><div id="a">x</div></div>';
    expect(box(body, '#p { height: 80pt } #a { height: 50% }', 'a')).toBe('1: 0 0 200 40');
    expect(box(body, '#p { min-height: 80pt } #a { height: 50% }', 'a')).toBe('1: 0 0 200 10');
  });

  test('the page area is the definite height of the root element', () => {
    expect(box('<div id="a">x</div>', 'html, body, #a { height: 100% }', 'a')).toBe('1: 0 0 200 300');
  });
});

describe('collapsing margins (CSS 2.2, section 8.3.1)', () => {
  const two = '<div id="a">x</div><div id="b">x</div>';

  test('of siblings: the greater', () => {
    expect(box(two, '#a { margin-bottom: 10pt } #b { margin-top: 15pt }', 'b')).toBe('1: 0 25 200 10');
  });

  test('of siblings, negative: the sum of the greatest and the least', () => {
    expect(box(two, '#a { margin-bottom: 10pt } #b { margin-top: -4pt }', 'b')).toBe('1: 0 16 200 10');
    expect(box(two, '#a { margin-bottom: -3pt } #b { margin-top: -4pt }', 'b')).toBe('1: 0 6 200 10');
  });

  const nested = '<div id="p"><div id="a">x</div></div><div id="n">x</div>';

  test('of a parent and its first and last child', () => {
    const css = '#p { margin: 5pt 0 } #a { margin: 20pt 0 }';
    expect(box(nested, css, 'p')).toBe('1: 0 20 200 10');
    expect(box(nested, css, 'a')).toBe('1: 0 20 200 10');
    expect(box(nested, css, 'n')).toBe('1: 0 50 200 10');
  });

  test.each([
    ['padding', 'padding: 1pt 0', '1: 0 0 200 52'],
    ['a border', 'border: 0 solid black; border-width: 1pt 0', '1: 0 0 200 52'],
    ['overflow: hidden', 'overflow: hidden', '1: 0 0 200 50'],
  ])('%s keeps them inside', (_, css, expected) => {
    expect(box(nested, `#p { ${css} } #a { margin: 20pt 0 }`, 'p')).toBe(expected);
  });

  test('a height keeps the bottom margin from meeting that of the last child', () => {
    const css = '#p { height: 15pt } #a { margin: 0 0 20pt }';
    expect(box(nested, css, 'n')).toBe('1: 0 15 200 10');
  });

  test('min-height keeps the margin of the last child inside where it makes the box higher', () => {
    const css = (least: string): string => `#p { min-height: ${least} } #a { margin: 0 0 20pt }`;
    expect(box(nested, css('5pt'), 'p')).toBe('1: 0 0 200 10');
    expect(box(nested, css('5pt'), 'n')).toBe('1: 0 30 200 10');
    expect(box(nested, css('15pt'), 'p')).toBe('1: 0 0 200 15');
    expect(box(nested, css('15pt'), 'n')).toBe('1: 0 15 200 10');
  });

  test('through an empty box', () => {
    const body = '<div id="a">x</div><div id="e"><div></div></div><div id="b">x</div>';
    const css = '#a { margin-bottom: 4pt } #e { margin: 12pt 0 6pt } #b { margin-top: 9pt }';
    expect(box(body, css, 'b')).toBe('1: 0 22 200 10');
    expect(box(body, css, 'e')).toBe('1: 0 22 200 0');
  });

  test('through empty boxes at the beginning of a parent', () => {
    const body = '<div id="p"><div id="e"></div><div id="a">x</div></div>';
    const css = '#p { margin-top: 5pt } #e { margin: 8pt 0 30pt } #a { margin-top: 11pt }';
    expect(box(body, css, 'p')).toBe('1: 0 30 200 10');
    expect(box(body, css, 'a')).toBe('1: 0 30 200 10');
  });

  test('an empty box with a height separates margins', () => {
    const body = '<div id="a">x</div><div id="e"></div><div id="b">x</div>';
    const css = '#e { margin: 12pt 0 6pt; height: 1pt } #b { margin-top: 9pt }';
    expect(box(body, css, 'b')).toBe('1: 0 32 200 10');
  });

  test('not of flex containers with their items', () => {
    const css = '#p { display: flex; margin: 5pt 0 } #a { margin: 20pt 0 }';
    expect(box(nested, css, 'p')).toBe('1: 0 5 200 50');
    expect(box(nested, css, 'n')).toBe('1: 0 60 200 10');
  });
});

describe('boxes', () => {
  test('white space between blocks makes no line; other text makes an anonymous paragraph', () => {
    const paged = pagesOf('<div id="p"> <p>one</p> two <p>three</p> </div>', PAGE);
    expect(linesOf(paged)).toEqual([['one', 'two', 'three']]);
    expect(boxesOf(paged, 'p')).toEqual(['1: 0 0 200 30']);
  });

  test('a block inside an inline element cuts it; its edges stay at its ends', () => {
    const css = `${PAGE} div div { display: block } span { padding: 0 5pt }`;
    const paged = pagesOf('<div>a<span>b<div id="d">c</div>d</span>e</div>', css);
    expect(linesOf(paged)).toEqual([['ab', 'c', 'de']]);
    const starts = placedFragments(paged).flatMap(({ fragment }) =>
      fragment.lines.flatMap((line) => line.items.flatMap((item) => (item.kind === 'run' ? [item.x] : []))),
    );
    expect(starts).toEqual([0, 15, 0, 0, 15]);
  });

  test('text in a flex container is an item, white space alone is none', () => {
    const paged = pagesOf('<div style="display: flex"> ab <b>cd</b> </div>', `${PAGE} b { font-weight: 400 }`);
    const lines = placedFragments(paged).filter(({ fragment }) => fragment.lines.length > 0);
    expect(lines.map(({ box: [x, , width], fragment }) => [x, width, fragment.anonymous])).toEqual([
      [0, 20, true],
      [20, 20, false],
    ]);
  });

  test('an outside marker ends at the border box of its item, on the first baseline', () => {
    const css = `${PAGE} ol { padding-left: 40pt } li { padding: 7pt 0 0 3pt }`;
    const paged = pagesOf('<ol><li id="a">item</li><li><p>first</p>second</li></ol>', css);
    const markers = placedFragments(paged).filter(({ fragment }) => fragment.element.name === '::marker');
    expect(markers.map(({ box: at }) => at)).toEqual([
      [10, 7, 30, 10],
      [10, 24, 30, 10],
    ]);
    expect(boxesOf(paged, 'a')).toEqual(['1: 40 0 160 17']);
  });

  test('an inside marker is part of the first line', () => {
    const css = `${PAGE} li { list-style-position: inside }`;
    expect(linesOf(pagesOf('<ol><li>item</li></ol>', css))).toEqual([['1. item']]);
  });

  test('an item without text is as high as its marker', () => {
    expect(box('<ul><li id="a"></li></ul>', 'ul { padding-left: 40pt }', 'a')).toBe('1: 40 0 160 10');
  });

  test('an indent moves the first line alone', () => {
    const paged = pagesOf('<p>aa bb cc</p>', '@page { size: 60pt 100pt } p { text-indent: 20pt }');
    expect(linesOf(paged)).toEqual([['aa ', 'bb cc']]);
  });
});
