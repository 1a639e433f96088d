import type { Color } from '../../base/color.ts';
import type { ElementNode } from '../../document/types.ts';
import { readSvgColor } from './color.ts';

/** A paint before its gradient is looked up. */
export type PaintValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'color'; readonly color: Color }
  | { readonly kind: 'reference'; readonly id: string; readonly fallback: Color | undefined };

/** The inherited properties. Lengths in units of the drawing. SVG 2, chapters 9 to 13. */
export interface SvgStyle {
  readonly color: Color;
  readonly fill: PaintValue;
  readonly fillOpacity: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: PaintValue;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly isVisible: boolean;
}

export function initialStyle(color: Color, fill: Color): SvgStyle {
  return {
    color,
    fill: { kind: 'color', color: fill },
    fillOpacity: 1,
    fillRule: 'nonzero',
    stroke: { kind: 'none' },
    strokeOpacity: 1,
    strokeWidth: 1,
    cap: 'butt',
    join: 'miter',
    miterLimit: 4,
    dash: [],
    dashOffset: 0,
    isVisible: true,
  };
}

/** Property → value of an element: its presentation attributes, with its `style` attribute over them. */
export function propertiesOf(element: ElementNode): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const [name, value] of Object.entries(element.attributes)) properties.set(name, value.trim());
  for (const declaration of (element.attributes.style ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, '');
    properties.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim());
  }
  return properties;
}

/** What an element hands on. A value that cannot be read leaves the inherited one, as CSS does. */
export function inheritStyle(
  parent: SvgStyle,
  properties: ReadonlyMap<string, string>,
  length: (text: string | undefined) => number | undefined,
): SvgStyle {
  const given = (name: string): string | undefined => {
    const value = properties.get(name);
    return value === 'inherit' ? undefined : value;
  };
  const color = colorOf(given('color'), parent.color) ?? parent.color;
  return {
    color,
    fill: paintOf(given('fill'), color) ?? parent.fill,
    fillOpacity: shareOf(given('fill-opacity')) ?? parent.fillOpacity,
    fillRule: oneOf(given('fill-rule'), ['nonzero', 'evenodd']) ?? parent.fillRule,
    stroke: paintOf(given('stroke'), color) ?? parent.stroke,
    strokeOpacity: shareOf(given('stroke-opacity')) ?? parent.strokeOpacity,
    strokeWidth: positive(length(given('stroke-width'))) ?? parent.strokeWidth,
    cap: oneOf(given('stroke-linecap'), ['butt', 'round', 'square']) ?? parent.cap,
    join: oneOf(given('stroke-linejoin'), ['miter', 'round', 'bevel']) ?? parent.join,
    miterLimit: atLeastOne(given('stroke-miterlimit')) ?? parent.miterLimit,
    dash: dashOf(given('stroke-dasharray'), length) ?? parent.dash,
    dashOffset: length(given('stroke-dashoffset')) ?? parent.dashOffset,
    isVisible: visibilityOf(given('visibility')) ?? parent.isVisible,
  };
}

/** A number or percentage from 0 to 1. */
export function shareOf(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : undefined;
}

export const colorOf = (text: string | undefined, current: Color): Color | undefined =>
  text === undefined ? undefined : readSvgColor(text, current);

function paintOf(text: string | undefined, current: Color): PaintValue | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return { kind: 'none' };
  const reference = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(text);
  if (reference !== null) {
    const fallback = reference[2] === 'none' ? undefined : colorOf(reference[2], current);
    return { kind: 'reference', id: (reference[1] ?? '').trim(), fallback };
  }
  const color = readSvgColor(text, current);
  return color === undefined ? undefined : { kind: 'color', color };
}

function dashOf(text: string | undefined, length: (text: string) => number | undefined): readonly number[] | undefined {
  if (text === undefined) return undefined;
  if (text === 'none') return [];
  const parts = text.split(/[\s,]+/).filter((part) => part !== '');
  const values = parts.slice(0, 64).map((part) => length(part) ?? -1);
  if (values.length === 0 || values.some((value) => value < 0)) return undefined;
  if (values.every((value) => value === 0)) return [];
  return values.length % 2 === 1 ? [...values, ...values] : values;
}

function oneOf<const T extends string>(text: string | undefined, values: readonly T[]): T | undefined {
  return values.find((value) => value === text);
}

const positive = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 ? value : undefined;

function atLeastOne(text: string | undefined): number | undefined {
  const value = Number(text ?? Number.NaN);
  return value >= 1 && value < 1e6 ? value : undefined;
}

function visibilityOf(text: string | undefined): boolean | undefined {
  if (text === 'visible') return true;
  return text === 'hidden' || text === 'collapse' ? false : undefined;
}
