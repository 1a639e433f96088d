import { expect, test } from 'vitest';
import { pdfFromHtml } from '../../support/pdf-from-html.ts';
import { printStructure, readPdf } from '../../support/read-pdf.ts';

const CSS =
  'html { font: 10pt/1 "Source Serif 4" } * { margin: 0 } @page { size: 200pt 100pt; margin: 20pt } @page wide { size: 300pt 120pt } h2 { page: wide }';

test('a link inside the document is an annotation with a destination, tagged as a link', async () => {
  const html =
    '<html lang="id"><title>t</title><p>Lihat <a href="#bab">bab dua</a>.</p><h2 id="bab">Bab dua</h2></html>';
  const { bytes } = await pdfFromHtml(html, CSS);
  const read = readPdf(bytes);
  expect(read.links).toEqual([{ page: 0, target: 'page 2 20,100', contents: 'bab dua' }]);
  expect(printStructure(read.root)).toBe(
    ['Document', '  P', '    "Lihat "', '    Link "bab dua" → page 2 20,100', '    "."', '  H1 "Bab dua"', ''].join(
      '\n',
    ),
  );
});
