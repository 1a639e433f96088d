import type { Color } from '../../../base/color.ts';
import type { Pt } from '../../../base/units.ts';
import type {
  AlignKeyword,
  Assignment,
  AutoLength,
  BackgroundLayer,
  BorderStyle,
  BoxArea,
  BoxShadow,
  ComputedStyle,
  Display,
  LengthPercentage,
  ListStyleType,
  MaxLength,
  TextDecoration,
} from '../../types.ts';

/** One part of a `content` list as written; strings and attributes are looked up for each element. */
export type ContentItem =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'attr'; readonly name: string; readonly fallback: string }
  | { readonly kind: 'counter'; readonly name: string; readonly style: ListStyleType }
  | { readonly kind: 'counters'; readonly name: string; readonly separator: string; readonly style: ListStyleType }
  | {
      readonly kind: 'target-counter';
      /** The address itself, or the attribute that holds it. */
      readonly target:
        | { readonly kind: 'address'; readonly address: string }
        | { readonly kind: 'attr'; readonly name: string };
      readonly name: string;
      readonly style: ListStyleType;
    }
  | { readonly kind: 'quote'; readonly change: 1 | -1; readonly visible: boolean }
  | { readonly kind: 'element' | 'named-string'; readonly name: string; readonly which: Assignment };

/** What `string-set` may give to a name: `content` with the text of the element itself. */
export type StringItem = ContentItem | { readonly kind: 'content'; readonly of: StringSource };
export type StringSource = 'text' | 'before' | 'after' | 'marker' | 'first-letter';

export interface CounterChange {
  readonly name: string;
  readonly value: number;
}

export type CornerRadius = { readonly horizontal: LengthPercentage; readonly vertical: LengthPercentage };

/** The computed value of each longhand, by its name in CSS. `ComputedStyle` is made of them. */
export interface Longhands {
  display: Display;
  position: ComputedStyle['position'];
  top: AutoLength;
  right: AutoLength;
  bottom: AutoLength;
  left: AutoLength;
  'z-index': ComputedStyle['zIndex'];
  float: ComputedStyle['float'];
  clear: ComputedStyle['clear'];
  'box-sizing': ComputedStyle['boxSizing'];
  width: AutoLength;
  height: AutoLength;
  'min-width': AutoLength;
  'min-height': AutoLength;
  'max-width': MaxLength;
  'max-height': MaxLength;
  'margin-top': AutoLength;
  'margin-right': AutoLength;
  'margin-bottom': AutoLength;
  'margin-left': AutoLength;
  'padding-top': LengthPercentage;
  'padding-right': LengthPercentage;
  'padding-bottom': LengthPercentage;
  'padding-left': LengthPercentage;
  'border-top-width': Pt;
  'border-right-width': Pt;
  'border-bottom-width': Pt;
  'border-left-width': Pt;
  'border-top-style': BorderStyle;
  'border-right-style': BorderStyle;
  'border-bottom-style': BorderStyle;
  'border-left-style': BorderStyle;
  'border-top-color': Color;
  'border-right-color': Color;
  'border-bottom-color': Color;
  'border-left-color': Color;
  'border-top-left-radius': CornerRadius;
  'border-top-right-radius': CornerRadius;
  'border-bottom-right-radius': CornerRadius;
  'border-bottom-left-radius': CornerRadius;
  overflow: ComputedStyle['overflow'];
  opacity: number;
  visibility: ComputedStyle['visibility'];
  'background-color': Color;
  'background-image': readonly (BackgroundLayer['image'] | 'none')[];
  'background-position': readonly BackgroundLayer['position'][];
  'background-size': readonly BackgroundLayer['size'][];
  'background-repeat': readonly BackgroundLayer['repeat'][];
  'background-origin': readonly BoxArea[];
  'background-clip': readonly BoxArea[];
  'box-shadow': readonly BoxShadow[];
  'object-fit': ComputedStyle['objectFit'];
  'object-position': ComputedStyle['objectPosition'];
  'flex-direction': ComputedStyle['flexDirection'];
  'flex-wrap': ComputedStyle['flexWrap'];
  'flex-grow': number;
  'flex-shrink': number;
  'flex-basis': ComputedStyle['flexBasis'];
  'justify-content': AlignKeyword;
  'align-items': AlignKeyword;
  'align-self': AlignKeyword;
  'align-content': AlignKeyword;
  order: number;
  'row-gap': LengthPercentage;
  'column-gap': ComputedStyle['columnGap'];
  'column-count': ComputedStyle['columnCount'];
  'column-width': ComputedStyle['columnWidth'];
  'column-rule-width': Pt;
  'column-rule-style': BorderStyle;
  'column-rule-color': Color;
  'column-fill': ComputedStyle['columnFill'];
  'column-span': ComputedStyle['columnSpan'];
  color: Color;
  'font-family': readonly string[];
  'font-size': Pt;
  'font-weight': number;
  'font-style': ComputedStyle['fontStyle'];
  'font-kerning': Readonly<Record<string, number>>;
  'font-variant-ligatures': Readonly<Record<string, number>>;
  'font-variant-numeric': Readonly<Record<string, number>>;
  'font-variant-caps': Readonly<Record<string, number>>;
  'font-feature-settings': Readonly<Record<string, number>>;
  'line-height': ComputedStyle['lineHeight'];
  'letter-spacing': Pt;
  'text-align': ComputedStyle['textAlign'];
  'text-align-last': ComputedStyle['textAlignLast'];
  'text-indent': LengthPercentage;
  'text-transform': ComputedStyle['textTransform'];
  'text-wrap': ComputedStyle['textWrap'];
  'text-decoration-line': Pick<TextDecoration, 'underline' | 'overline' | 'lineThrough'>;
  'text-decoration-color': Color;
  'text-decoration-style': TextDecoration['style'];
  'text-decoration-thickness': TextDecoration['thickness'];
  'text-decoration-skip-ink': ComputedStyle['textDecorationSkipInk'];
  'text-underline-offset': TextDecoration['underlineOffset'];
  'initial-letter': ComputedStyle['initialLetter'];
  'white-space': ComputedStyle['whiteSpace'];
  'overflow-wrap': ComputedStyle['overflowWrap'];
  hyphens: ComputedStyle['hyphens'];
  'hyphenate-character': ComputedStyle['hyphenateCharacter'];
  'hyphenate-limit-chars': ComputedStyle['hyphenateLimitChars'];
  'hyphenate-limit-last': ComputedStyle['hyphenateLimitLast'];
  'hyphenate-limit-lines': ComputedStyle['hyphenateLimitLines'];
  'vertical-align': ComputedStyle['verticalAlign'];
  'list-style-type': ComputedStyle['listStyleType'];
  'list-style-position': ComputedStyle['listStylePosition'];
  'border-collapse': ComputedStyle['borderCollapse'];
  'border-spacing': ComputedStyle['borderSpacing'];
  'table-layout': ComputedStyle['tableLayout'];
  'caption-side': ComputedStyle['captionSide'];
  'break-before': ComputedStyle['breakBefore'];
  'break-after': ComputedStyle['breakAfter'];
  'break-inside': ComputedStyle['breakInside'];
  /** `undefined` for `auto`. */
  page: string | undefined;
  '-buletin-fit': ComputedStyle['fitPages'];
  '-buletin-fit-size': ComputedStyle['fitSize'];
  orphans: number;
  widows: number;
  'footnote-policy': ComputedStyle['footnotePolicy'];
  content: 'normal' | 'none' | readonly ContentItem[];
  'counter-reset': readonly CounterChange[];
  'counter-increment': readonly CounterChange[];
  'counter-set': readonly CounterChange[];
  'string-set': readonly { readonly name: string; readonly items: readonly StringItem[] }[];
}

export type LonghandName = keyof Longhands;
