import type { Place } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import type { ComputedStyle } from '../document/types.ts';
import type { Hyphenator } from '../hyphenate/types.ts';
import { breakOpportunities } from './break-opportunities.ts';
import { makeUnits, type ParagraphUnit } from './break-units.ts';
import { isForcedBreak } from './characters.ts';
import { markHyphens } from './hyphen-opportunities.ts';
import { createInlineBox, type InlineBox, type StyleMemory, type TextStyle, textStyleOf } from './inline-box.ts';
import { joinTexts } from './join-texts.ts';
import { keepTogether } from './kept-together.ts';
import { addWordPieces, type Piece, type TextSource } from './pieces.ts';
import { placeOfCharacter } from './text-places.ts';
import { transformText } from './text-transform.ts';
import type { InlineContent, InlineItem } from './types.ts';
import { type ProcessedText, processWhiteSpace } from './white-space.ts';

/** A paragraph with everything that does not depend on the width of its lines. */
export interface PreparedParagraph {
  readonly content: InlineContent;
  /** The processed texts of all items; an atom is one character, and so is a forced break. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly units: readonly ParagraphUnit[];
  /** Of each item, after white-space processing and `text-transform`. */
  readonly texts: readonly (ProcessedText | undefined)[];
  /** Offset in the paragraph where each item begins. */
  readonly itemStarts: readonly number[];
  readonly root: InlineBox;
  readonly missing: readonly MissingCharacter[];
}

interface MissingCharacter {
  readonly codePoint: number;
  readonly place: Place | undefined;
}

/** The paragraphs of a document. */
export interface TextMemory extends StyleMemory {
  /** `undefined`: words are broken at soft hyphens alone. */
  readonly hyphenator: Hyphenator | undefined;
  readonly paragraphs: Map<InlineContent, PreparedParagraph>;
}

/** Done once for each content: its lines may be asked for at many widths. */
export function prepareParagraph(content: InlineContent, memory: TextMemory): PreparedParagraph {
  let paragraph = memory.paragraphs.get(content);
  if (paragraph === undefined) {
    paragraph = prepare(content, memory);
    memory.paragraphs.set(content, paragraph);
  }
  return paragraph;
}

function prepare(content: InlineContent, memory: TextMemory): PreparedParagraph {
  const styleOf = (style: ComputedStyle): TextStyle => textStyleOf(style, memory);
  const root = createInlineBox(undefined, undefined, styleOf(content.style));
  const texts = transformAll(content.items, processWhiteSpace(content.items));
  const { itemStarts, text, restrict } = joinTexts(content.items, texts, root.text, styleOf);
  const atoms = content.items.flatMap((item, index) => (item.kind === 'atom' ? [itemStarts[index]!] : []));
  const allowed = breakOpportunities(text, atoms);
  markHyphens(allowed, { content, text, itemStarts, hyphenator: memory.hyphenator });
  if (content.style.textWrap === 'pretty') keepTogether(allowed, text, content.lang);
  restrict(allowed);
  const missing: MissingCharacter[] = [];
  const pieces: Piece[] = [];
  let box = root;
  content.items.forEach((item, index) => {
    const start = itemStarts[index]!;
    switch (item.kind) {
      case 'text':
      case 'page-counter': {
        const processed = texts[index]!;
        const onMissing = (offset: number, codePoint: number): void => {
          missing.push({ codePoint, place: placeOfCharacter(item, processed, offset) });
        };
        const { text } = processed;
        addTextPieces(pieces, { item: index, start, text, style: styleOf(item.style), box, allowed, onMissing });
        break;
      }
      case 'open':
        box = createInlineBox(box, item.element, styleOf(item.element.style));
        pieces.push({ kind: 'open', item: index, start, end: start, width: item.edge, box });
        break;
      case 'close':
        pieces.push({ kind: 'close', item: index, start, end: start, width: item.edge, box });
        box = box.parent ?? box;
        break;
      case 'atom':
        pieces.push({ kind: 'atom', item: index, start, end: start + 1, width: item.width, box });
        break;
      case 'anchor':
        pieces.push({ kind: 'anchor', item: index, start, end: start, width: 0, box });
        break;
      case 'break':
        pieces.push({ kind: 'break', item: index, start, end: start + 1, width: 0, box });
        break;
    }
  });
  const units = makeUnits(pieces, text, allowed);
  return { content, text, pieces, units, texts, itemStarts, root, missing };
}

function transformAll(
  items: readonly InlineItem[],
  texts: readonly (ProcessedText | undefined)[],
): readonly (ProcessedText | undefined)[] {
  let previous = '';
  return items.map((item, index) => {
    const text = texts[index];
    if (text === undefined || text.text === '') {
      if (item.kind === 'atom' || item.kind === 'break') previous = '';
      return text;
    }
    const transform = item.kind === 'text' ? item.style.textTransform : 'none';
    const transformed = transformText(text, transform, previous);
    previous = transformed.text.slice(-1);
    return transformed;
  });
}

const SPACE = 0x20;
const TAB = 0x09;

/** Cuts a text into words, each with the space before it, and lone tabs and forced breaks. */
function addTextPieces(pieces: Piece[], source: TextSource): void {
  const { text, item, start, box } = source;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (isForcedBreak(unit)) {
      pieces.push({ kind: 'break', item, start: start + at, end: start + at + 1, width: 0, box });
      at += 1;
      continue;
    }
    if (unit === TAB) {
      const width = tabWidth(pieces, source.style);
      pieces.push({ kind: 'tab', item, start: start + at, end: start + at + 1, width, box, style: source.style });
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !endsWord(text.charCodeAt(end))) end += 1;
    addWordPieces(pieces, source, at, end);
    at = end;
  }
}

function endsWord(unit: number): boolean {
  return unit === SPACE || unit === TAB || isForcedBreak(unit);
}

/**
 * CSS Text 3, section 4.2: to the next multiple of eight spaces. Counted from the last forced break: exact where lines
 * do not wrap, as in `pre`.
 */
function tabWidth(pieces: readonly Piece[], style: TextStyle): Pt {
  const space = style.primary.advanceOf(style.primary.glyphOf(SPACE)) * style.style.fontSize;
  const stop = 8 * (space + style.style.letterSpacing);
  if (!(stop > 0)) return 0;
  let x = 0;
  for (let i = pieces.length - 1; i >= 0 && pieces[i]!.kind !== 'break'; i -= 1) x += pieces[i]!.width;
  return stop - (x % stop);
}
