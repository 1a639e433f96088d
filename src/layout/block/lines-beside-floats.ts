import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import { type LineGuide, linesBesideFloats } from '../../text/lines-beside-floats.ts';
import type { LineToken } from '../../text/types.ts';
import { resolveLength } from '../box-geometry.ts';
import { findBand, lettersEnd } from '../float/exclusions.ts';
import { floatsOf, initialLetterOf } from '../float/holds-floats.ts';
import { letterBox } from '../float/initial-letter.ts';
import { type FloatScene, layoutFloat } from '../float/layout-float.ts';
import type { Box, ParagraphBox } from '../types.ts';
import type { BlockContext, LineSpace, ParagraphLines } from './block-context.ts';
import { addFloat, type FloatState, leastShortage } from './float-frame.ts';
import { contentOfLines } from './paragraph-lines.ts';
import { moveLetter, type PlacedLetter, placeLetter } from './place-letter.ts';

/** What of the floats belongs to the lines up to some line. */
export interface LineFloats extends FloatState {
  /** How many floats of the paragraph have their place, in this fragment and before. */
  readonly done: number;
  /** A float does not fit here: the last of the lines goes to the next fragmentainer with it. */
  readonly isBlocked: boolean;
  /** As `shortage`, of the floats that belong to the last of the lines. */
  readonly lineShortage?: Pt | undefined;
}

/** `after[n]`: with the first `n` lines. */
export interface LinesAmongFloats extends ParagraphLines {
  readonly after: readonly LineFloats[];
  /** Height of a paragraph that is an initial letter and nothing else. */
  readonly least: Pt;
}

/** The lines of a paragraph among floats, its own and those before it. `top`: y of the content edge. */
export function linesAmongFloats(
  box: ParagraphBox,
  from: { readonly token: LineToken | undefined; readonly placedFloats: number },
  scene: FloatScene & { readonly top: Pt; readonly before: FloatState; readonly at: LineSpace },
  context: BlockContext,
): LinesAmongFloats {
  const { within, top: origin, at } = scene;
  const { content, atoms } = contentOfLines(box.inline, at, context);
  const indent = resolveLength(box.inline.style.textIndent, at.inlineSize);
  const floats = new Map(floatsOf(box).map((one, index) => [one.box.element, { ...one, index }] as const));
  let state: LineFloats = {
    done: from.placedFloats,
    ...scene.before,
    isBlocked: false,
  };
  const after = [state];
  const isAtTop = scene.space.offset === 0;
  const isStart = from.token === undefined;
  const letter = isStart ? letterBox(initialLetterOf(box)) : undefined;
  const cleared =
    isStart && clearsLetters(box, letter) ? lettersEnd(scene.before.exclusions) : Number.NEGATIVE_INFINITY;
  let placedLetter: PlacedLetter | undefined;
  let firstStart: Pt = 0;
  let lineShortage: Pt | undefined;

  const place = (element: StyledElement, line: number, y: Pt): boolean => {
    const float = floats.get(element);
    if (float === undefined || float.index !== state.done) return false;
    const { exclusions } = state;
    // Nothing moves with the first line of a fragmentainer.
    const isMovable = !isAtTop || line > 0;
    const placed = layoutFloat(float.box, scene, { top: y, exclusions }, isMovable);
    if ('isMoved' in placed) {
      const unlimited = { ...scene, space: { ...scene.space, blockLeft: Number.POSITIVE_INFINITY } };
      const elsewhere = layoutFloat(float.box, unlimited, { top: y, exclusions }, true);
      state = {
        ...state,
        isBlocked: true,
        done: state.done + 1,
        exclusions: 'isMoved' in elsewhere ? exclusions : elsewhere.exclusions,
        shortage: leastShortage(state.shortage, placed.shortage),
      };
      return true;
    }
    state = { ...state, ...addFloat(state, placed, [float.anchor]), done: state.done + 1 };
    if (placed.carried !== undefined) lineShortage = leastShortage(lineShortage, placed.shortage);
    return true;
  };

  const addLetter = (one: ParagraphBox, y: Pt): void => {
    const at = { top: Math.max(y, cleared), indent, exclusions: state.exclusions };
    placedLetter = placeLetter(one, box.inline.style, { ...scene, context }, at);
    const { fragment, exclusion, end } = placedLetter;
    state = {
      ...state,
      exclusions: [...state.exclusions, exclusion],
      fragments: [...state.fragments, fragment],
      isBlocked: state.isBlocked || (!isAtTop && end > scene.origin + scene.space.blockLeft + FITTING),
    };
  };

  const guide: LineGuide = {
    canBalance: letter === undefined,
    room: ({ number, top, height, least }) => {
      // The indent goes before the letter.
      const shift = number === 0 && placedLetter === undefined ? indent : 0;
      const lowest = number === 0 ? Math.max(cleared, placedLetter?.firstLine ?? cleared) : cleared;
      const { top: y, band } = findBand(
        state.exclusions,
        { top: Math.max(origin + top, lowest), height },
        within,
        ({ left, right }) => least + shift <= right - left + FITTING,
      );
      const start = band.left - within.left + shift;
      if (number === 0) firstStart = start;
      const width = Math.max(0, band.right - band.left - shift);
      return { top: y - origin, start, width, base: within.right - within.left };
    },
    anchor: (element, { line, top, free }) => {
      if (letter !== undefined && element === letter.element && placedLetter === undefined) {
        addLetter(letter, origin + top);
        return true;
      }
      const float = floats.get(element);
      if (float === undefined || float.index !== state.done) return false;
      if (free !== Number.POSITIVE_INFINITY && !fitsBeside(float.box, free, origin + top)) return false;
      return place(element, line, origin + top);
    },
    mark: () => {
      const before = state;
      return () => {
        state = before;
      };
    },
    lineSet: (count, line) => {
      // An aligned first line takes its letter along.
      const shift = count === 1 && line !== undefined && after.length === 1 ? line.start - firstStart : 0;
      if (placedLetter !== undefined && shift > 0) state = { ...state, ...moveLetter(state, placedLetter, shift) };
      after[count] = { ...state, lineShortage: leastShortage(after[count]?.lineShortage, lineShortage) };
      lineShortage = undefined;
    },
  };

  /** Beside what is on the line, and at its top: CSS 2.2, section 9.5. */
  function fitsBeside(float: Box, free: Pt, y: Pt): boolean {
    const unlimited = { ...scene, space: { ...scene.space, blockLeft: Number.POSITIVE_INFINITY } };
    const placed = layoutFloat(float, unlimited, { top: y, exclusions: state.exclusions }, true);
    const exclusion = 'isMoved' in placed ? undefined : placed.exclusions.at(-1);
    if (exclusion === undefined) return false;
    return exclusion.right - exclusion.left <= free + FITTING && exclusion.top <= y + FITTING;
  }

  const lines = linesBesideFloats(content, guide, context.text, from.token);
  return { lines, atoms, after, least: placedLetter === undefined ? 0 : placedLetter.least };
}

/** Sums of the same widths differ in the last bits. */
const FITTING: Pt = 0.001;

/** As in browsers, the lines of a paragraph that clears, or that has a letter of its own, begin below other letters. */
function clearsLetters({ anonymous, element }: ParagraphBox, letter: ParagraphBox | undefined): boolean {
  const { clear } = element.style;
  return letter !== undefined || (!anonymous && (clear === 'left' || clear === 'both'));
}
