import process from 'node:process';
import { type Readable, Transform, type TransformCallback, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Host } from '../../base/host.ts';
import { hyphenateWord } from '../../hyphenate/hyphenate-word.ts';
import { loadHyphenator } from '../../hyphenate/load-hyphenator.ts';
import type { BreakLanguage } from '../../hyphenate/types.ts';
import { EXIT, type ExitCode } from '../exit.ts';

interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

/** `buletin hyphenate`: one word a line from standard input, the same with `-` at each break to standard output. */
export async function hyphenateCommand(
  language: BreakLanguage,
  host: Host,
  { input, output }: Streams = { input: process.stdin, output: process.stdout },
): Promise<ExitCode> {
  const hyphenator = await loadHyphenator(host, [language]);
  const show = (word: string): string => withHyphens(word, hyphenateWord(word, { language }, hyphenator));
  try {
    await pipeline(input, eachLine(show), output, { end: false });
  } catch (error) {
    // Whoever reads has seen enough (`| head`).
    if (!hasReaderGone(error)) throw error;
  }
  return EXIT.good;
}

function withHyphens(word: string, breaks: readonly number[]): string {
  let shown = '';
  let from = 0;
  for (const at of breaks) {
    shown += `${word.slice(from, at)}-`;
    from = at;
  }
  return shown + word.slice(from);
}

/** Line for line; a last line without its end is given back without one. */
function eachLine(change: (line: string) => string): Transform {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      done(null, lines.map((line) => `${change(line)}\n`).join(''));
    },
    flush(done) {
      done(null, change(rest + decoder.end()));
    },
  });
}

function hasReaderGone(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
