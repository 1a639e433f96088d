import { describe, expect, it } from 'vitest';
import type { Replaced } from '../../../src/asset/types.ts';
import { boxesOf, layOut, linesOf, pagesOf, placedFragments } from '../../support/laid-out.ts';

/** 150 × 75 pt. */
const picture: Replaced = {
  kind: 'picture',
  header: { key: 'k', widthPx: 200, heightPx: 100, name: 'a.jpg', place: undefined },
};

const page = (size: string): string => `@page { size: ${size} }`;

describe('absolutely positioned boxes', () => {
  it('count from the padding box of the nearest positioned ancestor', () => {
    const css = `${page('200pt 100pt')} .r { position: relative; margin: 10pt; border: 2pt solid; padding: 5pt; height: 40pt }
      #a { position: absolute; right: 3pt; bottom: 1pt }`;
    expect(boxesOf(pagesOf('<div class="r"><p>x</p><p><b id="a">ab</b></p></div>', css), 'a')).toEqual([
      '1: 165 51 20 10',
    ]);
  });
  it('count from the page area where no ancestor is positioned', () => {
    const css = '@page { size: 200pt 100pt; margin: 10pt 20pt } #a { position: absolute; right: 0; bottom: 0 }';
    expect(boxesOf(pagesOf('<p>x</p><div id="a">ab</div>', css), 'a')).toEqual(['1: 160 80 20 10']);
  });
  it('have the width of their content in the room that is there', () => {
    const css = `${page('100pt 100pt')} #a { position: absolute; left: 70pt; top: 0 } #b { position: absolute; right: 5pt; top: 50pt }`;
    const paged = pagesOf('<div id="a">aa bb cc</div><div id="b">aa bb</div>', css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 70 0 30 30']);
    expect(boxesOf(paged, 'b')).toEqual(['1: 45 50 50 10']);
  });
  it('stand on the page on which their place falls, in the part of the ancestor that is there', () => {
    const css = `${page('100pt 40pt')} .r { position: relative } #a { position: absolute; bottom: 0; right: 0 }`;
    const paged = pagesOf('<div class="r"><p>a<br>b<br>c<br>d<br>e <b id="a">x</b><br>f</p></div>', css);
    expect(boxesOf(paged, 'a')).toEqual(['2: 90 10 10 10']);
  });
  it('do not come between a page and what ends it', () => {
    const css = `${page('100pt 40pt')} #a { position: absolute }`;
    const paged = pagesOf('<p>a<br>b<br>c<br>c</p><div id="a">x</div><p>d</p>', css);
    expect(linesOf(paged)).toEqual([
      ['a ', 'b ', 'c ', 'c'],
      ['d', 'x'],
    ]);
    expect(boxesOf(paged, 'a')).toEqual(['2: 0 0 10 10']);
  });
  it('leave the margins around them to collapse', () => {
    const css = `${page('100pt 90pt')} p { margin: 20pt 0 } .a { position: absolute }`;
    const paged = pagesOf('<p id="p">a</p><div class="a">x</div><p id="q">b</p>', css);
    expect(boxesOf(paged, 'q')).toEqual(['1: 0 50 100 10']);
  });
  it('are laid out inside one another, and shown in the order of the source', () => {
    const css = `${page('100pt 100pt')} .a { position: absolute; padding: 2pt } #b { left: 3pt; top: 4pt; z-index: -1 } #d { right: 0 }`;
    const paged = pagesOf(
      '<div class="a" style="left: 10pt; top: 10pt; width: 50pt; height: 40pt"><div class="a" id="b">x</div></div><div class="a" id="d">y</div>',
      css,
    );
    expect(boxesOf(paged, 'b')).toEqual(['1: 13 14 14 14']);
    const root = paged.pages[0]?.flow;
    expect(root?.positioned?.map(({ element }) => element.attributes.id)).toEqual([undefined, 'd']);
    expect(root?.positioned?.[0]?.positioned?.map(({ element }) => element.style.zIndex)).toEqual([-1]);
  });
  it('are repeated with the head of a table', () => {
    const css = `${page('100pt 40pt')} table { border-spacing: 0 } td, th { padding: 0 } th { position: relative; text-align: left; font-weight: normal }
      b { position: absolute; right: 0; top: 0; font-weight: normal }`;
    const paged = pagesOf(
      '<table><thead><tr><th>head<b id="a">x</b></th></tr></thead><tr><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></table>',
      css,
    );
    expect(boxesOf(paged, 'a')).toEqual(['1: 30 0 10 10', '2: 30 0 10 10']);
  });
  it('count from the margin box that they are in', () => {
    const css = `@page { size: 200pt 100pt; margin: 20pt; @bottom-left { content: element(foot); width: 100pt } }
      #f { position: running(foot) } #a { position: absolute; right: 0; bottom: 0 }`;
    expect(boxesOf(pagesOf('<div id="f">foot<b id="a">x</b></div><p>y</p>', css), 'a')).toEqual(['1: 110 90 10 10']);
  });
  it('make a page that is not blank', () => {
    const css = `${page('100pt 40pt')} .a { position: absolute } .p { break-before: page }`;
    expect(pagesOf('<p>x</p><div class="p"><div class="a">y</div></div>', css).pages).toHaveLength(2);
  });
  it('leave nothing that waits', () => {
    const css = `${page('100pt 100pt')} .a { position: absolute } .r { position: relative; left: 5pt }`;
    const paged = pagesOf(
      '<p class="r">x <span class="r">y <b class="a">z</b></span></p><div class="a">a<i class="a">b</i></div>',
      css,
    );
    expect(placedFragments(paged).every(({ fragment }) => (fragment.waiting ?? fragment.shift) === undefined)).toBe(
      true,
    );
    expect(linesOf(paged)[0]).toEqual(['x y', 'z', 'a', 'b']);
  });
});

describe('relatively positioned boxes', () => {
  it('move with all that is in them and leave their place', () => {
    const css = `${page('100pt 100pt')} #r { position: relative; left: 10%; top: 5pt }`;
    const paged = pagesOf('<div id="r"><p id="in">a</p></div><p id="after">b</p>', css);
    expect(boxesOf(paged, 'in')).toEqual(['1: 10 5 100 10']);
    expect(boxesOf(paged, 'after')).toEqual(['1: 0 10 100 10']);
  });
  it('move text and boxes of inline elements', () => {
    const css = `${page('100pt 100pt')} #r { position: relative; right: 3pt; top: 4pt }`;
    const paged = pagesOf('<p>a <span id="r">bc</span></p>', css);
    const items = placedFragments(paged).flatMap(({ fragment }) => fragment.lines.flatMap((line) => line.items));
    expect(items.map((item) => [item.kind, item.x, item.kind === 'run' ? item.run.rise : 0])).toEqual([
      ['run', 0, 0],
      ['inline-box', 17, 0],
      ['run', 17, -4],
    ]);
  });
  it('move a block with the inline element that it interrupts', () => {
    const css = `${page('100pt 100pt')} .r { position: relative; left: 3pt; top: 4pt }`;
    const paged = pagesOf('<div>a <span class="r">b <div id="in">c</div></span></div>', css);
    expect(boxesOf(paged, 'in')).toEqual(['1: 3 14 100 10']);
  });
});

describe('positions outside of the sheet', () => {
  const codes = (style: string, content = 'text'): readonly string[] =>
    layOut(`<p>x</p><div style="position: absolute; ${style}" id="d">${content}</div>`, page('100pt 100pt')).codes;
  it('are an error for text', () => {
    expect(codes('right: -20pt')).toEqual(['layout/off-page']);
    expect(codes('top: 95pt')).toEqual(['layout/off-page']);
    expect(codes('left: 0; top: -1pt')).toEqual(['layout/off-page']);
    expect(codes('top: 0; width: 10pt', 'a b c d e f g h i j k l m')).toEqual(['layout/off-page']);
  });
  it('are not only the page area', () => {
    const css = '@page { size: 100pt 100pt; margin: 20pt } div { position: absolute; bottom: -20pt }';
    expect(layOut('<p>x</p><div>y</div>', css).codes).toEqual([]);
  });
  it('are allowed to pictures that bleed', () => {
    const at = (style: string): readonly string[] =>
      layOut(`<p>x</p><img id="d" alt="" style="position: absolute; ${style}">`, page('100pt 100pt'), { d: picture })
        .codes;
    expect(at('right: -20pt')).toEqual([]);
    expect(at('left: 100pt')).toEqual(['layout/off-page']);
  });
});

describe('inline blocks', () => {
  it('higher than a page are reported and not lost', () => {
    const css = `${page('100pt 40pt')} b { display: inline-block; width: 10pt }`;
    const { codes } = layOut('<p>x <b>a b c d e</b> y</p>', css);
    expect(codes).toEqual(['layout/no-room']);
  });
  it('go to the next page whole', () => {
    const css = `${page('100pt 40pt')} b { display: inline-block; width: 10pt; font-weight: normal }`;
    const paged = pagesOf('<p>x<br>y<br><b id="b">a b c</b> z</p>', css);
    expect(boxesOf(paged, 'b')).toEqual(['2: 0 0 10 30']);
  });
  it('show the number of their page', () => {
    const css = `${page('100pt 40pt')} b { display: inline-block } b::before { content: counter(page) }`;
    expect(linesOf(pagesOf('<p>w<br>x<br>y<br>z<br>p <b></b></p>', css))).toEqual([
      ['w ', 'x ', 'y ', 'z '],
      ['p ▣', '2'],
    ]);
  });
});
