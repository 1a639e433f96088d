import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { IntrinsicWidths } from '../../text/types.ts';
import {
  type BoxEdges,
  blockEdges,
  borderBoxSize,
  boxEdges,
  clampSize,
  gapBetweenItems,
  inlineEdges,
  resolveLeast,
  resolveSize,
  usedMargins,
} from '../box-geometry.ts';
import type { FlexBox, Space } from '../types.ts';

/** The container itself: its own sizes, before the items are known. */
export interface FlexContainer {
  readonly edges: BoxEdges;
  readonly margin: Insets;
  /** Of the border box. */
  readonly width: Pt;
  readonly innerWidth: Pt;
  /** Of the content box; `undefined` while the height depends on the content. */
  readonly innerHeight: Pt | undefined;
  readonly minInnerHeight: Pt;
  /** Infinity for none. */
  readonly maxInnerHeight: Pt;
  readonly mainGap: Pt;
  readonly crossGap: Pt;
}

export function flexContainer(box: FlexBox, space: Space, intrinsic: () => IntrinsicWidths): FlexContainer {
  const { style } = box.element;
  const edges = boxEdges(style, space.inlineSize);
  const width = usedWidth(box, space, edges, intrinsic);
  const height = heights(box, space, edges);
  const innerWidth = width - inlineEdges(edges);
  const rowGap = gapBetweenItems(style.rowGap, height.inner ?? 0);
  const columnGap = gapBetweenItems(style.columnGap, innerWidth);
  const isRow = style.flexDirection === 'row' || style.flexDirection === 'row-reverse';
  return {
    edges,
    margin: usedMargins(edges, width, space),
    width,
    innerWidth,
    innerHeight: height.inner,
    minInnerHeight: height.min,
    maxInnerHeight: height.max,
    mainGap: isRow ? columnGap : rowGap,
    crossGap: isRow ? rowGap : columnGap,
  };
}

function usedWidth(box: FlexBox, space: Space, edges: BoxEdges, intrinsic: () => IntrinsicWidths): Pt {
  if (space.forcedWidth !== undefined) return space.forcedWidth;
  const { style } = box.element;
  const sides = inlineEdges(edges);
  const size = (value: typeof style.width | typeof style.maxWidth): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, space.inlineSize), sides);
  const margins =
    (edges.margin.left === 'auto' ? 0 : edges.margin.left) + (edges.margin.right === 'auto' ? 0 : edges.margin.right);
  const available = space.inlineSize - margins;
  let width = size(style.width);
  if (width === undefined && space.shrinkToFit === true) {
    const { min, max } = intrinsic();
    width = Math.min(Math.max(min - margins, available), max - margins);
  }
  return Math.max(sides, clampSize(width ?? available, size(style.minWidth), size(style.maxWidth)));
}

function heights(box: FlexBox, space: Space, edges: BoxEdges): { inner: Pt | undefined; min: Pt; max: Pt } {
  const { style } = box.element;
  const sides = blockEdges(edges);
  const content = (size: Pt | undefined): Pt | undefined => {
    const border = borderBoxSize(style, size, sides);
    return border === undefined ? undefined : border - sides;
  };
  const size = (value: typeof style.height | typeof style.maxHeight): Pt | undefined =>
    content(resolveSize(value, space.blockSize));
  const min = content(resolveLeast(style.minHeight, space.blockSize)) ?? 0;
  const max = size(style.maxHeight) ?? Number.POSITIVE_INFINITY;
  if (space.forcedHeight !== undefined) {
    const inner = Math.max(0, space.forcedHeight - sides);
    return { inner: space.isHeightIndefinite === true ? undefined : inner, min: inner, max: inner };
  }
  const height = size(style.height);
  return { inner: height === undefined ? undefined : Math.max(min, Math.min(height, max)), min, max };
}
