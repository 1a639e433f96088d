import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { resolveLength } from '../box-geometry.ts';
import { flowOf, isInFlow } from '../boxes/flow-of.ts';
import { clearance } from '../float/exclusions.ts';
import type { Box, Exclusion } from '../types.ts';
import {
  collapsesThrough,
  insideOf,
  isFormattingRoot,
  isHollow,
  joinStruts,
  joinsFirstChild,
  type MarginSpace,
  NONE,
  type Strut,
  strutAfter,
  strutBefore,
  strutOf,
  strutSize,
} from './margins.ts';

const clearing = new WeakMap<Box, boolean>();

/** Whether something whose top margin may be part of the margin of the box has `clear`. */
export function hasClearInFront(box: Box): boolean {
  if (box.kind !== 'block' || isFormattingRoot(box)) return false;
  let known = clearing.get(box);
  if (known === undefined) {
    known = false;
    for (const child of box.children) {
      if (!isInFlow(child)) continue;
      known ||= clearOf(child) !== 'none' || hasClearInFront(child);
      if (!isHollow(child)) break;
    }
    clearing.set(box, known);
  }
  return known;
}

const clearOf = (box: Box): ComputedStyle['clear'] => (box.anonymous ? 'none' : box.element.style.clear);

/** Where the chain of margins begins, in the block formatting context, and the floats before it. */
interface Start {
  readonly exclusions: readonly Exclusion[];
  readonly edge: Pt;
}

/**
 * All margins that adjoin the top border edge of a box, with those `before` it. The margin of a box that clearance moves
 * down does not: CSS 2.2, section 9.5.2. Whether it is moved is seen from where it would stand without; a float that
 * would move with it is always cleared, as in browsers.
 */
export function strutBeforeClear(box: Box, space: MarginSpace, before: Strut, start: Start): Strut {
  return walk(box, space, before, { ...start, sides: new Set() }).strut;
}

interface Walk {
  readonly strut: Strut;
  readonly isEnd: boolean;
}

function walk(
  box: Box,
  space: MarginSpace,
  before: Strut,
  start: Start & { readonly sides: Set<ComputedStyle['float']> },
): Walk {
  const { margin } = box.element.style;
  let strut = joinStruts(before, strutOf(margin.top === 'auto' ? 0 : resolveLength(margin.top, space.inlineSize)));
  if (box.kind !== 'block' || !joinsFirstChild(box, space)) return { strut, isEnd: false };
  const inside = insideOf(box, space);
  for (const child of box.children) {
    if (flowOf(child) === 'float') start.sides.add(child.element.style.float);
    if (!isInFlow(child)) continue;
    if (isCleared(child, inside, strut, start)) return { strut, isEnd: true };
    const walked = walk(child, inside, strut, start);
    if (walked.isEnd) return walked;
    strut = walked.strut;
    if (!collapsesThrough(child, inside)) break;
    strut = joinStruts(strut, strutAfter(child, inside, NONE));
  }
  return { strut, isEnd: false };
}

function isCleared(
  box: Box,
  space: MarginSpace,
  before: Strut,
  { exclusions, edge, sides }: Start & { readonly sides: ReadonlySet<ComputedStyle['float']> },
): boolean {
  const clear = clearOf(box);
  if (clear === 'none') return false;
  if (clear === 'both' ? sides.size > 0 : sides.has(clear)) return true;
  return clearance(exclusions, clear) > edge + strutSize(joinStruts(before, strutBefore(box, space)));
}
