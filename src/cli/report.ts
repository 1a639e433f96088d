import type { Diagnostic } from '../base/diagnostics.ts';
import { sortDiagnostics } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import { createSourceFile, lineText, type Place, type SourceFile } from '../base/source.ts';
import type { CliWords } from '../words/cli.ts';
import { describeDiagnostic } from '../words/describe.ts';
import type { MessageLanguage } from '../words/types.ts';
import { printable, type Terminal } from './terminal.ts';

/** A source line is shown up to this length around the caret, in UTF-16 units. */
const MAX_EXCERPT = 110;
const MAX_SOURCE_BYTES = 4 * 1024 * 1024;

export interface ReportContext {
  readonly host: Host;
  readonly workspace: string;
  readonly language: MessageLanguage;
  readonly words: CliWords;
  readonly terminal: Terminal;
}

/**
 * Prints diagnostics in their order: on a terminal with the source line and a caret, elsewhere as
 * `path:line:col: severity: message [code]`, which editors and CI can jump to. The hint follows in both.
 */
export async function reportDiagnostics(diagnostics: readonly Diagnostic[], context: ReportContext): Promise<void> {
  const sources = new Map<string, SourceFile | undefined>();
  for (const diagnostic of sortDiagnostics(diagnostics)) {
    const source = context.terminal.isInteractive ? await sourceOf(diagnostic.place, sources, context) : undefined;
    context.terminal.err(
      context.terminal.isInteractive
        ? humanForm(diagnostic, source, context)
        : shortForm(diagnostic, context.language, context.words),
    );
  }
}

/** `articles/a.md:3:7: error: … [article/invalid-date]` and the hint on a line of its own. */
export function shortForm(diagnostic: Diagnostic, language: MessageLanguage, words: CliWords): string {
  const { message, hint } = describeDiagnostic(diagnostic, language);
  const { place, severity, code, related } = diagnostic;
  const start = place === undefined ? '' : `${printable(place.path)}:${place.line}:${place.column}: `;
  const lines = [`${start}${words[severity]}: ${printable(message)} [${code}]`, `  ${words.hint}: ${printable(hint)}`];
  for (const other of related) lines.push(`  ${words.related}: ${printable(other.path)}:${other.line}:${other.column}`);
  return `${lines.join('\n')}\n`;
}

function humanForm(diagnostic: Diagnostic, source: SourceFile | undefined, context: ReportContext): string {
  const { colors } = context.terminal;
  const { message, hint } = describeDiagnostic(diagnostic, context.language);
  const { place, severity, code, related } = diagnostic;
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
  const lines = [`${paint(colors.bold(`${context.words[severity]}[${code}]`))}: ${colors.bold(printable(message))}`];
  if (place !== undefined) {
    lines.push(`  ${colors.cyan(`${printable(place.path)}:${place.line}:${place.column}`)}`);
    if (source !== undefined) lines.push(...excerpt(source, place).map((line) => colors.dim(line)));
  }
  lines.push(`  ${colors.green(context.words.hint)}: ${printable(hint)}`);
  for (const other of related)
    lines.push(`  ${context.words.related}: ${printable(other.path)}:${other.line}:${other.column}`);
  return `${lines.join('\n')}\n\n`;
}

/** The line of the place, cut to what fits around the caret, and the caret under it. */
export function excerpt(source: SourceFile, place: Place): readonly string[] {
  const whole = lineText(source, place.line);
  if (whole === '' || place.column > whole.length + 1) return [];
  const from = Math.max(0, Math.min(place.column - 1 - MAX_EXCERPT / 2, whole.length - MAX_EXCERPT));
  const shown = whole.slice(from, from + MAX_EXCERPT);
  const before = printable(shown.slice(0, place.column - 1 - from));
  const isOneLine = place.endLine === place.line && place.endColumn !== undefined;
  const marked = isOneLine ? shown.slice(place.column - 1 - from, (place.endColumn ?? 0) - 1 - from) : '';
  const number = String(place.line);
  const carets = '^'.repeat(Math.max(1, printable(marked).length));
  return [
    `    ${number} | ${printable(shown)}`,
    `    ${' '.repeat(number.length)} | ${' '.repeat(before.length)}${carets}`,
  ];
}

async function sourceOf(
  place: Place | undefined,
  sources: Map<string, SourceFile | undefined>,
  context: ReportContext,
): Promise<SourceFile | undefined> {
  if (place === undefined) return undefined;
  if (!sources.has(place.path)) {
    const inWorkspace = await context.host.readInside(context.workspace, place.path, MAX_SOURCE_BYTES);
    const read =
      inWorkspace.kind === 'read'
        ? inWorkspace
        : await context.host.readInside(context.host.programFolder, place.path, MAX_SOURCE_BYTES);
    const text = read.kind === 'read' ? new TextDecoder().decode(read.bytes).replace(/\r\n?/g, '\n') : undefined;
    sources.set(place.path, text === undefined ? undefined : createSourceFile(place.path, text));
  }
  return sources.get(place.path);
}
