import type { ComputedStyle } from '../document/types.ts';
import { ATOM_STAND_IN, NO_BREAK, PLAIN_BREAK } from './break-opportunities.ts';
import type { TextStyle } from './inline-box.ts';
import type { InlineItem } from './types.ts';
import type { ProcessedText } from './white-space.ts';

/** The paragraph as one text, so that break opportunities do not depend on where inline elements begin and end. */
export interface JoinedText {
  /** An atom is one character, and so is a forced break. */
  readonly text: string;
  readonly itemStarts: readonly number[];
  /** Takes the opportunities away that the styles do not allow, and adds those at the edges of elements. */
  readonly restrict: (allowed: Uint8Array) => void;
}

/** Where two items meet. */
interface Meeting {
  readonly at: number;
  /** Of the innermost boxes around the character before it and the one after it. */
  readonly before: TextStyle;
  readonly after: TextStyle;
  /** Of the boxes around those that close in between, from the inside outwards. */
  readonly outer: readonly TextStyle[];
  /** None opens after those that close. */
  readonly isEnd: boolean;
  /** Collapsible white space that wraps was here, and is gone as white space stands before it. */
  readonly keepsBreak: boolean;
}

export function joinTexts(
  items: readonly InlineItem[],
  texts: readonly (ProcessedText | undefined)[],
  root: TextStyle,
  styleOf: (style: ComputedStyle) => TextStyle,
): JoinedText {
  const itemStarts: number[] = [];
  const meetings: Meeting[] = [];
  const stack: TextStyle[] = [root];
  let before = root;
  let outer: TextStyle[] = [];
  let isEnd = true;
  let keepsBreak = false;
  let text = '';
  for (const [index, item] of items.entries()) {
    itemStarts.push(text.length);
    if (item.kind === 'anchor') continue;
    if (item.kind === 'open') {
      stack.push(styleOf(item.element.style));
      isEnd = false;
      continue;
    }
    if (item.kind === 'close') {
      if (stack.length > 1) stack.pop();
      outer.push(stack.at(-1) ?? root);
      isEnd = true;
      continue;
    }
    const after = item.kind === 'text' || item.kind === 'page-counter' ? styleOf(item.style) : (stack.at(-1) ?? root);
    const characters = charactersOf(item, texts[index]);
    if (item.kind === 'text') keepsBreak ||= after.canWrap && losesFirstSpace(item.text, characters);
    if (characters === '') continue;
    meetings.push({ at: text.length, before, after, outer, isEnd, keepsBreak });
    text += characters;
    before = after;
    outer = [];
    isEnd = true;
    keepsBreak = false;
  }
  return { text, itemStarts, restrict: (allowed) => restrict(allowed, text, meetings) };
}

function charactersOf(
  item: Exclude<InlineItem, { kind: 'open' | 'close' | 'anchor' }>,
  processed: ProcessedText | undefined,
): string {
  if (item.kind === 'text') return processed?.text ?? '';
  if (item.kind === 'page-counter') return item.text;
  return item.kind === 'atom' ? ATOM_STAND_IN : '\n';
}

const losesFirstSpace = (text: string, processed: string): boolean =>
  /^[ \t\n\r]/.test(text) && !processed.startsWith(' ');

function restrict(allowed: Uint8Array, text: string, meetings: readonly Meeting[]): void {
  /** Behind white space that is at an opportunity of what stands before it. */
  let behind = -1;
  for (const [index, meeting] of meetings.entries()) {
    if (index > 0) behind = atMeeting(allowed, text, meeting, behind === meeting.at);
    if (meeting.after.canWrap) continue;
    const end = meetings[index + 1]?.at ?? text.length;
    for (let at = meeting.at + 1; at < end; at += 1) if (at !== behind) allowed[at] = NO_BREAK;
  }
}

/**
 * As in browsers, the box of the text before the edge of an element decides, where CSS Text 3, section 5.1, has it so for
 * white space alone; after a nowrap box the boxes around it do. A wrapping box that ends, or white space in it, is parted
 * from white space that does not wrap: gives the offset behind that white space if it goes at the end of a line.
 */
function atMeeting(allowed: Uint8Array, text: string, meeting: Meeting, isBehind: boolean): number {
  const { at, before, after, outer, isEnd, keepsBreak } = meeting;
  // UAX 14, rule LB6: never before a forced break.
  if (text[at] === '\n') {
    allowed[at] = NO_BREAK;
    return -1;
  }
  const follows = isSpace(text, at - 1);
  const precedes = isSpace(text, at);
  const isAllowed = allowed[at] !== NO_BREAK;
  let can = isBehind || (before.canWrap && isAllowed);
  let inner = before;
  for (const box of outer) {
    if (!can && inner.canWrap) can = precedes && isEnd && (follows || box.style.whiteSpace !== 'pre-wrap');
    else if (!can && box.canWrap) can = isAllowed && !follows;
    inner = box;
  }
  can ||= follows && ((keepsBreak && isAllowed) || (precedes && before.canWrap && !after.canWrap));
  if (!can || (precedes && after.canWrap)) allowed[at] = NO_BREAK;
  else if (precedes && after.style.whiteSpace === 'nowrap') {
    allowed[at] = NO_BREAK;
    allowed[at + 1] = PLAIN_BREAK;
    return at + 1;
  } else if (!isAllowed) allowed[at] = PLAIN_BREAK;
  return -1;
}

const isSpace = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';
