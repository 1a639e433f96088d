import { cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { type CompiledProgram, compileProgram } from '../support/compiled-program.ts';
import { jpegPicture } from '../support/pictures.ts';
import { readPdf } from '../support/read-pdf.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';

let program: CompiledProgram;
let ws: TestWorkspace;
const NAMES = ['satu', 'dua', 'tiga'] as const;

beforeAll(async () => {
  program = compileProgram();
  ws = createWorkspace();
  ws.put('buletin.yaml', 'name: Buletin Uji\nwebsite: https://contoh.go.id\nsocial:\n  instagram: uji\n');
  ws.put('articles/foto.jpg', await jpegPicture({ width: 1600, height: 900 }));
  for (const name of NAMES) {
    const facts = { qr: undefined, source: `https://contoh.go.id/${name}`, ai: 'assisted', updated: '2021-03-02' };
    const body = '- Butir **tebal**\n- [Tautan](https://contoh.go.id/x)\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';
    ws.article(name, name === 'satu' ? { ...facts, image: 'foto.jpg', imageAlt: 'Kantor' } : facts, body);
  }
}, 120_000);

afterAll(() => {
  ws.remove();
  program.remove();
});

/** Output → digest of every PDF. */
function digestsIn(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  return Object.fromEntries(files.sort().map((name) => [name, sha256(readFileSync(path.join(folder, name)))]));
}

const entry = (folder: string, name: string): string => path.join(folder, 'output/2021/03', `${name}.pdf`);

describe('the same articles', () => {
  it('give the same bytes, whatever the folder, zone, language, mask, times and order of files', async () => {
    const other = path.join(ws.parent, 'folder lain', 'jauh', 'ws');
    cpSync(ws.folder, other, { recursive: true });
    const articles = path.join(other, 'articles');
    // Written again in another order and long ago.
    for (const name of readdirSync(articles).reverse()) {
      renameSync(path.join(articles, name), path.join(articles, `${name}.baru`));
      renameSync(path.join(articles, `${name}.baru`), path.join(articles, name));
      utimesSync(path.join(articles, name), 1, 1);
    }
    const argv = ['build', '--merge'];
    const first = await program.run(argv, {
      cwd: ws.folder,
      env: { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' },
      umask: 0o022,
    });
    const second = await program.run([...argv, '--lang', 'id', '-C', other], {
      cwd: ws.parent,
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      umask: 0o077,
    });
    expect([first.code, second.code]).toEqual([0, 0]);
    const digests = digestsIn(path.join(ws.folder, 'output'));
    expect(Object.keys(digests).length).toBe(NAMES.length + 1);
    expect(digestsIn(path.join(other, 'output'))).toEqual(digests);
    const record = (folder: string): string => readFileSync(path.join(folder, 'output/buletin-record.json'), 'utf8');
    expect(record(other)).toBe(record(ws.folder));
    // The mask of the user is theirs.
    if (process.platform !== 'win32') expect(statSync(entry(other, 'dua')).mode & 0o777).toBe(0o600);
    // One article alone, from a process that made nothing before it.
    const alone = await program.run(['build', 'articles/dua.md', '--output', 'sendiri'], { cwd: ws.folder });
    expect(alone.code).toBe(0);
    expect(digestsIn(path.join(ws.folder, 'sendiri'))).toEqual({
      [path.join('2021', '03', 'dua.pdf')]: digests[path.join('2021', '03', 'dua.pdf')],
    });
  }, 60_000);

  it('carry noon in Jakarta of their day, or SOURCE_DATE_EPOCH', async () => {
    const stamps = async (folder: string, env: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
      const output = path.join(ws.parent, folder);
      const argv = ['build', 'articles/dua.md', '--output', output, '--no-verify', '--merge'];
      expect((await program.run(argv, { cwd: ws.folder, env })).code).toBe(0);
      return [path.join('2021/03/dua.pdf'), 'buletin-gabungan.pdf'].flatMap((name) => {
        const { info, xmp } = readPdf(new Uint8Array(readFileSync(path.join(output, name))));
        const inXmp = (field: string): string | undefined => new RegExp(`<xmp:${field}>([^<]*)`).exec(xmp)?.[1];
        return [info.CreationDate, info.ModDate, inXmp('CreateDate'), inXmp('ModifyDate')];
      });
    };
    const plain = await stamps('plain', {});
    const [day, changed] = ["D:20210301120000+07'00'", "D:20210302120000+07'00'"];
    expect(plain.slice(0, 4)).toEqual([day, changed, '2021-03-01T12:00:00+07:00', '2021-03-02T12:00:00+07:00']);
    const epoch = await stamps('epoch', { SOURCE_DATE_EPOCH: '1614556800' });
    expect(new Set(epoch)).toEqual(new Set(["D:20210301070000+07'00'", '2021-03-01T07:00:00+07:00']));
  }, 60_000);
});

describe('a build that is killed', () => {
  it('leaves no half file, and the next one takes its files for its own', async () => {
    const killed = createWorkspace();
    try {
      const names = Array.from({ length: 20 }, (_, index) => `berita-${String(index).padStart(2, '0')}`);
      for (const name of names) killed.article(name);
      const output = path.join(killed.folder, 'output');
      const made = (stderr: string): number => stderr.split('→').length - 1;
      for (const after of [1, 7]) {
        const { code } = await program.run(['build', '--no-verify'], {
          cwd: killed.folder,
          killWhen: (stderr) => made(stderr) >= after,
        });
        expect(code).toBe(null);
        const left = killed.outputs().filter((name) => name.endsWith('.pdf'));
        expect(left.length).toBeGreaterThanOrEqual(after);
        for (const name of left) {
          expect(readPdf(killed.readOutput(name)).pageCount, name).toBe(1);
          expect(Buffer.from(killed.readOutput(name)).toString('latin1').trimEnd().endsWith('%%EOF'), name).toBe(true);
        }
        expect(existsSync(path.join(output, '.buletin-journal'))).toBe(true);
      }
      // What was made before the end is known, although no record was written: it may be replaced and removed.
      killed.delete('articles/berita-00.md');
      killed.article('berita-01', {}, 'Isi yang lain.\n');
      const next = await program.run(['build', '--no-verify', '--clean', '--json'], { cwd: killed.folder });
      expect(next.code).toBe(0);
      expect(JSON.parse(next.stdout)).toMatchObject({
        removed: ['2021/03/berita-00.pdf'],
        failed: [],
        diagnostics: [],
      });
      expect(killed.outputs()).toEqual(names.slice(1).map((name) => `2021/03/${name}.pdf`));
    } finally {
      killed.remove();
    }
  }, 60_000);
});
