import type { Pt } from '../../base/units.ts';
import type { AutoLength, ComputedStyle, MaxLength } from '../../document/types.ts';
import {
  type BoxEdges,
  blockEdges,
  borderBoxSize,
  boxEdges,
  clampSize,
  inlineEdges,
  resolveLeast,
  resolveSize,
  usedMargins,
} from '../box-geometry.ts';
import type { LayoutContext, Space, TableBox, TableGroup, TableRow } from '../types.ts';
import { ignoringHeights, layoutUnbroken } from '../unbroken.ts';
import type { TableModel } from './collapse.ts';
import { distributeWidth } from './columns.ts';
import { settleCells } from './definite-cells.ts';
import { distributeFixed } from './fixed-columns.ts';
import { measureTable, type TableMeasure } from './measure-table.ts';
import { growRows, type RowHeight } from './rows.ts';
import {
  type ColumnPlace,
  cellBaseline,
  groupHeight,
  type PlacedCaption,
  type PlacedCell,
  type PlacedGroup,
  type PlacedRow,
  sharedBaseline,
  type TablePlan,
} from './table-plan.ts';

/** Of a table without columns, as in browsers. */
const NO_SPACING = { horizontal: 0, vertical: 0 };

export function planTable({ table, edges: collapsed }: TableModel, space: Space, context: LayoutContext): TablePlan {
  const { style } = table.element;
  const edges = boxEdges(style, space.inlineSize);
  const measure = measureTable(table, space, context);
  const width = usedWidth(table, space, edges, measure);
  const columns =
    measure.set !== undefined
      ? distributeFixed(measure.set, Math.max(0, width - measure.fixed))
      : distributeWidth(measure.columns, width - measure.fixed, true);
  const spacing = columns.length === 0 ? NO_SPACING : style.borderSpacing;
  const columnPlaces = placeColumns(measure, columns, spacing.horizontal);
  const rowWidth = Math.max(0, width - inlineEdges(edges) - 2 * spacing.horizontal);
  const asked = { inlineSize: rowWidth, page: space.page };
  let count = 0;
  const groups = measure.groups.map((group): PlacedGroup => {
    const first = count;
    count += group.rows.length;
    const place = { last: count - 1, columnPlaces, asked, context };
    const rows = group.rows.map((row, i) => placeRow(row, first + i, place));
    return { group, rows: spanRows(rows, group, spacing.vertical) };
  });
  const caption = placeCaption(table, width, space, context);
  const wanted = wantedHeight(style, space, edges) - (space.forcedHeight === undefined ? 0 : (caption?.height ?? 0));
  return {
    edges,
    margin: usedMargins(edges, width, space),
    width,
    spacing,
    rowWidth,
    groups: settleCells(growGroups(groups, wanted - blockEdges(edges), spacing.vertical), {
      isTableDefinite: style.height !== 'auto',
      spacing: spacing.vertical,
      asked,
      context,
    }),
    columnPlaces,
    collapsed,
    caption,
    emptyHeight: Math.max(wanted, blockEdges(edges)),
  };
}

/** CSS Tables 3, section 3.9.1: a table shrinks to its content, and never below its narrowest. */
function usedWidth(table: TableBox, space: Space, edges: BoxEdges, measure: TableMeasure): Pt {
  const least = Math.max(measure.min, measure.captionMin);
  if (space.forcedWidth !== undefined) return Math.max(space.forcedWidth, measure.min);
  const { style } = table.element;
  const size = (value: AutoLength | MaxLength): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, space.inlineSize), inlineEdges(edges));
  const margins =
    (edges.margin.left === 'auto' ? 0 : edges.margin.left) + (edges.margin.right === 'auto' ? 0 : edges.margin.right);
  const fitting = Math.min(measure.max, Math.max(least, space.inlineSize - margins));
  return Math.max(least, clampSize(size(style.width) ?? fitting, size(style.minWidth), size(style.maxWidth)));
}

/** From the left of the row. */
function placeColumns(measure: TableMeasure, widths: readonly Pt[], spacing: Pt): readonly ColumnPlace[] {
  let at = 0;
  return measure.columns.map((column, i): ColumnPlace => {
    if (column.isEmpty) return { x: Math.max(0, at - spacing), end: Math.max(0, at - spacing) };
    const x = at;
    at += widths[i]! + spacing;
    return { x, end: x + widths[i]! };
  });
}

interface RowScene {
  /** Of the group, its last among all rows. */
  readonly last: number;
  readonly columnPlaces: readonly ColumnPlace[];
  readonly asked: { readonly inlineSize: Pt; readonly page: Space['page'] };
  readonly context: LayoutContext;
}

/** The row at the height that its own cells ask for. */
function placeRow(row: TableRow, index: number, scene: RowScene): PlacedRow {
  const rowsLeft = scene.last - index + 1;
  const cells = row.cells.map((cell): PlacedCell => {
    const first = scene.columnPlaces[cell.column]!;
    const last = scene.columnPlaces[cell.column + Math.max(1, cell.columnSpan) - 1] ?? first;
    const width = Math.max(0, Math.max(first.end, last.end) - first.x);
    const asked = { ...scene.asked, blockSize: undefined, forcedWidth: width };
    const fragment = layoutUnbroken(ignoringHeights(cell.box), asked, scene.context);
    const rowSpan = cell.rowSpan < 1 ? rowsLeft : Math.min(cell.rowSpan, rowsLeft);
    return { box: cell.box, x: first.x, width, rowSpan, fragment, baseline: cellBaseline(fragment) };
  });
  const single = cells.filter((cell) => cell.rowSpan === 1);
  const own = row.element.style.height;
  const fixed = own !== 'auto' && own.percent === 0 ? own.pt : 0;
  const shared = sharedBaseline(cells);
  const tallest = single.reduce((most, cell) => Math.max(most, neededHeight(cell)), fixed);
  return {
    row,
    index,
    cells,
    height: shared === undefined ? tallest : Math.max(tallest, shared.ascent + shared.descent),
    baseline: shared?.ascent,
  };
}

/** The `height` of a cell is the least height of its row. */
function neededHeight(cell: PlacedCell): Pt {
  return Math.max(cell.fragment.rect.height, fixedHeight(cell) ?? 0);
}

function fixedHeight(cell: PlacedCell): Pt | undefined {
  const { style } = cell.box.element;
  if (style.height === 'auto' || style.height.percent !== 0) return undefined;
  const { border, padding } = cell.fragment;
  return borderBoxSize(style, style.height.pt, border.top + border.bottom + padding.top + padding.bottom);
}

const rowHeights = (rows: readonly PlacedRow[]): readonly RowHeight[] =>
  rows.map((placed) => {
    const cells = placed.cells.filter((cell) => cell.rowSpan === 1).map((cell) => cell.box.element.style.height);
    const asked = [placed.row.element.style.height, ...cells].filter((height) => height !== 'auto');
    const percents = asked.filter(({ percent }) => percent > 0).map(({ percent }) => percent);
    return {
      height: placed.height,
      isFixed: asked.length > 0,
      percent: percents.length === 0 ? undefined : Math.max(...percents),
      startsSpan: placed.cells.some((cell) => cell.rowSpan > 1),
    };
  });

/** Cells over several rows raise them, the ones over fewest rows first; then the `height` of the group. */
function spanRows(rows: readonly PlacedRow[], group: TableGroup, spacing: Pt): readonly PlacedRow[] {
  const spans = rows
    .flatMap((placed, first) =>
      placed.cells
        .filter((cell) => cell.rowSpan > 1)
        .map((cell) => ({ first, span: cell.rowSpan, height: neededHeight(cell) })),
    )
    .sort((a, b) => a.span - b.span || a.first - b.first || b.height - a.height);
  let grown = rows;
  for (const { first, span, height } of spans) {
    const heights = growRows(rowHeights(grown.slice(first, first + span)), height, { spacing, isSpan: true });
    grown = grown.map((row, i) => (i >= first && i < first + span ? { ...row, height: heights[i - first]! } : row));
  }
  const own = group.element.style.height;
  if (own === 'auto' || own.percent !== 0) return grown;
  return withHeights(grown, growRows(rowHeights(grown), own.pt, { spacing, isSpan: false, percentBase: own.pt }));
}

const withHeights = (rows: readonly PlacedRow[], heights: readonly Pt[]): readonly PlacedRow[] =>
  rows.map((row, i) => ({ ...row, height: heights[i]! }));

/** `height` of a table, within its limits, is the least it gets; border box. */
function wantedHeight(style: ComputedStyle, space: Space, edges: BoxEdges): Pt {
  if (space.forcedHeight !== undefined) return space.forcedHeight;
  const height = resolveSize(style.height, space.blockSize);
  const least = resolveLeast(style.minHeight, space.blockSize);
  const outer = (size: Pt | undefined): Pt | undefined => borderBoxSize(style, size, blockEdges(edges));
  return clampSize(outer(height) ?? 0, outer(least), outer(resolveSize(style.maxHeight, space.blockSize)));
}

/**
 * What the table has left goes to its bodies in proportion to their heights, or to all groups if it has no body; first
 * to those without a `height`.
 */
function growGroups(groups: readonly PlacedGroup[], inner: Pt, spacing: Pt): readonly PlacedGroup[] {
  const heights = groups.map(({ rows }) => groupHeight(rows, spacing));
  const excess = inner - heights.reduce((sum, height) => sum + height, (groups.length + 1) * spacing);
  if (groups.length === 0 || excess <= 0) return groups;
  const bodies = groups.filter(({ group }) => group.kind === 'body');
  const candidates = bodies.length > 0 ? bodies : groups;
  const open = candidates.filter(({ group }) => group.element.style.height === 'auto');
  const chosen = open.length > 0 ? open : candidates;
  const sum = groups.reduce((all, placed, i) => (chosen.includes(placed) ? all + heights[i]! : all), 0);
  return groups.map((placed, i): PlacedGroup => {
    if (!chosen.includes(placed)) return placed;
    const share = sum > 0 ? excess * (heights[i]! / sum) : excess / chosen.length;
    const wanted = heights[i]! + share;
    const grown = growRows(rowHeights(placed.rows), wanted, { spacing, isSpan: false, percentBase: wanted });
    return { group: placed.group, rows: withHeights(placed.rows, grown) };
  });
}

/** A block above or below the grid, as wide as the table. */
function placeCaption(table: TableBox, width: Pt, space: Space, context: LayoutContext): PlacedCaption | undefined {
  if (table.caption === undefined) return undefined;
  const fragment = layoutUnbroken(
    table.caption,
    { inlineSize: width, blockSize: undefined, page: space.page },
    context,
  );
  const { margin } = fragment;
  return {
    side: table.caption.element.style.captionSide,
    fragment: { ...fragment, rect: { ...fragment.rect, x: margin.left, y: margin.top } },
    height: margin.top + fragment.rect.height + margin.bottom,
  };
}
