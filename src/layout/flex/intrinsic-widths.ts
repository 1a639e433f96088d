import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import type { IntrinsicWidths } from '../../text/types.ts';
import { blockSizes } from '../block/block-sizes.ts';
import { blockEdges, borderBoxSize, boxEdges, clampSize, gapBetweenItems, inlineEdges } from '../box-geometry.ts';
import { contributionOf, lengthAlone } from '../contribution.ts';
import type { Box, FlexBox, LayoutContext, SizingSpace } from '../types.ts';
import { ignoringWidths } from '../unbroken.ts';
import { flexAxes, usedAlignment } from './item.ts';
import { isItem } from './order.ts';

/**
 * Min-content and max-content contribution of the container (CSS Flexbox 1, section 9.9), of its margin box. A row on
 * one line asks for the sum of its items, all others for the widest.
 */
export function flexIntrinsicWidths(box: FlexBox, space: SizingSpace, context: LayoutContext): IntrinsicWidths {
  return contributionOf(box, space, () => {
    const { style } = box.element;
    const { isRow, wraps } = flexAxes(style);
    const asked = insideOf(box, space);
    const children = box.children.filter(isItem);
    const gaps = Math.max(0, children.length - 1) * gapBetweenItems(style.columnGap, 0);
    const whole = children.map((child) => context.intrinsicWidths(child, stretchedSpace(child, style, asked)));
    const items = isRow ? children.map((child, i) => contribution(child, whole[i]!, { asked, context })) : whole;
    const sum = (of: (item: IntrinsicWidths) => Pt): Pt => items.reduce((total, item) => total + of(item), gaps);
    const largest = (of: (item: IntrinsicWidths) => Pt): Pt =>
      whole.reduce((most, item) => Math.max(most, of(item)), 0);
    const min = Math.max(0, isRow && !wraps ? sum((item) => item.min) : largest((item) => item.min));
    return { min, max: Math.max(min, isRow ? sum((item) => item.max) : largest((item) => item.max)) };
  });
}

/** A percentage inside counts from a width that is not known yet, and from the height if that is. */
function insideOf(box: FlexBox, space: SizingSpace): SizingSpace {
  const edges = boxEdges(box.element.style, space.inlineSize);
  const { height } = blockSizes(box, space, edges);
  const blockSize = height === undefined ? undefined : height - blockEdges(edges);
  return { inlineSize: 0, blockSize, page: space.page };
}

/** An item that is stretched along a height that is known: its width may follow from it. */
function stretchedSpace(box: Box, container: ComputedStyle, asked: SizingSpace): SizingSpace {
  const axes = flexAxes(container);
  const { style } = box.element;
  if (asked.blockSize === undefined || !axes.isRow || axes.wraps) return asked;
  const isStretched = usedAlignment(style.alignSelf, { axes, alignItems: container.alignItems }) === 'stretch';
  const { top, bottom } = boxEdges(style, 0).margin;
  if (!isStretched || style.height !== 'auto' || top === 'auto' || bottom === 'auto') return asked;
  const { min, max } = blockSizes(box, asked, boxEdges(style, 0));
  return { ...asked, forcedHeight: clampSize(asked.blockSize - top - bottom, min, max) };
}

/**
 * Section 9.9.3: an item that cannot grow or shrink from a flex base size of its own to what its content asks for keeps
 * its hypothetical size. All sizes of the margin box.
 */
function contribution(
  box: Box,
  widths: IntrinsicWidths,
  place: { readonly asked: SizingSpace; readonly context: LayoutContext },
): IntrinsicWidths {
  const { style } = box.element;
  const basis = style.flexBasis === 'content' ? undefined : lengthAlone(style.flexBasis);
  if (basis === undefined) return widths;
  const edges = boxEdges(style, 0);
  const sides = inlineEdges(edges);
  const { left, right } = edges.margin;
  const margins = (left === 'auto' ? 0 : left) + (right === 'auto' ? 0 : right);
  const base = margins + Math.max(sides, borderBoxSize(style, basis, sides) ?? 0);
  const outer = (size: Pt | undefined): Pt | undefined => {
    const border = borderBoxSize(style, size, sides);
    return border === undefined ? undefined : border + margins;
  };
  const most = outer(lengthAlone(style.maxWidth));
  const automatic = (): Pt => {
    const content = place.context.intrinsicWidths(ignoringWidths(box), place.asked).min;
    return clampSize(Math.min(content, outer(lengthAlone(style.width)) ?? content), undefined, most);
  };
  const isAutomatic = style.minWidth === 'auto' && style.overflow === 'visible';
  const least = isAutomatic ? automatic() : outer(lengthAlone(style.minWidth));
  const hypothetical = clampSize(base, least, most);
  const held = (size: Pt): Pt => {
    const cannotMove = (size > base && style.flexGrow === 0) || (size < base && style.flexShrink === 0);
    return cannotMove ? hypothetical : size;
  };
  return { min: held(widths.min), max: held(widths.max) };
}
