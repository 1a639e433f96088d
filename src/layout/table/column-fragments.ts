import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import type { Fragment, TableBox } from '../types.ts';
import { partFragment } from './part-fragment.ts';
import type { TablePlan } from './table-plan.ts';

const TOLERANCE: Pt = 0.001;

/**
 * Boxes of column groups and columns behind the row groups of one page. In each stand nameless boxes where its cells
 * are: its background shows there alone (CSS 2.2, section 17.6.1).
 */
export function columnFragments(table: TableBox, plan: TablePlan, groups: readonly Fragment[]): readonly Fragment[] {
  const first = groups[0]?.rect;
  const last = groups[groups.length - 1]?.rect;
  if (table.columns.length === 0 || first === undefined || last === undefined) return [];
  const rows: Rect = { ...first, height: last.y + last.height - first.y };
  const cells = cellRects(groups);
  return columnRects(table, plan, rows).map(({ element, rect }) => columnFragment(element, rect, cells));
}

interface ColumnRect {
  readonly element: StyledElement;
  readonly rect: Rect;
}

/** The groups first: columns are painted above them. */
function columnRects(table: TableBox, plan: TablePlan, rows: Rect): readonly ColumnRect[] {
  let at = 0;
  const columns: ColumnRect[] = [];
  const groups = new Map<StyledElement, Rect>();
  for (const { element, group, span } of table.columns) {
    const first = plan.columnPlaces[at];
    const last = plan.columnPlaces[Math.min(at + span, plan.columnPlaces.length) - 1];
    at += span;
    if (first === undefined || last === undefined) continue;
    const rect: Rect = { ...rows, x: rows.x + first.x, width: last.end - first.x };
    if (element !== undefined) columns.push({ element, rect });
    if (group !== undefined) groups.set(group, joined(groups.get(group), rect));
  }
  return [...[...groups].map(([element, rect]) => ({ element, rect })), ...columns];
}

const joined = (before: Rect | undefined, rect: Rect): Rect =>
  before === undefined ? rect : { ...before, width: rect.x + rect.width - before.x };

/** All cells, relative to the border box of the grid. */
const cellRects = (groups: readonly Fragment[]): readonly Rect[] =>
  groups.flatMap((group) =>
    group.children.flatMap((row) =>
      row.children.map(({ rect }) => ({
        ...rect,
        x: rect.x + row.rect.x + group.rect.x,
        y: rect.y + row.rect.y + group.rect.y,
      })),
    ),
  );

function columnFragment(element: StyledElement, rect: Rect, cells: readonly Rect[]): Fragment {
  const begins = ({ x }: Rect): boolean => x >= rect.x - TOLERANCE && x < rect.x + rect.width - TOLERANCE;
  const inside = cells.filter(begins).map((cell) => {
    const place = { ...cell, x: cell.x - rect.x, y: cell.y - rect.y };
    return partFragment(element, place, { children: [], isFirst: true, isLast: true, anonymous: true });
  });
  return partFragment(element, rect, { children: inside, isFirst: true, isLast: true });
}
