import type { Path, PathCommand, Point } from '../../base/geometry.ts';

/** Length of a curve's handles for a quarter of an ellipse, in radii. */
const QUARTER = (4 / 3) * Math.tan(Math.PI / 8);

const move = (x: number, y: number): PathCommand => ({ kind: 'move', to: { x, y } });
const line = (x: number, y: number): PathCommand => ({ kind: 'line', to: { x, y } });
const curve = (c1: Point, c2: Point, to: Point): PathCommand => ({ kind: 'curve', c1, c2, to });
const CLOSE: PathCommand = { kind: 'close' };

export function rectPath(x: number, y: number, width: number, height: number, rx: number, ry: number): Path {
  if (!(width > 0) || !(height > 0)) return [];
  const right = x + width;
  const bottom = y + height;
  if (!(rx > 0) || !(ry > 0)) return [move(x, y), line(right, y), line(right, bottom), line(x, bottom), CLOSE];
  const h = Math.min(rx, width / 2);
  const v = Math.min(ry, height / 2);
  const hx = h * (1 - QUARTER);
  const vy = v * (1 - QUARTER);
  return [
    move(x + h, y),
    line(right - h, y),
    curve({ x: right - hx, y }, { x: right, y: y + vy }, { x: right, y: y + v }),
    line(right, bottom - v),
    curve({ x: right, y: bottom - vy }, { x: right - hx, y: bottom }, { x: right - h, y: bottom }),
    line(x + h, bottom),
    curve({ x: x + hx, y: bottom }, { x, y: bottom - vy }, { x, y: bottom - v }),
    line(x, y + v),
    curve({ x, y: y + vy }, { x: x + hx, y }, { x: x + h, y }),
    CLOSE,
  ];
}

export function ellipsePath(cx: number, cy: number, rx: number, ry: number): Path {
  if (!(rx > 0) || !(ry > 0)) return [];
  const h = rx * QUARTER;
  const v = ry * QUARTER;
  return [
    move(cx + rx, cy),
    curve({ x: cx + rx, y: cy + v }, { x: cx + h, y: cy + ry }, { x: cx, y: cy + ry }),
    curve({ x: cx - h, y: cy + ry }, { x: cx - rx, y: cy + v }, { x: cx - rx, y: cy }),
    curve({ x: cx - rx, y: cy - v }, { x: cx - h, y: cy - ry }, { x: cx, y: cy - ry }),
    curve({ x: cx + h, y: cy - ry }, { x: cx + rx, y: cy - v }, { x: cx + rx, y: cy }),
    CLOSE,
  ];
}

export const linePath = (x1: number, y1: number, x2: number, y2: number): Path => [move(x1, y1), line(x2, y2)];

/** The `points` of a polyline or polygon; an odd number at the end is passed over. */
export function pointsPath(points: string, isClosed: boolean): Path {
  const numbers = (points.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? []).map(Number);
  const path: PathCommand[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    const x = numbers[index] ?? 0;
    const y = numbers[index + 1] ?? 0;
    if (!(Math.abs(x) < 1e9) || !(Math.abs(y) < 1e9)) break;
    path.push(index === 0 ? move(x, y) : line(x, y));
  }
  if (path.length === 0) return [];
  return isClosed ? [...path, CLOSE] : path;
}
