import { describe, expect, test } from 'vitest';
import { drawnAs } from '../support/small-page.ts';

const RED = '#c00000';
const BLUE = '#0000c0';
const GREEN = '#008000';
const legend = { [RED]: 'r', [BLUE]: 'b', [GREEN]: 'g', '#000000': '#' };

describe('borders', () => {
  test('stand around padding and background, each side in its width and colour', async () => {
    const css = `div { margin: 1pt; width: 4pt; height: 2pt; padding: 1pt; background-color: ${GREEN}; border: 1pt solid ${RED}; border-bottom: 2pt solid ${BLUE} }`;
    expect(await drawnAs({ width: 10, height: 9, css, body: '<div></div>' }, legend)).toEqual([
      '..........',
      '.rrrrrrrr.',
      '.rggggggr.',
      '.rggggggr.',
      '.rggggggr.',
      '.rggggggr.',
      // The corners between two colours are cut from the outer to the inner edge.
      expect.stringMatching(/^\.[rb?]bbbbbb[rb?]\.$/),
      expect.stringMatching(/^\.[b?]bbbbbb[b?]\.$/),
      '..........',
    ]);
  });

  test('of different colours meet in the diagonal', async () => {
    const css = `div { width: 0; height: 0; border: 4pt solid; border-color: ${RED} ${BLUE} ${GREEN} #000000 }`;
    const drawn = await drawnAs({ width: 8, height: 8, css, body: '<div></div>' }, legend);
    // On the diagonals themselves is a mixture.
    const outside = drawn.map((row, y) =>
      [...row].map((letter, x) => (x === y || x === 7 - y ? ' ' : letter)).join(''),
    );
    expect(outside).toEqual([
      ' rrrrrr ',
      '# rrrr b',
      '## rr bb',
      '###  bbb',
      '###  bbb',
      '## gg bb',
      '# gggg b',
      ' gggggg ',
    ]);
  });

  test('dashed are dashes with gaps between, and begin and end with one', async () => {
    const css = `div { margin: 2pt; width: 30pt; border-top: 2pt dashed ${RED} }`;
    const [, , first = '', second = ''] = await drawnAs({ width: 34, height: 6, css, body: '<div></div>' }, legend);
    expect(second).toBe(first);
    expect(first.slice(2, 4)).toBe('rr');
    expect(first.slice(30, 32)).toBe('rr');
    const dashes = first.match(/r+/g) ?? [];
    expect(dashes.length).toBeGreaterThanOrEqual(3);
    expect(first.match(/\.+/g)?.length).toBe(dashes.length + 1);
  });

  test('dotted are round', async () => {
    const css = `div { margin: 4pt; width: 40pt; border-top: 8pt dotted ${RED} }`;
    const drawn = await drawnAs({ width: 48, height: 16, css, body: '<div></div>' }, legend);
    expect(drawn[7]).toMatch(/^\.{4}r{7}[r?]\.{8}r{7}[r?]\.{8}r{7}[r?]\.{4}$/);
    expect(drawn[4]).toMatch(/^\.{5}[.?]r{4}[.?]\.{10}[.?]r{4}[.?]\.{10}[.?]r{4}[.?]\.{5}$/);
    expect(drawn[3]).toBe('.'.repeat(48));
    expect(drawn[12]).toBe('.'.repeat(48));
  });

  test('without colour or style are not drawn', async () => {
    const css = `div { width: 4pt; height: 2pt; border: 1pt none ${RED} } p { height: 2pt; border: 1pt solid transparent }`;
    const drawn = await drawnAs({ width: 6, height: 8, css, body: '<div></div><p></p>' }, legend);
    expect(new Set(drawn)).toEqual(new Set(['......']));
  });
});

describe('corners', () => {
  test('cut the background', async () => {
    const css = `div { width: 8pt; height: 8pt; border-radius: 4pt; background-color: ${RED} }`;
    const drawn = await drawnAs({ width: 8, height: 8, css, body: '<div></div>' }, legend);
    expect([drawn[0]?.[0], drawn[0]?.[7], drawn[7]?.[0], drawn[7]?.[7]]).toEqual(['.', '.', '.', '.']);
    expect(drawn[3]).toBe('rrrrrrrr');
    expect(drawn.map((row) => row.slice(3, 5))).toEqual(Array(8).fill('rr'));
  });

  test('are rounded inside a border too, one by one', async () => {
    const css = `div { width: 12pt; height: 12pt; box-sizing: border-box; border: 2pt solid ${RED}; background-color: ${BLUE}; border-top-left-radius: 8pt }`;
    const drawn = await drawnAs({ width: 12, height: 12, css, body: '<div></div>' }, legend);
    expect(drawn[0]?.slice(0, 2)).toBe('..');
    expect(drawn[2]?.[2]).not.toBe('b');
    expect(drawn[11]).toBe('rrrrrrrrrrrr');
    expect(drawn[0]?.slice(9)).toBe('rrr');
    expect(drawn[6]).toBe('rrbbbbbbbbrr');
  });

  test('clip what overflows', async () => {
    const css = `div { width: 8pt; height: 8pt; border-radius: 4pt; overflow: hidden } p { width: 20pt; height: 20pt; background-color: ${RED} }`;
    const drawn = await drawnAs({ width: 10, height: 10, css, body: '<div><p></p></div>' }, legend);
    expect(drawn[0]?.[0]).toBe('.');
    expect(drawn[4]).toBe('rrrrrrrr..');
    expect(drawn[8]).toBe('..........');
  });
});

describe('overflow and opacity', () => {
  test('hidden cuts at the padding edge, visible does not', async () => {
    const css = `div { width: 3pt; height: 2pt; margin: 1pt; border: 1pt solid ${BLUE} } .h { overflow: hidden } p { width: 7pt; height: 2pt; background-color: ${RED} }`;
    const drawn = await drawnAs(
      { width: 10, height: 11, css, body: '<div class="h"><p></p></div><div><p></p></div>' },
      legend,
    );
    expect(drawn).toEqual([
      '..........',
      '.bbbbb....',
      '.brrrb....',
      '.brrrb....',
      '.bbbbb....',
      '..........',
      '.bbbbb....',
      '.brrrrrrr.',
      '.brrrrrrr.',
      '.bbbbb....',
      '..........',
    ]);
  });

  test('opacity is of the whole, not of each part', async () => {
    const css = `div { width: 4pt; height: 2pt; opacity: 0.5; background-color: ${RED} } p { width: 2pt; height: 2pt; background-color: ${BLUE} }`;
    const half = { '#e07f7f': 'R', '#7f7fe0': 'B', ...legend };
    expect(await drawnAs({ width: 5, height: 3, css, body: '<div><p></p></div>' }, half)).toEqual([
      'BBRR.',
      'BBRR.',
      '.....',
    ]);
  });

  test('opacities multiply', async () => {
    const css = 'div { opacity: 0.5 } p { width: 2pt; height: 1pt; opacity: 0.5; background-color: #000000 }';
    expect(await drawnAs({ width: 3, height: 1, css, body: '<div><p></p></div>' }, { '#bfbfbf': 'q' })).toEqual([
      'qq.',
    ]);
  });
});

describe('pages', () => {
  test('the background of the root fills the page area, and a page without one is white', async () => {
    const css = `@page { margin: 2pt 12pt 2pt 2pt } html { background-color: ${GREEN} } p { height: 2pt; background-color: ${RED} }`;
    const drawn = await drawnAs({ width: 36, height: 36, css, body: '<p></p>' }, legend);
    expect(drawn.slice(2, 4)).toEqual(Array(2).fill(`..${'r'.repeat(22)}${'.'.repeat(12)}`));
    expect(drawn.slice(4, 34)).toEqual(Array(30).fill(`..${'g'.repeat(22)}${'.'.repeat(12)}`));
    expect([drawn[0], drawn[35]]).toEqual(Array(2).fill('.'.repeat(36)));
  });
});
