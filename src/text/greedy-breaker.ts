import type { Pt } from '../base/units.ts';
import {
  type BreakPoint,
  type BreakUnit,
  type LineBreaker,
  OVERHANG,
  type Split,
  type UnitAnchor,
} from './line-breaker.ts';

/** Puts as much on each line as fits. A unit is never left out: one that is too wide stands alone and overflows. */
export const breakGreedily: LineBreaker = function* (units, from, roomOf) {
  let at = from;
  // Each turn moves on by a unit or a split.
  for (let line = 0; at.unit < units.length; line += 1) {
    at = endOfLine(units, at, roomOf(line));
    yield at;
  }
};

/**
 * The end of the line that begins at `from`. `onAnchors` is told of the places of boxes out of the flow as they are
 * met, with the width that stands before the unit, and gives the room that they leave.
 */
export function endOfLine(
  units: readonly BreakUnit[],
  from: BreakPoint,
  wide: Pt,
  onAnchors?: (anchors: readonly UnitAnchor[], used: Pt) => Pt,
): BreakPoint {
  let room = wide;
  let used: Pt = 0;
  for (let index = from.unit; index < units.length; index += 1) {
    const unit = units[index]!;
    const start = index === from.unit && from.split > 0 ? unit.splits()[from.split - 1]!.width : 0;
    const rest = unit.width - start;
    if (unit.anchors !== undefined && onAnchors !== undefined) room = onAnchors(unit.anchors, used - start);
    if (used + rest - unit.trailing > room + OVERHANG) {
      if (index > from.unit) return { unit: index, split: 0 };
      const split = lastSplitWithin(unit.splits(), from.split, start, room);
      if (split !== undefined) return { unit: index, split };
    }
    used += rest;
    if (unit.isForced || (index === from.unit && used - unit.trailing > room + OVERHANG)) {
      return { unit: index + 1, split: 0 };
    }
  }
  return { unit: units.length, split: 0 };
}

/** The last cut that fits, at least one further than `after`; `undefined` when there is none left. */
function lastSplitWithin(splits: readonly Split[], after: number, start: Pt, room: Pt): number | undefined {
  if (after >= splits.length) return undefined;
  let split = after + 1;
  while (split < splits.length && splits[split]!.width - start <= room + OVERHANG) split += 1;
  return split;
}
