import type { AlignKeyword, AutoLength, LengthPercentage } from '../../types.ts';
import type { Values } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseInteger, parseNumber, ZERO } from '../values/length.ts';
import type { Parse, PropertyGroup } from './define.ts';
import { autoOr, define, either, keyword, keywordParser, keywords, length, NON_NEGATIVE } from './define.ts';
import type { LonghandName } from './longhands.ts';

type FlexName = Extract<
  LonghandName,
  | `flex-${'direction' | 'wrap' | 'grow' | 'shrink' | 'basis'}`
  | 'justify-content'
  | `align-${'items' | 'self' | 'content'}`
  | 'order'
  | 'row-gap'
>;

const POSITIONS = ['start', 'end', 'flex-start', 'flex-end', 'center'] as const;
const DISTRIBUTIONS = ['space-between', 'space-around', 'space-evenly'] as const;

/** `first baseline` is the long form of `baseline`. */
const baseline: Parse<AlignKeyword> = (values) => {
  const names = values.map((value) => (value.kind === 'ident' ? value.name : ''));
  const text = names.join(' ');
  return text === 'baseline' || text === 'first baseline' ? constant<AlignKeyword>('baseline') : undefined;
};

function alignment(
  initial: AlignKeyword,
  list: readonly AlignKeyword[],
  hasBaseline: boolean,
): ReturnType<typeof define<AlignKeyword>> {
  return define<AlignKeyword>({
    initial,
    initialValue: initial,
    values: [...list, ...(hasBaseline ? ['baseline'] : [])].join(' | '),
    parse: hasBaseline ? either<AlignKeyword>(keywordParser(list), baseline) : keywordParser(list),
  });
}

function parseFactor(values: Values): Specified<number> | undefined {
  const number = parseNumber(values);
  return number === undefined || number < 0 ? undefined : constant(number);
}

const factor = (initial: number): ReturnType<typeof define<number>> =>
  define<number>({ initial: String(initial), initialValue: initial, values: '<number>', parse: parseFactor });

const parseGap: Parse<LengthPercentage> = either<LengthPercentage>(keyword('normal', ZERO), length(NON_NEGATIVE));

const gap = define<LengthPercentage>({
  initial: 'normal',
  initialValue: ZERO,
  values: 'normal | <length> | <percentage>',
  note: 'Between flex items; `normal` is 0.',
  parse: parseGap,
});

const parseFlexBasis: Parse<AutoLength | 'content'> = either<AutoLength | 'content'>(
  keyword<AutoLength | 'content'>('content', 'content'),
  autoOr(NON_NEGATIVE),
);

export const flexProperties: PropertyGroup<FlexName> = {
  'flex-direction': keywords(['row', 'row-reverse', 'column', 'column-reverse']),
  'flex-wrap': keywords(['nowrap', 'wrap', 'wrap-reverse']),
  'flex-grow': factor(0),
  'flex-shrink': factor(1),
  'flex-basis': define<AutoLength | 'content'>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | content | <length> | <percentage>',
    parse: parseFlexBasis,
  }),
  'justify-content': alignment('normal', ['normal', 'stretch', ...POSITIONS, ...DISTRIBUTIONS], false),
  'align-items': alignment('normal', ['normal', 'stretch', ...POSITIONS], true),
  'align-self': alignment('auto', ['auto', 'normal', 'stretch', ...POSITIONS], true),
  'align-content': alignment('normal', ['normal', 'stretch', ...POSITIONS, ...DISTRIBUTIONS], false),
  order: define<number>({
    initial: '0',
    initialValue: 0,
    values: '<integer>',
    parse: (values) => {
      const number = parseInteger(values);
      return number === undefined ? undefined : constant(number);
    },
  }),
  'row-gap': gap,
};
