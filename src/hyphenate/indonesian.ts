import { carefulBreaks, looksIndonesian } from './careful-breaks.ts';
import type { Lexicon } from './lexicon.ts';
import { knownBreaks } from './readings.ts';

/** How a word is written; it says what may be done with a word that is not known. */
type Writing = 'small' | 'capitalised' | 'capitals' | 'mixed';

const SHORTEST = 4;
/** No word is longer, with all its affixes. */
const LONGEST = 50;
/** Shorter words in capitals are read as abbreviations, which never break (EYD V, II.E.2). */
const SHORTEST_IN_CAPITALS = 6;

/**
 * Breaks of one Indonesian word of letters alone, in letters from its start; never beside a letter that stands alone.
 * Names, abbreviations and words of other languages stay whole unless their root is known.
 */
export function indonesianBreaks(written: string, lexicon: Lexicon): readonly number[] {
  if (written.length < SHORTEST || written.length > LONGEST) return [];
  const word = plainLetters(written);
  if (word === undefined) return [];
  const writing = writingOf(written);
  if (writing === 'mixed' || (writing === 'capitals' && written.length < SHORTEST_IN_CAPITALS)) return [];
  const known = knownBreaks(word, lexicon);
  const found = known ?? (writing === 'small' && looksIndonesian(word) ? carefulBreaks(word) : []);
  return found.filter((at) => at > 1 && at < word.length - 1);
}

/** Small letters a to z, one for each code unit; undefined for anything that Indonesian does not write. */
function plainLetters(written: string): string | undefined {
  const word = written.toLowerCase().replace(/[éèêë]/g, 'e');
  return word.length === written.length && /^[a-z]+$/.test(word) ? word : undefined;
}

function writingOf(written: string): Writing {
  if (/^[a-zé-ë]+$/.test(written)) return 'small';
  if (/^[A-ZÉ][a-zé-ë]+$/.test(written)) return 'capitalised';
  return /^[A-ZÉ]+$/.test(written) ? 'capitals' : 'mixed';
}
