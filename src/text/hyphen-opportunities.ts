import { breakLanguage } from '../hyphenate/break-language.ts';
import { hyphenateWord } from '../hyphenate/hyphenate-word.ts';
import type { BreakLanguage, Hyphenator } from '../hyphenate/types.ts';
import { HYPHEN_BREAK, NO_BREAK, SHORT_HYPHEN_BREAK, SOFT_HYPHEN } from './break-opportunities.ts';
import type { InlineContent, InlineItem } from './types.ts';

/** A paragraph as one text, and where its items begin in it. */
interface HyphenatedText {
  readonly content: InlineContent;
  readonly text: string;
  readonly itemStarts: readonly number[];
  readonly hyphenator: Hyphenator | undefined;
}

/**
 * CSS Text 4, section 6.3, `hyphens`: soft hyphens are taken away as opportunities where it is `none`, and where it is
 * `auto` the breaks of words are added. A word with a soft hyphen in it is broken nowhere else.
 */
export function markHyphens(allowed: Uint8Array, { content, text, itemStarts, hyphenator }: HyphenatedText): void {
  if (text.includes('\u00ad')) dropSoftHyphens(allowed, content.items, text, itemStarts);
  if (hyphenator === undefined || !content.items.some(isAutomatic)) return;
  const ranges = rangesOf(content, itemStarts, text.length);
  let index = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    while (ranges[index]!.end <= start) index += 1; // the last one ends with the text
    const { language, style } = ranges[index]!;
    if (language === undefined || word.length < style.hyphenateLimitChars.word) continue;
    let range = index;
    for (const at of breaksOf(word, language, hyphenator)) {
      // The character before the break says whether it may be.
      while (ranges[range]!.end < start + at) range += 1;
      const { hyphens, hyphenateLimitChars: limits } = ranges[range]!.style;
      const part = partAround(word, at);
      const after = part.end - at;
      if (hyphens !== 'auto' || part.end - part.start < limits.word) continue;
      if (at - part.start < limits.before || after < limits.after || allowed[start + at] !== NO_BREAK) continue;
      allowed[start + at] = after < LONG_END ? SHORT_HYPHEN_BREAK : HYPHEN_BREAK;
    }
  }
}

type TextItem = Extract<InlineItem, { kind: 'text' }>;

const isAutomatic = (item: InlineItem): item is TextItem => item.kind === 'text' && item.style.hyphens === 'auto';

/** With white space, atoms and forced breaks in between. */
const WORD = /[^\s\ufffc]+/gu;
const PART = /[\p{L}\p{M}\p{N}'\u2019]+/gu;
/** So many letters behind a hyphen are no scrap. */
const LONG_END = 3;

function dropSoftHyphens(
  allowed: Uint8Array,
  items: readonly InlineItem[],
  text: string,
  itemStarts: readonly number[],
): void {
  items.forEach((item, index) => {
    if (item.kind !== 'text' || item.style.hyphens !== 'none') return;
    const end = itemStarts[index + 1] ?? text.length;
    for (let at = itemStarts[index]!; at < end; at += 1) {
      if (text.charCodeAt(at) === SOFT_HYPHEN && allowed[at + 1] === HYPHEN_BREAK) allowed[at + 1] = NO_BREAK;
    }
  });
}

interface TextRange {
  readonly end: number;
  readonly style: TextItem['style'];
  readonly language: BreakLanguage | undefined;
}

/** One for each item with text; together they cover it. */
function rangesOf({ items, lang, style }: InlineContent, itemStarts: readonly number[], length: number): TextRange[] {
  const ranges: TextRange[] = [];
  const languages = [lang];
  items.forEach((item, index) => {
    if (item.kind === 'open') languages.push(item.element.attributes.lang ?? languages.at(-1) ?? lang);
    else if (item.kind === 'close') languages.pop();
    const end = itemStarts[index + 1] ?? length;
    if (end === itemStarts[index]) return;
    const language = item.kind === 'text' ? breakLanguage(languages.at(-1) ?? lang) : undefined;
    ranges.push({ end, style: item.kind === 'text' ? item.style : style, language });
  });
  return ranges;
}

/** The letters around a break, between hyphens that are written. */
function partAround(word: string, at: number): { readonly start: number; readonly end: number } {
  for (const { 0: part, index } of word.matchAll(PART)) {
    if (index + part.length > at) return { start: index, end: index + part.length };
  }
  return { start: 0, end: word.length };
}

/** Words of a language come again and again. */
const WORDS_KEPT = 4_000;
const known = new WeakMap<Hyphenator, Map<BreakLanguage, Map<string, readonly number[]>>>();

function breaksOf(word: string, language: BreakLanguage, hyphenator: Hyphenator): readonly number[] {
  const words = wordsOf(language, hyphenator);
  let breaks = words.get(word);
  if (breaks === undefined) {
    breaks = hyphenateWord(word, { language }, hyphenator);
    if (words.size >= WORDS_KEPT) words.clear();
    words.set(word, breaks);
  }
  return breaks;
}

function wordsOf(language: BreakLanguage, hyphenator: Hyphenator): Map<string, readonly number[]> {
  let languages = known.get(hyphenator);
  if (languages === undefined) {
    languages = new Map();
    known.set(hyphenator, languages);
  }
  let words = languages.get(language);
  if (words === undefined) {
    words = new Map();
    languages.set(language, words);
  }
  return words;
}
