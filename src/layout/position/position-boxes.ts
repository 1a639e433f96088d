import type { Point, Rect } from '../../base/geometry.ts';
import type { StyledElement } from '../../document/types.ts';
import { columnShape } from '../columns/column-shape.ts';
import type { Fragment, LayoutContext, Space, WaitingBox } from '../types.ts';
import { type Ancestors, addPoints, containerOf, isInline } from './ancestors.ts';
import { placeInColumns } from './in-columns.ts';
import { placeAbsolute } from './place-absolute.ts';
import { relativeShift } from './relative-shift.ts';
import { inlineShift, shiftLines } from './shift-inlines.ts';

/** What is the same for one page. */
export interface PositionScene {
  readonly ancestors: Ancestors;
  readonly page: Space['page'];
  readonly context: LayoutContext;
}

/** `inColumns`: what has its containing block in columns. */
interface Pass extends PositionScene {
  readonly inColumns: {
    readonly settled: Set<WaitingBox>;
    /** By the first fragment of the containing block; relative to its border box. */
    readonly pieces: Map<Fragment, Fragment[]>;
  };
}

/** A box that looks for its containing block; its place counts from the border box of the fragment at hand. */
interface Seeking extends WaitingBox {
  /** The nearest positioned ancestor. */
  readonly container: StyledElement | undefined;
}

interface Settled {
  readonly fragment: Fragment;
  readonly seeking: readonly Seeking[];
}

/**
 * Moves what is relatively positioned and lays out what is absolutely positioned in a tree of one page. `initial`: the
 * containing block of boxes without a positioned ancestor in the tree, relative to the border box of `root`.
 */
export function positionBoxes(root: Fragment, initial: Rect, scene: PositionScene): Fragment {
  const pass: Pass = { ...scene, inColumns: { settled: new Set(), pieces: new Map() } };
  const { fragment, seeking } = settle(root, pass);
  return withPositioned(fragment, seeking, () => initial, pass);
}

function settle(fragment: Fragment, scene: Pass): Settled {
  settleColumns(fragment, scene);
  const seeking: Seeking[] = [];
  const take = (child: Fragment): Fragment => {
    const settled = settle(child, scene);
    const moved = moveChild(settled.fragment, fragment, scene.ancestors);
    for (const one of settled.seeking) seeking.push({ ...one, at: addPoints(one.at, moved.rect) });
    return moved;
  };
  const children = mapped(fragment.children, take);
  const atoms = mapped(fragment.atoms, take);
  const lines = shiftLines(fragment, scene.ancestors);
  for (const one of fragment.waiting ?? []) {
    if (scene.inColumns.settled.has(one)) continue;
    const { element } = one.box;
    const around = scene.ancestors.parents.get(element.id);
    const at = addPoints(one.at, inlineShift(around, fragment, scene.ancestors));
    seeking.push({ ...one, at, container: containerOf(element, scene.ancestors) });
  }
  const isSame =
    children === fragment.children &&
    atoms === fragment.atoms &&
    lines === fragment.lines &&
    fragment.waiting === undefined;
  const inFlow = isSame ? fragment : { ...fragment, children, atoms, lines, waiting: undefined };
  const settled = withPieces(inFlow, scene.inColumns.pieces.get(fragment), scene);
  return seeking.length === 0 ? { fragment: settled, seeking } : claim(settled, seeking, scene);
}

/** Finds the places of the boxes that have their containing blocks in the columns of a container. */
function settleColumns(fragment: Fragment, { ancestors, page, context, inColumns }: Pass): void {
  const columns = fragment.children.flatMap((column) =>
    column.columnHeight === undefined ? [] : [{ fragment: column, height: column.columnHeight }],
  );
  if (columns.length === 0) return;
  const { border, padding, rect, element } = fragment;
  const shape = columnShape(element.style, rect.width - border.left - border.right - padding.left - padding.right);
  const placed = placeInColumns(columns, { ancestors, page, context, step: shape.width + shape.gap });
  for (const one of placed?.settled ?? []) inColumns.settled.add(one);
  for (const { around, piece } of placed?.pieces ?? []) {
    const known = inColumns.pieces.get(around);
    if (known === undefined) inColumns.pieces.set(around, [piece]);
    else known.push(piece);
  }
}

function withPieces(fragment: Fragment, pieces: readonly Fragment[] | undefined, scene: Pass): Fragment {
  return pieces === undefined
    ? fragment
    : joined(
        fragment,
        pieces.map((piece) => settleWhole(piece, scene)),
      );
}

function mapped(list: readonly Fragment[], change: (one: Fragment) => Fragment): readonly Fragment[] {
  const changed = list.map(change);
  return changed.every((one, i) => one === list[i]) ? list : changed;
}

/** A child where `position: relative` puts it, its own and that of the inline elements that it interrupts. */
function moveChild(child: Fragment, parent: Fragment, ancestors: Ancestors): Fragment {
  const own = child.shift ?? partShift(child, parent);
  const around = child.anonymous ? undefined : ancestors.parents.get(child.element.id);
  const shift = addPoints(own, inlineShift(around, parent, ancestors));
  if (shift.x === 0 && shift.y === 0) return child;
  const { rect } = child;
  return { ...child, rect: { ...rect, x: rect.x + shift.x, y: rect.y + shift.y }, shift: undefined };
}

const STILL: Point = { x: 0, y: 0 };

/** Rows and their groups are laid out by their table: percentages count from it. */
function partShift({ element, anonymous }: Fragment, parent: Fragment): Point {
  const { display, position } = element.style;
  if (position.kind !== 'relative' || anonymous) return STILL;
  const isPart = display === 'table-row' || display.endsWith('-group');
  return isPart
    ? (relativeShift(element.style, { inlineSize: parent.rect.width, blockSize: undefined }) ?? STILL)
    : STILL;
}

/** Gives the boxes whose containing block is this one their place; the others seek further outwards. */
function claim(fragment: Fragment, seeking: readonly Seeking[], scene: Pass): Settled {
  const areas = new Map<StyledElement | undefined, Rect | undefined>();
  const areaOf = ({ container }: Seeking): Rect | undefined => {
    if (!areas.has(container)) areas.set(container, containingArea(fragment, container));
    return areas.get(container);
  };
  const found = seeking.filter((one) => areaOf(one) !== undefined);
  if (found.length === 0) return { fragment, seeking };
  return {
    fragment: withPositioned(fragment, found, areaOf, scene),
    seeking: found.length === seeking.length ? [] : seeking.filter((one) => areaOf(one) === undefined),
  };
}

/** The padding box of the container where this fragment has it, relative to the border box of the fragment. */
function containingArea(fragment: Fragment, container: StyledElement | undefined): Rect | undefined {
  if (container === undefined) return undefined;
  if (fragment.element.id === container.id && !fragment.anonymous) return paddingBox(fragment);
  if (!isInline(container)) return undefined;
  const paragraphs = [fragment, ...fragment.children.filter((child) => child.anonymous)];
  const boxes = paragraphs.flatMap((one) => inlineBoxes(one, container, one === fragment ? STILL : one.rect));
  const first = boxes[0];
  const last = boxes[boxes.length - 1];
  if (first === undefined || last === undefined) return undefined;
  // CSS 2.2, section 10.1: from the first box of the inline element to the last.
  const width = Math.max(0, last.x + last.width - first.x);
  const height = Math.max(0, last.y + last.height - first.y);
  return { x: first.x, y: first.y, width, height };
}

export function paddingBox({ rect, border }: Fragment): Rect {
  return {
    x: border.left,
    y: border.top,
    width: Math.max(0, rect.width - border.left - border.right),
    height: Math.max(0, rect.height - border.top - border.bottom),
  };
}

/** Padding boxes of an inline element in the lines of a paragraph. */
function inlineBoxes(paragraph: Fragment, element: StyledElement, origin: Point): readonly Rect[] {
  const { border, padding, lines } = paragraph;
  const left = origin.x + border.left + padding.left;
  const top = origin.y + border.top + padding.top;
  const edges = element.style.border;
  return lines.flatMap((line) =>
    line.items.flatMap((item): readonly Rect[] => {
      if (item.kind !== 'inline-box' || item.element.id !== element.id) return [];
      const start = item.isFirst ? edges.left.width : 0;
      const end = item.isLast ? edges.right.width : 0;
      return [
        {
          x: left + item.x + start,
          y: top + line.top + item.y + edges.top.width,
          width: item.width - start - end,
          height: item.height - edges.top.width - edges.bottom.width,
        },
      ];
    }),
  );
}

function withPositioned(
  fragment: Fragment,
  boxes: readonly Seeking[],
  areaOf: (one: Seeking) => Rect | undefined,
  scene: Pass,
): Fragment {
  if (boxes.length === 0) return fragment;
  const placed = boxes.flatMap((one): readonly Fragment[] => {
    const area = areaOf(one);
    return area === undefined ? [] : [place(one, area, scene)];
  });
  return joined(fragment, placed);
}

function joined(fragment: Fragment, placed: readonly Fragment[]): Fragment {
  const positioned = [...(fragment.positioned ?? []), ...placed].sort((a, b) => a.element.id - b.element.id);
  return { ...fragment, positioned };
}

/** Lays out one box in its containing block, and what is positioned inside it. */
function place({ box, at, align }: Seeking, area: Rect, scene: Pass): Fragment {
  const position = { at: { x: at.x - area.x, y: at.y - area.y }, align };
  const { fragment } = placeAbsolute(box, area, position, scene);
  const rect = { ...fragment.rect, x: fragment.rect.x + area.x, y: fragment.rect.y + area.y };
  return settleWhole({ ...fragment, rect }, scene);
}

/** A box with what is positioned inside it. */
function settleWhole(box: Fragment, scene: Pass): Fragment {
  const { fragment, seeking } = settle(box, scene);
  return withPositioned(fragment, seeking, () => paddingBox(fragment), scene);
}
