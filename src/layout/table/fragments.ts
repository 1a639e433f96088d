import { TRANSPARENT } from '../../base/color.ts';
import type { Insets, Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { NO_INSETS } from '../box-geometry.ts';
import { movedWaiting } from '../moved-waiting.ts';
import type { Fragment, TableBox } from '../types.ts';
import { collapsedRules } from './collapsed-rules.ts';
import { columnFragments } from './column-fragments.ts';
import { partFragment } from './part-fragment.ts';
import { isOnBaseline, type PlacedCell, type PlacedGroup, spanHeight, type TablePlan } from './table-plan.ts';

/** A cell as high as its rows, its content aligned: CSS 2.2, section 17.5.3. */
export function cellFragment(cell: PlacedCell, height: Pt, rowBaseline: Pt | undefined): Fragment {
  const { fragment } = cell;
  const shift = Math.max(0, contentShift(cell, height, rowBaseline));
  const down = (child: Fragment): Fragment =>
    shift === 0 ? child : { ...child, rect: { ...child.rect, y: child.rect.y + shift } };
  const lower = (baseline: Pt | undefined): Pt | undefined => (baseline === undefined ? undefined : baseline + shift);
  return {
    ...fragment,
    rect: { x: cell.x, y: 0, width: fragment.rect.width, height },
    margin: NO_INSETS,
    padding: { ...fragment.padding, top: fragment.padding.top + shift },
    children: fragment.children.map(down),
    atoms: fragment.atoms.map(down),
    ...movedWaiting(fragment, shift),
    firstBaseline: lower(fragment.firstBaseline),
    lastBaseline: lower(fragment.lastBaseline),
  };
}

function contentShift(cell: PlacedCell, height: Pt, rowBaseline: Pt | undefined): Pt {
  const free = height - cell.fragment.rect.height;
  const { verticalAlign } = cell.box.element.style;
  if (verticalAlign === 'middle') return free / 2;
  if (verticalAlign === 'bottom') return free;
  if (!isOnBaseline(cell) || rowBaseline === undefined || cell.baseline === undefined) return 0;
  return rowBaseline - cell.baseline;
}

/** Row `index` of a group, whole; `y` from the top of the group. */
function rowFragment(plan: TablePlan, group: PlacedGroup, index: number, y: Pt): Fragment {
  const placed = group.rows[index]!;
  const cells = placed.cells.map((cell) =>
    cellFragment(cell, spanHeight(group.rows, index, cell.rowSpan, plan.spacing.vertical), placed.baseline),
  );
  const rect: Rect = { x: 0, y, width: plan.rowWidth, height: placed.height };
  return partFragment(placed.row.element, rect, {
    children: cells,
    isFirst: true,
    isLast: true,
    firstBaseline: placed.baseline,
    rules: collapsedRules(plan, placed, { height: placed.height, isFirst: true, isLast: true }),
  });
}

/** A whole group; `y` from the border-box top of the grid. */
export function groupFragment(plan: TablePlan, group: PlacedGroup, y: Pt, repeated: boolean): Fragment {
  const children: Fragment[] = [];
  let at = 0;
  for (const [i, row] of group.rows.entries()) {
    children.push(rowFragment(plan, group, i, at));
    at += row.height + plan.spacing.vertical;
  }
  const height = Math.max(0, at - plan.spacing.vertical);
  return groupPart(plan, group, { y, height, children, isFirst: true, isLast: true, repeated });
}

export function groupPart(
  plan: TablePlan,
  group: PlacedGroup,
  part: {
    readonly y: Pt;
    readonly height: Pt;
    readonly children: readonly Fragment[];
    readonly isFirst: boolean;
    readonly isLast: boolean;
    readonly repeated: boolean;
  },
): Fragment {
  const { border, padding } = plan.edges;
  const x = border.left + padding.left + plan.spacing.horizontal;
  return partFragment(group.group.element, { x, y: part.y, width: plan.rowWidth, height: part.height }, part);
}

/**
 * The grid, and around it a nameless box that holds the caption above or below it (CSS Tables 3, section 2.1): borders
 * and background belong to the grid alone, margins to both.
 */
export function tableFragment(
  table: TableBox,
  plan: TablePlan,
  part: {
    readonly height: Pt;
    readonly children: readonly Fragment[];
    readonly isFirst: boolean;
    readonly isLast: boolean;
    readonly firstBaseline: Pt | undefined;
  },
): Fragment {
  const { border, padding } = plan.edges;
  const { isFirst, isLast } = part;
  const open = (insets: Insets): Insets => ({
    ...insets,
    top: isFirst ? insets.top : 0,
    bottom: isLast ? insets.bottom : 0,
  });
  const margin = open(plan.margin);
  const caption = (plan.caption?.side === 'top' ? isFirst : isLast) ? plan.caption : undefined;
  const above = caption?.side === 'top' ? caption.height : 0;
  const grid = partFragment(
    table.element,
    { x: 0, y: above, width: plan.width, height: part.height },
    {
      ...part,
      children: [...columnFragments(table, plan, part.children), ...part.children],
      anonymous: table.anonymous,
      margin: caption === undefined ? margin : NO_INSETS,
      border: open(border),
      padding: open(padding),
    },
  );
  if (caption === undefined) return grid;
  const height = caption.height + part.height;
  return partFragment(
    { ...table.element, style: undecorated(table.element.style) },
    { x: 0, y: 0, width: plan.width, height },
    {
      children: caption.side === 'top' ? [caption.fragment, grid] : [grid, lowered(caption.fragment, part.height)],
      isFirst,
      isLast,
      anonymous: true,
      margin,
      firstBaseline: part.firstBaseline === undefined ? undefined : part.firstBaseline + above,
    },
  );
}

const lowered = (fragment: Fragment, down: Pt): Fragment => ({
  ...fragment,
  rect: { ...fragment.rect, y: fragment.rect.y + down },
});

/** What the wrapper paints: nothing. */
function undecorated(style: ComputedStyle): ComputedStyle {
  const none = { ...style.border.top, width: 0, style: 'none' } as const;
  const square = { horizontal: { pt: 0, percent: 0 }, vertical: { pt: 0, percent: 0 } };
  return {
    ...style,
    opacity: 1,
    overflow: 'visible',
    backgroundColor: TRANSPARENT,
    backgroundLayers: [],
    boxShadow: [],
    border: { top: none, right: none, bottom: none, left: none },
    radius: { topLeft: square, topRight: square, bottomRight: square, bottomLeft: square },
  };
}
