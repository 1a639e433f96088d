import { clusterStarts } from '../base/grapheme-clusters.ts';
import type { Pt } from '../base/units.ts';
import type { BreakUnit, Split, UnitAnchor } from './line-breaker.ts';
import { isLastOfCluster, type Piece, type TextPiece } from './pieces.ts';

/** The pieces between two places where a line may end. */
export interface ParagraphUnit extends BreakUnit {
  /** Its pieces: from `first` up to `end`. */
  readonly first: number;
  readonly end: number;
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
    if (!isForced && allowed[piece.end] !== 1) continue;
    index = endOfUnit(pieces, index, isForced);
    units.push(makeUnit(pieces, text, first, index + 1, isForced));
    first = index + 1;
  }
  if (first === pieces.length) return units;
  const rest = makeUnit(pieces, text, first, pieces.length, false);
  const last = units.at(-1);
  if (showsSomething(pieces, first)) units.push(rest);
  else if (last !== undefined)
    units[units.length - 1] = makeUnit(pieces, text, last.first, pieces.length, last.isForced);
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
  return piece?.kind === 'close' || (piece?.kind === 'anchor' && !piece.isFloat && !isForced);
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
  first: number,
  end: number,
  isForced: boolean,
): ParagraphUnit {
  let width: Pt = 0;
  let trailing: Pt = 0;
  let anchors: UnitAnchor[] | undefined;
  for (let index = first; index < end; index += 1) {
    const piece = pieces[index]!;
    if (piece.kind === 'anchor') {
      anchors ??= [];
      anchors.push({ item: piece.item, before: width });
      continue;
    }
    width += piece.width;
    if (piece.kind === 'text' && piece.isSpace) trailing += piece.width;
    else if (piece.kind === 'text' || piece.kind === 'tab' || piece.kind === 'atom') trailing = 0;
  }
  let cuts: readonly Cut[] | undefined;
  const splits = (): readonly Cut[] => {
    cuts ??= findCuts(pieces, text, first, end);
    return cuts;
  };
  return { width, trailing, isForced, first, end, anchors, splits };
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
  const whole = unit.width - unit.trailing;
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
