import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import {
  type BreakDemand,
  breakBetweenRows,
  FORCED,
  insidePenalty,
  noteBreak,
  noteShortage,
} from '../block/break-rules.ts';
import { NO_INSETS } from '../box-geometry.ts';
import type {
  FlexBox,
  ForcedBreak,
  Fragment,
  LayoutContext,
  LayoutResult,
  PartState,
  Resume,
  Space,
} from '../types.ts';
import type { FlexPlan, PlacedItem, PlacedLine } from './plan-flex.ts';
import { withWaiting } from './waiting-items.ts';

/** Points that rounding may take from a page without a break. */
const TOLERANCE: Pt = 0.01;

interface BreakInput {
  readonly space: Space;
  readonly context: LayoutContext;
  readonly resume: Resume | undefined;
}

/** One run over one page: what is done, what was placed, how far down it reached. */
interface Run {
  readonly plan: FlexPlan;
  readonly input: BreakInput;
  readonly states: PartState[];
  readonly children: Fragment[];
  /** Of the page, below which nothing may reach, from the border-box top of this fragment. */
  readonly limit: Pt;
  /** From the border-box top of this fragment to its content. */
  readonly top: Pt;
  quality: number;
  forced: ForcedBreak | undefined;
  shortage: Pt | undefined;
}

/**
 * Part of a flex container for one page. A row is cut between its lines, or through the items of one line, which break
 * side by side; a column is cut between or inside its items. What was stretched or flexed keeps its planned size as
 * long as it is whole. CSS Flexbox 1, section 10.
 */
export function breakFlex(box: FlexBox, plan: FlexPlan, input: BreakInput): LayoutResult {
  const { space, resume } = input;
  const isFirst = resume === undefined;
  const penalty = insidePenalty(box.element.style, space.fragmentainer);
  const isHigher = plan.height > space.blockLeft + TOLERANCE;
  if (isFirst && isHigher && penalty > 0 && space.offset > 0)
    return { ...nothing, shortage: plan.height - space.blockLeft };
  const { border, padding } = plan.container.edges;
  const count = plan.lines.reduce((sum, line) => sum + line.items.length, 0);
  const run: Run = {
    plan,
    input,
    states: resume?.kind === 'flex' ? [...resume.items] : Array.from({ length: count }, (): PartState => 'waiting'),
    children: [],
    limit: space.blockLeft - border.bottom - padding.bottom + TOLERANCE,
    top: isFirst ? border.top + padding.top : 0,
    quality: 0,
    forced: undefined,
    shortage: undefined,
  };
  const bottom = plan.axes.isRow ? breakRows(run) : breakColumns(run);
  const isLast = run.states.every((state) => state === 'done');
  if (run.children.length === 0 && !isLast) return { ...nothing, shortage: run.shortage };
  const height = heightOf(plan, { bottom, top: run.top, isFirst, isLast });
  const fragment: Fragment = {
    element: box.element,
    anonymous: box.anonymous,
    rect: { x: 0, y: 0, width: plan.container.width, height },
    margin: {
      ...plan.container.margin,
      top: isFirst ? plan.container.margin.top : 0,
      bottom: isLast ? plan.container.margin.bottom : 0,
    },
    border: { ...border, top: isFirst ? border.top : 0, bottom: isLast ? border.bottom : 0 },
    padding: { ...padding, top: isFirst ? padding.top : 0, bottom: isLast ? padding.bottom : 0 },
    isFirst,
    isLast,
    children: run.children,
    lines: [],
    atoms: [],
    content: undefined,
    firstBaseline: undefined,
    lastBaseline: undefined,
    repeated: false,
  };
  return {
    fragment: isFirst ? withWaiting(box, plan, fragment) : fragment,
    resume: isLast ? undefined : { kind: 'flex', items: run.states },
    breakQuality: isLast ? 0 : run.quality + penalty,
    forced: run.forced,
    shortage: run.shortage,
  };
}

const nothing: LayoutResult = { fragment: undefined, resume: undefined, breakQuality: 0 };

function heightOf(
  plan: FlexPlan,
  part: { readonly bottom: Pt; readonly top: Pt; readonly isFirst: boolean; readonly isLast: boolean },
): Pt {
  if (!part.isLast) return Math.max(part.bottom, part.top);
  const { border, padding } = plan.container.edges;
  const whole = part.isFirst ? part.top + plan.innerHeight : 0;
  return Math.max(part.bottom, part.top, whole) + border.bottom + padding.bottom;
}

interface Entry {
  readonly placed: PlacedItem;
  /** Of the item among all items of the container. */
  readonly index: number;
}

function entriesOf(plan: FlexPlan): readonly { readonly line: PlacedLine; readonly entries: readonly Entry[] }[] {
  let next = 0;
  return plan.lines.map((line) => ({
    line,
    entries: line.items.map((placed): Entry => ({ placed, index: next++ })),
  }));
}

function demandBetween(run: Run, before: readonly Entry[], after: readonly Entry[]): BreakDemand {
  const boxOf = ({ placed }: Entry) => placed.item.box;
  return breakBetweenRows(before.map(boxOf), after.map(boxOf), run.input.space.fragmentainer);
}

/** Ends the run at a forced break. */
function end(run: Run, kind: ForcedBreak, y: Pt): Pt {
  run.quality = FORCED;
  run.forced = kind;
  return y;
}

/** Lines one below the other; returns how far down they reach. */
function breakRows(run: Run): Pt {
  const { plan } = run;
  const lines = [...entriesOf(plan)].sort((a, b) => a.line.start - b.line.start);
  let y = run.top;
  let previous: (typeof lines)[number] | undefined;
  for (const current of lines) {
    const { line, entries } = current;
    if (entries.every(({ index }) => run.states[index] === 'done')) continue;
    const isAtTop = previous === undefined;
    const gap =
      previous === undefined ? leading(run, line.start) : line.start - previous.line.start - previous.line.size;
    const start = y + gap;
    const demand = demandBetween(run, previous?.entries ?? [], entries);
    if (!isAtTop && demand.forced !== undefined) return end(run, demand.forced, y);
    const isUntouched = entries.every(({ index }) => run.states[index] === 'waiting');
    if (isUntouched && start + line.size <= run.limit) {
      for (const entry of entries) place(run, entry, start - line.start);
      y = start + line.size;
      previous = current;
      continue;
    }
    const reached = breakLine(run, entries, { top: start, lineStart: line.start, isAtTop });
    if (reached === undefined) {
      run.quality += demand.cost;
      return y;
    }
    y = reached;
    if (entries.some(({ index }) => run.states[index] !== 'done')) return y;
    previous = current;
  }
  return y;
}

/** Space above the first line stays on the page where the container begins. */
const leading = (run: Run, start: Pt): Pt => (run.input.resume === undefined ? start : 0);

/** The items of one line, each broken by itself. `undefined`: one of them has no place here, so none is placed. */
function breakLine(
  run: Run,
  entries: readonly Entry[],
  at: { readonly top: Pt; readonly lineStart: Pt; readonly isAtTop: boolean },
): Pt | undefined {
  const results: { readonly entry: Entry; readonly y: Pt; readonly result: LayoutResult }[] = [];
  for (const entry of entries) {
    const state = run.states[entry.index];
    if (state === 'done') continue;
    const { rect, fragment } = entry.placed;
    const planned = at.top + rect.y - at.lineStart;
    if (state === 'waiting' && planned + rect.height <= run.limit) {
      results.push({ entry, y: planned, result: { fragment, resume: undefined, breakQuality: 0 } });
      continue;
    }
    const y = state === 'waiting' ? at.top + Math.max(0, entry.placed.margin.top) : at.top;
    const result = layoutPart(run, entry, { y, isAtTop: at.isAtTop });
    if (result.fragment === undefined) {
      noteShortage(run, result.shortage);
      return undefined;
    }
    results.push({ entry, y, result });
  }
  let bottom = at.top;
  for (const { entry, y, result } of results) {
    if (result.fragment === undefined) continue;
    placeAt(run, { ...entry.placed, fragment: result.fragment }, { x: entry.placed.rect.x, y });
    run.states[entry.index] = result.resume ?? 'done';
    if (result.resume !== undefined) noteBreak(run, result);
    const margin = result.resume === undefined ? Math.max(0, entry.placed.margin.bottom) : 0;
    bottom = Math.max(bottom, y + result.fragment.rect.height + margin);
  }
  return bottom;
}

/** Items one below the other, in one or more lines side by side; returns how far down they reach. */
function breakColumns(run: Run): Pt {
  return entriesOf(run.plan).reduce((bottom, { entries }) => Math.max(bottom, breakColumn(run, entries)), run.top);
}

function breakColumn(run: Run, line: readonly Entry[]): Pt {
  const entries = [...line].sort((a, b) => a.placed.rect.y - b.placed.rect.y);
  let y = run.top;
  let previous: Entry | undefined;
  for (const entry of entries) {
    const state = run.states[entry.index]!;
    if (state === 'done') continue;
    const { rect, margin } = entry.placed;
    const isAtTop = previous === undefined;
    const gap =
      previous === undefined ? leading(run, rect.y) : rect.y - previous.placed.rect.y - previous.placed.rect.height;
    const start = y + (state === 'waiting' ? gap : 0);
    const before = previous === undefined ? [] : [previous];
    const demand = demandBetween(run, before, [entry]);
    if (!isAtTop && demand.forced !== undefined) return end(run, demand.forced, y);
    if (state === 'waiting' && start + rect.height <= run.limit) {
      place(run, entry, start - rect.y);
      y = start + rect.height;
      previous = entry;
      continue;
    }
    const result = layoutPart(run, entry, { y: start, isAtTop });
    if (result.fragment === undefined) {
      noteShortage(run, result.shortage);
      run.quality += demand.cost;
      return y;
    }
    placeAt(run, { ...entry.placed, margin, fragment: result.fragment }, { x: rect.x, y: start });
    run.states[entry.index] = result.resume ?? 'done';
    if (result.resume !== undefined) noteBreak(run, result);
    y = start + result.fragment.rect.height;
    if (result.resume !== undefined) return y;
    previous = entry;
  }
  // Nothing of the line is left: the margin of its last item counts.
  return y + Math.max(0, previous?.placed.margin.bottom ?? 0);
}

/** Lays out as much of an item as this page takes. Its planned width stays. */
function layoutPart(
  run: Run,
  { placed, index }: Entry,
  at: { readonly y: Pt; readonly isAtTop: boolean },
): LayoutResult {
  const { plan, input } = run;
  const state = run.states[index];
  const isFirstHere = at.isAtTop && input.space.offset === 0;
  return input.context.layoutBox(
    placed.item.box,
    {
      inlineSize: plan.container.innerWidth,
      blockSize: plan.container.innerHeight,
      forcedWidth: placed.rect.width,
      formattingRoot: true,
      blockLeft: Math.max(0, run.limit - TOLERANCE - at.y),
      offset: isFirstHere ? 0 : input.space.offset + at.y,
      page: input.space.page,
      fragmentainer: input.space.fragmentainer,
    },
    typeof state === 'object' ? state : undefined,
  );
}

function place(run: Run, entry: Entry, shift: Pt): void {
  const { rect } = entry.placed;
  placeAt(run, entry.placed, { x: rect.x, y: rect.y + shift });
  run.states[entry.index] = 'done';
}

function placeAt(run: Run, placed: PlacedItem, at: { readonly x: Pt; readonly y: Pt }): void {
  const { border, padding } = run.plan.container.edges;
  const rect: Rect = { ...placed.fragment.rect, x: border.left + padding.left + at.x, y: at.y };
  const { isFirst, isLast } = placed.fragment;
  const margin = {
    ...placed.margin,
    top: isFirst ? placed.margin.top : NO_INSETS.top,
    bottom: isLast ? placed.margin.bottom : NO_INSETS.bottom,
  };
  run.children.push({ ...placed.fragment, rect, margin });
}
