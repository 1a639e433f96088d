import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { BlockContext } from '../block/block-context.ts';
import {
  type BreakCandidate,
  betterBreak,
  breakBetween,
  insidePenalty,
  LAST_RESORT,
  TOLERANCE,
} from '../block/break-rules.ts';
import { closeFrame, cutHeight, type Frame, heightLeft, insideFrame, openFrame } from '../block/frame.ts';
import { addMarker, markerEnd } from '../block/list-marker.ts';
import { joinStruts, NO_STRUT, type Strut, strutAfter, strutBefore, strutSize } from '../block/margins.ts';
import type { Box, ColumnsBox, ForcedBreak, Fragment, LayoutResult, PartState, Resume, Space } from '../types.ts';
import { type ColumnShape, columnShape } from './column-shape.ts';
import type { ColumnScene } from './fill-columns.ts';
import { layoutRow } from './layout-row.ts';
import { isSpanner, type SpannerPlace, spannerAt } from './spanner.ts';

type ColumnsResume = Extract<Resume, { kind: 'columns' }>;

/** One container on one page. y counts from the top of the border box of this fragment. */
interface Run {
  readonly box: ColumnsBox;
  readonly frame: Frame;
  readonly space: Space;
  readonly context: BlockContext;
  readonly shape: ColumnShape;
  readonly scene: ColumnScene;
  /** Nothing may reach below: the end of the page, or of the height that an earlier break leaves. */
  readonly pageEnd: Pt;
  /** Where `height` or `max-height` ends the content box; Infinity without. */
  readonly ownEnd: Pt;
  readonly parts: Part[];
  y: Pt;
  /** Margins of the spanners above. */
  strut: Strut;
  best: (BreakCandidate & { readonly parts: number }) | undefined;
}

/** A row of columns, or a spanner. */
interface Part {
  readonly fragments: readonly Fragment[];
  readonly rules: readonly Rect[];
  readonly bottom: Pt;
}

/** Where the content goes on. */
interface Position {
  readonly content: PartState;
  /** Of the spanner at which the content has ended. */
  readonly spanner: PartState | undefined;
}

const NOTHING: LayoutResult = { fragment: undefined, resume: undefined, breakQuality: 0 };

/** Rows of columns and spanners that one container may have on a page. */
const MOST_PARTS = 100_000;

/**
 * A multi-column container: rows of columns, and between them the boxes that span all columns. Each column is a
 * fragmentainer. CSS Multi-column Layout 1.
 */
export function layoutColumns(
  box: ColumnsBox,
  space: Space,
  context: BlockContext,
  resume: Resume | undefined,
): LayoutResult {
  const from = resume?.kind === 'columns' ? resume : undefined;
  const run = openRun(box, space, context, from);
  let at: Position | undefined = { content: from?.content ?? 'waiting', spanner: from?.spanner };
  for (let part = 0; at !== undefined && at.content !== 'done'; part++) {
    if (part > MOST_PARTS) throw new Error('The columns of a container come to no end');
    const next: Position | LayoutResult | undefined = at.spanner === undefined ? addRow(run, at) : addSpanner(run, at);
    if (next !== undefined && 'breakQuality' in next) return next;
    at = next;
  }
  return finish(run);
}

function openRun(box: ColumnsBox, space: Space, context: BlockContext, resume: ColumnsResume | undefined): Run {
  const frame = openFrame(box, space, context, resume);
  const shape = columnShape(box.element.style, frame.contentWidth);
  const limit = (frame.sizes.height ?? frame.sizes.max) - frame.consumed - frame.bottomEdge;
  const stop = space.stopAt?.kind === 'columns' ? space.stopAt.limit : undefined;
  return {
    box,
    frame,
    space,
    context,
    shape,
    scene: { content: box.content, context, space, columnWidth: shape.width, definiteHeight: frame.definiteHeight },
    pageEnd: Math.min(space.blockLeft, stop ?? Number.POSITIVE_INFINITY),
    ownEnd: Math.max(frame.topEdge, limit),
    parts: [],
    y: frame.topEdge,
    strut: NO_STRUT,
    best: undefined,
  };
}

const resumeOf = (state: PartState): Resume | undefined => (typeof state === 'object' ? state : undefined);

/** Adds a row of columns; where the content goes on, `undefined` after its end, or the result where the page ends. */
function addRow(run: Run, at: Position): Position | LayoutResult | undefined {
  run.y += strutSize(run.strut);
  run.strut = NO_STRUT;
  const { box, frame, space, shape, scene } = run;
  const isFirst = run.parts.length === 0 && space.offset === 0 && run.y === 0;
  const { filled, height } = layoutRow(scene, {
    from: resumeOf(at.content),
    count: shape.count,
    offset: isFirst ? 0 : Math.max(space.offset + run.y, Number.MIN_VALUE),
    page: run.pageEnd - run.y,
    own: run.ownEnd - run.y,
    isDefinite: frame.definiteHeight !== undefined,
    bottomEdge: frame.bottomEdge,
    isFilled: box.element.style.columnFill === 'auto',
  });
  if (filled.fragments.length === 0) return endBefore(run, at, LAST_RESORT);
  const step = shape.width + shape.gap;
  const fragments = filled.fragments.map((fragment, i): Fragment => {
    const rect = { ...fragment.rect, x: frame.contentLeft + i * step, y: run.y };
    return { ...fragment, rect, columnHeight: height };
  });
  const bottom = run.y + height;
  run.parts.push({ fragments, rules: rulesOf(run, fragments.length, height), bottom });
  run.y = bottom;
  if (filled.resume === undefined) return undefined;
  const content = filled.resume;
  if (filled.atSpanner) return { content, spanner: 'waiting' };
  return end(run, { content, spanner: undefined }, { quality: filled.quality, forced: filled.forced }, run.parts);
}

/** Between columns that both have content. CSS Multi-column Layout 1, section 4. */
function rulesOf({ box, frame, shape, y }: Run, columns: number, height: Pt): readonly Rect[] {
  const { width } = box.element.style.columnRule;
  if (width === 0 || height <= 0) return [];
  return Array.from({ length: columns - 1 }, (_, i) => {
    const middle = frame.contentLeft + (i + 1) * (shape.width + shape.gap) - shape.gap / 2;
    return { x: middle - width / 2, y, width, height };
  });
}

/** Adds a box that spans all columns: a block formatting context of its own, whose margins meet other spanners alone. */
function addSpanner(run: Run, at: Position): Position | LayoutResult | undefined {
  const { box, frame, space, context } = run;
  const content = resumeOf(at.content);
  if (content === undefined) throw new Error('A spanner was expected inside the content');
  const place = spannerAt(box.content, content);
  const { spanner } = place;
  const inner = at.spanner === undefined ? undefined : resumeOf(at.spanner);
  const isFirst = run.parts.length === 0;
  const stop = inner === undefined ? breakBefore(run, at, place) : undefined;
  if (stop !== undefined) return stop;
  const isAtTop = isFirst && space.offset === 0;
  const margins = joinStruts(run.strut, strutBefore(spanner, insideFrame(frame)));
  const isCut = isFirst && !frame.isFirst;
  const top = run.y + (inner !== undefined || isCut ? 0 : strutSize(margins));
  const result = context.layoutBox(
    spanner,
    {
      inlineSize: frame.contentWidth,
      blockSize: frame.definiteHeight,
      formattingRoot: true,
      blockLeft: run.pageEnd - top,
      offset: isAtTop && top <= 0 ? 0 : Math.max(space.offset + top, Number.MIN_VALUE),
      page: space.page,
      fragmentainer: space.fragmentainer,
    },
    inner,
  );
  const { fragment } = result;
  const isTooHigh =
    fragment !== undefined && result.resume === undefined && top + fragment.rect.height > run.pageEnd + TOLERANCE;
  if (fragment === undefined || (isTooHigh && !isAtTop)) return endBefore(run, at, run.best?.quality ?? 0);
  const bottom = top + fragment.rect.height;
  const placed = { ...fragment, rect: { ...fragment.rect, x: frame.contentLeft + fragment.margin.left, y: top } };
  run.parts.push({ fragments: [placed], rules: [], bottom });
  run.y = bottom;
  if (result.resume !== undefined) {
    const cut = { quality: result.breakQuality, forced: result.forced };
    return end(run, { content, spanner: result.resume }, cut, run.parts);
  }
  run.strut = strutAfter(spanner, insideFrame(frame), context.resized);
  return breakAfter(run, place);
}

/** The break before a spanner: a forced one ends the page, any other is kept as one to come back to. */
function breakBefore(run: Run, at: Position, { spanner, previous }: SpannerPlace): LayoutResult | undefined {
  if (previous === undefined || run.parts.length === 0) return undefined;
  const { forced, cost } = breakBetween(previous, spanner, run.space.fragmentainer);
  if (forced !== undefined && forced !== 'column') {
    return end(run, at, { quality: Number.NEGATIVE_INFINITY, forced }, run.parts);
  }
  note(run, at, cost);
  return undefined;
}

/** Whether the content goes on with a spanner right away. */
function isNext(content: Box, behind: Resume): boolean {
  if (behind.kind !== 'children' || content.kind !== 'block') return false;
  const child = content.children[behind.index];
  if (child === undefined) return false;
  return behind.inner === undefined ? isSpanner(child) : isNext(child, behind.inner);
}

/** The break behind a spanner, before columns. */
function breakAfter(run: Run, { spanner, next, behind }: SpannerPlace): Position | LayoutResult {
  const at: Position = { content: behind, spanner: undefined };
  if (next === undefined) return at;
  // Nothing stands between two spanners: their margins meet.
  if (isSpanner(next)) return isNext(run.box.content, behind) ? { ...at, spanner: 'waiting' } : at;
  const { forced, cost } = breakBetween(spanner, next, run.space.fragmentainer);
  if (forced !== undefined && forced !== 'column') {
    return end(run, at, { quality: Number.NEGATIVE_INFINITY, forced }, run.parts);
  }
  note(run, at, cost);
  return at;
}

function note(run: Run, at: Position, quality: number): void {
  const here = { at: resumeAt(at, 0), quality, parts: run.parts.length };
  if (betterBreak(run.best, here) === here) run.best = here;
}

const resumeAt = ({ content, spanner }: Position, consumed: Pt): ColumnsResume => ({
  kind: 'columns',
  content,
  spanner,
  consumed,
});

/** What comes next has no place here: the best break so far, or none. */
function endBefore(run: Run, at: Position, quality: number): LayoutResult {
  const { frame, space, parts, best } = run;
  if (best !== undefined && best.at.kind === 'columns') {
    return end(run, best.at, best, parts.slice(0, best.parts));
  }
  if (parts.length > 0) return end(run, at, { quality }, parts);
  // The edge above leaves no room: it stays here, the content begins the next page.
  if (space.offset === 0 && frame.topEdge > 0 && frame.isFirst) return end(run, at, { quality: LAST_RESORT }, []);
  return NOTHING;
}

function end(
  run: Run,
  at: Position,
  { quality, forced }: { readonly quality: number; readonly forced?: ForcedBreak | undefined },
  parts: readonly Part[],
): LayoutResult {
  const { box, frame, space } = run;
  const contentEnd = parts.reduce((most, part) => Math.max(most, part.bottom), frame.topEdge);
  const height = cutHeight(frame, contentEnd, run.pageEnd);
  return {
    fragment: fragmentOf(run, parts, height, false),
    resume: resumeAt(at, frame.consumed + height),
    breakQuality: quality + insidePenalty(box.element.style, space.fragmentainer),
    forced,
  };
}

/** After all of the content: the bottom edge, and what of a height of its own does not fit. */
function finish(run: Run): LayoutResult {
  const { box, frame, space, parts } = run;
  const contentEnd = Math.max(run.y + strutSize(run.strut), lonelyMarkerEnd(run));
  const height = heightLeft(frame, contentEnd);
  if (height <= run.pageEnd + TOLERANCE) return whole(run, height);
  const isStretched = height > contentEnd + frame.bottomEdge + TOLERANCE;
  const hasRoom = run.y <= run.pageEnd + TOLERANCE && run.pageEnd > TOLERANCE;
  const inStretch = { at: resumeAt(DONE, 0), quality: isStretched ? 0 : LAST_RESORT, parts: parts.length };
  const chosen =
    hasRoom && (isStretched || parts.length > 0 || space.offset === 0) ? betterBreak(run.best, inStretch) : run.best;
  if (chosen === inStretch) return end(run, DONE, inStretch, parts);
  if (run.best?.at.kind === 'columns') return end(run, run.best.at, run.best, parts.slice(0, run.best.parts));
  return space.offset > 0
    ? NOTHING
    : { ...whole(run, height), breakQuality: insidePenalty(box.element.style, space.fragmentainer) };
}

const DONE: Position = { content: 'done', spanner: undefined };

/** An item without lines has at least the height of its marker. */
function lonelyMarkerEnd({ box, frame, space, context, parts }: Run): Pt {
  const hasLine = parts.some(({ fragments }) => fragments.some(({ firstBaseline }) => firstBaseline !== undefined));
  return box.marker === undefined || hasLine ? 0 : markerEnd(frame, space, context);
}

function whole(run: Run, height: Pt): LayoutResult {
  const fragment = fragmentOf(run, run.parts, height, true);
  return { fragment, resume: undefined, breakQuality: 0, earlier: earlierBreak(run) };
}

/**
 * A break inside the container, should what follows need company: the columns end a little above the end of their
 * content, so that the last of it goes on.
 */
function earlierBreak(run: Run): LayoutResult['earlier'] {
  const { box, space, context, frame, parts } = run;
  const last = parts[parts.length - 1];
  const isPage = space.fragmentainer === undefined || space.fragmentainer === 'page';
  if (!isPage || space.blockLeft === Number.POSITIVE_INFINITY || space.stopAt !== undefined) return undefined;
  if (last === undefined || !frame.isFirst) return undefined;
  const at: ColumnsResume = {
    ...resumeAt({ content: 'waiting', spanner: undefined }, 0),
    limit: last.bottom - STEP_BACK,
  };
  const { fragment, resume, breakQuality, forced } = layoutColumns(box, { ...space, stopAt: at }, context, undefined);
  // Where a forced break ends the row, its columns stand beside each other and are not cut.
  if (fragment === undefined || resume === undefined || forced !== undefined) return undefined;
  return { at, quality: breakQuality };
}

const STEP_BACK: Pt = 4 * TOLERANCE;

function fragmentOf(run: Run, parts: readonly Part[], height: Pt, isLast: boolean): Fragment {
  const { frame } = run;
  const children = parts.flatMap(({ fragments }) => fragments);
  const baselines = (which: 'firstBaseline' | 'lastBaseline'): readonly Pt[] =>
    children.flatMap((child) => (child[which] === undefined ? [] : [child.rect.y + child[which]]));
  const first = baselines('firstBaseline');
  const last = baselines('lastBaseline');
  const fragment = closeFrame(
    frame,
    {
      children,
      lines: [],
      atoms: [],
      waiting: [],
      firstBaseline: first.length === 0 ? undefined : Math.min(...first),
      lastBaseline: last.length === 0 ? undefined : Math.max(...last),
    },
    height,
    isLast,
  );
  const columnRules = parts.flatMap(({ rules }) => rules);
  const ruled = columnRules.length === 0 ? fragment : { ...fragment, columnRules };
  return addMarker(ruled, frame, run.space, run.context);
}
