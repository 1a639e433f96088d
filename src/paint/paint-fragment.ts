import { assertNever } from '../base/assert-never.ts';
import type { Point, Rect } from '../base/geometry.ts';
import type { Display, StyledElement } from '../document/types.ts';
import type { Fragment } from '../layout/types.ts';
import { type ClosedSides, insetRect, roundedPath, sumInsets } from './box-paths.ts';
import { artifactOwner, type Brush, offsetRect } from './canvas.ts';
import { contextItems, createLayer, type Layer, layerParts, type StackEntry } from './layers.ts';
import { paintRule } from './paint-borders.ts';
import { innerRadii, paintBox } from './paint-box.ts';
import { paintContent } from './paint-content.ts';
import { paintLines } from './paint-lines.ts';
import { addLinkArea, linkOf } from './paint-links.ts';
import { paintTablePart } from './paint-table-part.ts';
import type { DisplayItem } from './types.ts';

/** Paints a fragment and what is in it. `origin`: of the border box of its parent, on the page. */
export function paintFragment(outer: Brush, fragment: Fragment, origin: Point, isFlexItem = false): void {
  const rect = offsetRect(fragment.rect, origin.x, origin.y);
  const brush = enterFragment(outer, fragment, rect);
  const level = levelOf(fragment, isFlexItem);
  switch (level.kind) {
    case 'flow':
      paintOwnBox(brush, fragment, rect);
      paintClipped(brush, fragment, rect);
      return;
    case 'atomic': {
      const { items, entries } = layerParts(paintLayer(brush, fragment, rect));
      outer.layer.content.push(...items);
      outer.layer.entries.push(...entries);
      return;
    }
    case 'positioned': {
      const { items, entries } = layerParts(paintLayer(brush, fragment, rect));
      outer.layer.entries.push(entryOf(outer, fragment, 0, items), ...entries);
      return;
    }
    case 'context': {
      const { opacity } = fragment.element.style;
      if (opacity <= 0) return;
      const items = contextItems(paintLayer(brush, fragment, rect));
      const whole: readonly DisplayItem[] =
        opacity >= 1 || items.length === 0 ? items : [{ kind: 'group', clip: undefined, opacity, items }];
      outer.layer.entries.push(entryOf(outer, fragment, level.z, whole));
      return;
    }
    default:
      assertNever(level);
  }
}

/** How a box takes part in the painting order. CSS 2.2, appendix E; CSS Color 4, section 4; CSS Flexbox 1, section 5.4. */
type Level =
  | { readonly kind: 'flow' }
  /** As if it made a stacking context, but for positioned boxes in it. */
  | { readonly kind: 'atomic' }
  | { readonly kind: 'positioned' }
  | { readonly kind: 'context'; readonly z: number };

const IN_FLOW: Level = { kind: 'flow' };

function levelOf({ anonymous, element: { style } }: Fragment, isFlexItem: boolean): Level {
  if (anonymous) return IN_FLOW;
  const isPositioned = style.position.kind === 'relative' || style.position.kind === 'absolute';
  const z = isPositioned || isFlexItem ? style.zIndex : 'auto';
  if (z !== 'auto') return { kind: 'context', z };
  if (style.opacity < 1) return { kind: 'context', z: 0 };
  if (isPositioned) return { kind: 'positioned' };
  return style.float === 'left' || style.float === 'right' || isAtom(style.display) ? { kind: 'atomic' } : IN_FLOW;
}

const isAtom = (display: Display): boolean =>
  display === 'inline-block' || display === 'inline-flex' || display === 'inline-table';

/** The fragment by itself. */
function paintLayer(brush: Brush, fragment: Fragment, rect: Rect): Layer {
  const layer = createLayer();
  const inside: Brush = { ...brush, layer };
  paintOwnBox(inside, fragment, rect);
  layer.own = layer.boxes.length;
  paintClipped(inside, fragment, rect);
  return layer;
}

function entryOf(outer: Brush, { element }: Fragment, z: number, items: readonly DisplayItem[]): StackEntry {
  return { z, id: element.id, items, at: outer.layer.content.length };
}

/** What is in the box, cut off at its padding edge where it hides what overflows. CSS Overflow 3, section 3. */
function paintClipped(brush: Brush, fragment: Fragment, rect: Rect): void {
  const { element, border } = fragment;
  if (fragment.anonymous || element.style.overflow === 'visible') {
    paintInside(brush, fragment, rect);
    return;
  }
  const inside = createLayer();
  paintInside({ ...brush, layer: inside }, fragment, rect);
  const clip = roundedPath(insetRect(rect, border), innerRadii(element, rect, closedSides(fragment), border));
  const clipped = (items: readonly DisplayItem[]): readonly DisplayItem[] =>
    items.length === 0 ? [] : [{ kind: 'group', clip, opacity: 1, items }];
  const { items, entries } = layerParts(inside);
  const { layer } = brush;
  layer.content.push(...clipped(items));
  // Positioned boxes whose containing block is outside are not in this fragment, so they are not cut off.
  layer.entries.push(...entries.map((entry) => ({ ...entry, items: clipped(entry.items) })));
}

/** A repeated fragment is decoration; a running element is content where it is shown first. */
function enterFragment(brush: Brush, fragment: Fragment, rect: Rect): Brush {
  const { element } = fragment;
  let inside = brush;
  if (fragment.repeated) inside = { ...brush, artifact: 'Pagination', isMargin: false };
  else if (brush.isMargin && brush.state.plan.running.has(element.id)) {
    inside = { ...brush, artifact: undefined, isMargin: false };
  }
  const link = fragment.anonymous ? undefined : linkOf(inside, element);
  if (link === undefined || link.id === inside.link) return inside;
  addLinkArea(inside, link, rect);
  return { ...inside, link: link.id };
}

const closedSides = ({ isFirst, isLast }: Fragment): ClosedSides => ({
  top: isFirst,
  bottom: isLast,
  left: true,
  right: true,
});

const TABLE_PARTS: ReadonlySet<Display> = new Set([
  'table-row',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-column',
  'table-column-group',
]);

function paintOwnBox(brush: Brush, fragment: Fragment, rect: Rect): void {
  if (fragment.anonymous) return;
  paintBoxOf(brush, fragment, rect);
  if (fragment.columnRules !== undefined) paintColumnRules(brush, fragment, rect);
}

function paintBoxOf(brush: Brush, fragment: Fragment, rect: Rect): void {
  const { element, border, padding } = fragment;
  const owner = artifactOwner(brush);
  if (TABLE_PARTS.has(element.style.display)) {
    brush.layer.boxes.push(...paintTablePart(brush, fragment, rect, owner));
    return;
  }
  const hasBackground = element.id !== brush.state.canvas?.id;
  const closed = closedSides(fragment);
  const whole = (): Rect => wholeRect(brush, fragment, rect);
  const box = { element, rect, border, padding, closed, owner, hasBackground };
  brush.layer.boxes.push(...paintBox(brush, fragment.isFirst && fragment.isLast ? box : { ...box, whole }));
}

/** Rules between columns lie on the background of their container. CSS Multi-column Layout 1, section 4. */
function paintColumnRules(brush: Brush, { element, columnRules = [] }: Fragment, rect: Rect): void {
  if (element.style.visibility === 'hidden') return;
  for (const rule of columnRules) {
    brush.layer.boxes.push(
      ...paintRule(offsetRect(rule, rect.x, rect.y), element.style.columnRule, artifactOwner(brush)),
    );
  }
}

/** The border box of all fragments of a box together, as if they stood below each other. */
function wholeRect(brush: Brush, fragment: Fragment, rect: Rect): Rect {
  const slice = brush.state.sliceOf(fragment);
  return slice === undefined ? rect : { ...rect, y: rect.y - slice.before, height: slice.total };
}

function paintInside(brush: Brush, fragment: Fragment, rect: Rect): void {
  const { element, content } = fragment;
  const inset = sumInsets(fragment.border, fragment.padding);
  if (content !== undefined) {
    const box = offsetRect(content.clip, rect.x, rect.y);
    const clip = roundedPath(box, innerRadii(element, rect, closedSides(fragment), inset));
    paintContent(brush, { element, content, origin: rect, clip });
  }
  const isFlex = !fragment.anonymous && FLEX.has(element.style.display);
  // A float is read where it is anchored; what has no anchor here, such as a marker, before the text it stands beside.
  const anchored = anchoredChildren(fragment);
  for (const child of fragment.children) {
    if (anchored?.has(child.element.id) !== true) paintFragment(brush, child, rect, isFlex);
  }
  if (!fragment.anonymous && TABLES.has(element.style.display)) paintCollapsedRules(brush, fragment, rect);
  if (fragment.lines.length > 0) {
    paintLines(brush, {
      fragment,
      origin: { x: rect.x + inset.left, y: rect.y + inset.top },
      run: paragraphNumber(brush, fragment),
      paintAtom: (atom) => paintFragment({ ...brush, link: linkOf(brush, atom.element)?.id }, atom, rect),
      atomRect: (atom) => offsetRect(atom.rect, rect.x, rect.y),
      paintAnchored: (id) => {
        const child = anchored?.get(id);
        if (child !== undefined) paintFragment(brush, child, rect);
      },
    });
  }
  for (const child of fragment.positioned ?? []) paintPositioned(brush, child, { block: element, rect });
}

/** An absolutely positioned box in its containing block: what is faint around it in between makes it faint too. */
function paintPositioned(
  brush: Brush,
  child: Fragment,
  { block, rect }: { readonly block: StyledElement; readonly rect: Rect },
): void {
  const opacity = brush.state.outerFade(child.element, block);
  const { entries } = brush.layer;
  const before = entries.length;
  paintFragment(brush, child, rect);
  if (opacity >= 1) return;
  const faint = entries.splice(before).filter(({ items }) => items.length > 0 && opacity > 0);
  for (const entry of faint) {
    entries.push({ ...entry, items: [{ kind: 'group', clip: undefined, opacity, items: entry.items }] });
  }
}

/** Collapsed borders lie above the backgrounds of all cells and below what is in them. */
function paintCollapsedRules(brush: Brush, { children }: Fragment, table: Rect): void {
  const owner = artifactOwner(brush);
  for (const group of children) {
    for (const row of group.children) {
      for (const { rect, border, isHorizontal } of row.rules ?? []) {
        const x = table.x + group.rect.x + row.rect.x;
        const y = table.y + group.rect.y + row.rect.y;
        brush.layer.boxes.push(...paintRule(offsetRect(rect, x, y), border, owner, isHorizontal ? 'top' : 'left'));
      }
    }
  }
}

const TABLES: ReadonlySet<Display> = new Set(['table', 'inline-table']);

/** Floats of a paragraph by the id of their element, as far as a line holds their place. */
function anchoredChildren({ children, lines }: Fragment): ReadonlyMap<number, Fragment> | undefined {
  if (children.length === 0 || lines.length === 0) return undefined;
  const anchors = new Set(
    lines.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'anchor' ? item.element.id : []))),
  );
  if (anchors.size === 0) return undefined;
  const floats = children.filter(({ element }) => anchors.has(element.id));
  return new Map(floats.map((child) => [child.element.id, child]));
}

const FLEX: ReadonlySet<Display> = new Set(['flex', 'inline-flex']);

/** Which of the paragraphs between the blocks of its element an anonymous one is; one that goes on keeps its number. */
function paragraphNumber(brush: Brush, { element, anonymous, isFirst }: Fragment): number {
  if (!anonymous || brush.artifact !== undefined) return 0;
  const { begun } = brush.state;
  const before = begun.get(element.id) ?? 0;
  if (!isFirst) return Math.max(0, before - 1);
  begun.set(element.id, before + 1);
  return before;
}
