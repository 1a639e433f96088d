import type { Pt } from '../../base/units.ts';
import { breakBetween } from '../block/break-rules.ts';
import { blockEdges } from '../box-geometry.ts';
import { hasPercentHeight } from '../space-memory.ts';
import type { FlexBox, Fragment, LayoutResult, Resume, Space } from '../types.ts';
import { breakFlex } from './break-flex.ts';
import type { FlexContext } from './flex-context.ts';
import { type FlexPlan, type PlacedItem, planFlex } from './plan-flex.ts';
import { withWaiting } from './waiting-items.ts';

export { flexIntrinsicWidths } from './intrinsic-widths.ts';

/** Points that rounding may take from a page without a break. */
const TOLERANCE: Pt = 0.01;

/**
 * A flex container after CSS Flexbox 1. In one piece where it fits; else it is cut between its lines (rows) or items
 * (columns), or through the items of a row side by side (section 10).
 */
export function layoutFlex(box: FlexBox, space: Space, context: FlexContext, resume?: Resume): LayoutResult {
  const plan = planOf(box, space, context);
  const isWhole =
    resume === undefined && (space.blockLeft === Number.POSITIVE_INFINITY || !mustBreak(box, plan, space));
  if (isWhole) return { fragment: wholeFragment(box, plan), resume: undefined, breakQuality: 0 };
  return breakFlex(box, plan, { space, context, resume });
}

function planOf(box: FlexBox, space: Space, context: FlexContext): FlexPlan {
  return context.plans(box, space, () => planAsMeasured(box, space, context) ?? planFlex(box, space, context));
}

/** Stretched to the height that it has anyway, a row on one line stays as it was measured, if no item looks at heights. */
function planAsMeasured(box: FlexBox, space: Space, context: FlexContext): FlexPlan | undefined {
  const { flexDirection, flexWrap } = box.element.style;
  if (space.forcedHeight === undefined || flexDirection === 'column' || flexDirection === 'column-reverse')
    return undefined;
  if (flexWrap !== 'nowrap') return undefined;
  const measured = planOf(box, { ...space, forcedHeight: undefined, isHeightIndefinite: undefined }, context);
  const innerHeight = Math.max(0, space.forcedHeight - blockEdges(measured.container.edges));
  if (measured.innerHeight !== innerHeight) return undefined;
  const looks = ({ item }: PlacedItem): boolean =>
    hasPercentHeight(item.style) || (item.isStretched && item.ratio !== undefined);
  if (measured.lines.some((line) => line.items.some(looks))) return undefined;
  const known = { minInnerHeight: innerHeight, maxInnerHeight: innerHeight };
  const definite = space.isHeightIndefinite === true ? undefined : innerHeight;
  return { ...measured, container: { ...measured.container, innerHeight: definite, ...known } };
}

function mustBreak(box: FlexBox, plan: FlexPlan, space: Space): boolean {
  const items = plan.lines.flatMap((line) => line.items);
  if (heightWithOverflow(box, plan, items) > space.blockLeft + TOLERANCE) return true;
  return items.some(({ item }, i) => {
    const previous = items[i - 1];
    return (
      previous !== undefined && breakBetween(previous.item.box, item.box, space.fragmentainer).forced !== undefined
    );
  });
}

/** What stands out of a container with a limited height takes room of the page too, unless it is clipped. */
function heightWithOverflow(box: FlexBox, plan: FlexPlan, items: readonly PlacedItem[]): Pt {
  if (box.element.style.overflow !== 'visible') return plan.height;
  const { border, padding } = plan.container.edges;
  const top = border.top + padding.top;
  return items.reduce((height, { rect }) => Math.max(height, top + rect.y + rect.height), plan.height);
}

function wholeFragment(box: FlexBox, plan: FlexPlan): Fragment {
  const { container } = plan;
  const left = container.edges.border.left + container.edges.padding.left;
  const top = container.edges.border.top + container.edges.padding.top;
  const children: Fragment[] = [];
  for (const line of plan.lines) {
    for (const { fragment, rect, margin } of line.items) {
      children.push({ ...fragment, margin, rect: { ...fragment.rect, x: left + rect.x, y: top + rect.y } });
    }
  }
  return withWaiting(box, plan, {
    element: box.element,
    anonymous: box.anonymous,
    rect: { x: 0, y: 0, width: container.width, height: plan.height },
    margin: container.margin,
    border: container.edges.border,
    padding: container.edges.padding,
    isFirst: true,
    isLast: true,
    children,
    lines: [],
    atoms: [],
    content: undefined,
    firstBaseline: baselineOf(plan, top),
    // As in browsers, an inline block around it takes its first baseline.
    lastBaseline: baselineOf(plan, top),
    repeated: false,
  });
}

/** CSS Flexbox 1, section 8.5. As in browsers, first is what stands first along the axes of the page. */
function baselineOf({ lines, axes }: FlexPlan, top: Pt): Pt | undefined {
  const line = axes.isCrossReversed ? lines.at(-1) : lines[0];
  const shared = axes.isRow ? line?.items.find(({ item }) => item.align === 'baseline') : undefined;
  const chosen = shared ?? (axes.isReversed ? line?.items.at(-1) : line?.items[0]);
  return chosen === undefined ? undefined : top + chosen.rect.y + (chosen.fragment.firstBaseline ?? chosen.rect.height);
}
