import type { Border, BorderStyle, StyledElement } from '../../document/types.ts';
import type { TableBox } from '../types.ts';

/** The border that won at an edge between two places of the grid; `undefined`: none is drawn. */
export type Edge = Border | undefined;

/** Edges of a grid of `rows` × `columns` places. */
export interface CollapsedEdges {
  /** Above each place of a row, and below the last row. */
  readonly across: readonly (readonly Edge[])[];
  /** Left of each place of a row, and right of the last. */
  readonly down: readonly (readonly Edge[])[];
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** The cell that covers a place of the grid. */
type Cover = StyledElement | undefined;

interface Grid {
  readonly table: TableBox;
  readonly rows: number;
  readonly columns: number;
  readonly covers: readonly (readonly Cover[])[];
  /** Of each row: its element, and that of its group with the place of the row in it. */
  readonly lines: readonly {
    readonly row: StyledElement;
    readonly group: StyledElement;
    readonly index: number;
    readonly count: number;
  }[];
  /** Of each column: its element, and the group that it is in. */
  readonly stacks: readonly { readonly column: Cover; readonly group: Cover }[];
}

/** CSS 2.2, section 17.6.2.1: which of the borders that meet at an edge is drawn. */
export function collapsedEdges(table: TableBox, columns: number): CollapsedEdges {
  const grid = gridOf(table, columns);
  const across = Array.from({ length: grid.rows + 1 }, (_, row) =>
    Array.from({ length: columns }, (_, column) => acrossAt(grid, row, column)),
  );
  const down = Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: columns + 1 }, (_, column) => downAt(grid, row, column)),
  );
  return { across, down };
}

function gridOf(table: TableBox, columns: number): Grid {
  const lines = table.groups.flatMap(({ element, rows }) =>
    rows.map((row, index) => ({ row: row.element, group: element, index, count: rows.length })),
  );
  const covers: Cover[][] = lines.map(() => []);
  let first = 0;
  for (const { rows } of table.groups) {
    for (const [index, { cells }] of rows.entries()) {
      for (const { box, column, columnSpan, rowSpan } of cells) {
        const end = Math.min(index + Math.max(1, rowSpan), rows.length);
        for (let at = index; at < end; at++) {
          for (let i = 0; i < Math.max(1, columnSpan); i++) covers[first + at]![column + i] = box.element; // at < end
        }
      }
    }
    first += rows.length;
  }
  const stacks = table.columns.flatMap(({ element, group, span }) =>
    Array.from({ length: span }, () => ({ column: element, group })),
  );
  return { table, rows: lines.length, columns, covers, lines, stacks };
}

/** Candidates stand from the strongest kind to the weakest; of one kind, the one above or to the left comes first. */
function acrossAt(grid: Grid, row: number, column: number): Edge {
  const above = grid.covers[row - 1]?.[column];
  const below = grid.covers[row]?.[column];
  if (above !== undefined && above === below) return undefined;
  const before = grid.lines[row - 1];
  const after = grid.lines[row];
  const isOuter = before === undefined || after === undefined;
  const side: Side = before === undefined ? 'top' : 'bottom';
  const stack = isOuter ? grid.stacks[column] : undefined;
  return winner([
    [above, 'bottom'],
    [below, 'top'],
    [before?.row, 'bottom'],
    [after?.row, 'top'],
    [before !== undefined && before.index === before.count - 1 ? before.group : undefined, 'bottom'],
    [after?.index === 0 ? after.group : undefined, 'top'],
    [stack?.column, side],
    [stack?.group, side],
    [isOuter ? grid.table.element : undefined, side],
  ]);
}

function downAt(grid: Grid, row: number, column: number): Edge {
  const left = grid.covers[row]?.[column - 1];
  const right = grid.covers[row]?.[column];
  if (left !== undefined && left === right) return undefined;
  const line = grid.lines[row];
  const isOuter = column === 0 || column === grid.columns;
  const side: Side = column === 0 ? 'left' : 'right';
  const before = grid.stacks[column - 1];
  const after = column === grid.columns ? undefined : grid.stacks[column];
  const parts = before?.group !== undefined && before.group === after?.group;
  return winner([
    [left, 'right'],
    [right, 'left'],
    [isOuter ? line?.row : undefined, side],
    [isOuter ? line?.group : undefined, side],
    [before?.column, 'right'],
    [after?.column, 'left'],
    [parts ? undefined : before?.group, 'right'],
    [parts ? undefined : after?.group, 'left'],
    [isOuter ? grid.table.element : undefined, side],
  ]);
}

const STRENGTH: Readonly<Record<BorderStyle, number>> = {
  hidden: 0,
  none: 0,
  inset: 1,
  groove: 2,
  outset: 3,
  ridge: 4,
  dotted: 5,
  dashed: 6,
  solid: 7,
  double: 8,
};

/** `hidden` comes before all; then the widest, the strongest style, and the first. */
function winner(candidates: readonly (readonly [StyledElement | undefined, Side])[]): Edge {
  let best: Edge;
  for (const [element, side] of candidates) {
    if (element === undefined) continue;
    const border = element.style.border[side];
    if (border.style === 'hidden') return undefined;
    if (border.width <= 0) continue;
    const isStronger =
      best === undefined ||
      border.width > best.width ||
      (border.width === best.width && STRENGTH[border.style] > STRENGTH[best.style]);
    if (isStronger) best = border;
  }
  return best;
}
