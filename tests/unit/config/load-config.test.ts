import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDiagnosticList, type Diagnostic } from '../../../src/base/diagnostics.ts';
import { mm } from '../../../src/base/units.ts';
import { contrastWithWhite } from '../../../src/config/color.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import { NEUTRAL_BRAND } from '../../../src/config/neutral.ts';
import type { Config } from '../../../src/config/types.ts';
import { describeDiagnostic } from '../../../src/words/describe.ts';
import { createMemoryHost } from '../../support/memory-host.ts';
import { short } from './read.ts';

interface Loaded {
  readonly config: Config | undefined;
  readonly all: readonly Diagnostic[];
  readonly found: readonly string[];
}

async function load(files: Readonly<Record<string, string | Uint8Array>>): Promise<Loaded> {
  const list = createDiagnosticList();
  const host = createMemoryHost(files);
  const config = await loadConfig(host, '/w', list);
  return { config, all: list.all, found: list.all.map(short) };
}

const yaml = (text: string): Promise<Loaded> => load({ '/w/buletin.yaml': text });

describe('loadConfig', () => {
  it('is neutral without a file', async () => {
    const { config, found } = await load({ '/w/articles/a.md': 'x' });
    expect(found).toEqual([]);
    expect(config).toMatchObject({
      source: undefined,
      brand: { organisation: '', name: 'Buletin', logo: undefined, website: undefined, handles: [] },
      paper: { name: 'A4' },
      language: 'id',
      layout: 'bulletin',
      articles: ['articles/**/*.md'],
      rules: { aiRequired: false },
      links: { print: true },
    });
  });

  it('is neutral, with a source, when the file is empty', async () => {
    const { config, found } = await yaml('');
    expect(found).toEqual([]);
    expect(config?.source?.text).toBe('');
    expect(config?.brand).toEqual(NEUTRAL_BRAND);
  });

  it('reads every key', async () => {
    const { config, found } = await yaml(`
organisation: Pemerintah Kabupaten Contoh
office: Dinas Kominfo
name: Kabar Contoh
tagline: Dari warga
logo: brand/logo.svg
colours: { primary: "#0f4c5c", accent: 7a3d00, ink: "#111", muted: "#555555" }
website: www.contoh.go.id
contact:
  address: "Jalan Contoh 1"
  telephone: "(0343) 000000"
  email: kominfo@contoh.go.id
  complaints: lapor.go.id
social:
  x: "@contoh_"
  instagram: contoh.kab
paper: f4
language: en
layout: papan
articles:
  - "kabar/**/*.md"
  - "!kabar/arsip/**"
links:
  print: tidak
  short:
    lomba-desa: https://s.id/a1
rules:
  ai: wajib
`);
    expect(found).toEqual([]);
    expect(config).toMatchObject({
      brand: {
        organisation: 'Pemerintah Kabupaten Contoh',
        office: 'Dinas Kominfo',
        name: 'Kabar Contoh',
        tagline: 'Dari warga',
        logo: 'brand/logo.svg',
        colors: { primary: { r: 15 / 255, g: 76 / 255, b: 92 / 255, alpha: 1 }, ink: { r: 17 / 255 } },
        website: 'https://www.contoh.go.id/',
        contact: {
          address: 'Jalan Contoh 1',
          telephone: '(0343) 000000',
          email: 'kominfo@contoh.go.id',
          complaints: 'lapor.go.id',
        },
        handles: [
          { network: 'website', label: 'contoh.go.id', href: 'https://www.contoh.go.id/' },
          { network: 'x', label: 'contoh_', href: 'https://x.com/contoh_' },
          { network: 'instagram', label: 'contoh.kab', href: 'https://www.instagram.com/contoh.kab/' },
        ],
      },
      paper: { name: 'F4', width: mm(215), height: mm(330) },
      language: 'en',
      layout: 'papan',
      articles: ['kabar/**/*.md', '!kabar/arsip/**'],
      rules: { aiRequired: true },
      links: { print: false },
    });
    expect({ ...config?.links.short }).toEqual({ 'lomba-desa': 'https://s.id/a1' });
  });

  it('takes the Indonesian names of keys', async () => {
    const { config, found } = await yaml(
      'organisasi: A\nkantor: B\nnama: C\nsemboyan: D\nwarna:\n  utama: "#000000"\n  aksen: "#000"\n  tinta: "#000"\n  redup: "#000"\nsitus: a.id\nkontak:\n  alamat: E\n  telepon: "1"\n  surel: a@b.id\n  pengaduan: F\nmedsos:\n  twitter: g\nkertas: A5\nbahasa: id\ntataLetak: h\nartikel: "i/*.md"\ntautan: sembunyikan\naturan:\n  ai: bebas\n',
    );
    expect(found).toEqual([]);
    expect(config?.brand).toMatchObject({ organisation: 'A', office: 'B', name: 'C', tagline: 'D' });
    expect(config?.brand.contact).toEqual({ address: 'E', telephone: '1', email: 'a@b.id', complaints: 'F' });
    expect(config).toMatchObject({ articles: ['i/*.md'], layout: 'h', links: { print: false }, paper: { name: 'A5' } });
  });

  it.each([
    ['colours:\n  primary: #0f4c5c', '2:12 yaml/comment-after-value'],
    ['colours:\n  primary: "teal"', '2:12 config/bad-color'],
    ['website: javascript:alert(1)', '1:10 config/bad-address'],
    ['website: https://a:b@c.id', '1:10 config/bad-address'],
    ['logo: ../logo.svg', '1:7 config/bad-path'],
    ['logo: "C:\\\\logo.svg"', '1:7 config/bad-path'],
    ['contact:\n  email: bukan surel', '2:10 config/bad-email'],
    ['paper: Letter', '1:8 yaml/not-a-choice'],
    ['language: jv', '1:11 yaml/not-a-choice'],
    ['layout: ../x', '1:9 config/bad-name'],
    ['articles: "..\\\\x"', '1:11 config/bad-pattern'],
    ['articles:\n  - ok/*.md\n  - ../*.md', '3:5 config/bad-pattern'],
    ['articles: /etc/*', '1:11 config/bad-pattern'],
    ['links:\n  short:\n    CON: https://s.id/a', '3:5 config/bad-name'],
    ['links:\n  short:\n    a: s.id/a', '3:8 config/bad-address'],
    ['links: selalu', '1:8 yaml/not-a-choice'],
    ['rules: ketat', '1:8 yaml/wrong-kind'],
    ['rules:\n  ai: harus', '2:7 yaml/not-a-choice'],
    ['contact: Jalan', '1:10 yaml/wrong-kind'],
    ['name: [a]', '1:7 yaml/wrong-kind'],
    [`name: ${'x'.repeat(201)}`, '1:7 yaml/too-long'],
    ['name: "a\\u202eb"', '1:7 yaml/forbidden-character'],
    ['nama: a\nname: b', '2:1 yaml/same-key-twice'],
  ])('%j is an error with its place', async (text, found) => {
    const loaded = await yaml(text);
    expect(loaded.found).toEqual([found]);
    expect(loaded.config).toBeUndefined();
  });

  it('warns of an unknown key with the nearest, and still gives a configuration', async () => {
    const { config, all, found } = await yaml('organisaton: A\nname: B\n');
    expect(found).toEqual(['1:1 yaml/unknown-key']);
    expect(all[0]?.data).toEqual({ key: 'organisaton', nearest: 'organisation' });
    expect(config?.brand.name).toBe('B');
  });

  it('warns of a colour too pale for text, with the measured ratio', async () => {
    const { config, all } = await yaml('colours:\n  accent: "#e09f3e"\n');
    expect(all.map(({ code, severity, data }) => [code, severity, data])).toEqual([
      ['config/low-contrast', 'warning', { key: 'accent', ratio: 2.28, wanted: 4.5 }],
    ]);
    expect(config).toBeDefined();
    const [warning] = all;
    if (warning === undefined) throw new Error('no warning');
    expect(describeDiagnostic(warning, 'id').message).toContain('2,28 : 1');
    expect(describeDiagnostic(warning, 'en').message).toContain('2.28 : 1');
  });

  it('does not let a slug reach the prototype', async () => {
    const { config, found } = await yaml('links:\n  short:\n    a: https://s.id/a\n');
    expect(found).toEqual([]);
    expect('constructor' in (config?.links.short ?? {})).toBe(false);
  });

  it('asks to rename buletin.yml', async () => {
    const { config, all } = await load({ '/w/buletin.yml': 'name: A' });
    expect(config).toBeUndefined();
    expect(all).toMatchObject([{ code: 'config/wrong-file-name', place: { path: 'buletin.yml', line: 1 } }]);
  });

  it.each([
    ['a folder', { '/w/buletin.yaml/x': 'a' }, '1:1 config/unreadable'],
    ['a large file', { '/w/buletin.yaml': `#${'x'.repeat(70_000)}` }, '1:1 file/too-large'],
    ['UTF-16', { '/w/buletin.yaml': Buffer.from('\ufeffname: A', 'utf16le') }, '1:1 file/utf-16'],
    ['Latin-1', { '/w/buletin.yaml': Buffer.from('office: A\nname: Caf\xe9', 'latin1') }, '2:10 file/invalid-utf-8'],
  ])('%s is an error', async (_, files, found) => {
    const loaded = await load(files);
    expect(loaded.found).toEqual([found]);
    expect(loaded.config).toBeUndefined();
  });

  it('does the same in a Windows workspace', async () => {
    const path = await import('node:path');
    const list = createDiagnosticList();
    const host = createMemoryHost(
      { 'C:\\kerja\\buletin.yaml': '\ufeffname: "A"\r\npaper: A5\r\n' },
      { path: path.win32 },
    );
    const config = await loadConfig(host, 'C:\\kerja', list);
    expect(list.all).toEqual([]);
    expect(config).toMatchObject({ brand: { name: 'A' }, paper: { name: 'A5' } });
  });
});

describe('social accounts', () => {
  const handles = async (text: string) => (await yaml(`social:\n  ${text}\n`)).config?.brand.handles;

  it.each([
    ['instagram: "@pemkab"', 'pemkab', 'https://www.instagram.com/pemkab/'],
    ['instagram: https://instagram.com/pemkab/', 'pemkab', 'https://www.instagram.com/pemkab/'],
    ['facebook: pemkabpasuruan', 'pemkabpasuruan', 'https://www.facebook.com/pemkabpasuruan'],
    [
      'facebook: { name: Pemkab, address: "https://www.facebook.com/profile.php?id=1" }',
      'Pemkab',
      'https://www.facebook.com/profile.php?id=1',
    ],
    ['x: pemkabpasuruan_', 'pemkabpasuruan_', 'https://x.com/pemkabpasuruan_'],
    ['youtube: I LOVE PAS TV', 'I LOVE PAS TV', 'https://www.youtube.com/results?search_query=I+LOVE+PAS+TV'],
    ['youtube: "@ilovepastv"', 'ilovepastv', 'https://www.youtube.com/@ilovepastv'],
    ['youtube: { nama: I LOVE PAS TV, akun: ilovepastv }', 'I LOVE PAS TV', 'https://www.youtube.com/@ilovepastv'],
    ['tiktok: "@pemkab.x"', 'pemkab.x', 'https://www.tiktok.com/@pemkab.x'],
    ['whatsapp: 0812-3456-7890', '0812-3456-7890', 'https://wa.me/6281234567890'],
    ['whatsapp: "+62 812 3456 7890"', '+62 812 3456 7890', 'https://wa.me/6281234567890'],
  ])('%s', async (text, label, href) => {
    expect(await handles(text)).toEqual([{ network: text.split(':')[0], label, href }]);
  });

  it.each([
    ['x: "pemkabpasuruan\\\\_"', 'escape', 'pemkabpasuruan_'],
    // One backslash between double quotes: YAML makes a no-break space of it.
    ['x: "pemkabpasuruan\\_"', 'escape', 'pemkabpasuruan_'],
    ['instagram: { name: Pemkab, handle: "pemkab\\_pasuruan" }', 'escape', 'pemkab_pasuruan'],
    ['instagram: pemkab pasuruan', 'space', 'pemkabpasuruan'],
    ['instagram: pemkab-pasuruan', 'characters', undefined],
    ['x: pemkabpasuruan_x', 'length', undefined],
    ['x: https://facebook.com/pemkab', 'host', undefined],
    ['youtube: https://www.youtube.com/channel/UC123', 'address', undefined],
    ['youtube: "I LOVE\\\\_PAS"', 'escape', 'ILOVE_PAS'],
    ['whatsapp: kominfo', 'number', undefined],
    ['tiktok: { name: Pemkab }', 'address', undefined],
  ])('%s is an error', async (text, fault, proposal) => {
    const { all, config } = await yaml(`social:\n  ${text}\n`);
    expect(all.map(({ code, data }) => [code, data])).toMatchObject([['config/bad-handle', { fault, proposal }]]);
    expect(config).toBeUndefined();
  });
});

describe('the sample brand', () => {
  it('is right, demands a word about AI, and can be read on white paper', async () => {
    const { config, found } = await yaml(readFileSync(new URL('../../../buletin.yaml', import.meta.url), 'utf8'));
    expect(found).toEqual([]);
    expect(config?.rules.aiRequired).toBe(true);
    expect(config?.brand.handles.map(({ network, label }) => `${network} ${label}`)).toEqual([
      'website pasuruan.go.id',
      'instagram pemkabpasuruan',
      'facebook pemkabpasuruan',
      'x pemkabpasuruan_',
      'youtube I LOVE PAS TV',
    ]);
    for (const color of Object.values(config?.brand.colors ?? {})) {
      expect(contrastWithWhite(color)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
