import type { Pt } from '../../base/units.ts';

/** One of the up to three boxes along an edge. All sizes are of the margin box. */
export interface EdgeBox {
  /** `undefined`: `auto`. */
  readonly size: Pt | undefined;
  readonly minContent: Pt;
  readonly maxContent: Pt;
  readonly min: Pt;
  readonly max: Pt;
}

export type EdgeBoxes = readonly [EdgeBox | undefined, EdgeBox | undefined, EdgeBox | undefined];
export type EdgeSizes = readonly [Pt, Pt, Pt];

/** Sizes of the first, middle and last box along an edge: CSS Paged Media 3, section 5.3.2.3. */
export function sizeEdge(boxes: EdgeBoxes, available: Pt): EdgeSizes {
  let current = boxes;
  let sizes = resolve(current, available);
  for (const limit of ['max', 'min'] as const) {
    const broken = current.map((box, i) => {
      const size = sizes[i] ?? 0;
      if (box === undefined || (limit === 'max' ? size <= box.max : size >= box.min)) return box;
      return { ...box, size: box[limit] };
    });
    if (broken.every((box, i) => box === current[i])) continue;
    current = [broken[0], broken[1], broken[2]];
    sizes = resolve(current, available);
  }
  return sizes;
}

function resolve([first, middle, last]: EdgeBoxes, available: Pt): EdgeSizes {
  if (middle === undefined) {
    const [a, c] = share(first, last, available);
    return [a, 0, c];
  }
  const sides = bothSides(first, last);
  const [, b] = share(sides, middle, available);
  const side = (box: EdgeBox | undefined): Pt => (box === undefined ? 0 : (box.size ?? Math.max(0, available - b) / 2));
  return [side(first), b, side(last)];
}

/** The imaginary box AC: twice the larger of the two, so that the middle one stays in the middle. */
function bothSides(first: EdgeBox | undefined, last: EdgeBox | undefined): EdgeBox {
  const twice = (of: (box: EdgeBox) => Pt): Pt =>
    2 * Math.max(first === undefined ? 0 : of(first), last === undefined ? 0 : of(last));
  const isAuto = [first, last].some((box) => box !== undefined && box.size === undefined);
  return {
    size: isAuto ? undefined : twice((box) => box.size ?? 0),
    minContent: twice((box) => box.size ?? box.minContent),
    maxContent: twice((box) => box.size ?? box.maxContent),
    min: 0,
    max: Number.POSITIVE_INFINITY,
  };
}

function share(a: EdgeBox | undefined, b: EdgeBox | undefined, available: Pt): readonly [Pt, Pt] {
  if (a === undefined) return [0, b === undefined ? 0 : (b.size ?? available)];
  if (b === undefined) return [a.size ?? available, 0];
  if (a.size !== undefined) return [a.size, b.size ?? Math.max(0, available - a.size)];
  if (b.size !== undefined) return [Math.max(0, available - b.size), b.size];
  return flexFit(a, b, available);
}

/** Two `auto` boxes: from max-content if both fit, else from min-content, in proportion. */
function flexFit(a: EdgeBox, b: EdgeBox, available: Pt): readonly [Pt, Pt] {
  const spaceMax = available - a.maxContent - b.maxContent;
  if (spaceMax >= 0) return grow([a.maxContent, b.maxContent], [a.maxContent, b.maxContent], spaceMax);
  const spaceMin = available - a.minContent - b.minContent;
  const factors =
    spaceMin >= 0 ? [a.maxContent - a.minContent, b.maxContent - b.minContent] : [a.minContent, b.minContent];
  return grow([a.minContent, b.minContent], [factors[0] ?? 0, factors[1] ?? 0], spaceMin);
}

function grow(base: readonly [Pt, Pt], factors: readonly [number, number], space: Pt): readonly [Pt, Pt] {
  const total = factors[0] + factors[1];
  const [a, b] = total > 0 ? [factors[0] / total, factors[1] / total] : [0.5, 0.5];
  return [Math.max(0, base[0] + space * a), Math.max(0, base[1] + space * b)];
}
