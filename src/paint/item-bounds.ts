import { assertNever } from '../base/assert-never.ts';
import type { Path, Point, Rect } from '../base/geometry.ts';
import type { DisplayItem } from './types.ts';

/** Of all points, control points included: never too small. `undefined` for an empty path. */
export function boundsOf(path: Path): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = ({ x, y }: Point): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const command of path) {
    if (command.kind === 'close') continue;
    if (command.kind === 'curve') {
      add(command.c1);
      add(command.c2);
    }
    add(command.to);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box around all boxes. */
export function unionOf(boxes: readonly Rect[]): Rect | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export const intersects = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** How far glyphs reach from their line, in em. */
export interface GlyphReach {
  readonly above: number;
  readonly below: number;
  readonly beside: number;
}

/** No glyph of a usual font reaches further. */
const FARTHEST: GlyphReach = { above: 1, below: 0.4, beside: 0.25 };

/** The box around what an item paints. */
export function itemBounds(item: DisplayItem, reach: GlyphReach = FARTHEST): Rect | undefined {
  switch (item.kind) {
    case 'fill':
    case 'gradient':
    case 'tiles':
      return boundsOf(item.path);
    case 'stroke': {
      const bounds = boundsOf(item.path);
      if (bounds === undefined) return undefined;
      return {
        x: bounds.x - item.width,
        y: bounds.y - item.width,
        width: bounds.width + 2 * item.width,
        height: bounds.height + 2 * item.width,
      };
    }
    case 'glyphs': {
      const width = item.run.advances.reduce((sum, advance) => sum + advance, 0);
      const size = item.run.sizePt;
      return {
        x: item.at.x - reach.beside * size,
        y: item.at.y - reach.above * size,
        width: width + 2 * reach.beside * size,
        height: (reach.above + reach.below) * size,
      };
    }
    case 'picture':
    case 'drawing':
      return boundsOf(item.clip);
    case 'qr':
      return item.rect;
    case 'group':
      return unionOf(item.items.flatMap((inner) => itemBounds(inner, reach) ?? []));
    default:
      return assertNever(item);
  }
}
