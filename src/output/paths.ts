import type { Matrix, Path, Point, Rect } from '../base/geometry.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Turns page coordinates (y downwards) into PDF coordinates, or leaves them alone inside a drawing. */
export type Turn = (point: Point) => Point;

export const turnPage =
  (height: number): Turn =>
  ({ x, y }) => ({ x, y: height - y });

export const keep: Turn = (point) => point;

const pair = (point: Point, turn: Turn, digits: number): string => {
  const { x, y } = turn(point);
  return `${pdfNumber(x, digits)} ${pdfNumber(y, digits)}`;
};

/** Path construction operators. 8.5.2 */
export function pathOperators(path: Path, turn: Turn, digits = 2): string {
  const rect = rectOperator(path, turn, digits);
  if (rect !== undefined) return rect;
  let text = '';
  for (const command of path) {
    if (command.kind === 'move') text += `${pair(command.to, turn, digits)} m\n`;
    else if (command.kind === 'line') text += `${pair(command.to, turn, digits)} l\n`;
    else if (command.kind === 'close') text += 'h\n';
    else
      text += `${pair(command.c1, turn, digits)} ${pair(command.c2, turn, digits)} ${pair(command.to, turn, digits)} c\n`;
  }
  return text;
}

/** Move, three lines, close along the axes: one `re`. */
function rectOperator(path: Path, turn: Turn, digits: number): string | undefined {
  const rect = rectOf(path);
  if (rect === undefined) return undefined;
  const a = turn({ x: rect.x, y: rect.y });
  const b = turn({ x: rect.x + rect.width, y: rect.y + rect.height });
  const values = [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(b.x - a.x), Math.abs(b.y - a.y)];
  return `${values.map((value) => pdfNumber(value, digits)).join(' ')} re\n`;
}

/** The rectangle a path is, if it is one and begins top left, clockwise. */
function rectOf(path: Path): Rect | undefined {
  const [first, second, third, fourth, fifth] = path;
  if (path.length !== 5 || first?.kind !== 'move' || fifth?.kind !== 'close') return undefined;
  if (second?.kind !== 'line' || third?.kind !== 'line' || fourth?.kind !== 'line') return undefined;
  const [a, b, c, d] = [first.to, second.to, third.to, fourth.to];
  if (a.y !== b.y || b.x !== c.x || c.y !== d.y || d.x !== a.x) return undefined;
  return { x: a.x, y: a.y, width: c.x - a.x, height: c.y - a.y };
}

/** Of all points, control points included: never too small. `undefined` for an empty path. */
export function boundsOf(path: Path): Rect | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const add = ({ x, y }: Point): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const command of path) {
    if (command.kind === 'close') continue;
    if (command.kind === 'curve') {
      add(command.c1);
      add(command.c2);
    }
    add(command.to);
  }
  return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box around all boxes. */
export function unionOf(boxes: readonly Rect[]): Rect | undefined {
  const [first] = boxes;
  if (first === undefined) return undefined;
  let [left, top, right, bottom] = [first.x, first.y, first.x + first.width, first.y + first.height];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
