import type { Values } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';
import { backgroundProperties } from './background.ts';
import { borderProperties } from './border.ts';
import { boxProperties } from './box.ts';
import { columnProperties } from './columns.ts';
import type { PropertyGroup } from './define.ts';
import { flexProperties } from './flex.ts';
import { fontProperties } from './font.ts';
import { fragmentationProperties } from './fragmentation.ts';
import { generatedProperties } from './generated.ts';
import { hyphenationProperties } from './hyphenation.ts';
import { listAndTableProperties } from './list-and-table.ts';
import type { LonghandName, Longhands } from './longhands.ts';
import { textProperties } from './text.ts';

/** Every longhand that is supported. What is not here is reported. */
export const properties: PropertyGroup<LonghandName> = {
  ...boxProperties,
  ...borderProperties,
  ...backgroundProperties,
  ...columnProperties,
  ...flexProperties,
  ...fontProperties,
  ...textProperties,
  ...hyphenationProperties,
  ...listAndTableProperties,
  ...fragmentationProperties,
  ...generatedProperties,
};

export const longhandNames: readonly LonghandName[] = (Object.keys(properties) as LonghandName[]).sort();

const known: ReadonlySet<string> = new Set(longhandNames);

export function isLonghand(name: string): name is LonghandName {
  return known.has(name);
}

export function parseLonghand<K extends LonghandName>(name: K, values: Values): Specified<Longhands[K]> | undefined {
  return properties[name].parse(values);
}

/** Other names of longhands. Text runs from left to right and lines from top to bottom, so logical sides are fixed. */
export const aliases: ReadonlyMap<string, LonghandName> = new Map<string, LonghandName>([
  ['inline-size', 'width'],
  ['block-size', 'height'],
  ['min-inline-size', 'min-width'],
  ['min-block-size', 'min-height'],
  ['max-inline-size', 'max-width'],
  ['max-block-size', 'max-height'],
  ['margin-block-start', 'margin-top'],
  ['margin-block-end', 'margin-bottom'],
  ['margin-inline-start', 'margin-left'],
  ['margin-inline-end', 'margin-right'],
  ['padding-block-start', 'padding-top'],
  ['padding-block-end', 'padding-bottom'],
  ['padding-inline-start', 'padding-left'],
  ['padding-inline-end', 'padding-right'],
  ['inset-block-start', 'top'],
  ['inset-block-end', 'bottom'],
  ['inset-inline-start', 'left'],
  ['inset-inline-end', 'right'],
  ['page-break-before', 'break-before'],
  ['page-break-after', 'break-after'],
  ['page-break-inside', 'break-inside'],
  ['word-wrap', 'overflow-wrap'],
]);
