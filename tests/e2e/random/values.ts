import type { LonghandName } from '../../../src/document/css/properties/longhands.ts';
import { properties } from '../../../src/document/css/properties/table.ts';
import type { Random } from './seeded.ts';

/** What a value may depend on. */
export interface ValueContext {
  readonly random: Random;
  /** What the element is. */
  readonly roles: readonly string[];
  /** The browser counts in whole pixels here: no border of a part of one. */
  readonly isCoarse: boolean;
}

export type ValueMaker = (context: ValueContext) => string;

type Span = readonly [number, number];

/** How large the terminals of a grammar become; a terminal that is not here is not used. */
interface Sizes {
  /** In pixels, though they are written in many units. */
  readonly length?: Span;
  readonly percentage?: Span;
  readonly number?: Span;
  readonly integer?: Span;
  /** Keywords that are not used, and why is said where the recipe stands. */
  readonly without?: readonly string[];
}

/** A value by the grammar of the property table: one of its alternatives, keywords as they stand there. */
export function byGrammar(name: LonghandName, sizes: Sizes = {}): ValueMaker {
  const makers: ValueMaker[] = [];
  for (const part of properties[name].values.split(' | ')) {
    if (/^[a-z-]+$/.test(part)) {
      if (!(sizes.without ?? []).includes(part)) makers.push(() => part);
    } else if (part === '<length>' && sizes.length !== undefined) {
      const span = sizes.length;
      // Lengths are worth more than each keyword.
      for (let i = 0; i < 4; i++) makers.push(({ random }) => lengthIn(span, random));
      if (sizes.percentage !== undefined) makers.push(mixed(span, sizes.percentage));
    } else if (part === '<percentage>' && sizes.percentage !== undefined) {
      const span = sizes.percentage;
      makers.push(({ random }) => `${random.integer(...span)}%`);
      makers.push(({ random }) => `${random.integer(...span)}%`);
    } else if (part === '<number>' && sizes.number !== undefined) {
      const span = sizes.number;
      for (let i = 0; i < 3; i++) makers.push(({ random }) => String(round(between(span, random), 1)));
    } else if (part === '<integer>' && sizes.integer !== undefined) {
      const span = sizes.integer;
      for (let i = 0; i < 3; i++) makers.push(({ random }) => String(random.integer(...span)));
    }
  }
  if (makers.length === 0) throw new Error(`the grammar of ${name} gives no value`);
  return (context) => context.random.pick(makers)(context);
}

/** One of the values, as they stand. */
export const oneOf =
  (...values: readonly string[]): ValueMaker =>
  ({ random }) =>
    random.pick(values);

export const lengthOf =
  (least: number, most: number): ValueMaker =>
  ({ random }) =>
    lengthIn([least, most], random);

export const listOf =
  (maker: ValueMaker, least: number, most: number, separator = ' '): ValueMaker =>
  (context) =>
    Array.from({ length: context.random.integer(least, most) }, () => maker(context)).join(separator);

/** Whole pixels where the browser has no finer ones, else quarters: it cuts borders to the pixels of the device. */
export const borderWidth: ValueMaker = ({ random, isCoarse }) => {
  if (random.chance(0.15)) return random.pick(['thin', 'medium', 'thick']);
  return `${isCoarse ? random.integer(1, 6) : random.integer(2, 28) / 4}px`;
};

const PX: Readonly<Record<string, number>> = { px: 1, pt: 96 / 72, em: 10, rem: 16, mm: 96 / 25.4, q: 96 / 101.6 };

function lengthIn(span: Span, random: Random): string {
  const px = between(span, random);
  const unit = random.weighted({ px: 60, pt: 15, em: 14, rem: 4, mm: 5, q: 2 });
  const value = unit === 'px' ? Math.round(px) : round(px / (PX[unit] ?? 1), 2);
  return random.chance(0.04) ? `calc(${value}${unit} + 1px)` : `${value}${unit}`;
}

/** Both in one, by the functions of CSS Values. */
function mixed(length: Span, percentage: Span): ValueMaker {
  return ({ random }) => {
    const part = `${random.integer(...percentage)}%`;
    return random.chance(0.5)
      ? `calc(${part} - ${random.integer(1, 6)}px)`
      : `calc(${part} / 2 + ${Math.round(between(length, random) / 2)}px)`;
  };
}

const between = ([least, most]: Span, random: Random): number => least + random.next() * (most - least);

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
