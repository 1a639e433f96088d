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

/** Root → its line: the root itself where it breaks by the rules. */
type Lines = ReadonlyMap<string, string>;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Reads word lists: one root a line, in small letters and sorted by letters; `-` where it breaks when the rules would not
 * find that, `=` behind a root that is whole; lines that begin with `#` are comments. What begins with one letter is read
 * when the first root with that letter is asked for: a short text needs few of them.
 */
export function createLexicon({ common, seldom }: WordLists): Lexicon {
  const often = linesByLetter(common);
  const rarely = linesByLetter(seldom);
  const known = new Map<string, readonly number[]>();
  return {
    isSeldom: (root) => rarely(root).has(root),
    breaksOf: (root) => {
      const found = known.get(root);
      if (found !== undefined) return found;
      const line = often(root).get(root) ?? rarely(root).get(root);
      if (line === undefined) return undefined;
      const breaks = breaksOfLine(line);
      known.set(root, breaks);
      return breaks;
    },
  };
}

/** The lines whose roots begin as `root` does. */
function linesByLetter(lists: readonly string[]): (root: string) => Lines {
  const groups = new Map<string, Lines>();
  return (root) => {
    const letter = root.charAt(0);
    const known = groups.get(letter);
    if (known !== undefined) return known;
    const lines = new Map<string, string>();
    for (const list of lists) readGroup(list, letter, lines);
    groups.set(letter, lines);
    return lines;
  };
}

function readGroup(list: string, letter: string, lines: Map<string, string>): void {
  const begin = groupStart(list, letter);
  if (begin === undefined) return;
  for (let start = begin; list.startsWith(letter, start); ) {
    const found = list.indexOf('\n', start);
    const end = found === -1 ? list.length : found;
    const line = list.slice(start, list[end - 1] === '\r' ? end - 1 : end);
    lines.set(line.includes('-') || line.endsWith('=') ? line.replaceAll(/[-=]/g, '') : line, line);
    start = end + 1;
  }
}

/** Where the lines that begin with a letter begin. */
function groupStart(list: string, letter: string): number | undefined {
  if (!LETTERS.includes(letter)) return undefined;
  if (list.startsWith(letter)) return 0;
  const before = list.indexOf(`\n${letter}`);
  return before === -1 ? undefined : before + 1;
}

/** `prog-ram` → 4; `bulan` by the rules; `sains=` is whole. */
function breaksOfLine(line: string): readonly number[] {
  if (line.endsWith('=')) return [];
  if (!line.includes('-')) return syllableBreaks(line);
  const breaks: number[] = [];
  let letters = 0;
  for (const part of line.split('-').slice(0, -1)) {
    letters += part.length;
    breaks.push(letters);
  }
  return breaks;
}
