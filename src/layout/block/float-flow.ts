import type { Pt } from '../../base/units.ts';
import { clearance, floatsEnd, freeBand } from '../float/exclusions.ts';
import { layoutFloat } from '../float/layout-float.ts';
import type { Box, CarriedFloat, FloatSpace, Fragment, LayoutResult } from '../types.ts';
import {
  addFloat,
  type FloatFrame,
  type FloatState,
  floatChildren,
  leastShortage,
  worstQuality,
} from './float-frame.ts';
import type { Frame } from './frame.ts';

/** The floats of a block container while its children are laid out one after the other. */
export interface FloatFlow {
  readonly frame: FloatFrame;
  /** After all children so far. `fragments` are the floats among the children themselves. */
  state: FloatState;
  /** After each child that is placed. */
  readonly marks: { readonly index: number; readonly state: FloatState }[];
}

export const openFloatFlow = (frame: FloatFrame | undefined): FloatFlow | undefined =>
  frame === undefined ? undefined : { frame, state: frame.before, marks: [] };

/** What a child is told, whose top border edge is at `top` in the container. */
export function floatSpace({ frame, state }: FloatFlow, top: Pt): FloatSpace {
  return { exclusions: state.exclusions, x: frame.scene.within.left, y: frame.y + top };
}

/** What floats leave free at `top` in the container, from its content edge. */
export function lineRoom({ frame, state }: FloatFlow, top: Pt): { readonly start: Pt; readonly width: Pt } {
  const { within } = frame.scene;
  const { left, right } = freeBand(state.exclusions, { top: frame.y + top, height: 0 }, within);
  return { start: left - within.left, width: Math.max(0, right - left) };
}

/** Places a float among the children at `top` in the container, or says that it is to go on with what follows. */
export function addFloatChild(
  flow: FloatFlow,
  box: Box,
  at: { readonly index: number; readonly top: Pt },
  isMovable: boolean,
): boolean {
  const { frame, state } = flow;
  const { exclusions } = state;
  const placed = layoutFloat(box, frame.scene, { top: frame.y + at.top, exclusions }, isMovable);
  if ('isMoved' in placed) {
    flow.state = { ...state, shortage: leastShortage(state.shortage, placed.shortage) };
    return false;
  }
  mark(flow, at.index, addFloat(state, placed, [at.index]));
  return true;
}

/** Takes over what a child in the flow did with floats. */
export function passChild(flow: FloatFlow, index: number, result: LayoutResult): void {
  const { state } = flow;
  const { exclusions, carried, shortage, breakQuality } = result;
  const inside = carried?.map((one): CarriedFloat => ({ ...one, path: [index, ...one.path] })) ?? [];
  mark(flow, index, {
    ...state,
    exclusions: exclusions ?? state.exclusions,
    carried: inside.length === 0 ? state.carried : [...state.carried, ...inside],
    shortage: inside.length === 0 ? state.shortage : leastShortage(state.shortage, shortage),
    quality: inside.length === 0 ? state.quality : worstQuality(state.quality, breakQuality),
  });
}

function mark(flow: FloatFlow, index: number, state: FloatState): void {
  flow.state = state;
  flow.marks.push({ index, state });
}

/** Back to where the child began: it is laid out again, or goes to the next fragmentainer. */
export function rewind(flow: FloatFlow, index: number): void {
  const kept = flow.marks.findLastIndex((one) => one.index < index) + 1;
  flow.marks.length = kept;
  flow.state = flow.marks[kept - 1]?.state ?? flow.frame.before;
}

/** The children of the container in source order: those in the flow, which are `placed`, and floats. */
export function withFloats(
  { frame, state, marks }: FloatFlow,
  inFlow: readonly Fragment[],
  placed: readonly { readonly index: number }[],
): readonly Fragment[] {
  const floats = floatChildren(frame, state.fragments);
  if (floats.length === 0) return inFlow;
  const indexed = [
    ...floats.map((fragment, at) => ({
      fragment,
      // A float from the fragmentainer before was there before the first child.
      index: marks.find((one) => one.state.fragments.length > at)?.index ?? -1,
    })),
    ...inFlow.map((fragment, at) => ({ fragment, index: placed[at]!.index })), // as many as fragments
  ];
  return indexed.sort((a, b) => a.index - b.index).map(({ fragment }) => fragment);
}

/** Where the floats end that make a block formatting context higher: CSS 2.2, section 10.6.7. */
export const endOfFloats = (flow: FloatFlow | undefined, { isRoot }: Frame): Pt =>
  isRoot && flow !== undefined ? floatsEnd(flow.state.exclusions) - flow.frame.y : Number.NEGATIVE_INFINITY;

/** What the boxes around must know of the floats; a block formatting context keeps that to itself. */
export function floatsAfter(
  flow: FloatFlow | undefined,
  { isRoot }: Frame,
): Pick<LayoutResult, 'exclusions' | 'carried'> {
  if (flow === undefined || isRoot) return {};
  return { exclusions: flow.state.exclusions, carried: flow.state.carried };
}

/** Floats that a block formatting context is not done before. */
export const carriedByRoot = (flow: FloatFlow | undefined, { isRoot }: Frame): readonly CarriedFloat[] =>
  isRoot && flow !== undefined ? flow.state.carried : [];

/** Top border edge of a child below the floats that it clears: CSS 2.2, section 9.5.2. */
export function clearedTop(flow: FloatFlow | undefined, child: Box, top: Pt): Pt {
  const { clear } = child.element.style;
  if (flow === undefined || clear === 'none' || child.anonymous) return top;
  return Math.max(top, clearance(flow.state.exclusions, clear) - flow.frame.y);
}
