import type { ComputedStyle } from '../../types.ts';
import type { Values } from '../values/component-values.ts';
import { single } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseInteger, parseLength } from '../values/length.ts';
import type { PropertyGroup } from './define.ts';
import { define, either, keyword, keywordParser, keywords } from './define.ts';
import type { LonghandName } from './longhands.ts';

type FragmentationName = Extract<
  LonghandName,
  `break-${string}` | 'orphans' | 'widows' | 'page' | 'footnote-policy' | `-buletin-${string}`
>;
type Break = ComputedStyle['breakBefore'];

const between = define<Break>({
  initial: 'auto',
  initialValue: 'auto',
  values: 'auto | avoid | avoid-page | avoid-column | page | left | right | recto | verso | column | always',
  note: '`always` is page, `recto` right, `verso` left.',
  parse: either<Break>(
    keywordParser(['auto', 'avoid', 'avoid-page', 'avoid-column', 'page', 'left', 'right', 'column']),
    keyword<Break>('always', 'page'),
    keyword<Break>('recto', 'right'),
    keyword<Break>('verso', 'left'),
  ),
});

const lines = define<number>({
  inherited: true,
  initial: '2',
  initialValue: 2,
  values: '<integer>',
  note: 'From 1.',
  parse: (values) => {
    const number = parseInteger(values);
    return number === undefined || number < 1 ? undefined : constant(number);
  },
});

function parsePageName(values: Values): Specified<string | undefined> | undefined {
  const value = single(values);
  if (value?.kind !== 'ident') return undefined;
  return constant(value.name === 'auto' ? undefined : value.text);
}

function parseFit(values: Values): Specified<number> | undefined {
  const number = parseInteger(values);
  return number === undefined || number < 1 ? undefined : constant(number);
}

/** In absolute lengths or parts of the font size that the root would have. */
function parseFitSize(values: Values): Specified<ComputedStyle['fitSize']> | undefined {
  const lengths = values.map((value) => parseLength([value], { percent: false, negative: false }));
  const [min, max] = lengths;
  if (min === undefined || max === undefined || lengths.length !== 2) return undefined;
  return (context) => ({ min: min(context).pt, max: Math.max(min(context).pt, max(context).pt) });
}

type Inside = ComputedStyle['breakInside'];

export const fragmentationProperties: PropertyGroup<FragmentationName> = {
  'break-before': between,
  'break-after': between,
  'break-inside': define<Inside>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | avoid | avoid-page | avoid-column',
    parse: keywordParser(['auto', 'avoid', 'avoid-page', 'avoid-column']),
  }),
  page: define<string | undefined>({
    initial: 'auto',
    initialValue: undefined,
    values: 'auto | <name>',
    note: 'The `@page` rule of that name. `auto` is the page of the parent.',
    parse: parsePageName,
  }),
  '-buletin-fit': define<ComputedStyle['fitPages']>({
    initial: 'none',
    initialValue: undefined,
    values: 'none | <integer>',
    note: 'Of the root: the document is set in the largest size with which it takes so many pages.',
    parse: either<ComputedStyle['fitPages']>(keyword<ComputedStyle['fitPages']>('none', constant(undefined)), parseFit),
  }),
  '-buletin-fit-size': define<ComputedStyle['fitSize']>({
    initial: 'none',
    initialValue: undefined,
    values: 'none | <length>{2}',
    note: 'Of the root: its smallest and largest font size. What is to follow is set in `rem`.',
    parse: either<ComputedStyle['fitSize']>(
      keyword<ComputedStyle['fitSize']>('none', constant(undefined)),
      parseFitSize,
    ),
  }),
  orphans: lines,
  widows: lines,
  'footnote-policy': keywords(['auto', 'line', 'block'], {
    note: 'Of notes without room below their call: its line goes to the next page with them, or the block that it is in.',
  }),
};
