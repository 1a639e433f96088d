import { formatDate, toIsoDate } from '../../article/dates.ts';
import { slugOfFile } from '../../article/slug.ts';
import type { CivilDate } from '../../article/types.ts';
import { createDiagnosticList } from '../../base/diagnostics.ts';
import { loadConfig } from '../../config/load-config.ts';
import { quoteYaml } from '../../config/quote-yaml.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type ReportContext, reportDiagnostics } from '../report.ts';
import { printable } from '../terminal.ts';
import { writeWorkspaceFile } from './write-workspace-file.ts';

/** Western Indonesian Time has no summer time. */
const JAKARTA_OFFSET_MS = 7 * 60 * 60 * 1000;

/** The day that it is in Jakarta at an instant (milliseconds since 1970). */
export function dayInJakarta(instant: number): CivilDate {
  const moment = new Date(instant + JAKARTA_OFFSET_MS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** `buletin new "Judul"`: a draft with today's date, which the first build names but leaves out. */
export async function newCommand(given: string, context: ReportContext): Promise<ExitCode> {
  const { host, workspace, terminal, words } = context;
  const title = oneLine(given);
  if (title === '') {
    terminal.err(`${words.noTitle}\n`);
    return EXIT.usage;
  }
  const diagnostics = createDiagnosticList();
  const config = await loadConfig(host, workspace, diagnostics);
  if (config === undefined) {
    await reportDiagnostics(diagnostics.all, context);
    return EXIT.usage;
  }
  const date = dayInJakarta(host.now());
  const [year = '', month = ''] = toIsoDate(date).split('-');
  const { website } = config.brand;
  const text = [
    '---',
    `title: ${quoteYaml(title)}`,
    `date: ${formatDate(date, config.language)}`,
    website === undefined ? 'qr: false' : `source: ${quoteYaml(website)}`,
    'ai: none',
    ...(config.language === 'id' ? [] : [`lang: ${config.language}`]),
    'draft: true',
    '---',
    '',
    words.sample.newBody,
  ].join('\n');
  const relative = await freeName(
    `articles/${year}/${month}/${slugOfFile(`${title.replaceAll('/', ' ')}.md`)}`,
    context,
  );
  if (!(await writeWorkspaceFile(relative, text, context))) return EXIT.failed;
  terminal.out(`${relative}\n`);
  terminal.err(`${words.newDone(printable(relative))}\n`);
  return EXIT.good;
}

/** A prompt can hand over line breaks and control characters; no title and no name has them. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}

/** The first of `name.md`, `name-2.md`, … that is not there yet. */
async function freeName(stem: string, { host, workspace }: ReportContext): Promise<string> {
  for (let number = 1; number < 1000; number += 1) {
    const relative = `${stem}${number === 1 ? '' : `-${number}`}.md`;
    if ((await host.kindOf(host.path.join(workspace, ...relative.split('/')))) === 'missing') return relative;
  }
  throw new Error(`A thousand articles are called ${stem}`);
}
