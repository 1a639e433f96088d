import type { Pt } from '../../base/units.ts';
import { FEW_WIDOWS, TOLERANCE } from '../block/break-rules.ts';
import type { Fragment, Resume } from '../types.ts';
import {
  type ColumnRow,
  type ColumnScene,
  columnSpace,
  type FilledColumns,
  fillColumns,
  UNLIMITED,
} from './fill-columns.ts';

/** A row whose height is to be found. */
export type BalancedRow = Omit<ColumnRow, 'height' | 'endsPage'> & {
  /** The height must not be more. */
  readonly limit: Pt;
};

/** Heights that are tried one shortage after the other; then the steps grow. */
const EXACT_STEPS = 60;
const MOST_STEPS = 120;
/** Grows by this where it is not known what would help. */
const BLIND_STEP: Pt = 1;

export interface BalancedColumns {
  readonly height: Pt;
  readonly filled: FilledColumns;
}

/**
 * The least height, not below an equal share of the content, at which the columns hold the content up to its end, a
 * spanner or a forced page break, with no break in a place that is to be avoided; where that is not to be had within
 * the limit, with such breaks. `undefined`: there is no such height. CSS Multi-column Layout 1, section 7. As in
 * browsers, what is too short for its `widows` does not make the columns higher.
 */
export function balanceColumns(scene: ColumnScene, row: BalancedRow): BalancedColumns | undefined {
  const runs = runHeights(scene, row);
  const most = row.isAlone ? Math.max(row.most, runs.length) : row.most;
  let height = Math.min(row.limit, equalShare(runs.slice(0, most), most));
  let least = 0;
  let held: BalancedColumns | undefined;
  for (let step = 0; step < MOST_STEPS; step++) {
    const filled = fillColumns(scene, { ...row, most, height, endsPage: false });
    if (isHeld(filled, row)) {
      if (filled.worst <= FEW_WIDOWS) return { height, filled };
      held ??= { height, filled };
    }
    if (height >= row.limit) return held;
    if (step > EXACT_STEPS) least = least * 2 + BLIND_STEP;
    height = Math.min(row.limit, height + Math.max(filled.shortage ?? BLIND_STEP, 2 * TOLERANCE, least));
  }
  return held;
}

/**
 * Nothing is left for this row of columns, and nothing stands out of it. What comes after the forced break behind its
 * last column is for the next page, where there is one.
 */
export const isHeld = (
  { resume, atSpanner, forced, isTooLow }: FilledColumns,
  { isAlone }: { readonly isAlone: boolean },
): boolean =>
  !isTooLow && (resume === undefined || atSpanner || (forced !== undefined && !(isAlone && forced === 'column')));

/** Heights of the content between breaks that no height prevents, each in one column; it ends where this row ends. */
export function runHeights(scene: ColumnScene, row: Omit<ColumnRow, 'height' | 'endsPage'>): readonly Pt[] {
  const heights: Pt[] = [];
  const tall: ColumnRow = { ...row, height: UNLIMITED, isAlone: true, endsPage: false };
  let resume: Resume | undefined = row.from;
  for (let run = 0; run < MOST_RUNS; run++) {
    const result = scene.context.layoutBox(scene.content, columnSpace(scene, tall, run), resume);
    if (result.fragment === undefined) break;
    heights.push(contentHeight(result.fragment));
    resume = result.resume;
    const endsRow = result.atSpanner === true || (result.forced !== undefined && result.forced !== 'column');
    if (resume === undefined || endsRow) break;
  }
  return heights;
}

const MOST_RUNS = 1000;

/** A box that a forced break cuts fills its column: only what is in it counts, with the margin below that. */
function contentHeight(fragment: Fragment): Pt {
  if (fragment.rect.height < UNLIMITED / 2) return fragment.rect.height;
  const top = fragment.border.top + fragment.padding.top;
  const lines = fragment.lines.reduce((most, line) => Math.max(most, top + line.top + line.height), 0);
  return fragment.children.reduce(
    (most, child) => Math.max(most, child.rect.y + contentHeight(child) + marginBelow(child)),
    lines,
  );
}

const marginBelow = ({ isLast, margin }: Fragment): Pt => (isLast ? Math.max(0, margin.bottom) : 0);

/** Columns are given to the runs one by one, each to the run that would be highest. */
function equalShare(runs: readonly Pt[], columns: number): Pt {
  const shares = runs.map((height) => ({ height, columns: 1 }));
  for (let spare = columns - runs.length; spare > 0; spare--) {
    const highest = shares.reduce<(typeof shares)[number] | undefined>(
      (most, one) => (most === undefined || one.height / one.columns > most.height / most.columns ? one : most),
      undefined,
    );
    if (highest === undefined) return 0;
    highest.columns += 1;
  }
  return shares.reduce((most, { height, columns: count }) => Math.max(most, height / count), 0);
}
