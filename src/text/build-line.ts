import type { Pt } from '../base/units.ts';
import type { ComputedStyle, StyledElement } from '../document/types.ts';
import { spaceForBreak } from './break-space.ts';
import { countSeparators, makeRun, type PieceSlice, separatorWidth, sliceWidth } from './glyph-run.ts';
import { hyphenSlices } from './hyphen.ts';
import { type InlineBox, takeEdgeApart } from './inline-box.ts';
import { createLineBoxes, type FinishedLineBoxes } from './line-boxes.ts';
import { OVERHANG } from './line-breaker.ts';
import { type DecoratedText, isDecorated, lineDecorations } from './line-decorations.ts';
import { SHRINK } from './optimal/demerits.ts';
import { canShrink } from './optimal/paragraph-boxes.ts';
import type { Piece } from './pieces.ts';
import type { PreparedParagraph } from './prepare-paragraph.ts';
import { placesWithin } from './text-places.ts';
import type { GlyphRun, InlineItem, Line, LineItem, LineMeasure, LineToken } from './types.ts';

/** Where a line begins or ends: before a piece when `offset` is its start, else inside it. */
export interface PiecePoint {
  readonly piece: number;
  /** UTF-16 offset in the paragraph. */
  readonly offset: number;
}

export interface LineSpan {
  readonly from: PiecePoint;
  readonly to: PiecePoint;
  /** The last line, or one that ends with a forced break: it is not justified, and its last spaces are dropped. */
  readonly isLast: boolean;
  /** A hyphen is set at its end. */
  readonly isHyphenated: boolean;
  readonly top: Pt;
  readonly next: LineToken | undefined;
}

/** What is on the line, in logical order, each with its width there. */
type Entry =
  | { readonly kind: 'text'; readonly slice: PieceSlice; readonly width: Pt }
  | {
      readonly kind: 'other';
      readonly piece: Exclude<Piece, { kind: 'text' }>;
      readonly index: number;
      readonly width: Pt;
    };

/** Builds the line that a breaker has found. `room`: where it may stand. */
export function buildLine(paragraph: PreparedParagraph, span: LineSpan, room: LineMeasure): Line {
  const entries = collectEntries(paragraph, span);
  let width: Pt = 0;
  for (const entry of entries) width += entry.width;
  const { shift, stretch } = align(paragraph, entries, room.width - width, span.isLast);
  const start = room.start + shift;
  const around = boxesAround(paragraph.pieces[span.from.piece]);
  const heights = stackBoxes(entries, around, paragraph);
  const stretched = stretch === 0 ? width : room.width;
  const xs = visualPositions(entries, start, stretch, paragraph.text);
  const base = room.base ?? room.width;
  const scene: LineScene = { paragraph, entries, xs, start, end: start + stretched, around, heights, stretch, base };
  return {
    start,
    width: stretched,
    top: span.top,
    height: heights.height,
    baseline: heights.baseline,
    ...lineItems(scene),
    isHyphenated: span.isHyphenated,
    next: span.next,
  };
}

function collectEntries(paragraph: PreparedParagraph, span: LineSpan): readonly Entry[] {
  const { pieces } = paragraph;
  const end = pieces[span.to.piece];
  const endsInside = end !== undefined && span.to.offset > end.start;
  const last = endsInside ? span.to.piece : span.to.piece - 1;
  const collapseFrom = endsInside ? last + 1 : firstTrailing(pieces, span.from.piece, last);
  // Before a forced break the space stays as a glyph without width, like that of any other line's end.
  const droppedFrom = span.isLast && last === pieces.length - 1 ? collapseFrom : last + 1;
  const entries: Entry[] = [];
  for (let index = span.from.piece; index <= last; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind !== 'text') {
      entries.push({ kind: 'other', piece, index, width: piece.width });
      continue;
    }
    const isCollapsed = index >= collapseFrom && piece.isSpace;
    if (isCollapsed && index >= droppedFrom && isCollapsible(piece)) continue;
    const from = index === span.from.piece ? Math.max(span.from.offset, piece.start) : piece.start;
    const to = endsInside && index === last ? span.to.offset : piece.end;
    const slice: PieceSlice = {
      piece,
      start: from,
      end: to,
      firstGlyph: glyphFrom(piece, from),
      endGlyph: to === piece.end ? piece.endGlyph : glyphFrom(piece, to),
      isCollapsed,
    };
    entries.push({ kind: 'text', slice, width: sliceWidth(slice) });
  }
  const at = entries.findLastIndex((entry) => entry.kind === 'text' || entry.piece.kind === 'atom');
  const before = entries[at];
  if (span.isHyphenated && before?.kind === 'text') {
    const slices = hyphenSlices(before.slice);
    entries.splice(at + 1, 0, ...slices.map((slice): Entry => ({ kind: 'text', slice, width: sliceWidth(slice) })));
    return entries;
  }
  const space = before?.kind === 'text' ? spaceForBreak(pieces, last, before.slice.piece) : undefined;
  if (space !== undefined) entries.splice(at + 1, 0, { kind: 'text', slice: space, width: 0 });
  return entries;
}

function isCollapsible(piece: Extract<Piece, { kind: 'text' }>): boolean {
  return piece.style.style.whiteSpace !== 'pre-wrap';
}

/** The first piece of the white space at the end of a line; edges of inline elements may stand between. */
function firstTrailing(pieces: readonly Piece[], first: number, last: number): number {
  let trailing = last + 1;
  for (let index = last; index >= first; index -= 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'text' && piece.isSpace) trailing = index;
    else if (piece.kind === 'text' || piece.kind === 'tab' || piece.kind === 'atom') break;
  }
  return trailing;
}

function glyphFrom(piece: Extract<Piece, { kind: 'text' }>, offset: number): number {
  if (offset <= piece.start) return piece.firstGlyph;
  let glyph = piece.firstGlyph;
  while (glyph < piece.endGlyph && piece.origin + piece.glyphs.clusters[glyph]! < offset) glyph += 1;
  return glyph;
}

/** CSS Text 3, section 6: what does not fit begins at the start of the line in any case. */
function align(
  paragraph: PreparedParagraph,
  entries: readonly Entry[],
  left: Pt,
  isLast: boolean,
): { readonly shift: Pt; readonly stretch: Pt } {
  const { style } = paragraph.content;
  const alignment = alignmentOf(style, isLast);
  if (left <= 0) return { shift: 0, stretch: canShrink(style) ? shrinkage(entries, paragraph.text, left) : 0 };
  if (alignment === 'right') return { shift: left, stretch: 0 };
  if (alignment === 'center') return { shift: left / 2, stretch: 0 };
  if (alignment === 'left') return { shift: 0, stretch: 0 };
  const separators = countAll(entries, paragraph.text);
  return { shift: 0, stretch: separators === 0 ? 0 : left / separators };
}

/** CSS Text 3, section 6.3: `text-align-last`. */
function alignmentOf({ textAlign, textAlignLast }: ComputedStyle, isLast: boolean): ComputedStyle['textAlign'] {
  if (!isLast) return textAlign;
  if (textAlignLast !== 'auto') return textAlignLast;
  return textAlign === 'justify' ? 'left' : textAlign;
}

function countAll(entries: readonly Entry[], text: string): number {
  let separators = 0;
  for (const entry of entries) if (entry.kind === 'text') separators += countSeparators(entry.slice, text);
  return separators;
}

/** Of each space of a line that is too long by a little, as the breaker of whole paragraphs makes them; 0 where it is more. */
function shrinkage(entries: readonly Entry[], text: string, left: Pt): Pt {
  const separators = countAll(entries, text);
  let spaces: Pt = 0;
  for (const entry of entries) if (entry.kind === 'text') spaces += separatorWidth(entry.slice, text);
  return separators === 0 || -left > spaces * SHRINK + OVERHANG ? 0 : left / separators;
}

/** The boxes that are open where a line begins, from the outside inwards. */
function boxesAround(first: Piece | undefined): readonly InlineBox[] {
  const boxes: InlineBox[] = [];
  let box = first?.kind === 'open' ? first.box.parent : first?.box;
  for (; box !== undefined; box = box.parent) boxes.unshift(box);
  return boxes;
}

function stackBoxes(
  entries: readonly Entry[],
  around: readonly InlineBox[],
  paragraph: PreparedParagraph,
): FinishedLineBoxes {
  const boxes = createLineBoxes();
  for (const box of around) boxes.addBox(box);
  for (const entry of entries) {
    if (entry.kind === 'text') {
      const { piece } = entry.slice;
      if (piece.face !== piece.box.text.primary) boxes.addFont(piece.box, piece.face);
    } else if (entry.piece.kind === 'open') {
      boxes.addBox(entry.piece.box);
    } else if (entry.piece.kind === 'atom') {
      const item = paragraph.content.items[entry.piece.item]!;
      if (item.kind === 'atom') boxes.addAtom(entry.index, entry.piece.box, item.element.style, item);
    }
  }
  return boxes.finish();
}

/**
 * The left edge of each entry. Right-to-left text that is not interrupted by an inline element is put in visual order:
 * rule L2 of UAX 9 for one embedded level.
 */
function visualPositions(entries: readonly Entry[], start: Pt, stretch: Pt, text: string): readonly Pt[] {
  const widths = entries.map((entry) =>
    stretch === 0 || entry.kind !== 'text' ? entry.width : entry.width + stretch * countSeparators(entry.slice, text),
  );
  const xs: Pt[] = [];
  let x = start;
  for (let index = 0; index < entries.length; ) {
    const end = endOfRightToLeft(entries, index);
    for (let i = end - 1; i >= index; i -= 1) {
      xs[i] = x;
      x += widths[i]!;
    }
    index = end;
  }
  return xs;
}

/** The end of the right-to-left text that begins at an entry, with the spaces inside it; one further for any other. */
function endOfRightToLeft(entries: readonly Entry[], from: number): number {
  const isRightToLeft = (entry: Entry | undefined): boolean =>
    entry?.kind === 'text' && entry.slice.piece.level % 2 !== 0;
  if (!isRightToLeft(entries[from])) return from + 1;
  let end = from + 1;
  for (let index = end; index < entries.length; index += 1) {
    const entry = entries[index]!;
    if (isRightToLeft(entry)) end = index + 1;
    else if (entry.kind !== 'text' || !entry.slice.piece.isSpace) break;
  }
  return end;
}

interface LineScene {
  readonly paragraph: PreparedParagraph;
  readonly entries: readonly Entry[];
  readonly xs: readonly Pt[];
  readonly start: Pt;
  readonly end: Pt;
  readonly around: readonly InlineBox[];
  readonly heights: FinishedLineBoxes;
  readonly stretch: Pt;
  /** Percentages count from it. */
  readonly base: Pt;
}

/** In logical order; an inline box comes before what is in it. */
function lineItems(scene: LineScene): Pick<Line, 'items' | 'decorations'> {
  const { entries, xs, paragraph, heights } = scene;
  const items: LineItem[] = [];
  let decorated: DecoratedText[] | undefined;
  /** Where the boxes are among the items that have begun and not ended: from the outside inwards. */
  const open: number[] = [];
  const begin = (box: InlineBox, x: Pt, isFirst: boolean): void => {
    if (box.element === undefined) return;
    open.push(items.length);
    items.push(boxItem(scene, box, box.element, { x, isFirst }));
  };
  const finish = (right: Pt, isLast: boolean): void => {
    const at = open.pop();
    const item = at === undefined ? undefined : items[at];
    if (at === undefined || item?.kind !== 'inline-box') return;
    items[at] = { ...item, width: right - item.x, isLast };
  };
  for (const box of scene.around) begin(box, scene.start, false);
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index]!;
    const x = xs[index]!;
    if (entry.kind === 'text') {
      const slices = slicesOfRun(entries, xs, index);
      const item = runItem(scene, slices, x);
      items.push(item);
      const { box, face } = entry.slice.piece;
      if (isDecorated(box.text)) {
        decorated ??= [];
        decorated.push({ box, x, width: widthOf(item.run), glyphs: { face, run: item.run } });
      }
      index += slices.length - 1;
    } else if (entry.piece.kind === 'open') {
      const edge = edgeOf(entry.piece, 'left');
      begin(entry.piece.box, x + edge.margin, edge.isEnd);
    } else if (entry.piece.kind === 'close') {
      const edge = edgeOf(entry.piece, 'right');
      finish(x + entry.width - edge.margin, edge.isEnd);
    } else if (entry.piece.kind === 'tab') {
      const { box } = entry.piece;
      if (!isDecorated(box.text)) continue;
      decorated ??= [];
      decorated.push({ box, x, width: entry.width, glyphs: undefined });
    } else if (entry.piece.kind === 'atom' || entry.piece.kind === 'anchor') {
      const item = paragraph.content.items[entry.piece.item]!;
      if (item.kind === 'anchor') items.push({ kind: 'anchor', x, element: item.element });
      if (item.kind !== 'atom') continue;
      items.push({ kind: 'atom', x, y: heights.baselineOfAtom(entry.index) - item.ascent, element: item.element });
    }
  }
  while (open.length > 0) finish(scene.end, false);
  return { items, decorations: decorated === undefined ? UNDECORATED : lineDecorations(decorated, heights) };
}

const UNDECORATED: Line['decorations'] = [];

function widthOf({ advances }: GlyphRun): Pt {
  let width: Pt = 0;
  for (const advance of advances) width += advance;
  return width;
}

function edgeOf(piece: Piece, side: 'left' | 'right'): { readonly margin: Pt; readonly isEnd: boolean } {
  const style = piece.box.element?.style;
  if (style === undefined) return { margin: 0, isEnd: true };
  return takeEdgeApart(piece.width, {
    margin: style.margin[side],
    border: style.border[side].width,
    padding: style.padding[side],
  });
}

/** The border box: content area of the first available font, with vertical padding and border around it. */
function boxItem(
  scene: LineScene,
  box: InlineBox,
  element: StyledElement,
  at: { readonly x: Pt; readonly isFirst: boolean },
): LineItem {
  const { border, padding } = element.style;
  const baseline = scene.heights.baselineOf(box);
  // A sum may come to less than nothing, which no padding is.
  const used = (length: typeof padding.top): Pt => Math.max(0, length.pt + (length.percent * scene.base) / 100);
  const top = border.top.width + used(padding.top);
  const bottom = border.bottom.width + used(padding.bottom);
  return {
    kind: 'inline-box',
    x: at.x,
    y: baseline - box.ascent - top,
    width: 0,
    height: box.ascent + box.descent + top + bottom,
    element,
    isFirst: at.isFirst,
    isLast: false,
  };
}

/** From the text at `from` on, what becomes one run with it: same item, font and direction, side by side. */
function slicesOfRun(entries: readonly Entry[], xs: readonly Pt[], from: number): readonly PieceSlice[] {
  const slices: PieceSlice[] = [];
  for (let index = from; index < entries.length; index += 1) {
    const entry = entries[index]!;
    if (entry.kind !== 'text') break;
    const first = slices[0]?.piece;
    const { item, face, level } = entry.slice.piece;
    if (entry.slice.hyphen !== undefined) return slices.length === 0 ? [entry.slice] : slices;
    if (first !== undefined) {
      if (item !== first.item || face !== first.face || level !== first.level) break;
      if (level % 2 !== 0 || xs[index]! < xs[index - 1]!) break;
    }
    slices.push(entry.slice);
  }
  return slices;
}

function runItem(scene: LineScene, slices: readonly PieceSlice[], x: Pt): Extract<LineItem, { kind: 'run' }> {
  const { paragraph, heights, stretch } = scene;
  const first = slices[0]!;
  const { piece } = first;
  const item = paragraph.content.items[piece.item]! as Extract<InlineItem, { kind: 'text' | 'page-counter' }>;
  const baseline = heights.baselineOf(piece.box);
  const isHyphen = first.hyphen !== undefined;
  const run = makeRun(slices, paragraph.text, heights.baseline - baseline, isHyphen ? 0 : stretch);
  const itemStart = paragraph.itemStarts[piece.item]!;
  const start = first.start - itemStart;
  const places =
    item.kind === 'text'
      ? placesWithin(item.places, paragraph.texts[piece.item]!, start, start + run.text.length)
      : [{ start: 0, place: item.owner.place }];
  return {
    kind: 'run',
    x,
    run,
    isHyphen,
    color: item.style.color,
    owner: item.owner,
    places,
  };
}
