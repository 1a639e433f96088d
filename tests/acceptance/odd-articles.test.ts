import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/types.ts';
import { jpegPicture, pngPicture } from '../support/pictures.ts';
import { articleText, createWorkspace, type Facts, problemsOf } from '../support/workspace.ts';

const WORDS = [
  ...['warga', 'kabupaten', 'pelayanan', 'kesehatan', 'dan', 'pendaftaran', 'untuk', 'informasi', 'sekolah', 'air'],
  ...['bersih', 'di', 'kantor', 'kecamatan', 'setiap', 'hari', 'kerja', 'membawa', 'berkas', 'lengkap', 'yang'],
];

/** Words without a period that repeats itself soon: every step takes another stride. */
function words(count: number): string {
  let at = 0;
  return Array.from({ length: count }, (_, index) => {
    at = (at + (index % 7) + 1) % WORDS.length;
    return WORDS[at];
  }).join(' ');
}

const paragraphs = (count: number, length = 60): string =>
  `${Array.from({ length: count }, (_, index) => `Bagian ke-${index + 1} ${words(length)}.`).join('\n\n')}\n`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const table = (columns: number, rows: number, cell: (row: number, column: number) => string): string => {
  const line = (index: number): string => row(Array.from({ length: columns }, (_, column) => cell(index, column)));
  const rule = row(Array.from({ length: columns }, () => '---'));
  return `${line(0)}${rule}${Array.from({ length: rows }, (_, index) => line(index + 1)).join('')}`;
};
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- Tingkat ${level + 1} ${words(10)}\n`).join('');
const withSource = (facts: Facts = {}): Facts => ({ qr: undefined, source: 'https://contoh.go.id/berita', ...facts });
const picture: Facts = { image: 'foto.jpg', imageAlt: 'Kantor kecamatan', imageCaption: 'Kantor kecamatan.' };

/** Each is made with the proof on, without a word of complaint. */
const good: Readonly<Record<string, { facts?: Facts; body?: string }>> = {
  'kata-60': { facts: withSource(), body: paragraphs(1, 57) },
  'kata-1500': { facts: withSource(picture), body: paragraphs(25, 57) },
  'judul-300': { facts: withSource({ title: `"${words(60).slice(0, 299).trim()}"` }), body: paragraphs(8) },
  'kata-200-huruf': { body: `Kata ${'panjang'.repeat(29)} selesai.\n` },
  'judul-200-huruf': { facts: { title: 'panjang'.repeat(29) } },
  'tabel-6-kolom': { body: table(6, 8, (r, c) => (r === 0 ? `Kolom ${c}` : `isi ${r}`)) },
  'tabel-12-kolom-angka': { body: table(12, 6, (r, c) => String(r * 12 + c)) },
  'tabel-saja': { body: table(3, 120, (r, c) => `baris ${r} lajur ${c}`) },
  'senarai-6-dalam': { body: nested(6) },
  'senarai-saja': { body: Array.from({ length: 90 }, (_, index) => `- Butir ke-${index + 1}\n`).join('') },
  'senarai-bernomor': { body: Array.from({ length: 120 }, (_, index) => `${index + 1}. Langkah ini\n`).join('') },
  'kutipan-saja': { body: `> ${words(50)}\n` },
  'subjudul-saja': { body: '## Hanya subjudul\n' },
  'kode-saja': { body: '```\nnpm start\n```\n' },
  'subjudul-panjang': { body: `## ${words(60)}\n\nSatu.\n\n`.repeat(8) },
  'paragraf-sama': { facts: withSource(picture), body: `${words(60)}.\n\n`.repeat(25) },
  'paragraf-panjang': { facts: withSource(), body: `${words(1200)}.\n` },
  'gambar-banyak': { body: `Satu.\n\n${'![Kantor](foto.jpg "Kantor kecamatan")\n\n'.repeat(12)}` },
  'gambar-tinggi': { facts: { image: 'tinggi.jpg', imageAlt: 'Menara' }, body: 'Satu.\n\n![Menara](tinggi.jpg)\n' },
  'gambar-lebar': { facts: { image: 'lebar.jpg', imageAlt: 'Jalan' }, body: 'Satu.\n\n![Jalan](lebar.jpg)\n' },
  'tautan-banyak': {
    body: `${Array.from({ length: 150 }, (_, index) => `[berkas ${index}](https://contoh.go.id/${index})`).join(', ')}.\n`,
  },
  'tautan-panjang': { body: `Lihat <https://contoh.go.id/${'y'.repeat(400)}>.\n` },
  'baris-paksa': { body: 'Jalan Raya 1  \nBangil\\\nPasuruan\n' },
  inggris: { facts: withSource({ lang: 'en', ai: 'assisted' }), body: 'The office opens at eight.\n' },
  'semua-tanggal': { facts: withSource({ updated: '2021-03-05', until: '5 April 2021', correction: '"Jam buka."' }) },
};

/** What cannot be printed ends in an error that names the article. */
const refused: Readonly<Record<string, { body: string; problem: string }>> = {
  'tabel-13-kolom': { body: table(13, 2, () => 'x'), problem: '8 article/too-many-columns' },
  'senarai-13-dalam': { body: nested(13), problem: '20 article/too-deep' },
  'gambar-saja': { body: '![Kantor](foto.jpg)\n', problem: '8 article/empty-body' },
  kosong: { body: '\n\n', problem: '7 article/empty-body' },
};

const ws = createWorkspace();
let result: BuildResult;

beforeAll(async () => {
  ws.put('articles/foto.jpg', await jpegPicture({ width: 1600, height: 900 }));
  ws.put('articles/tinggi.jpg', await jpegPicture({ width: 1600, height: 8000 }));
  ws.put('articles/lebar.jpg', await jpegPicture({ width: 6000, height: 400 }));
  ws.put('articles/titik.png', await pngPicture({ width: 1, height: 1 }));
  for (const [name, { facts, body }] of Object.entries(good)) ws.article(name, facts, body);
  for (const [name, { body }] of Object.entries(refused)) ws.article(name, {}, body);
  ws.article('gambar-titik', { image: 'titik.png', imageAlt: 'Titik' });
  // Names as an office gives them.
  mkdirSync(path.join(ws.folder, 'articles/folder kosong'));
  ws.article('Nama dengan Spasi (1)');
  ws.article('[FINAL] berita & foto');
  ws.article(`nama ${'panjang '.repeat(25)}`.trim());
  ws.put('articles/HURUF-BESAR.MD', articleText('HURUF-BESAR'));
  ws.put('articles/notepad.md', `\ufeff${articleText('notepad', {}, 'Satu.\n\nDua.\n')}`.replaceAll('\n', '\r\n'));
  ws.put('articles/mac-lama.md', articleText('mac-lama', {}, 'Satu.\n\nDua.\n').replaceAll('\n', '\r'));
  ws.put('articles/tanpa-akhir.md', articleText('tanpa-akhir', {}, 'Satu.'));
  result = await ws.build({ verify: true });
}, 120_000);

afterAll(() => ws.remove());

const problemsAt = (name: string): readonly string[] =>
  [...problemsOf(result), ...problemsOf(result, 'warning')]
    .filter((problem) => problem.startsWith(`articles/${name}:`))
    .map((problem) => problem.slice(`articles/${name}:`.length));
const isMade = (name: string): boolean => result.written.some(({ source }) => source === `articles/${name}`);

describe('an odd article', () => {
  it.each(Object.keys(good))('%s is made and passes the proof', (name) => {
    expect([problemsAt(`${name}.md`), isMade(`${name}.md`)]).toEqual([[], true]);
  });

  it.each(Object.entries(refused))('%s ends in an error of its own', (name, { problem }) => {
    expect([problemsAt(`${name}.md`), isMade(`${name}.md`)]).toEqual([[problem], false]);
  });

  it.each([
    'Nama dengan Spasi (1).md',
    '[FINAL] berita & foto.md',
    `nama ${'panjang '.repeat(25)}`.trim().concat('.md'),
    'HURUF-BESAR.MD',
    'notepad.md',
    'mac-lama.md',
    'tanpa-akhir.md',
  ])('may be called %s', (name) => {
    expect([problemsAt(name), isMade(name)]).toEqual([[], true]);
  });

  it('with a picture of one pixel gets a warning', () => {
    expect(problemsAt('gambar-titik.md')).toEqual(['6 asset/picture-low-resolution']);
    expect(isMade('gambar-titik.md')).toBe(true);
  });

  it('never breaks the program', () => {
    expect(result.crashed).toEqual([]);
    expect(result.failed).toEqual(
      Object.keys(refused)
        .map((name) => `articles/${name}.md`)
        .sort(),
    );
  });

  it('is found by its name alone, whatever the name means as a pattern', async () => {
    for (const name of ['Nama dengan Spasi (1).md', '[FINAL] berita & foto.md']) {
      const one = await ws.build({ patterns: [path.join(ws.folder, 'articles', name)] });
      expect(one.written.map(({ source }) => source)).toEqual([`articles/${name}`]);
    }
    const folder = await ws.build({ patterns: ['articles/folder kosong', './articles/notepad.md'] });
    expect(folder.written.map(({ source }) => source)).toEqual(['articles/notepad.md']);
    expect(folder.diagnostics.map(({ code, data }) => [code, data])).toEqual([
      ['build/no-articles', { patterns: 'articles/folder kosong' }],
    ]);
    const excluded = await ws.build({ patterns: ['articles/kata-*.md', '!articles/kata-2*.md'] });
    expect(excluded.written.map(({ source }) => source)).toEqual(['articles/kata-1500.md', 'articles/kata-60.md']);
    const outside = await ws.build({ patterns: ['../berita.md', path.join(ws.parent, 'lain.md')] });
    expect(problemsOf(outside)).toEqual([':0 build/no-articles']);
  });
});
