import type { ShapedGlyphs } from '../asset/types.ts';
import type { PieceSlice } from './glyph-run.ts';
import type { Piece, TextPiece } from './pieces.ts';

const SPACE = 0x20;

/**
 * A space without width for a forced break, in the font of the text before it: who reads the file aloud or copies from it
 * would else run the words of two lines together. `undefined` when no text stands right before the break, or when
 * nothing follows it.
 */
export function spaceForBreak(
  pieces: readonly Piece[],
  last: number,
  before: TextPiece | undefined,
): PieceSlice | undefined {
  const piece = pieces[last];
  if (piece?.kind !== 'break' || before === undefined || before.end !== piece.start) return undefined;
  if (before.level % 2 !== 0 || before.isSpace) return undefined;
  if (pieces.slice(last + 1).every(({ kind }) => kind === 'close' || kind === 'open')) return undefined;
  const glyphs: ShapedGlyphs = {
    glyphIds: Uint16Array.of(before.face.glyphOf(SPACE)),
    advances: Float64Array.of(0),
    xOffsets: Float64Array.of(0),
    yOffsets: Float64Array.of(0),
    clusters: Uint32Array.of(0),
  };
  const { start, end } = piece;
  const space: TextPiece = {
    ...before,
    start,
    end,
    width: 0,
    isSpace: true,
    glyphs,
    firstGlyph: 0,
    endGlyph: 1,
    origin: start,
  };
  return { piece: space, start, end, firstGlyph: 0, endGlyph: 1, isCollapsed: true };
}
