import type { Pt } from '../../base/units.ts';
import { type Band, NO_EXCLUSIONS } from '../float/exclusions.ts';
import { holdsFloats } from '../float/holds-floats.ts';
import { type FloatScene, layoutFloat, type PlacedFloat } from '../float/layout-float.ts';
import type { Box, BreakQuality, CarriedFloat, Exclusion, Fragment, Resume, Space } from '../types.ts';
import type { BlockContext } from './block-context.ts';
import { isColumn } from './break-rules.ts';
import { closeFrame, type Frame, type FrameContent, openFrame } from './frame.ts';

/** The floats of a block formatting context as one block container in it sees them. */
export interface FloatFrame {
  readonly scene: FloatScene;
  /** Border-box corner in the block formatting context. */
  readonly x: Pt;
  readonly y: Pt;
  /** Floats before the content, those from the fragmentainer before among them. */
  readonly before: FloatState;
}

/** Floats so far. */
export interface FloatState {
  readonly exclusions: readonly Exclusion[];
  /** Those that are placed in the container, in the coordinates of the block formatting context. */
  readonly fragments: readonly Fragment[];
  readonly carried: readonly CarriedFloat[];
  /** As in `LayoutResult`: the least of all floats. */
  readonly shortage?: Pt | undefined;
  /** The worst of the breaks inside floats between columns. */
  readonly quality?: BreakQuality | undefined;
}

export const leastShortage = (a: Pt | undefined, b: Pt | undefined): Pt | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

/** `undefined` where there is no float around the container and none in it. */
export function openFloats(
  frame: Frame,
  space: Space,
  context: BlockContext,
  resume: Resume | undefined,
): FloatFrame | undefined {
  const around = frame.isRoot ? rootFloats(frame) : space.floats;
  if (around === undefined) return undefined;
  const x = around.x + frame.margin.left;
  const left = x + frame.contentLeft;
  const within = { left, right: left + frame.contentWidth };
  const scene: FloatScene = { context, space, origin: around.y, within, blockSize: frame.definiteHeight };
  const before: FloatState = { exclusions: around.exclusions, fragments: [], carried: [] };
  const floats = resume?.kind === 'children' || resume?.kind === 'lines' ? (resume.floats ?? []) : [];
  const goingOn = floats.reduce((state, float) => goOn({ frame, scene, context }, state, float), before);
  return { scene, x, y: around.y, before: goingOn };
}

const rootFloats = ({ box, margin }: Frame): Space['floats'] =>
  holdsFloats(box) ? { exclusions: NO_EXCLUSIONS, x: -margin.left, y: 0 } : undefined;

interface Surroundings {
  readonly frame: Frame;
  readonly scene: FloatScene;
  readonly context: BlockContext;
}

/** A float from the fragmentainer before goes on at the top of this one. */
function goOn(around: Surroundings, state: FloatState, float: CarriedFloat): FloatState {
  const { frame, scene } = around;
  const { box, within, parents, isInLines } = followPath(around, float.path);
  const inColumn = isColumn(scene.space.fragmentainer);
  // Where the content begins nothing is before it: something of it is taken.
  const top = scene.origin + frame.topEdge;
  const space = { ...scene.space, offset: 0, blockLeft: scene.space.blockLeft - frame.topEdge };
  const withoutMargin = !inColumn || float.inner !== undefined;
  const at = { top, exclusions: state.exclusions, inner: float.inner, withoutMargin };
  const placed = layoutFloat(box, { ...scene, within, space, origin: top }, at, false);
  if ('isMoved' in placed) return state;
  const { fragment } = placed;
  const shelled = inColumn && fragment !== undefined ? parents.reduceRight(insideOf(top), fragment) : fragment;
  const { quality } = state;
  const next = addFloat(state, { ...placed, fragment: shelled }, float.path);
  return isInLines ? { ...next, quality } : next;
}

/** As in browsers, the boxes around a float are in the column where it goes on, with no height. */
const insideOf =
  (y: Pt) =>
  (inner: Fragment, { frame, x }: PathStep): Fragment => {
    const { rect } = inner;
    const children = [{ ...inner, rect: { ...rect, x: rect.x - x, y: rect.y - y } }];
    const shell = closeFrame(frame, { ...NO_CONTENT, children }, 0, false);
    return { ...shell, rect: { ...shell.rect, x, y } };
  };

const NO_CONTENT: FrameContent = {
  children: [],
  lines: [],
  atoms: [],
  waiting: [],
  firstBaseline: undefined,
  lastBaseline: undefined,
};

/** A box between the block formatting context and the float. `x`: its left border edge there. */
interface PathStep {
  readonly frame: Frame;
  readonly x: Pt;
}

/** The float at the end of a path, the boxes around it, and the content edges of the innermost. */
function followPath(
  { frame, scene, context }: Surroundings,
  path: readonly number[],
): {
  readonly box: Box;
  readonly within: Band;
  readonly parents: readonly PathStep[];
  readonly isInLines: boolean;
} {
  let box: Box = frame.box;
  let { within } = scene;
  const parents: PathStep[] = [];
  for (const [depth, index] of path.entries()) {
    const next: Box | undefined =
      box.kind === 'block' ? box.children[index] : box.kind === 'paragraph' ? box.inline.anchors[index] : undefined;
    if (next === undefined) throw new Error('A path leads to no box');
    box = next;
    if (depth === path.length - 1 || (box.kind !== 'block' && box.kind !== 'paragraph')) break;
    const space: Space = { ...NO_SPACE, inlineSize: within.right - within.left, page: scene.space.page };
    const inside = openFrame(box, space, context, GOING_ON);
    parents.push({ frame: inside, x: within.left + inside.margin.left });
    const left = within.left + inside.margin.left + inside.contentLeft;
    within = { left, right: left + inside.contentWidth };
  }
  return { box, within, parents, isInLines: (parents.at(-1)?.frame ?? frame).box.kind === 'paragraph' };
}

const GOING_ON: Resume = { kind: 'children', index: 0, inner: undefined };

const NO_SPACE = { blockSize: undefined, blockLeft: 0, offset: 0 };

export const worstQuality = (a: BreakQuality | undefined, b: BreakQuality | undefined): BreakQuality =>
  Math.max(a ?? 0, b ?? 0);

export function addFloat(
  { fragments, carried, shortage, quality }: FloatState,
  placed: PlacedFloat,
  path: readonly number[],
): FloatState {
  return {
    exclusions: placed.exclusions,
    fragments: placed.fragment === undefined ? fragments : [...fragments, placed.fragment],
    carried: placed.carried === undefined ? carried : [...carried, { path, ...placed.carried }],
    shortage: leastShortage(shortage, placed.shortage),
    quality: worstQuality(quality, placed.quality),
  };
}

/** Children of the container: relative to its border box. */
export const floatChildren = ({ x, y }: FloatFrame, fragments: readonly Fragment[]): readonly Fragment[] =>
  fragments.map((one) => ({ ...one, rect: { ...one.rect, x: one.rect.x - x, y: one.rect.y - y } }));
