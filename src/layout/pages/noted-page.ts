import type { Pt } from '../../base/units.ts';
import type { BlockContext } from '../block/block-context.ts';
import { TOLERANCE } from '../block/break-rules.ts';
import type { Box, Fragment, LayoutResult } from '../types.ts';
import { type FootnoteArea, greatestHeight, type Note, setNotes } from './footnote-area.ts';
import { type FootnoteCall, footnoteCalls } from './footnote-calls.ts';

/** Times that the flow of one page is laid out to make room for its notes. */
const MOST_TRIES = 8;

export interface NotedPage {
  /** `undefined`: the notes of earlier pages leave no room for anything else. */
  readonly flow: LayoutResult | undefined;
  readonly footnotes: Fragment | undefined;
  /** What goes on at the foot of the next page. */
  readonly carried: readonly Note[];
}

export interface NotedPageInput {
  /** The flow in so much room from the top of the page; `undefined`: there is none left. */
  readonly layFlow: ((room: Pt) => LayoutResult) | undefined;
  /** All the room for flow and notes. */
  readonly room: Pt;
  readonly area: FootnoteArea;
  /** Of earlier pages: they come first. */
  readonly carried: readonly Note[];
  readonly notes: ReadonlyMap<number, Box>;
}

/**
 * A page with its notes at the foot: CSS GCPM 3, section 2. The flow gets less room from try to try, until the notes
 * of the calls that stand on the page fit below it; so it always ends. `undefined` when nothing of the flow fits.
 */
export function layoutNotedPage(input: NotedPageInput, context: BlockContext): NotedPage | undefined {
  const { layFlow, room, area, carried } = input;
  const most = greatestHeight(area);
  const before = setNotes(carried, area, { room: most, mustTake: true }, context);
  const onlyNotes: NotedPage = { flow: undefined, footnotes: before.fragment, carried: before.rest };
  if (layFlow === undefined || before.rest.length > 0) {
    // What does not end here needs all the room that notes may have; the flow goes on beside the last part.
    if (layFlow === undefined || room - before.height <= TOLERANCE) return onlyNotes;
  }
  let limit = room - before.height;
  let flow = layFlow(limit);
  // Something that cannot be cut would lie over the notes.
  if (carried.length > 0 && usedBy(flow) > limit + TOLERANCE) return onlyNotes;
  for (let tries = 1; tries < MOST_TRIES && flow.fragment !== undefined; tries++) {
    const trial: Trial = { ...input, most, used: usedBy(flow), goesOn: flow.resume !== undefined, before };
    const next = lessRoom(footnoteCalls(flow.fragment), trial, context);
    if (next === undefined || next >= limit - TOLERANCE) break;
    // Below what goes on from the page before there is no room for the first line and its note.
    if (next <= TOLERANCE && carried.length > 0) return onlyNotes;
    limit = next;
    flow = layFlow(limit);
  }
  if (flow.fragment === undefined) return carried.length > 0 ? onlyNotes : undefined;
  const notes = [...carried, ...notesOf(footnoteCalls(flow.fragment), input)];
  const left = Math.min(most, room - usedBy(flow));
  const set = setNotes(notes, area, { room: left, mustTake: carried.length > 0 }, context);
  return { flow, footnotes: set.fragment, carried: set.rest };
}

const usedBy = ({ fragment }: LayoutResult): Pt => fragment?.rect.height ?? 0;

function notesOf(calls: readonly FootnoteCall[], { notes }: Pick<NotedPageInput, 'notes'>): readonly Note[] {
  return calls.flatMap(({ note }) => {
    const box = notes.get(note);
    return box === undefined ? [] : [{ box, resume: undefined }];
  });
}

interface Trial extends NotedPageInput {
  readonly most: Pt;
  /** Height of the flow as it was laid out. */
  readonly used: Pt;
  /** Whether there is more of it. */
  readonly goesOn: boolean;
  readonly before: { readonly height: Pt };
}

/**
 * The room that the flow should have instead, so that it keeps as many calls as have their notes below them;
 * `undefined`: it may stay.
 */
function lessRoom(calls: readonly FootnoteCall[], trial: Trial, context: BlockContext): Pt | undefined {
  const { room, area, carried, most, used } = trial;
  if (calls.length === 0) return undefined;
  /** Height of the area with the notes of the first calls, set whole. */
  const heightOf = (count: number): Pt =>
    count === 0
      ? trial.before.height
      : setNotes([...carried, ...notesOf(calls.slice(0, count), trial)], area, WHOLE, context).height;
  const all = heightOf(calls.length);
  if (all <= Math.min(most, room - used) + TOLERANCE) return undefined;
  /** Down to the lowest of the first calls. */
  const bottomOf = (count: number): Pt => Math.max(0, ...calls.slice(0, count).map(({ bottom }) => bottom));
  let kept = calls.length;
  let height = all;
  while (kept > 0 && height > Math.min(most, room - bottomOf(kept)) + TOLERANCE) {
    kept--;
    height = heightOf(kept);
  }
  const next = calls[kept];
  if (next === undefined) return room - height;
  const alone = setNotes(notesOf([next], trial), area, WHOLE, context).height;
  const isTall = alone > Math.min(most, room - (next.bottom - next.top)) + TOLERANCE;
  if (isTall || next.top <= TOLERANCE) {
    // No page has room for this note: it begins below its call and goes on at the foot of the next page.
    const begins = (bottom: Pt): boolean => {
      const left = { room: Math.min(most, room - bottom), mustTake: false };
      const { rest } = setNotes([...carried, ...notesOf(calls.slice(0, kept + 1), trial)], area, left, context);
      return rest.length === 1 && rest[0]?.resume !== undefined;
    };
    const following = calls[kept + 1];
    if (!trial.goesOn && following === undefined && begins(used)) return undefined;
    // The text goes on beside what its area may take, up to the next call.
    const beside = Math.min(room - Math.min(most, heightOf(kept + 1)), following?.top ?? room);
    const end = Math.max(bottomOf(kept + 1), beside);
    if (begins(end)) return end;
  }
  // The line or the block goes to the next page, with the notes of all calls on it.
  while (kept > 0 && (calls[kept - 1]?.bottom ?? 0) > next.movedTop + TOLERANCE) kept--;
  return Math.min(room - heightOf(kept), next.movedTop);
}

const WHOLE = { room: Number.POSITIVE_INFINITY, mustTake: true } as const;
