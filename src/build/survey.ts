import { parseArticle } from '../article/parse-article.ts';
import type { Article } from '../article/types.ts';
import { createDiagnosticList, type Diagnostic, type Reporter } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import { outputKey, outputPath } from './output-path.ts';

/** More than any article that `parseArticle` accepts; what is larger is not even read. */
const MAX_ARTICLE_BYTES = 1024 * 1024;

/** Parsed articles are kept between survey and rendering up to this much text; beyond it they are parsed again. */
const KEPT_TEXT_UNITS = 1024 * 1024;

/** What is known of every article before the first is rendered. Small, so that thousands fit. */
export interface SurveyedArticle {
  /** Relative to the workspace. */
  readonly path: string;
  readonly state:
    | { readonly kind: 'ready'; readonly output: string; readonly kept: Article | undefined }
    | { readonly kind: 'draft' }
    | { readonly kind: 'failed' };
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one article; `undefined` after an error was reported. */
export async function readArticle(
  path: string,
  context: { readonly host: Host; readonly workspace: string },
  reporter: Reporter,
): Promise<Article | undefined> {
  const read = await context.host.readInside(context.workspace, path, MAX_ARTICLE_BYTES);
  if (read.kind === 'refused') {
    const place = { path, line: 1, column: 1 };
    reporter.report('build/article-unreadable', place, { reason: read.reason, limitKib: MAX_ARTICLE_BYTES / 1024 });
    return undefined;
  }
  return parseArticle(path, read.bytes, reporter);
}

/** Reads every article once and finds those that would make the same file. */
export async function surveyArticles(
  paths: readonly string[],
  context: { readonly host: Host; readonly workspace: string; readonly drafts: boolean },
): Promise<readonly SurveyedArticle[]> {
  const surveyed: SurveyedArticle[] = [];
  let keptUnits = 0;
  for (const path of paths) {
    const reporter = createDiagnosticList();
    const article = await readArticle(path, context, reporter);
    const diagnostics = reporter.all;
    if (article === undefined) surveyed.push({ path, state: { kind: 'failed' }, diagnostics });
    else if (article.meta.draft && !context.drafts) surveyed.push({ path, state: { kind: 'draft' }, diagnostics: [] });
    else {
      keptUnits += article.source.text.length;
      const kept = keptUnits <= KEPT_TEXT_UNITS ? article : undefined;
      surveyed.push({ path, state: { kind: 'ready', output: outputPath(article.meta), kept }, diagnostics });
    }
  }
  return refuseSameOutput(surveyed);
}

/** Two articles with one output: both fail, each naming the other. */
function refuseSameOutput(surveyed: readonly SurveyedArticle[]): readonly SurveyedArticle[] {
  const byOutput = new Map<string, string[]>();
  for (const { path, state } of surveyed) {
    if (state.kind !== 'ready') continue;
    const key = outputKey(state.output);
    byOutput.set(key, [...(byOutput.get(key) ?? []), path]);
  }
  return surveyed.map((entry) => {
    if (entry.state.kind !== 'ready') return entry;
    const { output } = entry.state;
    const others = (byOutput.get(outputKey(output)) ?? []).filter((path) => path !== entry.path);
    if (others.length === 0) return entry;
    const reporter = createDiagnosticList();
    reporter.add(entry.diagnostics);
    const start = (path: string) => ({ path, line: 1, column: 1 });
    const data = { output, other: others.join('", "') };
    reporter.report('build/same-output', start(entry.path), data, others.map(start));
    return { path: entry.path, state: { kind: 'failed' }, diagnostics: reporter.all };
  });
}
