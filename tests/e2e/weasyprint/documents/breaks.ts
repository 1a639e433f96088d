import { type TestDocument, testDocument } from '../document.ts';

/** Values of `break-before`, `break-after` and `break-inside`, alone and one against another. */
export const breakDocuments: readonly TestDocument[] = [
  testDocument(
    'break-before-page',
    '.new { break-before: page }',
    ({ p }) =>
      `${p(3)}${p(2, 'class="new"')}${p(12)}<div>${p(2, 'class="new"')}${p(4)}</div><div class="new">${p(1)}</div>`,
  ),
  testDocument(
    'break-after-page',
    '.end { break-after: page }',
    ({ p }) =>
      `${p(3, 'class="end"')}${p(2)}${p(9)}<div>${p(2)}${p(4, 'class="end"')}</div>${p(1)}<div class="end">${p(11)}</div>${p(2)}`,
  ),
  testDocument(
    'break-forced-twice',
    '.end { break-after: page } .new { break-before: page }',
    ({ p }) =>
      `${p(2, 'class="end"')}${p(2, 'class="new"')}<div class="end"><div class="end">${p(3, 'class="end"')}</div></div>${p(1)}`,
  ),
  testDocument(
    'break-old-names',
    '.new { page-break-before: always } .end { page-break-after: always } .whole { page-break-inside: avoid }',
    ({ p }) =>
      `${p(2)}${p(2, 'class="new"')}${p(3, 'class="end"')}${p(7)}${p(5, 'class="whole"')}${p(4)}${p(3, 'class="whole"')}`,
  ),
  testDocument(
    'break-left-right',
    '.left { break-before: left } .right { break-before: right } .then { break-after: right }',
    ({ p }) =>
      `${p(2)}${p(2, 'class="right"')}${p(3, 'class="left"')}${p(11, 'class="left"')}${p(1, 'class="right"')}${p(2, 'class="then"')}${p(1)}`,
  ),
  testDocument(
    'break-inside-avoid',
    '.whole { break-inside: avoid }',
    ({ p }) =>
      `${p(7)}${p(5, 'class="whole"')}<div class="whole">${p(3)}${p(4)}</div>${p(2)}<div class="whole">${p(6)}${p(2)}${p(1)}</div>`,
  ),
  testDocument(
    'break-inside-avoid-too-high',
    '.whole { break-inside: avoid }',
    ({ p }) => `${p(4)}<div class="whole">${p(8)}${p(5)}</div>${p(2)}${p(14, 'class="whole"')}${p(3)}`,
  ),
  testDocument(
    'break-avoid-between',
    '.with { break-before: avoid } .keep { break-after: avoid } p { margin-bottom: 6px }',
    ({ p }) =>
      `${p(5)}${p(2)}${p(2, 'class="with"')}${p(3)}${p(1, 'class="keep"')}${p(4)}${p(3)}${p(1, 'class="keep"')}${p(1, 'class="keep"')}${p(5)}`,
  ),
  testDocument(
    'break-avoid-page-names',
    '.with { break-before: avoid-page } .keep { break-after: avoid-page } .whole { break-inside: avoid-page }',
    ({ p }) =>
      `${p(9)}${p(1, 'class="keep"')}${p(6)}${p(2)}${p(2, 'class="with"')}${p(5)}${p(4, 'class="whole"')}${p(6, 'class="whole"')}`,
  ),
  testDocument(
    'headings-kept',
    'h2, h3 { break-after: avoid } h2 { margin: 12px 0 6px } h3 { margin: 6px 0 }',
    ({ p, words }) =>
      Array.from(
        { length: 7 },
        (_, i) => `<h2>${words(1)}</h2>${p(2 + (i % 3))}<h3>${words(1)}</h3>${p(3 + (i % 4))}`,
      ).join(''),
  ),
  testDocument(
    'headings-kept-with-orphans',
    'body { orphans: 2; widows: 2 } h2 { break-after: avoid; margin: 9px 0 3px }',
    ({ p, words }) => Array.from({ length: 9 }, (_, i) => `<h2>${words(1)}</h2>${p(2 + ((i * 2) % 5))}`).join(''),
  ),
  testDocument(
    'figures-kept',
    'figure { break-inside: avoid; margin: 6px 0 } .box { height: 40px; border: 1px solid } figcaption { break-before: avoid }',
    ({ p, words }) =>
      Array.from(
        { length: 5 },
        (_, i) => `${p(2 + i)}<figure><div class="box"></div><figcaption>${words(1)}</figcaption></figure>`,
      ).join(''),
  ),
  testDocument(
    'breaks-in-nested-boxes',
    '.box { padding: 5px 0; border: 1px solid } .box .box { margin: 4px 0 } .new { break-before: page }',
    ({ p }) =>
      `<div class="box">${p(3)}<div class="box">${p(6)}</div>${p(2)}</div><div class="box"><div class="box">${p(9)}</div><div class="box">${p(2, 'class="new"')}${p(4)}</div></div>`,
  ),
  testDocument(
    'margins-at-breaks',
    'p { margin: 18px 0 } .new { break-before: page }',
    ({ p }) => `${p(2)}${p(2)}${p(3)}${p(1)}${p(4)}${p(2, 'class="new"')}${p(6)}${p(2)}`,
  ),
  testDocument(
    'heights-over-pages',
    '.high { height: 150px; border: 2px solid }',
    ({ p }) => `${p(2)}<div class="high">${p(3)}</div>${p(1)}`,
  ),
  testDocument(
    'heights-on-pages',
    '.high { height: 70px; border: 2px solid } .least { min-height: 90px } .most { max-height: 40px; overflow: hidden }',
    ({ p }) =>
      `${p(2)}<div class="high">${p(3)}</div>${p(1)}<div class="least">${p(2)}</div>${p(1)}<div class="most">${p(2)}</div>${p(2)}`,
  ),
];
