import type { Pt } from '../base/units.ts';
import { isWordSeparator } from './characters.ts';
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

/** A run ends with one only where `spaceForBreak` has given it a space. */
const FORCED_BREAK_AT_END = /[\n\v\f\u0085\u2028\u2029]$/;

/**
 * Slices that follow each other in the same item, font and direction as one run. `stretch` is added to each word
 * separator. `text` is that of the paragraph.
 */
export function makeRun(slices: readonly PieceSlice[], text: string, rise: Pt, stretch: Pt): GlyphRun {
  const first = slices[0]!;
  const { fontSize, letterSpacing } = first.piece.style.style;
  let count = 0;
  for (const slice of slices) count += slice.endGlyph - slice.firstGlyph;
  const run = {
    glyphIds: new Uint16Array(count),
    advances: new Float64Array(count),
    xOffsets: new Float64Array(count),
    yOffsets: new Float64Array(count),
    clusters: new Uint32Array(count),
  };
  let to = 0;
  for (const slice of slices) {
    const { glyphs, origin } = slice.piece;
    for (let from = slice.firstGlyph; from < slice.endGlyph; from += 1) {
      const at = origin + glyphs.clusters[from]!;
      run.glyphIds[to] = glyphs.glyphIds[from]!;
      run.xOffsets[to] = glyphs.xOffsets[from]! * fontSize;
      run.yOffsets[to] = glyphs.yOffsets[from]! * fontSize;
      run.clusters[to] = Math.max(0, at - first.start);
      if (!slice.isCollapsed) {
        let advance = glyphs.advances[from]! * fontSize;
        if (isLastOfCluster(glyphs, from, slice.endGlyph)) {
          advance += letterSpacing;
          if (stretch !== 0 && isWordSeparator(text.charCodeAt(at))) advance += stretch;
        }
        run.advances[to] = advance;
      }
      to += 1;
    }
  }
  return {
    font: first.piece.face.id,
    sizePt: fontSize,
    level: first.piece.level,
    ...run,
    text: text.slice(first.start, slices.at(-1)!.end).replace(FORCED_BREAK_AT_END, ' '),
    rise,
  };
}
