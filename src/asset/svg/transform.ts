import type { Matrix } from '../../base/geometry.ts';

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export const isIdentity = (matrix: Matrix): boolean => matrix.every((value, index) => value === IDENTITY[index]);

const MAX_FUNCTIONS = 64;

/** The `transform` attribute (CSS Transforms 1, section 8); `undefined` when it cannot be read. */
export function readTransform(text: string): Matrix | undefined {
  let matrix = IDENTITY;
  const functions = [...text.matchAll(/([a-zA-Z]+)\s*\(([^()]*)\)/g)];
  const rest = text.replace(/([a-zA-Z]+)\s*\(([^()]*)\)/g, '').replace(/[\s,]/g, '');
  if (rest !== '' || functions.length > MAX_FUNCTIONS) return text.trim() === 'none' ? IDENTITY : undefined;
  for (const [, name = '', list = ''] of functions) {
    const next = functionMatrix(
      name,
      list
        .split(/[\s,]+/)
        .filter((part) => part !== '')
        .map(readAngleOrNumber),
    );
    if (next === undefined || !next.every((value) => Math.abs(value) < 1e9)) return undefined;
    matrix = multiply(matrix, next);
  }
  return matrix;
}

const readAngleOrNumber = (part: string): number => Number(part.replace(/(?:deg|px)$/, ''));

function functionMatrix(name: string, values: readonly number[]): Matrix | undefined {
  const [a = 0, b, c, d, e, f] = values;
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) return undefined;
  const radians = (a * Math.PI) / 180;
  switch (name) {
    case 'matrix':
      if (b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return undefined;
      return [a, b, c, d, e, f];
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const turn: Matrix = [Math.cos(radians), Math.sin(radians), -Math.sin(radians), Math.cos(radians), 0, 0];
      if (b === undefined || c === undefined) return turn;
      return multiply(multiply([1, 0, 0, 1, b, c], turn), [1, 0, 0, 1, -b, -c]);
    }
    case 'skewX':
      return [1, 0, Math.tan(radians), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians), 0, 1, 0, 0];
    default:
      return undefined;
  }
}
