import type { Color } from '../../../base/color.ts';
import { BLACK } from '../../../base/color.ts';
import type { Pt } from '../../../base/units.ts';
import type { ComputedStyle } from '../../types.ts';
import { parseColor } from '../values/color.ts';
import type { Values } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseLength, ZERO } from '../values/length.ts';
import type { PropertyGroup } from './define.ts';
import { ANY_LENGTH, define, either, keyword, keywordParser, keywords, length } from './define.ts';
import type { LonghandName, Longhands } from './longhands.ts';

type TextName = Extract<
  LonghandName,
  `text-${string}` | 'color' | 'letter-spacing' | 'white-space' | 'overflow-wrap' | 'vertical-align'
>;

type TextAlign = ComputedStyle['textAlign'];
type DecorationLine = Longhands['text-decoration-line'];

/** `none`, or underline and line-through in any order. */
function parseDecorationLine(values: Values): Specified<DecorationLine> | undefined {
  const names = values.map((value) => (value.kind === 'ident' ? value.name : ''));
  if (names.length === 1 && names[0] === 'none') return constant({ underline: false, lineThrough: false });
  const known = names.every((name) => name === 'underline' || name === 'line-through');
  if (!known || names.length === 0 || new Set(names).size !== names.length) return undefined;
  return constant({ underline: names.includes('underline'), lineThrough: names.includes('line-through') });
}

function parseSpacing(values: Values): Specified<Pt> | undefined {
  const parsed = parseLength(values, { percent: false, negative: true });
  return parsed === undefined ? undefined : (context) => parsed(context).pt;
}

type VerticalAlign = ComputedStyle['verticalAlign'];
const VERTICAL_ALIGNS = ['baseline', 'sub', 'super', 'top', 'text-top', 'middle', 'bottom', 'text-bottom'] as const;

export const textProperties: PropertyGroup<TextName> = {
  color: define<Color>({
    inherited: true,
    initial: 'black',
    initialValue: BLACK,
    values: '<color>',
    parse: parseColor,
  }),
  'letter-spacing': define<Pt>({
    inherited: true,
    initial: 'normal',
    initialValue: 0,
    values: 'normal | <length>',
    parse: either<Pt>(keyword('normal', 0), parseSpacing),
  }),
  'text-align': define<TextAlign>({
    inherited: true,
    initial: 'start',
    initialValue: 'left',
    values: 'start | end | left | right | center | justify',
    note: 'Text runs from left to right: start is left.',
    parse: either<TextAlign>(
      keyword<TextAlign>('start', 'left'),
      keyword<TextAlign>('end', 'right'),
      keywordParser(['left', 'right', 'center', 'justify']),
    ),
  }),
  'text-indent': define({
    inherited: true,
    initial: '0',
    initialValue: ZERO,
    values: '<length> | <percentage>',
    parse: length(ANY_LENGTH),
  }),
  'text-transform': keywords(['none', 'uppercase', 'lowercase', 'capitalize'], { inherited: true }),
  'text-wrap': keywords(['wrap', 'balance'], { inherited: true }),
  'text-decoration-line': define<DecorationLine>({
    initial: 'none',
    initialValue: { underline: false, lineThrough: false },
    values: 'none | [ underline || line-through ]',
    note: 'Lines run on through all that is inside the element.',
    parse: parseDecorationLine,
  }),
  'text-decoration-color': define<Color>({
    initial: 'currentColor',
    initialValue: (context) => context.color,
    values: '<color>',
    parse: parseColor,
  }),
  'text-decoration-style': keywords(['solid']),
  'text-decoration-thickness': keywords(['auto'], { note: 'From the font.' }),
  'white-space': keywords(['normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'], { inherited: true }),
  'overflow-wrap': keywords(['normal', 'break-word', 'anywhere'], { inherited: true }),
  'vertical-align': define<VerticalAlign>({
    initial: 'baseline',
    initialValue: 'baseline',
    values: `${VERTICAL_ALIGNS.join(' | ')} | <length> | <percentage>`,
    note: 'A percentage counts from the line height. In table cells: top, middle, bottom, baseline.',
    parse: either<VerticalAlign>(keywordParser(VERTICAL_ALIGNS), length(ANY_LENGTH)),
  }),
};
