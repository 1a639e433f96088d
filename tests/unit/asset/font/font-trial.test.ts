import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tryFont } from '../../../../src/asset/font/try-font.ts';
import { TRIAL_BAD, TRIAL_GOOD, tryFontInChild } from '../../../../src/cli/font-trial.ts';
import { squareFontBytes } from '../../../support/square-font.ts';

describe('tryFont', () => {
  it('opens a font, shapes a text and makes a subset', async () => {
    expect(await tryFont(squareFontBytes())).toBe('good');
    expect(await tryFont(squareFontBytes().subarray(0, 700))).toBe('bad');
  });
});

describe('tryFontInChild', () => {
  let folder = '';
  const script = (name: string, code: string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, code);
    return file;
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'buletin-trial-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Ends with a verdict on what came through the pipe. */
  const judge = `
    let length = 0;
    for await (const chunk of process.stdin) length += chunk.length;
    process.exitCode = length === ${squareFontBytes().length} ? ${TRIAL_GOOD} : ${TRIAL_BAD};
  `;

  it('gives the child the whole font and takes its verdict', async () => {
    const file = script('judge.mjs', judge);
    expect(await tryFontInChild(squareFontBytes(), { script: file })).toBe('good');
    expect(await tryFontInChild(squareFontBytes().subarray(1), { script: file })).toBe('bad');
  });

  it('ends a child that never ends', async () => {
    const file = script('forever.mjs', 'for (;;);');
    const started = performance.now();
    expect(await tryFontInChild(squareFontBytes(), { script: file, limitMs: 400 })).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('takes a child that breaks, or that is not there, for a bad font', async () => {
    const file = script('broken.mjs', 'process.abort();');
    expect(await tryFontInChild(squareFontBytes(), { script: file })).toBe('bad');
    expect(await tryFontInChild(squareFontBytes(), { script: path.join(folder, 'nothing.mjs') })).toBe('bad');
  });

  it('tries the same bytes once', async () => {
    const file = script('judge-once.mjs', judge);
    const first = tryFontInChild(squareFontBytes(), { script: file });
    expect(tryFontInChild(squareFontBytes(), { script: file })).toBe(first);
    expect(await first).toBe('good');
  });
});
