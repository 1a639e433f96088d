import type { Color } from '../../../base/color.ts';
import { TRANSPARENT } from '../../../base/color.ts';
import type {
  AutoLength,
  BackgroundLayer,
  BackgroundRepeat,
  BoxArea,
  BoxShadow,
  ColorStop,
  LinearGradient,
} from '../../types.ts';
import { parseColor } from '../values/color.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { identOf, isDelim, single, splitAt } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import { parseLength } from '../values/length.ts';
import type { Parse, PropertyGroup } from './define.ts';
import { ANY_LENGTH, autoOr, define, keywordParser, NON_NEGATIVE } from './define.ts';
import type { LonghandName, Longhands } from './longhands.ts';
import { POSITION_VALUES, parseBackgroundPosition } from './position.ts';

type BackgroundName = Extract<LonghandName, `background-${string}` | 'box-shadow'>;
type Image = Longhands['background-image'][number];
type BackgroundSize = BackgroundLayer['size'];
type Repeat = BackgroundLayer['repeat'];

/** A list with commas of what `parse` takes. */
function listOf<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (values) => {
    const items: Specified<T>[] = [];
    for (const part of splitAt(values, ',')) {
      const item = parse(part);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return (context) => items.map((item) => item(context));
  };
}

// ---- Pictures ---------------------------------------------------------------------------------------------------------

const parseImage: Parse<Image> = (values) => {
  const value = single(values);
  if (value === undefined) return undefined;
  if (value.kind === 'ident') return value.name === 'none' ? constant<Image>('none') : undefined;
  if (value.kind === 'url') return constant(imageAt(value.address));
  if (value.kind !== 'function') return undefined;
  if (value.name === 'url') {
    const address = single(value.args);
    return address?.kind === 'string' ? constant(imageAt(address.value)) : undefined;
  }
  if (value.name === 'linear-gradient') return parseGradient(value.args, false);
  return value.name === 'repeating-linear-gradient' ? parseGradient(value.args, true) : undefined;
};

/** Its place is put in where the declaration is known. */
const imageAt = (url: string): Image => ({ kind: 'url', url, place: undefined });

/** CSS Images 3, section 3.1. */
function parseGradient(args: Values, repeating: boolean): Specified<LinearGradient> | undefined {
  const parts = splitAt(args, ',');
  const direction = parseDirection(parts[0] ?? []);
  const stops: Specified<readonly ColorStop[]>[] = [];
  for (const part of direction === undefined ? parts : parts.slice(1)) {
    const stop = parseStop(part);
    if (stop === undefined) return undefined;
    stops.push(stop);
  }
  if (stops.length === 0) return undefined;
  return (context) => {
    const all = stops.flatMap((stop) => stop(context));
    return { kind: 'linear-gradient', direction: direction ?? { degrees: 180 }, stops: all, repeating };
  };
}

const DEGREES: ReadonlyMap<string, number> = new Map([
  ['deg', 1],
  ['grad', 0.9],
  ['rad', 180 / Math.PI],
  ['turn', 360],
]);

function parseDirection(values: Values): LinearGradient['direction'] | undefined {
  const value = single(values);
  if (value?.kind === 'number') return value.value === 0 ? { degrees: 0 } : undefined;
  if (value?.kind === 'dimension') {
    const unit = DEGREES.get(value.unit);
    return unit === undefined ? undefined : { degrees: value.value * unit };
  }
  const names = values.map((one) => (one.kind === 'ident' ? one.name : ''));
  const [to, ...sides] = names;
  if (to !== 'to' || sides.length === 0 || sides.length > 2 || new Set(sides).size !== sides.length) return undefined;
  const x = sides.filter((side) => side === 'left' || side === 'right');
  const y = sides.filter((side) => side === 'top' || side === 'bottom');
  if (x.length > 1 || y.length > 1 || x.length + y.length !== sides.length) return undefined;
  return {
    x: x[0] === undefined ? 0 : x[0] === 'left' ? -1 : 1,
    y: y[0] === undefined ? 0 : y[0] === 'top' ? -1 : 1,
  };
}

/** A colour with up to two positions: two make two stops. CSS Images 4, section 3.5. */
function parseStop(values: Values): Specified<readonly ColorStop[]> | undefined {
  const isColorLast = values.length > 1 && parseColor(values.slice(-1)) !== undefined;
  const color = parseColor(isColorLast ? values.slice(-1) : values.slice(0, 1));
  const positions = isColorLast ? values.slice(0, -1) : values.slice(1);
  if (color === undefined || positions.length > 2) return undefined;
  const lengths = positions.map((position) => parseLength([position], ANY_LENGTH));
  if (lengths.includes(undefined)) return undefined;
  return (context): readonly ColorStop[] =>
    lengths.length === 0
      ? [{ color: color(context), position: undefined }]
      : lengths.map((length) => ({ color: color(context), position: length?.(context) }));
}

// ---- Size, repetition, areas --------------------------------------------------------------------------------------------

const parseSizeLength = autoOr(NON_NEGATIVE);

const parseSize: Parse<BackgroundSize> = (values) => {
  const name = identOf(values);
  if (name === 'cover' || name === 'contain') return constant<BackgroundSize>(name);
  const [first, second] = values;
  if (first === undefined || values.length > 2) return undefined;
  const width = parseSizeLength([first]);
  const height = second === undefined ? constant<AutoLength>('auto') : parseSizeLength([second]);
  if (width === undefined || height === undefined) return undefined;
  return (context) => ({ width: width(context), height: height(context) });
};

const REPEATS: readonly BackgroundRepeat[] = ['repeat', 'no-repeat', 'space', 'round'];

const isRepeat = (value: ComponentValue): value is ComponentValue & { kind: 'ident'; name: BackgroundRepeat } =>
  value.kind === 'ident' && REPEATS.some((one) => one === value.name);

const parseRepeat: Parse<Repeat> = (values) => {
  const name = identOf(values);
  if (name === 'repeat-x') return constant<Repeat>({ x: 'repeat', y: 'no-repeat' });
  if (name === 'repeat-y') return constant<Repeat>({ x: 'no-repeat', y: 'repeat' });
  const [x, y = x] = values;
  if (x === undefined || y === undefined || values.length > 2 || !isRepeat(x) || !isRepeat(y)) return undefined;
  return constant<Repeat>({ x: x.name, y: y.name });
};

const AREAS: readonly BoxArea[] = ['border-box', 'padding-box', 'content-box'];

// ---- Shadows ------------------------------------------------------------------------------------------------------------

/** CSS Backgrounds 3, section 6.1. A blur other than 0 is not supported: shadows are vector shapes. */
const parseShadow: Parse<BoxShadow> = (values) => {
  const isInset = (value: ComponentValue): boolean => value.kind === 'ident' && value.name === 'inset';
  const insets = values.filter(isInset);
  const colors = values.filter((value) => parseColor([value]) !== undefined);
  const first = values.findIndex((value) => !isInset(value) && !colors.includes(value));
  // The lengths stand together.
  const lengths = values.slice(first, values.length - insets.length - colors.length + first);
  const parsed = lengths.map((value) => parseLength([value], { percent: false, negative: true }));
  if (first === -1 || insets.length > 1 || colors.length > 1 || parsed.length < 2 || parsed.length > 4)
    return undefined;
  const [x, y, , spread] = parsed;
  const blur = lengths[2];
  if (parsed.includes(undefined) || (blur !== undefined && !isZeroLength(blur))) return undefined;
  const color = parseColor(colors);
  return (context) => ({
    x: x?.(context).pt ?? 0,
    y: y?.(context).pt ?? 0,
    spread: spread?.(context).pt ?? 0,
    color: color === undefined ? context.color : color(context),
    inset: insets.length === 1,
  });
};

const isZeroLength = (value: ComponentValue): boolean =>
  (value.kind === 'number' || value.kind === 'dimension') && value.value === 0;

const parseShadows: Parse<readonly BoxShadow[]> = (values) =>
  identOf(values) === 'none'
    ? constant([])
    : values.some((one) => isDelim(one, '/'))
      ? undefined
      : listOf(parseShadow)(values);

export const backgroundProperties: PropertyGroup<BackgroundName> = {
  'background-color': define<Color>({
    initial: 'transparent',
    initialValue: TRANSPARENT,
    values: '<color>',
    parse: parseColor,
  }),
  'background-image': define<readonly Image[]>({
    initial: 'none',
    initialValue: ['none'],
    values: '[ none | <url> | linear-gradient() | repeating-linear-gradient() ]#',
    note: 'An address names a picture of the layout, as `<img>` does. Never tagged: what says something is an `<img>`.',
    parse: listOf(parseImage),
  }),
  'background-position': define<readonly BackgroundLayer['position'][]>({
    initial: '0% 0%',
    initialValue: [{ x: { pt: 0, percent: 0 }, y: { pt: 0, percent: 0 } }],
    values: `[ ${POSITION_VALUES} ]#`,
    note: 'One of the two lengths from edges may be left out.',
    parse: listOf(parseBackgroundPosition),
  }),
  'background-size': define<readonly BackgroundSize[]>({
    initial: 'auto',
    initialValue: [{ width: 'auto', height: 'auto' }],
    values: '[ cover | contain | [ auto | <length> | <percentage> ]{1,2} ]#',
    parse: listOf(parseSize),
  }),
  'background-repeat': define<readonly Repeat[]>({
    initial: 'repeat',
    initialValue: [{ x: 'repeat', y: 'repeat' }],
    values: '[ repeat-x | repeat-y | [ repeat | no-repeat | space | round ]{1,2} ]#',
    parse: listOf(parseRepeat),
  }),
  'background-origin': define<readonly BoxArea[]>({
    initial: 'padding-box',
    initialValue: ['padding-box'],
    values: '[ border-box | padding-box | content-box ]#',
    parse: listOf(keywordParser(AREAS)),
  }),
  'background-clip': define<readonly BoxArea[]>({
    initial: 'border-box',
    initialValue: ['border-box'],
    values: '[ border-box | padding-box | content-box ]#',
    parse: listOf(keywordParser(AREAS)),
  }),
  'box-shadow': define<readonly BoxShadow[]>({
    initial: 'none',
    initialValue: [],
    values: 'none | [ inset? && <length>{2} [ 0 <length>? ]? && <color>? ]#',
    note: 'Without blur: it is a vector shape.',
    parse: parseShadows,
  }),
};
