import type { Insets, Rect } from '../base/geometry.ts';
import type { StyledElement } from '../document/types.ts';
import { type ClosedSides, insetRadii, type Radii, radiiOf, roundedPath } from './box-paths.ts';
import { paintBorders } from './paint-borders.ts';
import type { DisplayItem, Owner } from './types.ts';

export interface PaintedBox {
  readonly element: StyledElement;
  /** Border box on the page. */
  readonly rect: Rect;
  readonly border: Insets;
  readonly closed: ClosedSides;
  readonly owner: Owner;
  /** `false`: its background is that of the canvas. */
  readonly hasBackground?: boolean;
}

/** Background and borders of a box. */
export function paintBox({
  element,
  rect,
  border,
  closed,
  owner,
  hasBackground: isOwn = true,
}: PaintedBox): readonly DisplayItem[] {
  const { style } = element;
  if (style.visibility === 'hidden' || rect.width <= 0 || rect.height <= 0) return [];
  const hasBackground = isOwn && style.backgroundColor.alpha > 0;
  const hasBorder = border.top > 0 || border.right > 0 || border.bottom > 0 || border.left > 0;
  if (!hasBackground && !hasBorder) return [];
  const radii = radiiOf(style, rect, closed);
  const items: DisplayItem[] = [];
  if (hasBackground) {
    const color = style.backgroundColor;
    items.push({ kind: 'fill', owner, path: roundedPath(rect, radii), rule: 'nonzero', color });
  }
  if (hasBorder) items.push(...paintBorders({ rect, widths: border, radii, style, owner }));
  return items;
}

/** Radii of an edge of the box that lies `insets` inside its border edge. */
export function innerRadii(element: StyledElement, rect: Rect, closed: ClosedSides, insets: Insets): Radii {
  return insetRadii(radiiOf(element.style, rect, closed), insets);
}
