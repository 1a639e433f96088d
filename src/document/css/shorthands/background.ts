import type { LonghandName } from '../properties/longhands.ts';
import { properties } from '../properties/table.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { isDelim, readValues, splitAt } from '../values/component-values.ts';
import type { Shorthand, SpecifiedLonghands } from './define.ts';
import { fillInitial, setParsed } from './define.ts';

type LayerName = Extract<LonghandName, `background-${string}`>;

/** What each layer has. The colour is that of the last layer alone. */
const LAYER = [
  'background-image',
  'background-position',
  'background-size',
  'background-repeat',
  'background-origin',
  'background-clip',
] as const satisfies readonly LayerName[];

type Layer = Partial<Record<LayerName, Values>>;

const takes = (name: LayerName, values: Values): boolean => values.length > 0 && setParsed({}, name, values);

/** The longest run of at most `most` values from `at` on that a longhand takes. */
function takeRun(name: LayerName, values: Values, at: number, most: number): Values {
  for (let count = Math.min(most, values.length - at); count > 0; count--) {
    const run = values.slice(at, at + count);
    if (takes(name, run)) return run;
  }
  return [];
}

/** CSS Backgrounds 3, section 2.10: parts in any order; a size follows its position after a slash. */
function readLayer(values: Values, isLast: boolean): Layer | undefined {
  const layer: Layer = {};
  for (let at = 0; at < values.length; ) {
    const value = values[at];
    if (value === undefined) return undefined;
    const taken = takePart(layer, values, at, isLast);
    if (taken === 0) return undefined;
    at += taken;
  }
  return values.length === 0 ? undefined : layer;
}

/** Puts the part at `at` into the layer; the number of values that it has. */
function takePart(layer: Layer, values: Values, at: number, isLast: boolean): number {
  const put = (name: LayerName, run: Values): number => {
    if (run.length === 0 || layer[name] !== undefined) return 0;
    layer[name] = run;
    return run.length;
  };
  const single = (name: LayerName): Values => takeRun(name, values, at, 1);
  const image = put('background-image', single('background-image'));
  if (image > 0) return image;
  const repeat = put('background-repeat', takeRun('background-repeat', values, at, 2));
  if (repeat > 0) return repeat;
  // The first box is the origin, the second the clip; one alone is both.
  const area = single('background-origin');
  if (area.length > 0) return put('background-origin', area) || put('background-clip', area);
  const position = put('background-position', takeRun('background-position', values, at, 4));
  if (position > 0) {
    if (!isDelim(values[at + position], '/')) return position;
    const size = put('background-size', takeRun('background-size', values, at + position + 1, 2));
    return size === 0 ? 0 : position + 1 + size;
  }
  return isLast ? put('background-color', single('background-color')) : 0;
}

const COMMA: ComponentValue = { kind: 'delim', text: ',' };

function expand(values: Values): SpecifiedLonghands | undefined {
  const parts = splitAt(values, ',');
  const layers: Layer[] = [];
  for (const [index, part] of parts.entries()) {
    const layer = readLayer(part, index === parts.length - 1);
    if (layer === undefined) return undefined;
    layers.push(layer);
  }
  const result: SpecifiedLonghands = {};
  for (const name of LAYER) {
    const list = layers.flatMap((layer, index) => [...(index === 0 ? [] : [COMMA]), ...partOf(layer, name)]);
    if (!setParsed(result, name, list)) return undefined;
  }
  const color = layers.at(-1)?.['background-color'];
  if (color !== undefined) setParsed(result, 'background-color', color);
  else fillInitial(result, ['background-color']);
  return result;
}

function partOf(layer: Layer, name: (typeof LAYER)[number]): Values {
  const own = layer[name] ?? (name === 'background-clip' ? layer['background-origin'] : undefined);
  return own ?? readValues(properties[name].initial) ?? [];
}

export const backgroundShorthand: Shorthand = {
  longhands: ['background-color', ...LAYER],
  values: '[ <image> || <position> [ / <size> ]? || <repeat> || <origin> || <clip> ]# with <color> in the last layer',
  note: 'One of `border-box`, `padding-box`, `content-box` is origin and clip.',
  expand,
};
