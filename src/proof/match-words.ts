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

/** A word as long as a line may itself be parted by the ends of pages. */
const LONG_WORD = 40;
/** So many characters of a parted word are looked for behind a gap. */
const PIECE = 8;

/** Where a parted word ends; -1 when it is not there. Runs on as far as it can, then looks for what follows. */
function endOfParted(word: string, page: string, from: number): number {
  if (word.length < LONG_WORD) return -1;
  let at = from;
  let done = 0;
  while (done < word.length) {
    at = page.indexOf(word.slice(done, done + PIECE), at);
    if (at === -1) return -1;
    while (done < word.length && page[at] === word[done]) {
      at += 1;
      done += 1;
    }
  }
  return at;
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
      if (expected === undefined) return;
      missing.push({ word: { ...expected, text: shorten(expected.text) }, context: contextOf(block, index) });
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
    .map(({ text }) => shorten(text))
    .join(' ');
}

/** For a message. */
function shorten(text: string): string {
  return text.length <= LONG_WORD ? text : `${text.slice(0, LONG_WORD)}…`;
}
