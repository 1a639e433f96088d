import { assertNever } from '../base/assert-never.ts';
import type { Color } from '../base/color.ts';
import type { Insets, Point, Rect } from '../base/geometry.ts';
import type { LengthPercentage, StyledElement } from '../document/types.ts';
import type { Fragment } from '../layout/types.ts';
import type { Line, LineItem } from '../text/types.ts';
import { rectPath } from './box-paths.ts';
import { artifactOwner, type Brush, ownerOf, unionRect } from './canvas.ts';
import { type PaintedBox, paintBox } from './paint-box.ts';
import { addLinkArea, linkOf } from './paint-links.ts';
import type { DisplayItem, Owner } from './types.ts';

export interface PlacedLines {
  readonly fragment: Fragment;
  /** Content edge of the paragraph on the page. */
  readonly origin: Point;
  /** Which anonymous paragraph of its element this is. */
  readonly run: number;
  readonly paintAtom: (atom: Fragment) => void;
  /** Of an atom, on the page. */
  readonly atomRect: (atom: Fragment) => Rect;
}

type RunItem = Extract<LineItem, { kind: 'run' }>;
type InlineBoxItem = Extract<LineItem, { kind: 'inline-box' }>;

/**
 * Text with what lies under it (boxes of inline elements, underlines) before it and what lies over it (lines through)
 * behind it, for the whole paragraph: so its glyphs stay one stretch of the content stream.
 */
export function paintLines(brush: Brush, placed: PlacedLines): void {
  const { fragment, origin } = placed;
  const { content } = brush.layer;
  for (const line of fragment.lines) {
    for (const item of line.items) if (item.kind === 'inline-box') paintInlineBox(brush, item, { line, placed });
  }
  const lines = fragment.lines.map((line) => decorationsOf(brush, line, origin));
  for (const { under } of lines) content.push(...under);
  const atoms = new Map(fragment.atoms.map((atom) => [atom.element.id, atom]));
  for (const line of fragment.lines) {
    for (const item of line.items) {
      switch (item.kind) {
        case 'run':
          paintRun(brush, item, { line, origin, run: placed.run });
          break;
        case 'atom': {
          const atom = atoms.get(item.element.id);
          if (atom !== undefined) placed.paintAtom(atom);
          break;
        }
        case 'anchor':
        case 'inline-box':
          break;
        default:
          assertNever(item);
      }
    }
    addLineLinks(brush, line, { placed, atoms });
  }
  for (const { over } of lines) content.push(...over);
}

function paintRun(
  brush: Brush,
  item: RunItem,
  { line, origin, run }: { readonly line: Line; readonly origin: Point; readonly run: number },
): void {
  if (item.owner.style.visibility === 'hidden' || item.run.glyphIds.length === 0) return;
  const place = item.places[0]?.place ?? item.owner.place;
  brush.layer.content.push({
    kind: 'glyphs',
    owner: textOwner(brush, item.owner, run),
    at: { x: origin.x + item.x, y: origin.y + line.top + line.baseline - item.run.rise },
    run: item.run,
    color: fadedColor(brush, item.owner, item.color),
    ...(place === undefined ? {} : { place }),
  });
}

/** The number of its own page says something of the paper; that of another page is text. */
function textOwner(brush: Brush, element: StyledElement, run: number): Owner {
  const isCounter = element.children.some((child) => child.kind === 'page-counter' && child.target === undefined);
  if (isCounter) return { kind: 'artifact', artifact: 'Pagination' };
  return ownerOf(brush, element.id, run);
}

function inlineRect(item: InlineBoxItem, line: Line, origin: Point): Rect {
  return { x: origin.x + item.x, y: origin.y + line.top + item.y, width: item.width, height: item.height };
}

/** An inline element is cut between lines like a block between pages: its ends close on the first and the last. */
function paintInlineBox(
  brush: Brush,
  item: InlineBoxItem,
  { line, placed }: { readonly line: Line; readonly placed: PlacedLines },
): void {
  const { element, isFirst, isLast } = item;
  const { border, padding } = element.style;
  const widths: Insets = {
    top: border.top.width,
    bottom: border.bottom.width,
    left: isFirst ? border.left.width : 0,
    right: isLast ? border.right.width : 0,
  };
  const { fragment, origin } = placed;
  const base =
    fragment.rect.width -
    (fragment.border.left + fragment.border.right + fragment.padding.left + fragment.padding.right);
  const inset = (length: LengthPercentage): number => length.pt + (length.percent / 100) * base;
  const insets: Insets = {
    top: inset(padding.top),
    bottom: inset(padding.bottom),
    left: isFirst ? inset(padding.left) : 0,
    right: isLast ? inset(padding.right) : 0,
  };
  const rect = inlineRect(item, line, origin);
  const box: PaintedBox = {
    element,
    rect,
    border: widths,
    padding: insets,
    closed: { top: true, bottom: true, left: isFirst, right: isLast },
    owner: artifactOwner(brush),
  };
  const items = paintBox(brush, isFirst && isLast ? box : { ...box, whole: () => wholeInline(item, fragment, rect) });
  const opacity = brush.state.plan.fades.get(item.element.id) ?? 1;
  if (opacity >= 1) brush.layer.content.push(...items);
  else if (items.length > 0) brush.layer.content.push({ kind: 'group', clip: undefined, opacity, items });
}

/** The parts of an inline element on all lines, put end to end: a background is laid over them and cut with them. */
function wholeInline(item: InlineBoxItem, { lines }: Fragment, rect: Rect): Rect {
  const parts = lines
    .flatMap((line) => line.items)
    .filter((other): other is InlineBoxItem => other.kind === 'inline-box' && other.element === item.element);
  const width = (some: readonly InlineBoxItem[]): number => some.reduce((sum, part) => sum + part.width, 0);
  return { ...rect, x: rect.x - width(parts.slice(0, parts.indexOf(item))), width: width(parts) };
}

/** Opacity of inline elements: their glyphs do not overlap, so each may have it by itself. */
function fadedColor(brush: Brush, element: StyledElement, color: Color): Color {
  const fade = brush.state.plan.fades.get(element.id);
  return fade === undefined ? color : { ...color, alpha: color.alpha * fade };
}

interface Stretch {
  readonly x: number;
  end: number;
  readonly y: number;
  readonly decoration: RunItem['decorations'][number];
}

/** Underlines and lines through of neighbouring runs are one line when they look alike. */
function decorationsOf(
  brush: Brush,
  line: Line,
  origin: Point,
): { readonly under: readonly DisplayItem[]; readonly over: readonly DisplayItem[] } {
  const stretches: Stretch[] = [];
  for (const item of line.items) {
    if (item.kind !== 'run' || item.owner.style.visibility === 'hidden') continue;
    const width = item.run.advances.reduce((sum, advance) => sum + advance, 0);
    const x = origin.x + item.x;
    for (const plain of item.decorations) {
      const decoration = { ...plain, color: fadedColor(brush, item.owner, plain.color) };
      const y = origin.y + line.top + line.baseline - item.run.rise - decoration.offset;
      const joined = stretches.find((other) => isContinued(other, { x, y, decoration }));
      if (joined === undefined) stretches.push({ x, end: x + width, y, decoration });
      else joined.end = x + width;
    }
  }
  const owner = artifactOwner(brush);
  const draw = ({ x, end, y, decoration }: Stretch): DisplayItem => ({
    kind: 'fill',
    owner,
    path: rectPath({ x, y, width: end - x, height: decoration.thickness }),
    rule: 'nonzero',
    color: decoration.color,
  });
  return {
    under: stretches.filter(({ decoration }) => decoration.offset <= 0).map(draw),
    over: stretches.filter(({ decoration }) => decoration.offset > 0).map(draw),
  };
}

function isContinued(before: Stretch, { x, y, decoration }: Pick<Stretch, 'x' | 'y' | 'decoration'>): boolean {
  const { color, thickness } = before.decoration;
  return (
    Math.abs(before.end - x) < 0.01 &&
    Math.abs(before.y - y) < 0.001 &&
    thickness === decoration.thickness &&
    color.r === decoration.color.r &&
    color.g === decoration.color.g &&
    color.b === decoration.color.b &&
    color.alpha === decoration.color.alpha
  );
}

/** One area for each link on each line: around its text and the pictures in it. */
function addLineLinks(
  brush: Brush,
  line: Line,
  { placed, atoms }: { readonly placed: PlacedLines; readonly atoms: ReadonlyMap<number, Fragment> },
): void {
  const areas = new Map<StyledElement, Rect>();
  const add = (link: StyledElement | undefined, rect: Rect): void => {
    if (link === undefined || link.id === brush.link) return;
    const known = areas.get(link);
    areas.set(link, known === undefined ? rect : unionRect(known, rect));
  };
  for (const item of line.items) {
    if (item.kind === 'run') continue;
    const link = linkOf(brush, item.element);
    if (item.kind === 'inline-box') {
      if (link === item.element && item.width > 0) add(link, inlineRect(item, line, placed.origin));
      continue;
    }
    const atom = atoms.get(item.element.id);
    if (atom !== undefined) add(link, placed.atomRect(atom));
  }
  for (const [link, rect] of areas) addLinkArea(brush, link, rect);
}
