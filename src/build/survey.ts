import { checkArticleRules, parseArticle } from '../article/parse-article.ts';
import type { Article } from '../article/types.ts';
import { createDiagnosticList, type Diagnostic, type Reporter } from '../base/diagnostics.ts';
import { normalizeInside } from '../base/gate.ts';
import type { Host } from '../base/host.ts';
import type { Config } from '../config/types.ts';
import { outputKey, outputPath } from './output-path.ts';

/** More than any article that `parseArticle` accepts; what is larger is not even read. */
const MAX_ARTICLE_BYTES = 1024 * 1024;

/** Parsed articles are kept between survey and rendering up to this much text; beyond it they are parsed again. */
const KEPT_TEXT_UNITS = 512 * 1024;

/** What is known of every article before the first is rendered. Small, so that thousands fit. */
export interface SurveyedArticle {
  /** Relative to the workspace. */
  readonly path: string;
  readonly state:
    | { readonly kind: 'ready'; readonly output: string; readonly kept: Article | undefined }
    | { readonly kind: 'draft' }
    | { readonly kind: 'failed' }
    /** Through a fault of the program. */
    | { readonly kind: 'crashed'; readonly detail: string };
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
    const hasBadName = read.reason === 'outside' && !leavesFolder(path) && normalizeInside(path) === undefined;
    const reason = hasBadName ? 'bad-name' : read.reason;
    reporter.report('build/article-unreadable', place, { reason, limitKib: MAX_ARTICLE_BYTES / 1024 });
    return undefined;
  }
  return parseArticle(path, read.bytes, reporter);
}

const leavesFolder = (path: string): boolean => path.split('/').includes('..') || /^(\/|[A-Za-z]:\/)/.test(path);

/** Reads every article once and finds those that would make the same file. */
export async function surveyArticles(
  paths: readonly string[],
  context: {
    readonly host: Host;
    readonly workspace: string;
    readonly drafts: boolean;
    readonly rules: Config['rules'];
  },
): Promise<readonly SurveyedArticle[]> {
  const surveyed: SurveyedArticle[] = [];
  let keptUnits = 0;
  for (const path of paths) {
    const reporter = createDiagnosticList();
    let article: Article | undefined;
    try {
      article = await readArticle(path, context, reporter);
    } catch (error) {
      surveyed.push({ path, state: { kind: 'crashed', detail: detailOf(error) }, diagnostics: [] });
      continue;
    }
    const diagnostics = reporter.all;
    if (article === undefined) surveyed.push({ path, state: { kind: 'failed' }, diagnostics });
    else if (article.meta.draft && !context.drafts) surveyed.push({ path, state: { kind: 'draft' }, diagnostics: [] });
    else if (!checkArticleRules(article, context.rules, reporter)) {
      surveyed.push({ path, state: { kind: 'failed' }, diagnostics });
    } else {
      keptUnits += article.source.text.length;
      const kept = keptUnits <= KEPT_TEXT_UNITS ? article : undefined;
      surveyed.push({ path, state: { kind: 'ready', output: outputPath(article.meta), kept }, diagnostics });
    }
  }
  return refuseSameOutput(surveyed);
}

export function detailOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
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
