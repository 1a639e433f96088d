import { syllableBreaks } from './syllables.ts';

/** The roots that are known, with their breaks. */
export interface Lexicon {
  has(root: string): boolean;
  /** Breaks in letters from the start of the root; undefined when it is not known. */
  breaksOf(root: string): readonly number[] | undefined;
}

/**
 * Reads word lists: one root a line, in small letters; `-` where it breaks when the rules would not find that; lines that
 * begin with `#` are comments. A later list overrules an earlier one.
 */
export function createLexicon(lists: readonly string[]): Lexicon {
  const lines = new Map<string, string>();
  const breaks = new Map<string, readonly number[]>();
  for (const list of lists) {
    for (let start = 0; start < list.length; ) {
      const found = list.indexOf('\n', start);
      const end = found === -1 ? list.length : found;
      const line = list.slice(start, list[end - 1] === '\r' ? end - 1 : end);
      start = end + 1;
      if (line === '' || line.startsWith('#')) continue;
      lines.set(line.includes('-') || line.includes('=') ? line.replaceAll('-', '').replaceAll('=', '') : line, line);
    }
  }
  return {
    has: (root) => lines.has(root),
    breaksOf: (root) => {
      const known = breaks.get(root);
      if (known !== undefined) return known;
      const line = lines.get(root);
      if (line === undefined) return undefined;
      const found = breaksOfLine(line);
      breaks.set(root, found);
      return found;
    },
  };
}

/** `prog-ram` → 4; `bulan` by the rules; `=menit` is whole. */
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
