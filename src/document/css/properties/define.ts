import type { AutoLength, LengthPercentage } from '../../types.ts';
import type { Values } from '../values/component-values.ts';
import { identOf } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';
import { constant } from '../values/compute-context.ts';
import type { LengthRange } from '../values/length.ts';
import { parseLength } from '../values/length.ts';
import type { LonghandName, Longhands } from './longhands.ts';

export type Parse<T> = (values: Values) => Specified<T> | undefined;

/** A longhand: one row of the table that decides what is supported. */
interface Property<K extends LonghandName> {
  readonly inherited: boolean;
  /** As in `docs/css.md`. */
  readonly initial: string;
  readonly initialValue: Specified<Longhands[K]>;
  /** What may be written, as in `docs/css.md` and in messages. */
  readonly values: string;
  readonly note: string;
  /** `undefined`: not one of `values`. CSS-wide keywords and var() are dealt with before. */
  readonly parse: Parse<Longhands[K]>;
}

export type PropertyGroup<K extends LonghandName> = { readonly [P in K]: Property<P> };

interface Definition<T> {
  readonly inherited?: boolean;
  readonly initial: string;
  readonly initialValue: T | Specified<T>;
  readonly values: string;
  readonly note?: string;
  readonly parse: Parse<T>;
}

export function define<T>(definition: Definition<T>): {
  readonly inherited: boolean;
  readonly initial: string;
  readonly initialValue: Specified<T>;
  readonly values: string;
  readonly note: string;
  readonly parse: Parse<T>;
} {
  const { initialValue } = definition;
  return {
    inherited: definition.inherited ?? false,
    initial: definition.initial,
    initialValue: isSpecified(initialValue) ? initialValue : constant(initialValue),
    values: definition.values,
    note: definition.note ?? '',
    parse: definition.parse,
  };
}

/** Computed values are never functions. */
function isSpecified<T>(value: T | Specified<T>): value is Specified<T> {
  return typeof value === 'function';
}

/** A property whose values are the keywords of `list`; the first is the initial one. */
export function keywords<const T extends string>(
  list: readonly [T, ...T[]],
  facts: { readonly inherited?: boolean; readonly note?: string } = {},
): ReturnType<typeof define<T>> {
  return define<T>({
    ...facts,
    initial: list[0],
    initialValue: list[0],
    values: list.join(' | '),
    parse: keywordParser(list),
  });
}

export function keywordParser<const T extends string>(list: readonly T[]): Parse<T> {
  const values = new Map<string, Specified<T>>(list.map((keyword) => [keyword, constant(keyword)]));
  return (tokens) => {
    const name = identOf(tokens);
    return name === undefined ? undefined : values.get(name);
  };
}

/** The first parser that takes the value. */
export function either<T>(...parsers: readonly Parse<T>[]): Parse<T> {
  return (values) => {
    for (const parse of parsers) {
      const specified = parse(values);
      if (specified !== undefined) return specified;
    }
    return undefined;
  };
}

/** A keyword that stands for a value of its own. */
export function keyword<T>(name: string, value: T | Specified<T>): Parse<T> {
  const specified = isSpecified(value) ? value : constant(value);
  return (values) => (identOf(values) === name ? specified : undefined);
}

export function length(range: LengthRange): Parse<LengthPercentage> {
  return (values) => parseLength(values, range);
}

export const NON_NEGATIVE: LengthRange = { percent: true, negative: false };
export const ANY_LENGTH: LengthRange = { percent: true, negative: true };

export const autoOr = (range: LengthRange): Parse<AutoLength> =>
  either<AutoLength>(keyword<AutoLength>('auto', 'auto'), length(range));
