import { describe, expect, it } from 'vitest';
import { mm } from '../../../src/base/units.ts';
import { alphaPng, jpegPicture } from '../../support/pictures.ts';
import { articleOf, drawQr, pdfOf, prove, SOURCE } from '../../support/proof-files.ts';

const BODY = `Warga kini dapat mengurus surat dari rumah.

- Siapkan kartu keluarga.
- Datang pada jam kerja.

Petugas membantu sampai selesai.`;

const PARAGRAPHS = [
  'Layanan Baru',
  'Warga kini dapat mengurus surat dari rumah.',
  '• Siapkan kartu keluarga.',
  '• Datang pada jam kerja.',
  'Petugas membantu sampai selesai.',
];

const written = (paragraphs: readonly string[]) =>
  pdfOf((pdf) => {
    for (const text of paragraphs) pdf.text(text, { width: 200 }).moveDown();
  });

describe('the words', () => {
  const article = articleOf(BODY);

  it('are all there in reading order', async () => {
    const { holds, codes } = await prove(await written(PARAGRAPHS), article);
    expect([holds, codes]).toEqual([true, []]);
  });

  it('are those of the first paragraph where a layout prints no more', async () => {
    const bytes = await written(PARAGRAPHS.slice(0, 2));
    expect((await prove(bytes, article, { text: 'lead' })).codes).toEqual([]);
    expect((await prove(bytes, article)).codes).toEqual(['proof/word-missing']);
    const cut = await written(['Layanan Baru', 'Warga kini dapat mengurus surat.']);
    expect((await prove(cut, article, { text: 'lead' })).codes).toEqual(['proof/word-missing']);
  });

  it('may be interrupted by a footer, a marker or the number of a link', async () => {
    const text = [...PARAGRAPHS];
    text[1] = 'Warga kini dapat mengurus 12 surat dari';
    text.splice(2, 0, 'pasuruan.go.id Halaman 1 dari 2', 'LAYANAN BARU', 'rumah.');
    const { holds, codes } = await prove(await written(text), article);
    expect([holds, codes]).toEqual([true, []]);
  });

  it('may be in capitals, with curly quotes and line-end hyphens', async () => {
    const quoted = articleOf('Kata "gotong-royong" itu \u00adtetap dipakai di desa-desa.');
    const bytes = await written(['LAYANAN BARU', 'KATA “GOTONG-', 'ROYONG” ITU TETAP DIPAKAI DI DESA-DESA.']);
    expect((await prove(bytes, quoted)).codes).toEqual([]);
  });

  it('are named with line and column when one is missing', async () => {
    const text = PARAGRAPHS.map((paragraph) => paragraph.replace('jam ', ''));
    const { holds, diagnostics } = await prove(await written(text), article);
    expect(holds).toBe(false);
    expect(diagnostics.all).toEqual([
      {
        code: 'proof/word-missing',
        severity: 'error',
        place: { path: 'articles/a.md', line: 10, column: 15 },
        data: { word: 'jam', context: 'Datang pada jam kerja.', more: 0 },
        related: [],
      },
    ]);
  });

  it('are wrong when paragraphs change places', async () => {
    const text = [PARAGRAPHS[0]!, ...PARAGRAPHS.slice(1).reverse()];
    expect((await prove(await written(text), article)).codes).toEqual(['proof/word-missing']);
  });

  it('include tables, code, captions and words made of several parts', async () => {
    const rich = articleOf(
      [
        '## Syarat',
        '',
        'Bawa **buku**nya dan `kode` ini.',
        '',
        '| Hari | Jam |',
        '| --- | --- |',
        '| Senin | 08.00 |',
        '',
        '![Meja](a.jpg "Meja layanan")',
      ].join('\n'),
    );
    const good = [
      'Layanan Baru',
      'Syarat',
      'Bawa bukunya dan kode ini.',
      'Hari',
      'Jam',
      'Senin',
      '08.00',
      'Meja layanan',
    ];
    expect((await prove(await written(good), rich)).codes).toEqual([]);
    for (const gone of ['Syarat', 'kode', '08.00', 'layanan', 'bukunya']) {
      const text = good.map((line, index) => (index === 0 ? line : line.replace(gone, '')));
      const { diagnostics } = await prove(await written(text), rich);
      expect(diagnostics.all[0]).toMatchObject({ code: 'proof/word-missing', data: { word: gone } });
    }
  });

  it('include the fields that the layout prints, wherever they stand', async () => {
    const given = articleOf('Isi berita.', 'category: Layanan\nplace: Bangil\nai: { use: assisted, model: Uji }');
    const text = ['Senin, 1 Maret 2021', 'LAYANAN', 'Layanan Baru', 'BANGIL — Isi berita.'];
    const printed = undefined;
    const notice = 'Berita ini diringkas dengan bantuan AI (Uji).';
    expect((await prove(await written([...text, notice]), given, { printed })).codes).toEqual([]);
    const { diagnostics } = await prove(await written(text), given, { printed });
    expect(diagnostics.all[0]).toMatchObject({
      code: 'proof/word-missing',
      place: { path: 'articles/a.md', line: 7 },
      data: { word: 'ini', context: 'Berita ini diringkas dengan' },
    });
  });

  it('find characters beyond the first plane', async () => {
    const emoji = articleOf('Buka 𝐀 segera.');
    const bytes = await written(['Layanan Baru', 'Buka segera.']);
    expect((await prove(bytes, emoji)).diagnostics.all[0]).toMatchObject({ data: { word: '𝐀' } });
  });
});

describe('the QR', () => {
  const article = articleOf('Isi berita.');
  const drawn = (value: string, size: number, link: boolean) =>
    pdfOf(async (pdf) => {
      pdf.text('Layanan Baru').text('Isi berita.');
      await drawQr(pdf, value, 80, 600, size, link);
    });

  it('is read from the rendered page, with its link and without', async () => {
    for (const link of [true, false]) {
      const { codes } = await prove(await drawn(SOURCE, mm(40), link), article, { qr: SOURCE });
      expect(codes).toEqual([]);
    }
  });

  it('must hold the address of the article', async () => {
    const { diagnostics } = await prove(await drawn('https://contoh.id/lain', mm(40), true), article, { qr: SOURCE });
    expect(diagnostics.all).toEqual([
      {
        code: 'proof/qr-differs',
        severity: 'error',
        place: article.places.source,
        data: { expected: SOURCE, found: 'https://contoh.id/lain' },
        related: [],
      },
    ]);
  });

  it('must be there, large enough, and not covered', async () => {
    expect((await prove(await written(['Layanan Baru', 'Isi berita.']), article, { qr: SOURCE })).codes).toEqual([
      'proof/qr-unreadable',
    ]);
    expect((await prove(await drawn(SOURCE, mm(6), true), article, { qr: SOURCE })).codes).toEqual([
      'proof/qr-unreadable',
    ]);
    const covered = await pdfOf(async (pdf) => {
      pdf.text('Layanan Baru').text('Isi berita.');
      await drawQr(pdf, SOURCE, 80, 600);
      pdf.rect(80, 600, mm(40), mm(20)).fill('#ffffff');
    });
    expect((await prove(covered, article, { qr: SOURCE })).codes).toEqual(['proof/qr-unreadable']);
  });
});

describe('the page', () => {
  const article = articleOf('Isi berita.');
  const page = (draw: (pdf: PDFKit.PDFDocument) => unknown) =>
    pdfOf(async (pdf) => {
      pdf.text('Layanan Baru').text('Isi berita.');
      await draw(pdf);
    });

  it('keeps text, pictures, shapes and links away from the edges', async () => {
    const picture = Buffer.from(await jpegPicture());
    const cases: Readonly<Record<string, (pdf: PDFKit.PDFDocument) => void>> = {
      text: (pdf) => pdf.text('Tepi', 10, 400, { lineBreak: false }),
      picture: (pdf) => pdf.image(picture, 400, 815, { width: 40 }),
      drawing: (pdf) => pdf.rect(580, 400, 10, 10).fill('#ff0000'),
      link: (pdf) => pdf.link(5, 400, 40, 10, 'https://contoh.id/'),
    };
    for (const [what, draw] of Object.entries(cases)) {
      const { holds, diagnostics } = await prove(await page(draw), article);
      expect([what, holds]).toEqual([what, false]);
      expect(diagnostics.all[0]).toMatchObject({
        code: expect.stringMatching(/near-edge|outside-page/),
        data: { what, page: 1 },
      });
    }
    const { diagnostics } = await prove(await page((pdf) => pdf.text('Tepi', 10, 400, { lineBreak: false })), article);
    expect(diagnostics.all[0]?.data).toMatchObject({ text: 'Tepi', safeMm: '8.5' });
  });

  it('cuts nothing off', async () => {
    const { diagnostics } = await prove(
      await page((pdf) => pdf.text('Terpotong', 570, 400, { lineBreak: false })),
      article,
    );
    expect(diagnostics.all).toEqual([
      {
        code: 'proof/outside-page',
        severity: 'error',
        place: article.places.title,
        data: { page: 1, what: 'text', text: 'Terpotong' },
        related: [],
      },
    ]);
  });

  it('lets decoration run over the edge, and pictures that are clipped', async () => {
    const picture = Buffer.from(await jpegPicture());
    const bytes = await page((pdf) => {
      pdf.markContent('Artifact', { type: 'Layout' });
      pdf.rect(-10, -10, 700, 50).fill('#0f4c5c');
      pdf.image(picture, 0, 700, { width: 40 });
      pdf.endMarkedContent();
      pdf.save().rect(100, 500, 50, 50).clip().image(picture, -100, 400, { width: 900 }).restore();
    });
    expect((await prove(bytes, article)).codes).toEqual([]);
  });

  it('is never blank, and decoration alone does not fill it', async () => {
    expect((await prove(await page((pdf) => pdf.addPage()), article)).diagnostics.all).toMatchObject([
      { code: 'proof/blank-page', data: { page: 2 } },
    ]);
    const decorated = await page((pdf) => {
      pdf.addPage();
      pdf.markContent('Artifact', { type: 'Pagination' });
      pdf.text('Halaman 2');
      pdf.endMarkedContent();
    });
    expect((await prove(decorated, article)).codes).toEqual(['proof/blank-page']);
    expect((await prove(decorated, article, { blankPages: new Set([2]) })).codes).toEqual([]);
  });

  it('embeds its fonts', async () => {
    const bytes = await page((pdf) => pdf.font('Helvetica').text('Polos'));
    expect((await prove(bytes, article)).diagnostics.all).toMatchObject([
      { code: 'proof/font-not-embedded', data: { font: 'Helvetica' } },
    ]);
  });

  it('is named unreadable when the bytes are no PDF', async () => {
    const { holds, codes } = await prove(await alphaPng(), article, { qr: SOURCE });
    expect([holds, codes]).toEqual([false, ['proof/unreadable']]);
  });
});
