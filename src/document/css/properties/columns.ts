import type { Color } from '../../../base/color.ts';
import type { Pt } from '../../../base/units.ts';
import type { ComputedStyle } from '../../types.ts';
import { parseColor } from '../values/color.ts';
import type { Values } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseInteger, parseLength } from '../values/length.ts';
import { lineStyle, lineWidth } from './border.ts';
import type { PropertyGroup } from './define.ts';
import { define, either, keyword, keywords, length, NON_NEGATIVE } from './define.ts';
import type { LonghandName } from './longhands.ts';

type ColumnName = Extract<LonghandName, `column-${string}`>;
type Count = ComputedStyle['columnCount'];
type Width = ComputedStyle['columnWidth'];
type Gap = ComputedStyle['columnGap'];

function parseCount(values: Values): Specified<number> | undefined {
  const number = parseInteger(values);
  return number === undefined || number < 1 ? undefined : constant(number);
}

function parseWidth(values: Values): Specified<Pt> | undefined {
  const parsed = parseLength(values, { percent: false, negative: false });
  return parsed === undefined ? undefined : (context) => parsed(context).pt;
}

/** CSS Multi-column Layout 1. */
export const columnProperties: PropertyGroup<ColumnName> = {
  'column-count': define<Count>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | <integer>',
    note: 'From 1. With `column-width` it is the most.',
    parse: either<Count>(keyword<Count>('auto', 'auto'), parseCount),
  }),
  'column-width': define<Width>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | <length>',
    note: 'The least; columns share what is over.',
    parse: either<Width>(keyword<Width>('auto', 'auto'), parseWidth),
  }),
  'column-gap': define<Gap>({
    initial: 'normal',
    initialValue: 'normal',
    values: 'normal | <length> | <percentage>',
    note: 'Between columns, where `normal` is 1em, and flex items, where it is 0.',
    parse: either<Gap>(keyword<Gap>('normal', 'normal'), length(NON_NEGATIVE)),
  }),
  'column-rule-width': lineWidth,
  'column-rule-style': lineStyle,
  'column-rule-color': define<Color>({
    initial: 'currentColor',
    initialValue: (context) => context.color,
    values: '<color>',
    parse: parseColor,
  }),
  'column-fill': keywords(['balance', 'auto']),
  'column-span': keywords(['none', 'all']),
};
