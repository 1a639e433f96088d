import type { FontFace, ShapedGlyphs } from '../asset/types.ts';
import type { Pt } from '../base/units.ts';
import type { InlineBox, TextStyle } from './inline-box.ts';
import { type ShapedPart, shapeWord } from './shape-words.ts';

interface PieceCommon {
  /** Index of the inline item that it comes from. */
  readonly item: number;
  /** UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly width: Pt;
  /** Innermost inline box that it is in; of `open` and `close`, the box itself. */
  readonly box: InlineBox;
}

/** Text in one font and direction without a break opportunity inside it. */
export interface TextPiece extends PieceCommon {
  readonly kind: 'text';
  readonly style: TextStyle;
  readonly face: FontFace;
  readonly level: number;
  /** Only white space that can be dropped or can hang at the end of a line. */
  readonly isSpace: boolean;
  /** Of a whole word: those from `firstGlyph` to `endGlyph` belong to the piece. Distances in em. */
  readonly glyphs: ShapedGlyphs;
  readonly firstGlyph: number;
  readonly endGlyph: number;
  /** Where the word begins in the paragraph: clusters count from there. */
  readonly origin: number;
}

export type Piece =
  | TextPiece
  | (PieceCommon & { readonly kind: 'tab'; readonly style: TextStyle })
  | (PieceCommon & { readonly kind: 'open' | 'close' | 'atom' | 'break' });

export interface Word {
  readonly item: number;
  readonly start: number;
  readonly word: string;
  readonly spaceFollows: boolean;
  readonly style: TextStyle;
  readonly box: InlineBox;
  readonly allowed: Uint8Array;
  readonly onMissing: (offset: number, codePoint: number) => void;
}

/** Shapes a word and cuts it where a line may end and after its leading space. */
export function addWordPieces(pieces: Piece[], word: Word): void {
  const shaped = shapeWord(word.word, word.spaceFollows, word.style.fonts);
  for (const { offset, codePoint } of shaped.missing) word.onMissing(offset, codePoint);
  const spaceEnd = word.word.startsWith(' ') ? 1 : 0;
  for (const part of shaped.parts) {
    let from = part.start;
    let glyph = 0;
    for (let at = part.start + 1; at <= part.end; at += 1) {
      if (at < part.end && word.allowed[word.start + at] !== 1 && at !== spaceEnd) continue;
      const endGlyph = at === part.end ? part.glyphs.glyphIds.length : glyphAt(part, at, glyph);
      // Inside a ligature, or in a word that is one cluster, there is no cut.
      if (endGlyph === undefined) continue;
      pieces.push(textPiece(word, part, { start: from, end: at, firstGlyph: glyph, endGlyph }));
      from = at;
      glyph = endGlyph;
    }
  }
}

/** The glyph whose cluster begins at an offset of the word. Right-to-left parts are not cut. */
function glyphAt(part: ShapedPart, offset: number, from: number): number | undefined {
  if (part.level % 2 !== 0) return undefined;
  const { clusters } = part.glyphs;
  let glyph = from;
  while (glyph < clusters.length && clusters[glyph]! < offset) glyph += 1;
  if (glyph === clusters.length) return glyph > from ? glyph : undefined;
  return clusters[glyph] === offset ? glyph : undefined;
}

function textPiece(
  word: Word,
  part: ShapedPart,
  range: { readonly start: number; readonly end: number; readonly firstGlyph: number; readonly endGlyph: number },
): TextPiece {
  const { style } = word;
  let em = 0;
  for (let i = range.firstGlyph; i < range.endGlyph; i += 1) em += part.glyphs.advances[i]!;
  const { letterSpacing, fontSize } = style.style;
  const spaced = letterSpacing === 0 ? 0 : countClusters(part.glyphs, range.firstGlyph, range.endGlyph);
  return {
    kind: 'text',
    item: word.item,
    start: word.start + range.start,
    end: word.start + range.end,
    width: em * fontSize + spaced * letterSpacing,
    box: word.box,
    style,
    face: part.face,
    level: part.level,
    isSpace: range.end - range.start === 1 && word.word[range.start] === ' ' && style.dropsTrailingSpace,
    glyphs: part.glyphs,
    firstGlyph: range.firstGlyph,
    endGlyph: range.endGlyph,
    origin: word.start,
  };
}

/** Letter spacing is added once after each cluster: after a base with its marks, after a ligature. */
function countClusters(glyphs: ShapedGlyphs, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i += 1) if (isLastOfCluster(glyphs, i, to)) count += 1;
  return count;
}

export function isLastOfCluster(glyphs: ShapedGlyphs, index: number, end: number): boolean {
  return index + 1 >= end || glyphs.clusters[index + 1] !== glyphs.clusters[index];
}
