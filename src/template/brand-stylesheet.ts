import type { Color } from '../base/color.ts';
import type { SourceFile } from '../base/source.ts';
import { createSourceFile } from '../base/source.ts';
import type { Brand, Paper } from '../config/types.ts';

const WHITE: Color = { r: 1, g: 1, b: 1, alpha: 1 };
const DARK: Color = { r: 0, g: 0, b: 0, alpha: 1 };

/** WCAG 2.2, 1.4.3: body text. */
const READABLE = 4.5;

/** The first stylesheet of a layout: the brand's colours and fonts as custom properties, the paper as `@page`. */
export function brandStylesheet(brand: Brand, paper: Paper): SourceFile {
  const { primary, accent, ink, muted } = brand.colors;
  const tint = mix(primary, WHITE, 0.93);
  const properties: readonly (readonly [string, string])[] = [
    ['--color-primary', hexOf(primary)],
    ['--color-primary-text', hexOf(readableOn(primary, tint))],
    ['--color-primary-tint', hexOf(tint)],
    ['--color-on-primary', hexOf(contrast(WHITE, primary) >= READABLE ? WHITE : readableOn(ink, primary))],
    ['--color-accent', hexOf(accent)],
    ['--color-accent-text', hexOf(readableOn(accent, WHITE))],
    ['--color-ink', hexOf(ink)],
    ['--color-muted', hexOf(readableOn(muted, tint))],
    ['--color-rule', hexOf(mix(muted, WHITE, 0.65))],
    ['--font-heading', '"Plus Jakarta Sans"'],
    ['--font-body', '"Source Serif 4"'],
    ['--paper-width', lengthOf(paper.width)],
    ['--paper-height', lengthOf(paper.height)],
  ];
  const declarations = properties.map(([name, value]) => `  ${name}: ${value};\n`).join('');
  const size = `${lengthOf(paper.width)} ${lengthOf(paper.height)}`;
  return createSourceFile('<brand>', `:root {\n${declarations}}\n\n@page {\n  size: ${size};\n}\n`);
}

/** `#rrggbb`: colours of a brand are opaque on paper. */
export function hexOf(color: Color): string {
  const channel = (value: number): string =>
    Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(color.r)}${channel(color.g)}${channel(color.b)}`;
}

const lengthOf = (points: number): string => `${Number(points.toFixed(3))}pt`;

function mix(a: Color, b: Color, share: number): Color {
  const channel = (from: number, to: number): number => from + (to - from) * share;
  return { r: channel(a.r, b.r), g: channel(a.g, b.g), b: channel(a.b, b.b), alpha: 1 };
}

/** The colour itself, or the nearest darker one that can be read on a background. */
function readableOn(color: Color, background: Color): Color {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(color, DARK, share);
    if (contrast(rounded(candidate), rounded(background)) >= READABLE) return candidate;
  }
  return contrast(DARK, background) >= contrast(WHITE, background) ? DARK : WHITE;
}

/** As it will be printed in hexadecimal. */
function rounded(color: Color): Color {
  const channel = (value: number): number => Math.round(value * 255) / 255;
  return { r: channel(color.r), g: channel(color.g), b: channel(color.b), alpha: 1 };
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
function contrast(a: Color, b: Color): number {
  const one = luminance(a);
  const two = luminance(b);
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Color): number {
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}
