import type { Insets, Sides } from '../base/geometry.ts';
import type { Pt } from '../base/units.ts';
import type { AutoLength, ComputedStyle, LengthPercentage, MaxLength } from '../document/types.ts';

/** Used margins ('auto' where the formatting context decides), borders and padding of a box. */
export interface BoxEdges {
  readonly margin: Sides<Pt | 'auto'>;
  readonly border: Insets;
  readonly padding: Insets;
}

export const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

export function resolveLength(value: LengthPercentage, base: Pt): Pt {
  return value.percent === 0 ? value.pt : value.pt + (value.percent * base) / 100;
}

/** CSS Box Alignment 3, section 8.1: `normal` is 0 between flex items. A sum is never less than 0. */
export const gapBetweenItems = (gap: ComputedStyle['columnGap'], base: Pt): Pt =>
  gap === 'normal' ? 0 : Math.max(0, resolveLength(gap, base));

/** `undefined` for `auto`, `none`, and a percentage of an indefinite size. */
export function resolveSize(value: AutoLength | MaxLength, base: Pt | undefined): Pt | undefined {
  if (value === 'auto' || value === 'none') return undefined;
  if (base === undefined) return value.percent === 0 ? value.pt : undefined;
  return resolveLength(value, base);
}

/** A `min-*`: percentages of an indefinite size count 0, also inside a sum. CSS Sizing 3, section 5.2.1. */
export function resolveLeast(value: AutoLength, base: Pt | undefined): Pt | undefined {
  return base === undefined && value !== 'auto' ? value.pt : resolveSize(value, base);
}

/** A sum of a length and a percentage may come to less than nothing, which no padding is. CSS Values 4, section 10.12. */
const usedPadding = (value: LengthPercentage, inlineSize: Pt): Pt => Math.max(0, resolveLength(value, inlineSize));

/** CSS Box 4: percentages of margin and padding count from the containing block's inline size, on all sides. */
export function boxEdges(style: ComputedStyle, inlineSize: Pt): BoxEdges {
  const margin = (value: AutoLength): Pt | 'auto' => (value === 'auto' ? 'auto' : resolveLength(value, inlineSize));
  return {
    margin: {
      top: margin(style.margin.top),
      right: margin(style.margin.right),
      bottom: margin(style.margin.bottom),
      left: margin(style.margin.left),
    },
    border: {
      top: style.border.top.width,
      right: style.border.right.width,
      bottom: style.border.bottom.width,
      left: style.border.left.width,
    },
    padding: {
      top: usedPadding(style.padding.top, inlineSize),
      right: usedPadding(style.padding.right, inlineSize),
      bottom: usedPadding(style.padding.bottom, inlineSize),
      left: usedPadding(style.padding.left, inlineSize),
    },
  };
}

const horizontal = (insets: Insets): Pt => insets.left + insets.right;
const vertical = (insets: Insets): Pt => insets.top + insets.bottom;

/** Border and padding together, left and right. */
export const inlineEdges = (edges: BoxEdges): Pt => horizontal(edges.border) + horizontal(edges.padding);
/** Border and padding together, top and bottom. */
export const blockEdges = (edges: BoxEdges): Pt => vertical(edges.border) + vertical(edges.padding);

/** A `width` or `height` as a border-box size. `edges`: border and padding of that axis. */
export function borderBoxSize(style: ComputedStyle, size: Pt | undefined, edges: Pt): Pt | undefined {
  if (size === undefined) return undefined;
  return style.boxSizing === 'border-box' ? Math.max(size, edges) : Math.max(size, 0) + edges;
}

/** CSS Sizing 3: max first, then min, so that min wins. All are border-box sizes. */
export function clampSize(size: Pt, min: Pt | undefined, max: Pt | undefined): Pt {
  const upper = max === undefined ? size : Math.min(size, max);
  return min === undefined ? upper : Math.max(upper, min);
}

/**
 * CSS 2.2, section 10.3.3: auto margins left and right of a block-level box share what its border box of `width` leaves
 * free. Those of a box with a forced width are its parent's to give; beside an inline-level box nothing is free.
 */
export function usedMargins(
  edges: BoxEdges,
  width: Pt,
  space: {
    readonly inlineSize: Pt;
    readonly forcedWidth?: Pt | undefined;
    readonly shrinkToFit?: boolean | undefined;
  },
): Insets {
  const { left, right, top, bottom } = edges.margin;
  const fixed = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const isPlaced = space.forcedWidth === undefined && space.shrinkToFit !== true;
  const free = isPlaced ? Math.max(0, space.inlineSize - width - fixed(left) - fixed(right)) : 0;
  const autos = (left === 'auto' ? 1 : 0) + (right === 'auto' ? 1 : 0);
  return {
    top: fixed(top),
    bottom: fixed(bottom),
    left: left === 'auto' ? free / autos : left,
    right: right === 'auto' ? free / autos : right,
  };
}
