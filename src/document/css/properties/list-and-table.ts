import type { ComputedStyle, ListStyleType } from '../../types.ts';
import type { Values } from '../values/component-values.ts';
import { single } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseLength } from '../values/length.ts';
import type { Parse, PropertyGroup } from './define.ts';
import { define, either, keywordParser, keywords } from './define.ts';
import type { LonghandName } from './longhands.ts';

type ListName = Extract<
  LonghandName,
  `list-style-${string}` | 'border-spacing' | 'border-collapse' | 'table-layout' | 'caption-side'
>;
type MarkerType = ComputedStyle['listStyleType'];
type Spacing = ComputedStyle['borderSpacing'];

const LIST_STYLES: readonly ListStyleType[] = [
  'disc',
  'circle',
  'square',
  'decimal',
  'decimal-leading-zero',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'upper-roman',
  'none',
];

/** `lower-latin` is the other name of `lower-alpha`. */
export const parseCounterStyle: Parse<ListStyleType> = either<ListStyleType>(keywordParser(LIST_STYLES), (values) => {
  const value = single(values);
  if (value?.kind !== 'ident') return undefined;
  if (value.name === 'lower-latin') return constant<ListStyleType>('lower-alpha');
  return value.name === 'upper-latin' ? constant<ListStyleType>('upper-alpha') : undefined;
});

const parseMarkerType: Parse<MarkerType> = either<MarkerType>(parseCounterStyle, (values) => {
  const value = single(values);
  return value?.kind === 'string' ? constant<MarkerType>({ text: value.value }) : undefined;
});

function parseBorderSpacing(values: Values): Specified<Spacing> | undefined {
  const [first, second] = values;
  if (first === undefined || values.length > 2) return undefined;
  const range = { percent: false, negative: false };
  const horizontal = parseLength([first], range);
  const vertical = second === undefined ? horizontal : parseLength([second], range);
  if (horizontal === undefined || vertical === undefined) return undefined;
  return (context) => ({ horizontal: horizontal(context).pt, vertical: vertical(context).pt });
}

export const listAndTableProperties: PropertyGroup<ListName> = {
  'list-style-type': define<MarkerType>({
    inherited: true,
    initial: 'disc',
    initialValue: 'disc',
    values: `${LIST_STYLES.join(' | ')} | lower-latin | upper-latin | <string>`,
    parse: parseMarkerType,
  }),
  'list-style-position': keywords(['outside', 'inside'], { inherited: true }),
  'table-layout': keywords(['auto', 'fixed']),
  'caption-side': keywords(['top', 'bottom'], { inherited: true }),
  'border-collapse': keywords(['separate', 'collapse'], { inherited: true }),
  'border-spacing': define<Spacing>({
    inherited: true,
    initial: '0',
    initialValue: { horizontal: 0, vertical: 0 },
    values: '<length>{1,2}',
    parse: parseBorderSpacing,
  }),
};
