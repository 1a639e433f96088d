import type { Color } from '../base/color.ts';
import type { Corners, Sides, Size } from '../base/geometry.ts';
import type { Place } from '../base/source.ts';
import type { Pt } from '../base/units.ts';

// ---- The element tree: HTML, before styles ------------------------------------------------------------------------

export interface ElementNode {
  readonly kind: 'element';
  /** Lower case; of SVG as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TreeNode[];
  readonly place: Place | undefined;
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
  /** From which offset of `text` on the characters come from which place; ascending, may be empty. */
  readonly places: readonly TextPlace[];
}

export interface TextPlace {
  readonly start: number;
  readonly place: Place | undefined;
}

export type TreeNode = ElementNode | TextNode;

// ---- Computed values (CSS Cascade 5, section 4.4) ------------------------------------------------------------------

/** `pt + percent / 100 × base`: what a length, a percentage or a `calc()` of both computes to. */
export interface LengthPercentage {
  readonly pt: Pt;
  readonly percent: number;
}

export type AutoLength = LengthPercentage | 'auto';
export type MaxLength = LengthPercentage | 'none';
export type BorderStyle =
  | 'none'
  | 'hidden'
  | 'solid'
  | 'dashed'
  | 'dotted'
  | 'double'
  | 'groove'
  | 'ridge'
  | 'inset'
  | 'outset';

export interface Border {
  /** 0 when the style is none or hidden. */
  readonly width: Pt;
  readonly style: BorderStyle;
  readonly color: Color;
}

export type Display =
  | 'none'
  | 'block'
  | 'inline'
  | 'inline-block'
  | 'inline-flex'
  | 'inline-table'
  | 'flow-root'
  | 'list-item'
  | 'flex'
  | 'table'
  | 'table-caption'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
  | 'table-column-group'
  | 'table-column'
  | 'table-row'
  | 'table-cell';

export type AlignKeyword =
  | 'normal'
  | 'auto'
  | 'stretch'
  | 'start'
  | 'end'
  | 'flex-start'
  | 'flex-end'
  | 'center'
  | 'baseline'
  | 'space-between'
  | 'space-around'
  | 'space-evenly';

export type ListStyleType =
  | 'none'
  | 'disc'
  | 'circle'
  | 'square'
  | 'decimal'
  | 'decimal-leading-zero'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-roman'
  | 'upper-roman';

/** A part of `content`. Counters of elements are resolved; those of pages wait for the pages. */
export type ContentPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'page-counter';
      readonly counter: 'page' | 'pages';
      /** `id` of the element whose page counts: `target-counter()`. `undefined`: the page on which this stands. */
      readonly target: string | undefined;
      readonly style: ListStyleType;
    }
  /** Only in margin boxes. CSS GCPM 3, sections 1.1.2 and 1.2.2. */
  | { readonly kind: 'element'; readonly name: string; readonly which: Assignment }
  | { readonly kind: 'named-string'; readonly name: string; readonly which: Assignment };

/** Which of those that a page has given to a name is shown there. CSS GCPM 3, section 1.1.2. */
export type Assignment = 'first' | 'start' | 'last' | 'first-except';

/** What an element gives to the name of a string: CSS GCPM 3, section 1.1.1. */
export interface NamedString {
  readonly name: string;
  /** Page numbers count on the page of the element. */
  readonly parts: readonly ContentPart[];
  /** `StyledElement.id` of the element; where it has no box, a number before that of what comes next. */
  readonly at: number;
}

/** The colour line of a gradient. CSS Images 3, section 3.5. */
export interface ColorStop {
  readonly color: Color;
  /** Along the gradient line; `undefined`: between its neighbours. */
  readonly position: LengthPercentage | undefined;
}

/** CSS Images 3, section 3.1. */
export interface LinearGradient {
  readonly kind: 'linear-gradient';
  /** Degrees clockwise from "to top", or the corner or side it runs to: -1, 0 or 1 on each axis (y downwards). */
  readonly direction: { readonly degrees: number } | { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 };
  readonly stops: readonly ColorStop[];
  readonly repeating: boolean;
}

/** An address as written; what it may name is decided by the asset room. */
interface ImageUrl {
  readonly kind: 'url';
  readonly url: string;
  /** Of the declaration. */
  readonly place: Place | undefined;
}

export type BoxArea = 'border-box' | 'padding-box' | 'content-box';
export type BackgroundRepeat = 'repeat' | 'no-repeat' | 'space' | 'round';

/** One layer of a background; the first of the list is on top. CSS Backgrounds 3, section 2. */
export interface BackgroundLayer {
  readonly image: LinearGradient | ImageUrl;
  readonly position: { readonly x: LengthPercentage; readonly y: LengthPercentage };
  readonly size: 'cover' | 'contain' | { readonly width: AutoLength; readonly height: AutoLength };
  readonly repeat: { readonly x: BackgroundRepeat; readonly y: BackgroundRepeat };
  readonly origin: BoxArea;
  readonly clip: BoxArea;
}

/** CSS Backgrounds 3, section 6.1, without blur: a shadow is a vector shape. */
export interface BoxShadow {
  readonly x: Pt;
  readonly y: Pt;
  readonly spread: Pt;
  readonly color: Color;
  readonly inset: boolean;
}

/** Lines that one element asks for; they run on through what is inside it. CSS Text Decoration 4, section 2. */
export interface TextDecoration {
  readonly underline: boolean;
  readonly overline: boolean;
  readonly lineThrough: boolean;
  readonly color: Color;
  readonly style: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';
  readonly thickness: 'auto' | 'from-font' | Pt;
  readonly underlineOffset: 'auto' | Pt;
}

/** Forced: page, left, right (of a spread), column. CSS Fragmentation 4, section 3.1. */
type BreakBetween = 'auto' | 'avoid' | 'avoid-page' | 'avoid-column' | 'page' | 'left' | 'right' | 'column';

/** Sets the first letters over some lines. CSS Inline 3, section 4. `sink` lines of the block begin beside it. */
export interface InitialLetter {
  /** Height in lines, at least 1. */
  readonly size: number;
  readonly sink: number;
}

/** Least numbers of letters. CSS Text 4, section 6.3. */
export interface HyphenateLimitChars {
  readonly word: number;
  /** Before and after the hyphen. */
  readonly before: number;
  readonly after: number;
}

export interface ComputedStyle {
  // Box
  readonly display: Display;
  /** Inline-level as it was written, before it became a block. CSS 2.2, section 10.3.7: decides the static position. */
  readonly isInlineLevel: boolean;
  readonly position:
    | { readonly kind: 'static' | 'relative' | 'absolute' }
    | { readonly kind: 'running'; readonly name: string };
  /** `top`, `right`, `bottom`, `left`. */
  readonly inset: Sides<AutoLength>;
  readonly zIndex: number | 'auto';
  /** `none` where `position` takes the element out of the flow. `footnote`: CSS GCPM 3, section 2. */
  readonly float: 'none' | 'left' | 'right' | 'footnote';
  readonly clear: 'none' | 'left' | 'right' | 'both';
  readonly boxSizing: 'content-box' | 'border-box';
  readonly width: AutoLength;
  readonly height: AutoLength;
  readonly minWidth: AutoLength;
  readonly minHeight: AutoLength;
  readonly maxWidth: MaxLength;
  readonly maxHeight: MaxLength;
  readonly margin: Sides<AutoLength>;
  readonly padding: Sides<LengthPercentage>;
  readonly border: Sides<Border>;
  readonly radius: Corners<{ readonly horizontal: LengthPercentage; readonly vertical: LengthPercentage }>;
  readonly overflow: 'visible' | 'hidden';
  readonly opacity: number;
  readonly visibility: 'visible' | 'hidden';
  readonly backgroundColor: Color;
  /** Of the colour: that of the last layer in `background-clip`. */
  readonly backgroundClip: BoxArea;
  readonly backgroundLayers: readonly BackgroundLayer[];
  readonly boxShadow: readonly BoxShadow[];
  readonly objectFit: 'fill' | 'contain' | 'cover' | 'none' | 'scale-down';
  readonly objectPosition: { readonly x: LengthPercentage; readonly y: LengthPercentage };
  // Flex
  readonly flexDirection: 'row' | 'row-reverse' | 'column' | 'column-reverse';
  readonly flexWrap: 'nowrap' | 'wrap' | 'wrap-reverse';
  readonly flexGrow: number;
  readonly flexShrink: number;
  readonly flexBasis: AutoLength | 'content';
  readonly justifyContent: AlignKeyword;
  readonly alignItems: AlignKeyword;
  readonly alignSelf: AlignKeyword;
  readonly alignContent: AlignKeyword;
  readonly order: number;
  readonly rowGap: LengthPercentage;
  /** `normal` is 1em between columns and 0 between flex items. */
  readonly columnGap: LengthPercentage | 'normal';
  // Columns (CSS Multi-column Layout 1)
  readonly columnCount: number | 'auto';
  readonly columnWidth: Pt | 'auto';
  readonly columnRule: Border;
  readonly columnFill: 'balance' | 'auto';
  readonly columnSpan: 'none' | 'all';
  // Text
  readonly color: Color;
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly fontWeight: number;
  readonly fontStyle: 'normal' | 'italic';
  /** OpenType tag → value; holds what `font-variant-*`, `font-kerning` and `font-feature-settings` come to. */
  readonly fontFeatures: Readonly<Record<string, number>>;
  /** `normal`: from the font. A number stays a number when it is inherited. */
  readonly lineHeight: 'normal' | { readonly number: number } | { readonly pt: Pt };
  readonly letterSpacing: Pt;
  readonly textAlign: 'left' | 'right' | 'center' | 'justify';
  /** `auto`: as `textAlign`, but `left` where that is `justify`. */
  readonly textAlignLast: 'auto' | 'left' | 'right' | 'center' | 'justify';
  readonly textIndent: LengthPercentage;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textWrap: 'wrap' | 'balance' | 'stable' | 'pretty';
  readonly hyphens: 'manual' | 'auto' | 'none';
  /** What stands at the end of a line inside a word. */
  readonly hyphenateCharacter: string;
  readonly hyphenateLimitChars: HyphenateLimitChars;
  readonly hyphenateLimitLast: 'none' | 'always' | 'column' | 'page';
  /** `Infinity`: no limit. */
  readonly hyphenateLimitLines: number;
  /** Of this element and of those around it, outermost first. */
  readonly decorations: readonly TextDecoration[];
  readonly textDecorationSkipInk: 'auto' | 'none';
  readonly initialLetter: InitialLetter | 'normal';
  readonly whiteSpace: 'normal' | 'nowrap' | 'pre' | 'pre-wrap' | 'pre-line';
  readonly overflowWrap: 'normal' | 'break-word' | 'anywhere';
  readonly verticalAlign:
    | 'baseline'
    | 'sub'
    | 'super'
    | 'top'
    | 'text-top'
    | 'middle'
    | 'bottom'
    | 'text-bottom'
    | LengthPercentage;
  // Lists and tables
  readonly listStyleType: ListStyleType | { readonly text: string };
  readonly listStylePosition: 'outside' | 'inside';
  readonly borderCollapse: 'separate' | 'collapse';
  readonly borderSpacing: { readonly horizontal: Pt; readonly vertical: Pt };
  readonly tableLayout: 'auto' | 'fixed';
  readonly captionSide: 'top' | 'bottom';
  // Fragmentation (CSS Fragmentation 3)
  readonly breakBefore: BreakBetween;
  readonly breakAfter: BreakBetween;
  readonly breakInside: 'auto' | 'avoid' | 'avoid-page' | 'avoid-column';
  /** The used `page` (CSS Paged Media 3, section 8.1): `auto` takes that of the parent; `undefined` without a name. */
  readonly page: string | undefined;
  readonly orphans: number;
  readonly widows: number;
  /** What goes to the next page where a note finds no room below its call. CSS GCPM 3, section 2.7. */
  readonly footnotePolicy: 'auto' | 'line' | 'block';
  // Fit: of the root element
  /** Pages that the document is to fill; `undefined`: it is not fitted. */
  readonly fitPages: number | undefined;
  /** Smallest and largest font size of the root element. */
  readonly fitSize: { readonly min: Pt; readonly max: Pt } | undefined;
  /** What is given to `::before`, `::after`, `::marker` and margin boxes; empty elsewhere. */
  readonly content: readonly ContentPart[];
}

// ---- The styled tree ------------------------------------------------------------------------------------------------

export interface StyledElement {
  readonly kind: 'element';
  /** In document order, from 0; pseudo-elements count at their place. Unique in a document. */
  readonly id: number;
  /** `p`, or `::before`, `::after`, `::marker`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly style: ComputedStyle;
  /** Elements with `display: none` are not here. `::marker` and `::before` come first, `::after` last. */
  readonly children: readonly StyledNode[];
  /** Of `<svg>`: its tree as it stood, for the vector reader. */
  readonly svg: ElementNode | undefined;
  readonly place: Place | undefined;
}

export interface StyledText {
  readonly kind: 'text';
  readonly id: number;
  /** As in the source: white space is not collapsed, `text-transform` is not applied. */
  readonly text: string;
  readonly places: readonly TextPlace[];
}

/** A page number inside generated content. */
export interface StyledPageCounter {
  readonly kind: 'page-counter';
  readonly id: number;
  readonly counter: 'page' | 'pages';
  /** `id` of the element whose page counts; `undefined`: the page on which this stands. */
  readonly target: string | undefined;
  readonly style: ListStyleType;
}

export type StyledNode = StyledElement | StyledText | StyledPageCounter;

export type MarginBoxName =
  | 'top-left-corner'
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'top-right-corner'
  | 'right-top'
  | 'right-middle'
  | 'right-bottom'
  | 'bottom-right-corner'
  | 'bottom-right'
  | 'bottom-center'
  | 'bottom-left'
  | 'bottom-left-corner'
  | 'left-bottom'
  | 'left-middle'
  | 'left-top';

/** The page context of CSS Paged Media 3, section 5, for one kind of page. */
export interface PageStyle {
  readonly size: Size;
  readonly margin: Sides<Pt>;
  /** Only those whose content is not `none`. Their content is in `style.content`. */
  readonly marginBoxes: readonly StyledMarginBox[];
  /** `@footnote`, without children; `undefined` in a document without footnotes. CSS GCPM 3, section 2.3. */
  readonly footnoteArea: StyledElement | undefined;
}

export interface StyledMarginBox {
  readonly name: MarginBoxName;
  readonly element: StyledElement;
}

/** The numbers `step × n + offset` for n from 0 on: CSS Syntax 3, section 6. */
export interface Nth {
  readonly step: number;
  readonly offset: number;
}

/** What page rules can tell apart: CSS Paged Media 3, section 4. `undefined`: either, no rule speaks of it. */
export interface PageKind {
  /** `undefined`: without a name, or with one that no rule has. */
  readonly name: string | undefined;
  readonly first: boolean | undefined;
  readonly side: 'left' | 'right' | undefined;
  /** Made only to bring the next page to its side. */
  readonly blank: boolean | undefined;
  /** For each `:nth()` that rules speak of, whether it holds of the number of the page. */
  readonly nths: readonly { readonly nth: Nth; readonly holds: boolean }[];
}

/** A kind of page with its style; kinds with the same rules share one. */
interface PageVariant {
  readonly kind: PageKind;
  readonly style: PageStyle;
}

export interface StyledDocument {
  readonly title: string;
  readonly lang: string;
  readonly root: StyledElement;
  /** Every page is of one of these kinds; those with a name come first. */
  readonly pages: readonly PageVariant[];
  /** In document order. */
  readonly strings: readonly NamedString[];
}
