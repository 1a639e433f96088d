import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { printDisplayList } from '../src/paint/print-display-list.ts';
import { expectGolden } from './support/golden-file.ts';
import { openPress, type Press, printDiagnostics } from './support/press.ts';
import { printStructure, readPdf } from './support/read-pdf.ts';

const FOLDER = path.join(import.meta.dirname, 'golden');

const cases = readdirSync(FOLDER)
  .filter((name) => existsSync(path.join(FOLDER, name, 'input.md')))
  .sort();

/** Those of the layout `bulletin` change with its look, so only their tags are kept. */
const isPlain = (name: string): boolean =>
  !readFileSync(path.join(FOLDER, name, 'input.md'), 'utf8').includes('\nlayout: ');

describe('golden cases', () => {
  let press: Press;
  beforeAll(async () => {
    press = await openPress(FOLDER);
  });

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(30);
  });

  it.each(cases)('%s', async (name) => {
    const { pdf, diagnostics } = await press.print(`${name}/input.md`);
    const file = (golden: string): string => path.join(FOLDER, name, golden);
    expectGolden(file('diagnostics.txt'), printDiagnostics(diagnostics));
    expectGolden(file('tags.txt'), pdf === undefined ? '' : printStructure(readPdf(pdf.bytes).root));
    const list = pdf === undefined || !isPlain(name) ? '' : printDisplayList(pdf.drawn.list);
    expectGolden(file('display-list.txt'), list);
  });
});
