import type { Assets, Replaced } from '../asset/types.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { Insets, Point, Rect, Size } from '../base/geometry.ts';
import type { Pt } from '../base/units.ts';
import type { Border, ComputedStyle, StyledElement, StyledPageCounter, StyledText } from '../document/types.ts';
import type { Hyphenator } from '../hyphenate/types.ts';
import type { IntrinsicWidths, Line, LineToken } from '../text/types.ts';
import type { Ancestors } from './position/ancestors.ts';

/** What layout takes from files. Without a hyphenator `hyphens: auto` is `manual`. */
export interface LayoutAssets extends Assets {
  readonly hyphenator?: Hyphenator | undefined;
}

// ---- Boxes: the styled tree after box generation (CSS Display 3) ----------------------------------------------------

/**
 * A block container holds either only block-level boxes or one paragraph. Floats and absolutely positioned boxes
 * (`boxes/flow-of.ts`) stand among either, at their place in the source. Anonymous boxes have the style they inherit.
 */
export type Box = BlockBox | ParagraphBox | ColumnsBox | FlexBox | TableBox | ReplacedBox;

interface BoxCommon {
  /** Of an anonymous box: a stand-in with inherited style and initial box properties; `anonymous` is true. */
  readonly element: StyledElement;
  readonly anonymous: boolean;
  /** Outside marker of a list item: laid out beside the first line of the box. */
  readonly marker: ParagraphBox | undefined;
}

export interface BlockBox extends BoxCommon {
  readonly kind: 'block';
  readonly children: readonly Box[];
}

export interface ParagraphBox extends BoxCommon {
  readonly kind: 'paragraph';
  readonly inline: InlineSource;
}

/** Inline-level content before its atoms have been laid out. */
export interface InlineSource {
  readonly nodes: readonly InlineNode[];
  /** Of the block container: strut, alignment, indent, white space. */
  readonly style: ComputedStyle;
  /** BCP 47: of the nearest ancestor with `lang`. */
  readonly lang: string;
  /** Holds a page number: its lines depend on the page. */
  readonly hasCounters: boolean;
  /** Boxes of its `anchor` nodes, in order. */
  readonly anchors: readonly Box[];
}

export type InlineNode =
  | { readonly kind: 'text'; readonly text: StyledText; readonly owner: StyledElement }
  /** `isEdge` is false where a block-level box interrupts the inline element: no margin, border or padding there. */
  | { readonly kind: 'open' | 'close'; readonly element: StyledElement; readonly isEdge: boolean }
  /** Replaced content, or a box of `inline-block`, `inline-flex` or `inline-table`. */
  | { readonly kind: 'atom'; readonly box: Box }
  /** The place of a box out of the flow: a float, or an absolutely positioned box. */
  | { readonly kind: 'anchor'; readonly box: Box }
  | { readonly kind: 'break'; readonly owner: StyledElement }
  | { readonly kind: 'page-counter'; readonly counter: StyledPageCounter; readonly owner: StyledElement };

/** A multi-column container: CSS Multi-column Layout 1. */
export interface ColumnsBox extends BoxCommon {
  readonly kind: 'columns';
  /** All that is in it, in an anonymous box that is as wide as one column. */
  readonly content: BlockBox | ParagraphBox;
}

export interface FlexBox extends BoxCommon {
  readonly kind: 'flex';
  readonly children: readonly Box[];
}

export interface TableBox extends BoxCommon {
  readonly kind: 'table';
  readonly caption: Box | undefined;
  /** What `<col>` and `<colgroup>` say, in order. */
  readonly columns: readonly TableColumn[];
  readonly groups: readonly TableGroup[];
}

/** CSS 2.2, section 17.2: gives columns their width and background. A group without columns stands for itself. */
export interface TableColumn {
  readonly element: StyledElement | undefined;
  readonly group: StyledElement | undefined;
  readonly span: number;
}

export interface TableGroup {
  readonly kind: 'head' | 'body' | 'foot';
  readonly element: StyledElement;
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly element: StyledElement;
  readonly cells: readonly {
    readonly box: Box;
    readonly column: number;
    readonly columnSpan: number;
    readonly rowSpan: number;
  }[];
}

export interface ReplacedBox extends BoxCommon {
  readonly kind: 'replaced';
  readonly replaced: Replaced;
}

// ---- Floats -----------------------------------------------------------------------------------------------------------

/** The margin box of a float that was placed, in the coordinates of its block formatting context. CSS 2.2, section 9.5.1. */
export interface Exclusion {
  readonly side: 'left' | 'right';
  readonly left: Pt;
  readonly right: Pt;
  readonly top: Pt;
  readonly bottom: Pt;
  /** Not a float: `clear` moves no box below it. */
  readonly isInitialLetter?: boolean;
  /** The float goes on in the next column, or begins there: what clears it does so too, and later floats that are to begin below it. */
  readonly goesOn?: 'inside' | 'before';
}

/** What a box knows of the floats in its block formatting context. Lists are never changed, only made anew. */
export interface FloatSpace {
  /** Of this fragmentainer, in the order in which they were placed. */
  readonly exclusions: readonly Exclusion[];
  /** Left content edge of the containing block. */
  readonly x: Pt;
  /** Top border edge of the box. */
  readonly y: Pt;
}

/** A float that goes on in the next fragmentainer beside what follows it: CSS Fragmentation 3, section 4 (parallel flows). */
export interface CarriedFloat {
  /** Indices of children down to the float; the last one counts the `anchors` where the box around it is a paragraph. */
  readonly path: readonly number[];
  /** `undefined`: nothing of it has found room yet. */
  readonly inner: Resume | undefined;
}

// ---- Contract 1: fragmentation --------------------------------------------------------------------------------------

/** What page counters show that do not depend on where they stand. */
export interface DocumentNumbers {
  /** Of all pages. */
  readonly count: number;
  /** `id` → number of the page on which that element first shows; `undefined`: no counter asks for one. */
  readonly targets?: ReadonlyMap<string, number> | undefined;
}

/** What page counters show on one page. */
export interface PageNumbers extends DocumentNumbers {
  readonly number: number;
}

/** The part of a space that gives a box its size, where it need not be broken. */
export interface SizingSpace {
  /** Of the containing block's content box: percentages count from it. */
  readonly inlineSize: Pt;
  /** Definite height of the containing block, for percentages; `undefined`: auto. */
  readonly blockSize: Pt | undefined;
  /** Set by a flex container or a table: the border box takes exactly this. */
  readonly forcedWidth?: Pt | undefined;
  readonly forcedHeight?: Pt | undefined;
  /** The forced height comes from the content: percentages inside do not count from it. */
  readonly isHeightIndefinite?: boolean | undefined;
  /** Lays out with the width that fits its content (CSS Sizing 3, fit-content) in place of filling. */
  readonly shrinkToFit?: boolean | undefined;
  readonly page: PageNumbers;
}

/** What a box is laid out into. A page and a column are the same thing. */
export interface Space extends SizingSpace {
  /** The box makes its own block formatting context (flex item, cell, margin box): margins do not collapse through it. */
  readonly formattingRoot?: boolean;
  /** Block size left in this fragmentainer; Infinity where nothing breaks (margin boxes, flex items, cells). */
  readonly blockLeft: Pt;
  /** From the top of the fragmentainer to where this box begins. 0 = it is first, so it must take something. */
  readonly offset: Pt;
  /** Ends exactly there: a break that an earlier call gave as `earlier`. */
  readonly stopAt?: Resume | undefined;
  /** Not set where the block formatting context has no float, nor for a box that makes its own. */
  readonly floats?: FloatSpace | undefined;
  /** What a break ends here; left out: a page. Handed on to what is inside. */
  readonly fragmentainer?: Fragmentainer | undefined;
  /** Ends before the next box with `column-span: all`: in the block formatting context of a multi-column container. */
  readonly stopsAtSpanners?: boolean | undefined;
  /** The break before this column stands right before the box. */
  readonly followsBreak?: boolean | undefined;
  /** Height of the column that the box stands in with no other box around it: moves in percent count from it, as in browsers. */
  readonly columnHeight?: Pt | undefined;
}

/**
 * `last-column`: after it comes the next page, so a break there is one of both kinds. `lone-column`: of a container that
 * no page breaks, so forced page breaks in it have no effect.
 */
export type Fragmentainer = 'page' | 'column' | 'last-column' | 'lone-column';

/** What a forced break ends: a column, a page, or pages until the next one is on that side. CSS Fragmentation 3, section 3.1. */
export type ForcedBreak = 'column' | 'page' | 'left' | 'right';

/** Says where a box goes on: one entry for each level that is cut. Plain data. */
export type Resume =
  | {
      readonly kind: 'children';
      /** Of the next child; past the last one where only a height of its own is left. */
      readonly index: number;
      readonly inner: Resume | undefined;
      /** Border-box height of the box's fragments so far: counts towards its `height` and `min-height`. */
      readonly consumed?: Pt;
      /** Behind a forced break, or a box across all columns: the margin above the next child stays. */
      readonly keepsMargins?: boolean;
      /** Of a block formatting context: floats that go on. */
      readonly floats?: readonly CarriedFloat[] | undefined;
    }
  | {
      readonly kind: 'lines';
      readonly token: LineToken;
      readonly line: number;
      readonly consumed?: Pt;
      /** Floats of the paragraph that have been placed: they may stand before a line that their anchor is not on. */
      readonly placedFloats?: number | undefined;
      readonly floats?: readonly CarriedFloat[] | undefined;
    }
  /** `cells`: of all cells of `row` and of the rows that a spanning cell ties to it; empty when none has begun. */
  | { readonly kind: 'rows'; readonly group: number; readonly row: number; readonly cells: readonly PartState[] }
  | {
      readonly kind: 'columns';
      /** Where the content goes on; `done` where only a height of its own is left. */
      readonly content: PartState;
      /** Of the spanner that `content` points at, where that comes next. */
      readonly spanner: PartState | undefined;
      /** Border-box height of its fragments so far. */
      readonly consumed: Pt;
      /** Only in `earlier`: the break that comes of it when nothing may reach below this. */
      readonly limit?: Pt;
    }
  /** Of each item in the order-modified document order: a row is cut through its items side by side. */
  | { readonly kind: 'flex'; readonly items: readonly PartState[] };

/** Of boxes that are cut side by side: where each stands. */
export type PartState = 'waiting' | 'done' | Resume;

/**
 * 0: a good break. Each rule that the break violates adds (`block/break-rules.ts`); the least, latest is taken.
 * -Infinity: a forced break.
 */
export type BreakQuality = number;

export interface LayoutResult {
  /** `undefined`: nothing of it fits here; try the next fragmentainer. */
  readonly fragment: Fragment | undefined;
  readonly resume: Resume | undefined;
  readonly breakQuality: BreakQuality;
  /** Where `resume` follows a forced break: what it ends. `breakQuality` is -Infinity then. */
  readonly forced?: ForcedBreak | undefined;
  /** `resume` points at a box that spans all columns; the fragment is as high as its content. */
  readonly atSpanner?: boolean | undefined;
  /** How much more height would let in the next piece that found no room; left out where that is not known. */
  readonly shortage?: Pt | undefined;
  /** Of a whole fragment: the best, latest break inside it, should what follows not be allowed to follow it. */
  readonly earlier?: { readonly at: Resume; readonly quality: BreakQuality } | undefined;
  /** All floats of the block formatting context after the box; not set where it has placed none. */
  readonly exclusions?: readonly Exclusion[] | undefined;
  /** Floats inside the box that are cut here, or that found no room; not set for a block formatting context. */
  readonly carried?: readonly CarriedFloat[] | undefined;
}

/** Gives what was made for the box in a space that it cannot tell from this one, else makes it. */
export type SpaceMemory<T> = (box: Box, space: SizingSpace, make: () => T) => T;

/** Recursion goes through this parameter, so that block, flex and table do not import each other. */
export interface LayoutContext {
  readonly assets: Assets;
  readonly reporter: Reporter;
  readonly lang: string;
  /** Not set where no element is positioned. */
  readonly ancestors?: Ancestors | undefined;
  /** Boxes that were laid out in one piece. */
  readonly fragments: SpaceMemory<Fragment>;
  layoutBox(box: Box, space: Space, resume?: Resume): LayoutResult;
  /**
   * Of the *margin* box when it is laid out at its min-content and max-content width. Percentages of margin and padding
   * count from `space.inlineSize`; percentages of widths are cyclic and count as `auto`.
   */
  intrinsicWidths(box: Box, space: SizingSpace): IntrinsicWidths;
}

// ---- Fragments: the result --------------------------------------------------------------------------------------------

/**
 * Of a box on one page. Rectangles are border boxes, relative to the border box of the parent fragment: `layoutBox`
 * returns x = y = 0 and whoever lays out the parent places it.
 */
export interface Fragment {
  readonly element: StyledElement;
  readonly anonymous: boolean;
  readonly rect: Rect;
  readonly margin: Insets;
  readonly border: Insets;
  readonly padding: Insets;
  /**
   * Whether the box begins and ends in this fragment: borders, padding and corners close only there. `margin`, `border`
   * and `padding` are 0 at a cut edge.
   */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly children: readonly Fragment[];
  /** Of a paragraph; relative to its content box. `line.top` counts from the content edge. */
  readonly lines: readonly Line[];
  /** Atoms of the lines, laid out; relative to the border box of this fragment. */
  readonly atoms: readonly Fragment[];
  readonly content: FragmentContent | undefined;
  /** Distance of its first and last baseline from its border-box top. */
  readonly firstBaseline: Pt | undefined;
  readonly lastBaseline: Pt | undefined;
  /** Repeated table head or foot, or repeated running element: an artifact. */
  readonly repeated: boolean;
  /** Of a column: height of its row. */
  readonly columnHeight?: Pt | undefined;
  /** Of a multi-column container: where its `column-rule` stands, relative to the border box. As wide as the rule. */
  readonly columnRules?: readonly Rect[] | undefined;
  /** Of a row with collapsed borders: the lines around its cells, drawn above the backgrounds of the whole table. */
  readonly rules?: readonly CollapsedRule[] | undefined;
  /** Of lines: the height that percentages of their relatively positioned boxes count from. */
  readonly definiteHeight?: Pt | undefined;
  /** `position: relative`: how far it is moved from its place in the flow. `rect` holds the move only on finished pages. */
  readonly shift?: Point | undefined;
  /** Absolutely positioned boxes that have their place in the flow here. Finished pages have none left. */
  readonly waiting?: readonly WaitingBox[] | undefined;
  /**
   * Absolutely positioned boxes whose containing block is this box, or an inline box of its lines; in source order,
   * relative to its border box. `style.zIndex` says what is above what.
   */
  readonly positioned?: readonly Fragment[] | undefined;
}

/** CSS 2.2, section 17.6.2: one line for all borders that meet there, relative to the border box of its row. */
export interface CollapsedRule {
  readonly rect: Rect;
  readonly isHorizontal: boolean;
  readonly border: Border;
}

/** An absolutely positioned box before it is laid out, with its static position. CSS 2.2, section 10.3.7. */
export interface WaitingBox {
  readonly box: Box;
  /** Relative to the border box of the fragment. */
  readonly at: Point;
  /** Share of the margin box that stands before `at`: 0 but in flex containers (CSS Flexbox 1, section 4.1). */
  readonly align: Point;
}

/** Replaced content, placed: relative to the border box of its fragment. */
export interface FragmentContent {
  readonly replaced: Replaced;
  /** The whole object after `object-fit`, which may be larger than the content box. */
  readonly object: Rect;
  /** The content box: clips the object. */
  readonly clip: Rect;
  /** Of a QR: index into `symbols` that the box allows. */
  readonly symbol: 0 | 1 | 2;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly size: Size;
  /** The page area, inside the margins: the canvas of the root's background. */
  readonly area: Rect;
  /** In page coordinates: the root element in the page area, then margin boxes. A blank page has no flow. */
  readonly flow: Fragment | undefined;
  /** The area of the notes at the foot of the page area. */
  readonly footnotes: Fragment | undefined;
  readonly marginBoxes: readonly Fragment[];
}

export interface PagedDocument {
  readonly title: string;
  readonly lang: string;
  /** The tree in source order, for tags; running elements stand where the source has them. */
  readonly root: StyledElement;
  readonly pages: readonly Page[];
}
