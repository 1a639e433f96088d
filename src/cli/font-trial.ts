import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../base/digest.ts';

/** Exit codes of the child; Node itself ends with 1 for an error and with more for other faults. */
export const TRIAL_GOOD = 0;
export const TRIAL_BAD = 3;

export type FontVerdict = 'good' | 'bad' | 'timeout';

export interface TrialOptions {
  /** The compiled child; by default the one of this program. */
  readonly script?: string;
  readonly limitMs?: number;
}

const LIMIT_MS = 10_000;
/** The heap of the child, in mebibytes: a font can also be made to use up all memory. */
const HEAP_MIB = 512;

/** By digest and script, for the life of the process. */
const verdicts = new Map<string, Promise<FontVerdict>>();

/**
 * Opens a font in a child process that is ended after a time limit. The same bytes are tried once. A child that ends in
 * any other way than with a good verdict makes the font a bad one.
 */
export function tryFontInChild(bytes: Uint8Array, options: TrialOptions = {}): Promise<FontVerdict> {
  // The compiled file, also when this runs from the sources: the child is started without a loader.
  const script = options.script ?? fileURLToPath(new URL('../../dist/cli/font-trial-child.js', import.meta.url));
  const key = `${sha256(bytes)} ${script}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const verdict = runTrial(bytes, script, options.limitMs ?? LIMIT_MS);
  verdicts.set(key, verdict);
  return verdict;
}

function runTrial(bytes: Uint8Array, script: string, limitMs: number): Promise<FontVerdict> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, script], {
      stdio: ['pipe', 'ignore', 'ignore'],
      // Nothing that steers Node; Windows needs its own folder to start a program.
      env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limitMs);
    const end = (verdict: FontVerdict): void => {
      clearTimeout(timer);
      resolve(verdict);
    };
    child.once('error', () => end('bad'));
    child.once('exit', (code) => end(isLate ? 'timeout' : code === TRIAL_GOOD ? 'good' : 'bad'));
    // A child that ends early closes its end of the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}
