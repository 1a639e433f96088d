import type { Color } from '../../base/color.ts';
import { TRANSPARENT } from '../../base/color.ts';
import { readHex } from '../../document/css/values/color.ts';
import { NAMED_COLORS } from '../../document/css/values/named-colors.ts';

/** A colour of an SVG attribute: a name, `#hex`, `rgb()`, `rgba()` or `currentColor`. */
export function readSvgColor(text: string, currentColor: Color): Color | undefined {
  const value = text.trim().toLowerCase();
  if (value === 'currentcolor') return currentColor;
  if (value === 'transparent') return TRANSPARENT;
  if (value.startsWith('#')) return readHex(value.slice(1));
  const named = NAMED_COLORS.get(value);
  if (named !== undefined) return readHex(named);
  const list = /^rgba?\(([^()]*)\)$/.exec(value)?.[1];
  if (list === undefined) return undefined;
  const parts = list.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = parts.slice(0, 3).map((part) => channel(part, 255));
  const alpha = parts[3] === undefined ? 1 : channel(parts[3], 1);
  return [r, g, b, alpha].every((part) => Number.isFinite(part)) ? { r, g, b, alpha } : undefined;
}

function channel(part: string, whole: number): number {
  const value = part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part) / whole;
  return Math.min(Math.max(value, 0), 1);
}
