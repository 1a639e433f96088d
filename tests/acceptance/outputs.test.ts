import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Host } from '../../src/base/host.ts';
import type { BuildResult } from '../../src/build/types.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { readPdf } from '../support/read-pdf.ts';
import { createWorkspace, problemsOf, type TestWorkspace } from '../support/workspace.ts';

let ws: TestWorkspace;

beforeEach(() => {
  ws = createWorkspace();
});

afterEach(() => ws.remove());

const sources = (result: BuildResult): readonly string[] => result.written.map(({ source }) => source);

describe('two articles with one output', () => {
  it('are both refused, each naming the other, and the rest is made', async () => {
    ws.article('a/kabar');
    ws.article('b/kabar');
    ws.article('lain');
    const result = await ws.build();
    expect(problemsOf(result)).toEqual([
      'articles/a/kabar.md:1 build/same-output',
      'articles/b/kabar.md:1 build/same-output',
    ]);
    expect(result.diagnostics.map(({ data, related }) => [data, related.map((place) => place.path)])).toEqual([
      [{ output: '2021/03/kabar.pdf', other: 'articles/b/kabar.md' }, ['articles/b/kabar.md']],
      [{ output: '2021/03/kabar.pdf', other: 'articles/a/kabar.md' }, ['articles/a/kabar.md']],
    ]);
    expect(ws.outputs()).toEqual(['2021/03/lain.pdf']);
  });

  it('may differ in case alone', async () => {
    ws.article('a/Kabar');
    ws.article('b/KABAR');
    ws.article('b/konsep', { draft: 'true' });
    ws.article('konsep-draf');
    const result = await ws.build({ drafts: true });
    expect(problemsOf(result)).toEqual(
      ['a/Kabar', 'b/KABAR', 'b/konsep', 'konsep-draf'].map((name) => `articles/${name}.md:1 build/same-output`),
    );
    expect(ws.outputs()).toEqual([]);
  });

  it('leave nothing of an earlier build', async () => {
    ws.article('a/kabar');
    await ws.build();
    ws.article('b/kabar');
    const result = await ws.build();
    expect(result.failed).toEqual(['articles/a/kabar.md', 'articles/b/kabar.md']);
    expect(ws.outputs()).toEqual([]);
  });
});

describe('an article that fails', () => {
  it('removes its PDF of an earlier build, and no other', async () => {
    ws.article('satu');
    ws.article('dua');
    await ws.build();
    ws.article('satu', { date: '31 Februari 2021' });
    const result = await ws.build();
    expect(result.failed).toEqual(['articles/satu.md']);
    expect(ws.outputs()).toEqual(['2021/03/dua.pdf']);
  });

  it('removes it in a build of this article alone', async () => {
    ws.article('satu');
    ws.article('dua');
    await ws.build();
    ws.article('satu', {}, 'Ada 日.\n');
    await ws.build({ patterns: ['articles/satu.md'] });
    expect(ws.outputs()).toEqual(['2021/03/dua.pdf']);
  });

  it('keeps what somebody has put in its place', async () => {
    ws.article('satu');
    await ws.build();
    ws.put('output/2021/03/satu.pdf', 'catatan penting');
    ws.article('satu', { title: undefined });
    const result = await ws.build();
    expect(problemsOf(result, 'warning')).toEqual([':0 build/not-removed']);
    expect(Buffer.from(ws.readOutput('2021/03/satu.pdf')).toString()).toBe('catatan penting');
  });
});

describe('what no article makes any more', () => {
  beforeEach(async () => {
    for (const name of ['hapus', 'nama', 'tanggal', 'konsep', 'tetap']) ws.article(name);
    await ws.build();
    ws.delete('articles/hapus.md');
    ws.delete('articles/nama.md');
    ws.article('nama-baru');
    ws.article('tanggal', { date: '2021-04-01' });
    ws.article('konsep', { draft: 'true' });
  });

  const stale = ['2021/03/hapus.pdf', '2021/03/konsep.pdf', '2021/03/nama.pdf', '2021/03/tanggal.pdf'];
  const present = ['2021/03/nama-baru.pdf', '2021/03/tetap.pdf', '2021/04/tanggal.pdf'];

  it('is named at the end and kept, in every build', async () => {
    for (const _ of [1, 2]) {
      const result = await ws.build();
      expect([...result.stale].sort()).toEqual(stale);
      expect(result.drafts).toEqual(['articles/konsep.md']);
      expect(result.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(ws.outputs()).toEqual([...stale, ...present].sort());
    }
  });

  it('is removed with --clean, and not named again', async () => {
    const cleaned = await ws.build({ clean: true });
    expect([...cleaned.removed].sort()).toEqual(stale);
    expect(ws.outputs()).toEqual(present);
    const next = await ws.build();
    expect([next.stale, next.removed]).toEqual([[], []]);
  });

  it('is not named when somebody has deleted it', async () => {
    for (const file of stale) ws.delete(`output/${file}`);
    const result = await ws.build({ clean: true });
    expect([result.stale, result.removed]).toEqual([[], []]);
  });

  it('is no matter of a build of other articles', async () => {
    const result = await ws.build({ patterns: ['articles/tetap.md'], clean: true });
    expect([result.stale, result.removed]).toEqual([[], []]);
    const again = await ws.build({ patterns: ['articles/tanggal.md', 'articles/konsep.md'], clean: true });
    expect(again.removed).toEqual(['2021/03/konsep.pdf', '2021/03/tanggal.pdf']);
  });

  it('is not what lies in a folder that cannot be opened', async () => {
    ws.article('tutup/rahasia');
    await ws.build();
    const folder = path.join(ws.folder, 'articles/tutup');
    chmodSync(folder, 0o000);
    const real = createNodeHost();
    // Windows and the superuser open it nevertheless: there the host says what the system would.
    const isLocked = process.platform !== 'win32' && process.getuid?.() !== 0;
    const host: Host = {
      ...real,
      glob: async (patterns, root) =>
        (await real.glob(patterns, root)).map((name) => (name.includes('/tutup/') ? 'articles/tutup' : name)),
      readInside: async (root, relative, limit) =>
        relative === 'articles/tutup'
          ? { kind: 'refused', reason: 'unreadable' }
          : real.readInside(root, relative, limit),
    };
    const result = await ws.build({ clean: true }, isLocked ? real : host);
    chmodSync(folder, 0o755);
    expect(problemsOf(result)).toEqual(['articles/tutup:1 build/article-unreadable']);
    expect([...result.removed].sort()).toEqual(stale);
    expect(ws.outputs()).toContain('2021/03/rahasia.pdf');
  });

  it('is not what could not be replaced', async () => {
    const real = createNodeHost();
    const host: Host = {
      ...real,
      writeFile: async (file, bytes) =>
        file.endsWith('tetap.pdf') ? { kind: 'refused', reason: 'busy', detail: 'EBUSY' } : real.writeFile(file, bytes),
      removeFile: async (file) => !file.endsWith('tetap.pdf') && real.removeFile(file),
    };
    ws.article('tetap', {}, 'Isi yang lain.\n');
    const held = await ws.build({ clean: true }, host);
    expect(problemsOf(held)).toEqual(['articles/tetap.md:1 build/write-failed']);
    expect([...held.removed].sort()).toEqual(stale);
    expect(ws.outputs()).toContain('2021/03/tetap.pdf');
    // The file is still known for our own.
    expect((await ws.build()).diagnostics).toEqual([]);
    ws.article('tetap', {}, 'Isi yang lain lagi.\n');
    await ws.build({}, { ...host, removeFile: real.removeFile });
    expect(ws.outputs()).not.toContain('2021/03/tetap.pdf');
  });

  it('is kept with --clean when somebody has changed it', async () => {
    ws.put('output/2021/03/hapus.pdf', 'catatan penting');
    const result = await ws.build({ clean: true });
    expect(problemsOf(result, 'warning')).toEqual([':0 build/not-removed']);
    expect(Buffer.from(ws.readOutput('2021/03/hapus.pdf')).toString()).toBe('catatan penting');
  });
});

describe('a file that Buletin did not write', () => {
  it('is never replaced, by no article and no merged file', async () => {
    ws.article('satu');
    ws.article('dua');
    ws.put('output/2021/03/satu.pdf', 'milik orang lain');
    ws.put('output/buletin-gabungan.pdf', 'milik orang lain');
    const result = await ws.build({ merge: true, clean: true });
    expect(result.diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['build/foreign-file', { file: '2021/03/satu.pdf' }],
      ['build/foreign-file', { file: 'buletin-gabungan.pdf' }],
    ]);
    expect(result.failed).toEqual(['articles/satu.md']);
    expect(sources(result)).toEqual(['articles/dua.md']);
    expect(Buffer.from(ws.readOutput('2021/03/satu.pdf')).toString()).toBe('milik orang lain');
    expect(Buffer.from(ws.readOutput('buletin-gabungan.pdf')).toString()).toBe('milik orang lain');
  });

  it('may be a folder', async () => {
    ws.article('satu');
    mkdirSync(path.join(ws.folder, 'output/2021/03/satu.pdf'), { recursive: true });
    expect(problemsOf(await ws.build())).toEqual(['articles/satu.md:1 build/foreign-file']);
  });

  it('may stand where a folder should be', async () => {
    ws.article('satu');
    ws.article('dua', { date: '2022-01-01' });
    ws.put('output/2021', 'bukan folder');
    const result = await ws.build();
    expect(problemsOf(result)).toEqual(['articles/satu.md:1 build/write-failed']);
    expect(sources(result)).toEqual(['articles/dua.md']);
  });

  it('is why a damaged record stops everything', async () => {
    ws.article('satu');
    await ws.build();
    ws.put('output/buletin-record.json', '{"version": 1, "files": [');
    const result = await ws.build();
    expect(result.status).toBe('bad-configuration');
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['build/record-unreadable']);
    expect(ws.outputs()).toEqual(['2021/03/satu.pdf']);
  });
});

describe('the record', () => {
  it('is small, sorted, and says which source made which file', async () => {
    for (const name of ['c', 'a', 'b']) ws.article(name);
    await ws.build();
    const text = readFileSync(path.join(ws.folder, 'output/buletin-record.json'), 'utf8');
    const files = text.split('\n').filter((line) => line.includes('"output"'));
    expect(files.map((line) => /"source":"([^"]*)"/.exec(line)?.[1])).toEqual(
      ['a', 'b', 'c'].map((name) => `articles/${name}.md`),
    );
    expect(text).not.toContain(ws.parent);
    await ws.build();
    expect(readFileSync(path.join(ws.folder, 'output/buletin-record.json'), 'utf8')).toBe(text);
  });

  it('is not made where nothing was ever written', async () => {
    ws.article('satu', { title: undefined });
    await ws.build();
    expect(existsSync(path.join(ws.folder, 'output'))).toBe(false);
  });
});

describe('temporary files of a killed run', () => {
  it('are swept away, and those of a run that still goes on are not', async () => {
    ws.article('satu');
    // No system gives out this number.
    ws.put('output/2021/03/.buletin-0123456789abcdef-4194999-1.tmp', 'setengah');
    ws.put(`output/.buletin-0123456789abcdef-${process.pid}-0.tmp`, 'setengah');
    ws.put('output/.buletin-catatan.tmp', 'milik orang lain');
    await ws.build();
    expect(ws.outputs()).toEqual([
      `.buletin-0123456789abcdef-${process.pid}-0.tmp`,
      '.buletin-catatan.tmp',
      '2021/03/satu.pdf',
    ]);
  });
});

describe('drafts', () => {
  it('are left out, and made with a name and a mark of their own when asked for', async () => {
    ws.article('konsep', { draft: 'true' });
    expect((await ws.build()).drafts).toEqual(['articles/konsep.md']);
    expect(ws.outputs()).toEqual([]);
    const result = await ws.build({ drafts: true, verify: true });
    expect(result.diagnostics).toEqual([]);
    expect(ws.outputs()).toEqual(['2021/03/konsep-DRAF.pdf']);
    const pdf = readPdf(ws.readOutput('2021/03/konsep-DRAF.pdf'));
    expect(`${pdf.artifacts} ${JSON.stringify(pdf.root)}`).toContain('DRAF');
    expect((await ws.build()).stale).toEqual(['2021/03/konsep-DRAF.pdf']);
  });
});

describe('the merged file', () => {
  it('holds the pages of all articles in their order', async () => {
    for (const name of ['b', 'a', 'c']) ws.article(name, { qr: undefined, source: `https://contoh.go.id/${name}` });
    ws.article('rusak', { title: undefined });
    const result = await ws.build({ merge: true });
    expect(result.merged).toMatchObject({ output: 'buletin-gabungan.pdf', pages: 3 });
    const merged = readPdf(ws.readOutput('buletin-gabungan.pdf'));
    expect(merged.pageCount).toBe(3);
    expect(
      merged.links.filter(({ target }) => /\/[abc]$/.test(target)).map(({ page, target }) => [page, target]),
    ).toEqual(
      expect.arrayContaining([
        [0, 'https://contoh.go.id/a'],
        [1, 'https://contoh.go.id/b'],
        [2, 'https://contoh.go.id/c'],
      ]),
    );
    const text = JSON.stringify(merged.root);
    expect(['Judul a', 'Judul b', 'Judul c'].map((title) => text.indexOf(title) > 0)).toEqual([true, true, true]);
    expect(text.indexOf('Judul a')).toBeLessThan(text.indexOf('Judul b'));
    expect(text.indexOf('Judul b')).toBeLessThan(text.indexOf('Judul c'));
  });

  it('is named when a later build does not make it', async () => {
    ws.article('a');
    await ws.build({ merge: true });
    const result = await ws.build();
    expect(result.stale).toEqual(['buletin-gabungan.pdf']);
    expect(result.diagnostics.map(({ data }) => data)).toEqual([{ file: 'buletin-gabungan.pdf', source: undefined }]);
    expect((await ws.build({ merge: true })).stale).toEqual([]);
  });
});

describe('check', () => {
  it('finds what a build finds and writes nothing', async () => {
    ws.article('baik');
    ws.article('rusak', {}, 'Ada 日.\n');
    const result = await ws.build({ write: false, merge: true, clean: true });
    expect(problemsOf(result)).toEqual(['articles/rusak.md:8 text/missing-glyph']);
    expect(existsSync(path.join(ws.folder, 'output'))).toBe(false);
  });
});

describe('ai: required', () => {
  it('makes a missing ai an error of that article', async () => {
    ws.put('buletin.yaml', 'name: Uji\nrules:\n  ai: required\n');
    ws.article('tanpa', { ai: undefined });
    ws.article('konsep', { ai: undefined, draft: 'true' });
    ws.article('dengan');
    const result = await ws.build();
    expect(problemsOf(result)).toEqual(['articles/tanpa.md:1 article/missing-ai']);
    expect(sources(result)).toEqual(['articles/dengan.md']);
    expect(result.drafts).toEqual(['articles/konsep.md']);
    ws.delete('buletin.yaml');
    expect(problemsOf(await ws.build())).toEqual([]);
  });
});
