import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { syllableBreaks } from '../../../src/hyphenate/syllables.ts';
import { REPOSITORY } from '../../support/press.ts';

const FILES = ['roots.txt', 'rare-roots.txt', 'loanwords.txt', 'names.txt', 'exceptions.txt'] as const;

function linesOf(file: string): readonly string[] {
  const text = readFileSync(path.join(REPOSITORY, 'hyphenation', 'id', file), 'utf8');
  return text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}
const bare = (line: string): string => line.replaceAll(/[-=]/g, '');

describe.each(FILES)('hyphenation/id/%s', (file) => {
  const lines = linesOf(file);

  it('is sorted, each word once, in small letters', () => {
    const words = lines.map(bare);
    expect(words).toEqual([...new Set(words)].sort());
    expect(lines.filter((line) => !/^[a-z]+(=|(-[a-z]+)*)$/.test(line))).toEqual([]);
  });

  it('shows breaks only where the rules would not find them', () => {
    const needless = lines.filter((line) => line.includes('-') && byRule(bare(line)) === line);
    expect(needless).toEqual([]);
  });
});

it('no word stands in two lists', () => {
  const all = FILES.flatMap((file) => linesOf(file).map(bare));
  const twice = all.filter((word, index) => all.indexOf(word) !== index);
  expect(twice).toEqual([]);
});

function byRule(word: string): string {
  const breaks = syllableBreaks(word);
  return [...word].map((letter, at) => (breaks.includes(at) ? `-${letter}` : letter)).join('');
}
