import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares a text with a file. An empty text means that there must be no file. `npm test -- --update` writes what is
 * there now; without it nothing is ever written, so that a missing file fails.
 */
export function expectGolden(file: string, text: string): void {
  if (expect.getState().snapshotState.snapshotUpdateState === 'all') {
    if (text === '') {
      rmSync(file, { force: true });
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return;
  }
  const wanted = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : '';
  expect(text, `${file} (npm test -- --update rewrites it)`).toBe(wanted);
}
