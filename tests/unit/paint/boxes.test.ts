import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../../src/base/geometry.ts';
import { polygon, type Radii, rectPath, reversed, roundedPath } from '../../../src/paint/box-paths.ts';
import { printDisplayList } from '../../../src/paint/print-display-list.ts';
import type { DisplayItem } from '../../../src/paint/types.ts';
import { allItems, PICTURE_HEADER, painted } from '../../support/painted.ts';

const PAGE = '@page { size: 300pt 300pt }';
const items = (body: string, css: string, replaced = {}): readonly string[] =>
  printDisplayList(painted(body, PAGE + css, replaced).list)
    .split('\n')
    .filter((line) => line.startsWith('  ') && /^ +(fill|stroke|group|picture|glyphs|drawing|qr)/.test(line))
    .map((line) => line.trimEnd().slice(2));

const BOX = 'div { width: 80pt; height: 40pt; margin: 10pt; ';

describe('backgrounds and borders', () => {
  test('four sides alike are one ring', () => {
    expect(items('<div></div>', `${BOX} background: #ff0000; border: 5pt solid #0000ff }`)).toEqual([
      'fill Layout #ff0000 nonzero M10,10 L100,10 L100,60 L10,60 Z',
      'fill Layout #0000ff evenodd M10,10 L100,10 L100,60 L10,60 Z M15,15 L95,15 L95,55 L15,55 Z',
    ]);
  });

  test('sides of different colours meet along the line from corner to corner', () => {
    expect(items('<div></div>', `${BOX} border-top: 10pt solid #ff0000; border-left: 5pt solid #0000ff }`)).toEqual([
      'fill Layout #ff0000 nonzero M10,10 L95,10 L95,20 L15,20 Z',
      'fill Layout #0000ff nonzero M10,60 L10,10 L15,20 L15,60 Z',
    ]);
  });

  test('double is two lines of a third', () => {
    expect(items('<div></div>', `${BOX} border-bottom: 9pt double #000000 }`)).toEqual([
      'fill Layout #000000 nonzero M90,59 L10,59 L10,56 L90,56 Z M90,53 L10,53 L10,50 L90,50 Z',
    ]);
  });

  test('inset and outset are lit from the top left', () => {
    expect(items('<div></div>', `${BOX} border: 4pt inset #ff0000 }`)).toEqual([
      'fill Layout #ab0000 nonzero M10,10 L98,10 L94,14 L14,14 Z M10,58 L10,10 L14,14 L14,54 Z',
      'fill Layout #ff0000 nonzero M98,10 L98,58 L94,54 L94,14 Z M98,58 L10,58 L14,54 L94,54 Z',
    ]);
    expect(items('<div></div>', `${BOX} border-right: 4pt outset #000000; border-top: 4pt outset #000000 }`)).toEqual([
      'fill Layout #a8a8a8 nonzero M10,10 L94,10 L90,14 L10,14 Z',
      'fill Layout #545454 nonzero M94,10 L94,54 L90,54 L90,14 Z',
    ]);
  });

  test('groove and ridge are two halves, the inner one over the outer', () => {
    expect(items('<div></div>', `${BOX} border-bottom: 10pt groove #ff0000 }`)).toEqual([
      'fill Layout #ff0000 nonzero M90,60 L10,60 L10,50 L90,50 Z',
      'fill Layout #ab0000 nonzero M90,55 L10,55 L10,50 L90,50 Z',
    ]);
    // Nothing lies over anything where it shines through.
    expect(items('<div></div>', `${BOX} border-left: 6pt ridge rgb(255 0 0 / 50%) }`)).toEqual([
      'fill Layout #ff0000/0.5 nonzero M10,50 L10,10 L13,10 L13,50 Z',
      'fill Layout #ab0000/0.5 nonzero M13,50 L13,10 L16,10 L16,50 Z',
    ]);
  });

  test('dashes and dots end where the side ends', () => {
    expect(items('<div></div>', `${BOX} border-top: 2pt dashed #000000 }`)).toEqual([
      'stroke Layout #000000 2 butt dash 4 3.6 M10,11 L90,11',
    ]);
    expect(items('<div></div>', `${BOX} border-top: 2pt dotted #000000 }`)).toEqual([
      'stroke Layout #000000 2 round dash 0.02 3.88 M10.99,11 L89.01,11',
    ]);
  });

  test('corners are ellipses, scaled down until they fit, and the inner edge is rounder by the border', () => {
    const [background, border] = items(
      '<div></div>',
      `${BOX} background: #ff0000; border: 4pt solid #000000; border-radius: 100pt }`,
    );
    // 88 × 48: the radius comes down to 24.
    expect(background).toMatch(/^fill Layout #ff0000 nonzero M34,10 L74,10 C87.25,10 98,20.75 98,34 /);
    expect(border).toContain(' M34,14 L74,14 C85.05,14 94,22.95 94,34 ');
  });

  test('a box that is cut between pages is open at the cut', () => {
    const { list } = painted(
      '<div>aaaa bbbb cccc dddd eeee</div>',
      '@page { size: 60pt 36pt } div { border: 2pt solid #000000; border-radius: 4pt; orphans: 1; widows: 1 }',
    );
    const [first, second] = list.pages.map((page) => page.items.find((item) => item.kind === 'group'));
    if (first?.kind !== 'group' || second?.kind !== 'group') throw new Error('Three sides are cut out of a ring');
    // Sides of one colour are one path, so that no hair is seen between them.
    for (const [side] of [first.items, second.items]) {
      const shapes = side?.kind === 'fill' ? side.path.filter(({ kind }) => kind === 'move').length : 0;
      expect(shapes).toBe(3);
    }
  });

  test('what is hidden or has no size is not painted', () => {
    expect(items('<div>a</div>', `${BOX} background: #ff0000; visibility: hidden }`)).toEqual([]);
    expect(items('<div></div>', 'div { background: #ff0000 }')).toEqual([]);
  });
});

describe('canvas', () => {
  test('the background of the root fills the page area of every page, once', () => {
    const css = 'html { background: #ff0000 } div + div { break-before: page }';
    const fills = items('<div>a</div><div>b</div>', `${css} @page { margin: 20pt }`).filter((item) =>
      /^fill/.test(item),
    );
    expect(fills).toEqual([
      'fill Layout #ff0000 nonzero M20,20 L280,20 L280,280 L20,280 Z',
      'fill Layout #ff0000 nonzero M20,20 L280,20 L280,280 L20,280 Z',
    ]);
  });

  test('that of body stands in for it', () => {
    expect(items('<p>a</p>', 'body { background: #00ff00 }')[0]).toBe(
      'fill Layout #00ff00 nonzero M0,0 L300,0 L300,300 L0,300 Z',
    );
  });
});

describe('tables', () => {
  test('the background of a row and of a group shows in the cells alone', () => {
    const table = '<table><tr><td></td><td></td></tr></table>';
    const css = 'table { border-spacing: 10pt } td { width: 20pt; height: 30pt; padding: 0 } ';
    const cells = 'M10,10 L30,10 L30,40 L10,40 Z M40,10 L60,10 L60,40 L40,40 Z';
    expect(items(table, `${css} tr { background: #ff0000 } tbody { background: #0000ff }`)).toEqual([
      `fill Layout #0000ff nonzero ${cells}`,
      `fill Layout #ff0000 nonzero ${cells}`,
    ]);
  });
});

describe('groups', () => {
  test('overflow clips what is inside, not the border', () => {
    expect(items('<div>a</div>', `${BOX} border: 5pt solid #000000; overflow: hidden }`)).toEqual([
      'fill Layout #000000 evenodd M10,10 L100,10 L100,60 L10,60 Z M15,15 L95,15 L95,55 L15,55 Z',
      'group opacity 1 clip M15,15 L95,15 L95,55 L15,55 Z',
      '  glyphs #1 #000000 Square 10 at 15,23 "a"',
    ]);
  });

  test('opacity is of the whole box, and of inline text by its colour', () => {
    expect(items('<div>a</div>', `${BOX} background: #ff0000; opacity: 0.5 }`)).toEqual([
      'group opacity 0.5',
      '  fill Layout #ff0000 nonzero M10,10 L90,10 L90,50 L10,50 Z',
      '  glyphs #1 #000000 Square 10 at 10,18 "a"',
    ]);
    expect(items('<p>a<span>b</span></p>', 'span { opacity: 0.5 }')).toEqual([
      'glyphs #1 #000000 Square 10 at 0,8 "a"',
      'glyphs #1 #000000/0.5 Square 10 at 10,8 "b"',
    ]);
    expect(items('<div>a</div>', 'div { opacity: 0 }')).toEqual([]);
  });
});

describe('text', () => {
  test('backgrounds of blocks come before all text, of inline elements before their paragraph', () => {
    const kinds = items(
      '<p>a<span>b</span></p><p class="c">d</p>',
      'span { background: #00ff00 } .c { background: #ff0000 }',
    ).map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(kinds).toEqual([
      'fill Layout #ff0000',
      'fill Layout #00ff00',
      'glyphs #1 #000000',
      'glyphs #1 #000000',
      'glyphs #2 #000000',
    ]);
  });

  test('the underline of neighbouring runs is one line under them', () => {
    const css = 'u { text-decoration: underline; text-decoration-skip-ink: none } b { font-weight: inherit }';
    const lines = items('<p><u>a<b>b</b></u></p>', css);
    expect(lines.filter((line) => line.startsWith('fill'))).toHaveLength(1);
    expect(lines[0]).toMatch(/^fill Layout #000000 nonzero M0,[\d.]+ L20,/);
  });
});

describe('replaced content', () => {
  test('a cropped picture is asked for once at its whole size, and drawn where it shows', () => {
    const css = `${PAGE} img { display: block; width: 100pt; height: 100pt; object-fit: cover }`;
    const { list } = painted('<img id="p" alt="a"><img id="q" alt="b">', css, { p: PICTURE_HEADER, q: PICTURE_HEADER });
    expect(list.pictures).toEqual([
      {
        key: 'k',
        width: 200,
        height: 100,
        crop: { x: 0.25, y: 0, width: 0.5, height: 1 },
        name: 'peta.jpg',
        place: undefined,
      },
    ]);
    const pictures = allItems(list).filter(
      (item): item is Extract<DisplayItem, { kind: 'picture' }> => item.kind === 'picture',
    );
    expect(pictures.map(({ rect, request }) => ({ rect, request }))).toEqual([
      { rect: { x: 0, y: 0, width: 100, height: 100 }, request: 0 },
      { rect: { x: 0, y: 100, width: 100, height: 100 }, request: 0 },
    ]);
  });

  test('a drawing is placed by one matrix from its viewBox', () => {
    const drawing = {
      kind: 'drawing',
      drawing: { viewBox: { x: 2, y: 0, width: 24, height: 24 }, natural: { width: 24, height: 24 }, children: [] },
    } as const;
    const { list } = painted(
      '<p>a</p><img id="d" alt="a">',
      `${PAGE} img { display: block; width: 48pt; height: 48pt }`,
      {
        d: drawing,
      },
    );
    const item = allItems(list).find((one) => one.kind === 'drawing');
    expect(item?.kind === 'drawing' && item.matrix).toEqual([2, 0, 0, 2, -4, 10]);
  });
});

describe('paths', () => {
  const rect: Rect = { x: 0, y: 0, width: 100, height: 60 };
  const length = fc.double({ min: 0, max: 30, noNaN: true });
  const size = fc.record({ width: length, height: length });
  const radii: fc.Arbitrary<Radii> = fc.record({ topLeft: size, topRight: size, bottomRight: size, bottomLeft: size });

  test('a path and its reverse enclose opposite areas', () => {
    fc.assert(
      fc.property(radii, (given) => {
        const path = roundedPath(rect, given);
        expect(area(path) + area(reversed(path))).toBeCloseTo(0, 6);
        expect(area(path)).toBeLessThanOrEqual(6000 + 1e-6);
      }),
    );
  });

  test('without radii it is the rectangle', () => {
    const none = { width: 0, height: 0 };
    const sharp: Radii = { topLeft: none, topRight: none, bottomRight: none, bottomLeft: none };
    expect(roundedPath(rect, sharp)).toEqual(rectPath(rect));
    expect(
      area(
        polygon([
          { x: 0, y: 0 },
          { x: 4, y: 0 },
          { x: 0, y: 3 },
        ]),
      ),
    ).toBe(6);
  });
});

/** Of the polygon through the end points and control points. */
function area(path: ReturnType<typeof roundedPath>): number {
  const points = path.flatMap((command) =>
    command.kind === 'close' ? [] : command.kind === 'curve' ? [command.c1, command.c2, command.to] : [command.to],
  );
  return points.reduce((sum, point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    return sum + (point.x * next.y - next.x * point.y) / 2;
  }, 0);
}
