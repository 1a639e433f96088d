import type { Pt } from '../../base/units.ts';
import type { Exclusion } from '../types.ts';

export const NO_EXCLUSIONS: readonly Exclusion[] = [];

/** Positions come from sums: what overlaps by less than this does not overlap. */
const TOUCH: Pt = 0.005;

/** Left and right edges between which something may stand. */
export interface Band {
  readonly left: Pt;
  readonly right: Pt;
}

/** What is free of `within` from `top` on for the height given; a height of 0 looks at the line at `top` alone. */
export function freeBand(
  exclusions: readonly Exclusion[],
  at: { readonly top: Pt; readonly height: Pt },
  within: Band,
): Band {
  let { left, right } = within;
  const bottom = at.top + Math.max(at.height, 2 * TOUCH);
  for (const one of exclusions) {
    if (one.bottom <= at.top + TOUCH || one.top >= bottom - TOUCH || one.right <= one.left) continue;
    if (one.side === 'left') left = Math.max(left, one.right);
    else right = Math.min(right, one.left);
  }
  return { left, right };
}

/** Whether a band is as wide as it can be: what is too wide for it finds no more room further down. */
const isFull = (band: Band, within: Band): boolean => band.left === within.left && band.right === within.right;

/**
 * The highest place at or below `top` where `width` is free; where no float is in the way everything fits. The width may
 * depend on the band. Only a bottom edge of a float gives new room: each is tried once.
 */
export function findBand(
  exclusions: readonly Exclusion[],
  at: { readonly top: Pt; readonly height: Pt },
  within: Band,
  fits: (band: Band) => boolean,
): { readonly top: Pt; readonly band: Band } {
  const tops = [at.top, ...exclusions.map(({ bottom }) => bottom).filter((bottom) => bottom > at.top)];
  tops.sort((a, b) => a - b);
  for (const top of tops) {
    const band = freeBand(exclusions, { top, height: at.height }, within);
    if (isFull(band, within) || fits(band)) return { top, band };
  }
  // Below all floats everything is free.
  throw new Error('No room was found below all floats');
}

/** Margin box of a float, `width` and `height` with its margins: negative ones may make it less than nothing. */
export interface FloatSize {
  readonly side: 'left' | 'right';
  readonly clear: 'none' | 'left' | 'right' | 'both';
  readonly width: Pt;
  readonly height: Pt;
}

/** As far up and then as far to its side as the rules of CSS 2.2, section 9.5.1, let a float go. `within`: its container. */
export function placeFloat(exclusions: readonly Exclusion[], float: FloatSize, top: Pt, within: Band): Exclusion {
  let highest = Math.max(top, clearance(exclusions, float.clear));
  // Rule 5: not above a float that comes before it.
  for (const one of exclusions) highest = Math.max(highest, one.top);
  const { top: y, band } = findBand(
    exclusions,
    { top: highest, height: 0 },
    within,
    ({ left, right }) => float.width <= right - left + TOUCH,
  );
  const width = Math.max(0, float.width);
  const bottom = y + Math.max(0, float.height);
  return float.side === 'left'
    ? { side: 'left', left: band.left, right: band.left + width, top: y, bottom }
    : { side: 'right', left: band.right - width, right: band.right, top: y, bottom };
}

/** Where the floats of the sides end that are to be cleared; -Infinity when there are none. CSS 2.2, section 9.5.2. */
export function clearance(exclusions: readonly Exclusion[], clear: FloatSize['clear']): Pt {
  let bottom = Number.NEGATIVE_INFINITY;
  if (clear === 'none') return bottom;
  for (const one of exclusions) {
    if ((clear === 'both' || one.side === clear) && one.isInitialLetter !== true) bottom = Math.max(bottom, one.bottom);
  }
  return bottom;
}

/** Whether what clears the sides belongs in the next column, where a float of them goes on. */
export const clearsInNextColumn = (exclusions: readonly Exclusion[], clear: FloatSize['clear']): boolean =>
  clear !== 'none' &&
  exclusions.some(({ side, goesOn }) => goesOn !== undefined && (clear === 'both' || side === clear));

/** Bottom of the lowest float or initial letter; -Infinity when there are none. */
export const floatsEnd = (exclusions: readonly Exclusion[]): Pt =>
  exclusions.reduce((end, { bottom }) => Math.max(end, bottom), Number.NEGATIVE_INFINITY);

/** Bottom of the lowest initial letter; -Infinity when there are none. */
export const lettersEnd = (exclusions: readonly Exclusion[]): Pt =>
  exclusions.reduce(
    (end, { bottom, isInitialLetter }) => (isInitialLetter === true ? Math.max(end, bottom) : end),
    Number.NEGATIVE_INFINITY,
  );

/** Where the next float below `top` ends; `top` itself when there is none. */
export function nextEnd(exclusions: readonly Exclusion[], top: Pt): Pt {
  let next = Number.POSITIVE_INFINITY;
  for (const { bottom } of exclusions) if (bottom > top + TOUCH) next = Math.min(next, bottom);
  return next === Number.POSITIVE_INFINITY ? top : next;
}
