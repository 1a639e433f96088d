import type { Pt } from '../../base/units.ts';
import {
  type BreakDemand,
  demandOf,
  FORCED,
  insidePenalty,
  isColumn,
  noteBreak,
  noteShortage,
} from '../block/break-rules.ts';
import type {
  ForcedBreak,
  Fragment,
  LayoutContext,
  LayoutResult,
  PartState,
  Resume,
  Space,
  TableBox,
} from '../types.ts';
import { ignoringHeights } from '../unbroken.ts';
import { collapsedRules } from './collapsed-rules.ts';
import { cellFragment, groupFragment, groupPart, tableFragment } from './fragments.ts';
import { partFragment } from './part-fragment.ts';
import {
  groupHeight,
  type PlacedCell,
  type PlacedGroup,
  type PlacedRow,
  spanHeight,
  type TablePlan,
} from './table-plan.ts';

/** Points that rounding may take from a page without a break. */
const TOLERANCE: Pt = 0.01;

interface BreakInput {
  readonly space: Space;
  readonly context: LayoutContext;
  readonly resume: Resume | undefined;
  /** The whole of it is higher than there is room. */
  readonly isHigher: boolean;
}

/** Rows that spanning cells tie together; mostly one. They stay on one page if a page can hold them. */
interface Cluster {
  readonly group: number;
  readonly first: number;
  /** After the last. */
  readonly end: number;
  readonly height: Pt;
}

interface RowPart {
  readonly group: number;
  readonly fragment: Fragment;
}

/** One run over one page. */
interface Run {
  readonly plan: TablePlan;
  readonly input: BreakInput;
  /** Nothing of the body may reach below: from the border-box top of the grid. */
  readonly limit: Pt;
  /** Height that an empty page offers to rows. */
  readonly capacity: Pt;
  readonly top: Pt;
  readonly rows: RowPart[];
  y: Pt;
  quality: number;
  forced: ForcedBreak | undefined;
  shortage: Pt | undefined;
}

/** Where a page ends: before or inside a row. */
interface Stop {
  readonly group: number;
  readonly row: number;
  readonly cells: readonly PartState[];
}

/**
 * Part of a table for one page: head and foot stand on every page, rows are kept whole unless they are higher than
 * half of it, then their cells are cut side by side.
 */
export function breakTable(table: TableBox, plan: TablePlan, input: BreakInput): LayoutResult {
  const { space } = input;
  const resume = input.resume?.kind === 'rows' ? input.resume : undefined;
  const isFirst = resume === undefined;
  const penalty = insidePenalty(table.element.style, space.fragmentainer);
  if (isFirst && input.isHigher && penalty > 0 && space.offset > 0) return nothing;
  const { border, padding } = plan.edges;
  const { vertical } = plan.spacing;
  const { caption } = plan;
  const captionHeight = isFirst && caption?.side === 'top' ? caption.height : 0;
  const captionBelow = caption?.side === 'bottom' ? caption.height : 0;
  const repeats = repeatedGroups(plan, space);
  const isRepeated = (group: number): boolean => group === repeats.head || group === repeats.foot;
  const footHeight = repeats.foot === undefined ? 0 : heightOf(plan, repeats.foot) + vertical;
  const below = border.bottom + padding.bottom + vertical + footHeight;
  // Like a margin, the spacing above a row is cut where the page begins there: CSS Fragmentation 3, section 5.2.
  const above = isFirst ? border.top + padding.top + vertical : 0;
  const headHeight = repeats.head === undefined ? 0 : heightOf(plan, repeats.head) + vertical;
  const top = above + headHeight;
  const left = space.blockLeft - captionHeight;
  const bodies = clustersOf(plan).filter((cluster) => !isRepeated(cluster.group));
  const attempt = (room: Pt): { readonly run: Run; readonly stop: Stop | undefined } => {
    const run: Run = {
      plan,
      input,
      limit: room - below + TOLERANCE,
      capacity: space.blockLeft + space.offset - headHeight - below,
      top,
      rows: [],
      y: top,
      quality: 0,
      forced: undefined,
      shortage: undefined,
    };
    return { run, stop: placeClusters(run, bodies, resume) };
  };
  const fullest = attempt(left);
  const captionEnd = fullest.run.y - vertical + below + captionBelow;
  // A caption below stays with the last rows.
  const shorter =
    fullest.stop === undefined && captionBelow > 0 && captionEnd > left + TOLERANCE
      ? attempt(left - captionBelow)
      : undefined;
  const isShorter = shorter?.stop !== undefined && (shorter.run.rows.length > 0 || space.offset > 0);
  const { run, stop } = isShorter ? shorter : fullest;
  if (run.rows.length === 0 && stop !== undefined && space.offset > 0) return { ...nothing, shortage: run.shortage };

  const children: Fragment[] = [];
  if (repeats.head !== undefined) {
    children.push(groupFragment(plan, plan.groups[repeats.head]!, above, !isFirst));
  }
  children.push(...joinGroups(run, stop, resume));
  let height = run.rows.length === 0 ? top : run.y;
  if (repeats.foot !== undefined) {
    const foot = groupFragment(plan, plan.groups[repeats.foot]!, height, stop !== undefined);
    children.push(foot);
    height += footHeight;
  }
  const isLast = stop === undefined;
  return {
    fragment: tableFragment(table, plan, {
      height: isLast ? height + border.bottom + padding.bottom : height,
      children,
      isFirst,
      isLast,
      firstBaseline: undefined,
    }),
    resume: stop === undefined ? undefined : { kind: 'rows', ...stop },
    breakQuality: isLast ? 0 : run.quality + penalty,
    forced: run.forced,
    shortage: run.shortage,
  };
}

const nothing: LayoutResult = { fragment: undefined, resume: undefined, breakQuality: 0 };

const heightOf = (plan: TablePlan, group: number): Pt => groupHeight(plan.groups[group]!.rows, plan.spacing.vertical);

/** Head and foot are repeated while they leave at least half of a page to the rows. */
function repeatedGroups(plan: TablePlan, space: Space): { head: number | undefined; foot: number | undefined } {
  const page = space.blockLeft + space.offset;
  const last = plan.groups.length - 1;
  const hasBody = plan.groups.some(({ group }) => group.kind === 'body');
  const head = hasBody && plan.groups[0]?.group.kind === 'head' ? 0 : undefined;
  const foot = hasBody && plan.groups[last]?.group.kind === 'foot' ? last : undefined;
  const height = [head, foot].reduce<Pt>((sum, group) => sum + (group === undefined ? 0 : heightOf(plan, group)), 0);
  return height * 2 > page ? { head: undefined, foot: undefined } : { head, foot };
}

function clustersOf(plan: TablePlan): readonly Cluster[] {
  return plan.groups.flatMap(({ rows }, group) => {
    const clusters: Cluster[] = [];
    let first = 0;
    let end = 0;
    for (const [i, row] of rows.entries()) {
      end = Math.max(end, ...row.cells.map((cell) => i + cell.rowSpan), i + 1);
      if (end > i + 1) continue;
      clusters.push({ group, first, end, height: spanHeight(rows, first, end - first, plan.spacing.vertical) });
      first = end;
    }
    return clusters;
  });
}

/** Places rows from the resume point on; where it stopped, or `undefined` when all are placed. */
function placeClusters(
  run: Run,
  clusters: readonly Cluster[],
  resume: (Resume & { readonly kind: 'rows' }) | undefined,
): Stop | undefined {
  const { plan } = run;
  const { vertical } = plan.spacing;
  let previous: Cluster | undefined;
  for (const cluster of clusters) {
    const isPast =
      resume !== undefined &&
      (cluster.group < resume.group || (cluster.group === resume.group && cluster.end <= resume.row));
    if (isPast) continue;
    const isResumed =
      resume !== undefined && cluster.group === resume.group && cluster.first <= resume.row && resume.row < cluster.end;
    const from = isResumed ? { row: resume.row, cells: resume.cells } : { row: cluster.first, cells: [] };
    const isUntouched = from.cells.length === 0;
    const before: Stop = { group: cluster.group, row: from.row, cells: from.cells };
    const demand = previous === undefined ? undefined : demandBetween(run, previous, cluster);
    if (demand?.forced !== undefined) {
      run.quality = FORCED;
      run.forced = demand.forced;
      return before;
    }
    if (isUntouched && run.y + cluster.height <= run.limit) {
      placeCluster(run, cluster);
      previous = cluster;
      continue;
    }
    const mayWait = run.rows.length > 0 || run.input.space.offset > 0;
    if (isUntouched && mayWait && isKeptWhole(run, cluster)) {
      run.quality += demand?.cost ?? 0;
      noteShortage(run, run.y + cluster.height - run.limit);
      return before;
    }
    const stop = splitCluster(run, cluster, from);
    if (stop !== undefined) return stop;
    run.y += vertical;
    previous = cluster;
  }
  return undefined;
}

/**
 * CSS Tables 3, section 6.1: rows up to half of a page stay in one piece, higher ones are cut where their cells let them.
 * A column is low: there all rows that it can hold stay whole, as those do that must not be cut or that spanning cells
 * tie together.
 */
function isKeptWhole({ plan, capacity, input }: Run, { group, first, end, height }: Cluster): boolean {
  if (height > capacity + TOLERANCE) return false;
  if (end - first > 1 || height * 2 <= capacity + TOLERANCE || isColumn(input.space.fragmentainer)) return true;
  const placed = plan.groups[group]!;
  const rows = placed.rows.slice(first, end);
  const parts = [
    placed.group.element,
    ...rows.flatMap(({ row, cells }) => [row.element, ...cells.map(({ box }) => box.element)]),
  ];
  return parts.some(({ style }) => insidePenalty(style, input.space.fragmentainer) > 0);
}

function placeCluster(run: Run, cluster: Cluster): void {
  const { plan } = run;
  const group = plan.groups[cluster.group]!;
  for (let row = cluster.first; row < cluster.end; row++) {
    const placed = group.rows[row]!;
    const cells = placed.cells.map((cell) => wholeCell(plan, group, row, cell));
    pushRow(run, cluster.group, placed, { y: run.y, height: placed.height, cells, isFirst: true, isLast: true });
    run.y += placed.height + plan.spacing.vertical;
  }
}

const wholeCell = (plan: TablePlan, group: PlacedGroup, row: number, cell: PlacedCell): Fragment =>
  cellFragment(cell, spanHeight(group.rows, row, cell.rowSpan, plan.spacing.vertical), group.rows[row]!.baseline);

function pushRow(
  run: Run,
  group: number,
  placed: PlacedRow,
  part: {
    readonly y: Pt;
    readonly height: Pt;
    readonly cells: readonly Fragment[];
    readonly isFirst: boolean;
    readonly isLast: boolean;
  },
): void {
  const rect = { x: 0, y: part.y, width: run.plan.rowWidth, height: part.height };
  const fragment = partFragment(placed.row.element, rect, {
    children: part.cells,
    isFirst: part.isFirst,
    isLast: part.isLast,
    firstBaseline: placed.baseline,
    rules: collapsedRules(run.plan, placed, part),
  });
  run.rows.push({ group, fragment });
}

/** A cell of a cluster with its state, by the row it begins in. */
interface OpenCell {
  readonly cell: PlacedCell;
  readonly row: number;
  state: PartState;
}

/** Rows that no page holds together: as many as fit, and through the cells of the one that is too high for any page. */
function splitCluster(
  run: Run,
  cluster: Cluster,
  from: { readonly row: number; readonly cells: readonly PartState[] },
): Stop | undefined {
  const { plan } = run;
  const group = plan.groups[cluster.group]!;
  const cells: OpenCell[] = [];
  for (let row = cluster.first; row < cluster.end; row++) {
    for (const cell of group.rows[row]!.cells) {
      cells.push({ cell, row, state: from.cells[cells.length] ?? 'waiting' });
    }
  }
  const stopAt = (row: number): Stop => ({ group: cluster.group, row, cells: cells.map((open) => open.state) });
  // Spanning cells that an earlier page began go on beside the first row of this one.
  let carried = cells.filter((open) => open.row < from.row && open.state !== 'done');
  for (let row = from.row; row < cluster.end; row++) {
    const placed = group.rows[row]!;
    const own = cells.filter((open) => open.row === row && open.state !== 'done');
    const isUntouched = own.every((open) => open.state === 'waiting');
    const isWhole = isUntouched && run.y + placed.height <= run.limit;
    const alone = { group: cluster.group, first: row, end: row + 1, height: placed.height };
    if (!isWhole && isUntouched && run.rows.length > 0 && isKeptWhole(run, alone)) return stopAt(row);
    const parts = [...own, ...carried].map((open) => ({
      open,
      result: cutCell(run, open, isWhole && open.row === row),
    }));
    if (parts.some(({ result }) => result.fragment === undefined)) return stopAt(row);
    carried = [];
    for (const { open, result } of parts) open.state = result.resume ?? 'done';
    const rest = own.some((open) => open.cell.rowSpan === 1 && open.state !== 'done');
    const isLastRow = row === cluster.end - 1;
    const isOpen = rest || (isLastRow && cells.some((open) => open.state !== 'done'));
    const height = parts.reduce(
      (most, { open, result }) =>
        open.cell.rowSpan === 1 || isLastRow ? Math.max(most, result.fragment?.rect.height ?? 0) : most,
      isWhole ? placed.height : 0,
    );
    const fragments = parts.flatMap(({ open, result }): readonly Fragment[] => {
      if (result.fragment === undefined) return [];
      const reach = isWhole && open.cell.rowSpan > 1 ? result.fragment.rect.height : height;
      return [{ ...result.fragment, rect: { ...result.fragment.rect, x: open.cell.x, height: reach } }];
    });
    for (const { result } of parts) if (result.resume !== undefined) noteBreak(run, result);
    pushRow(run, cluster.group, placed, { y: run.y, height, cells: fragments, isFirst: isUntouched, isLast: !isOpen });
    run.y += height;
    if (isOpen) return stopAt(row);
    if (!isLastRow) run.y += plan.spacing.vertical;
  }
  return undefined;
}

/** As much of a cell as this page takes; a cell of a row that fits is whole. */
function cutCell(run: Run, open: OpenCell, isWhole: boolean): LayoutResult {
  const { plan, input } = run;
  const { cell } = open;
  if (isWhole && cell.rowSpan === 1) {
    return { fragment: cellFragment(cell, cell.fragment.rect.height, undefined), resume: undefined, breakQuality: 0 };
  }
  const isAtTop = run.rows.length === 0 && input.space.offset === 0;
  const result = input.context.layoutBox(
    ignoringHeights(cell.box),
    {
      inlineSize: plan.rowWidth,
      blockSize: undefined,
      forcedWidth: cell.width,
      formattingRoot: true,
      blockLeft: Math.max(0, run.limit - TOLERANCE - run.y),
      offset: isAtTop ? 0 : input.space.offset + run.y,
      page: input.space.page,
      fragmentainer: input.space.fragmentainer,
    },
    typeof open.state === 'object' ? open.state : undefined,
  );
  if (result.fragment === undefined) return result;
  const margin = { top: 0, right: 0, bottom: 0, left: 0 };
  return { ...result, fragment: { ...result.fragment, margin } };
}

/** Rows of this page, gathered in their groups. */
function joinGroups(
  run: Run,
  stop: Stop | undefined,
  resume: { readonly group: number; readonly row: number; readonly cells: readonly PartState[] } | undefined,
): readonly Fragment[] {
  const groups = [...new Set(run.rows.map((row) => row.group))];
  return groups.map((index): Fragment => {
    const rows = run.rows.filter((row) => row.group === index).map((row) => row.fragment);
    const y = rows[0]!.rect.y;
    const last = rows[rows.length - 1]!;
    return groupPart(run.plan, run.plan.groups[index]!, {
      y,
      height: last.rect.y + last.rect.height - y,
      children: rows.map((row) => ({ ...row, rect: { ...row.rect, y: row.rect.y - y } })),
      isFirst: resume === undefined || resume.group < index || (resume.row === 0 && resume.cells.length === 0),
      isLast: stop === undefined || stop.group > index,
      repeated: false,
    });
  });
}

function demandBetween({ plan, input }: Run, before: Cluster, after: Cluster): BreakDemand {
  const [last, first] = neighbours(plan, before, after);
  const values = [...last.map((style) => style.breakAfter), ...first.map((style) => style.breakBefore)];
  return demandOf(values, input.space.fragmentainer);
}

/** Styles that speak for the edge between two rows: of the rows, and of their groups where those end or begin. */
function neighbours(plan: TablePlan, before: Cluster, after: Cluster) {
  const style = (cluster: Cluster, row: number) => plan.groups[cluster.group]!.rows[row]!.row.element.style;
  const group = (cluster: Cluster) => plan.groups[cluster.group]!.group.element.style;
  const crosses = before.group !== after.group;
  return [
    [style(before, before.end - 1), ...(crosses ? [group(before)] : [])],
    [style(after, after.first), ...(crosses ? [group(after)] : [])],
  ] as const;
}
