import { cssPx, mm, type Pt } from '../../../base/units.ts';
import type { LengthPercentage } from '../../types.ts';
import type { ComponentValue, Values } from './component-values.ts';
import { isDelim, single, splitAt } from './component-values.ts';
import type { ComputeContext, Specified } from './compute-context.ts';

/** Points of the absolute units. CSS Values 4, section 6.2. */
const ABSOLUTE: ReadonlyMap<string, Pt> = new Map([
  ['pt', 1],
  ['px', cssPx(1)],
  ['mm', mm(1)],
  ['cm', mm(10)],
  ['q', mm(0.25)],
  ['in', 72],
  ['pc', 12],
]);

/** `ex` and `ch` take the half em that CSS Values 4, section 6.1.1, gives where the font is not looked at. */
const RELATIVE: ReadonlyMap<string, Specified<Pt>> = new Map([
  ['em', (context: ComputeContext) => context.fontSize],
  ['rem', (context: ComputeContext) => context.rootFontSize],
  ['ex', (context: ComputeContext) => context.fontSize / 2],
  ['ch', (context: ComputeContext) => context.fontSize / 2],
]);

export const supportedUnits: readonly string[] = [...ABSOLUTE.keys(), ...RELATIVE.keys()];

/** A number, or a length, percentage or sum of both. `calc()` has no other types here. */
type Quantity =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'length';
      readonly hasLength: boolean;
      readonly hasPercent: boolean;
      readonly isCalc: boolean;
      /** Only when it is a plain dimension, percentage or 0: for range checks while parsing. */
      readonly sign: number;
      readonly compute: Specified<LengthPercentage>;
    };

type LengthQuantity = Extract<Quantity, { kind: 'length' }>;

export interface LengthRange {
  readonly percent: boolean;
  readonly negative: boolean;
}

/** A single `<length>` or `<length-percentage>`; `undefined` when it is none, or outside the range. */
export function parseLength(values: Values, range: LengthRange): Specified<LengthPercentage> | undefined {
  const value = single(values);
  if (value === undefined) return undefined;
  const quantity = readQuantity(value);
  if (quantity === undefined) return undefined;
  if (quantity.kind === 'number') return quantity.value === 0 ? () => ZERO : undefined;
  if (quantity.hasPercent && !range.percent) return undefined;
  if (range.negative) return quantity.compute;
  if (quantity.sign < 0) return undefined;
  return quantity.isCalc ? (context) => notNegative(quantity.compute(context)) : quantity.compute;
}

/** A single `<number>`, also as `calc()` of numbers. */
export function parseNumber(values: Values): number | undefined {
  const value = single(values);
  if (value === undefined) return undefined;
  const quantity = readQuantity(value);
  return quantity?.kind === 'number' ? quantity.value : undefined;
}

export function parseInteger(values: Values): number | undefined {
  const value = single(values);
  if (value?.kind === 'number') return value.integer ? value.value : undefined;
  const number = parseNumber(values);
  // CSS Values 4, section 10.3: calc() is rounded where an integer is expected.
  return number === undefined ? undefined : Math.floor(number + 0.5);
}

export const ZERO: LengthPercentage = { pt: 0, percent: 0 };

function notNegative(value: LengthPercentage): LengthPercentage {
  if (value.percent === 0) return value.pt < 0 ? ZERO : value;
  return value.pt <= 0 && value.percent < 0 ? ZERO : value;
}

function readQuantity(value: ComponentValue): Quantity | undefined {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', value: value.value };
    case 'percentage': {
      const computed = { pt: 0, percent: value.value };
      return lengthOf(() => computed, { hasLength: false, hasPercent: true, sign: value.value });
    }
    case 'dimension':
      return readDimension(value.value, value.unit);
    case 'block':
      return value.open === '(' ? readSum(value.children) : undefined;
    case 'function':
      return readMathFunction(value.name, value.args);
    default:
      return undefined;
  }
}

function readDimension(number: number, unit: string): Quantity | undefined {
  const facts = { hasLength: true, hasPercent: false, sign: number };
  const absolute = ABSOLUTE.get(unit);
  if (absolute !== undefined) {
    const computed = { pt: number * absolute, percent: 0 };
    return lengthOf(() => computed, facts);
  }
  const relative = RELATIVE.get(unit);
  if (relative === undefined) return undefined;
  return lengthOf((context) => ({ pt: number * relative(context), percent: 0 }), facts);
}

function lengthOf(
  compute: Specified<LengthPercentage>,
  facts: { hasLength: boolean; hasPercent: boolean; sign: number; isCalc?: boolean },
): LengthQuantity {
  return { kind: 'length', isCalc: false, ...facts, compute };
}

function readMathFunction(name: string, args: Values): Quantity | undefined {
  if (name === 'calc') {
    const sum = readSum(args);
    return sum?.kind === 'length' ? { ...sum, isCalc: true, sign: 0 } : sum;
  }
  if (name !== 'min' && name !== 'max' && name !== 'clamp') return undefined;
  const parts = splitAt(args, ',').map(readSum);
  if (parts.length === 0 || (name === 'clamp' && parts.length !== 3)) return undefined;
  const numbers: number[] = [];
  const lengths: LengthQuantity[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    if (part.kind === 'number') numbers.push(part.value);
    else lengths.push(part);
  }
  if (lengths.length === 0) return { kind: 'number', value: pick(name, numbers) };
  if (numbers.length > 0) return undefined;
  return compareLengths(name, lengths);
}

type Comparison = 'min' | 'max' | 'clamp';

/** Lengths compare with lengths and percentages with percentages; their order is not known before layout else. */
function compareLengths(name: Comparison, lengths: readonly LengthQuantity[]): Quantity | undefined {
  const hasLength = lengths.some((part) => part.hasLength);
  const hasPercent = lengths.some((part) => part.hasPercent);
  if (hasLength && hasPercent) return undefined;
  const compute: Specified<LengthPercentage> = (context) => {
    const computed = lengths.map((part) => part.compute(context));
    return hasPercent
      ? {
          pt: 0,
          percent: pick(
            name,
            computed.map((part) => part.percent),
          ),
        }
      : {
          pt: pick(
            name,
            computed.map((part) => part.pt),
          ),
          percent: 0,
        };
  };
  return lengthOf(compute, { hasLength, hasPercent, sign: 0, isCalc: true });
}

function pick(name: Comparison, numbers: readonly number[]): number {
  if (name === 'min') return Math.min(...numbers);
  if (name === 'max') return Math.max(...numbers);
  const [low = 0, middle = 0, high = 0] = numbers;
  return Math.max(low, Math.min(middle, high));
}

/** `<calc-sum>`: products joined by `+` and `-`. */
function readSum(values: Values): Quantity | undefined {
  let total: Quantity | undefined;
  let from = 0;
  let sign = 1;
  for (let at = 0; at <= values.length; at++) {
    const value = values[at];
    const isOperator = isDelim(value, '+') || isDelim(value, '-');
    if (at < values.length && !isOperator) continue;
    const product = readProduct(values.slice(from, at));
    if (product === undefined) return undefined;
    const signed = scale(product, sign);
    total = total === undefined ? signed : add(total, signed);
    if (total === undefined) return undefined;
    sign = isDelim(value, '-') ? -1 : 1;
    from = at + 1;
  }
  return total;
}

/** `<calc-product>`: values joined by `*` and `/`; at most one factor is a length, a divisor never is. */
function readProduct(values: Values): Quantity | undefined {
  const first = values[0];
  let result = first === undefined ? undefined : readQuantity(first);
  for (let at = 1; at < values.length && result !== undefined; at += 2) {
    const operand = values[at + 1];
    const factor = operand === undefined ? undefined : readQuantity(operand);
    if (factor === undefined) return undefined;
    if (isDelim(values[at], '*')) result = multiply(result, factor);
    else if (isDelim(values[at], '/')) result = divide(result, factor);
    else return undefined;
  }
  return result;
}

function multiply(a: Quantity, b: Quantity): Quantity | undefined {
  if (b.kind === 'number') return scale(a, b.value);
  return a.kind === 'number' ? scale(b, a.value) : undefined;
}

function divide(a: Quantity, b: Quantity): Quantity | undefined {
  return b.kind === 'number' && b.value !== 0 ? scale(a, 1 / b.value) : undefined;
}

function scale(quantity: Quantity, factor: number): Quantity {
  if (factor === 1) return quantity;
  if (quantity.kind === 'number') return { kind: 'number', value: quantity.value * factor };
  const { compute } = quantity;
  return {
    ...quantity,
    compute: (context) => {
      const value = compute(context);
      return { pt: value.pt * factor, percent: value.percent * factor };
    },
  };
}

function add(a: Quantity, b: Quantity): Quantity | undefined {
  if (a.kind === 'number' && b.kind === 'number') return { kind: 'number', value: a.value + b.value };
  if (a.kind === 'number' || b.kind === 'number') return undefined;
  const facts = {
    hasLength: a.hasLength || b.hasLength,
    hasPercent: a.hasPercent || b.hasPercent,
    sign: 0,
    isCalc: true,
  };
  return lengthOf((context) => {
    const left = a.compute(context);
    const right = b.compute(context);
    return { pt: left.pt + right.pt, percent: left.percent + right.percent };
  }, facts);
}
