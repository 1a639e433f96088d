import { describe, expect, test } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import type { Rect } from '../../../src/base/geometry.ts';
import { writePdf } from '../../../src/output/write-pdf.ts';
import type { DisplayItem, DisplayList, Owner } from '../../../src/paint/types.ts';
import { METADATA, rectPath } from '../../support/display-lists.ts';
import { builtInCatalogue } from '../../support/fonts.ts';
import { nameOf, numberOf } from '../../support/pdf-objects.ts';
import { colorAt, type Raster, rasterise } from '../../support/rasterise.ts';
import { readPdf } from '../../support/read-pdf.ts';

const fonts = builtInCatalogue();
const LAYOUT: Owner = { kind: 'artifact', artifact: 'Layout' };
const RED = { r: 1, g: 0, b: 0, alpha: 1 };
const BLUE = { r: 0, g: 0, b: 1, alpha: 1 };
const SCALE = 4;

async function write(items: readonly DisplayItem[]): Promise<Uint8Array> {
  const reporter = createDiagnosticList();
  const size = { width: 100, height: 100 };
  const tags: DisplayList['tags'] = [{ id: 0, role: 'Document', parent: undefined, order: 0, attributes: {} }];
  const list: DisplayList = { title: 't', lang: 'id', pages: [{ size, items, links: [] }], tags, pictures: [] };
  const bytes = await writePdf(list, { metadata: METADATA, fonts, pictures: [] }, reporter);
  expect(reporter.all).toEqual([]);
  if (bytes === undefined) throw new Error('Nothing was written');
  return bytes;
}

const drawn = async (items: readonly DisplayItem[]): Promise<Raster> => rasterise(await write(items), 0, SCALE);

const gradient = (rect: Rect, stops: Extract<DisplayItem, { kind: 'gradient' }>['stops']): DisplayItem => ({
  kind: 'gradient',
  owner: LAYOUT,
  path: rectPath(rect),
  rule: 'nonzero',
  from: { x: rect.x, y: rect.y },
  to: { x: rect.x + rect.width, y: rect.y },
  stops,
});

const fill = (rect: Rect, color: typeof RED): DisplayItem => ({
  kind: 'fill',
  owner: LAYOUT,
  path: rectPath(rect),
  rule: 'nonzero',
  color,
});

/** Equal but for rounding and smoothing. */
function expectColor(raster: Raster, x: number, y: number, wanted: readonly [number, number, number]): void {
  const color = colorAt(raster, SCALE, x, y);
  for (const channel of [0, 1, 2]) expect(Math.abs((color[channel] ?? 0) - (wanted[channel] ?? 0))).toBeLessThan(8);
}

describe('a gradient', () => {
  const rect: Rect = { x: 10, y: 20, width: 80, height: 30 };

  test('is an axial shading with a function for each pair of stops', async () => {
    const item = gradient(rect, [
      { offset: 0, color: RED },
      { offset: 0.25, color: BLUE },
      { offset: 0.25, color: RED },
      { offset: 1, color: BLUE },
    ]);
    const { objects } = readPdf(await write([item]));
    const pages = objects.entriesOf(objects.entriesOf(objects.trailer.get('Root')).get('Pages'));
    const [first] = objects.itemsOf(pages.get('Kids'));
    const resources = objects.entriesOf(objects.entriesOf(first).get('Resources'));
    const pattern = objects.entriesOf(objects.entriesOf(resources.get('Pattern')).get('P0'));
    const shading = objects.entriesOf(pattern.get('Shading'));
    const stitched = objects.entriesOf(shading.get('Function'));
    expect(numberOf(shading.get('ShadingType'))).toBe(2);
    expect(nameOf(shading.get('ColorSpace'))).toBe('DeviceRGB');
    expect(objects.itemsOf(shading.get('Coords')).map(numberOf)).toEqual([10, 20, 90, 20]);
    expect(objects.itemsOf(stitched.get('Functions'))).toHaveLength(2);
    expect(objects.itemsOf(stitched.get('Bounds')).map(numberOf)).toEqual([0.25]);
  });

  test('is drawn where it is, upright', async () => {
    const raster = await drawn([
      gradient(rect, [
        { offset: 0, color: RED },
        { offset: 1, color: BLUE },
      ]),
    ]);
    expectColor(raster, 11, 30, [252, 0, 3]);
    expectColor(raster, 50, 30, [128, 0, 128]);
    expectColor(raster, 50, 15, [255, 255, 255]);
    expectColor(raster, 50, 52, [255, 255, 255]);
  });

  test('fades by a mask, also in a group that is faint itself', async () => {
    const fading = gradient(rect, [
      { offset: 0, color: RED },
      { offset: 1, color: { ...RED, alpha: 0 } },
    ]);
    expectColor(await drawn([fading]), 50, 30, [255, 128, 128]);
    const under = fill({ x: 0, y: 0, width: 100, height: 100 }, BLUE);
    const group: DisplayItem = { kind: 'group', clip: undefined, opacity: 0.5, items: [under, fading] };
    // Red over blue, half each, and then half of that over white.
    expectColor(await drawn([group]), 50, 30, [191, 128, 191]);
    expectColor(await drawn([group]), 50, 90, [128, 128, 255]);
  });
});

describe('tiles', () => {
  const tiles = (items: readonly DisplayItem[]): DisplayItem => ({
    kind: 'tiles',
    owner: LAYOUT,
    path: rectPath({ x: 10, y: 10, width: 70, height: 50 }),
    tile: { x: 20, y: 20, width: 10, height: 10 },
    step: { width: 15, height: 20 },
    items,
  });

  test('lie at every multiple of the step from the first, as far as the path goes', async () => {
    const raster = await drawn([tiles([fill({ x: 20, y: 20, width: 10, height: 10 }, RED)])]);
    const red = [255, 0, 0] as const;
    const white = [255, 255, 255] as const;
    for (const [x, y] of [
      [25, 25],
      [40, 25],
      [70, 45],
      [12, 45],
    ] as const) {
      expectColor(raster, x, y, red);
    }
    // Between the copies, below them, and beyond the path.
    for (const [x, y] of [
      [32, 25],
      [25, 35],
      [85, 25],
      [25, 65],
    ] as const) {
      expectColor(raster, x, y, white);
    }
  });

  test('hold gradients with masks, and may be faint', async () => {
    const fading = gradient({ x: 20, y: 20, width: 10, height: 10 }, [
      { offset: 0, color: RED },
      { offset: 1, color: { ...RED, alpha: 0 } },
    ]);
    const raster = await drawn([tiles([fading])]);
    expectColor(raster, 25, 25, [255, 128, 128]);
    expectColor(raster, 55, 45, [255, 128, 128]);
    const faint: DisplayItem = { kind: 'group', clip: undefined, opacity: 0.5, items: [tiles([fading])] };
    expectColor(await drawn([faint]), 55, 45, [255, 191, 191]);
  });

  test('hold groups that are composed first', async () => {
    const [a, b] = [20, 24].map((x) => fill({ x, y: 20, width: 6, height: 10 }, RED));
    if (a === undefined || b === undefined) throw new Error('Two fills');
    const raster = await drawn([tiles([{ kind: 'group', clip: undefined, opacity: 0.5, items: [a, b] }])]);
    expectColor(raster, 25, 25, [255, 128, 128]);
    expectColor(raster, 52, 45, [255, 128, 128]);
  });

  test('are artifacts of whoever paints them: nothing inside is marked', async () => {
    const { objects } = readPdf(await write([tiles([fill({ x: 20, y: 20, width: 10, height: 10 }, RED)])]));
    const pages = objects.entriesOf(objects.entriesOf(objects.trailer.get('Root')).get('Pages'));
    const [first] = objects.itemsOf(pages.get('Kids'));
    const resources = objects.entriesOf(objects.entriesOf(first).get('Resources'));
    const cell = objects.entriesOf(resources.get('Pattern')).get('T0');
    expect(Buffer.from(objects.dataOf(cell)).toString('latin1')).toBe('1 0 0 rg\n20 70 10 10 re\nf\n');
  });
});
