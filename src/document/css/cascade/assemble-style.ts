import type { Color } from '../../../base/color.ts';
import type { Pt } from '../../../base/units.ts';
import type { BackgroundLayer, Border, BorderStyle, ComputedStyle, Display, TextDecoration } from '../../types.ts';
import type { Longhands } from '../properties/longhands.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';

/** What comes from outside although it is not inherited. */
interface Outer {
  /** Its lines go on inside; `undefined` where none do. */
  readonly decorating: ComputedStyle | undefined;
  /** Of the parent. */
  readonly page: string | undefined;
}

/** `written`: `display` before it was made a block. `content` is filled in where it is generated. */
export function assembleStyle(values: Longhands, written: Display, outer: Outer): ComputedStyle {
  return {
    display: values.display,
    isInlineLevel: written === 'inline' || isInlineRoot(written),
    position: values.position,
    inset: { top: values.top, right: values.right, bottom: values.bottom, left: values.left },
    zIndex: values['z-index'],
    float: values.float,
    clear: values.clear,
    boxSizing: values['box-sizing'],
    width: values.width,
    height: values.height,
    minWidth: values['min-width'],
    minHeight: values['min-height'],
    maxWidth: values['max-width'],
    maxHeight: values['max-height'],
    margin: {
      top: values['margin-top'],
      right: values['margin-right'],
      bottom: values['margin-bottom'],
      left: values['margin-left'],
    },
    padding: {
      top: values['padding-top'],
      right: values['padding-right'],
      bottom: values['padding-bottom'],
      left: values['padding-left'],
    },
    border: {
      top: border(values, 'top'),
      right: border(values, 'right'),
      bottom: border(values, 'bottom'),
      left: border(values, 'left'),
    },
    radius: {
      topLeft: values['border-top-left-radius'],
      topRight: values['border-top-right-radius'],
      bottomRight: values['border-bottom-right-radius'],
      bottomLeft: values['border-bottom-left-radius'],
    },
    overflow: values.overflow,
    opacity: values.opacity,
    visibility: values.visibility,
    backgroundColor: values['background-color'],
    backgroundClip: repeated(values['background-clip'], values['background-image'].length - 1),
    backgroundLayers: backgroundLayers(values),
    boxShadow: values['box-shadow'],
    objectFit: values['object-fit'],
    objectPosition: values['object-position'],
    flexDirection: values['flex-direction'],
    flexWrap: values['flex-wrap'],
    flexGrow: values['flex-grow'],
    flexShrink: values['flex-shrink'],
    flexBasis: values['flex-basis'],
    justifyContent: values['justify-content'],
    alignItems: values['align-items'],
    alignSelf: values['align-self'],
    alignContent: values['align-content'],
    order: values.order,
    rowGap: values['row-gap'],
    columnGap: values['column-gap'],
    columnCount: values['column-count'],
    columnWidth: values['column-width'],
    columnRule: ruleOf(values['column-rule-width'], values['column-rule-style'], values['column-rule-color']),
    columnFill: values['column-fill'],
    columnSpan: values['column-span'],
    color: values.color,
    fontFamily: values['font-family'],
    fontSize: values['font-size'],
    fontWeight: values['font-weight'],
    fontStyle: values['font-style'],
    // CSS Fonts 4, section 7.2: the settings of low level come last.
    fontFeatures: {
      ...values['font-kerning'],
      ...values['font-variant-ligatures'],
      ...values['font-variant-caps'],
      ...values['font-variant-numeric'],
      ...values['font-feature-settings'],
    },
    lineHeight: values['line-height'],
    letterSpacing: values['letter-spacing'],
    textAlign: values['text-align'],
    textAlignLast: values['text-align-last'],
    textIndent: values['text-indent'],
    textTransform: values['text-transform'],
    textWrap: values['text-wrap'],
    decorations: decorations(values, outer.decorating?.decorations ?? []),
    textDecorationSkipInk: values['text-decoration-skip-ink'],
    initialLetter: values['initial-letter'],
    whiteSpace: values['white-space'],
    overflowWrap: values['overflow-wrap'],
    hyphens: values.hyphens,
    hyphenateCharacter: values['hyphenate-character'],
    hyphenateLimitChars: values['hyphenate-limit-chars'],
    hyphenateLimitLast: values['hyphenate-limit-last'],
    hyphenateLimitLines: values['hyphenate-limit-lines'],
    verticalAlign: values['vertical-align'],
    listStyleType: values['list-style-type'],
    listStylePosition: values['list-style-position'],
    borderCollapse: values['border-collapse'],
    borderSpacing: values['border-spacing'],
    tableLayout: values['table-layout'],
    captionSide: values['caption-side'],
    breakBefore: values['break-before'],
    breakAfter: values['break-after'],
    breakInside: values['break-inside'],
    // CSS Paged Media 3, section 8.1: the used value of `auto` is that of the parent.
    page: values.page ?? outer.page,
    fitPages: values['-buletin-fit'],
    fitSize: values['-buletin-fit-size'],
    orphans: values.orphans,
    widows: values.widows,
    footnotePolicy: values['footnote-policy'],
    content: [],
  };
}

export const isInlineRoot = (display: Display): boolean =>
  display === 'inline-block' || display === 'inline-flex' || display === 'inline-table';

function border(values: Longhands, side: Side): Border {
  return ruleOf(values[`border-${side}-width`], values[`border-${side}-style`], values[`border-${side}-color`]);
}

function ruleOf(width: Pt, style: BorderStyle, color: Color): Border {
  return { width: style === 'none' || style === 'hidden' ? 0 : width, style, color };
}

/** CSS Backgrounds 3, section 2.1: the pictures say how many layers there are; shorter lists are repeated. */
const repeated = <T>(list: readonly T[], index: number): T => list[index % list.length]!; // no list is empty

function backgroundLayers(values: Longhands): readonly BackgroundLayer[] {
  return values['background-image'].flatMap((image, index): readonly BackgroundLayer[] =>
    image === 'none'
      ? []
      : [
          {
            image,
            position: repeated(values['background-position'], index),
            size: repeated(values['background-size'], index),
            repeat: repeated(values['background-repeat'], index),
            origin: repeated(values['background-origin'], index),
            clip: repeated(values['background-clip'], index),
          },
        ],
  );
}

function decorations(values: Longhands, outer: readonly TextDecoration[]): readonly TextDecoration[] {
  const { underline, overline, lineThrough } = values['text-decoration-line'];
  if (!underline && !overline && !lineThrough) return outer;
  const own: TextDecoration = {
    underline,
    overline,
    lineThrough,
    color: values['text-decoration-color'],
    style: values['text-decoration-style'],
    thickness: values['text-decoration-thickness'],
    underlineOffset: values['text-underline-offset'],
  };
  return [...outer, own];
}
