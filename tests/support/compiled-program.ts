import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Ended {
  /** `null` when it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program as `node bin/buletin.js` starts it, bundled from the present sources into a folder of its own. */
export interface CompiledProgram {
  run(argv: readonly string[], options?: RunOptions): Promise<Ended>;
  remove(): void;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Instead of the environment of the tests, but for the path. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with everything that was said on stderr so far; true kills the program at once. */
  readonly killWhen?: (stderr: string) => boolean;
  /** Closes the reading end of this stream after its first bytes. */
  readonly hangUp?: 'stdout' | 'stderr';
  readonly umask?: number;
}

export function compileProgram(): CompiledProgram {
  const folder = mkdtempSync(path.join(tmpdir(), 'buletin-program-'));
  const dist = path.join(folder, 'dist');
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs'), '--out', dist]);
  for (const name of ['bin', 'fonts', 'hyphenation', 'templates', 'package.json']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return {
    run: (argv, options = {}) => run([path.join(folder, 'bin', 'buletin.js'), ...argv], options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(argv: readonly string[], { cwd, env = {}, killWhen, hangUp, umask }: RunOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options: SpawnOptions = {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH ?? '', SystemRoot: process.env.SystemRoot ?? '', LANG: 'C', ...env },
      ...(cwd === undefined ? {} : { cwd }),
    };
    // A child takes the mask that its parent has when it is started.
    const before = umask === undefined ? undefined : process.umask(umask);
    const child = spawn(process.execPath, argv, options);
    if (before !== undefined) process.umask(before);
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name]?.setEncoding('utf8').on('data', (text: string) => {
        said[name] += text;
        if (name === 'stderr' && killWhen?.(said.stderr) === true) child.kill('SIGKILL');
        if (name === hangUp) child[name]?.destroy();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}
