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

export const turnRect = (rect: Rect, height: number): Rect => ({
  x: rect.x,
  y: height - rect.y - rect.height,
  width: rect.width,
  height: rect.height,
});

/** First `inner`, then `outer`. */
export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
