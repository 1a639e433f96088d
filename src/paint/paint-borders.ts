import { type Color, TRANSPARENT } from '../base/color.ts';
import type { Insets, Path, Point, Rect } from '../base/geometry.ts';
import type { Border } from '../document/types.ts';
import type { BorderBox, SideName } from './border-box.ts';
import {
  insetRadii,
  insetRect,
  isSharp,
  polygon,
  type Radii,
  reversed,
  roundedPath,
  SHARP,
  scaleInsets,
} from './box-paths.ts';
import { carvedLayers, collapsedLook } from './carved-borders.ts';
import { DOT, dots } from './dots.ts';
import type { DisplayItem, Owner } from './types.ts';

const SIDES: readonly SideName[] = ['top', 'right', 'bottom', 'left'];

/** CSS Backgrounds 3, section 4. */
export const paintBorders = (box: BorderBox): readonly DisplayItem[] => carvedLayers(box).flatMap(paintPlain);

function paintPlain(box: BorderBox): readonly DisplayItem[] {
  const visible = SIDES.filter((side) => isVisible(box.borders[side], box.widths[side]));
  const [first] = visible;
  if (first === undefined) return [];
  const look = box.borders[first];
  if (visible.length === 4 && visible.every((side) => isSameLook(box.borders[side], look))) {
    const whole = paintRing(box, look);
    if (whole !== undefined) return whole;
  }
  const items = joinFills(visible.flatMap((side) => paintSide(box, side)));
  if (isSharp(box.radii)) return items;
  // Sides of different looks meet along the curve: each is drawn straight and the ring cuts it out.
  const ring: Path = [
    ...roundedPath(box.rect, box.radii),
    ...reversed(roundedPath(insetRect(box.rect, box.widths), insetRadii(box.radii, box.widths))),
  ];
  return [{ kind: 'group', clip: ring, opacity: 1, items }];
}

type Fill = Extract<DisplayItem, { kind: 'fill' }>;

/** Sides of one colour as one path: painted one by one they would show a hair of what is under them where they meet. */
function joinFills(items: readonly DisplayItem[]): readonly DisplayItem[] {
  const joined: DisplayItem[] = [];
  for (const item of items) {
    const at = joined.findIndex((other) => other.kind === 'fill' && item.kind === 'fill' && isSameFill(other, item));
    const before = joined[at];
    if (before?.kind === 'fill' && item.kind === 'fill')
      joined[at] = { ...before, path: [...before.path, ...item.path] };
    else joined.push(item);
  }
  return joined;
}

const isSameFill = ({ color: a }: Fill, { color: b }: Fill): boolean =>
  a.r === b.r && a.g === b.g && a.b === b.b && a.alpha === b.alpha;

const isVisible = (border: Border, width: number): boolean =>
  width > 0 && border.style !== 'none' && border.style !== 'hidden' && border.color.alpha > 0;

const isSameLook = (a: Border, b: Border): boolean =>
  a.style === b.style &&
  a.color.r === b.color.r &&
  a.color.g === b.color.g &&
  a.color.b === b.color.b &&
  a.color.alpha === b.color.alpha;

/** Four sides alike: one path around the box. `undefined` when the sides have to be drawn one by one. */
function paintRing(box: BorderBox, { style, color }: Border): readonly DisplayItem[] | undefined {
  const { rect, widths, radii, owner } = box;
  const ring = (from: number, to: number): DisplayItem => {
    const outer = scaleInsets(widths, from);
    const inner = scaleInsets(widths, to);
    const path = [
      ...roundedPath(insetRect(rect, outer), insetRadii(radii, outer)),
      ...roundedPath(insetRect(rect, inner), insetRadii(radii, inner)),
    ];
    return { kind: 'fill', owner, path, rule: 'evenodd', color };
  };
  if (style === 'solid') return [ring(0, 1)];
  if (style === 'double') return [ring(0, 1 / 3), ring(2 / 3, 1)];
  const width = widths.top;
  const isUniform = SIDES.every((side) => widths[side] === width);
  if (isSharp(radii) || !isUniform) return undefined;
  const middle = scaleInsets(widths, 0.5);
  const path = roundedPath(insetRect(rect, middle), insetRadii(radii, middle));
  const isDotted = style === 'dotted';
  const dash = isDotted ? [DOT, width * 2 - DOT] : [width * 2, width * 2];
  return [{ kind: 'stroke', owner, path, color, width, dash, cap: isDotted ? 'round' : 'butt' }];
}

/** A rule by itself, between columns or of collapsed borders: as a border on the left is drawn. */
export function paintRule(
  rect: Rect,
  rule: Border,
  owner: Owner,
  side: 'left' | 'top' = 'left',
): readonly DisplayItem[] {
  const width = side === 'left' ? rect.width : rect.height;
  if (!isVisible(rule, width)) return [];
  const widths: Insets = { top: 0, right: 0, bottom: 0, left: 0, [side]: width };
  const borders = { top: NO_BORDER, right: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, [side]: collapsedLook(rule) };
  return carvedLayers({ rect, widths, radii: SHARP, borders, owner }).flatMap((layer) => paintSide(layer, side));
}

const NO_BORDER: Border = { width: 0, style: 'none', color: TRANSPARENT };

function paintSide(box: BorderBox, side: SideName): readonly DisplayItem[] {
  const { style, color } = box.borders[side];
  const { owner } = box;
  switch (style) {
    case 'none':
    case 'hidden':
      return [];
    case 'solid':
      return [{ kind: 'fill', owner, path: sideShape(box, side, [0, 1]), rule: 'nonzero', color }];
    case 'double':
      return [
        { kind: 'fill', owner, path: sideShape(box, side, [0, 1 / 3]), rule: 'nonzero', color },
        { kind: 'fill', owner, path: sideShape(box, side, [2 / 3, 1]), rule: 'nonzero', color },
      ];
    case 'dashed':
    case 'dotted':
      return [sideLine(box, side, { isDotted: style === 'dotted', color })];
    case 'inset':
    case 'outset':
    case 'groove':
    case 'ridge':
      throw new Error('Carved sides are painted as plain ones');
  }
}

/**
 * A side between two depths (0 the outer edge, 1 the padding edge), cut off along the lines from the outer to the inner
 * corners. With rounded corners it goes on inwards, for the ring to cut out.
 */
function sideShape(box: BorderBox, side: SideName, [from, to]: readonly [number, number]): Path {
  const { rect, widths, radii } = box;
  const depth = to === 1 && !isSharp(radii) ? deepest(rect, widths, radii) : to;
  const outer = cornersAt(rect, widths, from);
  const inner = cornersAt(rect, widths, depth);
  const [a, b] = CORNERS[side];
  const points: readonly Point[] = [outer[a], outer[b], inner[b], inner[a]];
  return polygon(points);
}

/** How many border widths deep the corners reach, but not past the middle of the box. */
function deepest(rect: Rect, widths: Insets, radii: Radii): number {
  const reach = Math.max(
    1,
    ...[radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft].map(
      (corner) => Math.max(corner.width, corner.height) / Math.max(0.1, Math.min(...positive(widths))),
    ),
  );
  const limit = Math.min(
    rect.width / Math.max(0.1, widths.left + widths.right),
    rect.height / Math.max(0.1, widths.top + widths.bottom),
  );
  return Math.max(1, Math.min(reach, limit));
}

const positive = (widths: Insets): number[] => {
  const values = SIDES.map((side) => widths[side]).filter((width) => width > 0);
  return values.length === 0 ? [1] : values;
};

type CornerName = 'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft';

const CORNERS: Readonly<Record<SideName, readonly [CornerName, CornerName]>> = {
  top: ['topLeft', 'topRight'],
  right: ['topRight', 'bottomRight'],
  bottom: ['bottomRight', 'bottomLeft'],
  left: ['bottomLeft', 'topLeft'],
};

function cornersAt(rect: Rect, widths: Insets, depth: number): Readonly<Record<CornerName, Point>> {
  const left = rect.x + widths.left * depth;
  const right = rect.x + rect.width - widths.right * depth;
  const top = rect.y + widths.top * depth;
  const bottom = rect.y + rect.height - widths.bottom * depth;
  return {
    topLeft: { x: left, y: top },
    topRight: { x: right, y: top },
    bottomRight: { x: right, y: bottom },
    bottomLeft: { x: left, y: bottom },
  };
}

/** A line along the middle of the side, with whole dashes or dots from end to end. */
function sideLine(
  box: BorderBox,
  side: SideName,
  { isDotted, color }: { readonly isDotted: boolean; readonly color: Color },
): DisplayItem {
  const width = box.widths[side];
  const outer = cornersAt(box.rect, box.widths, 0);
  const [a, b] = CORNERS[side];
  const half = width / 2;
  const shift: Readonly<Record<SideName, Point>> = {
    top: { x: 0, y: half },
    right: { x: -half, y: 0 },
    bottom: { x: 0, y: -half },
    left: { x: half, y: 0 },
  };
  const length = side === 'top' || side === 'bottom' ? box.rect.width : box.rect.height;
  const direction = {
    x: Math.sign(outer[b].x - outer[a].x),
    y: Math.sign(outer[b].y - outer[a].y),
  };
  // Dots are circles: the first and the last touch the ends of the side from inside.
  const inset = isDotted ? Math.min(half, length / 2) - DOT / 2 : 0;
  const at = (corner: Point, distance: number): Point => ({
    x: corner.x + shift[side].x + direction.x * distance,
    y: corner.y + shift[side].y + direction.y * distance,
  });
  const path: Path = [
    { kind: 'move', to: at(outer[a], inset) },
    { kind: 'line', to: at(outer[b], -inset) },
  ];
  const dash = isDotted ? dots(length, width) : dashes(length, width);
  return { kind: 'stroke', owner: box.owner, path, color, width, dash, cap: isDotted ? 'round' : 'butt' };
}

/** Dashes of two widths, as near as can be to as much room between them. */
function dashes(length: number, width: number): readonly number[] {
  const dash = width * 2;
  const count = Math.max(1, Math.round((length + dash) / (2 * dash)));
  if (count < 2 || length <= dash) return [];
  return [dash, (length - count * dash) / (count - 1)];
}
