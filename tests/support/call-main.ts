import process from 'node:process';
import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Ended } from './compiled-program.ts';

// Every call listens for errors of both streams, as a program does once.
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0);

/** The command line within the process of the test: as a child process would answer, without the time to start one. */
export async function callMain(argv: readonly string[], options: CallOptions = {}): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk: unknown) => {
      said[name] += String(chunk);
      return true;
    }),
  );
  const isTerminal = process.stderr.isTTY;
  process.stderr.isTTY = options.isTerminal === true;
  for (const [name, value] of Object.entries({ ...plainEnvironment, ...options.env })) vi.stubEnv(name, value);
  try {
    return { code: await main(argv), ...said };
  } finally {
    process.stderr.isTTY = isTerminal;
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

export interface CallOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether standard error is a terminal. */
  readonly isTerminal?: boolean;
}

const plainEnvironment = { LANG: 'C', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', TERM: 'xterm', SOURCE_DATE_EPOCH: '' };
