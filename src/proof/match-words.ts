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
 * footer or the number of a link, is passed over; between the parts of a word too, where it is parted by a hyphen and by
 * the end of a page. `parted`: where hyphens at the ends of lines were, ascending.
 */
export function missingInOrder(
  blocks: readonly ExpectedBlock[],
  page: string,
  parted: readonly number[] = [],
): readonly MissingWord[] {
  const missing = missingInRuns(blocks, { page, parted });
  return missing.length === 0 || standsInOrder(blocks, page) ? [] : missing;
}

interface PageText {
  readonly page: string;
  readonly parted: readonly number[];
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

function missingInRuns(blocks: readonly ExpectedBlock[], text: PageText): readonly MissingWord[] {
  const { page } = text;
  const missing: MissingWord[] = [];
  let at = 0;
  for (const block of blocks) {
    const words = block.map(({ text }) => comparable(text));
    const whole = words.join('');
    const found = page.indexOf(whole, at);
    if (found === -1) at = matchWords(block, words, text, { at, missing });
    else at = found + whole.length;
  }
  return missing;
}

/** The words of fields that are nowhere in `page`: where a field stands is the layout's choice. */
export function missingAnywhere(
  fields: readonly ExpectedBlock[],
  page: string,
  parted: readonly number[] = [],
): readonly MissingWord[] {
  return fields.flatMap((field) => missingInOrder([field], page, parted));
}

/** Returns where the next block may begin. */
function matchWords(
  block: ExpectedBlock,
  words: readonly string[],
  text: PageText,
  found: { readonly at: number; readonly missing: MissingWord[] },
): number {
  const { missing } = found;
  let at = found.at;
  words.forEach((word, index) => {
    if (word === '') return;
    const end = endOfWord(words, index, text, at);
    if (end === -1) {
      const expected = block[index];
      if (expected === undefined) return;
      missing.push({ word: { ...expected, text: shorten(expected.text) }, context: contextOf(block, index) });
    } else at = end;
  });
  return at;
}

function endOfWord(words: readonly string[], index: number, { page, parted }: PageText, at: number): number {
  const found = findWord(words, index, page, at);
  if (found !== -1) return found + (words[index] ?? '').length;
  return endOfHyphenated(words, index, { page, parted }, at);
}

/** Letters on either side of a hyphen. */
const LEAST_PART = 2;

/** Where a word ends whose first part stands before a hyphen and whose rest comes later; -1 when it is not there. */
function endOfHyphenated(words: readonly string[], index: number, { page, parted }: PageText, at: number): number {
  const word = words[index] ?? '';
  const after = words.slice(index + 1, index + CONTEXT_WORDS).join('');
  for (const hyphen of parted) {
    if (hyphen <= at) continue;
    if (hyphen - at > NEAR + word.length) break;
    for (let letters = LEAST_PART; letters <= word.length - LEAST_PART && hyphen - letters >= at; letters += 1) {
      if (!page.endsWith(word.slice(0, letters), hyphen)) continue;
      const rest = word.slice(letters);
      const next = page.indexOf(rest + after, hyphen);
      const found = next === -1 ? page.indexOf(rest, hyphen) : next;
      if (found !== -1) return found + rest.length;
    }
  }
  return -1;
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
