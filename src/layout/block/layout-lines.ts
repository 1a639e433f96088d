import type { Pt } from '../../base/units.ts';
import type { Line, LineToken } from '../../text/types.ts';
import { waitingInLines } from '../inline/waiting-in-lines.ts';
import type { Fragment, LayoutResult, ParagraphBox, Resume, Space } from '../types.ts';
import type { BlockContext, ParagraphLines } from './block-context.ts';
import { type BreakCandidate, FEW_LINES, insidePenalty, TOLERANCE } from './break-rules.ts';
import { closeFrame, cutHeight, type Frame, heightLeft, openFrame } from './frame.ts';
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
  const content = resume?.kind === 'children' ? NO_LINES : linesFrom(box.inline, tokenOf(resume), at, context);
  const done = resume?.kind === 'lines' ? resume.line : 0;
  const scene: LineScene = { box, frame, space, content, done, context };

  if (space.stopAt?.kind === 'lines') return cutAfter(scene, space.stopAt.line - done);
  const linesEnd = frame.topEdge + linesHeight(content.lines);
  const height = heightLeft(frame, linesEnd);
  const total = content.lines.length;
  if (linesEnd <= space.blockLeft + TOLERANCE) {
    if (height <= space.blockLeft + TOLERANCE) return whole(scene, height);
    const isStretched = height > linesEnd + frame.bottomEdge + TOLERANCE;
    if (isStretched && space.blockLeft > TOLERANCE) return cutBelow(scene);
  }
  const fitting = Math.min(fittingLines(content.lines, space.blockLeft - frame.topEdge), total - 1);
  if (fitting >= 1) return cutAfter(scene, bestCount(scene, fitting));
  if (space.offset > 0) return { fragment: undefined, resume: undefined, breakQuality: 0 };
  const first = content.lines[0];
  // The edge above leaves no room for a line: it stays here, the lines begin the next page.
  if (first !== undefined && frame.topEdge > 0 && frame.topEdge + first.height > space.blockLeft + TOLERANCE) {
    return cutAfter(scene, 0);
  }
  return total > 1 ? cutAfter(scene, 1) : whole(scene, height);
}

const NO_LINES: ParagraphLines = { lines: [], atoms: new Map() };
const tokenOf = (resume: Resume | undefined): LineToken | undefined =>
  resume?.kind === 'lines' ? resume.token : undefined;

const FIRST_LINE: LineToken = { item: 0, offset: 0, line: 0 };

interface LineScene {
  readonly box: ParagraphBox;
  readonly frame: Frame;
  readonly space: Space;
  readonly content: ParagraphLines;
  /** Lines in fragments before this one. */
  readonly done: number;
  readonly context: BlockContext;
}

function linesHeight(lines: readonly Line[]): Pt {
  const last = lines[lines.length - 1];
  return last === undefined ? 0 : last.top + last.height;
}

function fittingLines(lines: readonly Line[], room: Pt): number {
  let count = 0;
  for (const line of lines) {
    if (line.top + line.height > room + TOLERANCE) break;
    count++;
  }
  return count;
}

/** Cost of a break after `count` of the lines of this fragment. CSS Fragmentation 3, section 3.3. */
function costAfter({ box, content }: LineScene, count: number): number {
  const { orphans, widows } = box.element.style;
  const rest = content.lines.length - count;
  return (count < orphans ? FEW_LINES : 0) + (rest < widows ? FEW_LINES : 0);
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
  const { box, space } = scene;
  const fragment = lineFragment(scene, scene.content.lines, height, true);
  const canBreak = space.blockLeft !== Number.POSITIVE_INFINITY && scene.content.lines.length > 1;
  if (!canBreak) return { fragment, resume: undefined, breakQuality: 0 };
  const count = bestCount(scene, scene.content.lines.length - 1);
  const at = resumeAfter(scene, count, 0);
  const earlier: BreakCandidate | undefined =
    at === undefined
      ? undefined
      : { at, quality: costAfter(scene, count) + insidePenalty(box.element.style, space.fragmentainer) };
  return { fragment, resume: undefined, breakQuality: 0, earlier };
}

function resumeAfter(scene: LineScene, count: number, consumed: Pt): Resume | undefined {
  const token = count === 0 ? FIRST_LINE : scene.content.lines[count - 1]?.next;
  if (token === undefined) return undefined;
  return { kind: 'lines', token, line: scene.done + count, consumed };
}

function cutAfter(scene: LineScene, count: number): LayoutResult {
  const { box, frame, space } = scene;
  const lines = scene.content.lines.slice(0, count);
  const height = cutHeight(frame, frame.topEdge + linesHeight(lines), space.blockLeft);
  const resume = resumeAfter(scene, count, frame.consumed + height);
  if (resume === undefined) throw new Error('A paragraph was cut where it has no line left');
  return {
    fragment: lineFragment(scene, lines, height, false),
    resume,
    breakQuality: costAfter(scene, count) + insidePenalty(box.element.style, space.fragmentainer),
  };
}

/** All lines are here; a height of its own goes on below them (class C of CSS Fragmentation 3, section 4.1). */
function cutBelow(scene: LineScene): LayoutResult {
  const { box, frame, space, content } = scene;
  const height = cutHeight(frame, frame.topEdge + linesHeight(content.lines), space.blockLeft);
  return {
    fragment: lineFragment(scene, content.lines, height, false),
    resume: { kind: 'children', index: 1, inner: undefined, consumed: frame.consumed + height },
    breakQuality: insidePenalty(box.element.style, space.fragmentainer),
  };
}

function lineFragment(scene: LineScene, lines: readonly Line[], height: Pt, isLast: boolean): Fragment {
  const { box, frame } = scene;
  const first = lines[0];
  const last = lines[lines.length - 1];
  const fragment = closeFrame(
    frame,
    {
      children: [],
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
