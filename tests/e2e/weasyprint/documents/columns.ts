import { type TestDocument, testDocument } from '../document.ts';

/** Columns over pages. CSS Multi-column Layout 1. */
export const columnDocuments: readonly TestDocument[] = [
  testDocument(
    'columns-balanced-on-a-page',
    '.c { columns: 2; column-gap: 24px }',
    ({ p }) => `${p(2)}<div class="c">${p(9)}</div>${p(1)}<div class="c">${p(12)}</div>${p(1)}`,
  ),
  testDocument(
    'columns-over-pages',
    '.c { columns: 2; column-gap: 24px }',
    ({ p }) => `${p(2)}<div class="c">${p(30)}</div>${p(2)}`,
  ),
  testDocument(
    'columns-three',
    '.c { column-count: 3; column-gap: 12px }',
    ({ p }) => `${p(1)}<div class="c">${p(7)}${p(8)}</div>${p(2)}<div class="c">${p(17)}${p(6)}</div>${p(1)}`,
  ),
  testDocument(
    'columns-by-width',
    '.c { column-width: 70px; column-gap: 15px }',
    ({ words, p }) => `<div class="c"><p>${words(19)}</p><p>${words(24)}</p></div>${p(2)}`,
  ),
  testDocument(
    'columns-filled',
    '.c { columns: 2; column-gap: 24px; column-fill: auto; height: 84px }',
    ({ p }) => `${p(1)}<div class="c">${p(10)}</div>${p(1)}`,
  ),
  testDocument(
    'columns-with-widows',
    '.c { columns: 2; column-gap: 24px; orphans: 2; widows: 2 }',
    ({ p }) => `<div class="c">${p(4)}${p(5)}${p(3)}${p(6)}${p(2)}${p(4)}${p(5)}</div>`,
  ),
  testDocument(
    'columns-with-kept-boxes',
    '.c { columns: 2; column-gap: 24px } .whole { break-inside: avoid } h3 { break-after: avoid }',
    ({ p, words }) =>
      `<div class="c">${p(3)}${p(4, 'class="whole"')}<h3>${words(1)}</h3>${p(3)}${p(5, 'class="whole"')}<h3>${words(1)}</h3>${p(4)}</div>`,
  ),
  testDocument(
    'columns-spanned',
    '.c { columns: 2; column-gap: 24px } h2 { column-span: all }',
    ({ p, words }) => `<div class="c">${p(6)}<h2>${words(2)}</h2>${p(8)}<h2>${words(1)}</h2>${p(4)}</div>${p(1)}`,
  ),
  testDocument(
    'columns-spanned-over-pages',
    '.c { columns: 2; column-gap: 24px } h2 { column-span: all; margin: 6px 0 }',
    ({ p, words }) => `<div class="c">${p(14)}<h2>${words(2)}</h2>${p(20)}</div>${p(1)}`,
  ),
  testDocument(
    'columns-with-margins',
    '.c { columns: 2; column-gap: 24px } .c p { margin: 0 0 12px }',
    ({ p }) => `<div class="c">${p(2)}${p(3)}${p(2)}${p(1)}${p(4)}${p(2)}${p(3)}${p(4)}</div>`,
  ),
  testDocument(
    'columns-in-boxes-that-fit',
    '.c { columns: 2; column-gap: 20px; padding: 6px; border: 2px solid } p { margin: 0 }',
    ({ p }) => `${p(2)}<div class="c">${p(8)}</div>${p(1)}<div class="c">${p(10)}</div>${p(2)}`,
  ),
  testDocument(
    'columns-in-boxes-alone',
    '.c { columns: 2; column-gap: 20px; padding: 6px; border: 2px solid }',
    ({ p }) => `${p(1)}<div class="c">${p(14)}</div>${p(2, 'style="break-before: page"')}<div class="c">${p(11)}</div>`,
  ),
  testDocument(
    'columns-in-boxes',
    '.c { columns: 2; column-gap: 20px; padding: 6px; border: 2px solid; margin: 6px 0 }',
    ({ p }) => `${p(2)}<div class="c">${p(8)}</div><div class="c">${p(14)}</div>`,
  ),
  testDocument(
    'columns-and-page-breaks',
    '.c { columns: 2; column-gap: 24px } .new { break-before: page }',
    ({ p }) =>
      `<div class="c">${p(4)}</div><div class="c new">${p(6)}</div>${p(2)}<div class="c">${p(6)}${p(2)}</div>${p(3, 'class="new"')}`,
  ),
  testDocument('columns-body', 'body { columns: 2; column-gap: 24px }', ({ p }) =>
    Array.from({ length: 12 }, (_, i) => p(2 + (i % 4))).join(''),
  ),
  testDocument(
    'columns-with-lists',
    '.c { columns: 2; column-gap: 24px } ul { padding-left: 24px }',
    ({ lines }) =>
      `<div class="c"><ul>${[2, 1, 3, 2, 4, 1, 2, 3, 3].map((count) => `<li>${lines(count)}</li>`).join('')}</ul></div>`,
  ),
];
