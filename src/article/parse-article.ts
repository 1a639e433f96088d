import { createDiagnosticList, type Reporter } from '../base/diagnostics.ts';
import { sha256 } from '../base/digest.ts';
import { decodeText } from '../config/decode-text.ts';
import { readYaml } from '../config/read-yaml.ts';
import { findFrontMatter } from './front-matter.ts';
import { ARTICLE_LIMITS } from './limits.ts';
import { parseBody } from './parse-body.ts';
import { readMeta } from './read-meta.ts';
import type { Article } from './types.ts';

/**
 * One article file: front matter, checked and typed, and the Markdown tree. `path` is relative to the workspace, with
 * `/`. `undefined` when an error was reported; warnings may be reported either way.
 */
export function parseArticle(path: string, bytes: Uint8Array, reporter: Reporter): Article | undefined {
  const found = createDiagnosticList();
  const article = readArticle(path, bytes, found);
  for (const { code, place, data, related } of found.all) reporter.report(code, place, data, related);
  return found.hasErrors() ? undefined : article;
}

function readArticle(path: string, bytes: Uint8Array, reporter: Reporter): Article | undefined {
  const source = decodeText(path, bytes, ARTICLE_LIMITS.fileKibibytes, reporter);
  if (source === undefined) return undefined;
  const front = findFrontMatter(source, reporter);
  if (front === undefined) return undefined;
  const mapping = readYaml(source, reporter, front.firstLine, front.lastLine);
  const read = mapping === undefined ? undefined : readMeta(mapping, { path, reporter });
  const body = parseBody(source, front.bodyLine, reporter);
  if (read === undefined || body === undefined) return undefined;
  return { path, source, meta: read.meta, places: read.places, body, digest: sha256(bytes) };
}

/** What the configuration asks of an article. `true` when all holds. */
export function checkArticleRules(
  article: Article,
  rules: { readonly aiRequired: boolean },
  reporter: Reporter,
): boolean {
  if (!rules.aiRequired || article.meta.ai !== undefined) return true;
  reporter.report('article/missing-ai', { path: article.path, line: 1, column: 1 }, {});
  return false;
}
