import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/types.ts';
import { readPdf } from '../support/read-pdf.ts';
import { createWorkspace, problemsOf } from '../support/workspace.ts';

/** What comes along when text is pasted from Word, WhatsApp and web pages. */
const pasted: Readonly<Record<string, string>> = {
  'tanda-hubung-lunak': 'Pem\u00adba\u00adngun\u00adan desa',
  'penyambung-kosong': 'kata\u200dkata dan kata\u200ckata',
  'spasi-kosong': 'jalan\u200bdesa, kata\u2060gabung, \ufeffawal',
  'spasi-sempit': '10\u202f000 jiwa, 5\u2009km, 3\u200am, a\u2002b\u2003c\u2007d\u2008e\u205ff',
  'spasi-tak-putus': 'Rp\u00a0200.250,75',
  'tanda-hubung-tak-putus': 'laki\u2011laki dan perempuan',
  centang: 'Selesai ✓ benar ✔ salah ✗',
  telepon: 'Telepon ☎ 0343 dan ☎\ufe0f 0344',
  emoji: 'Terima kasih 😀 semua 👍🏽',
  keluarga: 'Hari Keluarga 👨\u200d👩\u200d👧 tiba',
  bendera: 'Bendera 🇮🇩 berkibar',
  tipografi: '“Kutip” ‘tunggal’ – jeda — panjang … 30° ± 2 × 3 ÷ 4 ½ ™ © ® €',
  'huruf-asing': 'Kafé Ångström Dvořák Şişli',
  gabungan: 'Cafe\u0301 dan n\u0303',
  ligatur: 'e\ufb03sien dan \ufb01nal',
};

const ws = createWorkspace();
let result: BuildResult;

beforeAll(async () => {
  for (const [name, text] of Object.entries(pasted)) {
    ws.article(`judul-${name}`, { title: JSON.stringify(text) });
    ws.article(
      `isi-${name}`,
      { imageCaption: undefined },
      `${text}.\n\n## ${text}\n\n- ${text}\n\n> ${text}\n\n| Kolom |\n| - |\n| ${text} |\n`,
    );
  }
  ws.article('mold', {
    title: '"Mold & Dies <2021>"',
    qr: undefined,
    source: 'https://contoh.go.id/a?b=1&c=%3C2%3E',
    author: '"A & B <c@d>"',
    summary: '"5 < 6 && \'x\' > \\"y\\" ]]>"',
    tags: '["R&D", "<tag>"]',
  });
  ws.article('judul-arah', { title: '"Nomor \u202a0343\u202c"' });
  ws.article('isi-arah', {}, 'Nomor \u202a+62 343\u202c, \u200ekiri\u200f.\n');
  result = await ws.build({ verify: true });
}, 60_000);

afterAll(() => ws.remove());

describe('pasted characters', () => {
  it.each(Object.keys(pasted))('%s: in a title and in the text pass the proof', (name) => {
    const about = [...problemsOf(result), ...problemsOf(result, 'warning')];
    expect(about.filter((problem) => problem.includes(`-${name}.md`))).toEqual([]);
    expect(result.written.map(({ source }) => source)).toEqual(
      expect.arrayContaining([`articles/isi-${name}.md`, `articles/judul-${name}.md`]),
    );
  });

  it('that turn the direction of a text are refused where they reach metadata, and pass in the text', () => {
    expect(problemsOf(result)).toEqual(['articles/judul-arah.md:2 yaml/forbidden-character']);
    expect(result.written.map(({ source }) => source)).toContain('articles/isi-arah.md');
  });

  it('come as they were written into the metadata', () => {
    for (const name of ['centang', 'emoji', 'keluarga', 'tipografi', 'huruf-asing']) {
      expect(readPdf(ws.readOutput(`2021/03/judul-${name}.pdf`)).info.Title).toBe(pasted[name]);
    }
  });
});

describe('a title with the signs of markup', () => {
  it('stands in the document, its information and its XMP as it was written', () => {
    const pdf = readPdf(ws.readOutput('2021/03/mold.pdf'));
    expect(JSON.stringify(pdf.root)).toContain('Mold & Dies <2021>');
    expect(pdf.info).toMatchObject({ Title: 'Mold & Dies <2021>', Author: 'A & B <c@d>' });
    expect(pdf.xmp).toContain('Mold &amp; Dies &lt;2021&gt;');
    expect(pdf.xmp).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\w+);)/);
    expect(pdf.links.map(({ target }) => target)).toContain('https://contoh.go.id/a?b=1&c=%3C2%3E');
  });
});
