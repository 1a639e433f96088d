import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../src/base/host.ts';
import type { BuildResult } from '../../src/build/types.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { cut, hugePng, jpegPicture } from '../support/pictures.ts';
import { articleText, createWorkspace, type Facts, problemsOf, spoken } from '../support/workspace.ts';

const ws = createWorkspace();
const isWindows = process.platform === 'win32';
let result: BuildResult;

const address = (length: number): string => `https://contoh.go.id/${'a'.repeat(length - 21)}`;
const withPicture = (file: string): Facts => ({ image: JSON.stringify(file), imageAlt: 'Kantor kecamatan' });
const withTitle = (title: string): Facts => ({ title });
const bodyPicture = (file: string): string => `Satu.\n\n![Kantor](${file})\n`;

/** Name of the article → line and code of its only error. */
const cases: Readonly<Record<string, { facts?: Facts; body?: string; line: number; code: string }>> = {
  'tanpa-judul': { facts: { title: undefined }, line: 1, code: 'article/missing-title' },
  'judul-kosong': { facts: withTitle('"  "'), line: 2, code: 'article/missing-title' },
  februari: { facts: { date: '31 Februari 2021' }, line: 3, code: 'article/no-such-day' },
  'februari-iso': { facts: { date: '2021-02-31' }, line: 3, code: 'article/no-such-day' },
  hari: { facts: { date: 'Selasa, 1 Maret 2021' }, line: 3, code: 'article/wrong-weekday' },
  javascript: {
    facts: { qr: undefined, source: '"javascript:alert(1)"' },
    line: 5,
    code: 'article/bad-address',
  },
  'javascript-isi': { body: 'Isi [klik](javascript:alert(1)).\n', line: 8, code: 'article/bad-link' },
  'alamat-panjang': { facts: { qr: undefined, source: address(900) }, line: 5, code: 'layout/qr-too-small' },
  'alamat-panjang-dua': { facts: { qr: undefined, source: address(900) }, line: 5, code: 'layout/qr-too-small' },
  'gambar-hilang': { facts: withPicture('tidak-ada.jpg'), line: 6, code: 'asset/picture-missing' },
  'gambar-hilang-dua': { facts: withPicture('tidak-ada.jpg'), line: 6, code: 'asset/picture-missing' },
  'gambar-kosong': { facts: withPicture('kosong.jpg'), line: 6, code: 'asset/file-empty' },
  'gambar-terpotong': { facts: withPicture('terpotong.jpg'), line: 6, code: 'asset/picture-corrupt' },
  'gambar-besar': { facts: withPicture('besar.png'), line: 6, code: 'asset/picture-too-many-pixels' },
  'gambar-palsu': { facts: withPicture('palsu.jpg'), line: 6, code: 'asset/picture-format' },
  'gambar-folder': { facts: withPicture('folder.jpg'), line: 6, code: 'asset/file-not-a-file' },
  'gambar-keluar': { facts: withPicture('../../luar.jpg'), line: 6, code: 'article/bad-path' },
  'gambar-mutlak': { facts: withPicture('/etc/hostname'), line: 6, code: 'article/bad-path' },
  'gambar-windows': { facts: withPicture('C:\\foto.jpg'), line: 6, code: 'article/bad-path' },
  'gambar-jauh': { facts: withPicture('https://contoh.go.id/a.jpg'), line: 6, code: 'article/bad-path' },
  'isi-gambar-hilang': { body: bodyPicture('tidak-ada.jpg'), line: 10, code: 'asset/picture-missing' },
  'isi-gambar-kosong': { body: bodyPicture('kosong.jpg'), line: 10, code: 'asset/file-empty' },
  'isi-gambar-terpotong': { body: bodyPicture('terpotong.jpg'), line: 10, code: 'asset/picture-corrupt' },
  'isi-gambar-besar': { body: bodyPicture('besar.png'), line: 10, code: 'asset/picture-too-many-pixels' },
  'isi-gambar-keluar': { body: bodyPicture('../../luar.jpg'), line: 10, code: 'article/bad-path' },
  ...(isWindows
    ? {}
    : {
        'gambar-tautan': { facts: withPicture('tautan.jpg'), line: 6, code: 'asset/file-outside' },
        'gambar-folder-tautan': { facts: withPicture('naik/luar.jpg'), line: 6, code: 'asset/file-outside' },
        'isi-gambar-tautan': { body: bodyPicture('tautan.jpg'), line: 10, code: 'asset/file-outside' },
      }),
  'alias-yaml': { facts: withTitle('*judul'), line: 2, code: 'yaml/alias' },
  'jangkar-yaml': { facts: withTitle('&judul Lomba'), line: 2, code: 'yaml/alias' },
  pagar: { facts: withTitle('Lomba #PasuruanMaju'), line: 2, code: 'yaml/comment-after-value' },
  'titik-dua': { facts: withTitle('Lomba: menang lagi'), line: 2, code: 'yaml/colon-in-value' },
  'sesudah-kutip': { facts: withTitle('"Lomba" menang'), line: 2, code: 'yaml/text-after-quote' },
  'tanda-at': { facts: withTitle('@pemkab'), line: 2, code: 'yaml/special-start' },
  'huruf-judul': { facts: withTitle('"Judul 日"'), line: 2, code: 'text/missing-glyph' },
  'huruf-isi': { body: 'Satu.\n\nBaris pertama\ndan kedua\nlalu 日 di sini.\n', line: 12, code: 'text/missing-glyph' },
  'huruf-tabel': { body: 'Satu.\n\n| a | b |\n| - | - |\n| x | 語 |\n', line: 12, code: 'text/missing-glyph' },
  'isi-kosong': { body: '', line: 7, code: 'article/empty-body' },
  'tata-letak': { facts: { layout: 'buletn' }, line: 6, code: 'template/unknown-layout' },
  'tata-letak-dua': { facts: { layout: 'buletn' }, line: 6, code: 'template/unknown-layout' },
};

/** Whole files: what stands in them, and the code at line 1. */
const files: Readonly<Record<string, { bytes: Uint8Array | string; line: number; code: string }>> = {
  'nol-bita': { bytes: articleText('nol', {}, 'Isi \0 di sini.\n'), line: 8, code: 'file/forbidden-character' },
  utf16: { bytes: Buffer.from(`\ufeff${articleText('utf16')}`, 'utf16le'), line: 1, code: 'file/utf-16' },
  'utf16-polos': { bytes: Buffer.from(articleText('utf16'), 'utf16le'), line: 1, code: 'file/utf-16' },
  latin1: { bytes: Buffer.from(articleText('Kafé'), 'latin1'), line: 2, code: 'file/invalid-utf-8' },
  kosong: { bytes: '', line: 1, code: 'build/article-unreadable' },
  'tanpa-keterangan': { bytes: 'Halo.\n', line: 1, code: 'article/no-front-matter' },
  'tidak-ditutup': { bytes: '---\ntitle: Halo\n', line: 1, code: 'article/front-matter-not-closed' },
  'terlalu-besar': { bytes: articleText('x', {}, 'a'.repeat(300 * 1024)), line: 1, code: 'file/too-large' },
  'jauh-terlalu-besar': { bytes: ' '.repeat(1100 * 1024), line: 1, code: 'build/article-unreadable' },
};

beforeAll(async () => {
  const jpeg = await jpegPicture({ width: 1200, height: 800 });
  ws.put('../luar.jpg', jpeg);
  ws.put('articles/foto.jpg', jpeg);
  ws.put('articles/kosong.jpg', '');
  ws.put('articles/terpotong.jpg', cut(jpeg, 0.5));
  ws.put('articles/palsu.jpg', 'bukan gambar');
  ws.put('articles/besar.png', hugePng());
  mkdirSync(path.join(ws.folder, 'articles/folder.jpg'));
  mkdirSync(path.join(ws.folder, 'articles/x.md'));
  ws.put('articles/x.md/di-dalam.md', articleText('di-dalam'));
  if (!isWindows) {
    symlinkSync(path.join(ws.parent, 'luar.jpg'), path.join(ws.folder, 'articles/tautan.jpg'));
    symlinkSync(ws.parent, path.join(ws.folder, 'articles/naik'));
    symlinkSync('/etc/hostname', path.join(ws.folder, 'articles/tautan-artikel.md'));
    symlinkSync('tidak-ada', path.join(ws.folder, 'articles/tautan-putus.md'));
    ws.put('articles/aux.md', articleText('aux'));
    ws.put('articles/jam 15:00.md', articleText('jam'));
  }
  for (const [name, { facts, body }] of Object.entries(cases)) ws.article(name, facts, body);
  for (const [name, { bytes }] of Object.entries(files)) ws.put(`articles/${name}.md`, bytes);
  ws.article('baik');
  ws.article('baik-bergambar', withPicture('foto.jpg'));
  result = await ws.build();
}, 60_000);

afterAll(() => ws.remove());

const errorsOf = (name: string): readonly string[] =>
  problemsOf(result).filter((problem) => problem.startsWith(`articles/${name}.md:`));

describe('a bad article', () => {
  it.each(Object.entries({ ...cases, ...files }))('%s is named with its line', (name, { line, code }) => {
    expect(errorsOf(name)).toEqual([`articles/${name}.md:${line} ${code}`]);
  });

  it('is not made, and every other one is', () => {
    const bad = [...Object.keys(cases), ...Object.keys(files)].map((name) => `articles/${name}.md`);
    expect(result.failed).toEqual(expect.arrayContaining([...bad, 'articles/x.md']));
    expect(result.crashed).toEqual([]);
    expect(result.written.map(({ source }) => source)).toEqual([
      'articles/baik-bergambar.md',
      'articles/baik.md',
      'articles/x.md/di-dalam.md',
    ]);
    expect(ws.outputs()).toEqual(['2021/03/baik-bergambar.pdf', '2021/03/baik.pdf', '2021/03/di-dalam.pdf']);
  });

  it('is spoken of in both languages', () => {
    const articles = result.diagnostics.filter(({ severity }) => severity === 'error');
    expect(articles.length).toBeGreaterThan(Object.keys(cases).length);
    for (const diagnostic of articles) {
      const [indonesian, advice, english, hint] = spoken(diagnostic);
      expect(indonesian, diagnostic.code).not.toBe(english);
      expect(advice, diagnostic.code).not.toBe(hint);
    }
  });

  it('may be a folder', () => {
    expect(errorsOf('x')).toEqual(['articles/x.md:1 build/article-unreadable']);
    const folder = result.diagnostics.find(({ place }) => place?.path === 'articles/x.md');
    expect(folder?.data).toMatchObject({ reason: 'not-a-file' });
  });

  it.skipIf(isWindows)('may lead out of the workspace, or nowhere, or have a name that Windows refuses', () => {
    const reasonOf = (file: string): unknown => result.diagnostics.find(({ place }) => place?.path === file)?.data;
    expect(reasonOf('articles/tautan-artikel.md')).toMatchObject({ reason: 'outside' });
    expect(reasonOf('articles/tautan-putus.md')).toMatchObject({ reason: 'missing' });
    expect(reasonOf('articles/aux.md')).toMatchObject({ reason: 'bad-name' });
    expect(reasonOf('articles/jam 15:00.md')).toMatchObject({ reason: 'bad-name' });
  });

  it('shows how the line of a title should be written', () => {
    const hints = (name: string): readonly string[] =>
      result.diagnostics.filter(({ place }) => place?.path === `articles/${name}.md`).flatMap(spoken);
    expect(hints('pagar').join('\n')).toContain('title: "Lomba #PasuruanMaju"');
    expect(hints('titik-dua').join('\n')).toContain('title: "Lomba: menang lagi"');
    expect(hints('tanda-at').join('\n')).toContain('title: "@pemkab"');
  });

  it('gets the nearest name of a layout', () => {
    const diagnostic = result.diagnostics.find(({ place }) => place?.path === 'articles/tata-letak.md');
    expect(diagnostic?.data).toMatchObject({ layout: 'buletn', nearest: 'bulletin' });
  });
});

describe('an unreadable article', () => {
  it('is named, and every other one is made', async () => {
    const locked = createWorkspace();
    try {
      locked.article('terkunci');
      locked.article('baik');
      const file = path.join(locked.folder, 'articles/terkunci.md');
      chmodSync(file, 0o000);
      const real = createNodeHost();
      // Windows and the superuser read it nevertheless: there the host says what the system would.
      const isLocked = !isWindows && process.getuid?.() !== 0;
      const host: Host = {
        ...real,
        readInside: async (root, relative, limit) =>
          !isLocked && path.join(root, relative) === file
            ? { kind: 'refused', reason: 'unreadable' }
            : real.readInside(root, relative, limit),
      };
      const built = await locked.build({}, host);
      expect(problemsOf(built)).toEqual(['articles/terkunci.md:1 build/article-unreadable']);
      expect(built.diagnostics[0]?.data).toMatchObject({ reason: 'unreadable' });
      expect(built.written.map(({ source }) => source)).toEqual(['articles/baik.md']);
    } finally {
      locked.remove();
    }
  });
});
