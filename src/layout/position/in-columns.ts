import type { Point, Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import { TOLERANCE } from '../block/break-rules.ts';
import { UNLIMITED } from '../block/frame.ts';
import type { Fragment, LayoutContext, Space, WaitingBox } from '../types.ts';
import { type Ancestors, addPoints, containerOf, isPositioned } from './ancestors.ts';
import { type AbsoluteBox, placeAbsolute } from './place-absolute.ts';
import { inlineShift } from './shift-inlines.ts';

/**
 * Absolutely positioned boxes whose containing block lies in columns: they are cut where the columns end, as what is in
 * the flow. Places count as if the columns stood below each other; what reaches below the last goes on in further ones
 * beside it. CSS Multi-column Layout 1, section 8.1; CSS Fragmentation 3, section 4.
 */
export interface ColumnsScene {
  readonly ancestors: Ancestors;
  readonly page: Space['page'];
  readonly context: LayoutContext;
  /** From one column to the next. */
  readonly step: Pt;
}

/** A column: its rectangle counts from the container. */
export interface StandingColumn {
  readonly fragment: Fragment;
  readonly height: Pt;
}

export interface PlacedInColumns {
  /** Of these the place is known. */
  readonly settled: readonly WaitingBox[];
  /** By the first fragment of the containing block; relative to its border box. */
  readonly pieces: readonly { readonly around: Fragment; readonly piece: Fragment }[];
  /** That they reach into. */
  readonly columns: number;
  /** How much higher the columns must be at least to take more of one; `undefined` when all fit. */
  readonly shortage: Pt | undefined;
  /** Something that is not cut stands out of its column. */
  readonly isTooLow: boolean;
}

/** `start`: in the strip of all columns below each other; `at`: from the container. */
interface Band {
  readonly start: Pt;
  readonly height: Pt;
  readonly at: Point;
}

/** Padding box of a containing block in the strip, over all columns. */
interface Area {
  readonly around: Fragment;
  readonly at: Point;
  readonly rect: Rect;
  readonly isWhole: boolean;
  /** Columns up to the end of the row in which it ends. */
  readonly end: number;
}

interface Seeker {
  readonly one: WaitingBox;
  readonly at: Point;
  readonly container: StyledElement;
}

interface Found {
  readonly areas: Map<number, Area>;
  readonly seekers: Seeker[];
  /** Columns up to the end of the row at hand. */
  end: number;
}

interface Strip {
  readonly bands: readonly Band[];
  readonly step: Pt;
}

/** Columns are at least one px high, so that each takes something. */
const LEAST_HEIGHT: Pt = 0.75;
const MOST_COLUMNS = 10_000;

export function placeInColumns(columns: readonly StandingColumn[], scene: ColumnsScene): PlacedInColumns | undefined {
  if (!columns.some(({ fragment }) => holdsWaiting(fragment))) return undefined;
  const strip: Strip = { bands: bandsOf(columns), step: scene.step };
  const found: Found = { areas: new Map(), seekers: [], end: 0 };
  columns.forEach(({ fragment }, i) => {
    const band = bandAt(strip, i);
    if (i >= found.end) found.end = rowEnd(strip.bands, i);
    collect(fragment, { x: 0, y: band.start }, band.at, found, scene);
  });
  const settled: WaitingBox[] = [];
  const pieces: { around: Fragment; piece: Fragment }[] = [];
  let reached = columns.length;
  let shortage: Pt | undefined;
  let isTooLow = false;
  // What is positioned inside a box joins the end of the list.
  for (let i = 0; i < found.seekers.length; i++) {
    const seeker = found.seekers[i];
    const area = seeker === undefined ? undefined : found.areas.get(seeker.container.id);
    if (seeker === undefined || area === undefined || !area.isWhole) continue;
    settled.push(seeker.one);
    // Boxes across all columns come when it is known what stands above them.
    const cut = placeOne(seeker, area, { ...strip, bands: strip.bands.slice(0, area.end) }, scene);
    found.end = area.end;
    for (const { piece, at } of cut.pieces) {
      const { x, y } = piece.rect;
      pieces.push({
        around: area.around,
        piece: { ...piece, rect: { ...piece.rect, x: x - area.at.x, y: y - area.at.y } },
      });
      const known = pieces[pieces.length - 1];
      if (known !== undefined) collect(known.piece, at, { x, y }, found, scene);
    }
    reached = Math.max(reached, cut.last + 1);
    isTooLow ||= cut.isTooLow;
    if (cut.shortage !== undefined) shortage = Math.min(shortage ?? cut.shortage, cut.shortage);
  }
  return { settled, pieces, columns: reached, shortage, isTooLow };
}

/** The columns of a row begin at the same height. */
function rowEnd(bands: readonly Band[], index: number): number {
  const behind = bands.findIndex(({ at }, i) => i > index && at.y !== bands[index]?.at.y);
  return behind < 0 ? bands.length : behind;
}

const holdsWaiting = ({ waiting, children, atoms }: Fragment): boolean =>
  waiting !== undefined || children.some(holdsWaiting) || atoms.some(holdsWaiting);

function bandsOf(columns: readonly StandingColumn[]): readonly Band[] {
  let start = 0;
  return columns.map(({ fragment, height }): Band => {
    const band = { start, height: Math.max(LEAST_HEIGHT, height), at: { x: fragment.rect.x, y: fragment.rect.y } };
    start += band.height;
    return band;
  });
}

/** Behind the last there are more, as high as it. */
function bandAt({ bands, step }: Strip, index: number): Band {
  const band = bands[index];
  if (band !== undefined) return band;
  const last = bands[bands.length - 1];
  if (last === undefined) throw new Error('A row of columns is empty');
  const more = index - bands.length + 1;
  return { ...last, start: last.start + more * last.height, at: { x: last.at.x + more * step, y: last.at.y } };
}

function bandOf(strip: Strip, y: Pt): number {
  const { bands } = strip;
  const inside = bands.findIndex(({ start, height }) => y < start + height - TOLERANCE);
  if (inside >= 0) return inside;
  const { start, height } = bandAt(strip, bands.length);
  return Math.min(MOST_COLUMNS, bands.length + Math.max(0, Math.floor((y + TOLERANCE - start) / height)));
}

/** `at`: in the strip; `place`: from the container of the columns. */
function collect(fragment: Fragment, at: Point, place: Point, found: Found, scene: ColumnsScene): void {
  const { element, anonymous } = fragment;
  if (isPositioned(element) && !anonymous) addArea(fragment, at, place, found);
  for (const one of fragment.waiting ?? []) {
    const { id } = one.box.element;
    const container = containerOf(one.box.element, scene.ancestors);
    const shift = inlineShift(scene.ancestors.parents.get(id), fragment, scene.ancestors);
    if (container !== undefined) found.seekers.push({ one, at: addPoints(addPoints(at, one.at), shift), container });
  }
  // Columns in columns keep what has its containing block in them.
  const inner: Found = { areas: new Map(), seekers: [], end: found.end };
  for (const child of [...fragment.children, ...fragment.atoms]) {
    const into = child.columnHeight === undefined ? found : inner;
    collect(child, addPoints(at, child.rect), addPoints(place, child.rect), into, scene);
  }
  for (const one of inner.seekers) if (!inner.areas.has(one.container.id)) found.seekers.push(one);
}

function addArea(fragment: Fragment, at: Point, place: Point, { areas, end }: Found): void {
  const { element, rect, border, isLast } = fragment;
  const before = areas.get(element.id);
  const height = Math.max(0, rect.height - border.top - border.bottom);
  if (before !== undefined) {
    areas.set(element.id, {
      ...before,
      rect: { ...before.rect, height: before.rect.height + height },
      isWhole: isLast,
    });
    return;
  }
  const width = Math.max(0, rect.width - border.left - border.right);
  const inside = { x: at.x + border.left, y: at.y + border.top, width, height };
  areas.set(element.id, { around: fragment, at: place, rect: inside, isWhole: isLast, end });
}

/** One box in its columns. */
interface Cut {
  /** Relative to the container of the columns; `at`: in the strip. */
  readonly pieces: readonly { readonly piece: Fragment; readonly at: Point }[];
  readonly last: number;
  readonly shortage: Pt | undefined;
  readonly isTooLow: boolean;
}

function placeOne({ one, at }: Seeker, area: Area, strip: Strip, scene: ColumnsScene): Cut {
  const { rect } = area;
  const position = { at: { x: at.x - rect.x, y: at.y - rect.y }, align: one.align };
  const made = placeAbsolute(one.box, rect, position, scene);
  const x = rect.x + made.fragment.rect.x;
  const y = rect.y + made.fragment.rect.y;
  const first = bandOf(strip, y);
  const band = bandAt(strip, first);
  const over = y + reach(made.fragment) - band.start - band.height;
  if (over > TOLERANCE && one.box.kind !== 'replaced') return cutBox(made, { x, y }, first, { strip, scene });
  const isTooLow = over > TOLERANCE;
  const piece = standing(made.fragment, { x, y }, band);
  return { pieces: [{ piece, at: { x, y } }], last: first, shortage: isTooLow ? over : undefined, isTooLow };
}

const standing = (fragment: Fragment, at: Point, band: Band): Fragment => ({
  ...fragment,
  rect: { ...fragment.rect, x: band.at.x + at.x, y: band.at.y + at.y - band.start },
});

function cutBox(
  { fragment: whole, box, asked }: AbsoluteBox,
  at: Point,
  first: number,
  { strip, scene }: { readonly strip: Strip; readonly scene: ColumnsScene },
): Cut {
  const pieces: { piece: Fragment; at: Point }[] = [];
  let resume: Parameters<LayoutContext['layoutBox']>[2];
  let shortage: Pt | undefined;
  let isTooLow = false;
  const note = (more: Pt | undefined): void => {
    if (more !== undefined && more > 0) shortage = Math.min(shortage ?? more, more);
  };
  let { y } = at;
  let index = first;
  for (; index < MOST_COLUMNS; index++) {
    const band = bandAt(strip, index);
    const offset = Math.max(0, y - band.start);
    const room = index + 1 < MOST_COLUMNS ? band.start + band.height - y : UNLIMITED;
    const space: Space = { ...asked, formattingRoot: true, blockLeft: room, offset, fragmentainer: 'lone-column' };
    const result = scene.context.layoutBox(box, space, resume);
    const { fragment } = result;
    note(result.shortage);
    if (fragment !== undefined) {
      pieces.push({ piece: standing(fragment, { x: at.x, y }, band), at: { x: at.x, y } });
      resume = result.resume;
      if (resume === undefined) {
        const over = fragment.rect.height - room;
        isTooLow ||= over > TOLERANCE;
        note(over > TOLERANCE ? over : undefined);
        break;
      }
    }
    y = band.start + band.height;
  }
  if (pieces.length === 0) pieces.push({ piece: standing(whole, at, bandAt(strip, first)), at });
  return { pieces, last: index, shortage, isTooLow };
}

/** Height of a box with what stands out of it below. */
function reach({ rect, children, lines, border, padding, element }: Fragment): Pt {
  if (element.style.overflow !== 'visible') return rect.height;
  const top = border.top + padding.top;
  const linesEnd = lines.reduce((most, line) => Math.max(most, top + line.top + line.height), rect.height);
  return children.reduce((most, child) => Math.max(most, child.rect.y + reach(child)), linesEnd);
}
