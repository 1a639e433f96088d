import { parseArticle } from '../../../src/article/parse-article.ts';
import type { Article } from '../../../src/article/types.ts';
import { createDiagnosticList, type Diagnostic } from '../../../src/base/diagnostics.ts';

export interface Parsed {
  readonly article: Article | undefined;
  readonly all: readonly Diagnostic[];
  /** `line:column code` of each diagnostic. */
  readonly found: readonly string[];
}

export function parse(file: string | Uint8Array, path = 'articles/2021/03/berita.md'): Parsed {
  const list = createDiagnosticList();
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const article = parseArticle(path, bytes, list);
  return {
    article,
    all: list.all,
    found: list.all.map(({ place, code }) => `${place?.line}:${place?.column} ${code}`),
  };
}

/** An article with the three required keys (lines 2 to 4), more lines (from 5), and a text. */
export function file(more = '', body = 'Teks berita.'): string {
  const head = ['title: "Judul"', 'date: 2021-03-01', 'source: https://pasuruan.go.id/berita'];
  return ['---', ...head, ...(more === '' ? [] : [more]), '---', body, ''].join('\n');
}

/** Only the text, which begins at line 6. */
export const withBody = (body: string): Parsed => parse(file('', body));
