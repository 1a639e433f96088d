import type { Box, FlexBox } from '../types.ts';

/** The order-modified document order: CSS Flexbox 1, section 5.4. */
export function orderedChildren(box: FlexBox): readonly Box[] {
  // Array sorting is stable.
  return [...box.children].sort((a, b) => orderOf(a) - orderOf(b));
}

const orderOf = (box: Box): number => (box.anonymous ? 0 : box.element.style.order);
