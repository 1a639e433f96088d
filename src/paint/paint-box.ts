import type { Insets, Rect } from '../base/geometry.ts';
import type { StyledElement } from '../document/types.ts';
import { boxShapes, hasBackground, paintBackground } from './background/paint-background.ts';
import { paintInnerShadows, paintOuterShadows } from './background/paint-shadows.ts';
import { type ClosedSides, insetRadii, type Radii, radiiOf } from './box-paths.ts';
import type { Brush } from './canvas.ts';
import { paintBorders } from './paint-borders.ts';
import type { DisplayItem, Owner } from './types.ts';

export interface PaintedBox {
  readonly element: StyledElement;
  /** Border box on the page. */
  readonly rect: Rect;
  readonly border: Insets;
  readonly padding: Insets;
  readonly closed: ClosedSides;
  readonly owner: Owner;
  /** Asked for when positions of pictures count: the whole border box, where `rect` is a part of it. */
  readonly whole?: () => Rect;
  /** `false`: its background is that of the canvas. */
  readonly hasBackground?: boolean;
}

/** Shadows, background and borders of a box, from below. CSS Backgrounds 3, section 6.1.3. */
export function paintBox(brush: Brush, box: PaintedBox): readonly DisplayItem[] {
  const { element, rect, border, closed, owner } = box;
  const { style } = element;
  if (style.visibility === 'hidden' || rect.width <= 0 || rect.height <= 0) return [];
  const isFilled = box.hasBackground !== false && hasBackground(style);
  const hasBorder = border.top > 0 || border.right > 0 || border.bottom > 0 || border.left > 0;
  const hasShadow = style.boxShadow.length > 0;
  if (!isFilled && !hasBorder && !hasShadow) return [];
  const radii = radiiOf(style, rect, closed);
  const shadowBox = { rect, border, radii, closed, owner };
  const items: DisplayItem[] = [];
  if (hasShadow) items.push(...paintOuterShadows(shadowBox, style.boxShadow));
  if (isFilled) {
    const shapeOf = boxShapes(rect, radii, border, box.padding);
    items.push(...paintBackground(brush, { element, owner, ...wholeBox(box), shapeOf }));
  }
  if (hasShadow) items.push(...paintInnerShadows(shadowBox, style.boxShadow));
  if (hasBorder) items.push(...paintBorders({ rect, widths: border, radii, borders: style.border, owner }));
  return items;
}

/** Cut edges have no border and padding here; the whole box has. */
function wholeBox({ element, rect, border, padding, closed, whole }: PaintedBox): {
  readonly whole: Rect;
  readonly border: Insets;
  readonly padding: Insets;
} {
  const { style } = element;
  if (whole === undefined || style.backgroundLayers.length === 0) return { whole: rect, border, padding };
  const edge = (side: keyof Insets): number => (closed[side] ? border[side] : style.border[side].width);
  const inner = (side: keyof Insets): number => (closed[side] ? padding[side] : style.padding[side].pt);
  return {
    whole: whole(),
    border: { top: edge('top'), right: edge('right'), bottom: edge('bottom'), left: edge('left') },
    padding: { top: inner('top'), right: inner('right'), bottom: inner('bottom'), left: inner('left') },
  };
}

/** Radii of an edge of the box that lies `insets` inside its border edge. */
export function innerRadii(element: StyledElement, rect: Rect, closed: ClosedSides, insets: Insets): Radii {
  return insetRadii(radiiOf(element.style, rect, closed), insets);
}
