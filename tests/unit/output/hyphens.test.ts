import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../src/proof/pdfium.ts';
import { pdfFromHtml } from '../../support/pdf-from-html.ts';
import { nodeText, readPdf } from '../../support/read-pdf.ts';

const SOFT = '\u00ad';
const CSS = `@page { size: 60mm 120mm; margin: 6mm } body { margin: 0 }
  p { font: 12pt/1.4 "Source Serif 4"; text-align: justify; text-wrap: pretty }`;
const WORDS = `Pe~me~rin~tah me~nya~ta~kan bah~wa ke~se~jah~te~ra~an <b>ma~sya~ra~kat</b> ha~rus di~per~ha~ti~kan de~ngan
  sung~guh-sung~guh oleh se~mua pi~hak yang ber~ke~pen~ting~an.`;
const PLAIN =
  'Pemerintah menyatakan bahwa kesejahteraan masyarakat harus diperhatikan dengan sungguh-sungguh oleh semua pihak yang berkepentingan.';

describe('hyphens at the ends of lines', async () => {
  const { list, bytes } = await pdfFromHtml(`<p>${WORDS.replaceAll('~', SOFT)}</p>`, CSS);
  const glyphs = (list.pages[0]?.items ?? []).filter((item) => item.kind === 'glyphs');

  it('are plain, drawn as artifacts, each once', () => {
    const hyphens = glyphs.filter(({ owner }) => owner.kind === 'artifact');
    expect(hyphens.length).toBeGreaterThan(2);
    expect(hyphens.map(({ run }) => run.text)).toEqual(hyphens.map(() => '-'));
  });

  it('leave whole words in the structure', () => {
    const { root, artifacts } = readPdf(bytes);
    expect(nodeText(root).replace(/\s+/g, ' ').trim()).toBe(PLAIN);
    expect(artifacts.replaceAll('-', '').trim()).toBe('');
  });

  it('are known by PDFium as the ends of parted words', async () => {
    const pdf = await openPdf(bytes);
    const text = pdf?.withPage(0, (page) => page.text()) ?? '';
    pdf?.close();
    // U+0002 stands for a hyphen behind which the word goes on.
    expect(text.replaceAll('\u0002', '').replace(/\s+/g, ' ').trim()).toBe(PLAIN);
    expect(text).toContain('\u0002');
  });
});
