import type { Pt } from '../../base/units.ts';
import type { IntrinsicWidths } from '../../text/types.ts';
import { borderBoxSize, boxEdges, clampSize, inlineEdges, resolveLength, resolveSize } from '../box-geometry.ts';
import type { Box, FlexBox, LayoutContext, Space } from '../types.ts';
import { ignoringWidths, unbrokenWidths } from '../unbroken.ts';
import { flexAxes } from './item.ts';

/**
 * Of the margin box of the container at its min-content and max-content width (CSS Flexbox 1, section 9.9); its own
 * `width` is not looked at. A row on one line asks for the sum of its items, all others for the widest.
 */
export function flexIntrinsicWidths(box: FlexBox, space: Space, context: LayoutContext): IntrinsicWidths {
  const { style } = box.element;
  const { isRow, wraps } = flexAxes(style);
  const items = box.children.map((child) => contribution(child, space, context));
  const largest = (of: (item: IntrinsicWidths) => Pt): Pt => items.reduce((most, item) => Math.max(most, of(item)), 0);
  const gaps = Math.max(0, items.length - 1) * resolveLength(style.columnGap, 0);
  const sum = (of: (item: IntrinsicWidths) => Pt): Pt => items.reduce((total, item) => total + of(item), gaps);
  const edges = boxEdges(style, space.inlineSize);
  const margin = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const outer = inlineEdges(edges) + margin(edges.margin.left) + margin(edges.margin.right);
  return {
    min: outer + (isRow && !wraps ? sum((item) => item.min) : largest((item) => item.min)),
    max: outer + (isRow ? sum((item) => item.max) : largest((item) => item.max)),
  };
}

/** CSS Sizing 3, section 5.2: what a child adds, its own definite sizes observed. Percentages count as `auto`. */
function contribution(child: Box, space: Space, context: LayoutContext): IntrinsicWidths {
  const { style } = child.element;
  const asked = { inlineSize: space.inlineSize, blockSize: undefined, page: space.page };
  const edges = boxEdges(style, space.inlineSize);
  const sides = inlineEdges(edges);
  const margin = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const margins = margin(edges.margin.left) + margin(edges.margin.right);
  const size = (value: typeof style.width | typeof style.maxWidth): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, undefined), sides);
  const width = size(style.width);
  const content =
    width === undefined
      ? unbrokenWidths(ignoringWidths(child), asked, context)
      : { min: width + margins, max: width + margins };
  const limited = (outer: Pt): Pt =>
    Math.max(sides, clampSize(outer - margins, size(style.minWidth), size(style.maxWidth))) + margins;
  return { min: limited(content.min), max: limited(content.max) };
}
