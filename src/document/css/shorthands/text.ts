import type { LonghandName } from '../properties/longhands.ts';
import type { Values } from '../values/component-values.ts';
import { isDelim } from '../values/component-values.ts';
import type { Shorthand, SpecifiedLonghands } from './define.ts';
import { fillInitial, inAnyOrder, setParsed } from './define.ts';

const FONT = ['font-style', 'font-variant-caps', 'font-weight'] as const;
const FONT_RESET: readonly LonghandName[] = [
  ...FONT,
  'line-height',
  'font-kerning',
  'font-variant-ligatures',
  'font-variant-numeric',
  'font-feature-settings',
];

/** CSS Fonts 4, section 2.7: style, caps and weight, then size, `/` line height, and the families. */
function expandFont(values: Values): SpecifiedLonghands | undefined {
  const result: SpecifiedLonghands = {};
  let at = 0;
  for (; at < values.length; at++) {
    const value = values[at];
    if (value === undefined) return undefined;
    if (value.kind === 'ident' && value.name === 'normal') continue;
    const isCaps = value.kind === 'ident' && value.name === 'small-caps';
    const name = FONT.find(
      (one) => result[one] === undefined && (one === 'font-variant-caps') === isCaps && setParsed(result, one, [value]),
    );
    if (name === undefined) break;
  }
  const size = values[at];
  if (at > 3 || size === undefined || !setParsed(result, 'font-size', [size])) return undefined;
  at++;
  if (isDelim(values[at], '/')) {
    const height = values[at + 1];
    if (height === undefined || !setParsed(result, 'line-height', [height])) return undefined;
    at += 2;
  }
  if (!setParsed(result, 'font-family', values.slice(at))) return undefined;
  fillInitial(result, FONT_RESET);
  return result;
}

const DECORATION = [
  'text-decoration-line',
  'text-decoration-style',
  'text-decoration-color',
  'text-decoration-thickness',
] as const;

const DECORATION_LINES: ReadonlySet<string> = new Set(['none', 'underline', 'overline', 'line-through']);

/** CSS Text Decoration 4, section 2.4: the lines together, and the rest in any order around them. */
function expandDecoration(values: Values): SpecifiedLonghands | undefined {
  const isLine = (value: Values[number]): boolean => value.kind === 'ident' && DECORATION_LINES.has(value.name);
  const lines = values.filter(isLine);
  const start = values.findIndex(isLine);
  if (values.length === 0 || !values.slice(start, start + lines.length).every(isLine)) return undefined;
  const rest = values.filter((value) => !isLine(value));
  const result: SpecifiedLonghands = {};
  if (lines.length > 0 && !setParsed(result, 'text-decoration-line', lines)) return undefined;
  if (rest.length > 0) {
    const others = inAnyOrder(rest, ['text-decoration-style', 'text-decoration-color', 'text-decoration-thickness']);
    if (others === undefined) return undefined;
    Object.assign(result, others);
  }
  fillInitial(result, DECORATION);
  return result;
}

/** `none` alone is the type; `list-style-image` has no other value than none. */
function expandListStyle(values: Values): SpecifiedLonghands | undefined {
  return inAnyOrder(values, ['list-style-position', 'list-style-type']);
}

const VARIANT = ['font-variant-ligatures', 'font-variant-numeric', 'font-variant-caps'] as const;

function expandVariant(values: Values): SpecifiedLonghands | undefined {
  const result: SpecifiedLonghands = {};
  const [first] = values;
  if (first === undefined) return undefined;
  if (values.length === 1 && first.kind === 'ident' && (first.name === 'normal' || first.name === 'none')) {
    if (first.name === 'none') setParsed(result, 'font-variant-ligatures', values);
    fillInitial(result, VARIANT);
    return result;
  }
  const parts = VARIANT.map((name): [LonghandName, Values] => [
    name,
    values.filter((value) => setParsed({}, name, [value])),
  ]);
  if (parts.reduce((sum, [, part]) => sum + part.length, 0) !== values.length) return undefined;
  for (const [name, part] of parts) if (part.length > 0 && !setParsed(result, name, part)) return undefined;
  fillInitial(result, VARIANT);
  return result;
}

export const textShorthands: Readonly<Record<string, Shorthand>> = {
  font: {
    longhands: ['font-size', 'font-family', ...FONT_RESET],
    values: '[ <style> || small-caps || <weight> ]? <size> [ / <line-height> ]? <family>#',
    note: '',
    expand: expandFont,
  },
  'font-variant': {
    longhands: VARIANT,
    values: 'normal | none | [ <ligatures> || <numeric> || <caps> ]',
    note: '',
    expand: expandVariant,
  },
  'text-decoration': {
    longhands: DECORATION,
    values: '<line> || <style> || <color> || <thickness>',
    note: '',
    expand: expandDecoration,
  },
  'list-style': {
    longhands: ['list-style-position', 'list-style-type'],
    values: '<position> || <type>',
    note: '',
    expand: expandListStyle,
  },
};
