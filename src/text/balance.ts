import type { Pt } from '../base/units.ts';
import { breakGreedily } from './greedy-breaker.ts';
import { type BreakUnit, OVERHANG } from './line-breaker.ts';

/** CSS Text 4, section 6.3.1, lets long paragraphs be: balancing is for titles. */
const MOST_LINES = 6;
/** Each step halves what is left of the width. */
const STEPS = 14;

/**
 * `text-wrap: balance`: the narrowest width with which the paragraph has no more lines than it has anyway. `undefined`
 * for one line and for more than six. Only the lines' own room counts, not what it would be at another height.
 */
export function balancedWidth(units: readonly BreakUnit[], roomOf: (line: number) => Pt): Pt | undefined {
  const lines = countLines(units, roomOf, MOST_LINES);
  if (lines < 2 || lines > MOST_LINES) return undefined;
  let low: Pt = 0;
  let high: Pt = 0;
  for (let line = 0; line < lines; line += 1) high = Math.max(high, roomOf(line));
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (fits(units, (line) => Math.min(middle, roomOf(line)), lines)) high = middle;
    else low = middle;
  }
  return high;
}

/** No more lines, and none wider than its room: a word that is cut or hangs over is no balance. */
function fits(units: readonly BreakUnit[], roomOf: (line: number) => Pt, most: number): boolean {
  const widest = roomOf(0);
  if (units.some((unit) => unit.width - unit.trailing > widest + OVERHANG)) return false;
  return countLines(units, roomOf, most) <= most;
}

/** At most `most` + 1. */
function countLines(units: readonly BreakUnit[], roomOf: (line: number) => Pt, most: number): number {
  let lines = 0;
  for (const _ of breakGreedily(units, { unit: 0, split: 0 }, roomOf)) {
    lines += 1;
    if (lines > most) break;
  }
  return lines;
}
