import type { Insets, Point, Size } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { AutoLength, MaxLength } from '../../document/types.ts';
import { fixedMargins } from '../block/inline-sizes.ts';
import {
  type BoxEdges,
  blockEdges,
  borderBoxSize,
  boxEdges,
  clampSize,
  inlineEdges,
  resolveSize,
} from '../box-geometry.ts';
import type { Box, Fragment, LayoutContext, SizingSpace, Space } from '../types.ts';
import { layoutUnbroken } from '../unbroken.ts';

/** Where the box would be in the flow, relative to the padding box of its containing block; see `WaitingBox`. */
interface StaticPosition {
  readonly at: Point;
  readonly align: Point;
}

export interface AbsoluteBox {
  readonly box: Box;
  /** What it was laid out into. */
  readonly asked: SizingSpace;
  /** The whole box. */
  readonly fragment: Fragment;
}

interface Scene {
  readonly box: Box;
  readonly edges: BoxEdges;
  /** Auto margins count 0. */
  readonly margin: Insets;
  /** Padding box of the containing block. */
  readonly within: Size;
  readonly page: Space['page'];
  readonly context: LayoutContext;
}

/** One axis of the equation of CSS 2.2, sections 10.3.7 and 10.6.4; sizes are of the border box. */
interface Axis {
  readonly start: Pt | undefined;
  readonly end: Pt | undefined;
  readonly margins: readonly [Pt | 'auto', Pt | 'auto'];
  readonly room: Pt;
  /** Static position, and the share of the margin box before it. */
  readonly at: Pt;
  readonly share: number;
}

/**
 * Lays out an absolutely positioned box. The rectangle of the result is relative to the padding box of the containing
 * block; its margins are those that were used.
 */
export function placeAbsolute(
  box: Box,
  within: Size,
  position: StaticPosition,
  around: { readonly page: Space['page']; readonly context: LayoutContext },
): AbsoluteBox {
  const { style } = box.element;
  const edges = boxEdges(style, within.width);
  const scene: Scene = { box, edges, margin: fixedMargins(edges), within, ...around };
  const horizontal: Axis = {
    start: resolveSize(style.inset.left, within.width),
    end: resolveSize(style.inset.right, within.width),
    margins: [edges.margin.left, edges.margin.right],
    room: within.width,
    at: position.at.x,
    share: position.align.x,
  };
  const vertical: Axis = {
    start: resolveSize(style.inset.top, within.height),
    end: resolveSize(style.inset.bottom, within.height),
    margins: [edges.margin.top, edges.margin.bottom],
    room: within.height,
    at: position.at.y,
    share: position.align.y,
  };
  const width = usedWidth(horizontal, scene);
  const height = filledHeight(vertical, scene);
  const asked: SizingSpace = {
    inlineSize: within.width,
    blockSize: within.height,
    forcedWidth: width?.size,
    forcedHeight: height?.size,
    shrinkToFit: width === undefined ? true : undefined,
    page: scene.page,
  };
  const fragment = layoutUnbroken(box, asked, scene.context);
  const { rect } = fragment;
  const across = solve(horizontal, rect.width, { isAuto: width?.isAuto === true, isInline: true });
  const isAutoHeight = box.kind !== 'replaced' && style.height === 'auto' && height?.isAuto !== false;
  const down = solve(vertical, rect.height, { isAuto: isAutoHeight, isInline: false });
  const placed = {
    ...fragment,
    rect: { ...rect, x: across.offset, y: down.offset },
    margin: { left: across.margins[0], right: across.margins[1], top: down.margins[0], bottom: down.margins[1] },
  };
  return { box, asked, fragment: placed };
}

interface Used {
  readonly size: Pt;
  /** Still `auto` in the equation. */
  readonly isAuto: boolean;
}

/** `undefined`: replaced content has a width of its own (section 10.3.8). */
function usedWidth(axis: Axis, scene: Scene): Used | undefined {
  const { box, edges, margin, within } = scene;
  if (box.kind === 'replaced') return undefined;
  const { style } = box.element;
  const sides = inlineEdges(edges);
  const size = (value: AutoLength | MaxLength): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, within.width), sides);
  const own = size(style.width);
  const margins = margin.left + margin.right;
  const fills = axis.start !== undefined && axis.end !== undefined && box.kind !== 'table';
  const wanted = own ?? (fills ? spanned(axis, margins) : fitting(axis, margins, scene));
  const clamped = Math.max(sides, clampSize(Math.max(wanted, sides), size(style.minWidth), size(style.maxWidth)));
  return { size: clamped, isAuto: own === undefined && box.kind !== 'table' && clamped === wanted };
}

/** What the insets leave of the containing block. */
const spanned = (axis: Axis, margins: Pt): Pt => axis.room - (axis.start ?? 0) - (axis.end ?? 0) - margins;

/** CSS 2.2, section 10.3.5, in the room from the inset or the static position to the other edge. */
function fitting(axis: Axis, margins: Pt, { box, within, page, context }: Scene): Pt {
  const space = { inlineSize: within.width, blockSize: within.height, page };
  const widths = context.intrinsicWidths(box, space);
  const available = roomFor(axis) - margins;
  return Math.min(Math.max(widths.min - margins, available), widths.max - margins);
}

function roomFor(axis: Axis): Pt {
  if (axis.start !== undefined || axis.end !== undefined) return spanned(axis, 0);
  if (axis.share === 0) return axis.room - axis.at;
  return axis.share === 1 ? axis.at : 2 * Math.min(axis.at, axis.room - axis.at);
}

/** The height of a box that fills the room between `top` and `bottom`; `undefined`: its content or `height` decides. */
function filledHeight(axis: Axis, { box, edges, margin, within }: Scene): Used | undefined {
  const { style } = box.element;
  const isFilled = axis.start !== undefined && axis.end !== undefined && style.height === 'auto';
  if (!isFilled || box.kind === 'replaced' || box.kind === 'table') return undefined;
  const sides = blockEdges(edges);
  const size = (value: AutoLength | MaxLength): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, within.height), sides);
  const wanted = spanned(axis, margin.top + margin.bottom);
  const clamped = Math.max(sides, clampSize(Math.max(wanted, sides), size(style.minHeight), size(style.maxHeight)));
  return { size: clamped, isAuto: clamped === wanted };
}

interface Solution {
  /** The size is still `auto` in the equation: then auto margins are 0. */
  readonly isAuto: boolean;
  readonly isInline: boolean;
}

/** Where the border box begins, and the margins that were used. */
function solve(axis: Axis, size: Pt, options: Solution): { readonly offset: Pt; readonly margins: readonly [Pt, Pt] } {
  const { start, end, room } = axis;
  const margins = usedMargins(axis, size, options);
  const [before, after] = margins;
  if (start !== undefined) return { offset: start + before, margins };
  if (end !== undefined) return { offset: room - end - after - size, margins };
  return { offset: axis.at - axis.share * (before + size + after) + before, margins };
}

/** Two auto margins are equal, but for left and right of a box that is too wide: there the left one is 0. */
function usedMargins({ start, end, room, margins }: Axis, size: Pt, options: Solution): readonly [Pt, Pt] {
  const [before, after] = margins;
  const fixed = (margin: Pt | 'auto'): Pt => (margin === 'auto' ? 0 : margin);
  if (options.isAuto || start === undefined || end === undefined) return [fixed(before), fixed(after)];
  const free = room - start - end - size - fixed(before) - fixed(after);
  if (before === 'auto' && after === 'auto') return free < 0 && options.isInline ? [0, free] : [free / 2, free / 2];
  return [before === 'auto' ? free : before, after === 'auto' ? free : after];
}
