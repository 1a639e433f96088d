import type { DrawingNode, Paint } from '../asset/types.ts';
import type { Matrix, Path, Rect } from '../base/geometry.ts';
import { boundsOf, unionOf } from '../paint/item-bounds.ts';
import type { DisplayItem } from '../paint/types.ts';
import {
  CAPS,
  clipOperators,
  JOINS,
  leaveText,
  openStream,
  own,
  restore,
  type Stream,
  save,
  setAlpha,
  setFill,
  setStroke,
  UNKNOWN,
} from './content-stream.ts';
import { keep, multiply, pathOperators } from './paths.ts';
import { pdfNumber, pdfNumbers } from './pdf-syntax.ts';

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A drawing in its own space, y downwards, turned over by its matrix. */
export function writeDrawing(stream: Stream, item: Extract<DisplayItem, { kind: 'drawing' }>, opacity: number): void {
  own(stream, item.owner);
  leaveText(stream);
  save(stream);
  stream.text += clipOperators(item.clip, stream.turn);
  const matrix = multiply(item.matrix, [1, 0, 0, -1, 0, stream.height]);
  stream.text += `${pdfNumbers(matrix, 5)} cm\n`;
  writeNodes(stream, item.nodes, { base: matrix, relative: IDENTITY, opacity });
  restore(stream);
}

interface NodePlace {
  /** From the space that holds here to the one the content stream begins with. */
  readonly base: Matrix;
  /** From the space of the nodes to the one that holds here. */
  readonly relative: Matrix;
  readonly opacity: number;
}

/**
 * Groups cost no `q` of their own, because files may nest them deeper than PDF/A-2 (6.1.13) lets `q` nest: the transform
 * of all groups around is set once for each stretch of shapes.
 */
function writeNodes(stream: Stream, nodes: readonly DrawingNode[], place: NodePlace): void {
  const { base, relative } = place;
  const matrix = multiply(relative, base);
  const isMoved = relative !== IDENTITY;
  let isOpen = false;
  const open = (): void => {
    if (!isMoved || isOpen) return;
    save(stream);
    stream.text += `${pdfNumbers(relative, 5)} cm\n`;
    isOpen = true;
  };
  const close = (): void => {
    if (isOpen) restore(stream);
    isOpen = false;
  };
  for (const node of nodes) {
    const opacity = place.opacity * node.opacity;
    if (opacity <= 0) continue;
    if (node.kind === 'shape') {
      open();
      if (node.opacity < 1 && node.fill !== undefined && node.stroke !== undefined) {
        writeFaded(stream, [{ ...node, opacity: 1 }], { matrix, opacity });
      } else {
        writeShape(stream, node, matrix, opacity);
      }
      continue;
    }
    close();
    const inner: NodePlace = { base, relative: multiply(node.transform, relative), opacity };
    const isAlone = node.children.length === 1 && node.children[0]?.kind === 'shape';
    if (node.opacity >= 1 || isAlone) {
      writeNodes(stream, node.children, inner);
      continue;
    }
    save(stream);
    stream.text += `${pdfNumbers(inner.relative, 5)} cm\n`;
    writeFaded(stream, node.children, { matrix: multiply(inner.relative, base), opacity });
    restore(stream);
  }
  close();
}

/** Shapes that may overlap under one opacity: composed first, then laid over the page. */
function writeFaded(
  stream: Stream,
  nodes: readonly DrawingNode[],
  { matrix, opacity }: { readonly matrix: Matrix; readonly opacity: number },
): void {
  const { context, page, height } = stream;
  const bounds = nodeBounds(nodes);
  if (bounds === undefined) return;
  const form: Stream = { ...openStream(context, page, height), state: UNKNOWN, scale: stream.scale * scaleOf(matrix) };
  writeNodes(form, nodes, { base: IDENTITY, relative: IDENTITY, opacity: 1 });
  setAlpha(stream, opacity);
  stream.text += `/G${context.graphics.form(form.text, bounds)} Do\n`;
}

/** In the space of the nodes; strokes reach as far as a miter may. */
function nodeBounds(nodes: readonly DrawingNode[]): Rect | undefined {
  return unionOf(
    nodes.flatMap((node) => {
      if (node.kind === 'shape') {
        const bounds = boundsOf(node.path);
        if (bounds === undefined) return [];
        const reach = node.stroke === undefined ? 0 : node.stroke.width * Math.max(1, node.stroke.miterLimit);
        return [
          {
            x: bounds.x - reach,
            y: bounds.y - reach,
            width: bounds.width + 2 * reach,
            height: bounds.height + 2 * reach,
          },
        ];
      }
      const inner = nodeBounds(node.children);
      return inner === undefined ? [] : [transformRect(inner, node.transform)];
    }),
  );
}

function transformRect(rect: Rect, [a, b, c, d, e, f]: Matrix): Rect {
  const corners = [
    { x: rect.x, y: rect.y },
    { x: rect.x + rect.width, y: rect.y },
    { x: rect.x, y: rect.y + rect.height },
    { x: rect.x + rect.width, y: rect.y + rect.height },
  ].map(({ x, y }) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
  const left = Math.min(...corners.map(({ x }) => x));
  const top = Math.min(...corners.map(({ y }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map(({ x }) => x)) - left,
    height: Math.max(...corners.map(({ y }) => y)) - top,
  };
}

function writeShape(
  stream: Stream,
  shape: Extract<DrawingNode, { kind: 'shape' }>,
  matrix: Matrix,
  opacity: number,
): void {
  // Small units that are drawn large need more decimals, to stay within a hundredth of a point.
  const scale = stream.scale * scaleOf(matrix);
  const digits = Math.min(6, Math.max(1, 2 + Math.ceil(Math.log10(Math.max(scale, 1e-3)))));
  const path = drawnPath(shape.path, digits);
  if (path === '') return;
  if (shape.fill !== undefined) {
    paintShape(stream, { paint: shape.fill, shape, matrix, opacity, isStroke: false }, () => {
      stream.text += `${path}${shape.fillRule === 'evenodd' ? 'f*' : 'f'}\n`;
    });
  }
  const { stroke } = shape;
  if (stroke === undefined || stroke.width <= 0) return;
  paintShape(stream, { paint: stroke.paint, shape, matrix, opacity, isStroke: true }, () => {
    stream.text += `${pdfNumber(stroke.width, digits)} w\n${CAPS[stroke.cap]} J\n${JOINS[stroke.join]} j\n`;
    if (stroke.join === 'miter') stream.text += `${pdfNumber(stroke.miterLimit, 3)} M\n`;
    if (stroke.dash.length > 0) stream.text += `[${pdfNumbers(stroke.dash, digits)}]0 d\n`;
    stream.text += `${path}S\n`;
  });
}

/** A stamp of the motif stands in a hundred places, an icon in every document: each of their paths is written once. */
const drawnPaths = new WeakMap<Path, Map<number, string>>();

function drawnPath(path: Path, digits: number): string {
  const byDigits = drawnPaths.get(path) ?? new Map<number, string>();
  drawnPaths.set(path, byDigits);
  const known = byDigits.get(digits);
  if (known !== undefined) return known;
  const operators = pathOperators(path, keep, digits);
  byDigits.set(digits, operators);
  return operators;
}

const scaleOf = (matrix: Matrix): number => Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));

interface ShapePaint {
  readonly paint: Paint;
  readonly shape: Extract<DrawingNode, { kind: 'shape' }>;
  readonly matrix: Matrix;
  readonly opacity: number;
  readonly isStroke: boolean;
}

function paintShape(stream: Stream, { paint, shape, matrix, opacity, isStroke }: ShapePaint, draw: () => void): void {
  if (paint.kind === 'color') {
    if (!isStroke) {
      setFill(stream, paint.color, opacity);
      draw();
      return;
    }
    save(stream);
    setStroke(stream, paint.color, opacity);
    draw();
    restore(stream);
    return;
  }
  save(stream);
  const alphas = new Set(paint.stops.map((stop) => stop.color.alpha));
  if (alphas.size > 1) {
    const bounds = nodeBounds([shape]);
    // A mask is drawn in the space that holds when it is set: the one of the shape.
    if (bounds !== undefined) {
      stream.text += `/${stream.context.graphics.softMask(paint, paint.transform, bounds)} gs\n`;
    }
    setAlpha(stream, opacity);
  } else {
    setAlpha(stream, opacity * (paint.stops[0]?.color.alpha ?? 1));
  }
  const name = stream.context.graphics.pattern(paint, multiply(paint.transform, matrix));
  stream.text += isStroke ? `/Pattern CS\n/${name} SCN\n` : `/Pattern cs\n/${name} scn\n`;
  draw();
  restore(stream);
}
