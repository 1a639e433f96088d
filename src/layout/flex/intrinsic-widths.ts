import type { Pt } from '../../base/units.ts';
import type { IntrinsicWidths } from '../../text/types.ts';
import { gapBetweenItems } from '../box-geometry.ts';
import { contributionOf } from '../contribution.ts';
import type { FlexBox, LayoutContext, SizingSpace } from '../types.ts';
import { flexAxes } from './item.ts';
import { isItem } from './order.ts';

/**
 * Min-content and max-content contribution of the container (CSS Flexbox 1, section 9.9), of its margin box. A row on
 * one line asks for the sum of its items, all others for the widest.
 */
export function flexIntrinsicWidths(box: FlexBox, space: SizingSpace, context: LayoutContext): IntrinsicWidths {
  return contributionOf(box, space, () => {
    const { style } = box.element;
    const { isRow, wraps } = flexAxes(style);
    // A percentage inside counts from a width that is not known yet.
    const asked = { inlineSize: 0, blockSize: undefined, page: space.page };
    const items = box.children.filter(isItem).map((child) => context.intrinsicWidths(child, asked));
    const gaps = Math.max(0, items.length - 1) * gapBetweenItems(style.columnGap, 0);
    const sum = (of: (item: IntrinsicWidths) => Pt): Pt => items.reduce((total, item) => total + of(item), gaps);
    const largest = (of: (item: IntrinsicWidths) => Pt): Pt =>
      items.reduce((most, item) => Math.max(most, of(item)), 0);
    return {
      min: isRow && !wraps ? sum((item) => item.min) : largest((item) => item.min),
      max: isRow ? sum((item) => item.max) : largest((item) => item.max),
    };
  });
}
