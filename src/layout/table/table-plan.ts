import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { BoxEdges } from '../box-geometry.ts';
import type { Box, Fragment, TableGroup, TableRow } from '../types.ts';
import type { CollapsedEdges } from './collapsed-edges.ts';

/** A cell in place: `x` from the left of its row. */
export interface PlacedCell {
  readonly box: Box;
  readonly x: Pt;
  readonly width: Pt;
  readonly rowSpan: number;
  /** At the height of its content. */
  readonly fragment: Fragment;
  /** CSS Tables 3, section 3.10.4: of its first line, else the bottom content edge; `undefined`: nothing is in it. */
  readonly baseline: Pt | undefined;
}

export interface PlacedRow {
  readonly row: TableRow;
  /** Among all rows of the table. */
  readonly index: number;
  readonly cells: readonly PlacedCell[];
  readonly height: Pt;
  /** From the top of the row, shared by its cells that are aligned at the baseline. */
  readonly baseline: Pt | undefined;
}

export interface PlacedGroup {
  readonly group: TableGroup;
  readonly rows: readonly PlacedRow[];
}

export interface PlacedCaption {
  readonly side: 'top' | 'bottom';
  /** In the box of its margins. */
  readonly fragment: Fragment;
  /** Of its margin box. */
  readonly height: Pt;
}

/** A table laid out in one piece. */
export interface TablePlan {
  readonly edges: BoxEdges;
  readonly margin: Insets;
  /** Border box of the grid. */
  readonly width: Pt;
  readonly spacing: { readonly horizontal: Pt; readonly vertical: Pt };
  /** Of rows and groups: the grid without border, padding and outer spacing. */
  readonly rowWidth: Pt;
  readonly groups: readonly PlacedGroup[];
  /** Of the columns, from the left of the rows. */
  readonly columnPlaces: readonly ColumnPlace[];
  readonly caption: PlacedCaption | undefined;
  readonly collapsed: CollapsedEdges | undefined;
  /** Border box of the grid where there are no rows. */
  readonly emptyHeight: Pt;
}

export interface ColumnPlace {
  readonly x: Pt;
  readonly end: Pt;
}

export const groupHeight = (rows: readonly PlacedRow[], spacing: Pt): Pt =>
  rows.reduce((sum, row) => sum + row.height, Math.max(0, rows.length - 1) * spacing);

/** From the top of row `first` to the bottom of the last of `span` rows. */
export function spanHeight(rows: readonly PlacedRow[], first: number, span: number, spacing: Pt): Pt {
  return rows.slice(first, first + span).reduce((sum, row) => sum + row.height, (span - 1) * spacing);
}

/** Whatever is not top, middle or bottom aligns a cell at the baseline: CSS 2.2, section 17.5.3. */
export function isOnBaseline(cell: PlacedCell): boolean {
  const { verticalAlign } = cell.box.element.style;
  return verticalAlign !== 'top' && verticalAlign !== 'middle' && verticalAlign !== 'bottom';
}

export function cellBaseline({ firstBaseline, children, lines, rect, padding, border }: Fragment): Pt | undefined {
  if (firstBaseline !== undefined) return firstBaseline;
  return children.length + lines.length === 0 ? undefined : rect.height - padding.bottom - border.bottom;
}

/** What the cells of a row that are aligned at the baseline share: how far it is from the top, and from their bottoms. */
export function sharedBaseline(
  cells: readonly PlacedCell[],
): { readonly ascent: Pt; readonly descent: Pt } | undefined {
  const aligned = cells.filter((cell) => cell.baseline !== undefined && isOnBaseline(cell));
  if (aligned.length === 0) return undefined;
  const depth = ({ baseline = 0 }: PlacedCell): Pt => baseline;
  return {
    ascent: aligned.reduce((most, cell) => Math.max(most, depth(cell)), 0),
    descent: aligned.reduce(
      (most, cell) => (cell.rowSpan === 1 ? Math.max(most, cell.fragment.rect.height - depth(cell)) : most),
      0,
    ),
  };
}
