import type { Host } from '../base/host.ts';
import { indonesianBreaks } from './indonesian.ts';
import { createLexicon } from './lexicon.ts';
import type { BreakLanguage, Hyphenator, WordBreaker } from './types.ts';

/** In `hyphenation/id/` of the program; within a group a later list overrules an earlier one. */
const SELDOM = ['rare-roots.txt', 'names.txt'] as const;
const COMMON = ['roots.txt', 'loanwords.txt', 'exceptions.txt'] as const;
const LARGEST_LIST = 2 ** 20;

/** Reads what the languages need. Throws when a file of the program is missing. */
export async function loadHyphenator(host: Host, languages: readonly BreakLanguage[]): Promise<Hyphenator> {
  const breakers = new Map<BreakLanguage, WordBreaker>();
  if (languages.includes('id')) breakers.set('id', await loadIndonesian(host));
  return { breakers };
}

async function loadIndonesian(host: Host): Promise<WordBreaker> {
  const read = (names: readonly string[]) => Promise.all(names.map((name) => readList(host, name)));
  const [seldom, common] = await Promise.all([read(SELDOM), read(COMMON)]);
  const lexicon = createLexicon({ seldom, common });
  return (word) => indonesianBreaks(word, lexicon);
}

async function readList(host: Host, name: string): Promise<string> {
  const path = host.path.join(host.programFolder, 'hyphenation', 'id', name);
  const result = await host.readFile(path, LARGEST_LIST);
  if (result.kind === 'refused') throw new Error(`${path} is ${result.reason}.`);
  return new TextDecoder('utf-8', { fatal: true }).decode(result.bytes);
}
