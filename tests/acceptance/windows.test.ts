import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/base/host.ts';
import { runBuild } from '../../src/build/run-build.ts';
import type { BuildOptions, BuildResult } from '../../src/build/types.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { createMemoryHost, type MemoryHost } from '../support/memory-host.ts';
import { jpegPicture } from '../support/pictures.ts';
import { articleText, problemsOf } from '../support/workspace.ts';

const WS = 'C:\\Kantor\\Berita';
const OUTPUT = 'C:\\Kantor\\Berita\\output';

/** A workspace on Windows in memory, with the program's own files of the real disk. */
function windowsHost(files: Readonly<Record<string, string | Uint8Array>>): { host: Host; memory: MemoryHost } {
  const memory = createMemoryHost(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [path.win32.join(WS, name), content])),
    { path: path.win32 },
  );
  const real = createNodeHost();
  const isOurs = (file: string): boolean => file.startsWith('C:');
  const onDisk = (file: string): string => file.replaceAll('\\', '/');
  return {
    memory,
    host: {
      ...memory,
      readFile: (file, limit) => (isOurs(file) ? memory.readFile(file, limit) : real.readFile(onDisk(file), limit)),
      readInside: (root, name, limit) =>
        isOurs(root) ? memory.readInside(root, name, limit) : real.readInside(onDisk(root), name, limit),
      glob: (patterns, folder) =>
        isOurs(folder) ? memory.glob(patterns, folder) : real.glob(patterns, onDisk(folder)),
      kindOf: (file) => (isOurs(file) ? memory.kindOf(file) : real.kindOf(onDisk(file))),
    },
  };
}

function build(host: Host, options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  const all: BuildOptions = {
    workspace: WS,
    outputFolder: OUTPUT,
    patterns: [],
    layout: undefined,
    paper: undefined,
    drafts: false,
    merge: false,
    verify: false,
    clean: false,
    write: true,
    program: 'buletin 0.0.0',
    ...options,
  };
  return runBuild(all, host, () => undefined);
}

const sources = (result: BuildResult): readonly string[] => result.written.map(({ source }) => source);

describe('on Windows', () => {
  it('articles, outputs and the record have names with /, and files lie below \\', async () => {
    const { host, memory } = windowsHost({
      'articles/2021/satu.md': articleText('satu').replaceAll('\n', '\r\n'),
      'articles/foto/kantor.jpg': await jpegPicture({ width: 1600, height: 900 }),
      'articles/dua.md': articleText('dua', { image: 'foto/kantor.jpg', imageAlt: 'Kantor' }),
    });
    const result = await build(host);
    expect(problemsOf(result)).toEqual([]);
    expect(result.written.map(({ output, source }) => [output, source])).toEqual([
      ['2021/03/satu.pdf', 'articles/2021/satu.md'],
      ['2021/03/dua.pdf', 'articles/dua.md'],
    ]);
    const made = [...memory.files.keys()].filter((name) => name.startsWith(OUTPUT)).sort();
    expect(made).toEqual(
      ['2021\\03\\dua.pdf', '2021\\03\\satu.pdf', 'buletin-record.json'].map((n) => `${OUTPUT}\\${n}`),
    );
    const record = Buffer.from(memory.files.get(`${OUTPUT}\\buletin-record.json`) ?? []).toString();
    expect(record).toContain('"output":"2021/03/dua.pdf","source":"articles/dua.md"');
    memory.files.delete(`${WS}\\articles\\dua.md`);
    expect((await build(host, { clean: true })).removed).toEqual(['2021/03/dua.pdf']);
  });

  it('patterns come with \\, and dragged files with their whole path', async () => {
    const { host } = windowsHost({
      'articles/2021/satu (1).md': articleText('satu'),
      'articles/2021/dua.md': articleText('dua'),
      'articles/tiga.md': articleText('tiga'),
    });
    expect(sources(await build(host, { patterns: ['articles\\2021\\*.md'] }))).toEqual([
      'articles/2021/dua.md',
      'articles/2021/satu (1).md',
    ]);
    expect(
      sources(await build(host, { patterns: ['.\\articles\\2021\\satu (1).md', `${WS}\\articles\\tiga.md`] })),
    ).toEqual(['articles/2021/satu (1).md', 'articles/tiga.md']);
    expect(sources(await build(host, { patterns: ['articles\\2021\\'] }))).toHaveLength(2);
    const elsewhere = await build(host, { patterns: ['D:\\Lain\\empat.md'] });
    expect(elsewhere.diagnostics.map(({ code }) => code)).toEqual(['build/no-articles']);
  });

  it('a picture with \\ is an error that shows the line as it should be', async () => {
    const { host } = windowsHost({
      'articles/a.md': articleText('a', { image: 'foto\\kantor.jpg', imageAlt: 'Kantor' }),
      'articles/b.md': articleText('b', {}, 'Satu.\n\n![Kantor](foto\\kantor.jpg)\n'),
      'articles/con.md': articleText('con'),
    });
    const result = await build(host);
    expect(problemsOf(result).map((problem) => problem.split(' ')[0])).toEqual([
      'articles/a.md:6',
      'articles/b.md:10',
      'articles/con.md:1',
    ]);
  });

  it('a PDF that is open in a viewer is named, and the rest is made', async () => {
    const { host, memory } = windowsHost({ 'articles/a.md': articleText('a'), 'articles/b.md': articleText('b') });
    memory.failing.set(`${OUTPUT}\\2021\\03\\a.pdf`, 'busy');
    const result = await build(host);
    expect(problemsOf(result)).toEqual(['articles/a.md:1 build/write-failed']);
    expect(sources(result)).toEqual(['articles/b.md']);
  });
});
