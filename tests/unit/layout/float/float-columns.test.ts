import { describe, expect, test } from 'vitest';
import { boxesOf, pagesOf } from '../../../support/laid-out.ts';

/** Three columns of ten characters and three lines, as high as it says; the page goes on below. */
const CSS = `@page { size: 340pt 200pt }
.c { column-count: 3; column-gap: 20pt; column-fill: auto; height: 30pt }
i { float: left; width: 40pt; orphans: 2; widows: 2 }`;
const inColumns = (body: string, css = ''): ReturnType<typeof pagesOf> =>
  pagesOf(`<div class="c">${body}</div>`, CSS + css);

describe('between columns, as in Chromium', () => {
  test('a float goes on alone where it cannot be cut well; its line stays', () => {
    const paged = inColumns('<p id="a">a</p><p id="b">b</p><p id="c">c <i id="f">w00 w01 w02</i></p>');
    expect(boxesOf(paged, 'c')).toEqual(['1: 0 20 100 10', '1: 120 0 100 0']);
    expect(boxesOf(paged, 'f')).toEqual(['1: 120 0 40 30']);
  });

  test('it is cut between its lines where orphans and widows allow it, and goes on beside what follows', () => {
    const body = '<p>a</p><p>b <i id="f">w00 w01 w02</i></p><p id="d">c</p><p id="e">d</p>';
    const paged = inColumns(body, ' i { orphans: 1; widows: 1 }');
    expect(boxesOf(paged, 'f')).toEqual(['1: 0 10 40 20', '1: 120 0 40 10']);
    expect(boxesOf(paged, 'd')).toEqual(['1: 0 20 100 10']);
    expect(boxesOf(paged, 'e')).toEqual(['1: 120 0 100 10']);
  });

  test('what clears a float that goes on begins in the column where it ends', () => {
    const body = '<p>a</p><p><i id="f">w00 w01 w02 w03</i></p><p id="d">c</p>';
    const paged = inColumns(body, ' #d { clear: left }');
    expect(boxesOf(paged, 'f')).toEqual(['1: 0 10 40 20', '1: 120 0 40 20']);
    expect(boxesOf(paged, 'd')).toEqual(['1: 120 20 100 10']);
  });

  test('margins of a float are not cut', () => {
    const paged = inColumns('<p>a</p><p>b</p><i id="f">w00</i><p>c</p>', ' i { margin-top: 5pt; display: block }');
    expect(boxesOf(paged, 'f')).toEqual(['1: 120 5 40 10']);
  });

  test('a box without height behind the end of a column is in the next one', () => {
    const paged = inColumns('<p>a</p><p>b</p><div id="d"></div><p id="e">c</p>', ' #d { margin: 12pt 0 }');
    expect(boxesOf(paged, 'd')).toEqual(['1: 120 0 100 0']);
    expect(boxesOf(paged, 'e')).toEqual(['1: 120 0 100 10']);
  });
});
