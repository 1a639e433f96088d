import { toIsoDate } from '../../article/dates.ts';
import { quoteYaml } from '../../config/quote-yaml.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { ReportContext } from '../report.ts';
import { printable } from '../terminal.ts';
import { dayInJakarta, oneLine } from './new.ts';
import { writeWorkspaceFile } from './write-workspace-file.ts';

export interface InitArguments {
  readonly name: string;
  readonly organisation: string;
  readonly website: string;
}

/** `buletin init`: configuration and one article, so that `build` works at once. Nothing that is there is touched. */
export async function initCommand(args: InitArguments, context: ReportContext): Promise<ExitCode> {
  const { host, workspace, terminal, words } = context;
  const date = dayInJakarta(host.now());
  const [year = '', month = ''] = toIsoDate(date).split('-');
  const address = oneLine(args.website);
  const website = address === '' || /^https?:\/\//i.test(address) ? address : `https://${address}`;
  const article = [
    '---',
    `title: ${quoteYaml(words.sample.articleTitle)}`,
    `date: ${toIsoDate(date)}`,
    website === '' ? 'qr: false' : `source: ${quoteYaml(website)}`,
    'ai: none',
    `lang: ${context.language}`,
    '---',
    '',
    words.sample.articleBody,
  ].join('\n');
  const configuration = words.sample.configuration(
    quoteYaml(oneLine(args.name)),
    quoteYaml(oneLine(args.organisation)),
    website === '' ? '' : quoteYaml(website),
  );
  const files: readonly (readonly [string, string])[] = [
    ['buletin.yaml', configuration],
    [`articles/${year}/${month}/${context.language === 'id' ? 'selamat-datang' : 'welcome'}.md`, article],
  ];
  for (const [relative, text] of files) {
    const file = host.path.join(workspace, ...relative.split('/'));
    if ((await host.kindOf(file)) !== 'missing') {
      terminal.err(`${words.exists(printable(relative))}\n`);
      continue;
    }
    if (!(await writeWorkspaceFile(relative, text, context))) return EXIT.failed;
    terminal.err(`${words.created(printable(relative))}\n`);
  }
  terminal.err(`${words.initDone}\n`);
  return EXIT.good;
}
