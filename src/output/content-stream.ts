import type { Color } from '../base/color.ts';
import type { Path } from '../base/geometry.ts';
import type { Owner, StructureRole, TagId } from '../paint/types.ts';
import type { FontUses } from './fonts.ts';
import type { Graphics } from './graphics.ts';
import { pathOperators, type Turn, turnPage } from './paths.ts';
import { pdfNumbers } from './pdf-syntax.ts';

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

export interface State {
  readonly fill: string;
  readonly stroke: string;
  readonly alpha: number;
  readonly font: string;
}

const INITIAL: State = { fill: '0 g', stroke: '0 G', alpha: 1, font: '' };

/** A form begins with the colours of whoever draws it: nothing is known. Opacity begins anew. 11.6.6 */
export const UNKNOWN: State = { fill: '', stroke: '', alpha: 1, font: '' };

/** One content stream while it is written. */
export interface Stream {
  readonly context: ContentContext;
  readonly page: number;
  readonly turn: Turn;
  readonly height: number;
  /** How much larger the space of the stream is drawn than its units say. */
  readonly scale: number;
  readonly mcids: { next: number };
  /** The cell of a pattern: what is in it belongs to whoever paints with the pattern. */
  readonly isCell: boolean;
  /** Marks wait here until the number of the form they stand in is known. */
  readonly marks: { readonly tag: TagId; readonly mcid: number }[];
  text: string;
  state: State;
  readonly saved: State[];
  owner: string;
  inText: boolean;
}

export function openStream(context: ContentContext, page: number, height: number): Stream {
  return {
    context,
    page,
    height,
    scale: 1,
    turn: turnPage(height),
    mcids: { next: 0 },
    isCell: false,
    marks: [],
    text: '',
    state: INITIAL,
    saved: [],
    owner: '',
    inText: false,
  };
}

// ---- Marked content (14.6, 14.7.4) -----------------------------------------------------------------------------------

export function own(stream: Stream, owner: Owner): void {
  if (stream.isCell) return;
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

export function closeOwner(stream: Stream): void {
  leaveText(stream);
  if (stream.owner !== '') stream.text += 'EMC\n';
  stream.owner = '';
}

export function leaveText(stream: Stream): void {
  if (stream.inText) stream.text += 'ET\n';
  stream.inText = false;
}

// ---- Graphics state (8.4) --------------------------------------------------------------------------------------------

export function save(stream: Stream): void {
  leaveText(stream);
  stream.text += 'q\n';
  stream.saved.push(stream.state);
}

export function restore(stream: Stream): void {
  leaveText(stream);
  const state = stream.saved.pop();
  if (state === undefined) throw new Error('Q without q');
  stream.text += 'Q\n';
  stream.state = state;
}

export function setAlpha(stream: Stream, alpha: number): void {
  const rounded = Math.round(Math.min(1, Math.max(0, alpha)) * 1000) / 1000;
  if (stream.state.alpha === rounded) return;
  stream.text += `/${stream.context.graphics.alpha(rounded)} gs\n`;
  stream.state = { ...stream.state, alpha: rounded };
}

export function setFill(stream: Stream, color: Color, opacity: number): void {
  setAlpha(stream, color.alpha * opacity);
  const fill = operatorOf(fills, color, 'g', 'rg');
  if (stream.state.fill === fill) return;
  stream.text += `${fill}\n`;
  stream.state = { ...stream.state, fill };
}

export function setStroke(stream: Stream, color: Color, opacity: number): void {
  setAlpha(stream, color.alpha * opacity);
  const stroke = operatorOf(strokes, color, 'G', 'RG');
  if (stream.state.stroke === stroke) return;
  stream.text += `${stroke}\n`;
  stream.state = { ...stream.state, stroke };
}

/** Colours are few, and most are asked for again and again. */
const fills = new WeakMap<Color, string>();
const strokes = new WeakMap<Color, string>();

function operatorOf(known: WeakMap<Color, string>, color: Color, gray: string, rgb: string): string {
  let operator = known.get(color);
  if (operator === undefined) {
    operator = colorOperator(color, gray, rgb);
    known.set(color, operator);
  }
  return operator;
}

/** Black alone is DeviceGray, so that a printer uses its black ink and nothing else. */
function colorOperator(color: Color, gray: string, rgb: string): string {
  if (color.r === 0 && color.g === 0 && color.b === 0) return `0 ${gray}`;
  return `${pdfNumbers([color.r, color.g, color.b], 3)} ${rgb}`;
}

export const clipOperators = (path: Path, turn: Turn): string => `${pathOperators(path, turn)}W n\n`;

export const CAPS = { butt: 0, round: 1, square: 2 } as const;
export const JOINS = { miter: 0, round: 1, bevel: 2 } as const;
