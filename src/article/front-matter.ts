import { Buffer } from 'node:buffer';
import type { Reporter } from '../base/diagnostics.ts';
import { lineText, type SourceFile } from '../base/source.ts';
import { ARTICLE_LIMITS } from './limits.ts';

/** Lines from 1, fences not among them. `lastLine` is before `firstLine` when nothing stands between the fences. */
export interface FrontMatter {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly bodyLine: number;
}

/** The part between two lines `---`; empty lines before the first one are let pass. */
export function findFrontMatter(source: SourceFile, reporter: Reporter): FrontMatter | undefined {
  const count = source.lineStarts.length;
  let open = 1;
  while (open < count && lineText(source, open).trim() === '') open++;
  const place = { path: source.path, line: open, column: 1 };
  if (!isFence(lineText(source, open))) {
    reporter.report('article/no-front-matter', { ...place, line: source.text.trim() === '' ? 1 : open }, {});
    return undefined;
  }
  let close = open + 1;
  while (close <= count && !isFence(lineText(source, close))) close++;
  if (close > count) {
    reporter.report('article/front-matter-not-closed', place, {});
    return undefined;
  }
  const text = source.text.slice(source.lineStarts[open] ?? 0, source.lineStarts[close - 1] ?? 0);
  const bytes = Buffer.byteLength(text, 'utf8');
  const limit = ARTICLE_LIMITS.frontMatterKibibytes;
  if (bytes > limit * 1024) {
    reporter.report('article/front-matter-too-large', place, { kibibytes: Math.ceil(bytes / 1024), limit });
    return undefined;
  }
  return { firstLine: open + 1, lastLine: close - 1, bodyLine: close + 1 };
}

const isFence = (line: string): boolean => /^---[ \t]*$/.test(line);
