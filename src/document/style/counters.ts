import type { CounterChange } from '../css/properties/longhands.ts';
import type { ListStyleType } from '../types.ts';

/** Counters that change by themselves. */
export const LIST_ITEM = 'list-item';
export const FOOTNOTE = 'footnote';

interface Instance {
  /** Depth of the element that made it. */
  readonly depth: number;
  value: number;
}

/** The counters at a point of the document. CSS Lists 3, section 4. */
export interface Counters {
  /** `depth` of the element whose changes these are. */
  reset(change: CounterChange, depth: number): void;
  increment(change: CounterChange, depth: number): void;
  set(change: CounterChange, depth: number): void;
  /**
   * Leaves an element: counters made inside it end. One that it made itself goes on for its siblings, but where their
   * parent has a counter of that name, they have that one.
   */
  leave(depth: number): void;
  value(name: string): number;
  /** Of all nested instances, outermost first. */
  values(name: string): readonly number[];
  /** The innermost instance of each, at this point. */
  all(): CounterValues;
}

export type CounterValues = ReadonlyMap<string, number>;

export function createCounters(): Counters {
  const instances = new Map<string, Instance[]>();
  const stackOf = (name: string): Instance[] => {
    const known = instances.get(name);
    if (known !== undefined) return known;
    const made: Instance[] = [];
    instances.set(name, made);
    return made;
  };
  const innermost = (name: string, depth: number): Instance => {
    const stack = stackOf(name);
    const last = stack.at(-1);
    if (last !== undefined) return last;
    const made = { depth, value: 0 };
    stack.push(made);
    return made;
  };
  return {
    reset({ name, value }, depth) {
      const stack = stackOf(name);
      // A sibling's counter of the same depth is replaced.
      if (stack.at(-1)?.depth === depth) stack.pop();
      stack.push({ depth, value });
    },
    increment({ name, value }, depth) {
      innermost(name, depth).value += value;
    },
    set({ name, value }, depth) {
      innermost(name, depth).value = value;
    },
    leave(depth) {
      for (const stack of instances.values()) {
        const ends = ({ depth: at }: Instance, below: Instance | undefined): boolean =>
          at > depth || (at === depth && below !== undefined);
        for (let last = stack.at(-1); last !== undefined && ends(last, stack.at(-2)); last = stack.at(-1)) stack.pop();
      }
    },
    value: (name) => instances.get(name)?.at(-1)?.value ?? 0,
    values: (name) => {
      const stack = instances.get(name) ?? [];
      return stack.length === 0 ? [0] : stack.map((instance) => instance.value);
    },
    all: () => {
      const values = new Map<string, number>();
      for (const [name, stack] of instances) {
        const last = stack.at(-1);
        if (last !== undefined) values.set(name, last.value);
      }
      return values;
    },
  };
}

/** CSS Counter Styles 3, section 6. What a style cannot show is shown in decimal. */
export function formatCounter(value: number, style: ListStyleType): string {
  switch (style) {
    case 'none':
      return '';
    case 'disc':
      return '•';
    case 'circle':
      return '◦';
    case 'square':
      return '▪';
    case 'decimal':
      return String(value);
    case 'decimal-leading-zero':
      return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(2, '0')}`;
    case 'lower-alpha':
      return alphabetic(value);
    case 'upper-alpha':
      return alphabetic(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
  }
}

function alphabetic(value: number): string {
  if (value < 1) return String(value);
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [number, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / number));
    rest %= number;
  }
  return text;
}

/** The text of a marker with its suffix: CSS Lists 3, section 3.1. */
export function markerText(value: number, style: ListStyleType): string {
  if (style === 'none') return '';
  const isGlyph = style === 'disc' || style === 'circle' || style === 'square';
  return `${formatCounter(value, style)}${isGlyph ? ' ' : '. '}`;
}
