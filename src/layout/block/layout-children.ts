import type { Pt } from '../../base/units.ts';
import { resolveLength } from '../box-geometry.ts';
import { flowOf, isInFlow } from '../boxes/flow-of.ts';
import { isSpanner } from '../columns/spanner.ts';
import { clearsInNextColumn } from '../float/exclusions.ts';
import type { BlockBox, Box, Fragment, LayoutResult, Resume, Space, WaitingBox } from '../types.ts';
import type { BlockContext } from './block-context.ts';
import {
  type BreakCandidate,
  betterBreak,
  breakBehind,
  breakBetween,
  FORCED,
  insideQuality,
  isColumn,
  LAST_RESORT,
  TOLERANCE,
} from './break-rules.ts';
import { hasClearInFront, strutBeforeClear } from './clear-in-front.ts';
import {
  addFloatChild,
  carriedByRoot,
  clearedTop,
  endOfFloats,
  type FloatFlow,
  floatSpace,
  floatsAfter,
  lineRoom,
  openFloatFlow,
  passChild,
  rewind,
  withFloats,
} from './float-flow.ts';
import { leastShortage, openFloats, worstQuality } from './float-frame.ts';
import { closeFrame, cutHeight, type Frame, heightLeft, insideFrame, isUnlimited, openFrame } from './frame.ts';
import { addMarker, markerEnd } from './list-marker.ts';
import {
  collapsesThrough,
  isFormattingRoot,
  joinStruts,
  joinsFirstChild,
  joinsLastChild,
  NO_STRUT,
  type Strut,
  strutAfter,
  strutBefore,
  strutSize,
} from './margins.ts';
import { besideFloats } from './root-beside-floats.ts';

/** A child in its place, with what is needed to lay it out again up to an earlier break. */
interface Placed {
  readonly index: number;
  readonly fragment: Fragment;
  readonly top: Pt;
  readonly space: Space;
  readonly inner: Resume | undefined;
  /** Of the border box, where floats decide it. */
  readonly x: Pt | undefined;
}

/** Where the fragment stands so far. y counts from the top of the border box of this fragment. */
interface Flow {
  readonly box: BlockBox;
  readonly frame: Frame;
  readonly space: Space;
  readonly context: BlockContext;
  readonly placed: Placed[];
  readonly floats: FloatFlow | undefined;
  /** The last child is empty and stands below floats that it clears. */
  endsCleared: boolean;
  /** Bottom border edge of the last box with a height, or the content edge. */
  edge: Pt;
  /** Margins since then. */
  strut: Strut;
  /** Nothing with a height yet, and the margins so far are part of the box's own. */
  isCollapsed: boolean;
  /** Nothing with a height yet behind a break that nobody asked for: margins are cut. CSS Fragmentation 3, section 5.2. */
  cutsMargins: boolean;
  best: BreakCandidate | undefined;
  /** Of what has ended the fragment: `LayoutResult`. */
  shortage: Pt | undefined;
  /** Absolutely positioned children so far, with their index. */
  waiting: readonly (WaitingBox & { readonly index: number })[];
}

const START = { x: 0, y: 0 };
const NOTHING: LayoutResult = { fragment: undefined, resume: undefined, breakQuality: 0 };

/** A block container with block-level content: CSS 2.2, sections 8.3.1, 9.4.1 and 10.6; CSS Fragmentation 3, section 4. */
export function layoutChildren(
  box: BlockBox,
  space: Space,
  context: BlockContext,
  resume: Resume | undefined,
): LayoutResult {
  const frame = openFrame(box, space, context, resume);
  const flow: Flow = {
    box,
    frame,
    space,
    context,
    placed: [],
    endsCleared: false,
    floats: openFloatFlow(openFloats(frame, space, context, resume)),
    edge: frame.topEdge,
    strut: NO_STRUT,
    isCollapsed: frame.isFirst && !frame.isRoot && joinsFirstChild(box, space),
    cutsMargins: isUnasked(resume),
    best: undefined,
    shortage: undefined,
    waiting: [],
  };
  let from = resume?.kind === 'children' ? resume : undefined;
  for (let index = from?.index ?? 0; index < box.children.length; index++) {
    const end = addChild(flow, index, from);
    if (isInFlow(box.children[index]!)) from = undefined; // index < children.length
    if (end !== undefined) return end;
  }
  return finish(flow);
}

/** Whether the break before is none that a box has asked for. */
const isUnasked = (resume: Resume | undefined): boolean =>
  resume?.kind === 'children' && (resume.inner === undefined ? resume.keepsMargins !== true : isUnasked(resume.inner));

const canBreak = (flow: Flow): boolean => flow.space.blockLeft !== Number.POSITIVE_INFINITY;

/** Adds one child; a result when the fragment ends before or inside it. */
function addChild(
  flow: Flow,
  index: number,
  from: Extract<Resume, { kind: 'children' }> | undefined,
): LayoutResult | undefined {
  const { box, space } = flow;
  const child = box.children[index]!; // index < children.length
  const before = isInFlow(child) ? undefined : breakBeforeLoose(flow, index);
  if (before !== undefined) return cut(flow, before);
  if (flowOf(child) === 'absolute') {
    flow.waiting = [...flow.waiting, waitingHere(flow, child, index)];
    return undefined;
  }
  const stop = space.stopAt?.kind === 'children' ? space.stopAt : undefined;
  if (stop?.index === index && stop.inner === undefined) return cut(flow, { at: stop, quality: 0 });
  if (flowOf(child) === 'float') return addFloat(flow, child, index);
  if (space.stopsAtSpanners === true && isSpanner(child)) {
    const at: Resume = { kind: 'children', index, inner: undefined };
    // Floats that go on stand before it: as in browsers, it waits for the column that they end in.
    const waits = flow.floats?.state.exclusions.some(({ goesOn }) => goesOn !== undefined) === true;
    return end(flow, { at, quality: FORCED, ...(waits ? { forced: 'column' } : { atSpanner: true }) }, flow.placed);
  }
  if (flow.placed.length > 0 && canBreak(flow)) {
    const previous = previousInFlow(box, index) ?? child; // something is placed before
    const { forced, cost } = breakBetween(previous, child, space.fragmentainer);
    const at: Resume = { kind: 'children', index, inner: undefined };
    if (forced !== undefined) return cut(flow, { at, quality: FORCED, forced });
    flow.best = betterBreak(flow.best, { at, quality: cost });
  }
  const inner = from?.inner;
  const innerStop = stop?.index === index ? stop.inner : undefined;
  const inColumn = isColumn(space.fragmentainer);
  const followsBreak = inColumn && from !== undefined && inner === undefined;
  const isFirst = isFirstOnPage(flow);
  const isAtTop = (y: Pt): boolean => (inColumn ? isTopOfColumn(flow, y) : isFirst && y <= 0);
  const uncleared = topOf(flow, child, from);
  const gap = inner === undefined ? clearedTop(flow.floats, child, uncleared) : uncleared;
  const spaceAt = (y: Pt): Space => spaceOf(flow, child, y, { isFirst: isAtTop(y), stopAt: innerStop, followsBreak });
  const beside = besideFloats(flow.floats, child, gap, (y, forcedWidth) => {
    const space: Space = { ...spaceAt(y), forcedWidth };
    return { space, result: flow.context.layoutBox(child, space, inner) };
  });
  let top = beside?.top ?? gap;
  let childSpace = beside?.space ?? spaceAt(top);
  let result = beside?.result ?? flow.context.layoutBox(child, childSpace, inner);
  flow.shortage = shortageOf(flow, top, result);
  if (inColumn && canBreak(flow)) {
    const isPushed = top > uncleared;
    const stop = endInColumn(flow, { at: { kind: 'children', index, inner }, top, isPushed }, child, result);
    if (stop !== undefined) return stop;
  } else if (isFirst && top > 0 && !fits(flow, top, result)) {
    // Class C of CSS Fragmentation 3, section 4.1: the gap above stays here, with floats that make it, and the child
    // begins the next page.
    if (from === undefined || top > uncleared)
      return end(flow, { at: { kind: 'children', index, inner }, quality: LAST_RESORT }, []);
    top = flow.edge;
    childSpace = spaceOf(flow, child, top, { isFirst: true, stopAt: innerStop });
    result = flow.context.layoutBox(child, childSpace, inner);
    flow.shortage = shortageOf(flow, top, result);
  }
  const { fragment } = result;
  if (fragment === undefined || (!inColumn && !isFirst && !fits(flow, top, result))) {
    return flow.best === undefined ? { ...NOTHING, shortage: flow.shortage } : cut(flow, flow.best);
  }
  const placed: Placed = { index, fragment, top, space: childSpace, inner, x: beside?.x };
  if (flow.floats !== undefined) passChild(flow.floats, index, result);
  if (result.resume !== undefined) {
    const here: BreakCandidate = {
      at: { kind: 'children', index, inner: result.resume },
      quality: result.breakQuality,
      forced: result.forced,
      atSpanner: result.atSpanner,
    };
    const chosen = inColumn && isAtTop(top) ? here : (betterBreak(flow.best, here) ?? here);
    if (chosen !== here) return cut(flow, earlierCut(flow, chosen, index));
    flow.placed.push(placed);
    return end(flow, here, flow.placed);
  }
  flow.placed.push(placed);
  // As in browsers, no break is sought between columns in what has begun in another one.
  if (result.earlier !== undefined && !(inColumn && inner !== undefined)) {
    const at: Resume = { kind: 'children', index, inner: result.earlier.at };
    flow.best = betterBreak(flow.best, { at, quality: result.earlier.quality });
  }
  advance(flow, child, { top, isCleared: top > uncleared }, fragment);
  return undefined;
}

/** Nothing is before a child at `y`, so that it must take something. */
const isTopOfColumn = ({ space }: Flow, y: Pt): boolean => space.offset === 0 && y <= TOLERANCE;

/**
 * Between columns a box that begins before a break is there with no content, as in browsers, where nothing better is
 * found. A result when the column ends before the child; what is cut inside it is weighed later.
 */
function endInColumn(
  flow: Flow,
  { at, top, isPushed }: { readonly at: ChildrenResume; readonly top: Pt; readonly isPushed: boolean },
  child: Box,
  result: LayoutResult,
): LayoutResult | undefined {
  const { space, frame, placed, floats } = flow;
  const isResumed = at.inner !== undefined;
  const { clear } = child.element.style;
  const mustClear =
    !isResumed && !child.anonymous && floats !== undefined && clearsInNextColumn(floats.state.exclusions, clear);
  // A gap that floats make is a break opportunity (class C).
  if (isPushed && placed.length === 0) flow.best = betterBreak(flow.best, { at, quality: 0 });
  const isThere = isResumed || isTopOfColumn(flow, top);
  const { fragment, resume, breakQuality, carried = [] } = result;
  if (!mustClear) {
    if (isThere && fragment !== undefined) return undefined;
    const isWorse = resume === undefined && carried.length > 0 && (flow.best?.quality ?? LAST_RESORT) < breakQuality;
    if (beginsInColumn(space.blockLeft - top, result) && !isWorse) return undefined;
  }
  if (fragment !== undefined) flow.shortage = result.shortage ?? top + fragment.rect.height - space.blockLeft;
  if (flow.best !== undefined) return cut(flow, earlierCut(flow, flow.best, at.index));
  if (frame.isRoot && !isTopOfColumn(flow, 0)) return { ...NOTHING, shortage: flow.shortage };
  return end(flow, { at, quality: LAST_RESORT }, placed);
}

/** `left`: of the column below the top of the box. */
function beginsInColumn(left: Pt, { fragment, resume, atSpanner }: LayoutResult): boolean {
  if (fragment === undefined || left < -TOLERANCE) return false;
  const isCut = resume !== undefined && atSpanner !== true;
  return isCut ? left > TOLERANCE : fragment.rect.height <= left + TOLERANCE;
}

/** A break that was found before. Between columns that is taken without regret, as in browsers. */
function earlierCut({ space }: Flow, best: BreakCandidate, index: number): BreakCandidate {
  const isBefore = best.at.kind === 'children' && best.at.index === index && best.at.inner === undefined;
  return isBefore || !isColumn(space.fragmentainer) ? best : { ...best, quality: 0 };
}

type ChildrenResume = Extract<Resume, { kind: 'children' }>;

/** A float among the children does not move the flow on. It goes to the next page before the children that follow it. */
function addFloat(flow: Flow, child: Box, index: number): LayoutResult | undefined {
  const { box, floats } = flow;
  if (floats === undefined) throw new Error('A float was not announced to its block formatting context');
  const top = flow.edge + (flow.isCollapsed ? 0 : strutSize(flow.strut));
  const follows = flow.placed.length > 0 || floats.marks.length > 0;
  const isMovable = !isColumn(flow.space.fragmentainer) && (follows || flow.space.offset > 0);
  if (addFloatChild(floats, child, { index, top }, isMovable)) return undefined;
  flow.shortage = leastShortage(flow.shortage, floats.state.shortage);
  if (!follows) return { ...NOTHING, shortage: flow.shortage };
  const previous = flow.placed.length > 0 ? previousInFlow(box, index) : undefined;
  const next = box.children.slice(index).find(isInFlow);
  const cost =
    previous === undefined || next === undefined ? 0 : breakBetween(previous, next, flow.space.fragmentainer).cost;
  const here: BreakCandidate = { at: { kind: 'children', index, inner: undefined }, quality: cost };
  return cut(flow, betterBreak(flow.best, here) ?? here);
}

/** What is out of the flow is in the column behind a forced break before it, as in browsers. */
function breakBeforeLoose({ box, placed, space }: Flow, index: number): BreakCandidate | undefined {
  const previous = placed.length > 0 && isColumn(space.fragmentainer) ? previousInFlow(box, index) : undefined;
  const forced = previous === undefined ? undefined : breakBehind(previous, space.fragmentainer);
  return forced && { at: { kind: 'children', index, inner: undefined }, quality: FORCED, forced };
}

function previousInFlow({ children }: BlockBox, index: number): Box | undefined {
  let at = index - 1;
  while (at >= 0 && !isInFlow(children[at]!)) at -= 1; // 0 <= at < length
  return children[at];
}

/**
 * Static position: CSS 2.2, section 10.6.4. As in browsers, margins that may still be the box's own do not count, and what
 * was inline begins where a line would, beside floats.
 */
function waitingHere(flow: Flow, box: Box, index: number): WaitingBox & { readonly index: number } {
  const { frame, floats } = flow;
  const y = flow.edge + (flow.isCollapsed ? 0 : strutSize(flow.strut));
  if (!box.element.style.isInlineLevel) return { box, index, at: { x: frame.contentLeft, y }, align: START };
  const { textAlign, textIndent } = flow.box.element.style;
  const share = { left: 0, justify: 0, center: 0.5, right: 1 }[textAlign];
  const indent = resolveLength(textIndent, frame.contentWidth);
  const { start, width } = floats === undefined ? { start: 0, width: frame.contentWidth } : lineRoom(floats, y);
  return { box, index, at: { x: frame.contentLeft + indent + start + share * width, y }, align: START };
}

/** Whether something of a child fits here: part of it, or the whole of it. */
function fits(flow: Flow, top: Pt, { fragment, resume }: LayoutResult): boolean {
  if (fragment === undefined) return false;
  return !canBreak(flow) || resume !== undefined || top + fragment.rect.height <= flow.space.blockLeft + TOLERANCE;
}

/** `LayoutResult`: of the piece of a child that did not fit. */
function shortageOf({ space }: Flow, top: Pt, { fragment, resume, shortage }: LayoutResult): Pt | undefined {
  if (fragment === undefined || resume !== undefined) return shortage;
  const missing = top + fragment.rect.height - space.blockLeft;
  return missing > 0 ? missing : undefined;
}

const isFirstOnPage = (flow: Flow): boolean => flow.space.offset === 0 && flow.placed.length === 0;

interface ChildPlace {
  readonly isFirst: boolean;
  readonly stopAt: Resume | undefined;
  readonly followsBreak?: boolean;
}

function spaceOf(flow: Flow, child: Box, top: Pt, { isFirst, stopAt, followsBreak }: ChildPlace): Space {
  const { frame, space } = flow;
  return {
    inlineSize: frame.contentWidth,
    blockSize: frame.definiteHeight,
    blockLeft: space.blockLeft - top,
    offset: isFirst ? 0 : Math.max(space.offset + top, Number.MIN_VALUE),
    page: space.page,
    stopAt,
    fragmentainer: space.fragmentainer,
    stopsAtSpanners: space.stopsAtSpanners === true && !isFormattingRoot(child),
    floats: flow.floats === undefined ? undefined : floatSpace(flow.floats, top),
    followsBreak,
    columnHeight: space.formattingRoot === true && space.stopsAtSpanners === true ? space.blockLeft : undefined,
  };
}

/** Top border edge of a child: CSS 2.2, section 8.3.1; CSS Fragmentation 3, section 5.2 (margins at breaks). */
function topOf(flow: Flow, child: Box, from: Extract<Resume, { kind: 'children' }> | undefined): Pt {
  if (from?.inner !== undefined || flow.isCollapsed || flow.cutsMargins) return flow.edge;
  const margins = marginsBefore(flow, child);
  const top = flow.edge + strutSize(margins);
  // A box without height does not end the page: margins are cut there. A column it may end.
  return !isColumn(flow.space.fragmentainer) && collapsesThrough(child, insideFrame(flow.frame))
    ? Math.min(top, Math.max(flow.edge, flow.space.blockLeft))
    : top;
}

/** Margins above a child, those since the last box with a height among them. */
function marginsBefore({ frame, floats, strut, edge }: Flow, child: Box): Strut {
  return floats === undefined || !hasClearInFront(child)
    ? joinStruts(strut, strutBefore(child, insideFrame(frame)))
    : strutBeforeClear(child, insideFrame(frame), strut, {
        exclusions: floats.state.exclusions,
        edge: floats.frame.y + edge,
      });
}

function advance(
  flow: Flow,
  child: Box,
  { top, isCleared }: { readonly top: Pt; readonly isCleared: boolean },
  fragment: Fragment,
): void {
  // Nothing of it is left behind the break: its margins are cut with those of what follows.
  if (flow.cutsMargins && !fragment.isFirst && fragment.rect.height === 0) return;
  const inside = insideFrame(flow.frame);
  const after = strutAfter(child, inside, flow.context.resized);
  if (collapsesThrough(child, inside) && fragment.rect.height === 0) {
    if (isCleared) {
      // CSS 2.2, section 8.3.1: such margins join those of what follows, and not those of the parent.
      const before = strutBefore(child, inside);
      flow.isCollapsed = false;
      flow.edge = top - strutSize(before);
      flow.strut = joinStruts(before, after);
      flow.endsCleared = true;
    } else if (!flow.isCollapsed && !flow.cutsMargins) {
      flow.strut = joinStruts(joinStruts(flow.strut, strutBefore(child, inside)), after);
    }
    return;
  }
  flow.isCollapsed = false;
  flow.cutsMargins = false;
  flow.endsCleared = false;
  flow.edge = top + fragment.rect.height;
  flow.strut = after;
}

/** After the last child: the bottom edge, the height of the box, and what of it does not fit. */
function finish(flow: Flow): LayoutResult {
  const { box, frame, space, context } = flow;
  const trailing = frame.isRoot || flow.endsCleared || !joinsLastChild(box, space) ? strutSize(flow.strut) : 0;
  // A margin that meets the end of the page is cut there: CSS Fragmentation 3, section 5.2.
  const room = frame.bottomEdge === 0 ? Math.max(0, space.blockLeft - flow.edge) : Number.POSITIVE_INFINITY;
  const childrenEnd = Math.max(flow.edge + Math.min(trailing, room), endOfFloats(flow.floats, frame));
  const contentEnd = Math.max(childrenEnd, lonelyMarkerEnd(flow, flow.placed));
  const height = heightLeft(frame, contentEnd);
  const isStretched = height > contentEnd + frame.bottomEdge + TOLERANCE;
  const isCropped = height < contentEnd + frame.bottomEdge - TOLERANCE;
  if (isStretched || isCropped || flow.endsCleared) context.resized.add(box);
  else context.resized.delete(box);
  if (!canBreak(flow) || height <= space.blockLeft + TOLERANCE) return whole(flow, height);

  flow.shortage = height - space.blockLeft;
  const isEmpty = flow.placed.length === 0;
  const inStretch: BreakCandidate = {
    at: { kind: 'children', index: box.children.length, inner: undefined },
    quality: isStretched ? 0 : LAST_RESORT,
  };
  // Below its content a box that is higher may be cut anywhere (class C); its bottom edge only where nothing else helps.
  const hasRoom = flow.edge <= space.blockLeft + TOLERANCE && space.blockLeft > TOLERANCE;
  const chosen =
    hasRoom && (isStretched || !isEmpty || space.offset === 0) ? betterBreak(flow.best, inStretch) : flow.best;
  if (chosen !== undefined) return chosen === inStretch ? end(flow, inStretch, flow.placed) : cut(flow, chosen);
  return space.offset > 0 ? { ...NOTHING, shortage: flow.shortage } : whole(flow, height);
}

/** An item without lines has at least the height of its marker. */
function lonelyMarkerEnd({ box, frame, space, context }: Flow, placed: readonly Placed[]): Pt {
  if (box.marker === undefined || placed.some(({ fragment }) => fragment.firstBaseline !== undefined)) return 0;
  return markerEnd(frame, space, context);
}

function whole(flow: Flow, height: Pt): LayoutResult {
  const { box, space, best, frame } = flow;
  if (carriedByRoot(flow.floats, frame).length > 0) {
    const at: Resume = { kind: 'children', index: box.children.length, inner: undefined };
    return end(flow, { at, quality: 0 }, flow.placed);
  }
  const earlier =
    best === undefined
      ? undefined
      : { at: best.at, quality: insideQuality(best.quality, box.element.style, space.fragmentainer) };
  const fragment = fragmentOf(flow, flow.placed, height, true);
  const state = flow.floats?.state;
  const isCut = isColumn(space.fragmentainer) && state !== undefined && state.carried.length > 0;
  const breakQuality = isCut ? insideQuality(state.quality ?? 0, box.element.style, space.fragmentainer) : 0;
  const shortage = state?.shortage;
  return { fragment, resume: undefined, breakQuality, earlier, shortage, ...floatsAfter(flow.floats, frame) };
}

/** Ends the fragment at a break before what was placed last: later children go, the one that is cut is laid out again. */
function cut(flow: Flow, candidate: BreakCandidate): LayoutResult {
  const { at } = candidate;
  if (at.kind !== 'children') throw new Error('A break between children was expected');
  const kept = flow.placed.filter((one) => one.index < at.index);
  const split = flow.placed.find((one) => one.index === at.index);
  if (flow.floats !== undefined) rewind(flow.floats, at.index);
  if (at.inner === undefined || split === undefined) return end(flow, candidate, kept);
  const child = flow.box.children[at.index]!; // it was placed
  const result = flow.context.layoutBox(child, { ...split.space, stopAt: at.inner }, split.inner);
  if (result.fragment === undefined || result.resume === undefined) throw new Error('A break was not found again');
  if (flow.floats !== undefined) passChild(flow.floats, at.index, result);
  const quality = isColumn(flow.space.fragmentainer) ? result.breakQuality : candidate.quality;
  const here = { ...candidate, quality, at: { ...at, inner: result.resume } };
  return end(flow, here, [...kept, { ...split, fragment: result.fragment }]);
}

function end(flow: Flow, candidate: BreakCandidate, placed: readonly Placed[]): LayoutResult {
  const { frame, space, box } = flow;
  const { at } = candidate;
  if (at.kind !== 'children') throw new Error('A break between children was expected');
  const contentEnd = placed.reduce(
    (most, { top, fragment }) => Math.max(most, top + fragment.rect.height),
    frame.topEdge,
  );
  if (space.offset > 0 && lonelyMarkerEnd(flow, placed) > Math.max(0, space.blockLeft) + TOLERANCE) return NOTHING;
  const { atSpanner } = candidate;
  const isUncut = atSpanner === true || (candidate.forced !== undefined && isUnlimited(space.blockLeft));
  const bottom = isUncut ? endBeforeBreak(flow, contentEnd) : contentEnd;
  const height = atSpanner === true ? bottom : cutHeight(frame, bottom, space.blockLeft);
  const waiting = flow.waiting.filter(({ index }) => index < at.index);
  // What would begin below the last of the page goes to the next one with what follows it.
  const carried =
    at.inner === undefined && atSpanner !== true ? waiting.filter((one) => isCarried(flow, one, at.index)) : [];
  const kept = carried.length === 0 ? waiting : waiting.filter((one) => !carried.includes(one));
  const floats = carriedByRoot(flow.floats, frame);
  const resume: Resume = {
    ...at,
    index: carried[0]?.index ?? at.index,
    consumed: frame.consumed + height,
    ...(candidate.forced === undefined ? {} : { keepsMargins: true }),
    ...(floats.length === 0 ? {} : { floats }),
  };
  const cost = worstQuality(candidate.quality, flow.floats?.state.quality);
  const quality = candidate.quality === FORCED ? FORCED : insideQuality(cost, box.element.style, space.fragmentainer);
  return {
    fragment: fragmentOf({ ...flow, waiting: kept }, placed, height, false),
    resume,
    breakQuality: quality,
    forced: candidate.forced,
    atSpanner,
    shortage: leastShortage(flow.shortage, flow.floats?.state.shortage),
    ...floatsAfter(flow.floats, frame),
  };
}

/**
 * The margin below the content before a spanner, or a forced break where nothing else cuts, counts where the box keeps
 * it inside, as far as there is room.
 */
function endBeforeBreak({ box, edge, strut, frame, space, floats }: Flow, contentEnd: Pt): Pt {
  const trailing =
    frame.isRoot || !joinsLastChild(box, space) ? Math.min(strutSize(strut), Math.max(0, space.blockLeft - edge)) : 0;
  return Math.max(contentEnd, edge + trailing, endOfFloats(floats, frame));
}

function isCarried({ box, space }: Flow, { index, at }: Flow['waiting'][number], end: number): boolean {
  return (
    at.y >= space.blockLeft - TOLERANCE && box.children.slice(index + 1, end).every((one) => flowOf(one) === 'absolute')
  );
}

function fragmentOf(flow: Flow, placed: readonly Placed[], height: Pt, isLast: boolean): Fragment {
  const { frame } = flow;
  const inFlow = placed.map(({ fragment, top, x = frame.contentLeft + fragment.margin.left }): Fragment => {
    return { ...fragment, rect: { ...fragment.rect, x, y: top } };
  });
  const baseline = (one: Fragment | undefined, which: 'firstBaseline' | 'lastBaseline'): Pt | undefined =>
    one === undefined || one[which] === undefined ? undefined : one.rect.y + one[which];
  const first = inFlow.find((one) => one.firstBaseline !== undefined);
  const last = inFlow.findLast((one) => one.lastBaseline !== undefined);
  const fragment = closeFrame(
    frame,
    {
      children: flow.floats === undefined ? inFlow : withFloats(flow.floats, inFlow, placed),
      lines: [],
      atoms: [],
      waiting: flow.waiting,
      firstBaseline: baseline(first, 'firstBaseline'),
      lastBaseline: baseline(last, 'lastBaseline'),
    },
    height,
    isLast,
  );
  return addMarker(fragment, frame, flow.space, flow.context);
}
