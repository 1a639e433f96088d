import type { Pt } from '../../base/units.ts';
import { spaceWidth } from '../glyph-run.ts';
import { breakGreedily } from '../greedy-breaker.ts';
import type { BreakPoint } from '../line-breaker.ts';
import type { PreparedParagraph } from '../prepare-paragraph.ts';
import { type BreakShape, breakOptimally } from './break-optimally.ts';
import { STRETCH } from './demerits.ts';
import { paragraphBoxes } from './paragraph-boxes.ts';

interface LinesFrom {
  readonly start: BreakPoint;
  /** Lines before it. */
  readonly line: number;
  /** Of them, right before it, so many end with a hyphen. */
  readonly hyphens: number;
}

/**
 * `text-wrap: pretty`: the ends of the lines from a place on, as they are when the whole paragraph is set at the widths of
 * `roomOf`, which counts from its first line. Where the place is no end of a line then, because the paragraph was begun
 * at other widths, the rest is broken by itself.
 */
export function bestLines(
  paragraph: PreparedParagraph,
  from: LinesFrom,
  roomOf: (line: number) => Pt,
): Iterable<BreakPoint> {
  const rooms = roomsOf(roomOf, paragraph.units.length);
  const { row, ends } = paragraphBoxes(paragraph, leastOf(rooms));
  const shape = shapeOf(paragraph, rooms);
  const all = breakOptimally(row, shape).ends;
  const pointAfter = (box: number): BreakPoint => ends[box - 1]!; // lines have at least one box
  if (from.line === 0) return all.map(pointAfter);
  const before = all[from.line - 1];
  if (before !== undefined && isSame(pointAfter(before), from.start)) return all.slice(from.line).map(pointAfter);
  const first = boxAt(ends, from.start);
  if (first !== undefined) return breakOptimally(row, shape, first, from.line).ends.map(pointAfter);
  // Inside a word that was cut because it was too wide, which it is no longer.
  const limit = { limit: shape.hyphensInRow, before: from.hyphens };
  return breakGreedily(paragraph.units, from.start, (line) => roomOf(from.line + line), limit);
}

/** The same for what follows a place, when nothing before it counts. The last room holds for further lines. */
export function bestRest(
  paragraph: PreparedParagraph,
  start: BreakPoint,
  rooms: readonly Pt[],
): readonly BreakPoint[] | undefined {
  const { row, ends } = paragraphBoxes(paragraph, leastOf(rooms));
  const first = boxAt(ends, start);
  if (first === undefined) return undefined;
  const all = breakOptimally(row, shapeOf(paragraph, Float64Array.from(rooms)), first).ends;
  return all.map((box) => ends[box - 1]!); // lines have at least one box
}

const leastOf = (rooms: Iterable<Pt>): Pt => {
  let least = Number.POSITIVE_INFINITY;
  for (const room of rooms) least = Math.min(least, room);
  return least;
};

/** The box that begins at a place; `undefined` where none does. */
function boxAt(ends: readonly BreakPoint[], start: BreakPoint): number | undefined {
  if (start.unit === 0 && start.split === 0) return 0;
  const before = ends.findIndex((end) => isSame(end, start));
  return before === -1 ? undefined : before + 1;
}

const isSame = (a: BreakPoint, b: BreakPoint): boolean => a.unit === b.unit && a.split === b.split;

/** Lines whose room is asked for: more have the room of the last of them. */
const MOST_ROOMS = 400;

/** No paragraph has more lines than units, but for words that are cut. */
function roomsOf(roomOf: (line: number) => Pt, units: number): Float64Array {
  const count = Math.min(units + 1, MOST_ROOMS);
  const rooms: Pt[] = [];
  for (let line = 0; line < count; line += 1) rooms.push(roomOf(line));
  let differing = count;
  while (differing > 1 && rooms[differing - 1] === rooms[differing - 2]) differing -= 1;
  return Float64Array.from(rooms.slice(0, differing));
}

/** Of the font size: so much room at the end of a ragged line is as bad as spaces stretched as far as they may be. */
const RAGGED_LOOSENESS = 3;

function shapeOf({ content, root }: PreparedParagraph, rooms: Float64Array): BreakShape {
  const { style } = content;
  const isJustified = style.textAlign === 'justify';
  return {
    rooms,
    fill: isJustified ? 'justify' : 'ragged',
    // A justified line without spaces counts as if it had one.
    looseness: isJustified ? spaceWidth(root.text) * STRETCH : RAGGED_LOOSENESS * style.fontSize,
    fillsLast: isJustified && style.textAlignLast === 'justify',
    hyphensInRow: style.hyphenateLimitLines,
    hyphenatesLast: style.hyphenateLimitLast !== 'always',
  };
}
