import type { Replaced } from '../../asset/types.ts';
import { assertNever } from '../../base/assert-never.ts';
import type { Color } from '../../base/color.ts';
import type { Insets, Path, Rect, Size } from '../../base/geometry.ts';
import type { BackgroundLayer, BoxArea, ComputedStyle, StyledElement } from '../../document/types.ts';
import { naturalSize } from '../../layout/replaced/natural-size.ts';
import { insetRadii, insetRect, type Radii, rectPath, roundedPath, sumInsets } from '../box-paths.ts';
import { type Brush, intersectRect } from '../canvas.ts';
import { boundsOf } from '../item-bounds.ts';
import { cropOf, requestPicture } from '../request-picture.ts';
import type { DisplayItem, Owner } from '../types.ts';
import { gradientLine } from './gradient-line.ts';
import { type Tiling, tilingOf } from './tiling.ts';

/** What a background is painted in. */
export interface BackgroundBox {
  readonly element: StyledElement;
  readonly owner: Owner;
  /** The whole border box: of a box that is cut between pages or lines, as if it were not. Positions count from it. */
  readonly whole: Rect;
  /** Of the whole box, cut edges included. */
  readonly border: Insets;
  readonly padding: Insets;
  /** What may be painted for each value of `background-clip`. */
  readonly shapeOf: (area: BoxArea) => Path;
}

/** Whether there is any background to paint. */
export const hasBackground = ({ backgroundColor, backgroundLayers }: ComputedStyle): boolean =>
  backgroundColor.alpha > 0 || backgroundLayers.length > 0;

/** The colour, then the layers on it, the last one first. CSS Backgrounds 3, section 2.10. */
export function paintBackground(brush: Brush, box: BackgroundBox): readonly DisplayItem[] {
  const { style } = box.element;
  const items: DisplayItem[] = [];
  if (style.backgroundColor.alpha > 0) {
    items.push(fill(box.owner, box.shapeOf(style.backgroundClip), style.backgroundColor));
  }
  for (const layer of style.backgroundLayers.toReversed()) items.push(...paintLayer(brush, box, layer));
  return items;
}

/** `rect`: the border box as far as it is here; `border` and `padding` are 0 at cut edges. */
export function boxShapes(rect: Rect, radii: Radii, border: Insets, padding: Insets): (area: BoxArea) => Path {
  return (area) => {
    if (area === 'border-box') return roundedPath(rect, radii);
    const insets = area === 'padding-box' ? border : sumInsets(border, padding);
    return roundedPath(insetRect(rect, insets), insetRadii(radii, insets));
  };
}

const fill = (owner: Owner, path: Path, color: Color): DisplayItem => ({
  kind: 'fill',
  owner,
  path,
  rule: 'nonzero',
  color,
});

function paintLayer(brush: Brush, box: BackgroundBox, layer: BackgroundLayer): readonly DisplayItem[] {
  const picture = layer.image.kind === 'url' ? brush.state.backgrounds.get(layer.image.url) : undefined;
  if (layer.image.kind === 'url' && picture === undefined) return [];
  const natural = picture === undefined ? undefined : naturalSize(picture);
  if (natural !== undefined && !(natural.width > 0 && natural.height > 0)) return [];
  const shape = box.shapeOf(layer.clip);
  const shown = boundsOf(shape);
  if (shown === undefined) return [];
  const tiling = tilingOf(layer, natural, originArea(box, layer.origin), shown);
  if (tiling === undefined) return [];
  const paint: TilePaint = { brush, box, shape, shown };
  return picture === undefined ? paintGradient(paint, layer, tiling) : paintPicture(paint, picture, tiling);
}

function originArea({ whole, border, padding }: BackgroundBox, origin: BoxArea): Rect {
  if (origin === 'border-box') return whole;
  return insetRect(whole, origin === 'padding-box' ? border : sumInsets(border, padding));
}

interface TilePaint {
  readonly brush: Brush;
  readonly box: BackgroundBox;
  readonly shape: Path;
  /** The box around `shape`. */
  readonly shown: Rect;
}

/** So many copies are drawn one by one; more of them are a pattern, which every copy shares. */
const MOST_COPIES = 32;

const isSingle = ({ columns, rows }: Tiling): boolean => columns[0] === columns[1] && rows[0] === rows[1];

const copyAt = ({ tile, step }: Tiling, column: number, row: number): Rect => ({
  x: tile.x + column * step.width,
  y: tile.y + row * step.height,
  width: tile.width,
  height: tile.height,
});

/** The copies that can be seen, or `undefined` when they are too many to be drawn one by one. */
function copiesOf(tiling: Tiling): readonly Rect[] | undefined {
  const { columns, rows } = tiling;
  if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > MOST_COPIES) return undefined;
  const copies: Rect[] = [];
  for (let row = rows[0]; row <= rows[1]; row += 1) {
    for (let column = columns[0]; column <= columns[1]; column += 1) copies.push(copyAt(tiling, column, row));
  }
  return copies;
}

// ---- Gradients ----------------------------------------------------------------------------------------------------------

function paintGradient(paint: TilePaint, { image }: BackgroundLayer, tiling: Tiling): readonly DisplayItem[] {
  if (image.kind !== 'linear-gradient') return [];
  const { owner } = paint.box;
  const draw = (tile: Rect, path: Path): readonly DisplayItem[] => {
    const line = gradientLine(image, tile);
    if (line === undefined) return [];
    if ('from' in line) return [{ kind: 'gradient', owner, path, rule: 'nonzero', ...line }];
    return line.alpha <= 0 ? [] : [fill(owner, path, line)];
  };
  const first = copyAt(tiling, tiling.columns[0], tiling.rows[0]);
  if (isSingle(tiling)) {
    if (covers(first, paint.shown)) return draw(first, paint.shape);
    return clipped(paint.shape, draw(first, rectPath(first)));
  }
  return tile(paint, tiling, (copy) => draw(copy, rectPath(copy)));
}

const covers = (outer: Rect, inner: Rect): boolean =>
  outer.x <= inner.x + EPSILON &&
  outer.y <= inner.y + EPSILON &&
  outer.x + outer.width >= inner.x + inner.width - EPSILON &&
  outer.y + outer.height >= inner.y + inner.height - EPSILON;

const EPSILON = 1e-6;

function clipped(clip: Path, items: readonly DisplayItem[]): readonly DisplayItem[] {
  return items.length === 0 ? [] : [{ kind: 'group', clip, opacity: 1, items }];
}

function tile(
  { box, shape }: TilePaint,
  tiling: Tiling,
  draw: (copy: Rect) => readonly DisplayItem[],
): readonly DisplayItem[] {
  const copies = copiesOf(tiling);
  if (copies !== undefined) return clipped(shape, copies.flatMap(draw));
  const items = draw(tiling.tile);
  if (items.length === 0) return [];
  return [{ kind: 'tiles', owner: box.owner, path: shape, tile: tiling.tile, step: tiling.step, items }];
}

// ---- Pictures -----------------------------------------------------------------------------------------------------------

function paintPicture(paint: TilePaint, picture: Replaced, tiling: Tiling): readonly DisplayItem[] {
  const { brush, box, shape, shown } = paint;
  const { owner, element } = box;
  const place = element.place === undefined ? {} : { place: element.place };
  switch (picture.kind) {
    case 'picture': {
      const { key, name } = picture.header;
      const draw = (copy: Rect, visible: Rect, clip: Path): DisplayItem => {
        const size: Size = { width: copy.width, height: copy.height };
        const request = requestPicture(brush, {
          key,
          ...size,
          crop: cropOf(copy, visible),
          name,
          place: picture.header.place ?? element.place,
        });
        return { kind: 'picture', owner, rect: visible, clip, request, ...place };
      };
      if (!isSingle(tiling)) return tile(paint, tiling, (copy) => [draw(copy, copy, rectPath(copy))]);
      const copy = copyAt(tiling, tiling.columns[0], tiling.rows[0]);
      const visible = intersectRect(copy, shown);
      return visible === undefined ? [] : [draw(copy, visible, shape)];
    }
    case 'drawing': {
      const { viewBox, children } = picture.drawing;
      if (!(viewBox.width > 0 && viewBox.height > 0)) return [];
      // A drawing keeps its ratio, in the middle of a copy of another one: SVG 2, section 8.7.
      const draw = (copy: Rect): readonly DisplayItem[] => {
        const scale = Math.min(copy.width / viewBox.width, copy.height / viewBox.height);
        const x = copy.x + (copy.width - viewBox.width * scale) / 2 - viewBox.x * scale;
        const y = copy.y + (copy.height - viewBox.height * scale) / 2 - viewBox.y * scale;
        const matrix = [scale, 0, 0, scale, x, y] as const;
        return [{ kind: 'drawing', owner, matrix, clip: rectPath(copy), nodes: children, ...place }];
      };
      if (isSingle(tiling)) return clipped(shape, draw(copyAt(tiling, tiling.columns[0], tiling.rows[0])));
      return tile(paint, tiling, draw);
    }
    case 'qr':
      throw new Error('A QR symbol is never a background');
    default:
      return assertNever(picture);
  }
}
