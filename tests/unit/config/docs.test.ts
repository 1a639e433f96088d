import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ARTICLE_LIMITS } from '../../../src/article/limits.ts';
import { AI_KEYS } from '../../../src/article/read-ai.ts';
import { ARTICLE_KEYS } from '../../../src/article/read-meta.ts';

import type { KeyNames } from '../../../src/config/fields.ts';
import { CONFIG_LIMITS } from '../../../src/config/limits.ts';
import { CONFIG_KEYS } from '../../../src/config/load-config.ts';

const read = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const named = (text: string, name: string): boolean => text.includes(`\`${name}\``);
const names = (keys: KeyNames<string>): readonly string[] =>
  Object.entries(keys).flatMap(([key, more]) => [key, ...more]);
const grouped = (value: number): string => String(value).replace(/(\d)(\d{3})$/, '$1,$2');

describe('the pages for writers', () => {
  it('name every key of an article and of the configuration, by all its names', () => {
    const articles = read('articles.md');
    expect([...names(ARTICLE_KEYS), ...names(AI_KEYS)].filter((name) => !named(articles, name))).toEqual([]);
    const configuration = read('configuration.md');
    expect(names(CONFIG_KEYS).filter((name) => !named(configuration, name))).toEqual([]);
  });

  it('give the limits that hold', () => {
    const articles = read('articles.md');
    expect(
      Object.values(ARTICLE_LIMITS).filter(
        (limit) => !articles.includes(grouped(limit)) && !articles.includes(String(limit)),
      ),
    ).toEqual([]);
    const configuration = read('configuration.md');
    const { fileKibibytes, textLength, addressLength, pathLength, patterns, shortLinks } = CONFIG_LIMITS;
    for (const limit of [fileKibibytes, textLength, addressLength, pathLength, patterns, shortLinks]) {
      expect(configuration).toContain(grouped(limit));
    }
  });
});
