import type { Color } from '../../base/color.ts';
import type { Point, Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { ColorStop, LinearGradient } from '../../document/types.ts';
import type { GradientStop } from '../types.ts';

/** A gradient in its box. Before and after the line its first and last colours go on. */
export interface GradientLine {
  readonly from: Point;
  readonly to: Point;
  /** At least two; offsets ascend from 0 to 1. */
  readonly stops: readonly GradientStop[];
}

/** The line of a gradient in a box, or the one colour it comes to. CSS Images 3, sections 3.1, 3.3 and 3.5. */
export function gradientLine(gradient: LinearGradient, box: Rect): GradientLine | Color | undefined {
  const [first] = gradient.stops;
  if (first === undefined || box.width <= 0 || box.height <= 0) return undefined;
  if (gradient.stops.length === 1) return first.color;
  const direction = directionOf(gradient.direction, box);
  const length = Math.abs(box.width * direction.x) + Math.abs(box.height * direction.y);
  const placed = placeStops(gradient.stops, length);
  const stops = gradient.repeating ? repeatStops(placed, length) : placed;
  return stops.length === 1 ? stops[0]?.color : lineThrough(box, direction, length, premultiplied(stops));
}

/** Of length 1, y downwards. */
function directionOf(direction: LinearGradient['direction'], box: Rect): Point {
  if ('degrees' in direction) {
    const radians = (direction.degrees * Math.PI) / 180;
    return { x: Math.sin(radians), y: -Math.cos(radians) };
  }
  // Towards a corner the line of the middle colour runs through the two corners beside it.
  const x = direction.x * box.height;
  const y = direction.y * box.width;
  if (direction.x === 0 || direction.y === 0) return direction;
  const length = Math.hypot(x, y);
  return { x: x / length, y: y / length };
}

/** Positions in line lengths: missing ones are filled in, and none lies before the one before it. Section 3.4.3. */
function placeStops(stops: readonly ColorStop[], length: Pt): readonly GradientStop[] {
  const last = stops.length - 1;
  const offsets = stops.map(({ position }, index) => {
    if (position !== undefined) return position.pt / length + position.percent / 100;
    return index === 0 ? 0 : index === last ? 1 : undefined;
  });
  let highest = Number.NEGATIVE_INFINITY;
  const ordered = offsets.map((offset) => {
    if (offset !== undefined) highest = Math.max(highest, offset);
    return offset === undefined ? undefined : highest;
  });
  return stops.map(({ color }, index) => ({ color, offset: ordered[index] ?? between(ordered, index) }));
}

/** The first and the last position are always known. */
function between(offsets: readonly (number | undefined)[], index: number): number {
  let before = index;
  let after = index;
  while (before > 0 && offsets[before] === undefined) before -= 1;
  while (after < offsets.length - 1 && offsets[after] === undefined) after += 1;
  const from = offsets[before] ?? 0;
  const to = offsets[after] ?? 1;
  return from + ((to - from) * (index - before)) / (after - before);
}

/** Finer than this no printer shows stripes: a pixel at 300 to the inch. */
const FINEST: Pt = 72 / 300;
const MOST_STOPS = 4000;

/** The stops over and over until they cover the line; one stop where the stripes are too fine. Section 3.3. */
function repeatStops(stops: readonly GradientStop[], length: Pt): readonly GradientStop[] {
  const first = stops[0]?.offset ?? 0;
  const period = (stops.at(-1)?.offset ?? 0) - first;
  const from = Math.floor(-first / period);
  const to = Math.ceil((1 - first) / period);
  if (!(period * length >= FINEST) || (to - from) * stops.length > MOST_STOPS) {
    return [{ offset: 0, color: averageColor(stops) }];
  }
  const repeated: GradientStop[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (let turn = from; turn < to; turn += 1) {
    for (const { offset, color } of stops) {
      // Rounding must not put the first stop of a turn before the last one of the turn before.
      highest = Math.max(highest, offset + turn * period);
      repeated.push({ offset: highest, color });
    }
  }
  return repeated;
}

/** Weighed by the room that each pair of stops takes, in premultiplied colours. */
function averageColor(stops: readonly GradientStop[]): Color {
  let [r, g, b, alpha, sum] = [0, 0, 0, 0, 0];
  const add = (color: Color, weight: number): void => {
    r += color.r * color.alpha * weight;
    g += color.g * color.alpha * weight;
    b += color.b * color.alpha * weight;
    alpha += color.alpha * weight;
    sum += weight;
  };
  for (const [index, stop] of stops.entries()) {
    const room = (stops[index + 1]?.offset ?? stop.offset) - (stops[index - 1]?.offset ?? stop.offset);
    add(stop.color, room);
  }
  const last = stops.at(-1)?.color;
  if (sum <= 0 && last !== undefined) return last;
  return alpha <= 0 ? { r: 0, g: 0, b: 0, alpha: 0 } : { r: r / alpha, g: g / alpha, b: b / alpha, alpha: alpha / sum };
}

/** Parts of a segment between two opacities: the eye sees no corner between them. */
const PARTS = 8;

/** CSS Images 3, section 3.4.2: colours are mixed premultiplied; a PDF mixes colour and opacity one by one. */
function premultiplied(stops: readonly GradientStop[]): readonly GradientStop[] {
  const result: GradientStop[] = [];
  for (const [index, stop] of stops.entries()) {
    const before = stops[index - 1];
    if (before !== undefined && before.color.alpha !== stop.color.alpha && stop.offset > before.offset) {
      result.push(...mixed(before, stop));
    }
    result.push(stop);
  }
  return result;
}

function mixed(from: GradientStop, to: GradientStop): readonly GradientStop[] {
  const [a, b] = [from.color, to.color];
  if (a.r === b.r && a.g === b.g && a.b === b.b) return [];
  // What cannot be seen takes the colour of the other end.
  if (a.alpha === 0) return [{ offset: from.offset, color: { ...b, alpha: 0 } }];
  if (b.alpha === 0) return [{ offset: to.offset, color: { ...a, alpha: 0 } }];
  const parts: GradientStop[] = [];
  for (let part = 1; part < PARTS; part += 1) {
    const share = part / PARTS;
    const alpha = a.alpha * (1 - share) + b.alpha * share;
    const channel = (one: number, other: number): number =>
      (one * a.alpha * (1 - share) + other * b.alpha * share) / alpha;
    const color = { r: channel(a.r, b.r), g: channel(a.g, b.g), b: channel(a.b, b.b), alpha };
    parts.push({ offset: from.offset + (to.offset - from.offset) * share, color });
  }
  return parts;
}

/** Stops may lie outside the line: it is made long enough for all of them. */
function lineThrough(box: Rect, direction: Point, length: Pt, stops: readonly GradientStop[]): GradientLine {
  const low = Math.min(0, stops[0]?.offset ?? 0);
  const high = Math.max(1, stops.at(-1)?.offset ?? 1);
  const at = (offset: number): Point => ({
    x: box.x + box.width / 2 + direction.x * length * (offset - 0.5),
    y: box.y + box.height / 2 + direction.y * length * (offset - 0.5),
  });
  const scaled = stops.map(({ offset, color }) => ({ offset: (offset - low) / (high - low), color }));
  return { from: at(low), to: at(high), stops: scaled };
}
