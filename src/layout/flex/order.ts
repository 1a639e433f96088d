import { flowOf } from '../boxes/flow-of.ts';
import type { Box, FlexBox } from '../types.ts';

/** Absolutely positioned children are none: CSS Flexbox 1, section 4.1. */
export const isItem = (box: Box): boolean => flowOf(box) !== 'absolute';

/** The items in order-modified document order: CSS Flexbox 1, section 5.4. */
export function orderedChildren(box: FlexBox): readonly Box[] {
  // Array sorting is stable.
  return box.children.filter(isItem).sort((a, b) => orderOf(a) - orderOf(b));
}

const orderOf = (box: Box): number => (box.anonymous ? 0 : box.element.style.order);
