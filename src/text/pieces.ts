import type { FontFace, ShapedGlyphs } from '../asset/types.ts';
import type { Pt } from '../base/units.ts';
import { NO_BREAK } from './break-opportunities.ts';
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
  | (PieceCommon & { readonly kind: 'open' | 'close' | 'atom' | 'break' | 'anchor' });

/** The text of an inline item. */
export interface TextSource {
  readonly item: number;
  /** Where it begins in the paragraph. */
  readonly start: number;
  readonly text: string;
  readonly style: TextStyle;
  readonly box: InlineBox;
  /** Where a line may begin: by offsets in the paragraph. */
  readonly allowed: Uint8Array;
  /** Told of characters that no font has, by their offsets in the text. */
  readonly onMissing: (offset: number, codePoint: number) => void;
}

const SPACE = 0x20;

/** Shapes the word of a text from `from` to `to` and cuts it where a line may end and after its leading space. */
export function addWordPieces(pieces: Piece[], source: TextSource, from: number, to: number): void {
  const { text, allowed } = source;
  const shaped = shapeWord(text.slice(from, to), text.charCodeAt(to) === SPACE, source.style.fonts);
  for (const { offset, codePoint } of shaped.missing) source.onMissing(from + offset, codePoint);
  const origin = source.start + from;
  const spaceEnd = text.charCodeAt(from) === SPACE ? 1 : 0;
  for (const part of shaped.parts) {
    let start = part.start;
    let glyph = 0;
    for (let at = start + 1; at <= part.end; at += 1) {
      if (at < part.end && allowed[origin + at] === NO_BREAK && at !== spaceEnd) continue;
      const endGlyph = at === part.end ? part.glyphs.glyphIds.length : glyphAt(part, at, glyph);
      // Inside a ligature, or in a word that is one cluster, there is no cut.
      if (endGlyph === undefined) continue;
      pieces.push(textPiece(source, part, { origin, start, end: at, firstGlyph: glyph, endGlyph }));
      start = at;
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

/** Part of a word that begins in the paragraph at `origin`; the offsets count from there. */
interface WordRange {
  readonly origin: number;
  readonly start: number;
  readonly end: number;
  readonly firstGlyph: number;
  readonly endGlyph: number;
}

function textPiece(source: TextSource, { face, level, glyphs }: ShapedPart, range: WordRange): TextPiece {
  const { style, text } = source;
  const { origin, firstGlyph, endGlyph } = range;
  const { advances } = glyphs;
  let em = 0;
  for (let i = firstGlyph; i < endGlyph; i += 1) em += advances[i]!;
  const { letterSpacing, fontSize } = style.style;
  const spaced = letterSpacing === 0 ? 0 : countClusters(glyphs, firstGlyph, endGlyph);
  const start = origin + range.start;
  const end = origin + range.end;
  return {
    kind: 'text',
    item: source.item,
    start,
    end,
    width: em * fontSize + spaced * letterSpacing,
    box: source.box,
    style,
    face,
    level,
    isSpace: end - start === 1 && style.dropsTrailingSpace && text.charCodeAt(start - source.start) === SPACE,
    glyphs,
    firstGlyph,
    endGlyph,
    origin,
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
