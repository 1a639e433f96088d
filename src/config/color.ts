import type { Color } from '../base/color.ts';

/** `#rgb` or `#rrggbb`; six digits may stand without `#`, which begins a comment in YAML. */
export function parseHexColor(text: string): Color | undefined {
  const digits = /^#?([\da-f]{6})$|^#([\da-f]{3})$/i.exec(text);
  const hex = digits?.[1] ?? digits?.[2]?.replace(/./g, '$&$&');
  if (hex === undefined) return undefined;
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { r: channel(0), g: channel(2), b: channel(4), alpha: 1 };
}

/** What text needs on its background (WCAG 2.2, success criterion 1.4.3). */
export const TEXT_CONTRAST = 4.5;

/** Contrast ratio against white paper, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastWithWhite(color: Color): number {
  return 1.05 / (relativeLuminance(color) + 0.05);
}

function relativeLuminance({ r, g, b }: Color): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
