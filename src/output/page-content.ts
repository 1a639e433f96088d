import type { DrawingNode, Paint } from '../asset/types.ts';
import { assertNever } from '../base/assert-never.ts';
import type { Color } from '../base/color.ts';
import type { Matrix, Path, Rect, Size } from '../base/geometry.ts';
import type { DisplayItem, Owner, StructureRole, TagId } from '../paint/types.ts';
import type { FontUses } from './fonts.ts';
import type { Graphics } from './graphics.ts';
import { boundsOf, keep, multiply, pathOperators, type Turn, turnPage } from './paths.ts';
import { pdfNumber, pdfNumbers } from './pdf-syntax.ts';
import { qrPath } from './qr-path.ts';
import { showGlyphs } from './show-glyphs.ts';

/** A marked-content sequence that belongs to a structure element. */
export interface ContentMark {
  readonly tag: TagId;
  /** Index of the page. */
  readonly page: number;
  /** Number of the form it stands in; `undefined`: the page itself. */
  readonly form: number | undefined;
  readonly mcid: number;
}

/** What is the same for all pages of a document. */
export interface ContentContext {
  readonly fonts: FontUses;
  readonly graphics: Graphics;
  readonly roleOf: (tag: TagId) => StructureRole;
  /** In the order of the content streams. */
  readonly marks: ContentMark[];
}

interface State {
  readonly fill: string;
  readonly stroke: string;
  readonly alpha: number;
  readonly font: string;
}

const INITIAL: State = { fill: '0 g', stroke: '0 G', alpha: 1, font: '' };

/** A form begins with the colours of whoever draws it: nothing is known. Opacity begins anew. 11.6.6 */
const UNKNOWN: State = { fill: '', stroke: '', alpha: 1, font: '' };

/** One content stream while it is written. */
interface Stream {
  readonly context: ContentContext;
  readonly page: number;
  readonly turn: Turn;
  readonly height: number;
  /** How much larger the space of the stream is drawn than its units say. */
  readonly scale: number;
  readonly mcids: { next: number };
  /** Marks wait here until the number of the form they stand in is known. */
  readonly marks: { readonly tag: TagId; readonly mcid: number }[];
  text: string;
  state: State;
  readonly saved: State[];
  owner: string;
  inText: boolean;
}

/** The operators of a page. */
export function pageContent(items: readonly DisplayItem[], page: number, size: Size, context: ContentContext): string {
  const stream = openStream(context, page, size.height);
  writeItems(stream, items, 1);
  closeOwner(stream);
  for (const mark of stream.marks) context.marks.push({ ...mark, page, form: undefined });
  return stream.text;
}

function openStream(context: ContentContext, page: number, height: number): Stream {
  return {
    context,
    page,
    height,
    scale: 1,
    turn: turnPage(height),
    mcids: { next: 0 },
    marks: [],
    text: '',
    state: INITIAL,
    saved: [],
    owner: '',
    inText: false,
  };
}

function writeItems(stream: Stream, items: readonly DisplayItem[], opacity: number): void {
  for (const item of items) {
    switch (item.kind) {
      case 'fill':
        own(stream, item.owner);
        leaveText(stream);
        setFill(stream, item.color, opacity);
        stream.text += `${pathOperators(item.path, stream.turn)}${item.rule === 'evenodd' ? 'f*' : 'f'}\n`;
        break;
      case 'stroke':
        writeStroke(stream, item, opacity);
        break;
      case 'glyphs':
        writeGlyphs(stream, item, opacity);
        break;
      case 'picture':
        writePicture(stream, item, opacity);
        break;
      case 'drawing':
        writeDrawing(stream, item, opacity);
        break;
      case 'qr':
        writeQr(stream, item, opacity);
        break;
      case 'group':
        writeGroup(stream, item, opacity);
        break;
      default:
        assertNever(item);
    }
  }
}

// ---- Marked content (14.6, 14.7.4) -----------------------------------------------------------------------------------

function own(stream: Stream, owner: Owner): void {
  const key = owner.kind === 'tag' ? `${owner.id}` : owner.artifact;
  if (stream.owner === key) return;
  closeOwner(stream);
  stream.owner = key;
  if (owner.kind === 'artifact') {
    stream.text += `/Artifact<</Type/${owner.artifact}>>BDC\n`;
    return;
  }
  const mcid = stream.mcids.next;
  stream.mcids.next += 1;
  stream.marks.push({ tag: owner.id, mcid });
  stream.text += `/${stream.context.roleOf(owner.id)}<</MCID ${mcid}>>BDC\n`;
}

function closeOwner(stream: Stream): void {
  leaveText(stream);
  if (stream.owner !== '') stream.text += 'EMC\n';
  stream.owner = '';
}

function leaveText(stream: Stream): void {
  if (stream.inText) stream.text += 'ET\n';
  stream.inText = false;
}

// ---- Graphics state (8.4) --------------------------------------------------------------------------------------------

function save(stream: Stream): void {
  leaveText(stream);
  stream.text += 'q\n';
  stream.saved.push(stream.state);
}

function restore(stream: Stream): void {
  leaveText(stream);
  const state = stream.saved.pop();
  if (state === undefined) throw new Error('Q without q');
  stream.text += 'Q\n';
  stream.state = state;
}

function setAlpha(stream: Stream, alpha: number): void {
  const rounded = Math.round(Math.min(1, Math.max(0, alpha)) * 1000) / 1000;
  if (stream.state.alpha === rounded) return;
  stream.text += `/${stream.context.graphics.alpha(rounded)} gs\n`;
  stream.state = { ...stream.state, alpha: rounded };
}

function setFill(stream: Stream, color: Color, opacity: number): void {
  setAlpha(stream, color.alpha * opacity);
  const fill = colorOperator(color, 'g', 'rg');
  if (stream.state.fill === fill) return;
  stream.text += `${fill}\n`;
  stream.state = { ...stream.state, fill };
}

function setStroke(stream: Stream, color: Color, opacity: number): void {
  setAlpha(stream, color.alpha * opacity);
  const stroke = colorOperator(color, 'G', 'RG');
  if (stream.state.stroke === stroke) return;
  stream.text += `${stroke}\n`;
  stream.state = { ...stream.state, stroke };
}

/** Black alone is DeviceGray, so that a printer uses its black ink and nothing else. */
function colorOperator(color: Color, gray: string, rgb: string): string {
  if (color.r === 0 && color.g === 0 && color.b === 0) return `0 ${gray}`;
  return `${pdfNumbers([color.r, color.g, color.b], 3)} ${rgb}`;
}

const clipOperators = (path: Path, turn: Turn): string => `${pathOperators(path, turn)}W n\n`;

// ---- Items ---------------------------------------------------------------------------------------------------------

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

function writeStroke(stream: Stream, item: Extract<DisplayItem, { kind: 'stroke' }>, opacity: number): void {
  own(stream, item.owner);
  save(stream);
  setStroke(stream, item.color, opacity);
  stream.text += `${pdfNumber(item.width, 3)} w\n`;
  if (item.cap !== 'butt') stream.text += `${CAPS[item.cap]} J\n`;
  if (item.dash.length > 0) stream.text += `[${pdfNumbers(item.dash, 3)}]0 d\n`;
  stream.text += `${pathOperators(item.path, stream.turn)}S\n`;
  restore(stream);
}

function writeGlyphs(stream: Stream, item: Extract<DisplayItem, { kind: 'glyphs' }>, opacity: number): void {
  const { run, at } = item;
  if (run.glyphIds.length === 0) return;
  own(stream, item.owner);
  setFill(stream, item.color, opacity);
  if (!stream.inText) {
    stream.text += 'BT\n';
    stream.inText = true;
  }
  const use = stream.context.fonts.use(run.font);
  const font = `/${use.name} ${pdfNumber(run.sizePt, 3)} Tf`;
  if (stream.state.font !== font) {
    stream.text += `${font}\n`;
    stream.state = { ...stream.state, font };
  }
  const origin = stream.turn(at);
  stream.text += `1 0 0 1 ${pdfNumber(origin.x)} ${pdfNumber(origin.y)} Tm\n${showGlyphs(run, use)}`;
}

function writePicture(stream: Stream, item: Extract<DisplayItem, { kind: 'picture' }>, opacity: number): void {
  own(stream, item.owner);
  save(stream);
  setAlpha(stream, opacity);
  const { x, y, width, height } = item.rect;
  stream.text += clipOperators(item.clip, stream.turn);
  stream.text += `${pdfNumbers([width, 0, 0, height, x, stream.height - y - height], 3)} cm\n`;
  stream.text += `/${stream.context.graphics.picture(item.request)} Do\n`;
  restore(stream);
}

function writeQr(stream: Stream, item: Extract<DisplayItem, { kind: 'qr' }>, opacity: number): void {
  own(stream, item.owner);
  save(stream);
  setFill(stream, { r: 0, g: 0, b: 0, alpha: 1 }, opacity);
  const module = item.rect.width / item.symbol.modules;
  stream.text += `${pdfNumbers([module, 0, 0, -module, item.rect.x, stream.height - item.rect.y], 5)} cm\n`;
  stream.text += `${qrPath(item.symbol)}\nf\n`;
  restore(stream);
}

/**
 * A clip needs no more than `q` and `Q`. Opacity is given to each item where none covers another; where they overlap the
 * group becomes a form that is composed first (CSS Color 4, section 4.2).
 */
function writeGroup(stream: Stream, item: Extract<DisplayItem, { kind: 'group' }>, opacity: number): void {
  if (item.items.length === 0 || item.opacity <= 0) return;
  closeOwner(stream);
  save(stream);
  if (item.clip !== undefined) stream.text += clipOperators(item.clip, stream.turn);
  const bounds = item.opacity < 1 ? overlapBounds(item.items) : undefined;
  if (bounds === undefined) {
    writeItems(stream, item.items, opacity * item.opacity);
  } else {
    const { context, page, height } = stream;
    const inner: Stream = { ...openStream(context, page, height), state: UNKNOWN };
    writeItems(inner, item.items, 1);
    closeOwner(inner);
    const form = context.graphics.form(inner.text, turnRect(bounds, height));
    for (const mark of inner.marks) context.marks.push({ ...mark, page, form });
    setAlpha(stream, opacity * item.opacity);
    stream.text += `/G${form} Do\n`;
  }
  closeOwner(stream);
  restore(stream);
}

const turnRect = (rect: Rect, height: number): Rect => ({
  x: rect.x,
  y: height - rect.y - rect.height,
  width: rect.width,
  height: rect.height,
});

/** The box around all items if two of them overlap; `undefined` if none do. */
function overlapBounds(items: readonly DisplayItem[]): Rect | undefined {
  const boxes = items.flatMap((item) => itemBounds(item) ?? []);
  const overlap = boxes.some((a, index) => boxes.slice(index + 1).some((b) => intersects(a, b)));
  return overlap ? unionOf(boxes) : undefined;
}

const intersects = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function unionOf(boxes: readonly Rect[]): Rect | undefined {
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

/** Never too small: glyphs are taken to reach an em around their baseline. */
function itemBounds(item: DisplayItem): Rect | undefined {
  switch (item.kind) {
    case 'fill':
      return boundsOf(item.path);
    case 'stroke': {
      const bounds = boundsOf(item.path);
      if (bounds === undefined) return undefined;
      return {
        x: bounds.x - item.width,
        y: bounds.y - item.width,
        width: bounds.width + 2 * item.width,
        height: bounds.height + 2 * item.width,
      };
    }
    case 'glyphs': {
      const width = item.run.advances.reduce((sum, advance) => sum + advance, 0);
      const size = item.run.sizePt;
      return { x: item.at.x - size / 4, y: item.at.y - size, width: width + size / 2, height: size * 1.4 };
    }
    case 'picture':
    case 'drawing':
      return boundsOf(item.clip);
    case 'qr':
      return item.rect;
    case 'group':
      return unionOf(item.items.flatMap((inner) => itemBounds(inner) ?? []));
    default:
      return assertNever(item);
  }
}

// ---- Drawings --------------------------------------------------------------------------------------------------------

function writeDrawing(stream: Stream, item: Extract<DisplayItem, { kind: 'drawing' }>, opacity: number): void {
  own(stream, item.owner);
  save(stream);
  stream.text += clipOperators(item.clip, stream.turn);
  const matrix = multiply(item.matrix, [1, 0, 0, -1, 0, stream.height]);
  stream.text += `${pdfNumbers(matrix, 5)} cm\n`;
  for (const node of item.nodes) writeNode(stream, node, matrix, opacity);
  restore(stream);
}

function writeNode(stream: Stream, node: DrawingNode, matrix: Matrix, opacity: number): void {
  if (node.opacity <= 0) return;
  if (node.kind === 'shape') {
    writeShape(stream, node, matrix, opacity * node.opacity);
    return;
  }
  if (node.children.length === 0) return;
  save(stream);
  stream.text += `${pdfNumbers(node.transform, 5)} cm\n`;
  const inner = multiply(node.transform, matrix);
  if (node.opacity < 1 && (node.children.length > 1 || node.children[0]?.kind === 'group')) {
    writeFadedNodes(stream, node.children, { matrix: inner, opacity: opacity * node.opacity });
  } else {
    for (const child of node.children) writeNode(stream, child, inner, opacity * node.opacity);
  }
  restore(stream);
}

/** Shapes that may overlap under one opacity: composed first, then laid over the page. */
function writeFadedNodes(
  stream: Stream,
  nodes: readonly DrawingNode[],
  { matrix, opacity }: { readonly matrix: Matrix; readonly opacity: number },
): void {
  const { context, page, height } = stream;
  const bounds = nodeBounds(nodes);
  if (bounds === undefined) return;
  const form: Stream = { ...openStream(context, page, height), state: UNKNOWN, scale: stream.scale * scaleOf(matrix) };
  for (const node of nodes) writeNode(form, node, [1, 0, 0, 1, 0, 0], 1);
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
  const path = pathOperators(shape.path, keep, digits);
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
