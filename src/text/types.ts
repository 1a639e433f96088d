import type { FontId } from '../asset/types.ts';
import type { Color } from '../base/color.ts';
import type { Pt } from '../base/units.ts';
import type { ComputedStyle, StyledElement, TextDecoration, TextPlace } from '../document/types.ts';

/**
 * Glyphs of one font, size, direction and owner, in visual order from left to right (contract 3).
 * Distances in points. Only records and typed arrays: nothing of the shaping library.
 */
export interface GlyphRun {
  readonly font: FontId;
  readonly sizePt: Pt;
  /** Bidi level; even is left to right. */
  readonly level: number;
  readonly glyphIds: Uint16Array;
  readonly advances: Float64Array;
  readonly xOffsets: Float64Array;
  readonly yOffsets: Float64Array;
  /** UTF-16 index into `text` of each glyph's cluster. */
  readonly clusters: Uint32Array;
  /** The characters that the glyphs show, after white-space processing and `text-transform`. */
  readonly text: string;
  /** Above the baseline of the line (positive is up). */
  readonly rise: Pt;
}

/** What a paragraph is made of, in document order. Inline elements are open–close pairs. */
export type InlineItem =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: ComputedStyle;
      /** The element the text is in: for tags, links and decoration. */
      readonly owner: StyledElement;
      readonly places: readonly TextPlace[];
    }
  /** Start of an inline element; `edge` is its left margin, border and padding together. */
  | { readonly kind: 'open'; readonly element: StyledElement; readonly edge: Pt }
  | { readonly kind: 'close'; readonly element: StyledElement; readonly edge: Pt }
  /** A replaced element, or another box that was laid out already: one unbreakable thing. */
  | {
      readonly kind: 'atom';
      readonly element: StyledElement;
      /** Of the margin box. */
      readonly width: Pt;
      /** Of the margin box above and below its baseline. */
      readonly ascent: Pt;
      readonly descent: Pt;
    }
  /** Where a box out of the flow has its place: a float, or an absolutely positioned box. Without width, and no break. */
  | { readonly kind: 'anchor'; readonly element: StyledElement }
  /** `<br>`. */
  | { readonly kind: 'break'; readonly owner: StyledElement }
  | {
      readonly kind: 'page-counter';
      readonly text: string;
      readonly style: ComputedStyle;
      readonly owner: StyledElement;
    };

/** A paragraph after CSS Text 3: white space processed, ready to be broken at any measure, any number of times. */
export interface InlineContent {
  readonly items: readonly InlineItem[];
  /** Of the block container: strut, alignment, indent, white space. */
  readonly style: ComputedStyle;
  /** BCP 47. */
  readonly lang: string;
}

/** Where a line may stand. */
export interface LineMeasure {
  /** From the content edge of the block. */
  readonly start: Pt;
  readonly width: Pt;
  /** Content width of the block, for percentages, where the line has less of it. */
  readonly base?: Pt;
}

export type Measure = (line: number, top: Pt) => LineMeasure;

/** Where the next line begins. Opaque to the caller, valid for the same content at any measure. */
export interface LineToken {
  readonly item: number;
  /** UTF-16 offset in the item's processed text. */
  readonly offset: number;
  /** Number of lines before it: an indent is given to line 0 alone. */
  readonly line: number;
  /** Of the lines right before it, so many end with a hyphen; not set when the last does not. */
  readonly hyphens?: number;
}

export interface Line {
  /** Where the content of the line begins, from the content edge of the block, after indent and alignment. */
  readonly start: Pt;
  /** Of the content, without trailing white space. */
  readonly width: Pt;
  /** From the top of the first line of this call. */
  readonly top: Pt;
  readonly height: Pt;
  /** From `top` of this line. */
  readonly baseline: Pt;
  readonly items: readonly LineItem[];
  /** Those of the outermost box first. */
  readonly decorations: readonly LineDecoration[];
  /** It ends inside a word, with a hyphen that was not written. */
  readonly isHyphenated: boolean;
  /** Token of the line after this one; `undefined` after the last. */
  readonly next: LineToken | undefined;
}

/** x counts from the content edge of the block; y from the top of the line. */
export type LineItem =
  | {
      readonly kind: 'run';
      readonly x: Pt;
      readonly run: GlyphRun;
      /** A hyphen that was not written: it is drawn and is no part of the text. */
      readonly isHyphen: boolean;
      readonly color: Color;
      readonly owner: StyledElement;
      readonly places: readonly TextPlace[];
    }
  | { readonly kind: 'atom'; readonly x: Pt; readonly y: Pt; readonly element: StyledElement }
  | { readonly kind: 'anchor'; readonly x: Pt; readonly element: StyledElement }
  /** The part of an inline element on this line: its border box, for backgrounds, borders and link areas. */
  | {
      readonly kind: 'inline-box';
      readonly x: Pt;
      readonly y: Pt;
      readonly width: Pt;
      readonly height: Pt;
      readonly element: StyledElement;
      readonly isFirst: boolean;
      readonly isLast: boolean;
    };

/** A line under, over or through the text that one box decorates, as far as it is on this line. */
export interface LineDecoration {
  readonly line: 'underline' | 'overline' | 'line-through';
  readonly style: TextDecoration['style'];
  readonly color: Color;
  /** Top edge of a straight line, from the top of the line box; `decoration-shape.ts` says how far other styles reach. */
  readonly y: Pt;
  readonly thickness: Pt;
  /** All of the text: where dashes and waves begin, whatever is left out. */
  readonly whole: DecorationSpan;
  /** From left to right, without touching each other; x counts from the content edge of the block. May be none. */
  readonly spans: readonly DecorationSpan[];
}

export interface DecorationSpan {
  readonly start: Pt;
  readonly end: Pt;
}

export interface Paragraph {
  readonly lines: readonly Line[];
  /** Of all lines. */
  readonly height: Pt;
  /** Widest line without trailing white space. */
  readonly usedWidth: Pt;
}

/** CSS Sizing 3, section 4: the narrowest without overflow, and the widest without a soft break. */
export interface IntrinsicWidths {
  readonly min: Pt;
  readonly max: Pt;
}
