import { readFileSync } from 'node:fs';
import path from 'node:path';

/** `buletin 0.1.0`, from the package file of the program. */
export function programName(programFolder: string): string {
  const text = readFileSync(path.join(programFolder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { readonly name: string; readonly version: string };
  return `${name} ${version}`;
}
