import { describe, expect, test } from 'vitest';
import type { QrSymbol, Replaced } from '../../../src/asset/types.ts';
import { toMm } from '../../../src/base/units.ts';
import type { FragmentContent } from '../../../src/layout/types.ts';
import { boxesOf, layOut, pagesOf, placedFragments } from '../../support/laid-out.ts';

const PAGE = '@page { size: 400pt 400pt } img { display: block }';

/** 200 × 100 px: 150 × 75 pt. */
const picture: Replaced = {
  kind: 'picture',
  header: { key: 'k', widthPx: 200, heightPx: 100, name: 'a.jpg', place: undefined },
};

const drawing: Replaced = {
  kind: 'drawing',
  drawing: { viewBox: { x: 0, y: 0, width: 10, height: 20 }, natural: { width: 30, height: 60 }, children: [] },
};

const symbol = (level: QrSymbol['level'], modules: number): QrSymbol => ({
  level,
  modules,
  dark: new Uint8Array(modules * modules),
});
const qr: Replaced = {
  kind: 'qr',
  value: 'https://contoh.id/berita',
  symbols: [symbol('M', 25), symbol('Q', 29), symbol('H', 33)],
};

const size = (css: string, attributes = '', replaced = picture): string => {
  const paged = pagesOf(`<div><img id="a" alt="" ${attributes}></div>`, `${PAGE} ${css}`, { a: replaced });
  return boxesOf(paged, 'a').join(' | ').replace('1: 0 0 ', '');
};

function content(css: string, replaced: Replaced = picture): FragmentContent {
  const paged = pagesOf('<img id="a" alt="">', `${PAGE} ${css}`, { a: replaced });
  const found = placedFragments(paged).find(({ fragment }) => fragment.content !== undefined);
  if (found?.fragment.content === undefined) throw new Error('No content');
  return found.fragment.content;
}

describe('sizes (CSS 2.2, sections 10.3.2, 10.4 and 10.6.2)', () => {
  test.each([
    ['natural', '', '150 75'],
    ['a width, height by the ratio', 'img { width: 60pt }', '60 30'],
    ['a height, width by the ratio', 'img { height: 30pt }', '60 30'],
    ['both', 'img { width: 50pt; height: 90pt }', '50 90'],
    ['a percentage of the container', 'div { width: 80pt } img { width: 50% }', '40 20'],
    ['a percentage of an auto height is auto', 'img { height: 50% }', '150 75'],
    ['a percentage of a definite height', 'div { height: 100pt } img { height: 50% }', '100 50'],
    ['max-width', 'img { max-width: 100pt }', '100 50'],
    ['max-height', 'img { max-height: 25pt }', '50 25'],
    ['max-width and max-height, the tighter one', 'img { max-width: 100pt; max-height: 30pt }', '60 30'],
    ['min-width', 'img { min-width: 300pt }', '300 150'],
    ['min-height', 'img { min-height: 100pt }', '200 100'],
    ['both minima, the wider one', 'img { min-width: 200pt; min-height: 150pt }', '300 150'],
    ['max-width against min-height', 'img { max-width: 100pt; min-height: 80pt }', '100 80'],
    ['min-width against max-height', 'img { min-width: 200pt; max-height: 50pt }', '200 50'],
    ['max-width with a height that follows', 'img { width: 200pt; max-width: 100pt }', '100 50'],
    ['limits of a height after the width', 'img { width: 100pt; max-height: 20pt }', '100 20'],
    ['border-box', 'img { box-sizing: border-box; width: 60pt; padding: 0 5pt }', '60 25'],
  ])('%s', (_, css, expected) => {
    expect(size(css)).toBe(expected);
  });

  test('attributes are hints that CSS overrides; the ratio is that of the file', () => {
    expect(size('', 'width="100" height="100"')).toBe('75 75');
    expect(size('', 'width="100"')).toBe('75 37.5');
    expect(size('img { height: auto; max-width: 60pt }', 'width="100" height="100"')).toBe('60 30');
  });

  test('auto margins centre a block-level picture', () => {
    const paged = pagesOf('<img id="a" alt="">', `${PAGE} img { margin: 0 auto }`, { a: picture });
    expect(boxesOf(paged, 'a')).toEqual(['1: 125 0 150 75']);
  });

  test('an inline picture stands on the baseline with its margins', () => {
    const css = '@page { size: 400pt 400pt } img { display: inline; width: 40pt; margin: 3pt 2pt }';
    const paged = pagesOf('<p id="p">aa<img id="a" alt="">b</p>', css, { a: picture });
    expect(boxesOf(paged, 'a')).toEqual(['1: 22 3 40 20']);
    expect(boxesOf(paged, 'p')).toEqual(['1: 0 0 400 28']);
  });

  test('a picture that is higher than the page is an error; one that is higher than what is left moves on', () => {
    const tall = layOut('<img id="a" alt="">', `${PAGE} img { width: 900pt; height: 450pt }`, { a: picture });
    expect(tall.codes).toEqual(['layout/no-room']);
    const body = '<p style="height: 350pt">a</p><img id="a" alt="">';
    expect(boxesOf(pagesOf(body, PAGE, { a: picture }), 'a')).toEqual(['2: 0 0 150 75']);
  });

  test('asks for no width of its own where its limit is a percentage', () => {
    const css = `${PAGE} div { display: flex; width: 100pt } img { max-width: 100% }`;
    const body = '<div><section><img id="a" alt=""></section><p>aaa</p></div>';
    expect(boxesOf(pagesOf(body, css, { a: picture }), 'a')).toEqual(['1: 0 0 70 35']);
  });
});

describe('object-fit and object-position (CSS Images 3, section 5.5)', () => {
  const box = 'img { width: 100pt; height: 100pt; padding: 1pt 2pt;';
  test.each([
    ['fill', '', [2, 1, 100, 100]],
    ['contain', 'object-fit: contain', [2, 26, 100, 50]],
    ['cover', 'object-fit: cover', [-48, 1, 200, 100]],
    ['cover, left', 'object-fit: cover; object-position: left top', [2, 1, 200, 100]],
    ['none', 'object-fit: none; object-position: 10pt 20pt', [12, 21, 150, 75]],
    ['scale-down', 'object-fit: scale-down', [2, 26, 100, 50]],
  ])('%s', (_, css, [x, y, width, height]) => {
    expect(content(`${box} ${css} }`).object).toEqual({ x, y, width, height });
    expect(content(`${box} ${css} }`).clip).toEqual({ x: 2, y: 1, width: 100, height: 100 });
  });

  test('a drawing keeps the ratio of its viewBox in the middle, and may cover', () => {
    const css = 'img { width: 100pt; height: 100pt }';
    expect(content(css, drawing).object).toEqual({ x: 25, y: 0, width: 50, height: 100 });
    expect(content(`${css} img { object-fit: cover }`, drawing).object).toEqual({
      x: 0,
      y: -50,
      width: 100,
      height: 200,
    });
  });
});

describe('QR symbols', () => {
  const at = (side: number, padding: number): FragmentContent =>
    content(`img { width: ${side}mm; height: ${side}mm; padding: ${padding}mm }`, qr);

  test('the strongest level whose module is at least 0.8 mm', () => {
    expect(at(26.5, 8).symbol).toBe(2);
    expect(at(26, 8).symbol).toBe(1);
    expect(at(23.3, 8).symbol).toBe(1);
    expect(at(23, 8).symbol).toBe(0);
  });

  test('with enough padding for the quiet zone the symbol fills the content box', () => {
    const { object, clip } = at(33, 4);
    expect(object).toEqual(clip);
  });

  test('without padding the quiet zone of four modules is taken from the box', () => {
    const { object, clip, symbol: level } = at(41, 0);
    expect(level).toBe(2);
    expect(toMm(object.width)).toBeCloseTo(33, 9);
    expect(toMm(object.x - clip.x)).toBeCloseTo(4, 9);
  });

  test('small modules are a warning, too small ones an error, with the facts', () => {
    const lay = (side: number) =>
      layOut('<img id="a" alt="">', `${PAGE} img { width: ${side}mm; padding: 8mm }`, { a: qr });
    const warned = lay(15);
    expect(warned.codes).toEqual(['layout/qr-small-modules']);
    expect(warned.paged).toBeDefined();
    expect(warned.diagnostics.all[0]?.data).toEqual({ moduleMm: 0.6, modules: 25, characters: 24 });
    expect(lay(12).codes).toEqual(['layout/qr-too-small']);
    expect(lay(12).paged).toBeUndefined();
    expect(lay(20).codes).toEqual([]);
  });
});
