import { describe, expect, it } from 'vitest';
import { boxesOf, linesOf, pagesOf } from '../../../support/laid-out.ts';

/** 20 letters to a line of 200 pt. */
const page = (height: number): string => `@page { size: 200pt ${height}pt } div { orphans: 1; widows: 1 }`;
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `w${String(from + index).padStart(2, '0')}`).join(' ');

describe('floats on one page', () => {
  it('lines stand beside a float and below it', () => {
    const css = `${page(200)} i { float: left; width: 80pt; height: 15pt }`;
    const paged = pagesOf(`<p><i id="f"></i>${words(0, 12)}</p>`, css);
    expect(boxesOf(paged, 'f')).toEqual(['1: 0 0 80 15']);
    expect(linesOf(paged)[0]).toEqual(['w00 w01 w02 ', 'w03 w04 w05 ', 'w06 w07 w08 w09 w10 ', 'w11']);
  });

  it('a float that does not fit beside what is on its line stands below it', () => {
    const css = `${page(200)} i { float: right; width: 100pt; height: 10pt }`;
    const paged = pagesOf('<p>w00 w01 w02 <i id="f"></i>w03 w04 w05 w06 w07</p>', css);
    expect(boxesOf(paged, 'f')).toEqual(['1: 100 10 100 10']);
    expect(linesOf(paged)[0]).toEqual(['w00 w01 w02 w03 w04 ', 'w05 w06 ', 'w07']);
  });

  it('a formatting root contains its floats, another block does not', () => {
    const css = `${page(200)} i { float: left; width: 20pt; height: 50pt }`;
    const paged = pagesOf('<div id="a"><i></i>x</div><div id="b" style="display: flow-root"><i></i>y</div>', css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 0 200 10']);
    expect(boxesOf(paged, 'b')).toEqual(['1: 20 10 180 50']);
  });

  it('clear puts a box below the floats of its side', () => {
    const css = `${page(200)} i { float: left; width: 20pt; height: 50pt } u { float: right; width: 20pt; height: 70pt }`;
    const paged = pagesOf('<i></i><u></u><p id="a" style="clear: left">a</p><p id="b" style="clear: both">b</p>', css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 50 200 10']);
    expect(boxesOf(paged, 'b')).toEqual(['1: 0 70 200 10']);
  });
});

describe('floats on pages', () => {
  it('a float goes to the next page with the line that it is anchored in', () => {
    const css = `${page(50)} i { float: left; width: 40pt; height: 30pt }`;
    const paged = pagesOf(`<p>${words(0, 15)} <i id="f"></i>${words(15, 8)}</p>`, css);
    expect(linesOf(paged)).toEqual([
      ['w00 w01 w02 w03 w04 ', 'w05 w06 w07 w08 w09 ', 'w10 w11 w12 w13 w14 '],
      ['w15 w16 w17 w18 ', 'w19 w20 w21 w22'],
    ]);
    expect(boxesOf(paged, 'f')).toEqual(['2: 0 0 40 30']);
  });

  it('a float among blocks goes to the next page with the block that follows it', () => {
    const css = `${page(50)} i { float: left; width: 40pt; height: 30pt }`;
    const paged = pagesOf('<p>a</p><p>b</p><p>c</p><i id="f"></i><p id="p">d</p>', css);
    expect(boxesOf(paged, 'f')).toEqual(['2: 0 0 40 30']);
    expect(boxesOf(paged, 'p')).toEqual(['2: 0 0 200 10']);
    expect(linesOf(paged)[1]).toEqual(['d']);
  });

  it('a float higher than a page goes on beside what follows', () => {
    const css = `${page(40)} #f { float: left; width: 40pt }`;
    const paged = pagesOf(`<div id="f">f1 f2 f3 f4 f5</div><p>${words(0, 20)}</p>`, css);
    expect(boxesOf(paged, 'f')).toEqual(['1: 0 0 40 40', '2: 0 0 40 10']);
    expect(linesOf(paged)).toEqual([
      [
        ...['f1 ', 'f2 ', 'f3 ', 'f4 '],
        ...['w00 w01 w02 w03 ', 'w04 w05 w06 w07 ', 'w08 w09 w10 w11 ', 'w12 w13 w14 w15 '],
      ],
      ['f5', 'w16 w17 w18 w19'],
    ]);
  });

  it('exclusions end with the page', () => {
    const css = `${page(40)} i { float: left; width: 100pt; height: 40pt }`;
    const paged = pagesOf(`<p><i></i>${words(0, 13)}</p>`, css);
    expect(linesOf(paged)).toEqual([['w00 w01 ', 'w02 w03 ', 'w04 w05 ', 'w06 w07 '], ['w08 w09 w10 w11 w12']]);
  });

  it('a block that ends above its unfinished float does not hold up the text', () => {
    const css = `${page(40)} #f { float: right; width: 100pt }`;
    const paged = pagesOf(
      '<div id="a"><div id="f">fff1 fff2 fff3 fff4 fff5 fff6 fff7 fff8 fff9</div></div><p id="p">text</p>',
      css,
    );
    expect(boxesOf(paged, 'p')).toEqual(['1: 0 0 200 10']);
    expect(boxesOf(paged, 'f')).toEqual(['1: 100 0 100 40', '2: 100 0 100 10']);
  });

  it('an earlier break is found again where the first try put the paragraph below its margin', () => {
    const css = `${page(40)} i { float: right; width: 50pt; height: 30pt } p { margin-top: 15pt }`;
    const paged = pagesOf(
      `<div>x</div><p style="break-before: page"><i id="f"></i>${words(0, 14)}</p>
       <div style="break-before: avoid; height: 30pt">y</div>`,
      css,
    );
    expect(boxesOf(paged, 'f')).toHaveLength(1);
    expect(linesOf(paged).flat().join(' ').match(/w\d+/g)).toEqual(words(0, 14).split(' '));
  });
});
