import type { Pt } from '../base/units.ts';
import {
  type BreakPoint,
  type BreakUnit,
  type HyphenLimit,
  type LineBreaker,
  OVERHANG,
  type UnitAnchor,
} from './line-breaker.ts';

/** Puts as much on each line as fits. A unit is never left out: one that is too wide stands alone and overflows. */
export const breakGreedily: LineBreaker = function* (units, from, roomOf, hyphens = UNLIMITED) {
  let at = from;
  let inRow = hyphens.before;
  // Each turn moves on by a unit or a split.
  for (let line = 0; at.unit < units.length; line += 1) {
    at = endOfLine(units, at, { room: roomOf(line), mayHyphenate: inRow < hyphens.limit });
    inRow = endsWithHyphen(units, at) ? inRow + 1 : 0;
    yield at;
  }
};

const UNLIMITED: HyphenLimit = { limit: Number.POSITIVE_INFINITY, before: 0 };

export const endsWithHyphen = (units: readonly BreakUnit[], end: BreakPoint): boolean =>
  end.split === 0 && units[end.unit - 1]?.hyphen !== undefined;

interface LineRoom {
  readonly room: Pt;
  /** A line that holds no more than a part of a word ends with a hyphen all the same. */
  readonly mayHyphenate: boolean;
}

/** What places boxes out of the flow as a line is filled. */
export interface AnchorRoom {
  /**
   * The places in a unit are met, with the width that stands before it and the white space at the end of that; gives the
   * room that they leave.
   */
  readonly meet: (unit: number, anchors: readonly UnitAnchor[], used: Pt, trailing: Pt) => Pt;
  /** This unit and those after it go to the next line, and what is anchored in them. */
  readonly undo: (from: number) => void;
}

/** The end of the line that begins at `from`. */
export function endOfLine(
  units: readonly BreakUnit[],
  from: BreakPoint,
  { room: wide, mayHyphenate }: LineRoom,
  anchorRoom?: AnchorRoom,
): BreakPoint {
  let room = wide;
  let used: Pt = 0;
  /** The last unit after which the line may end, and the last one if there may be a hyphen: that needs room too. */
  let fitting = -1;
  let fittingHyphen = -1;
  for (let index = from.unit; index < units.length; index += 1) {
    const unit = units[index]!;
    const start = index === from.unit && from.split > 0 ? unit.splits()[from.split - 1]!.width : 0;
    const rest = unit.width - start;
    if (unit.anchors !== undefined && anchorRoom !== undefined) {
      const trailing = index > from.unit ? units[index - 1]!.trailing : 0; // index > 0
      room = anchorRoom.meet(index, unit.anchors, used - start, trailing);
    }
    const bare = used + rest - unit.trailing - (unit.overhang ?? 0);
    if (bare > room + OVERHANG) {
      if (index > from.unit) {
        const last = fitting === -1 ? fittingHyphen : fitting;
        anchorRoom?.undo(last === -1 ? from.unit + 1 : last + 1);
        if (last !== -1) return { unit: last + 1, split: 0 };
        // Not even the hyphen of the first part of a word finds room.
        return endInside(units, from, room) ?? { unit: from.unit + 1, split: 0 };
      }
      const inside = endInside(units, from, room);
      if (inside !== undefined) return inside;
    }
    used += rest;
    if (unit.hyphen === undefined) fitting = index;
    else if (used + unit.hyphen <= room + OVERHANG) {
      fittingHyphen = index;
      if (mayHyphenate) fitting = index;
    }
    if (unit.isForced || (index === from.unit && bare > room + OVERHANG)) {
      return { unit: index + 1, split: 0 };
    }
  }
  return { unit: units.length, split: 0 };
}

/** The last cut of the first unit that fits, at least one further than `from`; `undefined` when there is none left. */
function endInside(units: readonly BreakUnit[], from: BreakPoint, room: Pt): BreakPoint | undefined {
  const splits = units[from.unit]!.splits();
  if (from.split >= splits.length) return undefined;
  const start = from.split > 0 ? splits[from.split - 1]!.width : 0;
  let split = from.split + 1;
  while (split < splits.length && splits[split]!.width - start <= room + OVERHANG) split += 1;
  return { unit: from.unit, split };
}
