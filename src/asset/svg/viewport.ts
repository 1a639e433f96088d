import type { Matrix, Rect, Size } from '../../base/geometry.ts';
import { cssPx } from '../../base/units.ts';
import type { ElementNode } from '../../document/types.ts';
import { readSvgLength } from './svg-length.ts';
import { IDENTITY } from './transform.ts';

/** The outermost `svg` element as a picture. SVG 2, section 8.2; CSS Images 3, section 5. */
export interface Viewport {
  /** What is seen, in units of the drawing. */
  readonly box: Rect;
  /** Where lengths in percent count from. */
  readonly viewBox: Rect;
  /** Natural size in points. */
  readonly natural: Size;
  /** From units of the drawing to those of `box`; only `preserveAspectRatio="none"` needs it. */
  readonly transform: Matrix;
  /** `slice`: a part of the drawing is outside the picture. */
  readonly isCut: boolean;
}

/** Of an `svg` element without any size. CSS 2.2, section 10.3.2. */
const DEFAULT_SIZE: Size = { width: 300, height: 150 };

/** `undefined` when the element draws nothing: a size or view box of zero. */
export function readViewport(root: ElementNode): Viewport | undefined {
  const { attributes } = root;
  const viewBox = readViewBox(attributes.viewBox);
  const width = absolute(attributes.width);
  const height = absolute(attributes.height);
  if (width === 0 || height === 0 || viewBox === null) return undefined;
  if (viewBox === undefined) {
    const size = { width: width ?? DEFAULT_SIZE.width, height: height ?? DEFAULT_SIZE.height };
    const box = { x: 0, y: 0, ...size };
    return { box, viewBox: box, natural: inPoints(size), transform: IDENTITY, isCut: false };
  }
  const ratio = viewBox.width / viewBox.height;
  const size = {
    width: width ?? (height === undefined ? viewBox.width : height * ratio),
    height: height ?? (width === undefined ? viewBox.height : width / ratio),
  };
  const natural = inPoints(size);
  if (Math.abs(size.width / size.height / ratio - 1) < 1e-6) {
    return { box: viewBox, viewBox, natural, transform: IDENTITY, isCut: false };
  }
  const [align = 'xMidYMid', fit] = (attributes.preserveAspectRatio ?? '').trim().split(/\s+/).filter(Boolean);
  if (align === 'none') {
    const sx = size.width / viewBox.width;
    const sy = size.height / viewBox.height;
    const transform: Matrix = [sx, 0, 0, sy, -viewBox.x * sx, -viewBox.y * sy];
    return { box: { x: 0, y: 0, ...size }, viewBox, natural, transform, isCut: false };
  }
  const isCut = fit === 'slice';
  return { box: widened(viewBox, size, align), viewBox, natural, transform: IDENTITY, isCut };
}

/** `meet`: the box that has the ratio of the size and holds the whole view box, aligned. */
function widened(viewBox: Rect, size: Size, align: string): Rect {
  const scale = Math.min(size.width / viewBox.width, size.height / viewBox.height);
  const width = size.width / scale;
  const height = size.height / scale;
  const share = (name: string): number => (name === 'Min' ? 0 : name === 'Max' ? 1 : 0.5);
  return {
    x: viewBox.x - (width - viewBox.width) * share(align.slice(1, 4)),
    y: viewBox.y - (height - viewBox.height) * share(align.slice(5, 8)),
    width,
    height,
  };
}

/** `undefined`: none given. `null`: one that draws nothing. */
function readViewBox(text: string | undefined): Rect | undefined | null {
  if (text === undefined) return undefined;
  const parts = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [x, y, width, height] = parts;
  if (parts.length !== 4 || parts.some((part) => !(Math.abs(part) < 1e9))) return undefined;
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function absolute(text: string | undefined): number | undefined {
  if (text?.trim().endsWith('%')) return undefined;
  const value = readSvgLength(text, 0);
  return value === undefined ? undefined : Math.max(value, 0);
}

const inPoints = (size: Size): Size => ({ width: cssPx(size.width), height: cssPx(size.height) });
