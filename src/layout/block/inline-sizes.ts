import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { IntrinsicWidths } from '../../text/types.ts';
import { type BoxEdges, borderBoxSize, clampSize, inlineEdges, resolveSize } from '../box-geometry.ts';
import type { BlockBox, ColumnsBox, ParagraphBox, Space } from '../types.ts';

const fixed = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);

/** Margins where `auto` counts 0. */
export function fixedMargins({ margin }: BoxEdges): Insets {
  return {
    top: fixed(margin.top),
    right: fixed(margin.right),
    bottom: fixed(margin.bottom),
    left: fixed(margin.left),
  };
}

/** CSS 2.2, section 10.3.3: what the border box leaves of the line goes to the margins that are `auto`. */
export function sharedMargins(edges: BoxEdges, width: Pt, available: Pt): Insets {
  const margins = fixedMargins(edges);
  const { left, right } = edges.margin;
  const autos = (left === 'auto' ? 1 : 0) + (right === 'auto' ? 1 : 0);
  if (autos === 0) return margins;
  const share = Math.max(0, available - width - margins.left - margins.right) / autos;
  return { ...margins, left: left === 'auto' ? share : margins.left, right: right === 'auto' ? share : margins.right };
}

/** Border-box width of a block container: forced, set, filling, or fitting its content. */
export function usedWidth(
  box: BlockBox | ParagraphBox | ColumnsBox,
  space: Space,
  edges: BoxEdges,
  intrinsic: () => IntrinsicWidths,
): Pt {
  if (space.forcedWidth !== undefined) return space.forcedWidth;
  const { style } = box.element;
  const sides = inlineEdges(edges);
  const { left, right } = fixedMargins(edges);
  const available = Math.max(sides, space.inlineSize - left - right);
  let width = borderBoxSize(style, resolveSize(style.width, space.inlineSize), sides);
  if (width === undefined && space.shrinkToFit === true) {
    const { min, max } = intrinsic();
    width = Math.min(Math.max(min - left - right, available), max - left - right);
  }
  const min = borderBoxSize(style, resolveSize(style.minWidth, space.inlineSize), sides);
  const max = borderBoxSize(style, resolveSize(style.maxWidth, space.inlineSize), sides);
  return Math.max(sides, clampSize(width ?? available, min, max));
}
