import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { hyphenateWord } from '../../src/hyphenate/hyphenate-word.ts';
import { loadHyphenator } from '../../src/hyphenate/load-hyphenator.ts';
import { REPOSITORY } from './press.ts';

/** The word with `-` at every break. */
export type Show = (word: string, limits?: { readonly before?: number; readonly after?: number }) => string;

/** Indonesian with the lists of the program. */
export async function loadShow(): Promise<Show> {
  const hyphenator = await loadHyphenator(createNodeHost(), ['id']);
  return (word, limits = {}) => {
    const breaks = new Set(hyphenateWord(word, { language: 'id', ...limits }, hyphenator));
    return [...word.split('').entries()].map(([at, letter]) => (breaks.has(at) ? `-${letter}` : letter)).join('');
  };
}

/** The rows of a file of words under `tests/`, without its comments. */
export function readRows(file: string): readonly (readonly string[])[] {
  return readFileSync(path.join(REPOSITORY, 'tests', file), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}
