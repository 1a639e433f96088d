import type { Pt } from '../base/units.ts';
import type { StyledElement } from '../document/types.ts';
import { balancedLines, MOST_BALANCED } from './balance.ts';
import type { ParagraphUnit } from './break-units.ts';
import { buildLine } from './build-line.ts';
import { type AnchorRoom, endOfLine } from './greedy-breaker.ts';
import { type BreakPoint, OVERHANG } from './line-breaker.ts';
import { breakPointOf, lineSpan, piecePoint, START } from './line-points.ts';
import { bestRest } from './optimal/best-lines.ts';
import type { Piece } from './pieces.ts';
import { type PreparedParagraph, prepareParagraph } from './prepare-paragraph.ts';
import type { TextContext } from './text-context.ts';
import type { InlineContent, Line, LineMeasure, LineToken } from './types.ts';

/** Where a line may stand. `top` may be further down than was asked for. */
interface LineRoom extends LineMeasure {
  readonly top: Pt;
}

/** What finds room for lines among floats. y counts from the top of the first line of the call. */
export interface LineGuide {
  /** Whether lines may be asked for again with other breaks. */
  readonly canBalance: boolean;
  /** Room for a line that begins at `top` or below it, takes `height`, and must have `least` for its first word. */
  room(line: { readonly number: number; readonly top: Pt; readonly height: Pt; readonly least: Pt }): LineRoom;
  /**
   * The place of a box out of the flow is met, on a line at `top` that has `free` left. True when a float was put
   * beside the line: its room is asked for anew. A float that waits is asked for again at the next line. `line` counts
   * the lines before it in this call; what comes after the last line belongs to that.
   */
  anchor(element: StyledElement, at: { readonly line: number; readonly top: Pt; readonly free: Pt }): boolean;
  /** What is placed so far. The function given takes back what `anchor` has done since. */
  mark(): () => void;
  /** So many lines are set, the last being `line`: what `anchor` did before belongs to them. Called again after the end. */
  lineSet(count: number, line: Line | undefined): void;
}

/** Tries of a line that turns out higher than the room that was found for it. */
const MOST_TRIES = 8;

/**
 * The lines of a paragraph from a token on, each with the room that the guide finds for it. `line.top` has the gaps above
 * lines that moved down in it.
 */
export function linesBesideFloats(
  content: InlineContent,
  guide: LineGuide,
  context: TextContext,
  from?: LineToken,
): readonly Line[] {
  const paragraph = prepareParagraph(content, context);
  const setter: Setter = { paragraph, guide, anchors: anchorPieces(paragraph), asked: 0 };
  const set = setLines(setter, from);
  if (content.style.textWrap === 'pretty') return best(setter, set, from);
  return content.style.textWrap === 'balance' && from === undefined ? balanced(setter, set) : set.lines;
}

interface SetLines {
  readonly lines: readonly Line[];
  /** Of each line. */
  readonly rooms: readonly Pt[];
  /** No line sticks out but where one unit is too wide. */
  readonly fits: boolean;
}

function setLines(setter: Setter, from?: LineToken): SetLines {
  const { paragraph, guide } = setter;
  const before = from?.line ?? 0;
  const lines: Line[] = [];
  const rooms: Pt[] = [];
  let fits = true;
  let start = from === undefined ? START : breakPointOf(paragraph, from);
  let top: Pt = 0;
  let hyphens = from?.hyphens ?? 0;
  // Each turn moves on by a unit or a split.
  while (start.unit < paragraph.units.length) {
    const at = { line: lines.length, number: before + lines.length, top, hyphens };
    const { line, end, room } = setLine(setter, start, at);
    lines.push(line);
    rooms.push(room);
    if (end.unit > start.unit + 1 && line.width > room + OVERHANG) fits = false;
    hyphens = line.next?.hyphens ?? 0;
    guide.lineSet(lines.length, line);
    top = line.top + line.height;
    start = end;
  }
  askBefore(setter, paragraph.pieces.length, { line: Math.max(0, lines.length - 1), top });
  guide.lineSet(lines.length, lines.at(-1));
  return { lines, rooms, fits };
}

/** Turns in which the lines of a whole paragraph and the rooms that they find come to agree. */
const MOST_TURNS = 3;

/**
 * `text-wrap: pretty` beside floats: the best lines for the rooms that the lines before had, as long as they find these
 * rooms too. Where they do not, and where a float is met in the text, lines are filled one after the other.
 */
function best(setter: Setter, greedy: SetLines, from?: LineToken): readonly Line[] {
  const { paragraph, anchors } = setter;
  const start = from === undefined ? START : breakPointOf(paragraph, from);
  const first = leadingEnd(paragraph, start);
  const isMet = anchors.some(({ piece, element: { style } }) => piece >= first && style.float !== 'none');
  if (isMet || greedy.lines.length < 2) return greedy.lines;
  let { rooms } = greedy;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const ends = bestRest(paragraph, start, rooms);
    if (ends === undefined) break;
    const set = setLines({ ...setter, ends }, from);
    if (set.fits && isAlike(set.rooms, rooms)) return set.lines;
    rooms = set.rooms;
  }
  return setLines(setter, from).lines;
}

/** But for the last line, which is not filled. Further lines were given the last room. */
function isAlike(rooms: readonly Pt[], given: readonly Pt[]): boolean {
  const last = given.at(-1) ?? 0;
  return rooms.slice(0, -1).every((room, line) => Math.abs(room - (given[line] ?? last)) <= OVERHANG);
}

/**
 * `text-wrap: balance` beside floats that stand at the top of the first lines, all before the text, where all lines are
 * as high and no break is forced: as in browsers. CSS Text 4, section 6.3.1.
 */
function balanced(setter: Setter, { lines }: SetLines): readonly Line[] {
  const { paragraph, anchors, guide } = setter;
  const { units, root, content } = paragraph;
  const first = leadingEnd(paragraph, START);
  if (lines.length < 2 || lines.length > MOST_BALANCED || !guide.canBalance) return lines;
  if (anchors.some(({ piece }) => piece >= first) || units.some(({ isForced }) => isForced)) return lines;
  const height = root.above + root.below;
  const isEven = lines.every(
    (line, number) => Math.abs(line.height - height) + Math.abs(line.top - number * height) < TOUCH,
  );
  if (!isEven) return lines;
  const rooms = [...lines, undefined].map((_, number) =>
    guide.room({ number, top: number * height, height, least: 0 }),
  );
  const widths = rooms.map(({ width }) => width);
  const width = rooms.at(-1)?.base ?? 0;
  const steps = widths.filter((one, number) => number > 1 && Math.abs(one - widths[number - 1]!) > TOUCH); // number > 0
  if (steps.length > 1) return lines;
  const roomOf = (number: number): Pt => widths[Math.min(number, widths.length - 1)]!; // there are at least two lines
  const isBeside = steps.length > 0 || Math.abs(roomOf(1) - width) > TOUCH;
  const ends = balancedLines(units, { roomOf, width, style: content.style, isBeside });
  return ends === undefined ? lines : setLines({ ...setter, ends }).lines;
}

/** Sums of the same widths and heights differ in the last bits. */
const TOUCH: Pt = 0.01;

interface Setter {
  readonly paragraph: PreparedParagraph;
  readonly guide: LineGuide;
  readonly anchors: readonly { readonly piece: number; readonly element: StyledElement }[];
  /** How many of `anchors` stand before the line that is set. */
  asked: number;
  /** Where lines end, if that is known. */
  readonly ends?: readonly BreakPoint[];
}

function anchorPieces({ pieces, content }: PreparedParagraph): Setter['anchors'] {
  return pieces.flatMap(({ kind, item: index }, piece) => {
    const item = kind === 'anchor' ? content.items[index] : undefined;
    return item?.kind === 'anchor' ? [{ piece, element: item.element }] : [];
  });
}

/** Asks for the places before a piece that no line has asked for in vain: now there is nothing beside them. */
function askBefore(setter: Setter, piece: number, at: { readonly line: number; readonly top: Pt }): void {
  const { anchors, guide } = setter;
  for (; setter.asked < anchors.length && anchors[setter.asked]!.piece < piece; setter.asked += 1)
    guide.anchor(anchors[setter.asked]!.element, { ...at, free: Number.POSITIVE_INFINITY });
}

function setLine(
  setter: Setter,
  start: BreakPoint,
  at: { readonly line: number; readonly number: number; readonly top: Pt; readonly hyphens: number },
): { readonly line: Line; readonly end: BreakPoint; readonly room: Pt } {
  const { paragraph, guide } = setter;
  const { units, root } = paragraph;
  const unit = units[start.unit]!; // the caller looks
  const taken = start.split === 0 ? 0 : unit.splits()[start.split - 1]!.width; // a point that a breaker gave
  // As in browsers, a word that may be cut anywhere is cut beside a float rather than moved down, and text without breaks
  // stands there over its edge.
  const isWhole = wraps(paragraph, unit);
  const least = isWhole ? (unit.splits()[start.split]?.width ?? unit.width - unit.trailing) - taken : 0;
  askBefore(setter, leadingEnd(paragraph, start), at);
  let height = root.above + root.below;
  for (let tries = 1; ; tries += 1) {
    const line = { number: at.number, top: at.top, height, least };
    let room = guide.room(line);
    const marks: { readonly unit: number; readonly room: LineRoom; readonly takeBack: () => void }[] = [];
    const meet: AnchorRoom['meet'] = (unit, anchors, used, trailing) => {
      marks.push({ unit, room, takeBack: guide.mark() });
      for (const { item, before, after, leads } of anchors) {
        const free = room.width - used - before - after + (leads ? trailing : 0);
        if (free < -OVERHANG) break;
        const anchor = paragraph.content.items[item]!; // an anchor names its item
        if (anchor.kind === 'anchor' && guide.anchor(anchor.element, { line: at.line, top: room.top, free }))
          room = guide.room({ ...line, top: room.top, least: Number.NEGATIVE_INFINITY });
      }
      return room.width;
    };
    const undo: AnchorRoom['undo'] = (from) => {
      const mark = marks.find(({ unit }) => unit >= from);
      mark?.takeBack();
      room = mark?.room ?? room;
    };
    const mayHyphenate = at.hyphens < paragraph.content.style.hyphenateLimitLines;
    const wide = { room: room.width, mayHyphenate };
    const end = setter.ends?.[at.line] ?? endOfLine(units, start, wide, { meet, undo });
    const made = buildLine(paragraph, lineSpan(paragraph, { ...at, start, end, top: room.top }), room);
    if (made.height <= height + OVERHANG || tries >= MOST_TRIES) return { line: made, end, room: room.width };
    height = made.height;
    const again = guide.room({ ...line, height, top: at.top });
    if (again.top === room.top && again.start === room.start && again.width === room.width)
      return { line: made, end, room: room.width };
  }
}

function wraps({ pieces }: PreparedParagraph, { first, end }: ParagraphUnit): boolean {
  const text = pieces.slice(first, end).find((piece) => piece.kind === 'text');
  return text === undefined || text.style.canWrap;
}

/** The piece before which nothing on the line takes room. */
function leadingEnd(paragraph: PreparedParagraph, start: BreakPoint): number {
  const { pieces } = paragraph;
  let { piece } = piecePoint(paragraph, start);
  while (takesNoRoom(pieces[piece])) piece += 1;
  return piece;
}

const takesNoRoom = (piece: Piece | undefined): boolean =>
  piece?.kind === 'anchor' || ((piece?.kind === 'open' || piece?.kind === 'close') && piece.width === 0);
