import { assertNever } from '../base/assert-never.ts';
import type { Color } from '../base/color.ts';
import type { Insets, Point, Rect } from '../base/geometry.ts';
import type { LengthPercentage, StyledElement } from '../document/types.ts';
import type { Fragment } from '../layout/types.ts';
import type { Line, LineItem } from '../text/types.ts';
import { artifactOwner, type Brush, ownerOf, unionRect } from './canvas.ts';
import { type PaintedBox, paintBox } from './paint-box.ts';
import { paintDecoration } from './paint-decorations.ts';
import { addLinkArea, linkOf } from './paint-links.ts';
import type { Owner } from './types.ts';

export interface PlacedLines {
  readonly fragment: Fragment;
  /** Content edge of the paragraph on the page. */
  readonly origin: Point;
  /** Which anonymous paragraph of its element this is. */
  readonly run: number;
  readonly paintAtom: (atom: Fragment) => void;
  /** Paints the float that has its place here, if it is here. */
  readonly paintAnchored: (elementId: number) => void;
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
  for (const line of fragment.lines) {
    for (const item of line.items) if (item.kind === 'inline-box') paintInlineBox(brush, item, { line, placed });
  }
  paintDecorations(brush, placed, 'under');
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
          placed.paintAnchored(item.element.id);
          break;
        case 'inline-box':
          break;
        default:
          assertNever(item);
      }
    }
    addLineLinks(brush, line, { placed, atoms });
  }
  paintDecorations(brush, placed, 'over');
}

/** Lines through text lie over it, all others under it. CSS Text Decoration 4, section 2.8. */
function paintDecorations(brush: Brush, { fragment, origin }: PlacedLines, side: 'under' | 'over'): void {
  for (const { decorations, top } of fragment.lines) {
    for (const decoration of decorations) {
      if ((decoration.line === 'line-through') !== (side === 'over')) continue;
      const at = { x: origin.x, y: origin.y + top };
      brush.layer.content.push(...paintDecoration(decoration, at, artifactOwner(brush)));
    }
  }
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
    owner: item.isHyphen ? artifactOwner(brush) : textOwner(brush, item.owner, run),
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
