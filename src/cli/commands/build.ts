import { runBuild } from '../../build/run-build.ts';
import type { BuildResult, Progress } from '../../build/types.ts';
import type { PaperName } from '../../config/types.ts';
import { describeDiagnostic } from '../../words/describe.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openPath } from '../open-path.ts';
import { type ReportContext, reportDiagnostics } from '../report.ts';
import { printable } from '../terminal.ts';

export interface BuildArguments {
  readonly articles: readonly string[];
  readonly layout: string | undefined;
  readonly paper: PaperName | undefined;
  /** Absolute. */
  readonly output: string;
  readonly drafts: boolean;
  readonly merge: boolean;
  readonly open: boolean;
  readonly verify: boolean;
  readonly strict: boolean;
  readonly clean: boolean;
  readonly json: boolean;
  readonly write: boolean;
}

/** `buletin build` and `buletin check`. */
export async function buildCommand(args: BuildArguments, context: ReportContext, program: string): Promise<ExitCode> {
  const { host, workspace, terminal } = context;
  const started = host.now();
  const result = await runBuild(
    {
      workspace,
      outputFolder: args.output,
      patterns: args.articles,
      layout: args.layout,
      paper: args.paper,
      drafts: args.drafts,
      merge: args.merge,
      verify: args.verify,
      clean: args.clean,
      write: args.write,
      program,
    },
    host,
    args.json ? () => undefined : progressPrinter(context, args.write),
  );
  const code = exitCodeOf(result, args.strict);
  if (args.json) {
    terminal.out(`${JSON.stringify(asJson(result, { code, write: args.write }, context), undefined, 2)}\n`);
    return code;
  }
  if (terminal.isInteractive) terminal.err('\r\x1b[K');
  await reportDiagnostics(
    result.diagnostics.filter((diagnostic) => diagnostic.code !== 'build/stale-file'),
    context,
  );
  terminal.err(closingList(result, { started, args, context }));
  for (const { source, detail } of result.crashed) {
    terminal.err(`\n${context.words.bug}\n\n${printable(source)}\n${detail}\n`);
  }
  const shown = result.written.length === 1 ? result.written[0] : result.merged;
  if (args.open && result.written.length > 0) {
    await openPath(shown === undefined ? args.output : host.path.join(args.output, ...shown.output.split('/')));
  }
  return code;
}

function exitCodeOf(result: BuildResult, strict: boolean): ExitCode {
  if (result.crashed.length > 0) return EXIT.bug;
  if (result.status === 'bad-configuration') return EXIT.usage;
  const has = (severity: string): boolean => result.diagnostics.some((diagnostic) => diagnostic.severity === severity);
  return result.failed.length > 0 || has('error') || (strict && has('warning')) ? EXIT.failed : EXIT.good;
}

/** On a terminal one line that is drawn over; elsewhere a line for each article. */
function progressPrinter({ terminal, words }: ReportContext, write: boolean): Progress {
  return ({ done, total, source, written }) => {
    const count = `[${String(done).padStart(String(total).length)}/${total}]`;
    if (terminal.isInteractive) {
      terminal.err(`\r\x1b[K${terminal.colors.dim(count)} ${printable(source)}`);
    } else {
      const made =
        written === undefined
          ? words.madeNothing
          : `${written.output} (${words.pages(written.pages)}, ${size(written.bytes)})`;
      if (write) terminal.err(`${count} ${printable(source)} → ${made}\n`);
    }
  };
}

/** What was written: files, pages, kilobytes; then what was not, and what is left from earlier. */
function closingList(
  result: BuildResult,
  {
    started,
    args,
    context,
  }: { readonly started: number; readonly args: BuildArguments; readonly context: ReportContext },
): string {
  const { words, terminal, host } = context;
  const { colors } = terminal;
  if (result.status === 'bad-configuration') return `${words.badConfiguration}\n`;
  const list = (title: string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [title, ...names.map((name) => `  ${printable(name)}`)];
  const lines: string[] = [];
  if (args.write && terminal.isInteractive) {
    const folder = host.path.relative(context.workspace, args.output) || '.';
    const width = Math.max(0, ...result.written.map((file) => file.output.length));
    for (const file of result.written) {
      const name = printable(`${folder}/${file.output}`).padEnd(width + folder.length + 1);
      lines.push(`${colors.green('✓')} ${name}  ${words.pages(file.pages)}, ${size(file.bytes)}`);
    }
  }
  lines.push(...list(words.failed(result.failed.length), result.failed));
  lines.push(...list(words.draftsLeftOut(result.drafts.length), result.drafts));
  lines.push(...list(words.removed(result.removed.length), result.removed));
  lines.push(...list(words.stale(result.stale.length), result.stale));
  if (result.merged !== undefined) {
    const file = host.path.join(args.output, result.merged.output);
    lines.push(words.merged(printable(file), result.merged.pages, size(result.merged.bytes)));
  }
  const errors = result.diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  const warnings = result.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length;
  if (errors + warnings > 0) lines.push(words.problems(errors, warnings));
  if (args.strict && errors === 0 && warnings > 0) lines.push(words.strict);
  const pages = result.written.reduce((sum, file) => sum + file.pages, 0);
  const bytes = result.written.reduce((sum, file) => sum + file.bytes, 0);
  const seconds = ((host.now() - started) / 1000).toFixed(1);
  const decimal = context.language === 'id' ? seconds.replace('.', ',') : seconds;
  lines.push(
    args.write
      ? words.total(result.written.length, pages, size(bytes), decimal)
      : words.checked(result.written.length + result.failed.length),
  );
  return `${lines.join('\n')}\n`;
}

function size(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}

/** For programs: stable names, messages in the language of the run, paths with `/`. */
function asJson(
  result: BuildResult,
  { code, write }: { readonly code: ExitCode; readonly write: boolean },
  context: ReportContext,
): object {
  return {
    status: result.status,
    exitCode: code,
    written: write ? result.written : [],
    checked: write ? [] : result.written.map(({ source, pages }) => ({ source, pages })),
    merged: result.merged ?? null,
    failed: result.failed,
    drafts: result.drafts,
    crashed: result.crashed,
    stale: result.stale,
    removed: result.removed,
    diagnostics: result.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      place: diagnostic.place ?? null,
      ...describeDiagnostic(diagnostic, context.language),
      related: diagnostic.related,
    })),
  };
}
