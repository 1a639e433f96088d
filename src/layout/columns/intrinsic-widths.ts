import type { IntrinsicWidths } from '../../text/types.ts';
import { contributionOf } from '../contribution.ts';
import type { Box, ColumnsBox, LayoutContext, SizingSpace } from '../types.ts';
import { columnGap, leastColumnWidth } from './column-shape.ts';
import { isSpanner } from './spanner.ts';

/**
 * Of the margin box. Columns that are counted are asked for all; columns that have a width may come down to one. As in
 * browsers, where CSS Multi-column Layout 1, section 3.4, leaves it open. Boxes that span all columns count once.
 */
export const columnsIntrinsicWidths = (box: ColumnsBox, space: SizingSpace, context: LayoutContext): IntrinsicWidths =>
  contributionOf(box, space, () => {
    const { style } = box.element;
    const inside = { ...space, inlineSize: 0, forcedWidth: undefined };
    const spanners = box.content.kind === 'block' ? box.content.children.filter(isSpanner) : [];
    const content =
      spanners.length === 0 ? context.intrinsicWidths(box.content, inside) : flowWidths(box, inside, context);
    const count = style.columnCount === 'auto' ? 1 : style.columnCount;
    const gaps = (count - 1) * columnGap(style, 0);
    const least = style.columnWidth === 'auto' ? 0 : leastColumnWidth(style.columnWidth);
    const min = style.columnWidth === 'auto' ? content.min * count + gaps : Math.min(content.min, least);
    const max = Math.max(content.max, content.min, least) * count + gaps;
    return widest([{ min, max }, ...spanners.map((spanner) => context.intrinsicWidths(spanner, inside))]);
  });

/** Of the content between the spanners. */
function flowWidths(box: ColumnsBox, inside: SizingSpace, context: LayoutContext): IntrinsicWidths {
  const children: readonly Box[] = box.content.kind === 'block' ? box.content.children : [];
  return widest(children.filter((child) => !isSpanner(child)).map((child) => context.intrinsicWidths(child, inside)));
}

const widest = (all: readonly IntrinsicWidths[]): IntrinsicWidths =>
  all.reduce((most, { min, max }) => ({ min: Math.max(most.min, min), max: Math.max(most.max, max) }), {
    min: 0,
    max: 0,
  });
