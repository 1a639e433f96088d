import type { Pt } from '../../base/units.ts';
import { type BoxEdges, blockEdges, boxEdges, inlineEdges, resolveLength, resolveSize } from '../box-geometry.ts';
import { isInFlow } from '../boxes/flow-of.ts';
import type { BlockBox, Box } from '../types.ts';
import { blockSizes, usedHeight } from './block-sizes.ts';
import { usedWidth } from './inline-sizes.ts';

/** Margins that adjoin: the greatest positive and the least negative one. CSS 2.2, section 8.3.1. */
export interface Strut {
  readonly positive: Pt;
  readonly negative: Pt;
}

export const NO_STRUT: Strut = { positive: 0, negative: 0 };

export const strutOf = (margin: Pt): Strut =>
  margin >= 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };

export const joinStruts = (a: Strut, b: Strut): Strut => ({
  positive: Math.max(a.positive, b.positive),
  negative: Math.min(a.negative, b.negative),
});

export const strutSize = (strut: Strut): Pt => strut.positive + strut.negative;

/** What percentages in a box count from: its containing block. */
export interface MarginSpace {
  readonly inlineSize: Pt;
  /** `undefined`: auto. */
  readonly blockSize: Pt | undefined;
}

/** Boxes that keep the margins of their content inside. CSS 2.2, section 9.4.1. */
export function isFormattingRoot(box: Box): boolean {
  if (box.kind !== 'block' && box.kind !== 'paragraph') return true;
  const { style } = box.element;
  // CSS Multi-column Layout 1, section 6: also where no columns are around.
  if (style.columnSpan === 'all') return true;
  return style.overflow !== 'visible' || style.display === 'flow-root' || style.display === 'inline-block';
}

/** Whether margins collapse between a box and its first child. */
export const joinsFirstChild = (box: Box, space: MarginSpace): boolean =>
  box.kind === 'block' && !isFormattingRoot(box) && topEdge(boxEdges(box.element.style, space.inlineSize)) === 0;

/** Whether margins collapse between a box and its last child. A percentage of an auto height counts as `auto`. */
export function joinsLastChild(box: Box, space: MarginSpace): boolean {
  if (box.kind !== 'block' || isFormattingRoot(box)) return false;
  const { style } = box.element;
  if (style.height !== 'auto' && resolveSize(style.height, space.blockSize) !== undefined) return false;
  return bottomEdge(boxEdges(style, space.inlineSize)) === 0;
}

const topEdge = ({ border, padding }: BoxEdges): Pt => border.top + padding.top;
const bottomEdge = ({ border, padding }: BoxEdges): Pt => border.bottom + padding.bottom;

const hollow = new WeakMap<BlockBox, boolean>();

/** Whether nothing in a box can have a height, whatever heights and edges the boxes have themselves. */
export function isHollow(box: Box): boolean {
  if (box.kind !== 'block') return false;
  let known = hollow.get(box);
  if (known === undefined) {
    const hasMarker = box.marker !== undefined;
    known = !isFormattingRoot(box) && !hasMarker && box.children.every((child) => !isInFlow(child) || isHollow(child));
    hollow.set(box, known);
  }
  return known;
}

/** Whether the top and bottom margins of a box adjoin, because nothing of it has a height. */
export function collapsesThrough(box: Box, space: MarginSpace): boolean {
  if (box.kind !== 'block' || !isHollow(box)) return false;
  if (usedHeight(blockSizes(box, space, boxEdges(box.element.style, space.inlineSize)), 0) > 0) return false;
  if (box.children.length === 0) return true;
  const inside = insideOf(box, space);
  return box.children.every((child) => !isInFlow(child) || collapsesThrough(child, inside));
}

/** All margins that adjoin the top border edge of a box, its own and those of its content. */
export function strutBefore(box: Box, space: MarginSpace): Strut {
  const { margin } = box.element.style;
  const own = strutOf(margin.top === 'auto' ? 0 : resolveLength(margin.top, space.inlineSize));
  if (box.kind !== 'block' || !joinsFirstChild(box, space)) return own;
  const inside = insideOf(box, space);
  let strut = own;
  for (const child of box.children) {
    if (!isInFlow(child)) continue;
    strut = joinStruts(strut, strutBefore(child, inside));
    if (!collapsesThrough(child, inside)) break;
    strut = joinStruts(strut, strutAfter(child, inside, NONE));
  }
  return strut;
}

export const NONE: ReadonlyBoxes = { has: () => false };

interface ReadonlyBoxes {
  has(box: Box): boolean;
}

/**
 * All margins that adjoin the bottom border edge of a box. `resized`: boxes that `min-height` or `max-height` made
 * higher or lower than their content; as in browsers, the margins of that content end inside.
 */
export function strutAfter(box: Box, space: MarginSpace, resized: ReadonlyBoxes): Strut {
  const { margin } = box.element.style;
  const own = strutOf(margin.bottom === 'auto' ? 0 : resolveLength(margin.bottom, space.inlineSize));
  if (box.kind !== 'block' || !joinsLastChild(box, space) || resized.has(box)) return own;
  const inside = insideOf(box, space);
  let strut = own;
  for (let i = box.children.length - 1; i >= 0; i--) {
    const child = box.children[i]!; // 0 <= i < length
    if (!isInFlow(child)) continue;
    strut = joinStruts(strut, strutAfter(child, inside, resized));
    if (!collapsesThrough(child, inside) || resized.has(child)) break;
    strut = joinStruts(strut, strutBefore(child, inside));
  }
  return strut;
}

/** The content box of a block whose margins meet those of its content: it fills, so no look at the content is needed. */
export function insideOf(box: BlockBox, space: MarginSpace): MarginSpace {
  const edges = boxEdges(box.element.style, space.inlineSize);
  const filling = { ...space, blockLeft: 0, offset: 0, page: { number: 1, count: 1 } };
  const width = usedWidth(box, filling, edges, () => ({ min: 0, max: 0 }));
  const { height } = blockSizes(box, space, edges);
  return {
    inlineSize: width - inlineEdges(edges),
    blockSize: box.anonymous ? space.blockSize : height === undefined ? undefined : height - blockEdges(edges),
  };
}
