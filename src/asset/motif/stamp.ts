import type { Path, PathCommand, Point } from '../../base/geometry.ts';

/** A direction of length 1. */
export interface Direction {
  readonly x: number;
  readonly y: number;
}

const ROOT = Math.SQRT1_2;
export const AXES: readonly Direction[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];
export const DIAGONALS: readonly [Direction, Direction, Direction, Direction] = [
  { x: ROOT, y: -ROOT },
  { x: ROOT, y: ROOT },
  { x: -ROOT, y: ROOT },
  { x: -ROOT, y: -ROOT },
];

/** Whole units keep a file small; at the printed width one is less than a tenth of a millimetre. */
const whole = (value: number): number => Math.round(value);
const at = (x: number, y: number): Point => ({ x: whole(x), y: whole(y) });

export interface Petal {
  /** Distances from the middle of the flower. */
  readonly from: number;
  readonly to: number;
  /** Half of the greatest width. */
  readonly half: number;
  /** 0: blunt, like the fruit of the sugar palm that gave kawung its name. 1: pointed. */
  readonly point: number;
}

/** A petal of the flower at `center`, growing in a direction. */
export function petal(center: Point, direction: Direction, shape: Petal): Path {
  const { from, to, half, point } = shape;
  const length = to - from;
  // A cubic reaches three quarters of the distance of its handles.
  const side = (half * 4) / 3;
  const lead = length * 0.3 * point;
  const on = (along: number, across: number): Point => place(center, direction, along, across);
  const start = on(from, 0);
  return [
    { kind: 'move', to: start },
    { kind: 'curve', c1: on(from + lead, side), c2: on(to - lead, side), to: on(to, 0) },
    { kind: 'curve', c1: on(to - lead, -side), c2: on(from + lead, -side), to: start },
    { kind: 'close' },
  ];
}

/** The point so far along a direction and so far to its right, in whole units. */
export function place(center: Point, direction: Direction, along: number, across: number): Point {
  return at(
    center.x + direction.x * along - direction.y * across,
    center.y + direction.y * along + direction.x * across,
  );
}

/** A square on its corner: the melinjo leaf of batik, which fills the gaps. */
export function diamond(center: Point, across: number, down = across): Path {
  return polygon([
    at(center.x, center.y - down),
    at(center.x + across, center.y),
    at(center.x, center.y + down),
    at(center.x - across, center.y),
  ]);
}

export function rectangle(left: number, top: number, width: number, height: number): Path {
  return polygon([at(left, top), at(left + width, top), at(left + width, top + height), at(left, top + height)]);
}

export function polygon(points: readonly Point[]): Path {
  const lines = points.map(
    (point, index): PathCommand => ({ kind: index === 0 ? 'move' : 'line', to: at(point.x, point.y) }),
  );
  return [...lines, { kind: 'close' }];
}
