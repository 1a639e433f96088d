import type { Color } from '../../../base/color.ts';
import { cssPx, type Pt } from '../../../base/units.ts';
import type { BorderStyle } from '../../types.ts';
import { parseColor } from '../values/color.ts';
import type { Values } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';
import { parseLength, ZERO } from '../values/length.ts';
import type { Parse, PropertyGroup } from './define.ts';
import { define, either, keyword, keywords, NON_NEGATIVE } from './define.ts';
import type { CornerRadius, LonghandName } from './longhands.ts';

type BorderName = Extract<
  LonghandName,
  | `border-${'top' | 'right' | 'bottom' | 'left'}-${'width' | 'style' | 'color'}`
  | `border-${'top' | 'bottom'}-${'left' | 'right'}-radius`
>;

/** CSS Backgrounds 3, section 3.3, with the sizes that browsers took. */
const THIN = cssPx(1);
const MEDIUM = cssPx(3);
const THICK = cssPx(5);

const parseLineWidth: Parse<Pt> = either<Pt>(
  keyword('thin', THIN),
  keyword('medium', MEDIUM),
  keyword('thick', THICK),
  (values) => {
    const length = parseLength(values, { percent: false, negative: false });
    return length === undefined ? undefined : (context) => length(context).pt;
  },
);

export const lineWidth = define<Pt>({
  initial: 'medium',
  initialValue: MEDIUM,
  values: '<length> | thin | medium | thick',
  note: 'Computes to 0 when the style is none or hidden.',
  parse: parseLineWidth,
});

/** CSS Backgrounds 3, section 4.2. */
export const lineStyle = keywords<BorderStyle>([
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
]);

const color = define<Color>({
  initial: 'currentColor',
  initialValue: (context) => context.color,
  values: '<color>',
  parse: parseColor,
});

function parseRadius(values: Values): Specified<CornerRadius> | undefined {
  const [first, second] = values;
  if (first === undefined || values.length > 2) return undefined;
  const horizontal = parseLength([first], NON_NEGATIVE);
  const vertical = second === undefined ? horizontal : parseLength([second], NON_NEGATIVE);
  if (horizontal === undefined || vertical === undefined) return undefined;
  return (context) => ({ horizontal: horizontal(context), vertical: vertical(context) });
}

const radius = define<CornerRadius>({
  initial: '0',
  initialValue: { horizontal: ZERO, vertical: ZERO },
  values: '[ <length> | <percentage> ]{1,2}',
  parse: parseRadius,
});

export const borderProperties: PropertyGroup<BorderName> = {
  'border-top-width': lineWidth,
  'border-right-width': lineWidth,
  'border-bottom-width': lineWidth,
  'border-left-width': lineWidth,
  'border-top-style': lineStyle,
  'border-right-style': lineStyle,
  'border-bottom-style': lineStyle,
  'border-left-style': lineStyle,
  'border-top-color': color,
  'border-right-color': color,
  'border-bottom-color': color,
  'border-left-color': color,
  'border-top-left-radius': radius,
  'border-top-right-radius': radius,
  'border-bottom-right-radius': radius,
  'border-bottom-left-radius': radius,
};
