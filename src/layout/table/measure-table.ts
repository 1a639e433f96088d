import type { Pt } from '../../base/units.ts';
import type { AutoLength, MaxLength } from '../../document/types.ts';
import type { IntrinsicWidths } from '../../text/types.ts';
import { borderBoxSize, boxEdges, clampSize, inlineEdges } from '../box-geometry.ts';
import { contributionOf, lengthAlone } from '../contribution.ts';
import type { Box, LayoutContext, SizingSpace, TableBox, TableGroup } from '../types.ts';
import { ignoringWidths } from '../unbroken.ts';
import { tableModel } from './collapse.ts';
import { columnSpecs } from './column-specs.ts';
import { type CellWidths, type Column, columnsOf, gridWidths, UNLIMITED } from './columns.ts';
import { type FixedCell, type FixedColumn, fixedColumns, fixedGridWidths } from './fixed-columns.ts';

/** Head first, foot last, wherever the source has them; groups without rows are not there. */
function orderedGroups(table: TableBox): readonly TableGroup[] {
  const head = table.groups.find((group) => group.kind === 'head');
  const foot = table.groups.find((group) => group.kind === 'foot');
  const bodies = table.groups.filter((group) => group !== head && group !== foot);
  const ordered = [...(head ? [head] : []), ...bodies, ...(foot ? [foot] : [])];
  return ordered.filter((group) => group.rows.length > 0);
}

export interface TableMeasure {
  readonly groups: readonly TableGroup[];
  readonly columns: readonly Column[];
  /** Of `table-layout: fixed`: the columns with what sets them. */
  readonly set: readonly FixedColumn[] | undefined;
  /** Border, padding and spacing of the table: what the columns cannot have. */
  readonly fixed: Pt;
  /** Narrowest and widest border box of the grid. */
  readonly min: Pt;
  readonly max: Pt;
  /** The caption may not be wider than the table, so the table is at least as wide as it. */
  readonly captionMin: Pt;
}

export function measureTable(table: TableBox, space: SizingSpace, context: LayoutContext): TableMeasure {
  const { style } = table.element;
  const groups = orderedGroups(table);
  const cells = groups.flatMap((group) => group.rows.flatMap((row) => row.cells));
  const spacing = style.borderSpacing.horizontal;
  const specs = columnSpecs(table.columns);
  const isFixed = style.tableLayout === 'fixed' && style.width !== 'auto';
  const set = isFixed ? fixedColumns(columnCount(cells), firstRowWidths(groups), { specs, spacing }) : undefined;
  const widths = set === undefined ? cells.map((cell) => cellWidths(cell, space, context)) : [];
  const columns = set ?? columnsOf(widths, specs, spacing);
  const used = columns.filter((column) => !column.isEmpty).length;
  const fixed = inlineEdges(boxEdges(style, space.inlineSize)) + (used === 0 ? 0 : (used + 1) * spacing);
  const grid = set === undefined ? gridWidths(columns) : fixedGridWidths(set);
  return {
    groups,
    columns,
    set,
    fixed,
    min: grid.min + fixed,
    max: grid.max + fixed,
    captionMin: table.caption === undefined ? 0 : captionMinimum(table.caption, space, context),
  };
}

const columnCount = (cells: readonly TableCell[]): number =>
  cells.reduce((most, { column, columnSpan }) => Math.max(most, column + Math.max(1, columnSpan)), 0);

/** What the cells of the first row ask for, whatever is in them. */
function firstRowWidths(groups: readonly TableGroup[]): readonly FixedCell[] {
  return (groups[0]?.rows[0]?.cells ?? []).map(({ box, column, columnSpan }): FixedCell => {
    const { style } = box.element;
    const { width } = style;
    const sides = inlineEdges(boxEdges(style, 0));
    const percent = width !== 'auto' && width.pt === 0 && width.percent > 0 ? width.percent : undefined;
    return {
      column,
      span: Math.max(1, columnSpan),
      width: borderBoxSize(style, lengthAlone(width), sides),
      percent,
      sides: style.boxSizing === 'border-box' ? 0 : sides,
    };
  });
}

type TableCell = TableGroup['rows'][number]['cells'][number];

/** CSS Tables 3, section 3.8.2, as border-box widths. Margins of cells do not apply. */
function cellWidths(
  cell: { readonly box: Box; readonly column: number; readonly columnSpan: number },
  space: SizingSpace,
  context: LayoutContext,
): CellWidths {
  const { style } = cell.box.element;
  // A percentage of padding counts from a width that is not known yet.
  const edges = boxEdges(style, 0);
  const sides = inlineEdges(edges);
  const size = (value: AutoLength | MaxLength): Pt | undefined => borderBoxSize(style, lengthAlone(value), sides);
  const content = borderBoxWidths(cell.box, 0, { space, context });
  const limit = (value: Pt): Pt => Math.min(value, Math.max(size(style.maxWidth) ?? value, size(style.minWidth) ?? 0));
  const width = size(style.width);
  const min = limit(Math.max(content.min, size(style.minWidth) ?? 0));
  const percent =
    style.width !== 'auto' && style.width.percent > 0 && style.width.pt === 0 ? style.width.percent : undefined;
  const most =
    style.maxWidth !== 'none' && style.maxWidth.percent > 0 && style.maxWidth.pt === 0 ? style.maxWidth.percent : 100;
  return {
    column: cell.column,
    span: Math.max(1, cell.columnSpan),
    min,
    max: Math.max(min, limit(width ?? content.max)),
    percent: percent === undefined ? undefined : Math.min(percent, most),
    isFixed: width !== undefined,
  };
}

function borderBoxWidths(
  box: Box,
  inlineSize: Pt,
  place: { readonly space: SizingSpace; readonly context: LayoutContext },
): IntrinsicWidths {
  const { margin } = boxEdges(box.element.style, inlineSize);
  const margins = (margin.left === 'auto' ? 0 : margin.left) + (margin.right === 'auto' ? 0 : margin.right);
  const asked = { inlineSize, blockSize: undefined, page: place.space.page };
  const { min, max } = place.context.intrinsicWidths(ignoringWidths(box), asked);
  return { min: min - margins, max: max - margins };
}

function captionMinimum(caption: Box, space: SizingSpace, context: LayoutContext): Pt {
  const { style } = caption.element;
  const edges = boxEdges(style, space.inlineSize);
  const sides = inlineEdges(edges);
  const margin = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const size = (value: AutoLength | MaxLength): Pt | undefined => borderBoxSize(style, lengthAlone(value), sides);
  const content = size(style.width) ?? borderBoxWidths(caption, space.inlineSize, { space, context }).min;
  const limited = clampSize(content, size(style.minWidth), size(style.maxWidth));
  return limited + margin(edges.margin.left) + margin(edges.margin.right);
}

/** Min-content and max-content contribution, of the margin box. A table is never narrower than its columns. */
export function tableIntrinsicWidths(box: TableBox, space: SizingSpace, context: LayoutContext): IntrinsicWidths {
  const { table } = tableModel(box);
  const measure = measureTable(table, space, context);
  const edges = boxEdges(table.element.style, space.inlineSize);
  const sides = inlineEdges(edges);
  const margin = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const margins = margin(edges.margin.left) + margin(edges.margin.right);
  const least = Math.max(measure.min, measure.captionMin);
  const { width } = table.element.style;
  // As in browsers, a fixed table in percent takes what it can get.
  const isGreedy = measure.set !== undefined && width !== 'auto' && width.percent !== 0;
  const most = isGreedy ? UNLIMITED : Math.max(least, measure.max);
  const own = contributionOf(table, space, () => ({ min: least - sides, max: most - sides }));
  return { min: Math.max(own.min, least + margins), max: Math.max(own.max, least + margins) };
}
