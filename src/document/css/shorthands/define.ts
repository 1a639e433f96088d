import type { LonghandName, Longhands } from '../properties/longhands.ts';
import { parseLonghand, properties } from '../properties/table.ts';
import type { Values } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';

/** What a shorthand comes to. */
export type SpecifiedLonghands = { [K in LonghandName]?: Specified<Longhands[K]> };

export interface Shorthand {
  readonly longhands: readonly LonghandName[];
  /** As in `docs/css.md` and in messages. */
  readonly values: string;
  readonly note: string;
  /** All its longhands, those that were left out at their initial value; `undefined`: not one of `values`. */
  readonly expand: (values: Values) => SpecifiedLonghands | undefined;
}

/** Parts in any order, each given to the first longhand that takes it and has nothing yet. */
export function inAnyOrder(values: Values, names: readonly LonghandName[]): SpecifiedLonghands | undefined {
  if (values.length === 0 || values.length > names.length) return undefined;
  const result: SpecifiedLonghands = {};
  for (const value of values) {
    if (!names.some((name) => result[name] === undefined && setParsed(result, name, [value]))) return undefined;
  }
  fillInitial(result, names);
  return result;
}

/** Parses a longhand into the result; false when it does not take the value. */
export function setParsed<K extends LonghandName>(target: SpecifiedLonghands, name: K, values: Values): boolean {
  const specified = parseLonghand(name, values);
  if (specified === undefined) return false;
  assign(target, name, specified);
  return true;
}

export function fillInitial(target: SpecifiedLonghands, names: readonly LonghandName[]): void {
  for (const name of names) if (target[name] === undefined) setInitial(target, name);
}

function setInitial<K extends LonghandName>(target: SpecifiedLonghands, name: K): void {
  assign(target, name, properties[name].initialValue);
}

function assign<K extends LonghandName>(target: SpecifiedLonghands, name: K, specified: Specified<Longhands[K]>): void {
  const slot: { [P in K]?: Specified<Longhands[P]> } = target;
  slot[name] = specified;
}

/** One to four values for top, right, bottom and left. CSS Box 4, section 3.2. */
export function fourSides(
  values: Values,
  names: readonly [LonghandName, LonghandName, LonghandName, LonghandName],
): SpecifiedLonghands | undefined {
  const [top, right = top, bottom = top, left = right] = values;
  if (top === undefined || values.length > 4) return undefined;
  const result: SpecifiedLonghands = {};
  const parts = [top, right, bottom, left];
  for (const [index, name] of names.entries()) {
    const part = parts[index];
    if (part === undefined || !setParsed(result, name, [part])) return undefined;
  }
  return result;
}

/** One or two values; the second defaults to the first. */
export function pair(values: Values, names: readonly [LonghandName, LonghandName]): SpecifiedLonghands | undefined {
  const [first, second = first] = values;
  if (first === undefined || second === undefined || values.length > 2) return undefined;
  const result: SpecifiedLonghands = {};
  return setParsed(result, names[0], [first]) && setParsed(result, names[1], [second]) ? result : undefined;
}
