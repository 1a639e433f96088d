import type { Pt } from '../../base/units.ts';
import type { Line, LineToken } from '../../text/types.ts';
import { floatsEnd } from '../float/exclusions.ts';
import { floatsOf, initialLetterOf } from '../float/holds-floats.ts';
import { waitingInLines } from '../inline/waiting-in-lines.ts';
import type { BreakQuality, CarriedFloat, Fragment, LayoutResult, ParagraphBox, Resume, Space } from '../types.ts';
import type { BlockContext, LineSpace, ParagraphLines } from './block-context.ts';
import {
  type BreakCandidate,
  FEW_ORPHANS,
  FEW_WIDOWS,
  HYPHEN_LEFT,
  insideQuality,
  isColumn,
  LAST_RESORT,
  TOLERANCE,
} from './break-rules.ts';
import { type FloatFrame, floatChildren, leastShortage, openFloats } from './float-frame.ts';
import { closeFrame, cutHeight, type Frame, heightLeft, openFrame } from './frame.ts';
import { type LineFloats, type LinesAmongFloats, linesAmongFloats } from './lines-beside-floats.ts';
import { addMarker } from './list-marker.ts';
import { linesFrom } from './paragraph-lines.ts';

/** A block container with inline content: broken between lines (class B of CSS Fragmentation 3, section 4.1). */
export function layoutLines(
  box: ParagraphBox,
  space: Space,
  context: BlockContext,
  resume: Resume | undefined,
): LayoutResult {
  const frame = openFrame(box, space, context, resume);
  const at = { inlineSize: frame.contentWidth, blockSize: frame.definiteHeight, page: space.page };
  const floats = openFloats(frame, space, context, resume);
  const among = floats === undefined ? undefined : amongFloats({ box, frame, resume, at, floats }, context);
  const content =
    among ?? (resume?.kind === 'children' ? NO_LINES : linesFrom(box.inline, tokenOf(resume), at, context));
  const done = resume?.kind === 'lines' ? resume.line : 0;
  const from = tokenOf(resume) ?? FIRST_LINE;
  const placedFloats = placedBefore(resume);
  const after = among?.after;
  const least = among?.least ?? 0;
  const scene: LineScene = { box, frame, space, content, done, from, placedFloats, context, floats, after, least };

  const stop = space.stopAt?.kind === 'lines' ? space.stopAt.line - done : undefined;
  if (stop !== undefined) {
    // The break was found where the lines fit; a try at another height, such as below a margin, gives nothing again.
    const isThere = space.offset === 0 || stop <= fittingLines(scene, space.blockLeft - frame.topEdge);
    return isThere ? cutAtStop(scene, stop) : { fragment: undefined, resume: undefined, breakQuality: 0 };
  }
  const total = content.lines.length;
  const linesEnd = contentEnd(scene, total);
  const height = heightLeft(frame, linesEnd);
  if (linesEnd <= space.blockLeft + TOLERANCE && among?.after[total]?.isBlocked !== true) {
    if (height <= space.blockLeft + TOLERANCE) return whole(scene, height);
    const isStretched = height > linesEnd + frame.bottomEdge + TOLERANCE;
    if (isStretched && space.blockLeft > TOLERANCE) return cutBelow(scene);
  }
  const fitting = Math.min(fittingLines(scene, space.blockLeft - frame.topEdge), total - 1);
  const shortage = leastShortage(shortageAfter(scene, fitting, height), scene.after?.[fitting]?.shortage);
  if (fitting >= 1) {
    const cut = bestCut(scene, fitting);
    return { ...cutAt(cut.count === fitting ? withFloatsOf(scene, fitting) : scene, cut), shortage };
  }
  const first = content.lines[0];
  if (space.offset > 0) {
    // Between columns the box begins here all the same, when nothing better is found before it.
    if (!isColumn(space.fragmentainer) || first === undefined || space.blockLeft <= TOLERANCE)
      return { fragment: undefined, resume: undefined, breakQuality: 0, shortage };
    return { ...cutAt(withFloatsOf(scene, 0), { count: 0, quality: pushedQuality(first) }), shortage };
  }
  const above = first === undefined ? 0 : frame.topEdge + first.top;
  // The edge above or floats leave no room for a line: they stay here, the lines begin the next page.
  if (first !== undefined && above > 0 && above + first.height > space.blockLeft + TOLERANCE) {
    return { ...cutAt(withFirstFloats(scene), { count: 0, quality: pushedQuality(first) }), shortage };
  }
  return total > 1 ? { ...cutAt(scene, bestCut(scene, 1)), shortage } : whole(scene, height);
}

/** Floats of the first line stay where they are when it finds no room below them. */
function withFirstFloats(scene: LineScene): LineScene {
  const first = scene.after?.[1];
  return first === undefined ? scene : { ...scene, after: [first] };
}

/**
 * As in browsers, a line that its own floats move down leaves them in the column that it finds no room in. `count`: lines
 * before it.
 */
function withFloatsOf(scene: LineScene, count: number): LineScene {
  const { space, content, after } = scene;
  const next = after?.[count + 1];
  const line = content.lines[count];
  if (after === undefined || next === undefined || line === undefined || !isColumn(space.fragmentainer)) return scene;
  const isPushed = line.top > linesHeight(content.lines.slice(0, count)) + TOLERANCE;
  return isPushed ? { ...scene, after: after.with(count, next) } : scene;
}

/** Of the next line, or of the bottom edge below the last one: `LayoutResult`. */
function shortageAfter({ frame, content, space, after }: LineScene, count: number, height: Pt): Pt {
  const blocked = after?.[count + 1];
  if (blocked?.isBlocked === true && blocked.shortage !== undefined) return blocked.shortage;
  // As in browsers, a line asks for what a float in it asks for.
  if (isColumn(space.fragmentainer) && blocked?.lineShortage !== undefined) return blocked.lineShortage;
  const next = content.lines[count];
  const missing = next === undefined ? 0 : frame.topEdge + next.top + next.height - space.blockLeft;
  return missing > 0 ? missing : height - space.blockLeft;
}

const NO_LINES: ParagraphLines = { lines: [], atoms: new Map() };
const tokenOf = (resume: Resume | undefined): LineToken | undefined =>
  resume?.kind === 'lines' ? resume.token : undefined;

const placedBefore = (resume: Resume | undefined): number =>
  resume?.kind === 'lines' ? (resume.placedFloats ?? 0) : 0;

const FIRST_LINE: LineToken = { item: 0, offset: 0, line: 0 };

interface LineScene {
  readonly box: ParagraphBox;
  readonly frame: Frame;
  readonly space: Space;
  readonly content: ParagraphLines;
  /** Lines in fragments before this one. */
  readonly done: number;
  readonly from: LineToken;
  readonly placedFloats: number;
  readonly context: BlockContext;
  readonly floats: FloatFrame | undefined;
  /** Of the floats: what belongs to so many lines. */
  readonly after: readonly LineFloats[] | undefined;
  /** Of the lines together. */
  readonly least: Pt;
}

/** The lines among floats; `undefined` where no float is beside them, so that they are as anywhere. */
function amongFloats(
  {
    box,
    frame,
    resume,
    at,
    floats,
  }: {
    readonly box: ParagraphBox;
    readonly frame: Frame;
    readonly resume: Resume | undefined;
    readonly at: LineSpace;
    readonly floats: FloatFrame;
  },
  context: BlockContext,
): LinesAmongFloats | undefined {
  const { exclusions, fragments, carried } = floats.before;
  const top = floats.y + frame.topEdge;
  if (resume?.kind === 'children') {
    const only = { done: 0, fragments, exclusions, carried, isBlocked: false };
    return { ...NO_LINES, after: [only], least: 0 };
  }
  const placedFloats = placedBefore(resume);
  const hasLetter = resume === undefined && initialLetterOf(box) !== undefined;
  const isBeside = hasLetter || floatsEnd(exclusions) > top || placedFloats < floatsOf(box).length;
  if (!isBeside && fragments.length === 0 && carried.length === 0) return undefined;
  const scene = { ...floats.scene, top, before: floats.before, at };
  return linesAmongFloats(box, { token: tokenOf(resume), placedFloats }, scene, context);
}

/** Below so many lines; a block formatting context goes on to the end of its floats: CSS 2.2, section 10.6.7. */
function contentEnd({ frame, content, floats, after, least }: LineScene, count: number): Pt {
  const linesEnd = frame.topEdge + Math.max(linesHeight(content.lines.slice(0, count)), least);
  const exclusions = after?.[count]?.exclusions;
  if (!frame.isRoot || floats === undefined || exclusions === undefined) return linesEnd;
  return Math.max(linesEnd, floatsEnd(exclusions) - floats.y);
}

function linesHeight(lines: readonly Line[]): Pt {
  const last = lines[lines.length - 1];
  return last === undefined ? 0 : last.top + last.height;
}

function fittingLines({ content, after }: LineScene, room: Pt): number {
  let count = 0;
  for (const line of content.lines) {
    if (line.top + line.height > room + TOLERANCE || after?.[count + 1]?.isBlocked === true) break;
    count++;
  }
  return count;
}

/** Cost of a break after `count` of the lines of this fragment. CSS Fragmentation 3, section 3.3. */
function costAfter({ box, content }: LineScene, count: number): number {
  const { orphans, widows } = box.element.style;
  const rest = content.lines.length - count;
  return (count < orphans ? FEW_ORPHANS : 0) + (rest < widows ? FEW_WIDOWS : 0);
}

/** A break below so many lines. */
interface LineCut {
  readonly count: number;
  readonly quality: BreakQuality;
}

/** Where to break when at most `fitting` of the lines find room. */
function bestCut(scene: LineScene, fitting: number): LineCut {
  if (isColumn(scene.space.fragmentainer)) return withoutHyphen(scene, columnCut(scene, fitting));
  const count = bestCount(scene, fitting);
  return withoutHyphen(scene, { count, quality: costAfter(scene, count) });
}

/** Lines that a cut may move up so that none ends with a hyphen. */
const MOST_GIVEN_UP = 3;

/** `hyphenate-limit-last`, CSS Text 4, section 6.3: where nothing else is worse for it, fewer lines are taken. */
function withoutHyphen(scene: LineScene, cut: LineCut): LineCut {
  const { lines } = scene.content;
  if (lines[cut.count - 1]?.isHyphenated !== true || !limitsLast(scene)) return cut;
  const cost = costAfter(scene, cut.count);
  for (let count = cut.count - 1; count >= 1 && count >= cut.count - MOST_GIVEN_UP; count -= 1) {
    if (lines[count - 1]?.isHyphenated === false && costAfter(scene, count) <= cost) return { ...cut, count };
  }
  return { ...cut, quality: Math.max(cut.quality, HYPHEN_LEFT) };
}

function limitsLast({ box, space }: LineScene): boolean {
  const { hyphenateLimitLast } = box.element.style;
  if (hyphenateLimitLast === 'none') return false;
  return hyphenateLimitLast !== 'page' || !isColumn(space.fragmentainer) || space.fragmentainer === 'last-column';
}

/**
 * Between columns as in browsers: what is too short for its `widows` is cut against them, but the lines behind a break
 * are the `widows` of that.
 */
function columnCut({ box, frame, content, space }: LineScene, fitting: number): LineCut {
  const { orphans, widows } = box.element.style;
  const total = content.lines.length;
  const isBegun = !frame.isFirst || space.followsBreak === true;
  if (fitting < (isBegun ? Math.max(orphans, widows) : orphans)) return { count: fitting, quality: FEW_ORPHANS };
  const count = total - fitting >= widows ? fitting : Math.max(total - widows, Math.min(total, orphans));
  return { count, quality: 0 };
}

/** Where all lines find room, the best break between them, should what follows need company. */
function bestCutOfWhole(scene: LineScene): LineCut {
  const { orphans, widows } = scene.box.element.style;
  const total = scene.content.lines.length;
  if (!isColumn(scene.space.fragmentainer)) return bestCut(scene, total - 1);
  const count = Math.max(total - widows, Math.min(total - 1, orphans));
  const isGood = count >= orphans && total - count >= widows;
  return isGood ? { count, quality: 0 } : { count: total - 1, quality: FEW_ORPHANS };
}

/** How many of at most `fitting` lines to take: the least cost, then the most lines. */
function bestCount(scene: LineScene, fitting: number): number {
  const { orphans, widows } = scene.box.element.style;
  const allowed = Math.min(fitting, scene.content.lines.length - widows);
  if (allowed >= orphans && allowed >= 1) return allowed;
  let best = fitting;
  // Only the last `widows` places can cost differently; nothing below `orphans` costs less.
  for (let count = fitting - 1; count >= 1 && count >= fitting - widows; count--) {
    if (costAfter(scene, count) < costAfter(scene, best)) best = count;
  }
  return best;
}

function whole(scene: LineScene, height: Pt): LayoutResult {
  const { box, space, frame, after } = scene;
  const total = scene.content.lines.length;
  if (frame.isRoot && (after?.[total]?.carried.length ?? 0) > 0) return cutBelow(scene);
  const fragment = lineFragment(scene, scene.content.lines, height, true);
  const canBreak = space.blockLeft !== Number.POSITIVE_INFINITY && total > 1;
  if (!canBreak) return { fragment, resume: undefined, breakQuality: 0, ...floatsAfter(scene, total) };
  const { count, quality } = bestCutOfWhole(scene);
  const at = resumeAfter(scene, count, 0);
  const earlier: BreakCandidate | undefined =
    at === undefined ? undefined : { at, quality: insideQuality(quality, box.element.style, space.fragmentainer) };
  return { fragment, resume: undefined, breakQuality: 0, earlier, ...floatsAfter(scene, total) };
}

/** What the boxes around must know of the floats. */
function floatsAfter(
  { frame, after }: LineScene,
  count: number,
): Pick<LayoutResult, 'exclusions' | 'carried' | 'shortage'> {
  const state = frame.isRoot ? undefined : after?.[count];
  return state === undefined
    ? NO_FLOATS
    : { exclusions: state.exclusions, carried: state.carried, shortage: state.shortage };
}

const NO_FLOATS = {};

function resumeAfter(scene: LineScene, count: number, consumed: Pt): Resume | undefined {
  const token = count === 0 ? scene.from : scene.content.lines[count - 1]?.next;
  if (token === undefined) return undefined;
  const resume: Resume = { kind: 'lines', token, line: scene.done + count, consumed };
  const placedFloats = scene.after?.[count]?.done ?? scene.placedFloats;
  return placedFloats === 0 ? resume : { ...resume, placedFloats, ...carriedByRoot(scene, count) };
}

/** A block formatting context keeps the floats that go on: it is not done before they are. */
function carriedByRoot({ frame, after }: LineScene, count: number): { readonly floats?: readonly CarriedFloat[] } {
  const carried = frame.isRoot ? (after?.[count]?.carried ?? []) : [];
  return carried.length === 0 ? {} : { floats: carried };
}

/** Before the first line: a break opportunity where floats have moved it down (class C). */
const pushedQuality = (first: Line): BreakQuality => (first.top > 0 ? 0 : LAST_RESORT);

/** At a break that was found before. In columns that is taken without regret, as in browsers. */
function cutAtStop(scene: LineScene, count: number): LayoutResult {
  return cutAt(scene, { count, quality: isColumn(scene.space.fragmentainer) ? 0 : costAfter(scene, count) });
}

function cutAt(scene: LineScene, { count, quality }: LineCut): LayoutResult {
  const { box, frame, space } = scene;
  const lines = scene.content.lines.slice(0, count);
  const height = cutHeight(frame, contentEnd(scene, count), space.blockLeft);
  const resume = resumeAfter(scene, count, frame.consumed + height);
  if (resume === undefined) throw new Error('A paragraph was cut where it has no line left');
  return {
    fragment: lineFragment(scene, lines, height, false),
    resume,
    ...floatsAfter(scene, count),
    breakQuality: insideQuality(quality, box.element.style, space.fragmentainer),
  };
}

/** All lines are here; a height of its own goes on below them (class C of CSS Fragmentation 3, section 4.1). */
function cutBelow(scene: LineScene): LayoutResult {
  const { box, frame, space, content } = scene;
  const total = content.lines.length;
  const height = cutHeight(frame, contentEnd(scene, total), space.blockLeft);
  const consumed = frame.consumed + height;
  return {
    fragment: lineFragment(scene, content.lines, height, false),
    resume: { kind: 'children', index: 1, inner: undefined, consumed, ...carriedByRoot(scene, total) },
    shortage: scene.after?.[total]?.shortage,
    ...floatsAfter(scene, total),
    breakQuality: insideQuality(0, box.element.style, space.fragmentainer),
  };
}

function lineFragment(scene: LineScene, lines: readonly Line[], height: Pt, isLast: boolean): Fragment {
  const { box, frame, floats, after } = scene;
  const first = lines[0];
  const last = lines[lines.length - 1];
  const fragment = closeFrame(
    frame,
    {
      children: floats === undefined ? [] : floatChildren(floats, after?.[lines.length]?.fragments ?? []),
      lines,
      atoms: placedAtoms(scene, lines),
      waiting:
        box.inline.anchors.length === 0
          ? []
          : waitingInLines(box.inline, lines, { x: frame.contentLeft, y: frame.topEdge }),
      firstBaseline: first === undefined ? undefined : frame.topEdge + first.top + first.baseline,
      lastBaseline: last === undefined ? undefined : frame.topEdge + last.top + last.baseline,
    },
    height,
    isLast,
  );
  return addMarker(fragment, frame, scene.space, scene.context);
}

/** Atoms where their lines put them; margins are inside the space that the line gave. */
function placedAtoms({ frame, content }: LineScene, lines: readonly Line[]): readonly Fragment[] {
  if (content.atoms.size === 0) return [];
  return lines.flatMap((line) =>
    line.items.flatMap((item) => {
      const atom = item.kind === 'atom' ? content.atoms.get(item.element) : undefined;
      if (item.kind !== 'atom' || atom === undefined) return [];
      const x = frame.contentLeft + item.x + atom.margin.left;
      const y = frame.topEdge + line.top + item.y + atom.margin.top;
      return [{ ...atom, rect: { ...atom.rect, x, y } }];
    }),
  );
}
