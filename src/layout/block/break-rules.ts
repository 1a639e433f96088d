import type { ComputedStyle } from '../../document/types.ts';
import type { Box, BreakQuality, Resume } from '../types.ts';

/**
 * Costs of the rules of CSS Fragmentation 3, section 4.4: too few lines before or after a break is given up first, then
 * `avoid`.
 */
export const FEW_LINES = 1;
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

const stronger = (a: BreakValue, b: BreakValue): BreakValue =>
  a === 'page' || b === 'page' ? 'page' : a === 'avoid' || b === 'avoid' ? 'avoid' : 'auto';

/** `break-before` of a box and of the first boxes in it: CSS Fragmentation 3, section 3.1 (propagation). */
function before(box: Box): BreakValue {
  let value: BreakValue = box.element.style.breakBefore;
  for (let at: Box | undefined = firstIn(box); at !== undefined; at = firstIn(at)) {
    value = stronger(value, at.element.style.breakBefore);
  }
  return value;
}

function after(box: Box): BreakValue {
  let value: BreakValue = box.element.style.breakAfter;
  for (let at: Box | undefined = lastIn(box); at !== undefined; at = lastIn(at)) {
    value = stronger(value, at.element.style.breakAfter);
  }
  return value;
}

const firstIn = (box: Box): Box | undefined => (box.kind === 'block' ? box.children[0] : undefined);
const lastIn = (box: Box): Box | undefined =>
  box.kind === 'block' ? box.children[box.children.length - 1] : undefined;

/** What the break values on both sides of the gap between two siblings come to. */
export const breakBetween = (previous: Box, next: Box): BreakValue => stronger(after(previous), before(next));

/** What every break inside the box costs in addition. */
export const insidePenalty = (style: ComputedStyle): number => (style.breakInside === 'avoid' ? AVOIDED : 0);
