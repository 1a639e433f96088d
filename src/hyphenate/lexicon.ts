import { syllableBreaks } from './syllables.ts';

/** The roots that are known, with their breaks. */
export interface Lexicon {
  /** Breaks in letters from the start of the root; undefined when it is not known. */
  breaksOf(root: string): readonly number[] | undefined;
  /** Whether running text seldom has the root, so that a reading with another root is likelier. */
  isSeldom(root: string): boolean;
}

/** The texts of word lists. Within each group a later list overrules an earlier one. */
export interface WordLists {
  readonly seldom: readonly string[];
  /** Overrules `seldom`. */
  readonly common: readonly string[];
}

/**
 * Reads word lists: one root a line, in small letters; `-` where it breaks when the rules would not find that, `=` before
 * a root that is whole; lines that begin with `#` are comments.
 */
export function createLexicon({ seldom, common }: WordLists): Lexicon {
  const lines = new Map<string, string>();
  for (const list of seldom) readLines(list, lines);
  const rare = new Set(lines.keys());
  const known = new Map<string, string>();
  for (const list of common) readLines(list, known);
  for (const [root, line] of known) {
    lines.set(root, line);
    rare.delete(root);
  }
  const breaks = new Map<string, readonly number[]>();
  return {
    isSeldom: (root) => rare.has(root),
    breaksOf: (root) => {
      const line = lines.get(root);
      if (line === undefined) return undefined;
      const found = breaks.get(root) ?? breaksOfLine(line);
      breaks.set(root, found);
      return found;
    },
  };
}

function readLines(list: string, lines: Map<string, string>): void {
  for (let start = 0; start < list.length; ) {
    const found = list.indexOf('\n', start);
    const end = found === -1 ? list.length : found;
    const line = list.slice(start, list[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
    if (line === '' || line.startsWith('#')) continue;
    lines.set(line.includes('-') || line.startsWith('=') ? line.replaceAll(/[-=]/g, '') : line, line);
  }
}

/** `prog-ram` → 4; `bulan` by the rules; `=sains` is whole. */
function breaksOfLine(line: string): readonly number[] {
  if (line.startsWith('=')) return [];
  if (!line.includes('-')) return syllableBreaks(line);
  const breaks: number[] = [];
  let letters = 0;
  for (const part of line.split('-').slice(0, -1)) {
    letters += part.length;
    breaks.push(letters);
  }
  return breaks;
}
