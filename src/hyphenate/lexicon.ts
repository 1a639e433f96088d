import { syllableBreaks } from './syllables.ts';

/** The roots that are known, with their breaks. */
export interface Lexicon {
  /** Breaks in letters from the start of the root; undefined when it is not known. */
  breaksOf(root: string): readonly number[] | undefined;
  /** Whether running text seldom has the root, so that a reading with another root is likelier. */
  isSeldom(root: string): boolean;
}

/** The texts of word lists; no word stands in two of them. */
export interface WordLists {
  readonly common: readonly string[];
  readonly seldom: readonly string[];
}

interface WordSet {
  /** Roots that break by the rules; lines of another kind are in it too and are never asked for. */
  readonly plain: ReadonlySet<string>;
  /** Root → its line, which shows the breaks. */
  readonly shown: ReadonlyMap<string, string>;
}

const SHOWN = /^=.+$|^[a-z]+-.+$/gm;

/**
 * Reads word lists: one root a line, in small letters; `-` where it breaks when the rules would not find that, `=` before
 * a root that is whole; lines that begin with `#` are comments. The lines are not looked at one by one: that would be
 * most of the time that a short text takes.
 */
export function createLexicon({ common, seldom }: WordLists): Lexicon {
  const often = readLists(common);
  const rarely = readLists(seldom);
  const known = new Map<string, readonly number[]>();
  return {
    isSeldom: (root) => rarely.plain.has(root) || rarely.shown.has(root),
    breaksOf: (root) => {
      const found = known.get(root) ?? lookUp(root, often) ?? lookUp(root, rarely);
      if (found !== undefined) known.set(root, found);
      return found;
    },
  };
}

function readLists(lists: readonly string[]): WordSet {
  const text = lists.join('\n').replaceAll('\r', '');
  const shown = new Map<string, string>();
  for (const [line] of text.matchAll(SHOWN)) shown.set(line.replaceAll(/[-=]/g, ''), line);
  return { plain: new Set(text.split('\n')), shown };
}

function lookUp(root: string, { plain, shown }: WordSet): readonly number[] | undefined {
  const line = shown.get(root);
  if (line !== undefined) return breaksOfLine(line);
  return plain.has(root) ? syllableBreaks(root) : undefined;
}

/** `prog-ram` → 4; `=sains` is whole. */
function breaksOfLine(line: string): readonly number[] {
  if (line.startsWith('=')) return [];
  const breaks: number[] = [];
  let letters = 0;
  for (const part of line.split('-').slice(0, -1)) {
    letters += part.length;
    breaks.push(letters);
  }
  return breaks;
}
