import type { Color } from '../../base/color.ts';

/** The dyes of one cloth. Their lightness differs step by step, so that a grey print keeps the pattern. */
export interface Palette {
  readonly ground: Color;
  /** Of the petals, from near the ground to far from it. */
  readonly tones: readonly [Color, Color, Color];
  /** Of what lies on a petal. */
  readonly seeds: Color;
  /** Of what lies on the ground between petals. */
  readonly gaps: Color;
  readonly accent: Color;
  /** On an accent petal. */
  readonly accentSeeds: Color;
  readonly dark: Color;
  readonly pale: Color;
}

const WHITE: Color = { r: 1, g: 1, b: 1, alpha: 1 };
const BLACK: Color = { r: 0, g: 0, b: 0, alpha: 1 };

/** Dark cloth (latar ireng) or light cloth (latar putih) in a primary colour with a warm accent. */
export function makePalette(primary: Color, accent: Color, isLight: boolean): Palette {
  // A light primary would leave no room for lighter tones: it is dyed darker first.
  const base = mix(primary, BLACK, Math.min(0.75, Math.max(0, (luminance(primary) - 0.12) * 1.6)));
  const warm = mix(accent, WHITE, luminance(accent) < 0.25 ? 0.25 : 0);
  const dark = mix(base, BLACK, 0.1);
  const pale = mix(mix(base, warm, 0.4), WHITE, 0.87);
  const common = { accent: warm, dark, pale };
  return isLight
    ? {
        ...common,
        ground: mix(pale, WHITE, 0.25),
        tones: [mix(base, WHITE, 0.6), mix(base, WHITE, 0.36), mix(base, WHITE, 0.06)],
        seeds: WHITE,
        gaps: base,
        accentSeeds: WHITE,
      }
    : {
        ...common,
        ground: dark,
        tones: [mix(base, WHITE, 0.11), mix(base, WHITE, 0.24), mix(base, WHITE, 0.4)],
        seeds: pale,
        gaps: pale,
        accentSeeds: dark,
      };
}

function mix(from: Color, to: Color, share: number): Color {
  const channel = (a: number, b: number): number => Math.round((a + (b - a) * share) * 255) / 255;
  return { r: channel(from.r, to.r), g: channel(from.g, to.g), b: channel(from.b, to.b), alpha: 1 };
}

/** Relative luminance. WCAG 2.2. */
function luminance(color: Color): number {
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}
