import { sha256 } from '../base/digest.ts';
import { toSafeName } from '../config/names.ts';

/**
 * A text as a slug. One of which no letter is left (another script) becomes a short digest of itself, so that two such
 * articles do not meet.
 */
function slugOf(text: string): string {
  const safe = toSafeName(text);
  return safe === '' ? `artikel-${sha256(text).slice(0, 8)}` : safe;
}

/** The slug of an article that gives none: its file name without the ending. */
export function slugOfFile(path: string): string {
  return slugOf((path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, ''));
}
