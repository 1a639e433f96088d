import type { Pt } from '../../base/units.ts';
import { FEW_WIDOWS, TOLERANCE } from '../block/break-rules.ts';
import { type PlacedInColumns, placeInColumns } from '../position/in-columns.ts';
import { type ColumnRow, type ColumnScene, type FilledColumns, fillColumns } from './fill-columns.ts';
import { type MeasuredRuns, measureRuns } from './measure-runs.ts';

/** A row whose height is to be found. `most`: columns side by side. */
export type BalancedRow = Omit<ColumnRow, 'height' | 'endsPage'> & {
  /** The height must not be more. */
  readonly limit: Pt;
  /** Of the forced breaks in the content, the one that may end the row. */
  readonly forcedBreaks: number;
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
 * The least height, not below an equal share of the content and the highest piece of it, at which the columns hold the
 * content up to its end, a spanner or a forced page break, with no break in a place that is to be avoided; where that is
 * not to be had within the limit, with such breaks. CSS Multi-column Layout 1, section 7. As in browsers, what is too
 * short for its `widows` does not make the columns higher. A row that is alone goes on to the side where no height helps;
 * of another there is none then (`undefined`).
 */
export function balanceColumns(scene: ColumnScene, row: BalancedRow): BalancedColumns | undefined {
  const { isAlone, most, limit } = row;
  const laid = isAlone ? MOST_OVERFLOWING : most;
  let height = Math.min(limit, balancedHeight(measureRuns(scene, row), row));
  let least = 2 * TOLERANCE;
  let held: BalancedColumns | undefined;
  for (let step = 0; step < MOST_STEPS; step++) {
    const inFlow = fillColumns(scene, { ...row, most: laid, height, endsPage: false });
    const here = { height, filled: inFlow };
    const isWhole = isHeld(inFlow, row) && inFlow.fragments.length <= most;
    const positioned = positionedIn(inFlow, scene, height);
    const holdsAll = positioned === undefined || (positioned.columns <= most && !positioned.isTooLow);
    if (isWhole && inFlow.worst <= FEW_WIDOWS && holdsAll) return here;
    const shortage = lesser(inFlow.shortage, positioned?.shortage);
    if (isWhole || isAlone) held = isAlone ? here : (held ?? here);
    const isHopeless = inFlow.forcedBreaks + 1 >= most || shortage === undefined;
    if (height >= limit || (isHopeless && held !== undefined)) return held;
    if (step > EXACT_STEPS) least = least * 2 + BLIND_STEP;
    height = Math.min(limit, height + Math.max(shortage ?? BLIND_STEP, least));
  }
  return held;
}

const lesser = (a: Pt | undefined, b: Pt | undefined): Pt | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** Absolutely positioned boxes that have their containing blocks in the columns: they make them higher too. */
function positionedIn(
  { fragments }: FilledColumns,
  { context, space, columnWidth }: ColumnScene,
  height: Pt,
): PlacedInColumns | undefined {
  const { ancestors } = context;
  if (ancestors === undefined) return undefined;
  const columns = fragments.map((fragment) => ({ fragment, height }));
  return placeInColumns(columns, { ancestors, page: space.page, context, step: columnWidth });
}

/** Columns side by side to begin with; the rest goes on in one without end. */
export const MOST_OVERFLOWING = 10_000;

/**
 * Nothing is left for this row of columns, and nothing stands out of it. What comes after the forced break behind its
 * last column is for the next page, where there is one, and where the columns can hold no more.
 */
export function isHeld(
  { resume, atSpanner, forced, forcedBreaks, isTooLow }: FilledColumns,
  row: { readonly isAlone: boolean; readonly forcedBreaks?: number },
): boolean {
  if (isTooLow) return false;
  if (resume === undefined || atSpanner) return true;
  return forced !== undefined && forcedBreaks >= (row.forcedBreaks ?? 0) && !(row.isAlone && forced === 'column');
}

/**
 * As if all the content could be cut anywhere: columns are given to the runs one by one, each to the highest. Those that
 * stand out to the side count as well, those behind the last column of a page do not.
 */
function balancedHeight({ heights, unbreakable }: MeasuredRuns, { most: columns, isAlone }: BalancedRow): Pt {
  const runs = isAlone ? heights : heights.slice(0, columns);
  const shares = runs.map((height) => ({ height, columns: 1 }));
  if (unbreakable >= Math.max(0, ...runs)) return unbreakable;
  for (let spare = columns - shares.length; spare > 0; spare--) {
    const highest = shares.reduce((most, one) => (one.height / one.columns > most.height / most.columns ? one : most));
    highest.columns += 1;
  }
  return shares.reduce((most, { height, columns: count }) => Math.max(most, height / count), unbreakable);
}
