import type { Pt } from '../../base/units.ts';
import type { ColumnSpec } from './column-specs.ts';
import type { Column } from './columns.ts';

/** `sides`: what comes to the share in percent, as in browsers: border and padding of the cell that asks for it. */
export interface FixedColumn extends Column {
  readonly sides: Pt;
}

const OPEN: FixedColumn = { min: 0, max: 0, percent: undefined, isFixed: false, isEmpty: false, sides: 0 };

/** What a cell of the first row asks for, border box; `sides` of a content box. */
export interface FixedCell {
  readonly column: number;
  readonly span: number;
  readonly width: Pt | undefined;
  readonly percent: number | undefined;
  readonly sides: Pt;
}

/** CSS 2.2, section 17.5.2.1: the column elements decide, then the cells of the first row; content does not. */
export function fixedColumns(
  count: number,
  firstRow: readonly FixedCell[],
  asked: { readonly specs: readonly ColumnSpec[]; readonly spacing: Pt },
): readonly FixedColumn[] {
  const columns = Array.from({ length: Math.max(count, asked.specs.length) }, (_, i): FixedColumn => {
    const spec = asked.specs[i];
    if (spec === undefined) return OPEN;
    return { ...OPEN, max: spec.width ?? 0, percent: spec.percent, isFixed: spec.width !== undefined };
  });
  for (const { column, span, width, percent, sides } of firstRow) {
    const inner = (span - 1) * asked.spacing;
    for (let i = column; i < column + span; i++) {
      const at = columns[i];
      if (at === undefined || at.isFixed || at.percent !== undefined) continue;
      if (percent !== undefined) columns[i] = { ...at, percent: percent / span, sides: sides / span };
      else if (width !== undefined) columns[i] = { ...at, max: Math.max(0, width - inner) / span, isFixed: true };
    }
  }
  return columns;
}

/** Columns of a length get it, then those in percent, and the rest is for all others alike. */
export function distributeFixed(columns: readonly FixedColumn[], target: Pt): readonly Pt[] {
  const isAuto = (column: FixedColumn): boolean => column.percent === undefined && !isLength(column);
  const share = ({ percent, sides }: FixedColumn): Pt => (percent === undefined ? 0 : (percent * target) / 100 + sides);
  const autos = columns.filter(isAuto).length;
  const lengths = total(columns, (column) => (isLength(column) ? column.max : 0));
  const percents = total(columns, share);
  const forLengths = Math.max(0, target - percents);
  const isScaled = lengths > target || (autos === 0 && lengths < forLengths);
  const lengthScale = lengths > 0 && isScaled ? forLengths / lengths : 1;
  const forPercents = Math.max(0, target - lengths * lengthScale);
  const percentScale = percents > 0 && (percents > forPercents || autos === 0) ? forPercents / percents : 1;
  const rest = Math.max(0, target - lengths * lengthScale - percents * percentScale);
  return columns.map((column) =>
    isAuto(column) ? rest / autos : isLength(column) ? column.max * lengthScale : share(column) * percentScale,
  );
}

/** A width of 0 counts as `auto`, as in browsers. */
const isLength = (column: FixedColumn): boolean => column.percent === undefined && column.isFixed && column.max > 0;

const total = (columns: readonly FixedColumn[], of: (column: FixedColumn) => Pt): Pt =>
  columns.reduce((sum, column) => sum + of(column), 0);

/** Narrowest and widest sum of the columns: what is set of them. */
export function fixedGridWidths(columns: readonly FixedColumn[]): { readonly min: Pt; readonly max: Pt } {
  const lengths = total(columns, (column) => (isLength(column) ? column.max : 0));
  return { min: lengths, max: lengths };
}
