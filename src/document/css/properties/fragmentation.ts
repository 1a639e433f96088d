import type { ComputedStyle } from '../../types.ts';
import { constant } from '../values/compute-context.ts';
import { parseInteger } from '../values/length.ts';
import type { PropertyGroup } from './define.ts';
import { define, either, keyword, keywordParser } from './define.ts';
import type { LonghandName } from './longhands.ts';

type FragmentationName = Extract<LonghandName, `break-${string}` | 'orphans' | 'widows'>;
type Break = ComputedStyle['breakBefore'];

const between = define<Break>({
  initial: 'auto',
  initialValue: 'auto',
  values: 'auto | avoid | page | always | avoid-page',
  note: '`always` is page, `avoid-page` is avoid.',
  parse: either<Break>(
    keywordParser(['auto', 'avoid', 'page']),
    keyword<Break>('always', 'page'),
    keyword<Break>('avoid-page', 'avoid'),
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

type Inside = ComputedStyle['breakInside'];

export const fragmentationProperties: PropertyGroup<FragmentationName> = {
  'break-before': between,
  'break-after': between,
  'break-inside': define<Inside>({
    initial: 'auto',
    initialValue: 'auto',
    values: 'auto | avoid | avoid-page',
    note: '`avoid-page` is avoid.',
    parse: either<Inside>(keywordParser(['auto', 'avoid']), keyword<Inside>('avoid-page', 'avoid')),
  }),
  orphans: lines,
  widows: lines,
};
