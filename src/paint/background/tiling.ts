import type { Rect, Size } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { AutoLength, BackgroundLayer, BackgroundRepeat, LengthPercentage } from '../../document/types.ts';

/** Where the copies of a background picture lie. */
export interface Tiling {
  /** The copy that `background-position` places. */
  readonly tile: Rect;
  /** From one copy to the next. */
  readonly step: Size;
  /** First and last copy that can be seen, counted from `tile`. */
  readonly columns: readonly [number, number];
  readonly rows: readonly [number, number];
}

/**
 * CSS Backgrounds 3, sections 2.4 to 2.6 and 2.9. `area`: what positions and sizes count from; `shown`: what can be
 * seen at all. `natural`: of a picture; a gradient has no size of its own. `undefined`: no copy can be seen.
 */
export function tilingOf(
  layer: BackgroundLayer,
  natural: Size | undefined,
  area: Rect,
  shown: Rect,
): Tiling | undefined {
  if (area.width <= 0 || area.height <= 0 || shown.width <= 0 || shown.height <= 0) return undefined;
  const size = roundSize(layer, sizeOf(layer.size, natural, area), natural, area);
  if (!(size.width > 0 && size.height > 0)) return undefined;
  const x = placeAxis(layer.repeat.x, layer.position.x, size.width, { start: area.x, size: area.width });
  const y = placeAxis(layer.repeat.y, layer.position.y, size.height, { start: area.y, size: area.height });
  const columns = seen(x, size.width, { start: shown.x, size: shown.width });
  const rows = seen(y, size.height, { start: shown.y, size: shown.height });
  if (columns === undefined || rows === undefined) return undefined;
  return {
    tile: { x: x.start, y: y.start, ...size },
    step: { width: x.step ?? size.width, height: y.step ?? size.height },
    columns,
    rows,
  };
}

const lengthOf = (value: LengthPercentage, base: Pt): Pt => value.pt + (value.percent / 100) * base;

function sizeOf(size: BackgroundLayer['size'], natural: Size | undefined, area: Rect): Size {
  if (size === 'cover' || size === 'contain') {
    if (natural === undefined) return area;
    const ratios = [area.width / natural.width, area.height / natural.height] as const;
    const scale = size === 'cover' ? Math.max(...ratios) : Math.min(...ratios);
    return { width: natural.width * scale, height: natural.height * scale };
  }
  const given = (value: AutoLength, base: Pt): Pt | undefined => (value === 'auto' ? undefined : lengthOf(value, base));
  const width = given(size.width, area.width);
  const height = given(size.height, area.height);
  if (natural === undefined) return { width: width ?? area.width, height: height ?? area.height };
  if (width === undefined && height === undefined) return natural;
  return {
    width: width ?? ((height ?? 0) * natural.width) / natural.height,
    height: height ?? ((width ?? 0) * natural.height) / natural.width,
  };
}

/** `round` makes a whole number of copies fill the area; a side that is `auto` follows, to keep the ratio. */
function roundSize(
  { repeat, size }: BackgroundLayer,
  { width, height }: Size,
  natural: Size | undefined,
  area: Rect,
): Size {
  const fitting = (length: Pt, room: Pt): Pt => room / Math.max(1, Math.round(room / length));
  const isAuto = (side: 'width' | 'height'): boolean => typeof size === 'object' && size[side] === 'auto';
  const across = repeat.x === 'round' && width > 0 ? fitting(width, area.width) : width;
  const down = repeat.y === 'round' && height > 0 ? fitting(height, area.height) : height;
  if (natural === undefined) return { width: across, height: down };
  if (repeat.x === 'round' && repeat.y !== 'round' && isAuto('height')) {
    return { width: across, height: (across * natural.height) / natural.width };
  }
  if (repeat.y === 'round' && repeat.x !== 'round' && isAuto('width')) {
    return { width: (down * natural.width) / natural.height, height: down };
  }
  return { width: across, height: down };
}

interface Axis {
  readonly start: Pt;
  /** `undefined`: one copy alone. */
  readonly step: Pt | undefined;
}

interface Stretch {
  readonly start: Pt;
  readonly size: Pt;
}

function placeAxis(repeat: BackgroundRepeat, position: LengthPercentage, size: Pt, area: Stretch): Axis {
  const start = area.start + lengthOf(position, area.size - size);
  switch (repeat) {
    case 'no-repeat':
      return { start, step: undefined };
    case 'repeat':
      return { start, step: size };
    case 'round':
      return { start, step: size };
    case 'space': {
      // Rounding must not lose the copy that just fits.
      const count = Math.floor(area.size / size + 1e-6);
      if (count < 2) return { start, step: undefined };
      return { start: area.start, step: size + (area.size - count * size) / (count - 1) };
    }
  }
}

/** A hair of a copy that rounding brings in is none. */
const HAIR: Pt = 1e-4;

function seen({ start, step }: Axis, size: Pt, shown: Stretch): readonly [number, number] | undefined {
  const end = shown.start + shown.size;
  if (step === undefined) return start < end - HAIR && start + size > shown.start + HAIR ? [0, 0] : undefined;
  const first = Math.floor((shown.start - start - size + HAIR) / step) + 1;
  const last = Math.ceil((end - start - HAIR) / step) - 1;
  return first <= last ? [first, last] : undefined;
}
