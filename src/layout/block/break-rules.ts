import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { isInFlow } from '../boxes/flow-of.ts';
import { orderedChildren } from '../flex/order.ts';
import type { Box, BreakQuality, FlexBox, ForcedBreak, Fragmentainer, LayoutResult, Resume } from '../types.ts';

/**
 * Costs of the rules of CSS Fragmentation 3, section 4.4: too few lines before or after a break is given up first, then
 * `avoid`; before them that no hyphen stands at a break.
 */
export const HYPHEN_LEFT = 0.5;
export const FEW_WIDOWS = 1;
export const FEW_ORPHANS = 2;
export const AVOIDED = 4;
/** Through something without a break opportunity: only where it is higher than a page. */
export const LAST_RESORT = 64;
export const FORCED: BreakQuality = Number.NEGATIVE_INFINITY;

/** Sizes come from sums: this much more than there is room still fits. */
export const TOLERANCE = 0.005;

/** A place where a fragment could end. */
export interface BreakCandidate {
  readonly at: Resume;
  readonly quality: BreakQuality;
  readonly forced?: ForcedBreak | undefined;
  /** The next box spans all columns. */
  readonly atSpanner?: boolean | undefined;
}

/** The least violation, and of equals the later one. `later` comes after `best` in the content. */
export function betterBreak(
  best: BreakCandidate | undefined,
  later: BreakCandidate | undefined,
): BreakCandidate | undefined {
  if (best === undefined || later === undefined) return later ?? best;
  return later.quality <= best.quality ? later : best;
}

type BreakValue = ComputedStyle['breakBefore'];

/** Where values meet at one break, a forced one comes before `avoid`, a page before a column, a side before any page. */
const RANK: Readonly<Record<BreakValue, number>> = {
  auto: 0,
  'avoid-column': 1,
  'avoid-page': 2,
  avoid: 3,
  column: 4,
  page: 5,
  left: 6,
  right: 6,
};

/** Of equals the one that is later in the flow: CSS Fragmentation 3, section 4.2. */
const stronger = (earlier: BreakValue, later: BreakValue): BreakValue =>
  RANK[later] >= RANK[earlier] ? later : earlier;

/** `break-before` of a box and of the first boxes in it: CSS Fragmentation 3, section 3.1 (propagation). */
function before(box: Box): BreakValue {
  const { breakBefore } = box.element.style;
  switch (box.kind) {
    case 'block': {
      const first = firstIn(box);
      return first === undefined ? breakBefore : stronger(breakBefore, before(first));
    }
    case 'flex':
      return edgeItems(box, 'first').map(before).reduce(stronger, breakBefore);
    case 'table': {
      const group = box.groups[0];
      const values = [group, group?.rows[0]].flatMap((part) => part?.element.style.breakBefore ?? []);
      return values.reduce(stronger, breakBefore);
    }
    default:
      return breakBefore;
  }
}

function after(box: Box): BreakValue {
  const { breakAfter } = box.element.style;
  switch (box.kind) {
    case 'block': {
      const last = lastIn(box);
      return last === undefined ? breakAfter : stronger(after(last), breakAfter);
    }
    case 'flex':
      return stronger(edgeItems(box, 'last').map(after).reduce(stronger, 'auto'), breakAfter);
    case 'table': {
      const group = box.groups[box.groups.length - 1];
      const values = [group?.rows[group.rows.length - 1], group].flatMap(
        (part) => part?.element.style.breakAfter ?? [],
      );
      return stronger(values.reduce(stronger, 'auto'), breakAfter);
    }
    default:
      return breakAfter;
  }
}

/** Items at the top or bottom edge: all of a row that is not wrapped, else one. CSS Flexbox 1, section 10. */
function edgeItems(box: FlexBox, edge: 'first' | 'last'): readonly Box[] {
  const { flexDirection, flexWrap } = box.element.style;
  const items = orderedChildren(box);
  if (flexWrap === 'nowrap' && (flexDirection === 'row' || flexDirection === 'row-reverse')) return items;
  const isReversed = flexDirection === 'column-reverse' || flexWrap === 'wrap-reverse';
  return items.slice((edge === 'first') === isReversed ? -1 : 0).slice(0, 1);
}

const firstIn = (box: Box): Box | undefined => (box.kind === 'block' ? box.children.find(isInFlow) : undefined);
const lastIn = (box: Box): Box | undefined => (box.kind === 'block' ? box.children.findLast(isInFlow) : undefined);

/** Names of pages reach through multi-column containers; break values end there, as in browsers. */
const pageChild = (box: Box, child: (box: Box) => Box | undefined): Box | undefined =>
  box.kind === 'columns' ? box.content : child(box);

/** The name of the page that a box begins on: that of the first box in it. CSS Paged Media 3, section 8.1. */
export function startPage(box: Box): string | undefined {
  let at = box;
  for (let inner = pageChild(at, firstIn); inner !== undefined; inner = pageChild(at, firstIn)) at = inner;
  return at.element.style.page;
}

/** The name of the page that a box ends on: that of the last box in it. */
function endPage(box: Box): string | undefined {
  let at = box;
  for (let inner = pageChild(at, lastIn); inner !== undefined; inner = pageChild(at, lastIn)) at = inner;
  return at.element.style.page;
}

/** What is asked of the gap between two neighbours. */
export interface BreakDemand {
  readonly forced: ForcedBreak | undefined;
  /** What a break there costs; forced ones cost nothing. */
  readonly cost: number;
}

/** What break values that meet at one place come to, where a break ends a `fragmentainer`. Earlier in the flow first. */
export function demandOf(values: readonly BreakValue[], fragmentainer: Fragmentainer = 'page'): BreakDemand {
  const value = values.reduce(stronger, 'auto');
  switch (value) {
    case 'auto':
      return NO_DEMAND;
    case 'avoid':
    case 'avoid-page':
    case 'avoid-column':
      return isAvoided(value, fragmentainer) ? AVOID : NO_DEMAND;
    case 'column':
      return fragmentainer === 'page' ? NO_DEMAND : { forced: value, cost: 0 };
    default:
      return fragmentainer === 'lone-column' ? NO_DEMAND : { forced: value, cost: 0 };
  }
}

const NO_DEMAND: BreakDemand = { forced: undefined, cost: 0 };
const AVOID: BreakDemand = { forced: undefined, cost: AVOIDED };

function isAvoided(value: ComputedStyle['breakInside'], fragmentainer: Fragmentainer): boolean {
  switch (value) {
    case 'auto':
      return false;
    case 'avoid':
      return true;
    case 'avoid-page':
      return fragmentainer === 'page' || fragmentainer === 'last-column';
    case 'avoid-column':
      return fragmentainer !== 'page';
  }
}

/** What the break values on both sides of the gap between two siblings, and the names of their pages, come to. */
export const breakBetween = (previous: Box, next: Box, fragmentainer: Fragmentainer | undefined): BreakDemand =>
  breakBetweenRows([previous], [next], fragmentainer);

/** The break that a box forces behind it, whatever follows. */
export const breakBehind = (box: Box, fragmentainer: Fragmentainer | undefined): ForcedBreak | undefined =>
  demandOf([after(box)], fragmentainer).forced;

/** The same of boxes side by side, with others side by side below. */
export function breakBetweenRows(
  previous: readonly Box[],
  next: readonly Box[],
  fragmentainer: Fragmentainer | undefined,
): BreakDemand {
  const demand = demandOf([...previous.map(after), ...next.map(before)], fragmentainer);
  const last = previous[previous.length - 1];
  const first = next[0];
  if (last === undefined || first === undefined || fragmentainer === 'lone-column') return demand;
  if (endPage(last) === startPage(first)) return demand;
  return demand.forced === undefined || demand.forced === 'column' ? { forced: 'page', cost: 0 } : demand;
}

/** What every break inside the box costs in addition. */
export const insidePenalty = (style: ComputedStyle, fragmentainer: Fragmentainer | undefined): number =>
  isAvoided(style.breakInside, fragmentainer ?? 'page') ? AVOIDED : 0;

export const isColumn = (fragmentainer: Fragmentainer | undefined): boolean =>
  fragmentainer !== undefined && fragmentainer !== 'page';

/** Of a break with the quality inside the box. Between columns the worst rule that it violates counts, as in browsers. */
export function insideQuality(
  quality: BreakQuality,
  style: ComputedStyle,
  fragmentainer: Fragmentainer | undefined,
): BreakQuality {
  const penalty = insidePenalty(style, fragmentainer);
  return quality === FORCED || !isColumn(fragmentainer) ? quality + penalty : Math.max(quality, penalty);
}

/** What a container that is cut side by side has found so far. */
interface FoundBreaks {
  quality: BreakQuality;
  forced: ForcedBreak | undefined;
  shortage: Pt | undefined;
}

export function noteShortage(found: FoundBreaks, more: Pt | undefined): void {
  if (more !== undefined && more > 0) found.shortage = Math.min(found.shortage ?? more, more);
}

/** Counts the break inside an item or a cell: of forced ones side by side the first counts. */
export function noteBreak(found: FoundBreaks, { breakQuality, forced, shortage }: LayoutResult): void {
  noteShortage(found, shortage);
  found.forced ??= forced;
  found.quality = found.forced === undefined ? Math.max(found.quality, breakQuality) : FORCED;
}
