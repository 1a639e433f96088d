import type { Color } from '../../../base/color.ts';
import { BLACK } from '../../../base/color.ts';
import type { Pt } from '../../../base/units.ts';
import type { ComputedStyle, InitialLetter, TextDecoration } from '../../types.ts';
import { parseColor } from '../values/color.ts';
import type { Values } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseInteger, parseLength, parseNumber, ZERO } from '../values/length.ts';
import type { PropertyGroup } from './define.ts';
import { ANY_LENGTH, define, either, keyword, keywordParser, keywords, length } from './define.ts';
import type { LonghandName, Longhands } from './longhands.ts';

type TextName = Extract<
  LonghandName,
  `text-${string}` | 'initial-letter' | 'color' | 'letter-spacing' | 'white-space' | 'overflow-wrap' | 'vertical-align'
>;

type TextAlign = ComputedStyle['textAlign'];
type DecorationLine = Longhands['text-decoration-line'];

const NO_LINE: DecorationLine = { underline: false, overline: false, lineThrough: false };

/** `none`, or lines in any order. */
function parseDecorationLine(values: Values): Specified<DecorationLine> | undefined {
  const names = values.map((value) => (value.kind === 'ident' ? value.name : ''));
  if (names.length === 1 && names[0] === 'none') return constant(NO_LINE);
  const known = names.every((name) => name === 'underline' || name === 'overline' || name === 'line-through');
  if (!known || names.length === 0 || new Set(names).size !== names.length) return undefined;
  return constant({
    underline: names.includes('underline'),
    overline: names.includes('overline'),
    lineThrough: names.includes('line-through'),
  });
}

/** CSS Text Decoration 4, section 2.3: a percentage counts from the font size. */
function parseEm(values: Values): Specified<Pt> | undefined {
  const parsed = parseLength(values, ANY_LENGTH);
  if (parsed === undefined) return undefined;
  return (context) => {
    const { pt, percent } = parsed(context);
    return pt + (percent * context.fontSize) / 100;
  };
}

/** CSS Inline 3, section 4.2: without a number of lines to sink, as many as it is high. */
function parseInitialLetter(values: Values): Specified<InitialLetter> | undefined {
  const [first, second] = values;
  if (first === undefined || values.length > 2) return undefined;
  const size = parseNumber([first]);
  if (size === undefined || size < 1) return undefined;
  if (second === undefined) return constant({ size, sink: Math.floor(size) });
  if (second.kind === 'ident') {
    if (second.name === 'drop') return constant({ size, sink: Math.floor(size) });
    return second.name === 'raise' ? constant({ size, sink: 1 }) : undefined;
  }
  const sink = parseInteger([second]);
  return sink === undefined || sink < 1 ? undefined : constant({ size, sink });
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
  'text-align-last': define<ComputedStyle['textAlignLast']>({
    inherited: true,
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | start | end | left | right | center | justify',
    note: 'Of the last line and of lines before a forced break.',
    parse: either<ComputedStyle['textAlignLast']>(
      keyword<ComputedStyle['textAlignLast']>('start', 'left'),
      keyword<ComputedStyle['textAlignLast']>('end', 'right'),
      keywordParser(['auto', 'left', 'right', 'center', 'justify']),
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
  'text-wrap': keywords(['wrap', 'balance', 'stable', 'pretty'], {
    inherited: true,
    note: '`pretty` breaks the whole paragraph at once, the best way; `stable` is `wrap`.',
  }),
  'text-decoration-line': define<DecorationLine>({
    initial: 'none',
    initialValue: NO_LINE,
    values: 'none | [ underline || overline || line-through ]',
    note: 'Lines run on through all that is inside the element.',
    parse: parseDecorationLine,
  }),
  'text-decoration-color': define<Color>({
    initial: 'currentColor',
    initialValue: (context) => context.color,
    values: '<color>',
    parse: parseColor,
  }),
  'text-decoration-style': keywords(['solid', 'double', 'dotted', 'dashed', 'wavy']),
  'text-decoration-thickness': define<TextDecoration['thickness']>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | from-font | <length> | <percentage>',
    note: '`auto` is that of the font. A percentage counts from the font size.',
    parse: either<TextDecoration['thickness']>(
      keyword<TextDecoration['thickness']>('auto', 'auto'),
      keyword<TextDecoration['thickness']>('from-font', 'from-font'),
      parseEm,
    ),
  }),
  'text-decoration-skip-ink': keywords(['auto', 'none'], {
    inherited: true,
    note: 'Lines under and over text leave room for the letters that they meet.',
  }),
  'text-underline-offset': define<TextDecoration['underlineOffset']>({
    inherited: true,
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | <length> | <percentage>',
    note: 'Down from the baseline. A percentage counts from the font size.',
    parse: either<TextDecoration['underlineOffset']>(
      keyword<TextDecoration['underlineOffset']>('auto', 'auto'),
      parseEm,
    ),
  }),
  'initial-letter': define<ComputedStyle['initialLetter']>({
    initial: 'normal',
    initialValue: 'normal',
    values: 'normal | <number> [ <integer> | drop | raise ]?',
    note: 'Of `::first-letter`.',
    parse: either<ComputedStyle['initialLetter']>(
      keyword<ComputedStyle['initialLetter']>('normal', 'normal'),
      parseInitialLetter,
    ),
  }),
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
