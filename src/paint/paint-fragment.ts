import type { Point, Rect } from '../base/geometry.ts';
import type { Display } from '../document/types.ts';
import type { Fragment } from '../layout/types.ts';
import { type ClosedSides, insetRect, roundedPath, sumInsets } from './box-paths.ts';
import { artifactOwner, type Brush, createLayer, type Layer, layerItems, offsetRect } from './canvas.ts';
import { innerRadii, paintBox } from './paint-box.ts';
import { paintContent } from './paint-content.ts';
import { paintLines } from './paint-lines.ts';
import { addLinkArea, linkOf } from './paint-links.ts';
import { paintTablePart } from './paint-table-part.ts';

/** Paints a fragment and what is in it. `origin`: of the border box of its parent, on the page. */
export function paintFragment(outer: Brush, fragment: Fragment, origin: Point): void {
  const { element } = fragment;
  const { style } = element;
  const rect = offsetRect(fragment.rect, origin.x, origin.y);
  const brush = enterFragment(outer, fragment, rect);
  if (fragment.anonymous || (style.opacity >= 1 && style.overflow === 'visible')) {
    paintOwnBox(brush, fragment, rect);
    paintInside(brush, fragment, rect);
    return;
  }
  if (style.opacity <= 0) return;
  const whole = createLayer();
  const faded: Brush = { ...brush, layer: whole };
  paintOwnBox(faded, fragment, rect);
  if (style.overflow === 'hidden') {
    const inside = createLayer();
    paintInside({ ...faded, layer: inside }, fragment, rect);
    const padding = insetRect(rect, fragment.border);
    const clip = roundedPath(padding, innerRadii(element, rect, closedSides(fragment), fragment.border));
    pushGroup(whole, layerItems(inside), { clip, opacity: 1 });
  } else {
    paintInside(faded, fragment, rect);
  }
  if (style.opacity >= 1) {
    outer.layer.boxes.push(...whole.boxes);
    outer.layer.content.push(...whole.content);
  } else {
    pushGroup(outer.layer, layerItems(whole), { clip: undefined, opacity: style.opacity });
  }
}

function pushGroup(
  layer: Layer,
  items: ReturnType<typeof layerItems>,
  group: { readonly clip: ReturnType<typeof roundedPath> | undefined; readonly opacity: number },
): void {
  if (items.length > 0) layer.content.push({ kind: 'group', ...group, items });
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
]);

function paintOwnBox(brush: Brush, fragment: Fragment, rect: Rect): void {
  if (fragment.anonymous) return;
  const { element, border } = fragment;
  const owner = artifactOwner(brush);
  if (TABLE_PARTS.has(element.style.display)) {
    brush.layer.boxes.push(...paintTablePart(fragment, rect, owner));
    return;
  }
  const hasBackground = element.id !== brush.state.canvas?.id;
  brush.layer.boxes.push(...paintBox({ element, rect, border, closed: closedSides(fragment), owner, hasBackground }));
}

function paintInside(brush: Brush, fragment: Fragment, rect: Rect): void {
  const { element, content } = fragment;
  const inset = sumInsets(fragment.border, fragment.padding);
  if (content !== undefined) {
    const box = offsetRect(content.clip, rect.x, rect.y);
    const clip = roundedPath(box, innerRadii(element, rect, closedSides(fragment), inset));
    paintContent(brush, { element, content, origin: rect, clip });
  }
  // An outside marker is read before the text it stands beside.
  const isMarker = (child: Fragment): boolean => child.element.name === '::marker';
  for (const child of fragment.children) if (isMarker(child)) paintFragment(brush, child, rect);
  if (fragment.lines.length > 0) {
    paintLines(brush, {
      fragment,
      origin: { x: rect.x + inset.left, y: rect.y + inset.top },
      run: paragraphNumber(brush, fragment),
      paintAtom: (atom) => paintFragment({ ...brush, link: linkOf(brush, atom.element)?.id }, atom, rect),
      atomRect: (atom) => offsetRect(atom.rect, rect.x, rect.y),
    });
  }
  for (const child of fragment.children) if (!isMarker(child)) paintFragment(brush, child, rect);
}

/** Which of the paragraphs between the blocks of its element an anonymous one is; one that goes on keeps its number. */
function paragraphNumber(brush: Brush, { element, anonymous, isFirst }: Fragment): number {
  if (!anonymous || brush.artifact !== undefined) return 0;
  const { begun } = brush.state;
  const before = begun.get(element.id) ?? 0;
  if (!isFirst) return Math.max(0, before - 1);
  begun.set(element.id, before + 1);
  return before;
}
