import type { Replaced } from '../../asset/types.ts';
import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { AlignKeyword, AutoLength, ComputedStyle, MaxLength } from '../../document/types.ts';
import {
  type BoxEdges,
  blockEdges,
  borderBoxSize,
  boxEdges,
  inlineEdges,
  resolveLeast,
  resolveSize,
} from '../box-geometry.ts';
import { lazy } from '../lazy.ts';
import type { Box, LayoutContext, SizingSpace, Space } from '../types.ts';
import { ignoringHeights, ignoringWidths, layoutUnbroken } from '../unbroken.ts';
import type { FlexContainer } from './container.ts';
import type { FlexLength } from './resolve-lengths.ts';

export interface FlexAxes {
  readonly isRow: boolean;
  readonly isReversed: boolean;
  readonly wraps: boolean;
  readonly isCrossReversed: boolean;
}

export function flexAxes(style: ComputedStyle): FlexAxes {
  return {
    isRow: style.flexDirection === 'row' || style.flexDirection === 'row-reverse',
    isReversed: style.flexDirection === 'row-reverse' || style.flexDirection === 'column-reverse',
    wraps: style.flexWrap !== 'nowrap',
    isCrossReversed: style.flexWrap === 'wrap-reverse',
  };
}

/** An item along both axes, in the order of `order`. Sizes of `main` are of the content box, all others of the border box. */
export interface FlexItem {
  readonly box: Box;
  readonly style: ComputedStyle;
  readonly edges: BoxEdges;
  /** Auto margins count 0. */
  readonly margin: Insets;
  readonly main: FlexLength;
  /** Border and padding along the main axis. */
  readonly mainEdges: Pt;
  readonly align: AlignKeyword;
  /** Aligned with `stretch`, without a cross size or auto margins of its own. */
  readonly isStretched: boolean;
  /** Border-box width, where it is known before the main sizes: of the items of a column. */
  readonly columnWidth: Pt | undefined;
  readonly minCross: Pt;
  readonly maxCross: Pt;
  /** Width by height of replaced content that has a ratio. */
  readonly ratio: number | undefined;
  /** Whether the flex base size does not come from the content: as in browsers, the main size is definite then. */
  readonly isDefinite: boolean;
}

/** What the items of one container have in common. */
export interface FlexScene {
  readonly axes: FlexAxes;
  readonly container: FlexContainer;
  readonly space: Space;
  readonly context: LayoutContext;
  readonly alignItems: AlignKeyword;
}

/** The space of an item, as far as it is the same for all items. */
export const askedSpace = ({ container, space }: FlexScene, forcedWidth?: Pt): SizingSpace => ({
  inlineSize: container.innerWidth,
  blockSize: container.innerHeight,
  forcedWidth,
  forcedHeight: undefined,
  shrinkToFit: undefined,
  page: space.page,
});

function ratioOf(box: Box): number | undefined {
  if (box.kind !== 'replaced') return undefined;
  const { width, height } = naturalRatio(box.replaced);
  return width > 0 && height > 0 ? width / height : undefined;
}

function naturalRatio(replaced: Replaced): { width: number; height: number } {
  switch (replaced.kind) {
    case 'picture':
      return { width: replaced.header.widthPx, height: replaced.header.heightPx };
    case 'drawing':
      return replaced.drawing.natural;
    case 'qr':
      return { width: 1, height: 1 };
  }
}

/** Min and max of one axis as border-box sizes; `automatic` where `min` is `auto`. */
interface Limits {
  readonly size: Pt | undefined;
  readonly min: Pt;
  readonly max: Pt;
}

function limits(
  item: { style: ComputedStyle; edges: BoxEdges },
  axis: 'width' | 'height',
  base: Pt | undefined,
): Limits {
  const { style, edges } = item;
  const isWidth = axis === 'width';
  const sides = isWidth ? inlineEdges(edges) : blockEdges(edges);
  const size = (value: AutoLength | MaxLength): Pt | undefined => borderBoxSize(style, resolveSize(value, base), sides);
  return {
    size: size(isWidth ? style.width : style.height),
    min: borderBoxSize(style, resolveLeast(isWidth ? style.minWidth : style.minHeight, base), sides) ?? sides,
    max: size(isWidth ? style.maxWidth : style.maxHeight) ?? Number.POSITIVE_INFINITY,
  };
}

const clamp = (size: Pt, { min, max }: { min: Pt; max: Pt }): Pt => Math.max(min, Math.min(size, max));

/** CSS Flexbox 1, sections 9.2 (step 3), 4.5 and, of columns, the cross size of step 7. */
export function flexItem(box: Box, scene: FlexScene): FlexItem {
  const { axes, container } = scene;
  const { style } = box.element;
  const edges = boxEdges(style, container.innerWidth);
  const zero = (value: Pt | 'auto'): Pt => (value === 'auto' ? 0 : value);
  const margin: Insets = {
    top: zero(edges.margin.top),
    right: zero(edges.margin.right),
    bottom: zero(edges.margin.bottom),
    left: zero(edges.margin.left),
  };
  const width = limits({ style, edges }, 'width', container.innerWidth);
  const height = limits({ style, edges }, 'height', container.innerHeight);
  const cross = axes.isRow ? height : width;
  const align = usedAlignment(style.alignSelf, scene);
  const crossAuto = axes.isRow
    ? edges.margin.top === 'auto' || edges.margin.bottom === 'auto'
    : edges.margin.left === 'auto' || edges.margin.right === 'auto';
  const isStretched = align === 'stretch' && !crossAuto && (axes.isRow ? style.height : style.width) === 'auto';
  const ratio = ratioOf(box);
  const draft: Draft = { box, style, edges, margin, width, height, isStretched, ratio };
  const columnWidth = axes.isRow ? undefined : columnItemWidth(draft, scene);
  const sizes = mainSizes(draft, columnWidth, scene);
  const mainEdges = axes.isRow ? inlineEdges(edges) : blockEdges(edges);
  return {
    box,
    style,
    edges,
    margin,
    main: {
      base: Math.max(0, sizes.base - mainEdges),
      min: Math.max(0, sizes.min - mainEdges),
      max: Math.max(0, sizes.max - mainEdges),
      grow: style.flexGrow,
      shrink: style.flexShrink,
      outer: mainEdges + (axes.isRow ? margin.left + margin.right : margin.top + margin.bottom),
    },
    mainEdges,
    align,
    isStretched,
    columnWidth,
    minCross: cross.min,
    maxCross: cross.max,
    ratio,
    isDefinite: sizes.isDefinite,
  };
}

interface Draft {
  readonly box: Box;
  readonly style: ComputedStyle;
  readonly edges: BoxEdges;
  readonly margin: Insets;
  readonly width: Limits;
  readonly height: Limits;
  readonly isStretched: boolean;
  readonly ratio: number | undefined;
}

export function usedAlignment(
  self: AlignKeyword,
  scene: { readonly axes: FlexAxes; readonly alignItems: AlignKeyword },
): AlignKeyword {
  const named = self === 'auto' ? scene.alignItems : self;
  switch (named) {
    case 'normal':
    case 'auto':
      return 'stretch';
    case 'start':
      return scene.axes.isCrossReversed ? 'flex-end' : 'flex-start';
    case 'end':
      return scene.axes.isCrossReversed ? 'flex-start' : 'flex-end';
    default:
      return named;
  }
}

/** Border-box width of an item of a column before flexing: stretched in a single line, else what fits its content. */
function columnItemWidth(item: Draft, scene: FlexScene): Pt {
  const { margin, width } = item;
  const available = scene.container.innerWidth - margin.left - margin.right;
  if (width.size !== undefined) return clamp(width.size, width);
  if (item.isStretched && !scene.axes.wraps) return clamp(available, width);
  if (item.ratio !== undefined) {
    const shrunk = { ...askedSpace(scene), shrinkToFit: true };
    return layoutUnbroken(item.box, shrunk, scene.context).rect.width;
  }
  return clamp(fittingWidth(item, available, scene), width);
}

/** Border-box width that the content alone takes where so much is available. */
export function fittingWidth(item: Measured, available: Pt, scene: FlexScene): Pt {
  const content = contentWidths(item, scene);
  return Math.min(Math.max(content.min, available), content.max);
}

type Measured = Pick<FlexItem, 'box' | 'margin' | 'isStretched' | 'ratio'>;

/** Border-box widths of the content alone. */
function contentWidths({ box, margin, isStretched, ratio }: Measured, scene: FlexScene): { min: Pt; max: Pt } {
  const { innerHeight } = scene.container;
  const follows = scene.axes.isRow && !scene.axes.wraps && isStretched && ratio === undefined;
  const forcedHeight = follows && innerHeight !== undefined ? innerHeight - margin.top - margin.bottom : undefined;
  const { min, max } = scene.context.intrinsicWidths(ignoringWidths(box), { ...askedSpace(scene), forcedHeight });
  const margins = margin.left + margin.right;
  return { min: min - margins, max: max - margins };
}

/** Flex base size and limits as border-box sizes. */
function mainSizes(
  item: Draft,
  columnWidth: Pt | undefined,
  scene: FlexScene,
): { base: Pt; min: Pt; max: Pt; isDefinite: boolean } {
  const { isRow } = scene.axes;
  const { style, edges, ratio } = item;
  const main = isRow ? item.width : item.height;
  const sides = isRow ? inlineEdges(edges) : blockEdges(edges);
  const transferred = ratio === undefined ? undefined : transferredSize(item, columnWidth, ratio, scene);
  const content = lazy(() => contentSizes(item, columnWidth, scene));

  const basis = flexBasis(style, main, {
    sides,
    base: isRow ? scene.container.innerWidth : scene.container.innerHeight,
  });
  const base = basis ?? transferred ?? content().max;

  const minimum = isRow ? style.minWidth : style.minHeight;
  const isAutomatic = minimum === 'auto' && style.overflow === 'visible';
  const asked = isAutomatic ? automaticMinimum(item, main, { transferred, content }, scene) : main.min;
  // A table never becomes smaller than its content: CSS Tables 3, section 3.9.1.
  const min = item.box.kind === 'table' ? Math.max(asked, content().min) : asked;
  return { base, min, max: main.max, isDefinite: basis !== undefined };
}

function flexBasis(
  style: ComputedStyle,
  main: Limits,
  axis: { readonly sides: Pt; readonly base: Pt | undefined },
): Pt | undefined {
  if (style.flexBasis === 'content') return undefined;
  if (style.flexBasis === 'auto') return main.size;
  return borderBoxSize(style, resolveSize(style.flexBasis, axis.base), axis.sides);
}

/** Min-content and max-content size of the content along the main axis, as border-box sizes. */
function contentSizes(item: Draft, columnWidth: Pt | undefined, scene: FlexScene): { min: Pt; max: Pt } {
  if (scene.axes.isRow) return contentWidths(item, scene);
  const box = ignoringHeights(item.box);
  const { height } = layoutUnbroken(box, askedSpace(scene, columnWidth), scene.context).rect;
  return { min: height, max: height };
}

/** Main size that follows from a definite cross size through the ratio; border box. */
function transferredSize(item: Draft, columnWidth: Pt | undefined, ratio: number, scene: FlexScene): Pt | undefined {
  const { edges, margin } = item;
  const { isRow, wraps } = scene.axes;
  if (isRow) {
    const { innerHeight } = scene.container;
    const stretched =
      item.isStretched && !wraps && innerHeight !== undefined ? innerHeight - margin.top - margin.bottom : undefined;
    const height = item.height.size ?? stretched;
    if (height === undefined) return undefined;
    return (clamp(height, item.height) - blockEdges(edges)) * ratio + inlineEdges(edges);
  }
  const width = item.width.size ?? (item.isStretched && !wraps ? columnWidth : undefined);
  if (width === undefined) return undefined;
  return (clamp(width, item.width) - inlineEdges(edges)) / ratio + blockEdges(edges);
}

/** CSS Flexbox 1, section 4.5: the content-based minimum, border box. */
function automaticMinimum(
  item: Draft,
  main: Limits,
  known: { readonly transferred: Pt | undefined; readonly content: () => { min: Pt; max: Pt } },
  scene: FlexScene,
): Pt {
  const content = known.transferred ?? known.content().min;
  const limited = item.ratio === undefined ? content : throughRatio(item, content, item.ratio, scene);
  const suggestion = main.size === undefined ? limited : Math.min(main.size, limited);
  return Math.min(suggestion, main.max);
}

/** Clamps a main size by the definite cross limits, converted through the ratio. */
function throughRatio(item: Draft, size: Pt, ratio: number, scene: FlexScene): Pt {
  const { edges } = item;
  const inline = inlineEdges(edges);
  const block = blockEdges(edges);
  if (scene.axes.isRow) {
    const convert = (height: Pt): Pt => (height - block) * ratio + inline;
    return clamp(size, { min: convert(item.height.min), max: convert(item.height.max) });
  }
  const convert = (width: Pt): Pt => (width - inline) / ratio + block;
  return clamp(size, { min: convert(item.width.min), max: convert(item.width.max) });
}
