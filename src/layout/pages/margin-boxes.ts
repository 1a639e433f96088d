import type { Insets, Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { AutoLength, ComputedStyle, MaxLength, StyledMarginBox } from '../../document/types.ts';
import type { BlockContext } from '../block/block-context.ts';
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
import { lazy } from '../lazy.ts';
import { movedWaiting } from '../moved-waiting.ts';
import type { Box, Fragment, PageNumbers, Space } from '../types.ts';
import { defaultAlignment, type MarginPlace, marginArea, marginPlace } from './margin-areas.ts';
import { type EdgeBox, type EdgeBoxes, sizeEdge } from './margin-sizes.ts';
import type { FlowPage } from './paginate.ts';

/** A margin box with its content for one page. */
export interface FilledMarginBox {
  readonly styled: StyledMarginBox;
  readonly box: Box;
}

interface Candidate extends FilledMarginBox {
  readonly place: MarginPlace;
  readonly area: Rect;
  readonly edges: BoxEdges;
  readonly margin: Insets;
  readonly space: Space;
}

/** Lays out the margin boxes of a page, in page coordinates: CSS Paged Media 3, section 5.3. */
export function layoutMarginBoxes(
  filled: readonly FilledMarginBox[],
  page: FlowPage,
  numbers: PageNumbers,
  context: BlockContext,
): readonly Fragment[] {
  const candidates = filled.map((one): Candidate => {
    const place = marginPlace(one.styled.name);
    const area = marginArea(place, page.style);
    const edges = boxEdges(one.box.element.style, area.width);
    const space: Space = {
      inlineSize: area.width,
      blockSize: area.height,
      formattingRoot: true,
      blockLeft: Number.POSITIVE_INFINITY,
      offset: 0,
      page: numbers,
    };
    return { ...one, place, area, edges, margin: fixedMargins(edges), space };
  });
  return candidates.map((one) => layoutOne(one, candidates, context));
}

function layoutOne(one: Candidate, all: readonly Candidate[], context: BlockContext): Fragment {
  const { area, place } = one;
  const horizontal: Extent =
    place.kind === 'edge' && (place.edge === 'top' || place.edge === 'bottom')
      ? alongEdge(one, place, all, 'width', context)
      : across(one, 'width');
  const vertical: Extent =
    place.kind === 'edge' && (place.edge === 'left' || place.edge === 'right')
      ? alongEdge(one, place, all, 'height', context)
      : across(one, 'height');
  const { fragment } = context.layoutBox(one.box, {
    ...one.space,
    forcedWidth: horizontal.size,
    forcedHeight: vertical.size,
  });
  if (fragment === undefined) throw new Error('A margin box was not laid out');
  const x = area.x + horizontal.start;
  const y = area.y + vertical.start;
  const placed: Fragment = { ...fragment, margin: one.margin, rect: { ...fragment.rect, x, y } };
  return aligned(placed, alignment(one));
}

/** Border box along one axis of the margin box's area. */
interface Extent {
  readonly start: Pt;
  readonly size: Pt;
}

type Axis = 'width' | 'height';

const sidesOf = (one: Candidate, axis: Axis): Pt => (axis === 'width' ? inlineEdges(one.edges) : blockEdges(one.edges));
const startMargin = ({ margin }: Candidate, axis: Axis): Pt => (axis === 'width' ? margin.left : margin.top);
const marginsOf = ({ margin }: Candidate, axis: Axis): Pt =>
  axis === 'width' ? margin.left + margin.right : margin.top + margin.bottom;

function sizesOf(one: Candidate, axis: Axis): { size: Pt | undefined; min: Pt | undefined; max: Pt | undefined } {
  const { style } = one.box.element;
  const resolved = (value: AutoLength | MaxLength): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, one.area[axis]), sidesOf(one, axis));
  return axis === 'width'
    ? { size: resolved(style.width), min: resolved(style.minWidth), max: resolved(style.maxWidth) }
    : { size: resolved(style.height), min: resolved(style.minHeight), max: resolved(style.maxHeight) };
}

/** The fixed dimension fills its strip, or its `auto` margins do: CSS Paged Media 3, section 5.3.1. */
function across(one: Candidate, axis: Axis): Extent {
  const { size, min, max } = sizesOf(one, axis);
  const room = one.area[axis];
  const used = Math.max(sidesOf(one, axis), clampSize(size ?? room - marginsOf(one, axis), min, max));
  const { margin } = one.edges;
  const [before, after] = axis === 'width' ? [margin.left, margin.right] : [margin.top, margin.bottom];
  const free = room - used - marginsOf(one, axis);
  if (before === 'auto') return { start: Math.max(0, after === 'auto' ? free / 2 : free), size: used };
  // Over-constrained: the margin at the edge of the sheet gives way.
  const isOuterFirst = isAtStartOfSheet(one.place, axis) && after !== 'auto';
  return { start: isOuterFirst ? room - used - after : before, size: used };
}

function isAtStartOfSheet(place: MarginPlace, axis: Axis): boolean {
  if (place.kind === 'corner') return axis === 'width' ? place.horizontal === 'left' : place.vertical === 'top';
  return axis === 'width' ? place.edge === 'left' : place.edge === 'top';
}

/** The dimension that the boxes of an edge share: CSS Paged Media 3, section 5.3.2. */
function alongEdge(
  one: Candidate,
  place: Extract<MarginPlace, { kind: 'edge' }>,
  all: readonly Candidate[],
  axis: Axis,
  context: BlockContext,
): Extent {
  const inSlot = (slot: number): Candidate | undefined =>
    all.find((other) => other.place.kind === 'edge' && other.place.edge === place.edge && other.place.slot === slot);
  const asEdgeBox = (other: Candidate | undefined): EdgeBox | undefined =>
    other === undefined ? undefined : edgeBox(other, axis, context);
  const boxes: EdgeBoxes = [asEdgeBox(inSlot(0)), asEdgeBox(inSlot(1)), asEdgeBox(inSlot(2))];
  const available = one.area[axis];
  const outer = sizeEdge(boxes, available)[place.slot];
  const start = (place.slot / 2) * (available - outer);
  return {
    start: start + startMargin(one, axis),
    size: Math.max(sidesOf(one, axis), outer - marginsOf(one, axis)),
  };
}

function edgeBox(one: Candidate, axis: Axis, context: BlockContext): EdgeBox {
  const outer = marginsOf(one, axis);
  const { size, min, max } = sizesOf(one, axis);
  const content = lazy(() =>
    size === undefined ? contentSizes(one, axis, context) : { min: size + outer, max: size + outer },
  );
  return {
    size: size === undefined ? undefined : size + outer,
    // A box that has its edge to itself is never asked.
    get minContent() {
      return content().min;
    },
    get maxContent() {
      return content().max;
    },
    min: (min ?? 0) + outer,
    max: (max ?? Number.POSITIVE_INFINITY) + outer,
  };
}

/** Min-content and max-content sizes of the margin box. A height is that of the content at its width. */
function contentSizes(one: Candidate, axis: Axis, context: BlockContext): { min: Pt; max: Pt } {
  if (axis === 'width') return context.intrinsicWidths(one.box, one.space);
  const { fragment } = context.layoutBox(one.box, { ...one.space, forcedWidth: across(one, 'width').size });
  const height = (fragment?.rect.height ?? 0) + marginsOf(one, 'height');
  return { min: height, max: height };
}

/** Share of the free height above the content. */
function alignment({ place, box }: Candidate): number {
  const value: ComputedStyle['verticalAlign'] = box.element.style.verticalAlign;
  if (value === 'top' || value === 'text-top') return 0;
  if (value === 'middle') return 0.5;
  if (value === 'bottom' || value === 'text-bottom') return 1;
  return defaultAlignment(place);
}

function aligned(fragment: Fragment, share: number): Fragment {
  const { border, padding, rect, children, lines } = fragment;
  const top = border.top + padding.top;
  const room = rect.height - top - border.bottom - padding.bottom;
  const lastLine = lines[lines.length - 1];
  const used = Math.max(
    lastLine === undefined ? 0 : lastLine.top + lastLine.height,
    ...children.map((child) => child.rect.y + child.rect.height + child.margin.bottom - top),
  );
  const shift = Math.max(0, room - used) * share;
  if (shift === 0) return fragment;
  const lower = (child: Fragment): Fragment => ({ ...child, rect: { ...child.rect, y: child.rect.y + shift } });
  return {
    ...fragment,
    children: children.map(lower),
    atoms: fragment.atoms.map(lower),
    ...movedWaiting(fragment, shift),
    lines: lines.map((line) => ({ ...line, top: line.top + shift })),
  };
}
