import path from 'node:path';
import process from 'node:process';
import yargs, { type Argv } from 'yargs';
import type { PaperName } from '../config/types.ts';
import { type CliWords, cliWords } from '../words/cli.ts';
import type { MessageLanguage } from '../words/types.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { configuredLanguage, machineLanguage } from './language.ts';
import { createNodeHost } from './node-host.ts';
import { programName } from './program.ts';
import type { ReportContext } from './report.ts';
import { openTerminal, printable, type Terminal } from './terminal.ts';

const DEFAULT_OUTPUT = 'output';
const PAPERS: readonly PaperName[] = ['A3', 'A4', 'A5', 'F4'];

/** Runs the command line and gives the exit code. Commands are loaded when they are called. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal();
  const language = await languageOf(argv);
  const words = cliWords(language);
  try {
    return await runCommand(argv, { terminal, language, words });
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(`${words.bug}\n\n${detail}\n`);
    return EXIT.bug;
  }
}

interface Speaker {
  readonly terminal: Terminal;
  readonly language: MessageLanguage;
  readonly words: CliWords;
}

/** A wrong use of the command line: said in one line, exit code 2. */
class UsageError extends Error {}

/** Runs one command in the folder it was given; the exit code is the command's. */
type Runner = (
  given: object,
  action: (context: ReportContext) => Promise<ExitCode>,
  options?: { readonly mayBeMissing: boolean },
) => Promise<void>;

async function runCommand(argv: readonly string[], speaker: Speaker): Promise<ExitCode> {
  let code: ExitCode = EXIT.good;
  const run: Runner = async (given, action, options = { mayBeMissing: false }) => {
    code = await action(await contextOf(given, speaker, options.mayBeMissing));
  };
  try {
    await commandLine(argv, speaker, run).parseAsync();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    speaker.terminal.err(`${printable(error.message)}\n`);
    return EXIT.usage;
  }
  return code;
}

function commandLine(argv: readonly string[], { language, words }: Speaker, run: Runner): Argv {
  const { help } = words;
  const program = programName(createNodeHost().programFolder);
  return yargs([...argv])
    .scriptName('buletin')
    .locale(language)
    .usage(`$0 <${language === 'id' ? 'perintah' : 'command'}>\n\n${help.usage}`)
    .version(program)
    .option('C', { type: 'string', describe: help.workspace, requiresArg: true })
    .option('lang', { choices: ['id', 'en'] as const, describe: help.lang, requiresArg: true })
    .command(['build [articles..]', 'buat'], help.build, buildOptions(words, true), async (given) => {
      const { buildCommand } = await import('./commands/build.ts');
      await run(given, (context) => buildCommand(buildArguments(given, context, true), context, program));
    })
    .command(['check [articles..]', 'periksa'], help.check, buildOptions(words, false), async (given) => {
      const { buildCommand } = await import('./commands/build.ts');
      await run(given, (context) => buildCommand(buildArguments(given, context, false), context, program));
    })
    .command(
      ['new [title..]', 'baru'],
      help.new,
      (command) =>
        command.positional('title', { type: 'string', array: true, describe: help.title, default: [] as string[] }),
      async (given) => {
        const { newCommand } = await import('./commands/new.ts');
        await run(given, (context) => newCommand(given.title.join(' '), context));
      },
    )
    .command(
      ['init [folder]', 'mulai'],
      help.init,
      (command) =>
        command
          .positional('folder', { type: 'string', describe: help.folder, default: '.' })
          .option('name', {
            type: 'string',
            describe: help.name,
            default: language === 'id' ? 'Buletin' : 'Bulletin',
          })
          .option('organisation', { type: 'string', describe: help.organisation, default: '' })
          .option('website', { type: 'string', describe: help.website, default: '' }),
      async (given) => {
        const { initCommand } = await import('./commands/init.ts');
        const folder = path.resolve(folderOf(given), given.folder);
        await run({ C: folder }, (context) => initCommand(given, context), { mayBeMissing: true });
      },
    )
    .command(['hyphenate', 'penggal'], help.hyphenate, {}, async (given) => {
      const { hyphenateCommand } = await import('./commands/hyphenate.ts');
      await run(given, (context) => hyphenateCommand(given.lang === 'en' ? 'en' : 'id', context.host));
    })
    .command(['doctor', 'diagnosa'], help.doctor, {}, async (given) => {
      const { doctorCommand } = await import('./commands/doctor.ts');
      await run(given, (context) => doctorCommand(context, program));
    })
    .coerce(['C', 'lang', 'layout', 'paper', 'output', 'name', 'organisation', 'website'], lastGiven)
    .demandCommand(1, words.noCommand)
    .strict()
    .recommendCommands()
    .help()
    .alias({ help: 'h', version: 'V' })
    .wrap(Math.min(100, process.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // The parser throws its own kind for a value that is missing; anything else comes from a command.
      if (error !== undefined && error !== null && error.name !== 'YError') throw error;
      throw new UsageError((message ?? error?.message ?? '').replace(/\s+/g, ' '));
    });
}

/** An option given twice is a list to the parser; the last one counts. */
function lastGiven(value: unknown): unknown {
  return Array.isArray(value) ? value.at(-1) : value;
}

function buildOptions(words: CliWords, writes: boolean) {
  const { help } = words;
  return <T>(command: Argv<T>) =>
    command
      .positional('articles', { type: 'string', array: true, describe: help.articles, default: [] as string[] })
      .option('layout', { type: 'string', describe: help.layout, requiresArg: true })
      .option('paper', { choices: PAPERS, describe: help.paper, requiresArg: true })
      .option('drafts', { type: 'boolean', describe: help.drafts, default: false })
      .option('strict', { type: 'boolean', describe: help.strict, default: false })
      .option('json', { type: 'boolean', describe: help.json, default: false })
      .option('output', {
        type: 'string',
        describe: help.output,
        requiresArg: true,
        default: DEFAULT_OUTPUT,
        hidden: !writes,
      })
      .option('merge', { type: 'boolean', describe: help.merge, default: false, hidden: !writes })
      .option('open', { type: 'boolean', describe: help.open, default: false, hidden: !writes })
      .option('verify', { type: 'boolean', describe: help.noVerify, default: true, hidden: !writes })
      .option('clean', { type: 'boolean', describe: help.clean, default: false, hidden: !writes });
}

interface GivenBuildArguments {
  readonly articles: readonly string[];
  readonly layout: string | undefined;
  readonly paper: PaperName | undefined;
  readonly drafts: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly output: string;
  readonly merge: boolean;
  readonly open: boolean;
  readonly verify: boolean;
  readonly clean: boolean;
}

function buildArguments(given: GivenBuildArguments, context: ReportContext, write: boolean) {
  return {
    ...given,
    output: path.resolve(context.workspace, given.output || DEFAULT_OUTPUT),
    verify: given.verify && write,
    write,
  };
}

/** `-C`: as if started there. */
function folderOf(given: object): string {
  return 'C' in given && typeof given.C === 'string' ? given.C : '.';
}

async function contextOf(given: object, speaker: Speaker, mayBeMissing: boolean): Promise<ReportContext> {
  const host = createNodeHost();
  const workspace = path.resolve(folderOf(given));
  if (!mayBeMissing && (await host.kindOf(workspace)) === 'missing') {
    throw new UsageError(speaker.words.noFolder(workspace));
  }
  return { host, workspace, ...speaker };
}

/** `--lang`, else the configuration of the workspace, else this machine. Wanted before the arguments are parsed. */
async function languageOf(argv: readonly string[]): Promise<MessageLanguage> {
  const givenValue = (option: string): string | undefined => {
    const joined = argv.findLast((argument) => argument.startsWith(`${option}=`));
    return joined?.slice(option.length + 1) ?? argv[argv.lastIndexOf(option) + 1 || argv.length];
  };
  const named = givenValue('--lang');
  if (named === 'id' || named === 'en') return named;
  return (await configuredLanguage(path.resolve(givenValue('-C') ?? '.'))) ?? machineLanguage();
}
