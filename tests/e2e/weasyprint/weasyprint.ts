import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WeasyPrint {
  readonly program: string;
  /** `WeasyPrint version 57.2`. */
  readonly version: string;
}

/** The program to ask: `WEASYPRINT`, else the one of the search path. `undefined` when there is none that starts. */
export async function findWeasyPrint(): Promise<WeasyPrint | undefined> {
  const named = process.env.WEASYPRINT;
  const program = named === undefined || named === '' ? 'weasyprint' : named;
  if (program !== 'weasyprint' && !existsSync(program)) return undefined;
  try {
    const { stdout } = await run(program, ['--version']);
    return { program, version: stdout.trim() };
  } catch {
    return undefined;
  }
}

const TIME_LIMIT_MS = 60_000;

/** The file that WeasyPrint makes of a page in a folder, which holds what the page names. */
export async function printWith(weasyPrint: WeasyPrint, html: string, at: { folder: string; name: string }) {
  const source = path.join(at.folder, `${at.name}.html`);
  const target = path.join(at.folder, `${at.name}.pdf`);
  writeFileSync(source, html);
  const { stderr } = await run(weasyPrint.program, ['--quiet', source, target], { timeout: TIME_LIMIT_MS });
  if (/cannot be loaded/.test(stderr)) throw new Error(stderr);
  return new Uint8Array(readFileSync(target));
}
