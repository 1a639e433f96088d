import type { FontCatalogue, FontFace } from '../asset/types.ts';
import type { Pt } from '../base/units.ts';
import type { AutoLength, ComputedStyle, LengthPercentage, StyledElement } from '../document/types.ts';
import { type ShapingFonts, wordCacheOf } from './shape-words.ts';

/** What a style means for the setting of its text. */
export interface TextStyle {
  readonly style: ComputedStyle;
  readonly fonts: ShapingFonts;
  /** CSS Fonts 4, "first available font": gives the metrics of inline boxes. */
  readonly primary: FontFace;
  readonly canWrap: boolean;
  /** White space at the end of a line takes no room there. */
  readonly dropsTrailingSpace: boolean;
}

/** An inline element, or the root inline box of the paragraph: the nested boxes of CSS Inline 3. */
export interface InlineBox {
  readonly parent: InlineBox | undefined;
  /** `undefined`: the root inline box. */
  readonly element: StyledElement | undefined;
  readonly text: TextStyle;
  readonly depth: number;
  /** From its baseline to the edges of its content area. */
  readonly ascent: Pt;
  readonly descent: Pt;
  /** The same with half the leading on each side (CSS 2.2, section 10.8.1). Negative when lines are set tight. */
  readonly above: Pt;
  readonly below: Pt;
}

/** The styles of a document: its paragraphs share a few. */
export interface StyleMemory {
  readonly fonts: FontCatalogue;
  readonly styles: Map<ComputedStyle, TextStyle>;
}

export function textStyleOf(style: ComputedStyle, { styles, fonts }: StyleMemory): TextStyle {
  let made = styles.get(style);
  if (made === undefined) {
    made = createTextStyle(style, fonts);
    styles.set(style, made);
  }
  return made;
}

function createTextStyle(style: ComputedStyle, fonts: FontCatalogue): TextStyle {
  const chain = fonts.chain(style.fontFamily, style.fontWeight, style.fontStyle);
  const features = featuresOf(style);
  return {
    style,
    fonts: {
      chain,
      emojiChain: fonts.chain(['emoji', ...style.fontFamily], style.fontWeight, style.fontStyle),
      features,
      words: wordCacheOf(chain, features),
    },
    primary: chain[0]!,
    canWrap: style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre',
    dropsTrailingSpace: style.whiteSpace !== 'pre',
  };
}

/** CSS Text 3, section 8.2: letters that are spaced out form no optional ligatures, unless `font-feature-settings` asks for them. */
function featuresOf(style: ComputedStyle): Readonly<Record<string, number>> {
  return style.letterSpacing === 0 ? style.fontFeatures : { liga: 0, clig: 0, ...style.fontFeatures };
}

export function createInlineBox(
  parent: InlineBox | undefined,
  element: StyledElement | undefined,
  text: TextStyle,
): InlineBox {
  const { ascent, descent, above, below } = metricsOf(text, text.primary);
  return { parent, element, text, depth: parent === undefined ? 0 : parent.depth + 1, ascent, descent, above, below };
}

export interface InlineMetrics {
  readonly ascent: Pt;
  readonly descent: Pt;
  readonly above: Pt;
  readonly below: Pt;
}

/** Of text in one font. Ascent, descent and line gap stay exact, where browsers round them to whole pixels. */
export function metricsOf(text: TextStyle, face: FontFace): InlineMetrics {
  const size = text.style.fontSize;
  const ascent = face.ascent * size;
  const descent = face.descent * size;
  const leading = lineHeightOf(text, face) - (ascent + descent);
  return { ascent, descent, above: ascent + leading / 2, below: descent + leading / 2 };
}

export function lineHeightOf(text: TextStyle, face: FontFace = text.primary): Pt {
  const { lineHeight, fontSize } = text.style;
  if (lineHeight === 'normal') return (face.ascent + face.descent + face.lineGap) * fontSize;
  return 'pt' in lineHeight ? lineHeight.pt : lineHeight.number * fontSize;
}

/** The horizontal edge of an inline element, taken apart. */
export interface InlineEdge {
  readonly margin: Pt;
  /** False where the element is only interrupted by a block: it has an edge, and none of it is here. */
  readonly isEnd: boolean;
}

/**
 * `edge` is margin, border and padding of one side together, percentages resolved by the caller. The base of the
 * percentages follows from it when there are any.
 */
export function takeEdgeApart(
  edge: Pt,
  sides: { readonly margin: AutoLength; readonly border: Pt; readonly padding: LengthPercentage },
): InlineEdge {
  const margin = sides.margin === 'auto' ? ZERO : sides.margin;
  const fixed = margin.pt + sides.padding.pt + sides.border;
  const percent = margin.percent + sides.padding.percent;
  if (edge === 0) return { margin: fixed === 0 && percent === 0 ? margin.pt : 0, isEnd: fixed === 0 && percent === 0 };
  const base = percent === 0 ? 0 : ((edge - fixed) * 100) / percent;
  return { margin: margin.pt + (margin.percent * base) / 100, isEnd: true };
}

const ZERO: LengthPercentage = { pt: 0, percent: 0 };
