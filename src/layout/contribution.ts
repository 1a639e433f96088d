import type { Pt } from '../base/units.ts';
import type { AutoLength, MaxLength } from '../document/types.ts';
import type { IntrinsicWidths } from '../text/types.ts';
import { borderBoxSize, boxEdges, clampSize, inlineEdges } from './box-geometry.ts';
import type { Box, SizingSpace } from './types.ts';

/** A percentage of a width that depends on the content is cyclic and counts as none: CSS Sizing 3, section 5.2.1. */
export const lengthAlone = (value: AutoLength | MaxLength): Pt | undefined =>
  value === 'auto' || value === 'none' || value.percent !== 0 ? undefined : value.pt;

/**
 * Contribution of a container, of its margin box, from the widths of its content box: its own `width`, `min-width` and
 * `max-width` come before what its content asks for. CSS Sizing 3, section 5.
 */
export function contributionOf(box: Box, space: SizingSpace, content: () => IntrinsicWidths): IntrinsicWidths {
  const { style } = box.element;
  const edges = boxEdges(style, space.inlineSize);
  const sides = inlineEdges(edges);
  const margin = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const margins = margin(edges.margin.left) + margin(edges.margin.right);
  const size = (value: AutoLength | MaxLength): Pt | undefined => borderBoxSize(style, lengthAlone(value), sides);
  const width = size(style.width);
  const least = size(style.minWidth);
  const most = size(style.maxWidth);
  const outer = (border: Pt): Pt => Math.max(sides, clampSize(border, least, most)) + margins;
  if (width !== undefined) return { min: outer(width), max: outer(width) };
  const { min, max } = content();
  return { min: outer(min + sides), max: outer(max + sides) };
}
