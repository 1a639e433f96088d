import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toMm } from '../../src/base/units.ts';
import type { PaperName } from '../../src/config/types.ts';
import { numberOf } from '../support/pdf-objects.ts';
import { jpegPicture } from '../support/pictures.ts';
import { readPdf } from '../support/read-pdf.ts';
import { createWorkspace, problemsOf } from '../support/workspace.ts';

const ws = createWorkspace();
const TEXT = 'Pelayanan dibuka setiap hari kerja dan warga membawa berkas yang lengkap ke kantor. ';

beforeAll(async () => {
  ws.put('articles/foto.jpg', await jpegPicture({ width: 2400, height: 1600 }));
  const source = { qr: undefined, source: 'https://contoh.go.id/satu' };
  ws.article('satu', { ...source, image: 'foto.jpg', imageAlt: 'Kantor', ai: 'assisted' }, `${TEXT.repeat(60)}\n`);
  ws.article('dua', source);
  ws.put('templates/kecil/layout.hbs', '<html lang="{{lang}}"><body><h1>{{title}}</h1>{{{body}}}</body></html>\n');
  ws.put('templates/kecil/style.css', '@page { margin: 1cm }\n');
  ws.put('templates/kecil/layout.yaml', 'name: Kecil\npapers: [A4, A5]\n');
  ws.article('tiga', { layout: 'kecil' });
});

afterAll(() => ws.remove());

/** `210 × 297` for every page, in whole millimetres. */
function pageSizes(output: string): readonly string[] {
  const { objects } = readPdf(ws.readOutput(output));
  const pages = objects.entriesOf(objects.entriesOf(objects.trailer.get('Root')).get('Pages'));
  return objects.itemsOf(pages.get('Kids')).map((page) => {
    const [, , width, height] = objects.itemsOf(objects.entriesOf(page).get('MediaBox')).map(numberOf);
    return `${Math.round(toMm(width ?? 0))} × ${Math.round(toMm(height ?? 0))}`;
  });
}

const papers: Readonly<Record<PaperName, string>> = {
  A3: '297 × 420',
  A4: '210 × 297',
  A5: '148 × 210',
  F4: '215 × 330',
};

describe('--paper', () => {
  it.each(['A3', 'A4', 'A5', 'F4'] as const)('%s is the size of every page, and the proof passes', async (paper) => {
    const result = await ws.build({ paper, verify: true, patterns: ['articles/satu.md', 'articles/dua.md'] });
    expect([...problemsOf(result), ...problemsOf(result, 'warning')]).toEqual([]);
    for (const { output, pages } of result.written) {
      expect(pageSizes(output)).toEqual(Array.from({ length: pages }, () => papers[paper]));
    }
  });

  it('wins over the configuration, which wins over A4', async () => {
    const sizeAfter = async (paper: PaperName | undefined): Promise<string | undefined> => {
      await ws.build({ paper, patterns: ['articles/dua.md'] });
      return pageSizes('2021/03/dua.pdf')[0];
    };
    expect(await sizeAfter(undefined)).toBe(papers.A4);
    ws.put('buletin.yaml', 'paper: F4\n');
    expect(await sizeAfter(undefined)).toBe(papers.F4);
    expect(await sizeAfter('A5')).toBe(papers.A5);
    ws.delete('buletin.yaml');
  });

  it('that a layout is not made for is an error of its articles', async () => {
    const result = await ws.build({ paper: 'A3' });
    expect(problemsOf(result)).toEqual(['articles/tiga.md:6 build/paper-not-offered']);
    expect(result.failed).toEqual(['articles/tiga.md']);
    expect((await ws.build({ paper: 'A5', patterns: ['articles/tiga.md'] })).failed).toEqual([]);
    expect(pageSizes('2021/03/tiga.pdf')).toEqual([papers.A5]);
  });
});
