import type { Pt } from '../../base/units.ts';
import { demandOf } from '../block/break-rules.ts';
import { blockEdges } from '../box-geometry.ts';
import type { Fragment, LayoutContext, LayoutResult, Resume, Space, TableBox } from '../types.ts';
import { breakTable } from './break-table.ts';
import { tableModel } from './collapse.ts';
import { groupFragment, tableFragment } from './fragments.ts';
import { planTable } from './plan-table.ts';
import { groupHeight, type PlacedRow, type TablePlan } from './table-plan.ts';

export { tableIntrinsicWidths } from './measure-table.ts';

/** Points that rounding may take from a page without a break. */
const TOLERANCE: Pt = 0.01;

/**
 * A table with automatic column widths and separate borders (CSS 2.2, section 17.5.2.2; CSS Tables 3). In one piece
 * where it fits, else cut between its rows, with head and foot on every page.
 */
export function layoutTable(box: TableBox, space: Space, context: LayoutContext, resume?: Resume): LayoutResult {
  const model = tableModel(box);
  const { table } = model;
  const plan = planTable(model, space, context);
  const height = gridHeight(plan) + (plan.caption?.height ?? 0);
  const isWhole = resume === undefined && height <= space.blockLeft + TOLERANCE;
  if (
    plan.groups.length === 0 ||
    (isWhole && (space.blockLeft === Number.POSITIVE_INFINITY || !asksForBreak(plan, space)))
  ) {
    const shortage = height - space.blockLeft;
    if (!isWhole && space.offset > 0) return { fragment: undefined, resume: undefined, breakQuality: 0, shortage };
    return { fragment: wholeTable(table, plan), resume: undefined, breakQuality: 0 };
  }
  const result = breakTable(table, plan, { space, context, resume, isHigher: height > space.blockLeft + TOLERANCE });
  if (result.fragment !== undefined || result.shortage !== undefined) return result;
  return { ...result, shortage: height - space.blockLeft };
}

function gridHeight(plan: TablePlan): Pt {
  if (plan.groups.length === 0) return plan.emptyHeight;
  const { vertical } = plan.spacing;
  return plan.groups.reduce(
    (sum, { rows }) => sum + groupHeight(rows, vertical),
    blockEdges(plan.edges) + (plan.groups.length + 1) * vertical,
  );
}

/** A forced break between two rows. */
function asksForBreak(plan: TablePlan, { fragmentainer }: Space): boolean {
  const rows = plan.groups.flatMap(({ group, rows }) =>
    rows.map(({ row }, i) => {
      const { breakBefore, breakAfter } = group.element.style;
      const own = row.element.style;
      return {
        before: i === 0 ? [breakBefore, own.breakBefore] : [own.breakBefore],
        after: i === rows.length - 1 ? [own.breakAfter, breakAfter] : [own.breakAfter],
      };
    }),
  );
  return rows.some(({ before }, i) => {
    const previous = rows[i - 1];
    return previous !== undefined && demandOf([...previous.after, ...before], fragmentainer).forced !== undefined;
  });
}

function wholeTable(table: TableBox, plan: TablePlan): Fragment {
  const { border, padding } = plan.edges;
  const { vertical } = plan.spacing;
  const children: Fragment[] = [];
  let y = border.top + padding.top + vertical;
  for (const group of plan.groups) {
    children.push(groupFragment(plan, group, y, false));
    y += groupHeight(group.rows, vertical) + vertical;
  }
  const first = plan.groups[0]?.rows[0];
  return tableFragment(table, plan, {
    height: gridHeight(plan),
    children,
    isFirst: true,
    isLast: true,
    firstBaseline: first === undefined ? undefined : border.top + padding.top + vertical + rowBaseline(first),
  });
}

/**
 * CSS Tables 3, section 3.10.4: without cells on the baseline, the lowest bottom content edge of a cell; of an empty row
 * its top.
 */
function rowBaseline({ baseline, height, cells }: PlacedRow): Pt {
  if (baseline !== undefined) return baseline;
  const edges = cells.map(({ fragment }) => fragment.border.bottom + fragment.padding.bottom);
  return edges.length === 0 ? 0 : Math.max(0, height - Math.min(...edges));
}
