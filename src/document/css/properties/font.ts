import { cssPx, type Pt } from '../../../base/units.ts';
import type { ComputedStyle } from '../../types.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { identOf, single, splitAt } from '../values/component-values.ts';
import type { Specified } from '../values/compute-context.ts';
import { constant } from '../values/compute-context.ts';
import { parseLength, parseNumber } from '../values/length.ts';
import type { Parse, PropertyGroup } from './define.ts';
import { define, either, keyword } from './define.ts';
import type { LonghandName } from './longhands.ts';

type FontName = Extract<LonghandName, `font-${string}` | 'line-height'>;
type Features = Readonly<Record<string, number>>;

const INITIAL_FONT_SIZE: Pt = cssPx(16);

/** CSS Fonts 4, section 2.5. The sizes that browsers took, in CSS pixels for a `medium` of 16. */
const SIZES: ReadonlyMap<string, Pt> = new Map([
  ['xx-small', cssPx(9)],
  ['x-small', cssPx(10)],
  ['small', cssPx(13)],
  ['medium', INITIAL_FONT_SIZE],
  ['large', cssPx(18)],
  ['x-large', cssPx(24)],
  ['xx-large', cssPx(32)],
  ['xxx-large', cssPx(48)],
]);

/** Percentages and em count from the parent's size. */
function parseFontSize(values: Values): Specified<Pt> | undefined {
  const name = identOf(values);
  if (name === 'larger') return (context) => context.fontSize * 1.2;
  if (name === 'smaller') return (context) => context.fontSize / 1.2;
  const size = name === undefined ? undefined : SIZES.get(name);
  if (size !== undefined) return constant(size);
  const length = parseLength(values, { percent: true, negative: false });
  if (length === undefined) return undefined;
  return (context) => {
    const { pt, percent } = length(context);
    return Math.max(0, pt + (percent * context.fontSize) / 100);
  };
}

/** CSS Fonts 4, section 2.2.1. */
function bolder(weight: number): number {
  if (weight < 350) return 400;
  if (weight < 550) return 700;
  return Math.max(weight, 900);
}

function lighter(weight: number): number {
  if (weight < 100) return weight;
  if (weight < 550) return 100;
  return weight < 750 ? 400 : 700;
}

const parseFontWeight: Parse<number> = either<number>(
  keyword('normal', 400),
  keyword('bold', 700),
  keyword<number>('bolder', (context) => bolder(context.parent['font-weight'])),
  keyword<number>('lighter', (context) => lighter(context.parent['font-weight'])),
  (values) => {
    const number = parseNumber(values);
    return number === undefined || number < 1 || number > 1000 ? undefined : constant(number);
  },
);

/** `oblique` without an angle: the catalogue has no oblique faces, italic ones stand for them. */
const parseFontStyle: Parse<'normal' | 'italic'> = either<'normal' | 'italic'>(
  keyword<'normal' | 'italic'>('normal', 'normal'),
  keyword<'normal' | 'italic'>('italic', 'italic'),
  keyword<'normal' | 'italic'>('oblique', 'italic'),
);

/** Quoted names, or identifiers joined by a space. Generic names stay as they are: the catalogue knows them. */
function parseFontFamily(values: Values): Specified<readonly string[]> | undefined {
  const families: string[] = [];
  for (const part of splitAt(values, ',')) {
    const name = familyName(part);
    if (name === undefined) return undefined;
    families.push(name);
  }
  return constant(families);
}

function familyName(values: Values): string | undefined {
  const value = single(values);
  if (value?.kind === 'string') return value.value;
  const names = values.map((part) => (part.kind === 'ident' ? part.text : undefined));
  return names.length === 0 || names.includes(undefined) ? undefined : names.join(' ');
}

type LineHeight = ComputedStyle['lineHeight'];

const parseLineHeight: Parse<LineHeight> = either<LineHeight>(
  keyword<LineHeight>('normal', 'normal'),
  (values) => {
    const number = parseNumber(values);
    return number === undefined || number < 0 ? undefined : constant<LineHeight>({ number });
  },
  (values) => {
    const length = parseLength(values, { percent: true, negative: false });
    if (length === undefined) return undefined;
    return (context) => {
      const { pt, percent } = length(context);
      return { pt: Math.max(0, pt + (percent * context.fontSize) / 100) };
    };
  },
);

/** Keywords that each switch features, several of them together; no two of one set. */
function featureKeywords(sets: readonly Readonly<Record<string, Features>>[]): Parse<Features> {
  return (values) => {
    let features: Features = {};
    const used = new Set<number>();
    for (const value of values) {
      const name = value.kind === 'ident' ? value.name : '';
      const index = sets.findIndex((set) => Object.hasOwn(set, name));
      const chosen = sets[index]?.[name];
      if (chosen === undefined || used.has(index)) return undefined;
      used.add(index);
      features = { ...features, ...chosen };
    }
    return values.length === 0 ? undefined : constant(features);
  };
}

/** Common ligatures are there without being asked for; those of letters that are spaced out are not (CSS Text 3, section 8.2). */
const LIGATURES: readonly Readonly<Record<string, Features>>[] = [
  { 'common-ligatures': {}, 'no-common-ligatures': { liga: 0, clig: 0 } },
  { 'discretionary-ligatures': { dlig: 1 }, 'no-discretionary-ligatures': { dlig: 0 } },
  { 'historical-ligatures': { hlig: 1 }, 'no-historical-ligatures': { hlig: 0 } },
  { contextual: { calt: 1 }, 'no-contextual': { calt: 0 } },
];

const NUMERIC: readonly Readonly<Record<string, Features>>[] = [
  { 'lining-nums': { lnum: 1 }, 'oldstyle-nums': { onum: 1 } },
  { 'proportional-nums': { pnum: 1 }, 'tabular-nums': { tnum: 1 } },
  { 'diagonal-fractions': { frac: 1 }, 'stacked-fractions': { afrc: 1 } },
  { ordinal: { ordn: 1 } },
  { 'slashed-zero': { zero: 1 } },
];

const CAPS: readonly Readonly<Record<string, Features>>[] = [
  {
    normal: {},
    'small-caps': { smcp: 1 },
    'all-small-caps': { smcp: 1, c2sc: 1 },
    'titling-caps': { titl: 1 },
  },
];

const names = (sets: readonly Readonly<Record<string, Features>>[]): string =>
  sets.flatMap((set) => Object.keys(set)).join(' | ');

function features(values: string, parse: Parse<Features>, initial = 'normal'): ReturnType<typeof define<Features>> {
  return define<Features>({ inherited: true, initial, initialValue: {}, values, parse });
}

/** `"tnum" 1, "liga" off` → tag → value. */
function parseFeatureSettings(values: Values): Specified<Features> | undefined {
  const settings: Record<string, number> = {};
  for (const part of splitAt(values, ',')) {
    const [tag, value, ...rest] = part;
    if (tag?.kind !== 'string' || !/^[\x20-\x7e]{4}$/.test(tag.value) || rest.length > 0) return undefined;
    const number = featureValue(value);
    if (number === undefined) return undefined;
    settings[tag.value] = number;
  }
  return constant(settings);
}

function featureValue(value: ComponentValue | undefined): number | undefined {
  if (value === undefined) return 1;
  if (value.kind === 'number') return value.integer && value.value >= 0 ? value.value : undefined;
  if (value.kind !== 'ident') return undefined;
  return value.name === 'on' ? 1 : value.name === 'off' ? 0 : undefined;
}

export const fontProperties: PropertyGroup<FontName> = {
  'font-family': define<readonly string[]>({
    inherited: true,
    initial: 'serif',
    initialValue: ['serif'],
    values: '[ <name> | serif | sans-serif | monospace ]#',
    note: 'Families of the folder `fonts/`.',
    parse: parseFontFamily,
  }),
  'font-size': define<Pt>({
    inherited: true,
    initial: 'medium',
    initialValue: INITIAL_FONT_SIZE,
    values: `<length> | <percentage> | ${[...SIZES.keys()].join(' | ')} | smaller | larger`,
    note: '`medium` is 12pt.',
    parse: parseFontSize,
  }),
  'font-weight': define<number>({
    inherited: true,
    initial: 'normal',
    initialValue: 400,
    values: 'normal | bold | bolder | lighter | <number>',
    parse: parseFontWeight,
  }),
  'font-style': define<'normal' | 'italic'>({
    inherited: true,
    initial: 'normal',
    initialValue: 'normal',
    values: 'normal | italic | oblique',
    note: '`oblique` takes the italic face.',
    parse: parseFontStyle,
  }),
  'font-kerning': features(
    'auto | normal | none',
    either<Features>(keyword('auto', {}), keyword('normal', { kern: 1 }), keyword('none', { kern: 0 })),
    'auto',
  ),
  'font-variant-ligatures': features(
    `normal | none | [ ${names(LIGATURES)} ]+`,
    either<Features>(
      keyword('normal', {}),
      keyword('none', { liga: 0, clig: 0, dlig: 0, hlig: 0, calt: 0 }),
      featureKeywords(LIGATURES),
    ),
  ),
  'font-variant-numeric': features(
    `normal | [ ${names(NUMERIC)} ]+`,
    either<Features>(keyword('normal', {}), featureKeywords(NUMERIC)),
  ),
  'font-variant-caps': features(names(CAPS), featureKeywords(CAPS)),
  'font-feature-settings': features(
    'normal | [ "<tag>" [ <integer> | on | off ]? ]#',
    either<Features>(keyword('normal', {}), parseFeatureSettings),
  ),
  'line-height': define<LineHeight>({
    inherited: true,
    initial: 'normal',
    initialValue: 'normal',
    values: 'normal | <number> | <length> | <percentage>',
    parse: parseLineHeight,
  }),
};
