import type { Pt } from '../base/units.ts';
import { cssPx } from '../base/units.ts';
import type { ComputedStyle } from '../document/types.ts';
import { breakGreedily } from './greedy-breaker.ts';
import { type BreakPoint, type BreakUnit, type HyphenLimit, OVERHANG } from './line-breaker.ts';

/** CSS Text 4, section 6.3.1, lets long paragraphs be: balancing is for titles. */
export const MOST_BALANCED = 6;

/** What balancing must know of a paragraph. */
export interface BalancedSpace {
  /** Counts from the first line of the paragraph. */
  readonly roomOf: (line: number) => Pt;
  /** Of a line that nothing stands beside. */
  readonly width: Pt;
  readonly style: ComputedStyle;
  /** Floats stand beside some lines. */
  readonly isBeside: boolean;
}

/**
 * `text-wrap: balance`: the ends of all lines of a paragraph, as many lines as it has anyway, such that they are about as
 * wide; none ends with a hyphen. `undefined` for a paragraph that has one line, more than six, or a word that must be cut
 * or hangs over, and where there is nothing to choose.
 */
export function balancedLines(units: readonly BreakUnit[], space: BalancedSpace): readonly BreakPoint[] | undefined {
  const greedy = endsWithin(units, positionsOf(units), space.roomOf, MOST_BALANCED);
  if (greedy === undefined || greedy.length < 2) return undefined;
  const balanced: BreakPoint[] = [];
  let first = 0;
  let firstLine = 0;
  // Text between forced breaks is balanced by itself.
  for (const [line, end] of greedy.entries()) {
    if (end < units.length && units[end - 1]?.isForced !== true) continue;
    const segment = units.slice(first, end);
    const lines = greedy.slice(firstLine, line + 1).map((unit) => unit - first);
    const here = { ...space, roomOf: (index: number): Pt => space.roomOf(firstLine + index) };
    const best = bestEnds(segment, here, lines.length);
    const ends = best ?? (space.isBeside ? lines : narrowestEnds(segment, here, lines));
    balanced.push(...ends.map((index) => ({ unit: first + index, split: 0 })));
    first = end;
    firstLine = line + 1;
  }
  return balanced;
}

/** Fewer words leave nothing to weigh. */
const LEAST_UNITS = 4;
/** Of a last line that holds one word, in square pixels. */
const LONE_WORD = 10_000;

/** The best way to end a line after some unit. */
interface Best {
  readonly cost: number;
  /** How many units are before its line. */
  readonly start: number;
  readonly lines: number;
}

/**
 * The ends of the lines for which the squares of the room that stays empty add up to the least, as browsers find them: in
 * CSS pixels, with a cost for each line, and for a last word alone. A start is not tried where what the one before it
 * costs leaves no hope. `undefined` when they are not `count` lines.
 */
function bestEnds(
  units: readonly BreakUnit[],
  { roomOf, width, style }: BalancedSpace,
  count: number,
): readonly number[] | undefined {
  if (units.length < LEAST_UNITS) return undefined;
  const positions = positionsOf(units);
  const pixel = cssPx(1);
  const perLine = style.textAlign === 'justify' ? 0 : (4 * width * style.fontSize) / pixel ** 2;
  const best: Best[] = [{ cost: 0, start: 0, lines: 0 }];
  let active = 0;
  for (let end = 1; end <= units.length; end += 1) {
    let least = Number.POSITIVE_INFINITY;
    let from = active;
    let room = -1;
    let hope = 0;
    for (let start = active; start < end; start += 1) {
      const { cost, lines } = best[start]!; // start < end = best.length
      const roomHere = roomOf(lines);
      if (roomHere !== room) hope = 0;
      room = roomHere;
      if (cost + hope >= least) continue;
      const slack = (room - widthBetween(units, positions, start, end)) / pixel;
      if (slack < -OVERHANG) {
        active = start + 1;
        continue;
      }
      hope = slack * slack;
      if (cost + hope > least) continue;
      least = cost + hope;
      from = start;
    }
    // No line ends with a hyphen.
    if (units[end - 1]!.hyphen !== undefined && end < units.length) least = Number.POSITIVE_INFINITY; // 0 < end
    const cost = least + perLine + (end === units.length - 1 ? LONE_WORD : 0);
    best.push({ cost, start: from, lines: (best[from]?.lines ?? 0) + 1 });
  }
  if (best[units.length]!.cost === Number.POSITIVE_INFINITY) return undefined;
  const ends: number[] = [];
  for (let end = units.length; end > 0; end = best[end]!.start) ends.unshift(end); // each start is before its end
  return ends.length === count ? ends : undefined;
}

/** Where each unit begins, and where the last ends, on one long line. */
function positionsOf(units: readonly BreakUnit[]): readonly Pt[] {
  const positions: Pt[] = [0];
  let position: Pt = 0;
  for (const { width } of units) {
    position += width;
    positions.push(position);
  }
  return positions;
}

/** Without the white space at the end; `from` is before `to`, and both are places of `positions`. */
const widthBetween = (units: readonly BreakUnit[], positions: readonly Pt[], from: number, to: number): Pt =>
  positions[to]! - positions[from]! - units[to - 1]!.trailing;

/** The lines of one width that are no more than `count`, narrowest to a pixel, as in browsers. */
function narrowestEnds(
  units: readonly BreakUnit[],
  { roomOf, width }: BalancedSpace,
  greedy: readonly number[],
): readonly number[] {
  const positions = positionsOf(units);
  let ends = greedy;
  let total: Pt = 0;
  for (const [line, end] of greedy.entries()) total += widthBetween(units, positions, greedy[line - 1] ?? 0, end);
  let lower = (0.8 * total) / greedy.length;
  let upper = width;
  // The range is halved until it is a pixel.
  while (lower + cssPx(1) < upper) {
    const middle = (lower + upper) / 2;
    const found = endsWithin(units, positions, (line) => roomOf(line) - (width - middle), greedy.length);
    if (found === undefined) lower = middle;
    else {
      upper = middle;
      ends = found;
    }
  }
  return ends;
}

const NO_HYPHENS: HyphenLimit = { limit: 0, before: 0 };

/** `undefined` when they would be more lines, or overhang, or need a hyphen. */
function endsWithin(
  units: readonly BreakUnit[],
  positions: readonly Pt[],
  roomOf: (line: number) => Pt,
  most: number,
): readonly number[] | undefined {
  const ends: number[] = [];
  for (const { unit, split } of breakGreedily(units, { unit: 0, split: 0 }, roomOf, NO_HYPHENS)) {
    const isHyphenated = unit < units.length && units[unit - 1]?.hyphen !== undefined;
    if (split > 0 || isHyphenated || ends.length === most) return undefined;
    if (widthBetween(units, positions, ends.at(-1) ?? 0, unit) > roomOf(ends.length) + OVERHANG) return undefined;
    ends.push(unit);
  }
  return ends;
}
