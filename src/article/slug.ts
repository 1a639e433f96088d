import { sha256 } from '../base/digest.ts';
import { toSafeName } from '../config/names.ts';

/**
 * The slug of an article that gives none: its file name as a safe name. A name of which nothing is left (another
 * script) becomes a short digest of itself, so that two such files do not meet.
 */
export function slugOfFile(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const safe = toSafeName(name);
  return safe === '' ? `artikel-${sha256(name).slice(0, 8)}` : safe;
}
