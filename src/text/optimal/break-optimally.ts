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

/** Lines that are stretched further than this many times their measure are taken only where nothing else is left. */
const LOOSEST = 10;
const LOOSEST_DEMERITS = fillDemerits({ ratio: LOOSEST, penalty: 0 });
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
  const last = leastDemerits(row, shape, segment);
  const best = { ends: endsBefore(last), demerits: last.demerits };
  if (last.demerits < LOOSEST_DEMERITS) return best;
  // Only where a line is too loose may a way that was not looked at be cheaper.
  const plain = firstFitSegment(row, shape, segment);
  return plain.demerits < best.demerits ? plain : best;
}

function endsBefore(last: Node): readonly number[] {
  const ends: number[] = [];
  for (let node: Node | undefined = last; node?.before !== undefined; node = node.before) ends.unshift(node.box);
  return ends;
}

function leastDemerits(row: BoxRow, shape: BreakShape, segment: Segment): Node {
  const setting = createSetting(row, shape, segment);
  let active: readonly Node[] = [setting.start];
  // At each place at most one more turn, after which the only active node stands right before it.
  for (let end = segment.from + 1; ; ) {
    const found: Node[] = [];
    const left: Node[] = [];
    for (const node of active) {
      const ratio = setting.ratio(node, end);
      if (ratio !== TOO_LONG) left.push(node);
      if (ratio === TOO_LONG ? node.box === end - 1 : ratio <= LOOSEST) addCandidate(found, setting.next(node, end));
    }
    if (found.length > 0) {
      if (end === segment.end) return cheapest(found);
      for (const node of found) left.push(node);
    } else if (left.length === 0) {
      active = [cheapest(active.map((node) => setting.next(node, end - 1)))];
      continue;
    }
    active = left;
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

/** As much on each line as fits without shrinking spaces. */
function firstFitSegment(row: BoxRow, shape: BreakShape, segment: Segment): OptimalBreaks {
  const setting = createSetting(row, shape, segment);
  const ends = firstFit(row, shape.rooms, segment);
  const last = ends.reduce((node, end) => setting.next(node, end), setting.start);
  return { ends, demerits: last.demerits };
}

export function firstFit(row: BoxRow, rooms: Float64Array, { from, end, line }: Segment): readonly number[] {
  const ends: number[] = [];
  for (let begin = from; begin < end; ) {
    const room = rooms[Math.min(line + ends.length, rooms.length - 1)]!;
    let fitting = begin + 1;
    for (let at = begin + 1; at <= end; at += 1) {
      const bare = row.widths[at]! - row.widths[begin]! - row.trailing[at - 1]!;
      if (bare > room + OVERHANG) break;
      if (bare + row.hyphens[at - 1]! <= room + OVERHANG) fitting = at;
    }
    ends.push(fitting);
    begin = fitting;
  }
  return ends;
}

const TOO_LONG = -2;

interface Setting {
  readonly start: Node;
  /** Of the line from a node to `end`; `TOO_LONG` where not even its spaces shrunk let it fit without a hyphen. */
  ratio(node: Node, end: number): number;
  /** Where that line ends. */
  next(node: Node, end: number): Node;
}

function createSetting(row: BoxRow, shape: BreakShape, segment: Segment): Setting {
  const { widths, spaces, trailing, trailingSpaces, hyphens, penalties, flags } = row;
  const { rooms, looseness } = shape;
  const isJustified = shape.fill === 'justify';
  const lastRoom = rooms.length - 1;
  const limit = Math.min(shape.hyphensInRow, MOST_IN_ROW);
  const isLimited = shape.hyphensInRow <= MOST_IN_ROW;

  const spacesOf = (node: Node, end: number): Pt => spaces[end]! - spaces[node.box]! - trailingSpaces[end - 1]!;
  const slackOf = (node: Node, end: number): Pt =>
    rooms[node.line]! - (widths[end]! - widths[node.box]! - trailing[end - 1]!);

  const ratio = (node: Node, end: number): number => {
    const bare = slackOf(node, end);
    const give = isJustified ? spacesOf(node, end) : 0;
    const least = -give * SHRINK - OVERHANG;
    if (bare < least) return TOO_LONG;
    const slack = bare - hyphens[end - 1]!;
    if (slack < least) return Number.POSITIVE_INFINITY;
    if (slack < 0) return give > 0 ? Math.max(-1, slack / (give * SHRINK)) : 0;
    if (end === segment.end && !shape.fillsLast) return 0;
    return slack / Math.max(give * STRETCH, looseness);
  };

  const next = (node: Node, end: number): Node => {
    const found = ratio(node, end);
    const isLast = end === segment.end;
    const isHyphenated = !isLast && (flags[end - 1]! & ENDS_WITH_HYPHEN) !== 0;
    const inRow = isHyphenated ? node.hyphens + 1 : 0;
    const isStickingOut = found === TOO_LONG || found === Number.POSITIVE_INFINITY;
    const fitness = isStickingOut || !isJustified ? 1 : fitnessOf(found);
    let demerits = node.demerits;
    if (isStickingOut) demerits += stickingOutDemerits(hyphens[end - 1]! - slackOf(node, end));
    else demerits += fillDemerits({ ratio: found, penalty: isLast ? 0 : penalties[end - 1]! });
    if (node.before !== undefined) demerits += unevenDemerits(node.fitness, fitness);
    if (isHyphenated) demerits += ladderDemerits(inRow, isLimited ? limit : Number.POSITIVE_INFINITY);
    if (isLast && node.before !== undefined) {
      const isOneWord = spacesOf(node, end) < OVERHANG;
      const isAfterHyphen = node.hyphens > 0;
      demerits += lastLineDemerits({ isAfterHyphen, isOneWord, mayBeAfterHyphen: shape.hyphenatesLast });
    }
    const line = Math.min(node.line + 1, lastRoom);
    return { box: end, line, fitness, hyphens: Math.min(inRow, limit + 1), demerits, before: node };
  };

  const line = Math.min(segment.line, lastRoom);
  const start: Node = { box: segment.from, line, fitness: 1, hyphens: 0, demerits: 0, before: undefined };
  return { start, ratio, next };
}
