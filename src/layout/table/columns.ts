import type { Pt } from '../../base/units.ts';
import type { ColumnSpec } from './column-specs.ts';

/** What a cell asks of the columns it spans; border-box widths. */
export interface CellWidths {
  readonly column: number;
  readonly span: number;
  readonly min: Pt;
  readonly max: Pt;
  readonly percent: number | undefined;
  /** Its `width` is a length. */
  readonly isFixed: boolean;
}

export interface Column {
  readonly min: Pt;
  readonly max: Pt;
  readonly percent: number | undefined;
  readonly isFixed: boolean;
  /** No cell begins here: the column gets neither a width nor a spacing. */
  readonly isEmpty: boolean;
}

function asked(spec: ColumnSpec | undefined): Column {
  if (spec === undefined) return EMPTY;
  const { width, percent, min, wish } = spec;
  const isEmpty = (width ?? 0) === 0 && percent === undefined;
  return { min, max: Math.max(min, width ?? wish), percent, isFixed: width !== undefined, isEmpty };
}

const EMPTY: Column = { min: 0, max: 0, percent: undefined, isFixed: false, isEmpty: true };

/**
 * CSS Tables 3, section 3.8.3: what the columns need, from the column elements, the cells of one column and then from
 * wider and wider ones.
 */
export function columnsOf(cells: readonly CellWidths[], specs: readonly ColumnSpec[], spacing: Pt): readonly Column[] {
  const count = cells.reduce((most, cell) => Math.max(most, cell.column + cell.span), specs.length);
  const columns: Column[] = Array.from({ length: count }, (_, i) => asked(specs[i]));
  for (const { column } of cells) columns[column] = { ...columns[column]!, isEmpty: false };
  for (const cell of cells) if (cell.span === 1) columns[cell.column] = joined(columns[cell.column]!, cell);
  const wide = cells.filter((cell) => cell.span > 1).sort((a, b) => a.span - b.span || a.column - b.column);
  for (const cell of wide) spreadCell(columns, cell, spacing);
  let left = 100;
  return columns.map((column): Column => {
    if (column.percent === undefined) return column;
    const percent = Math.max(0, Math.min(column.percent, left));
    left -= percent;
    return { ...column, percent };
  });
}

/** In a column that has a fixed cell, the other cells cannot ask for more than their minimum. */
function joined(column: Column, cell: CellWidths): Column {
  const min = Math.max(column.min, cell.min);
  const max =
    column.isFixed === cell.isFixed
      ? Math.max(column.max, cell.max)
      : column.isFixed
        ? Math.max(column.max, cell.min)
        : Math.max(column.min, cell.max);
  return {
    min,
    max: Math.max(min, max),
    percent: larger(column.percent, cell.percent),
    isFixed: column.isFixed || cell.isFixed,
    isEmpty: false,
  };
}

const larger = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.max(a, b);

/** CSS Tables 3, section 3.8.4: a spanning cell raises its columns. */
function spreadCell(columns: Column[], cell: CellWidths, spacing: Pt): void {
  const end = Math.min(cell.column + cell.span, columns.length);
  const used: number[] = [];
  for (let i = cell.column; i < end; i++) if (!columns[i]!.isEmpty) used.push(i);
  const inner = Math.max(0, used.length - 1) * spacing;
  if (cell.percent !== undefined) spreadPercent(columns, used, cell.percent);
  const spanned = (): readonly Column[] => used.map((i) => columns[i]!);
  const mins = distributeWidth(spanned(), Math.max(0, cell.min - inner), true);
  for (const [k, i] of used.entries()) columns[i] = { ...columns[i]!, min: Math.max(columns[i]!.min, mins[k]!) };
  const maxes = distributeWidth(spanned(), Math.max(0, cell.max - inner), cell.isFixed);
  for (const [k, i] of used.entries()) {
    const column = columns[i]!;
    columns[i] = { ...column, max: Math.max(column.min, column.max, maxes[k]!) };
  }
}

function spreadPercent(columns: Column[], used: readonly number[], percent: number): void {
  const surplus = used.reduce((left, i) => left - (columns[i]!.percent ?? 0), percent);
  const open = used.filter((i) => columns[i]!.percent === undefined);
  if (surplus <= 0 || open.length === 0) return;
  const total = open.reduce((sum, i) => sum + columns[i]!.max, 0);
  for (const i of open) {
    const share = total > 0 ? columns[i]!.max / total : 1 / open.length;
    columns[i] = { ...columns[i]!, percent: surplus * share };
  }
}

/**
 * CSS Tables 3, section 3.9.3.2: widths that make `target` together, or the minimum where that is more. Four guesses,
 * each at least as wide as the one before: all at their minimum; columns in percent at their share; fixed columns at
 * their width; the rest at their maximum. The result lies between two of them. `growsFixed`: what is above the last
 * guess may go to fixed columns where no others are.
 */
export function distributeWidth(columns: readonly Column[], wanted: Pt, growsFixed: boolean): readonly Pt[] {
  const minimum = columns.map((column) => column.min);
  const target = Math.max(wanted, total(minimum));
  const share = (column: Column): Pt => Math.max(column.min, ((column.percent ?? 0) * target) / 100);
  const isAuto = (column: Column): boolean => column.percent === undefined && !column.isFixed && !column.isEmpty;
  const isFixed = (column: Column): boolean => column.percent === undefined && column.isFixed;
  const guesses = [
    minimum,
    columns.map((column) => (column.percent === undefined ? column.min : share(column))),
    columns.map((column) => (column.percent !== undefined ? share(column) : isFixed(column) ? column.max : column.min)),
    columns.map((column) => (column.percent !== undefined ? share(column) : column.max)),
  ];
  const above = guesses.findIndex((guess) => total(guess) >= target - 1e-9);
  if (above === 0) return minimum;
  if (above > 0) return between(guesses[above - 1]!, guesses[above]!, target);

  const widest = guesses[3]!;
  const excess = target - total(widest);
  const growing = columns.some(isAuto)
    ? columns.map((column) => (isAuto(column) ? column.max : undefined))
    : columns.some(isFixed)
      ? columns.map((column) => (isFixed(column) && growsFixed ? column.max : undefined))
      : columns.map((column) => column.percent);
  return grown(widest, growing, excess);
}

const total = (widths: readonly Pt[]): Pt => widths.reduce((sum, width) => sum + width, 0);

function between(low: readonly Pt[], high: readonly Pt[], target: Pt): readonly Pt[] {
  const range = total(high) - total(low);
  const factor = range > 0 ? (target - total(low)) / range : 1;
  return low.map((width, i) => width + (high[i]! - width) * factor);
}

/** Adds `excess` in the proportion of `weights`, evenly where all are 0; `undefined`: does not grow. */
function grown(widths: readonly Pt[], weights: readonly (number | undefined)[], excess: Pt): readonly Pt[] {
  const count = weights.filter((weight) => weight !== undefined).length;
  const sum = weights.reduce<number>((all, weight) => all + (weight ?? 0), 0);
  return widths.map((width, i) => {
    const weight = weights[i];
    if (weight === undefined) return width;
    return width + (sum > 0 ? excess * (weight / sum) : excess / count);
  });
}

/**
 * CSS Tables 3, section 3.8.1: narrowest and widest sum of the columns, without spacing. Percentages ask for a table so
 * wide that the columns in percent and all others find their widest content in it.
 */
export function gridWidths(columns: readonly Column[]): { readonly min: Pt; readonly max: Pt } {
  const min = total(columns.map((column) => column.min));
  let max = total(columns.map((column) => column.max));
  const percent = Math.min(
    100,
    columns.reduce((sum, column) => sum + (column.percent ?? 0), 0),
  );
  if (percent > 0) {
    const others = total(columns.map((column) => ((column.percent ?? 0) > 0 ? 0 : column.max)));
    if (others > 0) max = Math.max(max, percent >= 100 ? UNLIMITED : (others * 100) / (100 - percent));
    for (const column of columns) {
      if (column.percent !== undefined && column.percent > 0) max = Math.max(max, (column.max * 100) / column.percent);
    }
  }
  return { min, max: Math.max(min, max) };
}

/** Wider than any page. */
export const UNLIMITED: Pt = 1_000_000;
