import type { Border, ComputedStyle } from '../../types.ts';
import type { Longhands } from '../properties/longhands.ts';

type Decoration = ComputedStyle['textDecoration'];
type Side = 'top' | 'right' | 'bottom' | 'left';

/** `inherited`: lines that go on from outside. `content` is filled in where it is generated. */
export function assembleStyle(values: Longhands, inherited: Decoration | undefined): ComputedStyle {
  return {
    display: values.display,
    position: values.position,
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
    textIndent: values['text-indent'],
    textTransform: values['text-transform'],
    textWrap: values['text-wrap'],
    textDecoration: decoration(values, inherited),
    whiteSpace: values['white-space'],
    overflowWrap: values['overflow-wrap'],
    verticalAlign: values['vertical-align'],
    listStyleType: values['list-style-type'],
    listStylePosition: values['list-style-position'],
    borderSpacing: values['border-spacing'],
    breakBefore: values['break-before'],
    breakAfter: values['break-after'],
    breakInside: values['break-inside'],
    orphans: values.orphans,
    widows: values.widows,
    content: [],
  };
}

function border(values: Longhands, side: Side): Border {
  const style = values[`border-${side}-style`];
  const isNone = style === 'none' || style === 'hidden';
  return { width: isNone ? 0 : values[`border-${side}-width`], style, color: values[`border-${side}-color`] };
}

function decoration(values: Longhands, inherited: Decoration | undefined): Decoration {
  const own = values['text-decoration-line'];
  const isOwn = own.underline || own.lineThrough;
  return {
    underline: own.underline || inherited?.underline === true,
    lineThrough: own.lineThrough || inherited?.lineThrough === true,
    // Lines keep the colour of the element that asked for them.
    color: isOwn ? values['text-decoration-color'] : inherited?.color,
  };
}
