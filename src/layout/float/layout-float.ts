import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { isColumn, TOLERANCE } from '../block/break-rules.ts';
import type {
  Box,
  BreakQuality,
  CarriedFloat,
  Exclusion,
  Fragment,
  LayoutContext,
  LayoutResult,
  Resume,
  SizingSpace,
  Space,
} from '../types.ts';
import { layoutUnbroken } from '../unbroken.ts';
import { type Band, clearsInNextColumn, placeFloat } from './exclusions.ts';

/** The box that floats stand in, and how far the fragmentainer goes. y counts in the block formatting context. */
export interface FloatScene {
  readonly context: LayoutContext;
  readonly space: Pick<Space, 'page' | 'fragmentainer' | 'blockLeft' | 'offset'>;
  /** y of the box that `space` was given to: its `blockLeft` and `offset` count from there. */
  readonly origin: Pt;
  /** Content edges of the containing block. */
  readonly within: Band;
  readonly blockSize: Pt | undefined;
}

export interface PlacedFloat {
  /** `rect` is in the coordinates of the block formatting context. `undefined`: nothing of it found room. */
  readonly fragment: Fragment | undefined;
  readonly exclusions: readonly Exclusion[];
  /** What of it is to go on in the next fragmentainer. */
  readonly carried: Pick<CarriedFloat, 'inner'> | undefined;
  /** As in `LayoutResult`: of what of it found no room. */
  readonly shortage?: Pt | undefined;
  /** Of the break inside it, between columns. */
  readonly quality?: BreakQuality;
}

/** A float that goes to the next fragmentainer with what it is anchored in. */
export interface MovedFloat {
  readonly isMoved: true;
  readonly shortage: Pt | undefined;
}

/** Where a float is asked for, and how far it has come. */
interface FloatDemand {
  readonly top: Pt;
  readonly exclusions: readonly Exclusion[];
  readonly inner?: Resume | undefined;
  /** The space above it was left on the fragmentainer before. */
  readonly withoutMargin?: boolean;
}

/**
 * Places a float at `top` or below. Between columns it goes its own way, as in browsers. On pages one that does not fit may go to the next fragmentainer with what it is anchored in,
 * where `isMovable`. One that is higher than a fragmentainer is cut.
 */
export function layoutFloat(
  box: Box,
  scene: FloatScene,
  at: FloatDemand,
  isMovable: boolean,
): PlacedFloat | MovedFloat {
  const { space, within, blockSize, context } = scene;
  const asked = { inlineSize: Math.max(0, within.right - within.left), blockSize, shrinkToFit: true, page: space.page };
  // What goes on is as wide as the whole.
  const whole = layoutUnbroken(box, asked, context);
  if (isColumn(space.fragmentainer)) return layoutInColumn({ box, whole, asked }, scene, at);
  const placed = place(whole, scene, at);
  if (at.inner === undefined) {
    const room = roomBelow(scene, placed.y);
    const height = room === Number.POSITIVE_INFINITY ? 0 : contentHeight(whole);
    if (height <= room + TOLERANCE) return { ...placed, carried: undefined };
    if (isMovable && height <= space.offset + space.blockLeft) return { isMoved: true, shortage: height - room };
  }
  const part = context.layoutBox(
    box,
    {
      ...asked,
      formattingRoot: true,
      blockLeft: Math.max(0, roomBelow(scene, placed.y)),
      offset: Math.max(0, space.offset + placed.y - scene.origin),
      fragmentainer: space.fragmentainer,
    },
    at.inner,
  );
  if (part.fragment !== undefined) {
    const carried = part.resume === undefined ? undefined : { inner: part.resume };
    return { ...place(part.fragment, scene, at), carried, shortage: part.shortage };
  }
  if (isMovable) return { isMoved: true, shortage: part.shortage };
  if (whole.margin.top > 0 && at.inner === undefined && at.withoutMargin !== true)
    return layoutFloat(box, scene, { ...at, withoutMargin: true }, false);
  // Later floats may not stand above this one: nothing finds room here any more.
  const end = scene.origin + space.blockLeft;
  const stop: Exclusion = { side: 'left', left: within.left, right: within.left, top: end, bottom: end };
  const exclusions = [...at.exclusions, stop];
  return { fragment: undefined, exclusions, carried: { inner: at.inner }, shortage: part.shortage };
}

interface AskedFloat {
  readonly box: Box;
  /** In one piece. */
  readonly whole: Fragment;
  readonly asked: SizingSpace;
}

/**
 * CSS Fragmentation 3, section 4 (parallel flows): a float is cut at a good break; else it goes to the next column as a
 * whole, with its margins. What it is anchored in stays. At the top of a column something of it is taken.
 */
function layoutInColumn({ box, whole, asked }: AskedFloat, scene: FloatScene, at: FloatDemand): PlacedFloat {
  const { space, context } = scene;
  const placed = place(whole, scene, at);
  const { style } = box.element;
  const side = sideOf(style);
  const { margin, rect } = placed.fragment;
  const room = roomBelow(scene, placed.y);
  const isResumed = at.inner !== undefined;
  const isAtTop = space.offset === 0 && space.blockLeft - room - margin.top <= TOLERANCE;
  const isBehind =
    at.exclusions.some(({ goesOn }) => goesOn === 'before') || clearsInNextColumn(at.exclusions, style.clear);
  if (!isResumed) {
    if (isBehind) return beginNext(side, scene, at, rect.height - room);
    const height = room === Number.POSITIVE_INFINITY ? 0 : contentHeight(whole);
    if (height + (isAtTop ? 0 : margin.bottom) <= room + TOLERANCE) return { ...placed, carried: undefined };
    if (height <= room + TOLERANCE) return beginNext(side, scene, at, height + margin.bottom - room);
  }
  const lay = (offset: Pt): LayoutResult => {
    const left = { formattingRoot: true, blockLeft: Math.max(0, room), offset, fragmentainer: space.fragmentainer };
    return context.layoutBox(box, { ...asked, ...left }, at.inner);
  };
  const offset = space.offset + placed.y - scene.origin;
  let part = lay(Math.max(0, offset));
  const mustTake = isResumed || isAtTop;
  if (mustTake && part.fragment === undefined) part = lay(0);
  const { fragment, resume, breakQuality, shortage = rect.height - room } = part;
  const isGood =
    fragment !== undefined && room > TOLERANCE && breakQuality <= 0 && fragment.rect.height <= room + TOLERANCE;
  if (fragment === undefined || !(mustTake || isGood)) return beginNext(side, scene, at, shortage);
  const here = place(fragment, scene, at);
  if (resume === undefined) return { ...here, carried: undefined, shortage: part.shortage };
  const exclusions = here.exclusions.map(
    (one, i): Exclusion => (i === here.exclusions.length - 1 ? { ...one, goesOn: 'inside' } : one),
  );
  return { ...here, exclusions, carried: { inner: resume }, shortage, quality: breakQuality };
}

/** Nothing of a float is in this column. */
function beginNext(
  side: Exclusion['side'],
  { space, origin, within }: FloatScene,
  at: FloatDemand,
  shortage: Pt,
): PlacedFloat {
  const end = origin + space.blockLeft;
  const stop: Exclusion = { side, left: within.left, right: within.left, top: end, bottom: end, goesOn: 'before' };
  return { fragment: undefined, exclusions: [...at.exclusions, stop], carried: { inner: undefined }, shortage };
}

/** With what stands out of a box of limited height: it takes room of the page too. */
function contentHeight({ element, rect, children, lines, border, padding }: Fragment): Pt {
  if (element.style.overflow !== 'visible') return rect.height;
  const last = lines[lines.length - 1];
  const linesEnd = last === undefined ? 0 : border.top + padding.top + last.top + last.height;
  return children.reduce(
    (height, child) => Math.max(height, child.rect.y + contentHeight(child)),
    Math.max(rect.height, linesEnd),
  );
}

const sideOf = ({ float }: ComputedStyle): Exclusion['side'] => (float === 'right' ? 'right' : 'left');

const roomBelow = ({ space, origin }: FloatScene, y: Pt): Pt => space.blockLeft - (y - origin);

function place(
  fragment: Fragment,
  { within }: FloatScene,
  { top, exclusions, withoutMargin }: FloatDemand,
): { readonly fragment: Fragment; readonly exclusions: readonly Exclusion[]; readonly y: Pt } {
  const { rect } = fragment;
  const margin = withoutMargin === true ? { ...fragment.margin, top: 0 } : fragment.margin;
  const { style } = fragment.element;
  const side = sideOf(style);
  const width = margin.left + rect.width + margin.right;
  const height = margin.top + rect.height + margin.bottom;
  const exclusion = placeFloat(exclusions, { side, clear: style.clear, width, height }, top, within);
  const x = side === 'left' ? exclusion.left + margin.left : exclusion.right - margin.right - rect.width;
  const y = exclusion.top + margin.top;
  return { fragment: { ...fragment, margin, rect: { ...rect, x, y } }, exclusions: [...exclusions, exclusion], y };
}
