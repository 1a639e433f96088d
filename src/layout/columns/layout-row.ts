import type { Pt } from '../../base/units.ts';
import { TOLERANCE } from '../block/break-rules.ts';
import { isUnlimited, UNLIMITED } from '../block/frame.ts';
import type { Resume } from '../types.ts';
import { balanceColumns, isHeld, MOST_OVERFLOWING } from './balance-columns.ts';
import { type ColumnRow, type ColumnScene, type FilledColumns, fillColumns } from './fill-columns.ts';
import { measureRuns } from './measure-runs.ts';

/** What a row of columns may take. */
export interface RowRoom {
  readonly from: Resume | undefined;
  /** Columns side by side. */
  readonly count: number;
  /** From the top of the fragmentainer around; 0: the row must take something. */
  readonly offset: Pt;
  /** Down to the end of the page. */
  readonly page: Pt;
  /** Down to where `height` or `max-height` end the content box. */
  readonly own: Pt;
  /** Whether `height` is that, and not a limit. */
  readonly isDefinite: boolean;
  /** Border and padding below the last row. */
  readonly bottomEdge: Pt;
  /** `column-fill: auto`. */
  readonly isFilled: boolean;
}

export interface Row {
  readonly filled: FilledColumns;
  readonly height: Pt;
}

type AskedRow = Omit<ColumnRow, 'endsPage'>;

/** Balanced where all of the content has room up to its end or a spanner; else as high as there is room. */
export function layoutRow(scene: ColumnScene, around: RowRoom): Row {
  const { from, offset, bottomEdge } = around;
  const isOwn = isUnlimited(around.page) || around.own + bottomEdge <= around.page + TOLERANCE;
  const room = Math.max(0, Math.min(around.own, around.page - bottomEdge));
  const asked: AskedRow = { from, most: around.count, offset, isAlone: isOwn, height: room };
  if (isOwn) return layoutAlone(scene, asked, around);

  const full = fillColumns(scene, { ...asked, endsPage: true });
  if (isHeld(full, asked)) {
    const forcedBreaks = full.forced === undefined ? Number.POSITIVE_INFINITY : full.forcedBreaks;
    const held = around.isFilled ? filledUp(scene, { ...asked, forcedBreaks }, around) : undefined;
    const balanced = held ?? balanceColumns(scene, { ...asked, limit: room, forcedBreaks });
    if (balanced !== undefined) return balanced;
  }
  const whole = Math.max(0, around.page);
  if (bottomEdge === 0 || whole === room) return { filled: full, height: room };
  const filled = fillColumns(scene, { ...asked, height: whole, endsPage: true });
  if (!isHeld(filled, asked) || filled.forced !== undefined || filled.atSpanner) return { filled, height: whole };
  // The content ends here, but the bottom edge of the container has no room below it.
  return { filled: full, height: room };
}

/**
 * No page ends the row before the container ends: as many columns as the content needs, CSS Multi-column Layout 1,
 * section 8.2.
 */
function layoutAlone(scene: ColumnScene, asked: AskedRow, around: RowRoom): Row {
  const most = { ...asked, most: MOST_OVERFLOWING };
  const row =
    (around.isFilled ? filledUp(scene, most, around) : undefined) ??
    balanceColumns(scene, { ...asked, limit: asked.height, forcedBreaks: 0 });
  if (row === undefined) throw new Error('A row of columns has no height');
  const { filled } = row;
  if (isHeld({ ...filled, isTooLow: false }, asked)) return row;
  const rest = fillColumns(scene, { ...most, from: filled.resume, height: UNLIMITED, endsPage: false });
  return { ...row, filled: { ...rest, fragments: [...filled.fragments, ...rest.fragments] } };
}

/**
 * `column-fill: auto`: one column after the other, each as high as there is room; without a height of its own as high as
 * what stands between forced breaks. `undefined`: what ends at a spanner is balanced.
 */
function filledUp(
  scene: ColumnScene,
  row: AskedRow & { readonly forcedBreaks?: number },
  { isDefinite }: RowRoom,
): Row | undefined {
  const height = isDefinite ? row.height : Math.min(row.height, highestRun(scene, row));
  const filled = fillColumns(scene, { ...row, height, endsPage: false });
  const isRefused = filled.atSpanner || (!row.isAlone && !isHeld(filled, row));
  return isRefused ? undefined : { filled, height };
}

function highestRun(scene: ColumnScene, row: AskedRow): Pt {
  const { heights, unbreakable } = measureRuns(scene, row);
  return Math.max(unbreakable, ...heights.slice(0, row.most));
}
