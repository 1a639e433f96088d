import { loadFonts } from '../asset/font/load-fonts.ts';
import { createDiagnosticList, type DiagnosticList } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import { loadConfig } from '../config/load-config.ts';
import { paperOf } from '../config/papers.ts';
import type { Config } from '../config/types.ts';
import { type RenderContext, type RenderedPdf, renderPdf } from '../render.ts';
import { loadLayout } from '../template/load-layout.ts';
import type { Layout } from '../template/types.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type MergeCollector, openMerge } from './merge.ts';
import { RECORD_NAME, readRecord } from './record.ts';
import { readArticle, type SurveyedArticle, surveyArticles } from './survey.ts';
import type { BuildOptions, BuildResult, Progress, WrittenFile } from './types.ts';

/** The same for every article of one run. */
interface Run {
  readonly host: Host;
  readonly options: BuildOptions;
  readonly config: Config;
  readonly render: RenderContext;
  /** `undefined` when nothing is written. */
  readonly ledger: Ledger | undefined;
  readonly merge: MergeCollector | undefined;
  readonly layoutNamed: (name: string) => Promise<Layout | undefined>;
}

/** Renders every article of a workspace. One bad article never stops the rest. */
export async function runBuild(options: BuildOptions, host: Host, progress: Progress): Promise<BuildResult> {
  const diagnostics = createDiagnosticList();
  const run = await prepare(options, host, diagnostics);
  if (run === undefined) return nothingBuilt(diagnostics);

  const patterns = patternsOf(options, run.config, host);
  const paths = await host.glob(patterns, options.workspace);
  if (paths.length === 0) {
    diagnostics.report('build/no-articles', undefined, { patterns: patterns.join(', ') });
  }
  const surveyed = await surveyArticles(paths, { host, workspace: options.workspace, drafts: options.drafts });

  const written: WrittenFile[] = [];
  const failed: string[] = [];
  const rendered = surveyed.filter((entry) => entry.state.kind !== 'draft');
  for (const [index, entry] of rendered.entries()) {
    const file = await renderArticle(entry, run, diagnostics);
    if (file === undefined) failed.push(entry.path);
    else written.push(file);
    progress({ done: index + 1, total: rendered.length, source: entry.path, written: file });
  }

  const merged = await run.merge?.write(run, diagnostics);
  const ended = await endRun(run, paths, diagnostics);
  const drafts = surveyed.filter((entry) => entry.state.kind === 'draft').map((entry) => entry.path);
  return { status: 'done', diagnostics: diagnostics.all, written, merged, failed, drafts, ...ended };
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
  if (options.write) await host.sweepTemporary(options.outputFolder);
  const { workspace, program, verify } = options;
  const fonts = await loadFonts(host, workspace, diagnostics);
  const layouts = new Map<string, Promise<Layout | undefined>>();
  return {
    host,
    options,
    config,
    render: { host, workspace, config, fonts, epoch, verify, program },
    ledger: options.write ? openLedger(host, options.outputFolder, record) : undefined,
    merge: options.merge && options.write ? openMerge() : undefined,
    layoutNamed: (name) => {
      const loading = layouts.get(name) ?? loadLayout(name, { host, workspace }, diagnostics);
      layouts.set(name, loading);
      return loading;
    },
  };
}

async function renderArticle(
  entry: SurveyedArticle,
  run: Run,
  diagnostics: DiagnosticList,
): Promise<WrittenFile | undefined> {
  diagnostics.add(entry.diagnostics);
  const pdf = entry.state.kind === 'ready' ? await renderReady(entry, run, diagnostics) : undefined;
  const output = entry.state.kind === 'ready' ? entry.state.output : undefined;
  if (pdf === undefined || output === undefined) {
    await run.ledger?.removeOutputsOf(entry.path, undefined, diagnostics);
    return undefined;
  }
  const file = { output, source: entry.path, pages: pdf.pages, bytes: pdf.bytes.length };
  if (run.ledger === undefined) return file;
  if (!(await run.ledger.write(output, entry.path, pdf.bytes, diagnostics))) return undefined;
  run.merge?.add(pdf.drawn);
  return file;
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
  const layout = await run.layoutNamed(options.layout ?? article.meta.layout ?? config.layout);
  if (layout === undefined) return undefined;
  const paper = options.paper === undefined ? config.paper : paperOf(options.paper);
  if (!layout.settings.papers.includes(paper.name)) {
    const data = { paper: paper.name, layout: layout.settings.name, papers: layout.settings.papers.join(', ') };
    diagnostics.report('build/paper-not-offered', article.places.layout, data);
    return undefined;
  }
  const input = { article, layout, paper, forcePaper: options.paper !== undefined };
  const result = await renderPdf(input, run.render);
  diagnostics.add(result.diagnostics);
  return result.pdf;
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
  const entries = ledger.stale((entry) => isWhole || present.has(entry.source));
  const stale: string[] = [];
  const removed: string[] = [];
  for (const entry of entries) {
    if (options.clean) {
      if (await ledger.remove(entry, diagnostics)) removed.push(entry.output);
    } else {
      stale.push(entry.output);
      diagnostics.report('build/stale-file', undefined, { file: entry.output, source: entry.source });
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
    stale: [],
    removed: [],
  };
}

/** Patterns with `\` come from Windows' prompt. */
function patternsOf(options: BuildOptions, config: Config, host: Host): readonly string[] {
  if (options.patterns.length === 0) return config.articles;
  return options.patterns.map((pattern) => (host.path.sep === '\\' ? pattern.replaceAll('\\', '/') : pattern));
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function epochOf(host: Host, diagnostics: DiagnosticList): number | undefined {
  const value = host.env('SOURCE_DATE_EPOCH');
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,11}$/.test(value)) return Number(value);
  diagnostics.report('build/bad-epoch', undefined, { value });
  return undefined;
}
