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
export type BorderStyle = 'none' | 'hidden' | 'solid' | 'dashed' | 'dotted' | 'double';

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
  | 'list-item'
  | 'flex'
  | 'table'
  | 'table-caption'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
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
  | { readonly kind: 'page-counter'; readonly counter: 'page' | 'pages'; readonly style: ListStyleType }
  /** Only in margin boxes. CSS GCPM 3, section 1.2.2. */
  | { readonly kind: 'element'; readonly name: string };

export interface ComputedStyle {
  // Box
  readonly display: Display;
  /** `static`, or the name of `position: running(name)`. */
  readonly position: { readonly kind: 'static' } | { readonly kind: 'running'; readonly name: string };
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
  readonly columnGap: LengthPercentage;
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
  readonly textIndent: LengthPercentage;
  readonly textTransform: 'none' | 'uppercase' | 'lowercase' | 'capitalize';
  readonly textWrap: 'wrap' | 'balance';
  readonly textDecoration: {
    readonly underline: boolean;
    readonly lineThrough: boolean;
    readonly color: Color | undefined;
  };
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
  readonly borderSpacing: { readonly horizontal: Pt; readonly vertical: Pt };
  // Fragmentation (CSS Fragmentation 3)
  readonly breakBefore: 'auto' | 'avoid' | 'page';
  readonly breakAfter: 'auto' | 'avoid' | 'page';
  readonly breakInside: 'auto' | 'avoid';
  readonly orphans: number;
  readonly widows: number;
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
}

export interface StyledMarginBox {
  readonly name: MarginBoxName;
  readonly element: StyledElement;
}

export interface StyledDocument {
  readonly title: string;
  readonly lang: string;
  readonly root: StyledElement;
  /** `@page :first` over `@page`, and `@page` alone. */
  readonly pages: { readonly first: PageStyle; readonly rest: PageStyle };
}
