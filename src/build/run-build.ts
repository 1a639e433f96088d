import { loadFonts } from '../asset/font/load-fonts.ts';
import { createDiagnosticList, type Diagnostic, type DiagnosticList } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import { type Place, placeAt } from '../base/source.ts';
import { CONFIG_KEYS, loadConfig } from '../config/load-config.ts';
import { paperOf } from '../config/papers.ts';
import type { Config } from '../config/types.ts';
import { type RenderContext, type RenderedPdf, renderPdf } from '../render.ts';
import { findArticles } from './find-articles.ts';
import { type Layouts, openLayouts } from './layouts.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { MERGED_SOURCE, type MergeCollector, openMerge } from './merge.ts';
import { RECORD_NAME, readRecord } from './record.ts';
import { detailOf, readArticle, type SurveyedArticle, surveyArticles } from './survey.ts';
import type { BuildOptions, BuildResult, Crash, Progress, WrittenFile } from './types.ts';

/** The same for every article of one run. */
interface Run {
  readonly host: Host;
  readonly options: BuildOptions;
  readonly config: Config;
  readonly render: RenderContext;
  /** `undefined` when nothing is written. */
  readonly ledger: Ledger | undefined;
  readonly merge: MergeCollector | undefined;
  readonly layouts: Layouts;
  readonly crashed: Crash[];
}

/** Files that wait for the disk at the same time: each waits for it three times, and alone the program would only wait. */
const WRITTEN_TOGETHER = 4;

/** An article and what it made; `undefined` after an error was reported. */
interface DrawnArticle {
  readonly entry: SurveyedArticle;
  readonly pdf: RenderedPdf | undefined;
}

/** Renders every article of a workspace. One bad article never stops the rest. */
export async function runBuild(options: BuildOptions, host: Host, progress: Progress): Promise<BuildResult> {
  const diagnostics = createDiagnosticList();
  const run = await prepare(options, host, diagnostics);
  if (run === undefined) return nothingBuilt(diagnostics);

  const paths = await findArticles(run, diagnostics);
  const { workspace, drafts: withDrafts } = options;
  const surveyed = await surveyArticles(paths, { host, workspace, drafts: withDrafts, rules: run.config.rules });

  const written: WrittenFile[] = [];
  const failed: string[] = [];
  const rendered = surveyed.filter((entry) => entry.state.kind !== 'draft');
  for (let first = 0; first < rendered.length; first += WRITTEN_TOGETHER) {
    const drawn: DrawnArticle[] = [];
    for (const entry of rendered.slice(first, first + WRITTEN_TOGETHER)) {
      drawn.push({ entry, pdf: await drawArticle(entry, run, diagnostics) });
    }
    const files = await keepArticles(drawn, run, diagnostics);
    for (const [index, { pdf }] of drawn.entries()) {
      if (pdf !== undefined && files[index] !== undefined) run.merge?.add(pdf.drawn);
    }
    for (const [index, { entry }] of drawn.entries()) {
      const file = files[index];
      if (file === undefined) failed.push(entry.path);
      else written.push(file);
      progress({ done: first + index + 1, total: rendered.length, source: entry.path, written: file });
    }
  }

  const merged = await run.merge?.write(run, diagnostics);
  const ended = await endRun(run, paths, diagnostics);
  const drafts = surveyed.filter((entry) => entry.state.kind === 'draft').map((entry) => entry.path);
  return {
    status: 'done',
    diagnostics: diagnostics.all,
    written,
    merged,
    failed,
    drafts,
    crashed: run.crashed,
    ...ended,
  };
}

async function prepare(options: BuildOptions, host: Host, diagnostics: DiagnosticList): Promise<Run | undefined> {
  const config = await loadConfig(host, options.workspace, diagnostics);
  const epoch = epochOf(host, diagnostics);
  if (config === undefined || diagnostics.hasErrors()) return undefined;
  const record = options.write ? await readRecord(host, options.outputFolder) : { entries: [], known: new Map() };
  if (record === undefined) {
    diagnostics.report('build/record-unreadable', undefined, { file: RECORD_NAME });
    return undefined;
  }
  const layouts = openLayouts(host, options.workspace);
  // A slip here would fail every article, and with that remove every file of earlier runs.
  const place = options.layout === undefined ? placeOfLayout(config) : undefined;
  if (!(await layouts.exists(options.layout ?? config.layout, place, diagnostics))) return undefined;
  if (options.write) await host.sweepTemporary(options.outputFolder);
  const { workspace, program, verify } = options;
  const fonts = await loadFonts(host, workspace, diagnostics);
  return {
    host,
    options,
    config,
    render: { host, workspace, config, fonts, epoch, verify, program },
    ledger: options.write ? openLedger(host, options.outputFolder, record) : undefined,
    merge: options.merge && options.write ? openMerge() : undefined,
    layouts,
    crashed: [],
  };
}

/** Where `buletin.yaml` names the layout. */
function placeOfLayout({ source }: Config): Place | undefined {
  if (source === undefined) return undefined;
  const names = ['layout', ...CONFIG_KEYS.layout].join('|');
  const match = new RegExp(`^(?:${names})[ \\t]*:[ \\t]*`, 'm').exec(source.text);
  return match === null ? undefined : placeAt(source, match.index + match[0].length);
}

async function drawArticle(
  entry: SurveyedArticle,
  run: Run,
  diagnostics: DiagnosticList,
): Promise<RenderedPdf | undefined> {
  diagnostics.add(entry.diagnostics);
  if (entry.state.kind === 'crashed') run.crashed.push({ source: entry.path, detail: entry.state.detail });
  return entry.state.kind === 'ready' ? renderSafely(entry, run, diagnostics) : undefined;
}

/**
 * Writes what was drawn and removes what failed articles made earlier. Removals come first, one by one: an article may
 * take the output that a failed one had.
 */
async function keepArticles(
  articles: readonly DrawnArticle[],
  run: Run,
  diagnostics: DiagnosticList,
): Promise<readonly (WrittenFile | undefined)[]> {
  for (const { entry, pdf } of articles) {
    if (pdf === undefined) await run.ledger?.removeOutputsOf(entry.path, undefined, diagnostics);
  }
  return Promise.all(articles.map((article) => keepArticle(article, run, diagnostics)));
}

async function keepArticle(
  { entry, pdf }: DrawnArticle,
  run: Run,
  diagnostics: DiagnosticList,
): Promise<WrittenFile | undefined> {
  if (pdf === undefined || entry.state.kind !== 'ready') return undefined;
  const { output } = entry.state;
  const file = { output, source: entry.path, pages: pdf.pages, bytes: pdf.bytes.length };
  if (run.ledger === undefined) return file;
  const found = createDiagnosticList();
  const isWritten = await run.ledger.write(output, entry.path, pdf.bytes, found);
  diagnostics.add(found.all.map((diagnostic) => withArticle(diagnostic, entry.path)));
  return isWritten ? file : undefined;
}

/** A fault of the program is kept for the end: it is no reason not to make the other articles. */
async function renderSafely(
  entry: SurveyedArticle,
  run: Run,
  diagnostics: DiagnosticList,
): Promise<RenderedPdf | undefined> {
  try {
    return await renderReady(entry, run, diagnostics);
  } catch (error) {
    run.crashed.push({ source: entry.path, detail: detailOf(error) });
    return undefined;
  }
}

async function renderReady(
  entry: SurveyedArticle,
  run: Run,
  diagnostics: DiagnosticList,
): Promise<RenderedPdf | undefined> {
  const { config, options } = run;
  const kept = entry.state.kind === 'ready' ? entry.state.kept : undefined;
  const article =
    kept ?? (await readArticle(entry.path, { host: run.host, workspace: options.workspace }, diagnostics));
  if (article === undefined) return undefined;
  const name = options.layout ?? article.meta.layout ?? config.layout;
  const layout = await run.layouts.named(name, article.places.layout, diagnostics);
  if (layout === undefined) return undefined;
  const paper = options.paper === undefined ? config.paper : paperOf(options.paper);
  if (!layout.settings.papers.includes(paper.name)) {
    const data = { paper: paper.name, layout: layout.settings.name, papers: layout.settings.papers.join(', ') };
    diagnostics.report('build/paper-not-offered', article.places.layout, data);
    return undefined;
  }
  const input = { article, layout, paper, forcePaper: options.paper !== undefined };
  const result = await renderPdf(input, run.render);
  diagnostics.add(result.diagnostics.map((diagnostic) => withArticle(diagnostic, article.path)));
  return result.pdf;
}

/** What does not fit may stand at a line of the layout; without the article's name nobody could find it. */
function withArticle(diagnostic: Diagnostic, path: string): Diagnostic {
  const { place, severity, code, related } = diagnostic;
  const start = { path, line: 1, column: 1 };
  if (place === undefined) return { ...diagnostic, place: start };
  const isOfLayout = place.path.startsWith('templates/') && !/^(document|template)\//.test(code);
  return isOfLayout && severity === 'error' ? { ...diagnostic, related: [...related, start] } : diagnostic;
}

/** Names or removes what no article makes any more, and writes the record. */
async function endRun(
  run: Run,
  paths: readonly string[],
  diagnostics: DiagnosticList,
): Promise<Pick<BuildResult, 'stale' | 'removed'>> {
  const { ledger, options } = run;
  if (ledger === undefined) return { stale: [], removed: [] };
  const present = new Set(paths);
  const isWhole = options.patterns.length === 0;
  // Of a folder that could not be opened nothing is known.
  const isUnknown = (source: string): boolean => paths.some((path) => source.startsWith(`${path}/`));
  const entries = await ledger.stale(({ source }) => (isWhole && !isUnknown(source)) || present.has(source));
  const stale: string[] = [];
  const removed: string[] = [];
  for (const entry of entries) {
    if (options.clean) {
      if (await ledger.remove(entry, diagnostics)) removed.push(entry.output);
    } else {
      stale.push(entry.output);
      const source = entry.source === MERGED_SOURCE ? undefined : entry.source;
      diagnostics.report('build/stale-file', undefined, { file: entry.output, source });
    }
  }
  await ledger.close(diagnostics);
  return { stale, removed };
}

function nothingBuilt(diagnostics: DiagnosticList): BuildResult {
  return {
    status: 'bad-configuration',
    diagnostics: diagnostics.all,
    written: [],
    merged: undefined,
    failed: [],
    drafts: [],
    crashed: [],
    stale: [],
    removed: [],
  };
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function epochOf(host: Host, diagnostics: DiagnosticList): number | undefined {
  const value = host.env('SOURCE_DATE_EPOCH');
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,11}$/.test(value)) return Number(value);
  diagnostics.report('build/bad-epoch', undefined, { value });
  return undefined;
}
