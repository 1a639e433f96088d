import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleMeta } from '../../../src/article/types.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { createNodeHost } from '../../../src/cli/node-host.ts';
import { paperOf } from '../../../src/config/papers.ts';
import type { Config, Handle, Paper } from '../../../src/config/types.ts';
import { loadLayout } from '../../../src/template/load-layout.ts';
import { mergeTemplate } from '../../../src/template/merge-template.ts';
import type { Layout } from '../../../src/template/types.ts';
import { a4, bareHtml, sampleArticle, sampleBrand, sampleConfig } from '../../support/template.ts';

let layout: Layout;

beforeAll(async () => {
  const reporter = createDiagnosticList();
  const loaded = await loadLayout('bulletin', { host: createNodeHost(), workspace: '/nowhere' }, reporter);
  if (loaded === undefined) throw new Error(JSON.stringify(reporter.all));
  layout = loaded;
});

function html(
  meta: Partial<ArticleMeta>,
  options: { markdown?: string; config?: Config; draft?: boolean; paper?: Paper } = {},
): string {
  const reporter = createDiagnosticList();
  const article = sampleArticle(options.markdown ?? 'Satu kalimat.', meta);
  const input = {
    article,
    config: options.config ?? sampleConfig(),
    paper: options.paper ?? a4,
    draft: options.draft ?? false,
  };
  const merged = mergeTemplate(layout, input, reporter);
  if (merged === undefined) throw new Error(JSON.stringify(reporter.all));
  return bareHtml(merged.html).replace(/\s+/g, ' ');
}

const classes = (text: string): string => /<html lang="id" class="([^"]*)"/.exec(text)?.[1] ?? '';

describe('the bulletin', () => {
  it('leaves out what an article does not have', () => {
    const text = html({});
    expect(classes(text)).toBe('paper-A4 one-page');
    for (const name of ['kicker', 'facts', 'lead"', 'correction', 'notice', 'links', 'scan', 'draft-band', 'contact']) {
      expect(text).not.toContain(`class="${name}`);
    }
    expect(text).not.toMatch(/<(p|span|figcaption|div)[^>]*> *<\/\1>/);
    expect(text).toContain('<div class="motif" aria-hidden="true"><kawung-motif ');
  });

  it('prints all that an article has', () => {
    const day = { year: 2021, month: 3, day: 9 };
    const text = html(
      {
        title: 'Kerja Bakti',
        source: 'https://contoh.go.id/berita',
        qr: true,
        category: 'Lingkungan',
        place: 'Bangil',
        author: 'Siti',
        editor: 'Budi',
        updated: day,
        until: day,
        correction: 'Pukul 09.00.',
        ai: { use: 'assisted', model: '', reviewedBy: 'redaksi' },
        image: { path: 'a b.jpg', alt: 'Warga', caption: 'Warga bekerja.', credit: 'Foto: Ani' },
      },
      { markdown: 'Satu [tautan](https://x.id/a).', draft: true },
    );
    expect(classes(text)).toBe('paper-A4 one-page draft qr');
    expect(text).toContain('<p class="kicker">Lingkungan</p> <h1 class="title title-large">Kerja Bakti</h1>');
    expect(text).toContain('<span class="fact-label">Penulis</span> Siti</p>');
    expect(text).toContain('<span class="fact-label">Penyunting</span> Budi</p>');
    expect(text).toContain('<span class="fact-label">Diperbarui</span> Selasa, 9 Maret 2021</p>');
    expect(text).toContain('<span class="fact-label">Dipasang sampai</span> Selasa, 9 Maret 2021</p>');
    expect(text).toContain('<img class="lead-picture" src="article:a b.jpg" alt="Warga">');
    expect(text).toContain('<figcaption>Warga bekerja. <span class="credit">Foto: Ani</span></figcaption>');
    expect(text).toContain('<strong class="correction-label">Ralat</strong> Pukul 09.00.');
    expect(text).toContain('<p><strong class="dateline">Bangil</strong> — Satu <a href="https://x.id/a">tautan</a>');
    expect(text).toContain('<li><a href="https://x.id/a">x.id/a</a></li>');
    expect(text).toContain('<strong class="draft-word">DRAF</strong>');
    expect(text).toContain('<div class="lead-side" aria-hidden="true"><kawung-motif ');
    expect(text.match(/<kawung-motif /g)?.length).toBe(1);
  });

  it('makes the QR a link, with the readable address and the notice beside it', () => {
    const ai = { use: 'extractive', model: '', reviewedBy: '' } as const;
    const text = html({ source: 'https://contoh.go.id/berita', qr: true, ai });
    expect(text).toContain(
      '<a class="scan-box" href="https://contoh.go.id/berita"><qr-code class="scan-code" value="https://contoh.go.id/berita" alt="Kode QR menuju https://contoh.go.id/berita"></qr-code></a>',
    );
    expect(text).toContain('<p class="scan-address"><a href="https://contoh.go.id/berita">contoh.go.id/berita</a></p>');
    expect(text).toContain('<p class="scan-notice">Ringkasan otomatis dari kalimat-kalimat berita aslinya. Silakan');
    expect(html({ ai })).toContain('<p class="notice">Ringkasan otomatis dari kalimat-kalimat berita aslinya.</p>');
  });

  it.each([
    [84, 'paper-A4 one-page qr'],
    [85, 'paper-A4 one-page qr qr-medium'],
    [152, 'paper-A4 one-page qr qr-medium'],
    [153, 'paper-A4 one-page qr qr-large'],
    [213, 'paper-A4 one-page qr qr-large'],
    [214, 'paper-A4 one-page qr qr-huge'],
  ])('gives an address of %i characters the room it needs', (length, expected) => {
    const start = 'https://contoh.go.id/';
    expect(classes(html({ source: start + 'a'.repeat(length - start.length), qr: true }))).toBe(expected);
  });

  it.each([
    [30, 'title title-large'],
    [31, 'title'],
    [60, 'title'],
    [61, 'title title-medium'],
    [131, 'title title-small'],
  ])('sets a title of %i characters in its size', (length, expected) => {
    expect(html({ title: 'a'.repeat(length) })).toContain(`<h1 class="${expected}">`);
  });

  it('prints the contact when the brand has one, and every handle as a link with its icon', () => {
    const contact = { address: 'Jalan A 1', telephone: '(0343) 1', email: 'a@b.go.id', complaints: 'lapor.go.id' };
    const text = html({}, { config: sampleConfig({ brand: { ...sampleBrand, contact, logo: 'brand/l.svg' } }) });
    expect(classes(text)).toBe('paper-A4 one-page has-contact');
    expect(text).toContain('<a class="contact-entry" href="mailto:a@b.go.id">a@b.go.id</a>');
    expect(text).toContain('Pengaduan: lapor.go.id');
    expect(text).toContain('<img class="logo" src="brand:brand/l.svg" alt="Pemerintah Kabupaten Pasuruan">');
    expect(text).toContain(
      '<a class="handle" href="https://www.instagram.com/pemkabpasuruan"><img class="handle-icon" src="icon:instagram" alt="Instagram"><span class="handle-label">pemkabpasuruan</span></a>',
    );
  });

  it.each([
    ['A4', 'a'.repeat(64 * 21), true, true],
    ['A4', 'a'.repeat(64 * 22), true, false],
    ['A4', 'a'.repeat(64 * 30), false, true],
    ['A4', 'a'.repeat(64 * 31), false, false],
    ['A5', 'a'.repeat(64 * 12), true, true],
    ['A5', 'a'.repeat(64 * 13), true, false],
    ['F4', 'a'.repeat(64 * 26), true, true],
    ['F4', 'a'.repeat(64 * 27), true, false],
  ] as const)('lets the picture give way on %s while the text may fit on one page', (name, markdown, qr, fits) => {
    const image = { path: 'a.jpg', alt: 'a', caption: '', credit: '' };
    const source = qr ? { source: 'https://a.id/', qr } : {};
    const text = html({ ...source, ...(qr ? { image } : {}) }, { markdown, paper: paperOf(name) });
    expect(classes(text).split(' ').includes('one-page')).toBe(fits);
  });

  it('knows how handles and contact fill the footer', () => {
    const handle = { network: 'x', label: 'abc', href: 'https://x.com/abc' } as const;
    const of = (handles: readonly Handle[], address = ''): string => {
      const contact = { address, telephone: '', email: '', complaints: '' };
      return classes(html({}, { config: sampleConfig({ brand: { ...sampleBrand, handles, contact } }) }));
    };
    expect(of([])).toBe('paper-A4 one-page no-handles');
    expect(html({}, { config: sampleConfig({ brand: { ...sampleBrand, handles: [] } }) })).not.toContain('<footer');
    expect(of([handle, handle, handle])).toBe('paper-A4 one-page');
    expect(of([handle, handle, handle, handle])).toBe('paper-A4 one-page handles-some');
    expect(of(Array.from({ length: 6 }, () => handle))).toBe('paper-A4 one-page handles-many');
    expect(of([{ ...handle, label: 'a'.repeat(19) }])).toBe('paper-A4 one-page handles-wide');
    expect(of([handle], 'a'.repeat(101))).toBe('paper-A4 one-page has-contact contact-long');
  });

  it('speaks the language of the article', () => {
    const text = html({ lang: 'en', source: 'https://a.id/', qr: true, author: 'Siti' });
    expect(text).toContain('<html lang="en"');
    expect(text).toContain('<h2 class="scan-title">Scan to read the original story</h2>');
    expect(text).toContain('<span class="folio-page">Page </span><span class="folio-pages"> of </span>');
    expect(text).not.toMatch(/Penulis|Halaman|Pindai/);
  });
});
