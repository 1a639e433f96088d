import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import { type LineGuide, linesBesideFloats } from '../../text/lines-beside-floats.ts';
import type { LineToken } from '../../text/types.ts';
import { resolveLength } from '../box-geometry.ts';
import { findBand } from '../float/exclusions.ts';
import { floatsOf } from '../float/holds-floats.ts';
import { type FloatScene, layoutFloat } from '../float/layout-float.ts';
import type { Box, ParagraphBox } from '../types.ts';
import type { BlockContext, LineSpace, ParagraphLines } from './block-context.ts';
import { addFloat, type FloatState } from './float-frame.ts';
import { contentOfLines } from './paragraph-lines.ts';

/** What of the floats belongs to the lines up to some line. */
export interface LineFloats extends FloatState {
  /** How many floats of the paragraph have their place, in this fragment and before. */
  readonly done: number;
  /** A float does not fit here: the last of the lines goes to the next fragmentainer with it. */
  readonly isBlocked: boolean;
}

/** `after[n]`: with the first `n` lines. */
export interface LinesAmongFloats extends ParagraphLines {
  readonly after: readonly LineFloats[];
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

  const place = (element: StyledElement, line: number, y: Pt): boolean => {
    const float = floats.get(element);
    if (float === undefined || float.index !== state.done) return false;
    const { exclusions } = state;
    // Nothing moves with the first line of a fragmentainer.
    const isMovable = !isAtTop || line > 0;
    const placed = layoutFloat(float.box, scene, { top: y, exclusions }, isMovable);
    if (placed === undefined) {
      const unlimited = { ...scene, space: { ...scene.space, blockLeft: Number.POSITIVE_INFINITY } };
      const elsewhere = layoutFloat(float.box, unlimited, { top: y, exclusions }, true);
      state = { ...state, isBlocked: true, done: state.done + 1, exclusions: elsewhere?.exclusions ?? exclusions };
      return true;
    }
    state = { ...state, ...addFloat(state, placed, [float.anchor]), done: state.done + 1 };
    return true;
  };

  const guide: LineGuide = {
    room: ({ number, top, height, least }) => {
      const shift = number === 0 ? indent : 0;
      const { top: y, band } = findBand(
        state.exclusions,
        { top: origin + top, height },
        within,
        ({ left, right }) => least + shift <= right - left + FITTING,
      );
      const start = band.left - within.left + shift;
      return { top: y - origin, start, width: Math.max(0, band.right - band.left - shift) };
    },
    anchor: (element, { line, top, free }) => {
      const float = floats.get(element);
      if (float === undefined || float.index !== state.done) return false;
      if (free !== Number.POSITIVE_INFINITY && !fitsBeside(float.box, free, origin + top)) return false;
      return place(element, line, origin + top);
    },
    lineSet: (count) => {
      after[count] = state;
    },
  };

  /** Beside what is on the line, and at its top: CSS 2.2, section 9.5. */
  function fitsBeside(float: Box, free: Pt, y: Pt): boolean {
    const unlimited = { ...scene, space: { ...scene.space, blockLeft: Number.POSITIVE_INFINITY } };
    const placed = layoutFloat(float, unlimited, { top: y, exclusions: state.exclusions }, true);
    const exclusion = placed?.exclusions.at(-1);
    if (exclusion === undefined) return false;
    return exclusion.right - exclusion.left <= free + FITTING && exclusion.top <= y + FITTING;
  }

  const lines = linesBesideFloats(content, guide, context.text, from.token);
  return { lines, atoms, after };
}

/** Sums of the same widths differ in the last bits. */
const FITTING: Pt = 0.001;
