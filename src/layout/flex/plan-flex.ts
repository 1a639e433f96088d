import type { Insets, Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import { blockEdges } from '../box-geometry.ts';
import type { FlexBox, Fragment, LayoutContext, Space } from '../types.ts';
import { layoutUnbroken, layoutWithHeight } from '../unbroken.ts';
import { type FlexContainer, flexContainer } from './container.ts';
import { distribute } from './distribute.ts';
import { flexIntrinsicWidths } from './intrinsic-widths.ts';
import { askedSpace, type FlexAxes, type FlexItem, type FlexScene, fittingWidth, flexAxes, flexItem } from './item.ts';
import { orderedChildren } from './order.ts';
import { hypotheticalSize, resolveFlexibleLengths } from './resolve-lengths.ts';

/** An item with its place; `rect` is its border box in the content box of the container. */
export interface PlacedItem {
  readonly item: FlexItem;
  readonly fragment: Fragment;
  readonly rect: Rect;
  /** Used margins: auto margins have taken their share. */
  readonly margin: Insets;
}

export interface PlacedLine {
  readonly items: readonly PlacedItem[];
  /** Along the cross axis, in the content box of the container. */
  readonly start: Pt;
  readonly size: Pt;
}

/** A flex container laid out in one piece. */
export interface FlexPlan {
  readonly axes: FlexAxes;
  readonly container: FlexContainer;
  /** In the order of the items. */
  readonly lines: readonly PlacedLine[];
  readonly innerHeight: Pt;
  /** Of the border box. */
  readonly height: Pt;
}

/** CSS Flexbox 1, section 9, from its step 1 to its step 16. */
export function planFlex(box: FlexBox, space: Space, context: LayoutContext): FlexPlan {
  const { style } = box.element;
  const axes = flexAxes(style);
  const container = flexContainer(box, space, () => flexIntrinsicWidths(box, space, context));
  const scene: FlexScene = { axes, container, space, context, alignItems: style.alignItems };
  const items = orderedChildren(box).map((child) => flexItem(child, scene));

  const available = availableMain(container, axes);
  const lines = breakLines(items, axes.wraps ? available : Number.POSITIVE_INFINITY, container.mainGap);
  const mainSize = axes.isRow ? container.innerWidth : columnHeight(lines, container);
  const sized = lines.map((line) => sizeLine(line, mainSize, scene));

  const crossSizes = lineCrossSizes(sized, scene);
  const contentCross = crossSizes.reduce((sum, size) => sum + size, 0) + gaps(lines.length, container.crossGap);
  const crossSize = axes.isRow
    ? (container.innerHeight ?? Math.max(container.minInnerHeight, Math.min(contentCross, container.maxInnerHeight)))
    : container.innerWidth;

  const spread = spreadLines(crossSizes, crossSize, scene, style.alignContent);
  const placed = sized.map((line, i): PlacedLine => {
    const { start, size } = spread[i]!;
    return { start, size, items: placeLine(line, { start, size, mainSize }, scene, style.justifyContent) };
  });
  const innerHeight = axes.isRow ? crossSize : mainSize;
  return { axes, container, lines: placed, innerHeight, height: innerHeight + blockEdges(container.edges) };
}

const gaps = (count: number, gap: Pt): Pt => Math.max(0, count - 1) * gap;

function availableMain(container: FlexContainer, axes: FlexAxes): Pt {
  return axes.isRow ? container.innerWidth : (container.innerHeight ?? container.maxInnerHeight);
}

const outerHypothetical = (item: FlexItem): Pt => hypotheticalSize(item.main) + item.main.outer;

/** Step 5. A hair of tolerance, so that thirds of a width still make three on a line. */
function breakLines(items: readonly FlexItem[], available: Pt, gap: Pt): readonly (readonly FlexItem[])[] {
  const lines: FlexItem[][] = [];
  let current: FlexItem[] = [];
  let used = 0;
  for (const item of items) {
    const outer = outerHypothetical(item);
    if (current.length > 0 && used + gap + outer > available + 0.001) {
      lines.push(current);
      current = [];
    }
    used = current.length === 0 ? outer : used + gap + outer;
    current.push(item);
  }
  if (current.length > 0) lines.push(current);
  return lines;
}

/** Step 4 for columns: the content height of the container. */
function columnHeight(lines: readonly (readonly FlexItem[])[], container: FlexContainer): Pt {
  if (container.innerHeight !== undefined) return container.innerHeight;
  const content = lines.map(
    (line) => line.reduce((sum, item) => sum + outerHypothetical(item), 0) + gaps(line.length, container.mainGap),
  );
  return Math.max(container.minInnerHeight, Math.min(Math.max(0, ...content), container.maxInnerHeight));
}

/** An item with used main size and hypothetical cross size, both of the border box. */
interface SizedItem {
  readonly item: FlexItem;
  readonly main: Pt;
  readonly cross: Pt;
  /** From the border-box top; synthesized where the item has none. Of a column, from the left: always 0. */
  readonly baseline: Pt;
}

/** Steps 6 and 7. */
function sizeLine(items: readonly FlexItem[], mainSize: Pt, scene: FlexScene): readonly SizedItem[] {
  const available = mainSize - gaps(items.length, scene.container.mainGap);
  const sizes = resolveFlexibleLengths(
    items.map((item) => item.main),
    available,
  );
  return items.map((item, i): SizedItem => {
    const main = sizes[i]! + item.mainEdges;
    if (!scene.axes.isRow) return { item, main, cross: columnCross(item, main, scene), baseline: 0 };
    const fragment = layoutUnbroken(item.box, askedSpace(scene, main), scene.context);
    return { item, main, cross: fragment.rect.height, baseline: fragment.firstBaseline ?? fragment.rect.height };
  });
}

/** A replaced item of a column that is not stretched follows its used height through the ratio. */
function columnCross(item: FlexItem, main: Pt, scene: FlexScene): Pt {
  const width = item.columnWidth ?? 0;
  const isFree = item.style.width === 'auto' && !(item.isStretched && !scene.axes.wraps);
  if (item.ratio === undefined || !isFree) return width;
  const { left, right } = item.edges.border;
  const sides = left + right + item.edges.padding.left + item.edges.padding.right;
  return Math.max(item.minCross, Math.min((main - item.mainEdges) * item.ratio + sides, item.maxCross));
}

const crossMargins = (item: FlexItem, axes: FlexAxes): Pt =>
  axes.isRow ? item.margin.top + item.margin.bottom : item.margin.left + item.margin.right;

const hasAutoCross = (item: FlexItem, axes: FlexAxes): boolean =>
  axes.isRow
    ? item.edges.margin.top === 'auto' || item.edges.margin.bottom === 'auto'
    : item.edges.margin.left === 'auto' || item.edges.margin.right === 'auto';

const sharesBaseline = (item: FlexItem, axes: FlexAxes): boolean =>
  item.align === 'baseline' && !hasAutoCross(item, axes);

/** From the cross-start margin edge of an item to its baseline. */
function baselineDepth({ item, cross, baseline }: SizedItem, axes: FlexAxes): Pt {
  const { top, right, bottom, left } = item.margin;
  const [near, far] = axes.isRow ? [top, bottom] : [left, right];
  return axes.isCrossReversed ? cross - baseline + far : near + baseline;
}

const lineDepth = (line: readonly SizedItem[], axes: FlexAxes): Pt =>
  line.reduce(
    (depth, sized) => (sharesBaseline(sized.item, axes) ? Math.max(depth, baselineDepth(sized, axes)) : depth),
    Number.NEGATIVE_INFINITY,
  );

/** Step 8. */
function lineCrossSizes(lines: readonly (readonly SizedItem[])[], scene: FlexScene): readonly Pt[] {
  const { axes, container } = scene;
  const definite = axes.isRow ? container.innerHeight : container.innerWidth;
  if (!axes.wraps && definite !== undefined) return lines.map(() => definite);
  return lines.map((line) => {
    const depth = lineDepth(line, axes);
    const size = line.reduce((largest, sized) => {
      const outer = sized.cross + crossMargins(sized.item, axes);
      const needed = sharesBaseline(sized.item, axes) ? depth + outer - baselineDepth(sized, axes) : outer;
      return Math.max(largest, needed);
    }, 0);
    if (axes.wraps) return size;
    return Math.max(container.minInnerHeight, Math.min(size, container.maxInnerHeight));
  });
}

/** Steps 9 and 16: sizes of the lines and where they begin, from the top or left of the content box. */
function spreadLines(
  sizes: readonly Pt[],
  crossSize: Pt,
  scene: FlexScene,
  keyword: FlexBox['element']['style']['alignContent'],
): readonly { readonly start: Pt; readonly size: Pt }[] {
  const { axes, container } = scene;
  if (sizes.length === 0) return [];
  if (!axes.wraps) return sizes.map((size) => ({ start: 0, size }));
  const used = sizes.reduce((sum, size) => sum + size, 0) + gaps(sizes.length, container.crossGap);
  const free = crossSize - used;
  const isStretched = keyword === 'stretch' || keyword === 'normal' || keyword === 'auto';
  const extra = isStretched && free > 0 ? free / sizes.length : 0;
  const { before, between } = isStretched
    ? { before: 0, between: 0 }
    : distribute(keyword, free, sizes.length, axes.isCrossReversed);
  let at = before;
  return sizes.map((own) => {
    const size = own + extra;
    const start = axes.isCrossReversed ? crossSize - at - size : at;
    at += size + between + container.crossGap;
    return { start, size };
  });
}

/** Steps 11 to 14: cross sizes, auto margins, alignment along both axes. */
function placeLine(
  line: readonly SizedItem[],
  room: { readonly start: Pt; readonly size: Pt; readonly mainSize: Pt },
  scene: FlexScene,
  justify: FlexBox['element']['style']['justifyContent'],
): readonly PlacedItem[] {
  const { axes, container } = scene;
  const outer = line.reduce((sum, { item, main }) => sum + main - item.mainEdges + item.main.outer, 0);
  const free = room.mainSize - outer - gaps(line.length, container.mainGap);
  const autos = line.reduce((count, { item }) => count + mainAutos(item, axes), 0);
  const share = autos > 0 && free > 0 ? free / autos : 0;
  const { before, between } = distribute(justify, autos > 0 ? Math.min(free, 0) : free, line.length, axes.isReversed);
  const depth = lineDepth(line, axes);

  let at = before;
  return line.map((sized): PlacedItem => {
    const { item, main } = sized;
    const cross = crossSize(sized, room.size - crossMargins(item, axes), scene);
    const margin = shareMargins(item, { share, room: room.size - cross - crossMargins(item, axes) }, axes);
    const [first, last] = mainEnds(margin, axes);
    const position = axes.isReversed ? room.mainSize - at - first - main : at + first;
    at += first + main + last + between + container.mainGap;
    const offset = crossOffset({ ...sized, cross }, margin, { size: room.size, depth }, axes);
    const rect: Rect = axes.isRow
      ? { x: position, y: room.start + offset, width: main, height: cross }
      : { x: room.start + offset, y: position, width: cross, height: main };
    return { item, rect, margin, fragment: layoutItem(item, rect, scene) };
  });
}

/** Step 11. As in browsers, an item of a column that wraps fits its content to the line, which may be the wider one. */
function crossSize({ item, cross }: SizedItem, available: Pt, scene: FlexScene): Pt {
  const { axes } = scene;
  const limited = (size: Pt): Pt => Math.max(item.minCross, Math.min(size, item.maxCross));
  if (item.isStretched) return limited(available);
  const isFitting = !axes.isRow && axes.wraps && item.style.width === 'auto' && item.ratio === undefined;
  return isFitting && available > cross ? limited(fittingWidth(item, available, scene)) : cross;
}

function mainAutos(item: FlexItem, axes: FlexAxes): number {
  const { top, right, bottom, left } = item.edges.margin;
  const [a, b] = axes.isRow ? [left, right] : [top, bottom];
  return (a === 'auto' ? 1 : 0) + (b === 'auto' ? 1 : 0);
}

/** Margins at the start and the end of the main axis. */
function mainEnds(margin: Insets, axes: FlexAxes): readonly [Pt, Pt] {
  const [start, end] = axes.isRow ? [margin.left, margin.right] : [margin.top, margin.bottom];
  return axes.isReversed ? [end, start] : [start, end];
}

/** CSS Flexbox 1, section 8.1. Along the cross axis an overflow goes to the end. */
function shareMargins(item: FlexItem, free: { readonly share: Pt; readonly room: Pt }, axes: FlexAxes): Insets {
  const auto = item.edges.margin;
  const cross = (one: 'auto' | Pt, other: 'auto' | Pt): Pt =>
    free.room <= 0 ? 0 : one === 'auto' && other === 'auto' ? free.room / 2 : free.room;
  const value = (side: 'top' | 'right' | 'bottom' | 'left', opposite: 'top' | 'right' | 'bottom' | 'left'): Pt => {
    const isMain = axes.isRow === (side === 'left' || side === 'right');
    if (auto[side] !== 'auto') return item.margin[side];
    return isMain ? free.share : cross(auto[side], auto[opposite]);
  };
  return {
    top: value('top', 'bottom'),
    bottom: value('bottom', 'top'),
    left: value('left', 'right'),
    right: value('right', 'left'),
  };
}

/** From the top or left of the line to the border box. */
function crossOffset(
  sized: SizedItem,
  margin: Insets,
  line: { readonly size: Pt; readonly depth: Pt },
  axes: FlexAxes,
): Pt {
  const { item, cross } = sized;
  const [near, far] = axes.isRow ? [margin.top, margin.bottom] : [margin.left, margin.right];
  const free = line.size - cross - near - far;
  const atStart = axes.isCrossReversed ? near + free : near;
  const atEnd = axes.isCrossReversed ? near : near + free;
  if (hasAutoCross(item, axes)) return free < 0 ? near : atStart;
  switch (item.align) {
    case 'flex-end':
      return atEnd;
    case 'center':
      return near + free / 2;
    case 'baseline': {
      const shift = line.depth - baselineDepth(sized, axes);
      return axes.isCrossReversed ? atStart - shift : atStart + shift;
    }
    default:
      return atStart;
  }
}

/** The item at its used size: CSS Flexbox 1, section 9.8 says which height counts as definite inside. */
function layoutItem(item: FlexItem, rect: Rect, scene: FlexScene): Fragment {
  const { axes, container, context } = scene;
  const asked = askedSpace(scene, rect.width);
  if (axes.isRow) {
    if (!item.isStretched) return layoutUnbroken(item.box, asked, context);
    return layoutWithHeight(item.box, asked, { height: rect.height, isDefinite: true }, context);
  }
  const isDefinite = container.innerHeight !== undefined || item.isDefinite;
  return layoutWithHeight(item.box, asked, { height: rect.height, isDefinite }, context);
}
