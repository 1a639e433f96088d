import type { Color } from '../base/color.ts';
import type { Border, BorderStyle } from '../document/types.ts';
import type { BorderBox, SideName } from './border-box.ts';
import { insetRadii, insetRect, scaleInsets } from './box-paths.ts';

type Carved = 'inset' | 'outset' | 'groove' | 'ridge';

const isCarved = (style: BorderStyle): style is Carved =>
  style === 'inset' || style === 'outset' || style === 'groove' || style === 'ridge';

/** How much of its strongest channel a side in the shadow loses, and one in the light gains. */
const STEP = 0.33;
/** Below this relative luminance a shadow would not be seen: both sides are one step lighter. */
const TOO_DARK = 0.015;

/**
 * CSS Backgrounds 3, section 4.2: the box with its carved sides as plain ones, in layers that are painted one on the
 * other. `inset` and `outset` are lit from the top left; `groove` is one in its outer half and the other inside, `ridge`
 * the other way round.
 */
export function carvedLayers(box: BorderBox): readonly BorderBox[] {
  const { top, right, bottom, left } = box.borders;
  const sides = [top, right, bottom, left];
  if (!sides.some(({ style }) => isCarved(style))) return [box];
  const isHalved = ({ style }: Border): boolean => style === 'groove' || style === 'ridge';
  const whole = mapSides(box, (border, side) =>
    isHalved(border)
      ? hidden(border)
      : isCarved(border.style)
        ? shaded(border, border.style === 'inset', side)
        : border,
  );
  const halved = sides.filter(isHalved);
  if (halved.length === 0) return [whole];
  const half = scaleInsets(box.widths, 0.5);
  const outer = mapSides(box, (border, side) =>
    isHalved(border) ? shaded(border, border.style === 'groove', side) : hidden(border),
  );
  const inner = mapSides(box, (border, side) =>
    isHalved(border) ? shaded(border, border.style === 'ridge', side) : hidden(border),
  );
  // Under an opaque inner half the outer one goes on, so that no hair of the background shows between them.
  const isOpaque = halved.every(({ color }) => color.alpha >= 1);
  return [
    whole,
    isOpaque ? outer : { ...outer, widths: half },
    { ...inner, rect: insetRect(box.rect, half), radii: insetRadii(box.radii, half), widths: half },
  ];
}

/** In collapsed borders and between columns `inset` is drawn as `ridge`, `outset` as `groove`: CSS 2.2, section 17.6.3. */
export function collapsedLook(border: Border): Border {
  if (border.style === 'inset') return { ...border, style: 'ridge' };
  return border.style === 'outset' ? { ...border, style: 'groove' } : border;
}

function mapSides(box: BorderBox, of: (border: Border, side: SideName) => Border): BorderBox {
  const { top, right, bottom, left } = box.borders;
  return {
    ...box,
    borders: {
      top: of(top, 'top'),
      right: of(right, 'right'),
      bottom: of(bottom, 'bottom'),
      left: of(left, 'left'),
    },
  };
}

const hidden = (border: Border): Border => ({ ...border, style: 'none' });

/**
 * Carved in, the upper and the left side lie in the shadow; raised, the others. CSS leaves the colours open; these are
 * those of browsers.
 */
function shaded(border: Border, isInset: boolean, side: SideName): Border {
  const isUpper = side === 'top' || side === 'left';
  const base = luminance(border.color) < TOO_DARK ? lighter(border.color) : undefined;
  const isShadow = isUpper === isInset;
  const color = isShadow ? (base ?? darker(border.color)) : lighter(base ?? border.color);
  return { ...border, style: 'solid', color };
}

function darker(color: Color): Color {
  const most = strongest(color);
  return scaled(color, Math.max(0, most - STEP) / most);
}

function lighter(color: Color): Color {
  const most = strongest(color);
  if (most === 0) return { r: STEP, g: STEP, b: STEP, alpha: color.alpha };
  return scaled(color, Math.min(1, most + STEP) / most);
}

const strongest = ({ r, g, b }: Color): number => Math.max(r, g, b);

const scaled = ({ r, g, b, alpha }: Color, by: number): Color => ({ r: r * by, g: g * by, b: b * by, alpha });

/** Relative luminance of sRGB: WCAG 2.1. */
function luminance({ r, g, b }: Color): number {
  const linear = (channel: number): number =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
