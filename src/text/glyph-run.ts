import type { ShapedGlyphs } from '../asset/types.ts';
import type { Pt } from '../base/units.ts';
import { isForcedBreak, isWordSeparator } from './characters.ts';
import type { TextStyle } from './inline-box.ts';
import { isLastOfCluster, type TextPiece } from './pieces.ts';
import type { GlyphRun } from './types.ts';

/** A part of a text piece on a line. */
export interface PieceSlice {
  readonly piece: TextPiece;
  readonly firstGlyph: number;
  readonly endGlyph: number;
  /** UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
  /** White space at the end of the line: its glyph stays, so that the text still has the space, and takes no room. */
  readonly isCollapsed: boolean;
  /** Of a hyphen that is set at the end of the line: its characters. */
  readonly hyphen?: string;
}

export function sliceWidth(slice: PieceSlice): Pt {
  if (slice.isCollapsed) return 0;
  const { piece } = slice;
  if (slice.firstGlyph === piece.firstGlyph && slice.endGlyph === piece.endGlyph) return piece.width;
  const { fontSize, letterSpacing } = piece.style.style;
  let width = 0;
  for (let i = slice.firstGlyph; i < slice.endGlyph; i += 1) {
    width += piece.glyphs.advances[i]! * fontSize;
    if (isLastOfCluster(piece.glyphs, i, slice.endGlyph)) width += letterSpacing;
  }
  return width;
}

/** Separators that justification may stretch. */
export function countSeparators(slice: PieceSlice, text: string): number {
  if (slice.isCollapsed) return 0;
  let count = 0;
  for (let at = slice.start; at < slice.end; at += 1) if (isWordSeparator(text.charCodeAt(at))) count += 1;
  return count;
}

/** Natural width of the separators that a slice holds. */
export function separatorWidth(slice: PieceSlice, text: string): Pt {
  if (slice.isCollapsed) return 0;
  const { piece } = slice;
  if (piece.isSpace) return piece.width;
  const count = countSeparators(slice, text);
  return count === 0 ? 0 : count * spaceWidth(piece.style);
}

export function spaceWidth({ primary, style }: TextStyle): Pt {
  return primary.advanceOf(primary.glyphOf(SPACE)) * style.fontSize + style.letterSpacing;
}

const SPACE = 0x20;

/**
 * Slices that follow each other in the same item, font and direction as one run. `stretch` is added to each word
 * separator. `text` is that of the paragraph.
 */
export function makeRun(slices: readonly PieceSlice[], text: string, rise: Pt, stretch: Pt): GlyphRun {
  const first = slices[0]!;
  const { fontSize, letterSpacing } = first.piece.style.style;
  let count = 0;
  for (const slice of slices) count += slice.endGlyph - slice.firstGlyph;
  const { glyphIds, advances, xOffsets, yOffsets, clusters } = emptyGlyphs(count);
  let to = 0;
  for (const { piece, firstGlyph, endGlyph, isCollapsed, hyphen } of slices) {
    const { glyphs, origin } = piece;
    for (let from = firstGlyph; from < endGlyph; from += 1) {
      const at = origin + glyphs.clusters[from]!;
      glyphIds[to] = glyphs.glyphIds[from]!;
      xOffsets[to] = glyphs.xOffsets[from]! * fontSize;
      yOffsets[to] = glyphs.yOffsets[from]! * fontSize;
      clusters[to] = Math.max(0, at - first.start);
      if (!isCollapsed) {
        let advance = glyphs.advances[from]! * fontSize;
        if (isLastOfCluster(glyphs, from, endGlyph)) {
          // As in browsers, nothing is added to a hyphen at the end of a line.
          if (hyphen === undefined) advance += letterSpacing;
          if (stretch !== 0 && isWordSeparator(text.charCodeAt(at))) advance += stretch;
        }
        advances[to] = advance;
      }
      to += 1;
    }
  }
  return {
    font: first.piece.face.id,
    sizePt: fontSize,
    level: first.piece.level,
    glyphIds,
    advances,
    xOffsets,
    yOffsets,
    clusters,
    text: first.hyphen ?? textOf(text, first.start, slices.at(-1)!.end),
    rise,
  };
}

/** A run ends with a forced break only where `spaceForBreak` has given it a space. */
function textOf(text: string, start: number, end: number): string {
  return isForcedBreak(text.charCodeAt(end - 1)) ? `${text.slice(start, end - 1)} ` : text.slice(start, end);
}

/** All in one piece of memory: to ask for five costs more than to fill them. */
function emptyGlyphs(count: number): ShapedGlyphs {
  const memory = new ArrayBuffer(30 * count);
  return {
    advances: new Float64Array(memory, 0, count),
    xOffsets: new Float64Array(memory, 8 * count, count),
    yOffsets: new Float64Array(memory, 16 * count, count),
    clusters: new Uint32Array(memory, 24 * count, count),
    glyphIds: new Uint16Array(memory, 28 * count, count),
  };
}
