import { type TestDocument, testDocument, type Writer } from '../document.ts';

/** `1 2, 3 1`: rows with cells of so many lines. */
const rows = ({ lines }: Writer, heights: string): string =>
  heights
    .split(', ')
    .map(
      (row) =>
        `<tr>${row
          .split(' ')
          .map((count) => `<td>${lines(Number(count))}</td>`)
          .join('')}</tr>`,
    )
    .join('');

/** Rows that may be cut, and rows that are kept whole. */
const FREE = 'table { border-spacing: 0; width: 100% } td, th { vertical-align: top; padding: 2px 0; width: 50% }';
const KEPT = `${FREE} tr { break-inside: avoid }`;

/** Tables over pages. */
export const tableDocuments: readonly TestDocument[] = [
  testDocument(
    'table-rows-free',
    FREE,
    (w) => `${w.p(3)}<table>${rows(w, '1 2, 3 1, 2 2, 1 1, 4 2, 2 1, 1 3')}</table>${w.p(2)}`,
  ),
  testDocument(
    'table-rows-kept',
    KEPT,
    (w) => `${w.p(3)}<table>${rows(w, '1 2, 3 1, 2 2, 1 1, 4 2, 2 1, 1 3')}</table>${w.p(2)}`,
  ),
  testDocument(
    'table-heads',
    `${KEPT} thead td { border-bottom: 1px solid }`,
    (w) =>
      `${w.p(2)}<table><thead><tr><td>kepala</td><td>isi</td></tr></thead><tbody>${rows(w, '1 2, 2 1, 2 2, 1 1, 3 2, 2 1, 1 3, 1 1, 2 2')}</tbody></table>${w.p(2)}`,
  ),
  testDocument(
    'table-heads-and-feet',
    KEPT,
    (w) =>
      `${w.p(1)}<table><thead><tr><td>kepala</td><td>isi</td></tr></thead><tfoot><tr><td>kaki</td><td>tabel</td></tr></tfoot><tbody>${rows(w, '1 2, 2 1, 2 2, 1 1, 3 2, 2 1, 1 3')}</tbody></table>${w.p(2)}`,
  ),
  testDocument(
    'table-foot-alone',
    KEPT,
    (w) =>
      `${w.p(6)}<table><tbody>${rows(w, '1 1, 2 2, 1 2, 2 1')}</tbody><tfoot><tr><td>kaki</td><td>tabel</td></tr></tfoot></table>${w.p(7)}`,
  ),
  testDocument(
    'table-rows-high',
    KEPT,
    (w) => `${w.p(2)}<table>${rows(w, '5 2, 1 5, 4 4, 2 1, 6 2, 2 1')}</table>${w.p(1)}`,
  ),
  testDocument('table-rows-split', FREE, (w) => `${w.p(2)}<table>${rows(w, '13 2, 1 14, 12 18')}</table>${w.p(1)}`),
  testDocument(
    'table-rows-split-above-half',
    FREE,
    (w) => `${w.p(4)}<table>${rows(w, '8 2, 6 1, 1 7, 9 6')}</table>${w.p(3)}<table>${rows(w, '7 8')}</table>${w.p(1)}`,
  ),
  testDocument(
    'table-rows-split-with-widows',
    `${FREE} td { orphans: 3; widows: 3 }`,
    (w) => `${w.p(1)}<table>${rows(w, '13 2, 14 12')}</table>${w.p(1)}`,
  ),
  testDocument(
    'table-kept-whole',
    `${KEPT} table { break-inside: avoid }`,
    (w) => `${w.p(6)}<table>${rows(w, '2 2, 1 2, 2 1')}</table>${w.p(4)}<table>${rows(w, '2 2, 3 2')}</table>${w.p(1)}`,
  ),
  testDocument(
    'table-breaks-at-rows',
    `${KEPT} .new { break-before: page } .end { break-after: page } .keep { break-after: avoid }`,
    (w) =>
      `<table><tbody>${rows(w, '2 2')}</tbody><tbody class="new">${rows(w, '2 1, 1 1')}</tbody><tbody>${rows(w, '1 1')}<tr class="end"><td>${w.lines(1)}</td><td>${w.lines(2)}</td></tr>${rows(w, '2 3, 2 2')}<tr class="keep"><td>${w.lines(2)}</td><td>${w.lines(2)}</td></tr>${rows(w, '2 2')}</tbody></table>`,
  ),
  testDocument(
    'table-breaks-around',
    `${KEPT} table { break-before: page; break-after: page }`,
    (w) => `${w.p(2)}<table>${rows(w, '2 2, 3 2')}</table>${w.p(2)}<table>${rows(w, '4 2, 3 2, 4 1')}</table>${w.p(1)}`,
  ),
  testDocument(
    'table-spacing',
    'table { border-spacing: 4px 6px; width: 100% } tr { break-inside: avoid } td { border: 1px solid; vertical-align: top; width: 50% }',
    (w) => `${w.p(2)}<table>${rows(w, '1 2, 2 1, 2 2, 1 1, 2 2, 2 1')}</table>${w.p(2)}`,
  ),
  testDocument(
    'table-caption',
    `${KEPT} caption { padding: 3px 0; text-align: left }`,
    (w) => `${w.p(2)}<table><caption>judul tabel</caption>${rows(w, '2 2, 1 2, 2 1, 3 3, 2 1')}</table>${w.p(1)}`,
  ),
  testDocument(
    'table-caption-below',
    `${KEPT} caption { padding: 3px 0; text-align: left; caption-side: bottom }`,
    (w) => `${w.p(2)}<table><caption>judul tabel</caption>${rows(w, '2 2, 1 2, 2 1, 3 3, 2 1')}</table>${w.p(1)}`,
  ),
  testDocument(
    'table-spans',
    KEPT,
    (w) =>
      `<table><tr><td rowspan="2">${w.lines(3)}</td><td>${w.lines(2)}</td></tr><tr><td>${w.lines(2)}</td></tr><tr><td colspan="2">${w.lines(2)}</td></tr>${rows(w, '2 1, 2 2')}<tr><td rowspan="2">${w.lines(2)}</td><td>${w.lines(1)}</td></tr><tr><td>${w.lines(1)}</td></tr></table>${w.p(2)}`,
  ),
  testDocument(
    'table-span-higher-than-rows',
    KEPT,
    (w) =>
      `<table><tr><td rowspan="2">${w.lines(5)}</td><td>${w.lines(1)}</td></tr><tr><td>${w.lines(2)}</td></tr>${rows(w, '2 1, 2 2')}</table>${w.p(2)}`,
  ),
  testDocument(
    'table-columns-of-text',
    'table { border-spacing: 0; width: 240px; table-layout: fixed } tr { break-inside: avoid } td { vertical-align: top; padding: 0 6px 4px 0 }',
    (w) =>
      `<table>${[5, 8, 3, 9, 6, 4].map((count) => `<tr><td>${w.words(count)}</td><td>${w.words(count + 2)}</td></tr>`).join('')}</table>${w.p(2)}`,
  ),
];
