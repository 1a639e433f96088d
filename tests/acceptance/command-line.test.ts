import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CallOptions, callMain } from '../support/call-main.ts';
import { type CompiledProgram, compileProgram, type RunOptions } from '../support/compiled-program.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';

let program: CompiledProgram;
let ws: TestWorkspace;

beforeAll(() => {
  program = compileProgram();
}, 120_000);
afterAll(() => program.remove());

beforeEach(() => {
  ws = createWorkspace();
});
afterEach(() => ws.remove());

/** As if started in the workspace. */
const here = (argv: readonly string[], options: CallOptions = {}) => callMain(['-C', ws.folder, ...argv], options);
const child = (argv: readonly string[], options: RunOptions = {}) => program.run(argv, { cwd: ws.folder, ...options });
const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

describe('usage', () => {
  it.each([
    [[], 'Name a command'],
    [['bild'], 'build'],
    [['build', '--papr', 'A4'], 'papr'],
    [['build', '--paper', 'A6'], 'A6'],
    [['build', '--paper'], 'paper'],
    [['build', '--lang', 'xx'], 'xx'],
    [['build', '-C', 'tidak-ada'], 'tidak-ada'],
    [['doctor', 'berlebih'], 'berlebih'],
    [['new'], 'title'],
    [['new', '   '], 'title'],
  ])('%j is refused in one line, with exit code 2', async (argv, named) => {
    const { code, stdout, stderr } = await here(argv);
    expect([code, stdout, linesOf(stderr).length]).toEqual([2, '', 1]);
    expect(stderr).toContain(named);
    expect(stderr).not.toContain('\\u');
  });

  it('is told in the language that was asked for', async () => {
    const { code, stderr } = await here(['build', '-C', 'tidak-ada', '--lang', 'id']);
    expect([code, stderr]).toEqual([2, `Folder "${path.resolve('tidak-ada')}" tidak ada.\n`]);
    expect((await here(['bild'], { env: { LANG: 'id_ID.UTF-8' } })).stderr).toContain('build');
    const help = await child(['--help', '--lang', 'id']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('Membuat PDF dari semua artikel');
    expect((await child(['--version'])).stdout).toMatch(/^buletin \d+\.\d+\.\d+\n$/);
  });

  it('takes the last of an option that is given twice', async () => {
    ws.article('satu');
    const { code } = await callMain([
      'build',
      '-C',
      'tidak-ada',
      '-C',
      ws.folder,
      '--paper',
      'A3',
      '--paper',
      'A5',
      '--no-verify',
    ]);
    expect(code).toBe(0);
    expect(Buffer.from(ws.readOutput('2021/03/satu.pdf')).toString('latin1')).toMatch(
      /\/MediaBox \[0 0 419\.5\d* 595\.2/,
    );
  });
});

describe('build', () => {
  it('says plain lines off a terminal: progress and messages on stderr, nothing on stdout', async () => {
    ws.article('baik');
    ws.article('rusak', { date: '31 Februari 2021' });
    const { code, stdout, stderr } = await here(['build', '--no-verify'], { env: { FORCE_COLOR: '1' } });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).not.toMatch(/[\u001b\r]/);
    const lines = linesOf(stderr);
    expect(lines[0]).toMatch(/^\[1\/2\] articles\/baik\.md → 2021\/03\/baik\.pdf \(1 page, \d+ KB\)$/);
    expect(lines.slice(1, 6)).toEqual([
      '[2/2] articles/rusak.md → not made',
      'articles/rusak.md:3:7: error: There is no 31 February 2021, as "date" says. [article/no-such-day]',
      expect.stringMatching(/^ {2}hint: ./),
      '1 article was not made:',
      '  articles/rusak.md',
    ]);
    expect(lines[6]).toBe('1 error, 0 warnings.');
    expect(lines[7]).toMatch(/^Done: 1 file, 1 page, \d+ KB, in [\d.]+ seconds\.$/);
  });

  it('says the same in Indonesian', async () => {
    ws.article('rusak', { date: '31 Februari 2021' });
    for (const [argv, env, yaml] of [
      [['--lang', 'id'], {}, ''],
      [[], { LANG: 'id_ID.UTF-8' }, ''],
      [[], {}, 'language: id\n'],
    ] as const) {
      if (yaml !== '') ws.put('buletin.yaml', yaml);
      const { code, stderr } = await here(['buat', ...argv], { env });
      expect(code).toBe(1);
      expect(stderr).toContain('articles/rusak.md:3:7: galat: Tanggal 31 Februari 2021');
      expect(stderr).toContain('1 artikel tidak dibuat:');
    }
  });

  it('gives programs one JSON value on stdout and nothing else', async () => {
    ws.article('baik');
    ws.article('konsep', { draft: 'true' });
    ws.article('rusak', { title: undefined });
    const { code, stdout, stderr } = await here(['build', '--json', '--no-verify', '--lang', 'id', '--merge']);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'done',
      exitCode: 1,
      written: [{ output: '2021/03/baik.pdf', source: 'articles/baik.md', pages: 1 }],
      merged: { output: 'buletin-gabungan.pdf', pages: 1 },
      failed: ['articles/rusak.md'],
      drafts: ['articles/konsep.md'],
      crashed: [],
      stale: [],
      diagnostics: [
        {
          code: 'article/missing-title',
          severity: 'error',
          place: { path: 'articles/rusak.md', line: 1, column: 1 },
          message: 'Artikel ini belum punya judul.',
        },
      ],
    });
    ws.put('buletin.yaml', 'paper: A9\n');
    const refused = await here(['build', '--json']);
    expect([refused.code, refused.stderr]).toEqual([2, '']);
    expect(JSON.parse(refused.stdout)).toMatchObject({ status: 'bad-configuration', exitCode: 2 });
  });

  it('ends with 2 when the configuration, the layout or the epoch is wrong, and touches no file', async () => {
    ws.article('satu');
    expect((await here(['build', '--no-verify'])).code).toBe(0);
    const unknown = await here(['build', '--layout', 'buletn']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Did you mean "bulletin"?');
    expect((await here(['build'], { env: { SOURCE_DATE_EPOCH: 'kemarin' } })).code).toBe(2);
    ws.put('buletin.yaml', 'kertas: A9\n');
    const wrong = await here(['build']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('buletin.yaml:1:9: error:');
    expect(ws.outputs()).toEqual(['2021/03/satu.pdf']);
  });

  it('counts a warning as a failure with --strict alone', async () => {
    ws.put('templates/uji/layout.hbs', '<html lang="{{lang}}"><body><h1>{{title}}</h1>{{{body}}}</body></html>\n');
    ws.put('templates/uji/style.css', '@page { margin: 2cm }\nh1 {\n  colour: red;\n}\n');
    ws.article('satu', { layout: 'uji' });
    const plain = await here(['build', '--no-verify']);
    expect(plain.code).toBe(0);
    expect(plain.stderr).toContain('templates/uji/style.css:3:3: warning:');
    const strict = await here(['build', '--no-verify', '--strict']);
    expect(strict.code).toBe(1);
    expect(ws.outputs()).toEqual(['2021/03/satu.pdf']);
  });

  it('writes where --output says, also outside the workspace, and finds files by -C', async () => {
    ws.article('satu');
    const result = await program.run(['build', '-C', 'ws', '--output', '../hasil', '--no-verify'], { cwd: ws.parent });
    expect(result.code).toBe(0);
    expect(readdirSync(path.join(ws.parent, 'hasil/2021/03'))).toEqual(['satu.pdf']);
    expect(ws.outputs()).toEqual([]);
  });

  it('goes on when its reader goes away', async () => {
    for (const name of ['a', 'b', 'c']) ws.article(name);
    expect((await child(['build', '--no-verify'], { hangUp: 'stderr' })).code).toBe(0);
    expect(ws.outputs()).toEqual(['2021/03/a.pdf', '2021/03/b.pdf', '2021/03/c.pdf']);
    expect((await child(['build', '--no-verify', '--json'], { hangUp: 'stdout' })).code).toBe(0);
  });

  it('needs no configuration and no network, and leaves nothing but its files', async () => {
    ws.article('satu', { qr: undefined, source: 'https://contoh.go.id/satu' });
    const built = await child(['build'], { env: { FORCE_COLOR: '1' } });
    expect([built.code, built.stdout]).toEqual([0, '']);
    expect(built.stderr).not.toMatch(/[\u001b\r]/);
    expect(readdirSync(ws.folder).sort()).toEqual(['articles', 'output']);
    expect(readdirSync(path.join(ws.folder, 'output')).sort()).toEqual(['2021', 'buletin-record.json']);
  });
});

describe('init', () => {
  it('makes a workspace for another regency in which build works at once', async () => {
    const made = await child([
      ...['init', 'kabupaten', '--lang', 'id', '--name', 'Buletin "Kita": #1 & <lain>'],
      ...['--organisation', "Pemerintah Kabupaten: 'Uji'", '--website', 'uji.go.id'],
    ]);
    expect(made.code).toBe(0);
    const folder = path.join(ws.folder, 'kabupaten');
    const built = await callMain(['build', '-C', folder]);
    expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('Selesai: 1 berkas, 1 halaman')]);
    expect(built.stderr).not.toMatch(/galat|peringatan/);
  });

  it('without a word about the regency, in the present folder and in English', async () => {
    expect((await child(['init'])).code).toBe(0);
    const built = await here(['build']);
    expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('Done: 1 file, 1 page')]);
    expect(built.stderr).not.toMatch(/error|warning/);
  });

  it('touches nothing that is there', async () => {
    ws.put('buletin.yaml', 'name: Milik kami\n');
    expect((await here(['init', ws.folder, '--name', 'Lain'])).code).toBe(0);
    expect(readFileSync(path.join(ws.folder, 'buletin.yaml'), 'utf8')).toBe('name: Milik kami\n');
  });
});

describe('new', () => {
  it('makes a draft that the next build names, with any title', async () => {
    mkdirSync(path.join(ws.folder, 'articles'));
    const titles = [['Lomba: "Desa" #1 \\ & <2021>'], ['Posyandu', 'buka', '2021'], ['Posyandu buka 2021'], ['日本']];
    const files: string[] = [];
    for (const title of titles) {
      const made = await here(['new', ...title, '--lang', 'id']);
      expect(made.code).toBe(0);
      files.push(made.stdout.trim());
    }
    expect(files[2]).toBe(files[1]?.replace('.md', '-2.md'));
    const built = await here(['build', '--json']);
    expect(built.code).toBe(0);
    expect(JSON.parse(built.stdout)).toMatchObject({ written: [], drafts: [...files].sort() });
    const [first = ''] = files;
    const file = path.join(ws.folder, first);
    writeFileSync(file, readFileSync(file, 'utf8').replace('draft: true\n', ''));
    const finished = await here(['build']);
    expect([finished.code, finished.stderr]).toEqual([0, expect.stringContaining('1 page')]);
  });
});

describe('check and doctor', () => {
  it('write nothing into the workspace', async () => {
    ws.article('satu');
    ws.article('rusak', { title: undefined });
    expect((await here(['periksa'])).code).toBe(1);
    expect(readdirSync(ws.folder)).toEqual(['articles']);
    const doctor = await here(['doctor']);
    expect([doctor.code, doctor.stderr]).toEqual([0, 'All is well.\n']);
    expect(linesOf(doctor.stdout).every((line) => line.startsWith('✓ '))).toBe(true);
    expect(readdirSync(ws.folder)).toEqual(['articles']);
  });
});
