import type { BreakOptions, Hyphenator } from './types.ts';

/** EYD V, II.E.2: no letter alone at the start or the end of a line. */
const FEWEST = 2;
const HYPHENS = /[-\u2010\u2011\u2013/]/;
/** What belongs to a word, one code unit; the rest are marks around it. */
const INNER = /[\p{L}\p{M}\p{N}\p{Cs}]/u;
/** Most words. */
const PLAIN = /^[A-Za-z]+$/;
const LETTERS = /^\p{L}+$/u;

/**
 * Where a word may be broken with a hyphen, as UTF-16 indexes into `word`. Marks around the word stay with it; parts
 * between hyphens are words of their own (un-dang-undang). A word with anything else inside it (a digit, a point, an
 * apostrophe, a soft hyphen that somebody has set) has no break, and neither has a word of a language that is not loaded.
 */
export function hyphenateWord(word: string, options: BreakOptions, hyphenator: Hyphenator): readonly number[] {
  const breaker = hyphenator.breakers.get(options.language);
  if (breaker === undefined) return [];
  const before = Math.max(FEWEST, options.before ?? FEWEST);
  const after = Math.max(FEWEST, options.after ?? FEWEST);
  if (PLAIN.test(word)) return within(breaker(word), word.length, { before, after });
  const { start, end } = coreOf(word);
  const parts = word.slice(start, end).split(HYPHENS);
  if (!parts.every((part) => part === '' || LETTERS.test(part))) return [];
  const breaks: number[] = [];
  let offset = start;
  for (const part of parts) {
    for (const at of within(breaker(part), part.length, { before, after })) breaks.push(offset + at);
    offset += part.length + 1;
  }
  return breaks;
}

function within(
  breaks: readonly number[],
  length: number,
  { before, after }: { readonly before: number; readonly after: number },
): readonly number[] {
  return breaks.filter((at) => at >= before && length - at >= after);
}

/** The word within `word`, without marks around it. */
function coreOf(word: string): { readonly start: number; readonly end: number } {
  let start = 0;
  let end = word.length;
  while (start < end && !INNER.test(word.charAt(start))) start += 1;
  while (end > start && !INNER.test(word.charAt(end - 1))) end -= 1;
  return { start, end };
}
