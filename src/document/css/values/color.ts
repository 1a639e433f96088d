import type { Color } from '../../../base/color.ts';
import { TRANSPARENT } from '../../../base/color.ts';
import type { ComponentValue, Values } from './component-values.ts';
import { isDelim, single, splitAt } from './component-values.ts';
import type { Specified } from './compute-context.ts';
import { NAMED_COLORS } from './named-colors.ts';

/** A single `<color>`. CSS Color 4: names, #hex, rgb(), rgba(), hsl(), hsla(), transparent, currentColor. */
export function parseColor(values: Values): Specified<Color> | undefined {
  const value = single(values);
  if (value === undefined) return undefined;
  if (value.kind === 'ident' && value.name === 'currentcolor') return (context) => context.color;
  const color = readColor(value);
  return color === undefined ? undefined : () => color;
}

function readColor(value: ComponentValue): Color | undefined {
  switch (value.kind) {
    case 'ident': {
      if (value.name === 'transparent') return TRANSPARENT;
      const hex = NAMED_COLORS.get(value.name);
      return hex === undefined ? undefined : readHex(hex);
    }
    case 'hash':
      return readHex(value.text);
    case 'function':
      if (value.name === 'rgb' || value.name === 'rgba') return readRgb(value.args);
      return value.name === 'hsl' || value.name === 'hsla' ? readHsl(value.args) : undefined;
    default:
      return undefined;
  }
}

/** 3, 4, 6 or 8 hexadecimal digits. */
export function readHex(text: string): Color | undefined {
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) return undefined;
  const long = text.length <= 4 ? text.replace(/./g, '$&$&') : text;
  const channel = (index: number): number => Number.parseInt(long.slice(index * 2, index * 2 + 2), 16) / 255;
  return { r: channel(0), g: channel(1), b: channel(2), alpha: long.length === 8 ? channel(3) : 1 };
}

/** Three channels and alpha, with commas or with spaces and a slash. */
function readChannels(args: Values): readonly [ComponentValue, ComponentValue, ComponentValue, number] | undefined {
  const hasCommas = args.some((value) => isDelim(value, ','));
  const parts = hasCommas ? splitAt(args, ',') : modernParts(args);
  const [a, b, c, alpha] = parts.map(single);
  if (a === undefined || b === undefined || c === undefined || parts.length > 4) return undefined;
  if (parts.length === 3) return [a, b, c, 1];
  if (alpha?.kind === 'number') return [a, b, c, clamp01(alpha.value)];
  return alpha?.kind === 'percentage' ? [a, b, c, clamp01(alpha.value / 100)] : undefined;
}

function modernParts(args: Values): readonly Values[] {
  const [channels = [], ...alpha] = splitAt(args, '/');
  return [...channels.map((value) => [value]), ...alpha];
}

function readRgb(args: Values): Color | undefined {
  const channels = readChannels(args);
  if (channels === undefined) return undefined;
  const [r, g, b] = channels.slice(0, 3).map((value) => {
    if (typeof value === 'number') return undefined;
    if (value.kind === 'number') return clamp01(value.value / 255);
    return value.kind === 'percentage' ? clamp01(value.value / 100) : undefined;
  });
  if (r === undefined || g === undefined || b === undefined) return undefined;
  return { r, g, b, alpha: channels[3] };
}

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, turn: 360, rad: 180 / Math.PI };

function readHsl(args: Values): Color | undefined {
  const channels = readChannels(args);
  if (channels === undefined) return undefined;
  const [hue, saturation, lightness, alpha] = channels;
  const perUnit = hue.kind === 'number' ? 1 : hue.kind === 'dimension' ? DEGREES[hue.unit] : undefined;
  if (perUnit === undefined || (hue.kind !== 'number' && hue.kind !== 'dimension')) return undefined;
  if (saturation.kind !== 'percentage' || lightness.kind !== 'percentage') return undefined;
  const degrees = (((hue.value * perUnit) % 360) + 360) % 360;
  const s = clamp01(saturation.value / 100);
  const l = clamp01(lightness.value / 100);
  // CSS Color 4, section 7.1.
  const channel = (n: number): number => {
    const k = (n + degrees / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return { r: channel(0), g: channel(8), b: channel(4), alpha };
}

function clamp01(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
