import { assertNever } from '../base/assert-never.ts';
import type { Rect, Size } from '../base/geometry.ts';
import { intersects, itemBounds, unionOf } from '../paint/item-bounds.ts';
import type { DisplayItem } from '../paint/types.ts';
import {
  CAPS,
  type ContentContext,
  clipOperators,
  closeOwner,
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
import { writeDrawing } from './drawing-content.ts';
import { pathOperators, turnRect } from './paths.ts';
import { writeGradient, writeTiles } from './pattern-content.ts';
import { pdfNumber, pdfNumbers } from './pdf-syntax.ts';
import { qrPath } from './qr-path.ts';
import { showGlyphs } from './show-glyphs.ts';

/** The operators of a page. */
export function pageContent(items: readonly DisplayItem[], page: number, size: Size, context: ContentContext): string {
  const stream = openStream(context, page, size.height);
  writeItems(stream, items, 1);
  closeOwner(stream);
  for (const mark of stream.marks) context.marks.push({ ...mark, page, form: undefined });
  return stream.text;
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
      case 'gradient':
        writeGradient(stream, item, opacity);
        break;
      case 'tiles':
        writeTiles(stream, item, { opacity, write: (inner) => writeItems(inner, item.items, 1) });
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

// ---- Items ---------------------------------------------------------------------------------------------------------

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
  const isDeep = stream.saved.length >= DEEPEST;
  const bounds = isDeep || item.opacity < 1 ? formBounds(item.items, isDeep) : undefined;
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

/** PDF/A-2, 6.1.13: `q` nests no deeper than 28. Groups that do begin anew in a form. */
const DEEPEST = 20;

/** The box around all items if they need a form: two of them overlap, or it is wanted. `undefined` if not. */
function formBounds(items: readonly DisplayItem[], isWanted: boolean): Rect | undefined {
  const boxes = items.flatMap((item) => itemBounds(item) ?? []);
  const overlap = isWanted || boxes.some((a, index) => boxes.slice(index + 1).some((b) => intersects(a, b)));
  return overlap ? unionOf(boxes) : undefined;
}
