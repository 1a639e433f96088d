import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createColors } from 'picocolors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../../src/base/host.ts';
import { buildCommand } from '../../src/cli/commands/build.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { cliWords } from '../../src/words/cli.ts';
import { callMain } from '../support/call-main.ts';
import { createWorkspace, problemsOf, type TestWorkspace } from '../support/workspace.ts';

let ws: TestWorkspace;

beforeEach(() => {
  ws = createWorkspace();
});

afterEach(() => {
  ws.remove();
});

/** A host on which reading one picture breaks the program. */
function brokenHost(): Host {
  const real = createNodeHost();
  return {
    ...real,
    readInside: async (root, relative, limit) => {
      if (relative.endsWith('rusak.jpg')) throw new TypeError('x is not a function');
      return real.readInside(root, relative, limit);
    },
  };
}

const buildArguments = {
  articles: [],
  layout: undefined,
  paper: undefined,
  drafts: false,
  merge: false,
  open: false,
  verify: false,
  strict: false,
  clean: false,
  json: false,
  write: true,
};

describe('a fault of the program', () => {
  it('costs the article that met it, and no other; the run ends with 3 and tells what to report', async () => {
    ws.article('a');
    ws.article('b', {}, 'Satu.\n');
    ws.article('c');
    await ws.build();
    ws.article('b', { image: 'rusak.jpg', imageAlt: 'Kantor' });
    const result = await ws.build({}, brokenHost());
    expect(result.crashed).toEqual([
      { source: 'articles/b.md', detail: expect.stringContaining('x is not a function') },
    ]);
    expect(result.failed).toEqual(['articles/b.md']);
    expect(ws.outputs()).toEqual(['2021/03/a.pdf', '2021/03/c.pdf']);
    let text = '';
    const terminal = { out: take, err: take, isInteractive: false, colors: createColors(false) };
    function take(said: string): void {
      text += said;
    }
    const context = {
      host: brokenHost(),
      workspace: ws.folder,
      language: 'en',
      words: cliWords('en'),
      terminal,
    } as const;
    const output = path.join(ws.folder, 'output');
    const code = await buildCommand({ ...buildArguments, output }, context, 'buletin 0.0.0');
    expect(code).toBe(3);
    expect(text).toContain('This is a fault of the program, not yours.');
    expect(text).toContain('articles/b.md\nTypeError: x is not a function\n');
  });
});

describe('two builds at once', () => {
  it('both end well, and every file is whole', async () => {
    for (let index = 0; index < 6; index += 1) ws.article(`berita-${index}`);
    const results = await Promise.all([ws.build(), ws.build(), ws.build()]);
    expect(results.flatMap((result) => problemsOf(result))).toEqual([]);
    expect(ws.outputs()).toEqual(Array.from({ length: 6 }, (_, index) => `2021/03/berita-${index}.pdf`));
    const record = readFileSync(path.join(ws.folder, 'output/buletin-record.json'), 'utf8');
    expect(JSON.parse(record).files).toHaveLength(6);
    expect((await ws.build({ clean: true })).removed).toEqual([]);
  });

  it('of different articles keep what the other has made', async () => {
    for (const name of ['a', 'b', 'c']) ws.article(name);
    await Promise.all(['a', 'b', 'c'].map((name) => ws.build({ patterns: [`articles/${name}.md`] })));
    for (const name of ['a', 'b', 'c']) ws.article(name, {}, 'Isi yang lain.\n');
    expect(problemsOf(await ws.build())).toEqual([]);
  });
});

describe('on a terminal', () => {
  const ESCAPE = '\u001b';

  it('progress is one line that is drawn over, and a problem shows its line with a caret', async () => {
    ws.article('baik');
    ws.article('rusak', { date: '31 Februari 2021' });
    const argv = ['build', '-C', ws.folder, '--no-verify', '--lang', 'id'];
    const { code, stderr: text } = await callMain(argv, { isTerminal: true });
    expect(code).toBe(1);
    expect(text).toContain(`\r${ESCAPE}[K`);
    expect(text).toContain('    3 | date: 31 Februari 2021');
    expect(text).toMatch(/\n.* {4} {2}\| {7}\^+/);
  });

  it('NO_COLOR takes the colours away', async () => {
    ws.article('rusak', { date: '31 Februari 2021' });
    const argv = ['build', '-C', ws.folder, '--no-verify'];
    const { stderr: text } = await callMain(argv, { isTerminal: true, env: { NO_COLOR: '1' } });
    expect(text.replaceAll(`${ESCAPE}[K`, '')).not.toContain(ESCAPE);
    expect(text).toContain('error[article/no-such-day]');
  });

  it('no control character of a title or a file name reaches it', async () => {
    ws.article('rusak', { layout: '"x\\e[31m"' });
    const { stderr: text } = await callMain(['build', '-C', ws.folder, '--no-verify']);
    expect(text).not.toContain(ESCAPE);
  });
});
