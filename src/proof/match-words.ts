import { comparable } from './comparable.ts';
import type { ExpectedBlock, ExpectedWord } from './expected-text.ts';

export interface MissingWord {
  readonly word: ExpectedWord;
  /** The words around it, as written. */
  readonly context: string;
}

/** How far, in characters, a word may stand from the one before when nothing after it helps: a number, a marker. */
const NEAR = 40;
/** Words after a word that make sure of its place behind a gap: a footer, a column beside. */
const CONTEXT_WORDS = 3;

/**
 * The words of the blocks that are not in `page` (comparable text) in this order. What stands between words, such as a
 * footer or the number of a link, is passed over.
 */
export function missingInOrder(blocks: readonly ExpectedBlock[], page: string): readonly MissingWord[] {
  const missing = missingInRuns(blocks, page);
  return missing.length === 0 || standsInOrder(blocks, page) ? [] : missing;
}

/**
 * A search for runs of words goes astray where a text repeats itself and a page ends in it: it takes the next whole
 * occurrence. Word by word, taking always the first, finds every text that is there; a word that is lost leaves the
 * words after it nowhere to stand.
 */
function standsInOrder(blocks: readonly ExpectedBlock[], page: string): boolean {
  let at = 0;
  for (const { text } of blocks.flat()) {
    const word = comparable(text);
    const found = page.indexOf(word, at);
    at = found === -1 ? endOfParted(word, page, at) : found + word.length;
    if (at === -1) return false;
  }
  return true;
}

/** A word as long as a line may itself be parted by the end of a page. */
const LONG_WORD = 40;

function endOfParted(word: string, page: string, at: number): number {
  for (let length = word.length - 1; length > 0 && word.length >= LONG_WORD; length -= 1) {
    const found = page.indexOf(word.slice(0, length), at);
    const rest = word.slice(length);
    const second = found === -1 ? -1 : page.indexOf(rest, found + length);
    if (second !== -1) return second + rest.length;
  }
  return -1;
}

function missingInRuns(blocks: readonly ExpectedBlock[], page: string): readonly MissingWord[] {
  const missing: MissingWord[] = [];
  let at = 0;
  for (const block of blocks) {
    const words = block.map(({ text }) => comparable(text));
    const whole = words.join('');
    const found = page.indexOf(whole, at);
    if (found === -1) at = matchWords(block, words, page, at, missing);
    else at = found + whole.length;
  }
  return missing;
}

/** The words of fields that are nowhere in `page`: where a field stands is the layout's choice. */
export function missingAnywhere(fields: readonly ExpectedBlock[], page: string): readonly MissingWord[] {
  return fields.flatMap((field) => missingInOrder([field], page));
}

/** Returns where the next block may begin. */
function matchWords(
  block: ExpectedBlock,
  words: readonly string[],
  page: string,
  from: number,
  missing: MissingWord[],
): number {
  let at = from;
  words.forEach((word, index) => {
    if (word === '') return;
    const found = findWord(words, index, page, at);
    if (found === -1) {
      const expected = block[index];
      if (expected !== undefined) missing.push({ word: expected, context: contextOf(block, index) });
    } else at = found + word.length;
  });
  return at;
}

function findWord(words: readonly string[], index: number, page: string, at: number): number {
  const word = words[index] ?? '';
  if (page.startsWith(word, at)) return at;
  const after = words.slice(index, index + CONTEXT_WORDS);
  const far = after.length > 1 ? page.indexOf(after.join(''), at) : -1;
  if (far !== -1) return far;
  // The first word of a block has no word before it that its distance could count from.
  const near = page.indexOf(word, at);
  return near !== -1 && (index === 0 || near - at <= NEAR) ? near : -1;
}

function contextOf(block: ExpectedBlock, index: number): string {
  return block
    .slice(Math.max(0, index - 2), index + 3)
    .map(({ text }) => text)
    .join(' ');
}
