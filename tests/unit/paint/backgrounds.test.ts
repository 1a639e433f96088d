import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Replaced } from '../../../src/asset/types.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import type { Rect, Size } from '../../../src/base/geometry.ts';
import type { BackgroundLayer, LinearGradient } from '../../../src/document/types.ts';
import { gradientLine } from '../../../src/paint/background/gradient-line.ts';
import { tilingOf } from '../../../src/paint/background/tiling.ts';
import { paintDocument } from '../../../src/paint/paint-document.ts';
import { printDisplayList } from '../../../src/paint/print-display-list.ts';
import { squareCatalogue } from '../../support/fonts.ts';
import { pagesOf } from '../../support/laid-out.ts';

const DRAWING: Replaced = {
  kind: 'drawing',
  drawing: { viewBox: { x: 0, y: 0, width: 20, height: 10 }, natural: { width: 20, height: 10 }, children: [] },
};
const PICTURE: Replaced = {
  kind: 'picture',
  header: { key: 'k', widthPx: 80, heightPx: 40, name: 'latar.png', place: undefined },
};

const backgrounds = new Map<string, Replaced>([
  ['gambar.svg', DRAWING],
  ['latar.png', PICTURE],
]);

const printed = (body: string, css: string): readonly string[] => {
  const assets = { fonts: squareCatalogue(), replaced: new Map(), backgrounds, pictureBytes: new Map() };
  const paged = pagesOf(body, `@page { size: 300pt 300pt } ${css}`);
  return printDisplayList(paintDocument(paged, assets, createDiagnosticList())).split('\n');
};

/** Items of the pages and the pictures that are asked for. */
const items = (body: string, css: string): readonly string[] =>
  printed(body, css)
    .filter((line) => /^ +(fill|stroke|group|picture|gradient|tiles|drawing)|^picture/.test(line))
    .map((line) => line.replace(/^ {2}/, ''));

const BOX = 'div { width: 80pt; height: 40pt; margin: 10pt; ';
const PATH = 'M10,10 L90,10 L90,50 L10,50 Z';

describe('gradients', () => {
  test('run along the angle, far enough for the corners', () => {
    expect(items('<div></div>', `${BOX} background: linear-gradient(90deg, #ff0000, #0000ff) }`)).toEqual([
      `gradient Layout 10,30 to 90,30 (#ff0000 0, #0000ff 1) nonzero ${PATH}`,
    ]);
    // 45 degrees: half of (80 + 40) / √2 on each side of the middle, that is 30 points on each axis.
    expect(items('<div></div>', `${BOX} background: linear-gradient(45deg, #ff0000, #0000ff) }`)).toEqual([
      `gradient Layout 20,60 to 80,0 (#ff0000 0, #0000ff 1) nonzero ${PATH}`,
    ]);
  });

  test('towards a corner the middle colour joins the two corners beside it', () => {
    const line = gradientLine(gradientTo({ x: 1, y: -1 }), { x: 0, y: 0, width: 80, height: 40 });
    if (line === undefined || !('from' in line)) throw new Error('A gradient');
    const { from, to } = line;
    const share = ({ x, y }: { readonly x: number; readonly y: number }): number =>
      ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / ((to.x - from.x) ** 2 + (to.y - from.y) ** 2);
    expect(share({ x: 0, y: 0 })).toBeCloseTo(0.5, 9);
    expect(share({ x: 80, y: 40 })).toBeCloseTo(0.5, 9);
    expect(share({ x: 80, y: 0 })).toBeCloseTo(1, 9);
    expect(share({ x: 0, y: 40 })).toBeCloseTo(0, 9);
  });

  test('stops without a place stand evenly between their neighbours, and none before the one before it', () => {
    const css = 'linear-gradient(90deg, #000000, #ff0000, #00ff00, #0000ff 60%, #ffffff 30%)';
    expect(items('<div></div>', `${BOX} background: ${css} }`)).toEqual([
      `gradient Layout 10,30 to 90,30 (#000000 0, #ff0000 0.2, #00ff00 0.4, #0000ff 0.6, #ffffff 0.6) nonzero ${PATH}`,
    ]);
  });

  test('stops outside make the line longer', () => {
    expect(items('<div></div>', `${BOX} background: linear-gradient(90deg, #ff0000 -20pt, #0000ff 100pt) }`)).toEqual([
      `gradient Layout -10,30 to 110,30 (#ff0000 0, #0000ff 1) nonzero ${PATH}`,
    ]);
  });

  test('repeat until the line is full; stripes too fine for a printer are their mean', () => {
    const css = 'repeating-linear-gradient(90deg, #ff0000 0, #0000ff 30pt)';
    expect(items('<div></div>', `${BOX} background: ${css} }`)).toEqual([
      `gradient Layout 10,30 to 100,30 (#ff0000 0, #0000ff 0.33, #ff0000 0.33, #0000ff 0.67, #ff0000 0.67, #0000ff 1) nonzero ${PATH}`,
    ]);
    const fine = 'repeating-linear-gradient(90deg, #000000 0 0.05pt, #ffffff 0.05pt 0.1pt)';
    expect(items('<div></div>', `${BOX} background: ${fine} }`)).toEqual([`fill Layout #808080 nonzero ${PATH}`]);
  });

  test('what cannot be seen has the colour of the other end: colours are mixed premultiplied', () => {
    const css = 'linear-gradient(90deg, #ff0000, transparent)';
    expect(items('<div></div>', `${BOX} background: ${css} }`)).toEqual([
      `gradient Layout 10,30 to 90,30 (#ff0000 0, #ff0000/0 1, #000000/0 1) nonzero ${PATH}`,
    ]);
  });

  test('two opacities are mixed in steps that follow the standard', () => {
    const half: LinearGradient = {
      ...gradientTo({ degrees: 90 }),
      stops: [
        { color: { r: 1, g: 0, b: 0, alpha: 0.2 }, position: undefined },
        { color: { r: 0, g: 0, b: 1, alpha: 0.8 }, position: undefined },
      ],
    };
    const line = gradientLine(half, { x: 0, y: 0, width: 10, height: 10 });
    if (line === undefined || !('from' in line)) throw new Error('A gradient');
    const middle = line.stops.find(({ offset }) => offset === 0.5);
    // CSS Color 4, section 12.3: (1 × 0.2 + 0 × 0.8) / 2 over the mean opacity 0.5.
    expect(middle?.color.r).toBeCloseTo(0.2, 9);
    expect(middle?.color.b).toBeCloseTo(0.8, 9);
    expect(middle?.color.alpha).toBeCloseTo(0.5, 9);
  });

  test('offsets always ascend from 0 to 1', () => {
    const position = fc.option(
      fc.record({ pt: fc.double({ min: -50, max: 50, noNaN: true }), percent: fc.constant(0) }),
      {
        nil: undefined,
      },
    );
    const stop = fc.record({ color: fc.constantFrom(RED, CLEAR, BLUE), position });
    const gradients = fc.record({
      kind: fc.constant('linear-gradient' as const),
      direction: fc.record({ degrees: fc.integer({ min: -720, max: 720 }) }),
      stops: fc.array(stop, { minLength: 1, maxLength: 6 }),
      repeating: fc.boolean(),
    });
    fc.assert(
      fc.property(gradients, (gradient) => {
        const line = gradientLine(gradient, { x: 3, y: 5, width: 70, height: 20 });
        if (line === undefined || !('from' in line)) return;
        const offsets = line.stops.map(({ offset }) => offset);
        expect(offsets[0]).toBeGreaterThanOrEqual(0);
        expect(offsets.at(-1)).toBeLessThanOrEqual(1);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        expect(line.stops.length).toBeLessThan(50_000);
      }),
    );
  });
});

const RED = { r: 1, g: 0, b: 0, alpha: 1 };
const BLUE = { r: 0, g: 0, b: 1, alpha: 0.5 };
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

function gradientTo(direction: LinearGradient['direction']): LinearGradient {
  const stops = [RED, { ...BLUE, alpha: 1 }].map((color) => ({ color, position: undefined }));
  return { kind: 'linear-gradient', direction, stops, repeating: false };
}

describe('layers', () => {
  test('lie on the colour, the last one first', () => {
    const css = 'url(gambar.svg) no-repeat, linear-gradient(90deg, #ff0000, #0000ff), #00ff00';
    expect(items('<div></div>', `${BOX} background: ${css} }`)).toEqual([
      `fill Layout #00ff00 nonzero ${PATH}`,
      `gradient Layout 10,30 to 90,30 (#ff0000 0, #0000ff 1) nonzero ${PATH}`,
      `group opacity 1 clip ${PATH}`,
      '  drawing Layout 1 0 0 1 10 10 clip M10,10 L30,10 L30,20 L10,20 Z nodes 0',
    ]);
  });

  test('a picture is asked for at its printed size, as far as it shows', () => {
    expect(items('<div></div>', `${BOX} background: url(latar.png) center / cover }`)).toEqual([
      `picture Layout 0 10 10 80 40 clip ${PATH}`,
      'picture 0 latar.png 80 × 40 crop 0 0 1 1',
    ]);
    expect(items('<div></div>', `${BOX} background: url(latar.png) -30pt 0 no-repeat }`)).toEqual([
      `picture Layout 0 10 10 30 30 clip ${PATH}`,
      'picture 0 latar.png 60 × 30 crop 0.5 0 0.5 1',
    ]);
  });

  test('a few copies are drawn one by one, many are a pattern', () => {
    const few = items('<div></div>', `${BOX} background: url(latar.png) 0 0 / 40pt 20pt }`);
    expect(few).toEqual([
      `group opacity 1 clip ${PATH}`,
      '  picture Layout 0 10 10 40 20 clip M10,10 L50,10 L50,30 L10,30 Z',
      '  picture Layout 0 50 10 40 20 clip M50,10 L90,10 L90,30 L50,30 Z',
      '  picture Layout 0 10 30 40 20 clip M10,30 L50,30 L50,50 L10,50 Z',
      '  picture Layout 0 50 30 40 20 clip M50,30 L90,30 L90,50 L50,50 Z',
      'picture 0 latar.png 40 × 20 crop 0 0 1 1',
    ]);
    expect(items('<div></div>', `${BOX} background: url(latar.png) 0 0 / 8pt 4pt }`)).toEqual([
      `tiles Layout 10 10 8 4 step 8 4 ${PATH}`,
      '  picture Layout 0 10 10 8 4 clip M10,10 L18,10 L18,14 L10,14 Z',
      'picture 0 latar.png 8 × 4 crop 0 0 1 1',
    ]);
  });

  test('count from one area and are cut off at another', () => {
    const css = `border: 5pt solid #000000; padding: 3pt; background: linear-gradient(90deg, #ff0000, #0000ff) content-box`;
    expect(items('<div></div>', `${BOX} ${css} }`)[0]).toBe(
      'gradient Layout 18,38 to 98,38 (#ff0000 0, #0000ff 1) nonzero M18,18 L98,18 L98,58 L18,58 Z',
    );
    expect(items('<div></div>', `${BOX} ${css} padding-box }`).slice(0, 2)).toEqual(
      [
        'group opacity 1 clip M15,15 L101,15 L101,61 L15,61 Z',
        '  gradient Layout 12,38 to 18,38 (#ff0000 0, #0000ff 1) nonzero M12,18 L18,18 L18,58 L12,58 Z',
      ].map((line, index) => (index === 0 ? line : expect.stringMatching(/^ {2}gradient /))),
    );
  });

  test('of a box that is cut between pages are cut with it', () => {
    const css =
      '@page { size: 60pt 40pt } div { width: 10pt; line-height: 20pt; background: linear-gradient(#ff0000, #0000ff) }';
    const gradients = printed('<div>a b c</div>', css).filter((line) => line.includes('gradient'));
    expect(gradients.map((line) => line.trim())).toEqual([
      expect.stringContaining('gradient Layout 5,0 to 5,60 '),
      expect.stringContaining('gradient Layout 5,-40 to 5,20 '),
    ]);
  });

  test('of the root fill the page area, and count from the root element', () => {
    const css = 'html { background: linear-gradient(90deg, #ff0000, #0000ff) no-repeat } div { height: 40pt }';
    expect(items('<div></div>', css)).toEqual([
      'group opacity 1 clip M0,0 L300,0 L300,300 L0,300 Z',
      '  gradient Layout 0,20 to 300,20 (#ff0000 0, #0000ff 1) nonzero M0,0 L300,0 L300,40 L0,40 Z',
    ]);
  });

  test('a picture that could not be loaded leaves the colour', () => {
    expect(items('<div></div>', `${BOX} background: #ff0000 url(tiada.png) }`)).toEqual([
      `fill Layout #ff0000 nonzero ${PATH}`,
    ]);
  });
});

describe('copies of a picture', () => {
  const AREA: Rect = { x: 10, y: 20, width: 100, height: 60 };
  const layer = (changes: Partial<BackgroundLayer>): BackgroundLayer => ({
    image: { kind: 'url', url: 'a.png', place: undefined },
    position: { x: { pt: 0, percent: 0 }, y: { pt: 0, percent: 0 } },
    size: { width: 'auto', height: 'auto' },
    repeat: { x: 'repeat', y: 'repeat' },
    origin: 'padding-box',
    clip: 'border-box',
    ...changes,
  });
  const natural: Size = { width: 40, height: 20 };

  test('fill with whole copies when rounded, and keep the ratio of a side that is free', () => {
    const tiling = tilingOf(layer({ repeat: { x: 'round', y: 'repeat' } }), natural, AREA, AREA);
    // 100 / 40 = 2.5 is rounded up: three of 33.3 by 16.7.
    expect(tiling?.tile.width).toBeCloseTo(100 / 3, 9);
    expect(tiling?.tile.height).toBeCloseTo(50 / 3, 9);
    expect(tiling?.columns).toEqual([0, 2]);
  });

  test('share out the room that is left between them', () => {
    const tiling = tilingOf(layer({ repeat: { x: 'space', y: 'space' } }), natural, AREA, AREA);
    expect(tiling).toEqual({
      tile: { x: 10, y: 20, width: 40, height: 20 },
      step: { width: 60, height: 20 },
      columns: [0, 1],
      rows: [0, 2],
    });
  });

  test('stand where the position says when only one finds room', () => {
    const wide = layer({
      repeat: { x: 'space', y: 'no-repeat' },
      size: { width: { pt: 70, percent: 0 }, height: 'auto' },
      position: { x: { pt: 0, percent: 100 }, y: { pt: 0, percent: 50 } },
    });
    expect(tilingOf(wide, natural, AREA, AREA)?.tile).toEqual({ x: 40, y: 32.5, width: 70, height: 35 });
  });

  test('are all that can be seen, and no other', () => {
    const repeats = fc.constantFrom('repeat', 'space', 'round', 'no-repeat');
    const length = fc.record({ pt: fc.integer({ min: -40, max: 40 }), percent: fc.integer({ min: -50, max: 150 }) });
    const cases = fc.record({
      repeat: fc.record({ x: repeats, y: repeats }),
      position: fc.record({ x: length, y: length }),
      size: fc.record({ width: fc.integer({ min: 3, max: 130 }), height: fc.integer({ min: 3, max: 130 }) }),
      dx: fc.integer({ min: -30, max: 30 }),
    });
    fc.assert(
      fc.property(cases, ({ repeat, position, size, dx }) => {
        const shown: Rect = { x: AREA.x + dx, y: AREA.y, width: 90, height: 50 };
        const given = { width: { pt: size.width, percent: 0 }, height: { pt: size.height, percent: 0 } };
        const tiling = tilingOf(layer({ repeat, position, size: given }), natural, AREA, shown);
        if (tiling === undefined) return;
        const { tile, step, columns } = tiling;
        const overlaps = (column: number): boolean =>
          tile.x + column * step.width < shown.x + shown.width - 1e-3 &&
          tile.x + column * step.width + tile.width > shown.x + 1e-3;
        for (let column = columns[0]; column <= columns[1]; column += 1) {
          expect(tile.x + column * step.width).toBeLessThan(shown.x + shown.width);
          expect(tile.x + column * step.width + tile.width).toBeGreaterThan(shown.x);
        }
        if (step.width > tile.width + 1e-9 || repeat.x === 'repeat' || repeat.x === 'round') {
          expect([overlaps(columns[0] - 1), overlaps(columns[1] + 1)]).toEqual([false, false]);
        }
      }),
    );
  });
});

describe('shadows', () => {
  test('show outside the border box alone', () => {
    expect(items('<div></div>', `${BOX} box-shadow: 4pt 2pt #ff0000 }`)).toEqual([
      'group opacity 1 clip M-4,-4 L104,-4 L104,64 L-4,64 Z M10,50 L90,50 L90,10 L10,10 Z',
      '  fill Layout #ff0000 nonzero M14,12 L94,12 L94,52 L14,52 Z',
    ]);
  });

  test('one that only spreads is a ring', () => {
    expect(items('<div></div>', `${BOX} box-shadow: 0 0 0 3pt #ff0000 }`)).toEqual([
      `fill Layout #ff0000 evenodd M7,7 L93,7 L93,53 L7,53 Z ${PATH}`,
    ]);
  });

  test('inside lie between background and border, the first of the list on top', () => {
    const css = `${BOX} background: #00ff00; border: 1pt solid #000000; box-shadow: inset 2pt 0 #ff0000, inset 0 2pt #0000ff }`;
    expect(items('<div></div>', css).map((line) => line.split(' ').slice(0, 4).join(' ').trim())).toEqual([
      'fill Layout #00ff00 nonzero',
      'group opacity 1 clip',
      'fill Layout',
      'group opacity 1 clip',
      'fill Layout',
      'fill Layout #000000 evenodd',
    ]);
  });

  test('end where the box is cut between pages', () => {
    const css = '@page { size: 60pt 40pt } div { width: 10pt; line-height: 20pt; box-shadow: 2pt 2pt #ff0000 }';
    const clips = printed('<div>a b c</div>', css).filter((line) => line.includes('clip'));
    expect(clips).toEqual([
      expect.stringContaining('M-10,-10 L20,-10 L20,40 L-10,40 Z'),
      expect.stringContaining('M-10,0 L20,0 L20,30 L-10,30 Z'),
    ]);
  });
});
