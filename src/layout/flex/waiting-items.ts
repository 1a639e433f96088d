import type { Box, FlexBox, Fragment, WaitingBox } from '../types.ts';
import { distribute } from './distribute.ts';
import { type FlexAxes, usedAlignment } from './item.ts';
import { isItem } from './order.ts';
import type { FlexPlan } from './plan-flex.ts';

/** The first fragment of the container, with its children that are out of the flow. */
export function withWaiting(box: FlexBox, plan: FlexPlan, fragment: Fragment): Fragment {
  const waiting = waitingItems(box, plan);
  return waiting.length === 0 ? fragment : { ...fragment, waiting };
}

/**
 * Absolutely positioned children stand as if each were the only item: CSS Flexbox 1, section 4.1. Relative to the border
 * box of the container.
 */
function waitingItems(box: FlexBox, plan: FlexPlan): readonly WaitingBox[] {
  const boxes = box.children.filter((child) => !isItem(child));
  if (boxes.length === 0) return [];
  const { axes, container, innerHeight } = plan;
  const left = container.edges.border.left + container.edges.padding.left;
  const top = container.edges.border.top + container.edges.padding.top;
  const before = distribute(box.element.style.justifyContent, 1, 1, axes.isReversed).before;
  const main = axes.isReversed ? 1 - before : before;
  return boxes.map((child): WaitingBox => {
    const cross = crossShare(box, child, axes);
    const align = axes.isRow ? { x: main, y: cross } : { x: cross, y: main };
    return {
      box: child,
      at: { x: left + align.x * container.innerWidth, y: top + align.y * innerHeight },
      align,
    };
  });
}

/** Share of the free room above or left of the child. */
function crossShare(box: FlexBox, child: Box, axes: FlexAxes): number {
  switch (usedAlignment(child.element.style.alignSelf, { axes, alignItems: box.element.style.alignItems })) {
    case 'center':
      return 0.5;
    case 'flex-end':
      return axes.isCrossReversed ? 0 : 1;
    case 'baseline':
      // As in browsers, whichever side the lines begin at.
      return 0;
    default:
      return axes.isCrossReversed ? 1 : 0;
  }
}
