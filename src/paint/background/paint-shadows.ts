import type { Insets, Path, Rect, Size } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { BoxShadow } from '../../document/types.ts';
import {
  type ClosedSides,
  insetRadii,
  insetRect,
  isSharp,
  type Radii,
  rectPath,
  reversed,
  roundedPath,
} from '../box-paths.ts';
import type { DisplayItem, Owner } from '../types.ts';

/** CSS Backgrounds 3, section 6.1. All shadows are without blur. */
export interface ShadowBox {
  /** The border box. */
  readonly rect: Rect;
  readonly border: Insets;
  readonly radii: Radii;
  /** A box that is cut between pages or lines has no shadow beyond the cut. */
  readonly closed: ClosedSides;
  readonly owner: Owner;
}

/** Outside the border box, the first of the list on top. */
export function paintOuterShadows(box: ShadowBox, shadows: readonly BoxShadow[]): readonly DisplayItem[] {
  return shadows.toReversed().flatMap((shadow) => (isSeen(shadow) && !shadow.inset ? paintOuter(box, shadow) : []));
}

/** Inside the padding box, under borders and content. */
export function paintInnerShadows(box: ShadowBox, shadows: readonly BoxShadow[]): readonly DisplayItem[] {
  return shadows.toReversed().flatMap((shadow) => (isSeen(shadow) && shadow.inset ? paintInner(box, shadow) : []));
}

const isSeen = ({ color }: BoxShadow): boolean => color.alpha > 0;

const evenly = (value: Pt): Insets => ({ top: value, right: value, bottom: value, left: value });

const moved = (rect: Rect, { x, y }: BoxShadow): Rect => ({ ...rect, x: rect.x + x, y: rect.y + y });

function paintOuter(box: ShadowBox, shadow: BoxShadow): readonly DisplayItem[] {
  const { rect, radii, closed, owner } = box;
  const reach = Math.abs(shadow.x) + Math.abs(shadow.y) + Math.abs(shadow.spread) + 1;
  const uncut = extend(rect, closed, reach);
  const shape = moved(insetRect(uncut, evenly(-shadow.spread)), shadow);
  if (shape.width <= 0 || shape.height <= 0) return [];
  const grown = shadow.spread >= 0 ? outsetRadii(radii, shadow.spread) : insetRadii(radii, evenly(-shadow.spread));
  const path = roundedPath(shape, grown);
  const { color } = shadow;
  const isAround = shadow.x === 0 && shadow.y === 0 && shadow.spread >= 0;
  if (isAround && closed.top && closed.bottom && closed.left && closed.right) {
    return [{ kind: 'fill', owner, path: [...path, ...roundedPath(rect, radii)], rule: 'evenodd', color }];
  }
  // Beyond the cut edges nothing may show: the outer edge of the clip lies on them.
  const around = insetRect(rect, {
    top: closed.top ? -2 * reach : 0,
    right: closed.right ? -2 * reach : 0,
    bottom: closed.bottom ? -2 * reach : 0,
    left: closed.left ? -2 * reach : 0,
  });
  const clip: Path = [...rectPath(around), ...reversed(roundedPath(rect, radii))];
  return [{ kind: 'group', clip, opacity: 1, items: [{ kind: 'fill', owner, path, rule: 'nonzero', color }] }];
}

function paintInner(box: ShadowBox, shadow: BoxShadow): readonly DisplayItem[] {
  const { rect, border, radii, closed, owner } = box;
  const padding = insetRect(rect, border);
  if (padding.width <= 0 || padding.height <= 0) return [];
  const inner = insetRadii(radii, border);
  const reach = Math.abs(shadow.x) + Math.abs(shadow.y) + Math.abs(shadow.spread) + 1;
  const uncut = extend(padding, closed, reach);
  const hole = moved(insetRect(uncut, evenly(shadow.spread)), shadow);
  const shrunk = shadow.spread >= 0 ? insetRadii(inner, evenly(shadow.spread)) : outsetRadii(inner, -shadow.spread);
  const isEmpty = hole.width <= 0 || hole.height <= 0;
  const path: Path = [
    ...rectPath(insetRect(uncut, evenly(-2 * reach))),
    ...(isEmpty ? [] : reversed(roundedPath(hole, shrunk))),
  ];
  const clip = roundedPath(padding, inner);
  const { color } = shadow;
  return [{ kind: 'group', clip, opacity: 1, items: [{ kind: 'fill', owner, path, rule: 'nonzero', color }] }];
}

/** Goes on past the edges where the box is cut. */
function extend(rect: Rect, closed: ClosedSides, reach: Pt): Rect {
  const out = (isClosed: boolean): Pt => (isClosed ? 0 : -4 * reach);
  const insets = { top: out(closed.top), right: out(closed.right), bottom: out(closed.bottom), left: out(closed.left) };
  return insetRect(rect, insets);
}

/** Corners of an outset shape; small radii grow slower, so that a sharp corner stays sharp. Section 6.1.1. */
function outsetRadii(radii: Radii, spread: Pt): Radii {
  if (isSharp(radii) || spread <= 0) return radii;
  const grow = (radius: Pt): Pt => {
    if (radius >= spread) return radius + spread;
    return radius + spread * (1 + (radius / spread - 1) ** 3);
  };
  const corner = ({ width, height }: Size): Size =>
    width <= 0 || height <= 0 ? { width: 0, height: 0 } : { width: grow(width), height: grow(height) };
  return {
    topLeft: corner(radii.topLeft),
    topRight: corner(radii.topRight),
    bottomRight: corner(radii.bottomRight),
    bottomLeft: corner(radii.bottomLeft),
  };
}
