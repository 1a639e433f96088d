import { describe, expect, it } from 'vitest';
import type { Replaced } from '../../../src/asset/types.ts';
import { boxesOf, layOut, linesOf, pagesOf } from '../../support/laid-out.ts';

const css = `@page { size: 200pt 100pt } .c { columns: 2; column-gap: 0 } .r { position: relative }
  .a { position: absolute }`;

describe('absolutely positioned boxes in columns', () => {
  it('make balanced columns as high as what is not cut in them', () => {
    const picture: Replaced = {
      kind: 'picture',
      header: { key: 'k', widthPx: 80, heightPx: 40, name: 'a.jpg', place: undefined },
    };
    const { paged, codes } = layOut(
      '<div class="c" id="c"><div class="r">x<img class="a" id="a" src="a.jpg"></div></div>',
      css,
      { a: picture },
    );
    expect(codes).toEqual([]);
    if (paged === undefined) throw new Error('Nothing was laid out');
    expect(boxesOf(paged, 'c')).toEqual(['1: 0 0 200 30']);
    expect(boxesOf(paged, 'a')).toEqual(['1: 10 0 60 30']);
  });
  it('are cut where the columns end', () => {
    const body = `<div class="c" id="c"><div class="r" id="r">x<div class="a" id="a" style="left: 0; top: 10pt">
      a<br>b<br>c<br>d<br>e</div></div></div><p id="p">z</p>`;
    const paged = pagesOf(body, css);
    expect(boxesOf(paged, 'c')).toEqual(['1: 0 0 200 30']);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 10 10 20', '1: 100 0 10 30']);
    expect(boxesOf(paged, 'p')).toEqual(['1: 0 30 200 10']);
  });
  it('go on in columns of their own, that no flow reaches', () => {
    const body = `<div class="c" style="column-count: 3; column-fill: auto; height: 20pt"><div class="r">x<div class="a" id="a">
      a<br>b<br>c<br>d</div></div></div>`;
    const paged = pagesOf(body, css.replace('200pt', '300pt'));
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 10 10 10', '1: 100 0 10 20', '1: 200 0 10 10']);
    expect(linesOf(paged)).toEqual([['x', 'a ', 'b ', 'c ', 'd']]);
  });
  it('count from all columns that hold their containing block', () => {
    const body = `<div class="c"><div class="r">a<br>b<br>c<br>d<div class="a" id="a" style="right: 0; bottom: 0">x</div></div></div>`;
    expect(boxesOf(pagesOf(body, css), 'a')).toEqual(['1: 190 10 10 10']);
  });
  it('do not go on below a box across all columns', () => {
    const body = `<div class="c"><div class="r">a<div class="a" id="a">a<br>b<br>c</div></div><p id="s" style="column-span: all">s</p><p>t</p></div>`;
    const paged = pagesOf(body, css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 10 10 10', '1: 100 0 10 20']);
    expect(boxesOf(paged, 's')).toEqual(['1: 0 20 200 10']);
  });
});
