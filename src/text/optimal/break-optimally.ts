import type { Pt } from '../../base/units.ts';
import { OVERHANG } from '../line-breaker.ts';
import {
  fillDemerits,
  fitnessOf,
  ladderDemerits,
  lastLineDemerits,
  SHRINK,
  STRETCH,
  stickingOutDemerits,
  UNEVEN,
  unevenDemerits,
} from './demerits.ts';

/**
 * A paragraph as boxes: what stands between two places where a line may end, with the white space at its end. Sums have
 * one entry more than there are boxes: at `i` that of the boxes before `i`.
 */
export interface BoxRow {
  readonly count: number;
  /** Sums of the widths, with white space. */
  readonly widths: Float64Array;
  /** Sums of the natural widths of the spaces that justification stretches. */
  readonly spaces: Float64Array;
  /** White space at the end of a box, which takes no room when the line ends there; of it, what stretches. */
  readonly trailing: Float64Array;
  readonly trailingSpaces: Float64Array;
  /** What is added when the line ends after a box: 0 without a hyphen. */
  readonly hyphens: Float64Array;
  /** Of a line that ends after a box. */
  readonly penalties: Float64Array;
  /** `ENDS_WITH_HYPHEN`, `ENDS_LINE`. */
  readonly flags: Uint8Array;
  /**
   * A line that ends after a box begins here at the earliest: inside a word that is cut because no line is wide enough for
   * it, the word begins the line. Not set without such words.
   */
  readonly earliest?: Int32Array;
}

export const ENDS_WITH_HYPHEN = 1;
export const ENDS_LINE = 2;

export interface BreakShape {
  /** Of each line from the first on; the last entry holds for all lines after it. */
  readonly rooms: Float64Array;
  /** Of spaces: `justify`. `ragged`: room may stay at the end of a line, `looseness` of it is as bad as full stretch. */
  readonly fill: 'justify' | 'ragged';
  readonly looseness: Pt;
  /** Last lines are filled too. */
  readonly fillsLast: boolean;
  /** So many lines below each other may end with a hyphen. */
  readonly hyphensInRow: number;
  /** The last line but one may not. */
  readonly hyphenatesLast: boolean;
}

export interface OptimalBreaks {
  /** Of each line: the box after its last. */
  readonly ends: readonly number[];
  readonly demerits: number;
}

/**
 * Lines that are stretched further are looked at when all others come to more than one such line: then the next of these
 * counts. Lines looser than the last are taken only where nothing else is left.
 */
const LOOSE: readonly number[] = [3, 6];
const LOOSEST = 12;
/** More hyphens in a row than anybody allows by a number are not told apart. */
const MOST_IN_ROW = 8;

/** A place where a line may end, reached in the cheapest way that is known for its class. */
interface Node {
  readonly box: number;
  /** Lines before it, as far as their rooms differ. */
  readonly line: number;
  readonly fitness: number;
  /** Lines before it in a row that end with a hyphen. */
  readonly hyphens: number;
  readonly demerits: number;
  readonly before: Node | undefined;
}

/**
 * Total-fit line breaking after Knuth and Plass ("Breaking Paragraphs into Lines", 1981): of all ways to break the whole
 * paragraph the one with the least demerits. Each box may begin and end a line, so there is always a way: where every
 * way has a line that is too loose, the fullest line is taken; a box that is wider than its line stands alone. The work
 * grows with the number of boxes times those on a line. Never worse than `firstFit`.
 */
export function breakOptimally(row: BoxRow, shape: BreakShape, first = 0, firstLine = 0): OptimalBreaks {
  const ends: number[] = [];
  let demerits = 0;
  for (let from = first; from < row.count; ) {
    const end = endOfSegment(row, from);
    const segment = breakSegment(row, shape, { from, end, line: firstLine + ends.length });
    ends.push(...segment.ends);
    demerits += segment.demerits;
    from = end;
  }
  return { ends, demerits };
}

/** Forced breaks part a paragraph into parts that know nothing of each other. */
function endOfSegment({ count, flags }: BoxRow, from: number): number {
  let end = from + 1;
  while (end < count && (flags[end - 1]! & ENDS_LINE) === 0) end += 1;
  return end;
}

interface Segment {
  readonly from: number;
  readonly end: number;
  /** Lines before it. */
  readonly line: number;
}

function breakSegment(row: BoxRow, shape: BreakShape, segment: Segment): OptimalBreaks {
  const setting = createSetting(row, shape, segment);
  for (const loosest of LOOSE) {
    const quick = leastDemerits(setting, segment, { loosest, alwaysEnds: false });
    if (quick !== undefined && quick.demerits < fillDemerits(loosest, 0)) return breaksBefore(quick);
  }
  const best = leastDemerits(setting, segment, { loosest: LOOSEST, alwaysEnds: true });
  if (best === undefined) throw new Error('A paragraph has no lines');
  if (best.demerits < fillDemerits(LOOSEST, 0)) return breaksBefore(best);
  // Only where a line is too loose may a way that was not looked at be cheaper.
  const plain = endOf(setting, firstFit(row, shape.rooms, segment));
  return breaksBefore(plain.demerits < best.demerits ? plain : best);
}

const endOf = (setting: Setting, ends: readonly number[]): Node =>
  ends.reduce((node, end) => setting.next(node, end, setting.ratio(node, end)), setting.start);

/** Of lines that end like this, without forced breaks. */
export function demeritsOf(row: BoxRow, shape: BreakShape, ends: readonly number[]): number {
  return endOf(createSetting(row, shape, { from: 0, end: row.count, line: 0 }), ends).demerits;
}

function breaksBefore(last: Node): OptimalBreaks {
  const ends: number[] = [];
  for (let node: Node = last; node.before !== undefined; node = node.before) ends.push(node.box);
  return { ends: ends.reverse(), demerits: last.demerits };
}

interface Search {
  readonly loosest: number;
  /** Else nothing is found where every way has a line that is looser. */
  readonly alwaysEnds: boolean;
}

function leastDemerits(setting: Setting, segment: Segment, { loosest, alwaysEnds }: Search): Node | undefined {
  const { lastRoom } = setting;
  /** In the order of their boxes. Those before `head` are too far back for any line. */
  const active: Node[] = [setting.start];
  let head = 0;
  /** The last of those whose lines may have other rooms than lines further down. */
  let lastEarly = setting.start.line < lastRoom ? 0 : -1;
  // Each step back makes the only active node, which is further on than any before.
  for (let end = segment.from + 1; ; ) {
    const found: Node[] = [];
    const front = head;
    for (let at = head; at < active.length; at += 1) {
      const node = active[at]!;
      const ratio = setting.ratio(node, end);
      if (ratio === TOO_LONG) {
        if (at === head) head += 1;
        if (node.box < end - 1) continue;
      } else if (ratio === NO_END) continue;
      else if (ratio > loosest) {
        // From here on lines have the same room and are shorter still.
        if (at > lastEarly) break;
        continue;
      }
      addCandidate(found, setting.next(node, end, ratio));
    }
    if (found.length === 0 && head === active.length) {
      if (!alwaysEnds) return undefined;
      const fullest = cheapest(active.slice(front).map((node) => setting.fullest(node, end - 1)));
      active.push(fullest);
      if (fullest.line < lastRoom) lastEarly = head;
      end = fullest.box + 1;
      continue;
    }
    if (end === segment.end && found.length > 0) return cheapest(found);
    if (end === segment.end) {
      if (!alwaysEnds) return undefined;
      // The last line is too loose whatever is done.
      return cheapest(active.slice(head).map((node) => setting.next(node, end, setting.ratio(node, end))));
    }
    for (const node of found) {
      if (node.line < lastRoom) lastEarly = active.length;
      active.push(node);
    }
    end += 1;
  }
}

const cheapest = (nodes: readonly Node[]): Node =>
  nodes.reduce((best, node) => (node.demerits < best.demerits ? node : best));

/** Keeps what may still become the best: the rest is as far on at no less, with no fewer hyphens in a row. */
function addCandidate(found: Node[], node: Node): void {
  for (const other of found) if (isNoBetter(node, other)) return;
  let kept = 0;
  for (const other of found) {
    if (isNoBetter(other, node)) continue;
    found[kept] = other;
    kept += 1;
  }
  found.length = kept;
  found.push(node);
}

function isNoBetter(node: Node, than: Node): boolean {
  if (node.line !== than.line || node.hyphens < than.hyphens) return false;
  // The next line may be uneven after the one and not after the other.
  return node.demerits >= than.demerits + (node.fitness === than.fitness ? 0 : UNEVEN);
}

/** Where a line that ends at `end` begins at the earliest. */
const startOf = ({ earliest }: BoxRow, end: number): number => (earliest === undefined ? 0 : earliest[end - 1]!);

/** As much on each line as fits without shrinking spaces: the ends of the lines. */
export function firstFit(row: BoxRow, rooms: Float64Array, { from, end, line }: Segment): readonly number[] {
  const ends: number[] = [];
  for (let begin = from; begin < end; ) {
    const room = rooms[Math.min(line + ends.length, rooms.length - 1)]!;
    let fitting = begin + 1;
    for (let at = begin + 1; at <= end; at += 1) {
      const bare = row.widths[at]! - row.widths[begin]! - row.trailing[at - 1]!;
      if (bare > room + OVERHANG) break;
      const mayEnd = at === end || bare + row.hyphens[at - 1]! <= room + OVERHANG;
      if (mayEnd && startOf(row, at) <= begin) fitting = at;
    }
    ends.push(fitting);
    begin = fitting;
  }
  return ends;
}

/** Not even shrunk spaces let the line fit. */
const TOO_LONG = -2;
/** It would fit without its hyphen, or began before a word that is cut. */
const NO_END = Number.POSITIVE_INFINITY;

interface Setting {
  readonly start: Node;
  /** Index of the room that holds for all further lines. */
  readonly lastRoom: number;
  /** How the line from a node to `end` is stretched, `TOO_LONG` or `NO_END`. */
  ratio(node: Node, end: number): number;
  /** Where that line ends. */
  next(node: Node, end: number, ratio: number): Node;
  /** The same for the last place up to `end` where it may. */
  fullest(node: Node, end: number): Node;
}

function createSetting(row: BoxRow, shape: BreakShape, segment: Segment): Setting {
  const { widths, spaces, trailing, trailingSpaces, hyphens, penalties, flags } = row;
  const { rooms, fill, looseness, fillsLast, hyphenatesLast } = shape;
  const isJustified = fill === 'justify';
  const lastRoom = rooms.length - 1;
  const isLimited = shape.hyphensInRow <= MOST_IN_ROW;
  const limit = isLimited ? shape.hyphensInRow : Number.POSITIVE_INFINITY;
  const mostCounted = isLimited ? limit + 1 : LADDER;

  const spacesOf = (node: Node, end: number): Pt => spaces[end]! - spaces[node.box]! - trailingSpaces[end - 1]!;
  const slackOf = (node: Node, end: number): Pt =>
    rooms[node.line]! - (widths[end]! - widths[node.box]! - trailing[end - 1]!);

  const ratio = (node: Node, end: number): number => {
    const isLast = end === segment.end;
    const bare = slackOf(node, end);
    const give = isJustified ? spacesOf(node, end) : 0;
    const least = -give * SHRINK - OVERHANG;
    if (bare < least) return TOO_LONG;
    const slack = isLast ? bare : bare - hyphens[end - 1]!;
    if (slack < least || node.box < startOf(row, end)) return NO_END;
    if (slack < 0) return give > 0 ? Math.max(-1, slack / (give * SHRINK)) : 0;
    if (isLast && !fillsLast) return 0;
    return slack / Math.max(give * STRETCH, looseness);
  };

  const next = (node: Node, end: number, stretched: number): Node => {
    const isLast = end === segment.end;
    const isHyphenated = !isLast && (flags[end - 1]! & ENDS_WITH_HYPHEN) !== 0;
    const inRow = isHyphenated ? node.hyphens + 1 : 0;
    const sticksOut = stretched === TOO_LONG || stretched === NO_END;
    const fitness = sticksOut || !isJustified ? 1 : fitnessOf(stretched);
    let demerits = node.demerits;
    if (sticksOut) demerits += stickingOutDemerits(hyphens[end - 1]! - slackOf(node, end));
    else demerits += fillDemerits(stretched, isLast ? 0 : penalties[end - 1]!);
    if (node.before !== undefined) demerits += unevenDemerits(node.fitness, fitness);
    if (isHyphenated) demerits += ladderDemerits(inRow, limit);
    if (isLast && node.before !== undefined) {
      const isOneWord = spacesOf(node, end) < OVERHANG;
      const isAfterHyphen = node.hyphens > 0;
      demerits += lastLineDemerits({ isAfterHyphen, isOneWord, mayBeAfterHyphen: hyphenatesLast, fill });
    }
    const line = Math.min(node.line + 1, lastRoom);
    return { box: end, line, fitness, hyphens: Math.min(inRow, mostCounted), demerits, before: node };
  };

  const line = Math.min(segment.line, lastRoom);
  const start: Node = { box: segment.from, line, fitness: 1, hyphens: 0, demerits: 0, before: undefined };
  const fullest = (node: Node, end: number): Node => {
    const start = startOf(row, end);
    const last = node.box < start ? start : end;
    return next(node, last, ratio(node, last));
  };
  return { start, lastRoom, ratio, next, fullest };
}

/** From this many hyphens in a row on, more make no difference where there is no limit. */
const LADDER = 3;
