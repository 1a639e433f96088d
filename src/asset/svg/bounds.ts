import type { Path, Point, Rect } from '../../base/geometry.ts';

/** The exact box of a path, strokes left out (SVG 2, section 8.10). `undefined` when the path draws nothing. */
export function pathBounds(path: Path): Rect | undefined {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  const include = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  let current: Point = { x: 0, y: 0 };
  for (const command of path) {
    if (command.kind === 'close') continue;
    include(command.to.x, command.to.y);
    if (command.kind === 'curve') {
      const { c1, c2, to } = command;
      for (const t of extremes(current.x, c1.x, c2.x, to.x)) include(at(t, current.x, c1.x, c2.x, to.x), current.y);
      for (const t of extremes(current.y, c1.y, c2.y, to.y)) include(current.x, at(t, current.y, c1.y, c2.y, to.y));
    }
    current = command.to;
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

const at = (t: number, p0: number, p1: number, p2: number, p3: number): number => {
  const u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
};

/** Where the derivative of one coordinate is zero, inside the curve. */
function extremes(p0: number, p1: number, p2: number, p3: number): number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const inside = (t: number): boolean => t > 0 && t < 1;
  if (Math.abs(a) < 1e-12) return Math.abs(b) < 1e-12 ? [] : [-c / b].filter(inside);
  const root = b * b - 4 * a * c;
  if (root < 0) return [];
  const square = Math.sqrt(root);
  return [(-b + square) / (2 * a), (-b - square) / (2 * a)].filter(inside);
}
