import type { Pt } from '../base/units.ts';
import type { PieceSlice } from './glyph-run.ts';
import type { TextStyle } from './inline-box.ts';
import type { TextPiece } from './pieces.ts';
import { type ShapedPart, shapeWord } from './shape-words.ts';

interface Hyphen {
  readonly parts: readonly ShapedPart[];
  readonly width: Pt;
}

const hyphens = new WeakMap<TextStyle, Hyphen>();

/** CSS Text 4, section 6.3: `hyphenate-character` in a style. */
function hyphenOf(style: TextStyle): Hyphen {
  let hyphen = hyphens.get(style);
  if (hyphen === undefined) {
    hyphen = shapeHyphen(style);
    hyphens.set(style, hyphen);
  }
  return hyphen;
}

function shapeHyphen({ style, fonts }: TextStyle): Hyphen {
  if (style.hyphenateCharacter === '') return { parts: [], width: 0 };
  const { parts } = shapeWord(style.hyphenateCharacter, false, fonts);
  return { parts, width: parts.reduce((sum, part) => sum + partWidth(part, style.fontSize), 0) };
}

function partWidth({ glyphs }: ShapedPart, fontSize: Pt): Pt {
  let width: Pt = 0;
  for (const advance of glyphs.advances) width += advance * fontSize;
  return width;
}

export const hyphenWidth = (style: TextStyle): Pt => hyphenOf(style).width;

/** The hyphen behind a word that goes on on the next line. */
export function hyphenSlices({ piece, end }: PieceSlice): readonly PieceSlice[] {
  const { hyphenateCharacter, fontSize } = piece.style.style;
  return hyphenOf(piece.style).parts.map((part): PieceSlice => {
    const endGlyph = part.glyphs.glyphIds.length;
    const { face, level, glyphs } = part;
    const shape = { face, level, glyphs, firstGlyph: 0, endGlyph, origin: end - part.start };
    const hyphen: TextPiece = { ...piece, ...shape, isSpace: false, start: end, end, width: partWidth(part, fontSize) };
    const characters = hyphenateCharacter.slice(part.start, part.end);
    return { piece: hyphen, firstGlyph: 0, endGlyph, start: end, end, isCollapsed: false, hyphen: characters };
  });
}
