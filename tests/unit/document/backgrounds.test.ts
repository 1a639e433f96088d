import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../../src/document/types.ts';
import { findElement, styledFromHtml, styledWithDiagnostics } from '../../support/styled.ts';

const style = (declarations: string): ComputedStyle =>
  findElement(styledFromHtml('<p>t</p>', `p { font-size: 10pt; ${declarations} }`).root, 'p').style;

const image = (value: string): unknown => style(`background-image: ${value}`).backgroundLayers[0]?.image;

const RED = { r: 1, g: 0, b: 0, alpha: 1 };
const BLACK = { r: 0, g: 0, b: 0, alpha: 1 };
const percent = (value: number): unknown => ({ pt: 0, percent: value });

describe('background-image', () => {
  it.each([
    ['url(a/b.png)', 'a/b.png'],
    ['url( "a b.png" )', 'a b.png'],
    ["url('article:foto.jpg')", 'article:foto.jpg'],
    ['URL( a\\ b.png )', 'a b.png'],
  ])('%s names a picture, at the place of the declaration', (value, url) => {
    const place = { path: 'style.css', line: 1, column: 22 };
    expect(image(value)).toMatchObject({ kind: 'url', url, place });
  });

  it('keeps the place through variables', () => {
    const { document } = styledWithDiagnostics('<p>t</p>', ':root { --b: url(a.png) }\np { background: var(--b) red }');
    expect(findElement(document.root, 'p').style.backgroundLayers).toMatchObject([
      { image: { kind: 'url', url: 'a.png', place: { line: 2, column: 5 } } },
    ]);
  });

  it.each([
    ['linear-gradient(red, black)', { degrees: 180 }],
    ['linear-gradient(45deg, red, black)', { degrees: 45 }],
    ['linear-gradient(-0.25turn, red, black)', { degrees: -90 }],
    ['linear-gradient(100grad, red, black)', { degrees: 90 }],
    ['linear-gradient(0, red, black)', { degrees: 0 }],
    ['linear-gradient(to right, red, black)', { x: 1, y: 0 }],
    ['linear-gradient(to top left, red, black)', { x: -1, y: -1 }],
    ['linear-gradient(to bottom right, red, black)', { x: 1, y: 1 }],
  ])('%s runs in its direction', (value, direction) => {
    expect(image(value)).toMatchObject({ kind: 'linear-gradient', direction, repeating: false });
  });

  it('has stops with no, one or two positions', () => {
    expect(image('repeating-linear-gradient(red, black 1em, 10% red, currentColor 20% 30%)')).toEqual({
      kind: 'linear-gradient',
      direction: { degrees: 180 },
      repeating: true,
      stops: [
        { color: RED, position: undefined },
        { color: BLACK, position: { pt: 10, percent: 0 } },
        { color: RED, position: percent(10) },
        { color: BLACK, position: percent(20) },
        { color: BLACK, position: percent(30) },
      ],
    });
  });

  it.each([
    'linear-gradient()',
    'linear-gradient(45deg)',
    'linear-gradient(to middle, red, black)',
    'linear-gradient(to left right, red, black)',
    'linear-gradient(to left left, red, black)',
    'linear-gradient(red 1pt 2pt 3pt, black)',
    'linear-gradient(red black, red)',
    'linear-gradient(45, red, black)',
    'url(a.png) url(b.png)',
    'url()a',
  ])('%s is reported', (value) => {
    const { diagnostics } = styledWithDiagnostics('<p>t</p>', `p { background-image: ${value} }`);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['document/unsupported-value']);
  });
});

describe('layers', () => {
  it('are as many as there are pictures; shorter lists are repeated', () => {
    const { backgroundLayers, backgroundClip } = style(
      `background-image: url(a.png), none, url(c.png); background-repeat: space, repeat-x; background-size: cover;
       background-position: top, 1pt; background-clip: padding-box, border-box; background-origin: content-box`,
    );
    expect(
      backgroundLayers.map(({ repeat, size, position, clip, origin }) => [repeat, size, position, clip, origin]),
    ).toEqual([
      [{ x: 'space', y: 'space' }, 'cover', { x: percent(50), y: percent(0) }, 'padding-box', 'content-box'],
      [{ x: 'space', y: 'space' }, 'cover', { x: percent(50), y: percent(0) }, 'padding-box', 'content-box'],
    ]);
    // Of the last layer, whether it has a picture or not.
    expect(backgroundClip).toBe('padding-box');
  });

  it.each([
    ['left 1pt top', { pt: 1, percent: 0 }, percent(0)],
    ['right bottom 1pt', percent(100), { pt: -1, percent: 100 }],
    ['top 1pt right', percent(100), { pt: 1, percent: 0 }],
    ['center bottom 1pt', percent(50), { pt: -1, percent: 100 }],
    ['bottom 1pt center', percent(50), { pt: -1, percent: 100 }],
    ['right 1pt center', { pt: -1, percent: 100 }, percent(50)],
  ])('background-position: %s', (value, x, y) => {
    const { backgroundLayers } = style(`background-image: url(a.png); background-position: ${value}`);
    expect(backgroundLayers[0]?.position).toEqual({ x, y });
  });

  it.each([
    ['50% auto', { width: percent(50), height: 'auto' }],
    ['1em', { width: { pt: 10, percent: 0 }, height: 'auto' }],
    ['contain', 'contain'],
  ])('background-size: %s', (value, size) => {
    expect(style(`background-image: url(a.png); background-size: ${value}`).backgroundLayers[0]?.size).toEqual(size);
  });
});

describe('box-shadow', () => {
  it('has offsets, spread, colour and side', () => {
    expect(style('color: red; box-shadow: 1pt 2pt, inset black -1em 0 0 3pt').boxShadow).toEqual([
      { x: 1, y: 2, spread: 0, color: RED, inset: false },
      { x: -10, y: 0, spread: 3, color: BLACK, inset: true },
    ]);
    expect(style('box-shadow: none').boxShadow).toEqual([]);
  });

  it.each([
    '1pt',
    '1pt 1pt 1pt',
    '1pt inset 1pt',
    '1pt red 1pt',
    '1pt 1pt red 0',
    '1pt 1pt red blue',
    'inset inset 1pt 1pt',
    '1pt 1pt / 2pt',
    '1% 1pt',
  ])('%s is reported', (value) => {
    const { diagnostics } = styledWithDiagnostics('<p>t</p>', `p { box-shadow: ${value} }`);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['document/unsupported-value']);
  });
});
