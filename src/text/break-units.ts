import { clusterStarts } from '../base/grapheme-clusters.ts';
import type { Pt } from '../base/units.ts';
import { NO_BREAK, setsHyphen } from './break-opportunities.ts';
import { hyphenWidth } from './hyphen.ts';
import type { BreakUnit, Split, UnitAnchor } from './line-breaker.ts';
import { isLastOfCluster, type Piece, type TextPiece } from './pieces.ts';

/** The pieces between two places where a line may end. */
export interface ParagraphUnit extends BreakUnit {
  /** Its pieces: from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
  /** How a line ends after it: one of the breaks of `break-opportunities.ts`. */
  readonly ending: number;
  readonly splits: () => readonly Cut[];
}

/** A place inside a unit: before a piece when `offset` is the start of the piece, else inside it. */
interface Cut extends Split {
  readonly piece: number;
  /** UTF-16 offset in the paragraph. */
  readonly offset: number;
  /** `overflow-wrap: anywhere`: counts for the narrowest width, as `break-word` does not. */
  readonly isSoft: boolean;
}

/**
 * A line ends after a close and before an open: an element that ends with the line has its edge there, and one that
 * begins with the next line has it there. Without anything to show there is no unit.
 */
export function makeUnits(pieces: readonly Piece[], text: string, allowed: Uint8Array): readonly ParagraphUnit[] {
  const units: ParagraphUnit[] = [];
  let first = 0;
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'open' || piece.kind === 'close' || piece.kind === 'anchor') continue;
    const isForced = piece.kind === 'break';
    const ending = allowed[piece.end]!; // as long as the text, and one more
    if (!isForced && ending === NO_BREAK) continue;
    index = endOfUnit(pieces, index, isForced);
    units.push(makeUnit(pieces, text, { first, end: index + 1, isForced, ending }));
    first = index + 1;
  }
  if (first === pieces.length) return units;
  const rest = makeUnit(pieces, text, { first, end: pieces.length, isForced: false, ending: NO_BREAK });
  const last = units.at(-1);
  if (showsSomething(pieces, first)) units.push(rest);
  else if (last !== undefined) units[units.length - 1] = makeUnit(pieces, text, { ...last, end: pieces.length });
  return units;
}

/** The last piece that stays before a break after piece `index`. As in browsers, an empty element in the line does. */
function endOfUnit(pieces: readonly Piece[], index: number, isForced: boolean): number {
  let last = index;
  for (;;) {
    const next = pieces[last + 1];
    if (staysBefore(next, isForced)) last += 1;
    else if (isForced || next?.kind !== 'open') return last;
    else {
      const close = closeOfEmpty(pieces, last + 1);
      if (close === undefined) return last;
      last = close;
    }
  }
}

/** Where the element that opens at `open` is closed, when nothing but empty elements is inside. */
function closeOfEmpty(pieces: readonly Piece[], open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < pieces.length; index += 1) {
    const { kind } = pieces[index]!;
    if (kind !== 'open' && kind !== 'close') return undefined;
    depth += kind === 'open' ? 1 : -1;
    if (depth === 0) return index;
  }
  return undefined;
}

/** As in browsers, a box out of the flow that follows the white space at a break has its place at the end of that line. */
function staysBefore(piece: Piece | undefined, isForced: boolean): boolean {
  return piece?.kind === 'close' || (piece?.kind === 'anchor' && !isForced);
}

/** CSS 2.2, section 9.4.2: a line box without text and without any edge does not exist. */
function showsSomething(pieces: readonly Piece[], first: number): boolean {
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'anchor') continue;
    if ((piece.kind !== 'open' && piece.kind !== 'close') || piece.width !== 0) return true;
  }
  return false;
}

function makeUnit(
  pieces: readonly Piece[],
  text: string,
  { first, end, isForced, ending }: Pick<ParagraphUnit, 'first' | 'end' | 'isForced' | 'ending'>,
): ParagraphUnit {
  let width: Pt = 0;
  let trailing: Pt = 0;
  let overhang: Pt = 0;
  let isBehind = false;
  let anchors: UnitAnchor[] | undefined;
  let hasContent = false;
  for (let index = first; index < end; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'anchor') {
      anchors ??= [];
      const after = closingWidth(pieces, index + 1);
      anchors.push({ item: piece.item, before: width - trailing, after, leads: !hasContent });
      continue;
    }
    width += piece.width;
    if (piece.kind === 'text' && piece.isSpace) trailing += piece.width;
    else if (piece.kind === 'text' || piece.kind === 'tab' || piece.kind === 'atom') trailing = 0;
    const isEdge = piece.kind === 'open' || piece.kind === 'close';
    isBehind = isEdge && (isBehind || (piece.kind === 'open' && hasContent));
    overhang = isBehind ? overhang + piece.width : 0;
    hasContent ||= !isEdge;
  }
  // White space at the end of the paragraph has an opportunity behind it too.
  if (ending === NO_BREAK && trailing === 0) overhang = 0;
  let cuts: readonly Cut[] | undefined;
  const splits = (): readonly Cut[] => {
    cuts ??= findCuts(pieces, text, first, end);
    return cuts;
  };
  const hyphen = setsHyphen(ending) ? hyphenAfter(pieces, end - 1) : undefined;
  return { width, trailing, overhang, isForced, ending, hyphen, first, end, anchors, splits };
}

/** Of elements that close at a piece, where nothing but boxes out of the flow stands between. */
function closingWidth(pieces: readonly Piece[], from: number): Pt {
  let width: Pt = 0;
  for (let index = from; index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'close') width += piece.width;
    else if (piece.kind !== 'anchor') break;
  }
  return width;
}

/** A unit that ends with a hyphen has text right before it. */
function hyphenAfter(pieces: readonly Piece[], last: number): Pt | undefined {
  for (let index = last; index >= 0; index -= 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'text') return hyphenWidth(piece.style);
  }
  return undefined;
}

/** CSS Text 3, section 5.5: between grapheme clusters, and never inside a ligature. */
function findCuts(pieces: readonly Piece[], text: string, first: number, end: number): readonly Cut[] {
  const cuts: Cut[] = [];
  let width: Pt = 0;
  let isFirstContent = true;
  /** The first of the opens right before the piece, and the width before them. */
  let opens: { readonly piece: number; readonly width: Pt } | undefined;
  for (let index = first; index < end; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'open' || piece.kind === 'anchor') {
      opens ??= { piece: index, width };
    } else if (piece.kind === 'text' && !piece.isSpace) {
      const { overflowWrap } = piece.style.style;
      if (overflowWrap !== 'normal' && piece.style.canWrap) {
        const isSoft = overflowWrap === 'anywhere';
        const at = opens ?? { piece: index, width };
        if (!isFirstContent) cuts.push({ piece: at.piece, offset: piece.start, width: at.width, isSoft });
        addCutsInside(cuts, piece, text, { piece: index, width, isSoft });
      }
    }
    if (piece.kind !== 'open' && piece.kind !== 'anchor') opens = undefined;
    if (piece.kind !== 'open' && piece.kind !== 'close' && piece.kind !== 'anchor') isFirstContent = false;
    width += piece.width;
  }
  return cuts;
}

function addCutsInside(
  cuts: Cut[],
  piece: TextPiece,
  text: string,
  at: { readonly piece: number; readonly width: Pt; readonly isSoft: boolean },
): void {
  if (piece.level % 2 !== 0) return;
  const starts = new Set(clusterStarts(text.slice(piece.start, piece.end)));
  const { clusters, advances } = piece.glyphs;
  const { fontSize, letterSpacing } = piece.style.style;
  let width = at.width;
  for (let glyph = piece.firstGlyph; glyph < piece.endGlyph; glyph += 1) {
    const offset = piece.origin + clusters[glyph]!;
    const beginsCluster = glyph > piece.firstGlyph && clusters[glyph] !== clusters[glyph - 1];
    if (beginsCluster && starts.has(offset - piece.start)) {
      cuts.push({ piece: at.piece, offset, width, isSoft: at.isSoft });
    }
    width += advances[glyph]! * fontSize;
    if (isLastOfCluster(piece.glyphs, glyph, piece.endGlyph)) width += letterSpacing;
  }
}

/** The widest part of a unit that stays when it is cut wherever that narrows its container. */
export function narrowestWidth(unit: ParagraphUnit, canBeCut: boolean): Pt {
  const whole = unit.width - unit.trailing + (unit.hyphen ?? 0);
  if (!canBeCut) return whole;
  let widest = 0;
  let from = 0;
  for (const cut of unit.splits()) {
    if (!cut.isSoft) continue;
    widest = Math.max(widest, cut.width - from);
    from = cut.width;
  }
  return Math.max(widest, whole - from);
}
