import { TRANSPARENT } from '../../base/color.ts';
import type { Sides } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { Border, ComputedStyle, LengthPercentage } from '../../document/types.ts';
import type { Box, TableBox, TableGroup } from '../types.ts';
import { type CollapsedEdges, collapsedEdges, type Edge } from './collapsed-edges.ts';

/** A table as the separate model lays it out: where borders collapse, each box has its half of them and draws none. */
export interface TableModel {
  readonly table: TableBox;
  /** Of the collapsing model. */
  readonly edges: CollapsedEdges | undefined;
}

const models = new WeakMap<TableBox, TableModel>();

/** CSS 2.2, section 17.6.2. */
export function tableModel(table: TableBox): TableModel {
  if (table.element.style.borderCollapse !== 'collapse') return { table, edges: undefined };
  let model = models.get(table);
  if (model === undefined) {
    model = collapsed(table);
    models.set(table, model);
  }
  return model;
}

function collapsed(table: TableBox): TableModel {
  const spoken = table.columns.reduce((sum, { span }) => sum + span, 0);
  const columns = table.groups.reduce(
    (most, { rows }) =>
      rows.reduce(
        (all, { cells }) => cells.reduce((sum, one) => Math.max(sum, one.column + Math.max(1, one.columnSpan)), all),
        most,
      ),
    spoken,
  );
  const edges = collapsedEdges(table, columns);
  const rows = edges.down.length;
  const halves: Sides<Pt> = {
    top: half(edges.across[0] ?? []),
    bottom: half(edges.across[rows] ?? []),
    left: half(edges.down.map((row) => row[0])),
    right: half(edges.down.map((row) => row[columns])),
  };
  const none: LengthPercentage = { pt: 0, percent: 0 };
  const style: Partial<ComputedStyle> = {
    border: rows === 0 ? bordersOf({ top: 0, right: 0, bottom: 0, left: 0 }) : bordersOf(halves),
    padding: { top: none, right: none, bottom: none, left: none },
    borderSpacing: { horizontal: 0, vertical: 0 },
  };
  let first = 0;
  const groups = table.groups.map((group): TableGroup => {
    const collapsedGroup = collapseGroup(group, first, edges);
    first += group.rows.length;
    return collapsedGroup;
  });
  return { table: { ...table, element: withStyle(table, style).element, groups }, edges };
}

const collapseGroup = (group: TableGroup, first: number, { across, down }: CollapsedEdges): TableGroup => ({
  ...group,
  rows: group.rows.map((row, index) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const top = first + index;
      const bottom = first + Math.min(index + Math.max(1, cell.rowSpan), group.rows.length);
      const left = cell.column;
      const right = left + Math.max(1, cell.columnSpan);
      const beside = down.slice(top, bottom);
      const halves: Sides<Pt> = {
        top: half(across[top]?.slice(left, right) ?? []),
        bottom: half(across[bottom]?.slice(left, right) ?? []),
        left: half(beside.map((edges) => edges[left])),
        right: half(beside.map((edges) => edges[right])),
      };
      return { ...cell, box: withStyle(cell.box, { border: bordersOf(halves) }) };
    }),
  })),
});

/** Half of the widest. */
const half = (edges: readonly Edge[]): Pt => edges.reduce<Pt>((most, edge) => Math.max(most, edge?.width ?? 0), 0) / 2;

/** Borders that take room: the lines of the rows draw them. */
function bordersOf({ top, right, bottom, left }: Sides<Pt>): Sides<Border> {
  const border = (width: Pt): Border => ({ width, style: 'none', color: TRANSPARENT });
  return { top: border(top), right: border(right), bottom: border(bottom), left: border(left) };
}

const withStyle = <T extends Box>(box: T, changes: Partial<ComputedStyle>): T => ({
  ...box,
  element: { ...box.element, style: { ...box.element.style, ...changes } },
});
