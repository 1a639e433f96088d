import type { Pt } from '../base/units.ts';
import { breakGreedily } from './greedy-breaker.ts';
import { type BreakPoint, type BreakUnit, OVERHANG } from './line-breaker.ts';

/** CSS Text 4, section 6.3.1, lets long paragraphs be: balancing is for titles. */
export const MOST_BALANCED = 6;

/**
 * `text-wrap: balance`: the ends of all lines of a paragraph, as many lines as it has anyway, such that the squares of
 * the room that stays empty on them add up to the least; none ends with a hyphen. `undefined` for a paragraph that has one line, more than six,
 * or a word that must be cut or hangs over. `roomOf` counts from the first line of the paragraph.
 */
export function balancedLines(
  units: readonly BreakUnit[],
  roomOf: (line: number) => Pt,
): readonly BreakPoint[] | undefined {
  const greedy: BreakPoint[] = [];
  for (const end of breakGreedily(units, { unit: 0, split: 0 }, roomOf)) {
    greedy.push(end);
    if (greedy.length > MOST_BALANCED || end.split > 0) return undefined;
  }
  if (greedy.length < 2) return undefined;
  const balanced: BreakPoint[] = [];
  let first = 0;
  let firstLine = 0;
  // Text between forced breaks is balanced by itself.
  for (let line = 0; line < greedy.length; line += 1) {
    const end = greedy[line]!.unit;
    if (end < units.length && units[end - 1]?.isForced !== true) continue;
    const ends = balanceSegment(units.slice(first, end), line + 1 - firstLine, (index) => roomOf(firstLine + index));
    if (ends === undefined) return undefined;
    balanced.push(...ends.map((index) => ({ unit: first + index, split: 0 })));
    first = end;
    firstLine = line + 1;
  }
  return balanced;
}

/**
 * Ends of exactly `count` lines. `least[k][i]` is the least cost of setting the first `i` units on `k` lines; with at
 * most six lines the work grows with the square of the number of words on a line.
 */
function balanceSegment(
  units: readonly BreakUnit[],
  count: number,
  roomOf: (line: number) => Pt,
): readonly number[] | undefined {
  let least: readonly number[] = units.map(() => Number.POSITIVE_INFINITY);
  least = [0, ...least];
  const begins: (readonly number[])[] = [];
  for (let line = 0; line < count; line += 1) {
    const next = new Array<number>(units.length + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Array<number>(units.length + 1).fill(0);
    const room = roomOf(line);
    for (let start = 0; start < units.length; start += 1) {
      if (least[start] === Number.POSITIVE_INFINITY) continue;
      let width: Pt = 0;
      for (let end = start + 1; end <= units.length; end += 1) {
        const unit = units[end - 1]!;
        const slack = room - (width + unit.width - unit.trailing);
        if (slack < -OVERHANG) break;
        width += unit.width;
        if (unit.hyphen !== undefined) continue;
        const cost = least[start]! + slack * slack;
        // Of equals the one whose earlier lines are longer.
        if (cost <= next[end]! + OVERHANG) {
          next[end] = cost;
          from[end] = start;
        }
      }
    }
    least = next;
    begins.push(from);
  }
  if (least[units.length] === Number.POSITIVE_INFINITY) return undefined;
  const ends: number[] = [units.length];
  for (let line = count - 1; line > 0; line -= 1) ends.unshift(begins[line]![ends[0]!]!);
  return ends;
}
