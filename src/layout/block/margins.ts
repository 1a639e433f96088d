import type { Pt } from '../../base/units.ts';
import type { ComputedStyle, LengthPercentage } from '../../document/types.ts';
import { boxEdges, inlineEdges, resolveLength } from '../box-geometry.ts';
import { isInFlow } from '../boxes/flow-of.ts';
import type { BlockBox, Box } from '../types.ts';
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

const isZero = (value: LengthPercentage): boolean => value.pt === 0 && value.percent === 0;
const hasTopEdge = (style: ComputedStyle): boolean => style.border.top.width > 0 || !isZero(style.padding.top);
const hasBottomEdge = (style: ComputedStyle): boolean => style.border.bottom.width > 0 || !isZero(style.padding.bottom);

/** Boxes that keep the margins of their content inside. CSS 2.2, section 9.4.1. */
export function isFormattingRoot(box: Box): boolean {
  if (box.kind !== 'block' && box.kind !== 'paragraph') return true;
  const { style } = box.element;
  return style.overflow !== 'visible' || style.display === 'flow-root' || style.display === 'inline-block';
}

/** Whether margins collapse between a box and its first child. */
export const joinsFirstChild = (box: Box): boolean =>
  box.kind === 'block' && !isFormattingRoot(box) && !hasTopEdge(box.element.style);

/** Whether margins collapse between a box and its last child. */
export function joinsLastChild(box: Box): boolean {
  const { style } = box.element;
  return box.kind === 'block' && !isFormattingRoot(box) && !hasBottomEdge(style) && style.height === 'auto';
}

const hasMinHeight = (style: ComputedStyle): boolean => style.minHeight !== 'auto' && !isZero(style.minHeight);

const through = new WeakMap<BlockBox, boolean>();

/** Whether the top and bottom margins of a box adjoin, because nothing of it has a height. */
export function collapsesThrough(box: Box): boolean {
  if (box.kind !== 'block') return false;
  let known = through.get(box);
  if (known === undefined) {
    known = isEmpty(box);
    through.set(box, known);
  }
  return known;
}

function isEmpty(box: BlockBox): boolean {
  if (isFormattingRoot(box) || box.marker !== undefined) return false;
  const { style } = box.element;
  if (hasTopEdge(style) || hasBottomEdge(style) || hasMinHeight(style)) return false;
  if (style.height !== 'auto' && !isZero(style.height)) return false;
  return box.children.every((child) => !isInFlow(child) || collapsesThrough(child));
}

/** All margins that adjoin the top border edge of a box, its own and those of its content. */
export function strutBefore(box: Box, inlineSize: Pt): Strut {
  const { margin } = box.element.style;
  const own = strutOf(margin.top === 'auto' ? 0 : resolveLength(margin.top, inlineSize));
  if (box.kind !== 'block' || !joinsFirstChild(box)) return own;
  const inside = contentWidth(box, inlineSize);
  let strut = own;
  for (const child of box.children) {
    if (!isInFlow(child)) continue;
    strut = joinStruts(strut, strutBefore(child, inside));
    if (!collapsesThrough(child)) break;
    strut = joinStruts(strut, strutAfter(child, inside, NONE));
  }
  return strut;
}

export const NONE: ReadonlyBoxes = { has: () => false };

interface ReadonlyBoxes {
  has(box: Box): boolean;
}

/**
 * All margins that adjoin the bottom border edge of a box. `stretched`: boxes that `min-height` made higher than their
 * content; as in browsers, the margins of that content end inside.
 */
export function strutAfter(box: Box, inlineSize: Pt, stretched: ReadonlyBoxes): Strut {
  const { margin } = box.element.style;
  const own = strutOf(margin.bottom === 'auto' ? 0 : resolveLength(margin.bottom, inlineSize));
  if (box.kind !== 'block' || !joinsLastChild(box) || stretched.has(box)) return own;
  const inside = contentWidth(box, inlineSize);
  let strut = own;
  for (let i = box.children.length - 1; i >= 0; i--) {
    const child = box.children[i]!; // 0 <= i < length
    if (!isInFlow(child)) continue;
    strut = joinStruts(strut, strutAfter(child, inside, stretched));
    if (!collapsesThrough(child) || stretched.has(child)) break;
    strut = joinStruts(strut, strutBefore(child, inside));
  }
  return strut;
}

/** A block whose margins meet those of its content is laid out filling: its width needs no look at the content. */
export function contentWidth(box: Extract<Box, { kind: 'block' }>, inlineSize: Pt): Pt {
  const edges = boxEdges(box.element.style, inlineSize);
  const space = { inlineSize, blockSize: undefined, blockLeft: 0, offset: 0, page: { number: 1, count: 1 } };
  return usedWidth(box, space, edges, () => ({ min: 0, max: 0 })) - inlineEdges(edges);
}
