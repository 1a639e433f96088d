import { type TestDocument, testDocument } from '../document.ts';

/** Lists, flex containers and pictures over pages. */
export const boxDocuments: readonly TestDocument[] = [
  testDocument(
    'list-over-pages',
    'ul { padding-left: 36px } li { margin-bottom: 3px }',
    ({ lines }) => `<ul>${[2, 3, 1, 4, 2, 5, 3].map((count) => `<li>${lines(count)}</li>`).join('')}</ul>`,
  ),
  testDocument(
    'list-numbered',
    'ol { padding-left: 48px } li { break-inside: avoid }',
    ({ lines }) => `<ol>${[2, 3, 4, 2, 2, 5, 3, 1, 4, 2, 3].map((count) => `<li>${lines(count)}</li>`).join('')}</ol>`,
  ),
  testDocument(
    'list-nested',
    'ul, ol { padding-left: 36px; orphans: 2; widows: 2 }',
    ({ lines, p }) =>
      `<ol>${[3, 4, 2, 5].map((count) => `<li>${p(count)}<ul><li>${lines(2)}</li><li>${lines(count)}</li></ul></li>`).join('')}</ol>`,
  ),
  testDocument(
    'list-inside',
    'ul { list-style-position: inside } li { break-after: avoid } li:nth-child(3n) { break-after: auto }',
    ({ lines }) => `<ul>${[2, 2, 1, 3, 2, 2, 1, 3, 3].map((count) => `<li>${lines(count)}</li>`).join('')}</ul>`,
  ),
  testDocument(
    'definitions',
    'dt { break-after: avoid } dd { margin-left: 24px } dl { margin: 6px 0 }',
    ({ lines }) =>
      `<dl>${[3, 2, 4, 1, 5, 2].map((count) => `<dt>${lines(1)}</dt><dd>${lines(count)}</dd>`).join('')}</dl>`,
  ),
  testDocument(
    'flex-column-over-pages',
    '.f { display: flex; flex-direction: column }',
    ({ p }) => `${p(3)}<div class="f">${p(4)}${p(6)}${p(3)}</div>${p(2)}`,
  ),
  testDocument(
    'flex-row-kept',
    '.f { display: flex; break-inside: avoid } .f > * { flex: 1 }',
    ({ p }) =>
      `${p(8)}<div class="f"><div>${p(4)}</div><div>${p(2)}</div></div>${p(5)}<div class="f"><div>${p(1)}</div><div>${p(3)}</div></div>${p(2)}`,
  ),
  testDocument(
    'flex-row-in-flow',
    '.f { display: flex } .f > * { flex: 1 }',
    ({ p }) =>
      `${p(2)}<div class="f"><div>${p(4)}</div><div>${p(2)}</div></div>${p(3)}<div class="f"><div>${p(1)}</div><div>${p(3)}</div></div>${p(9)}`,
  ),
  testDocument(
    'flex-row-split',
    '.f { display: flex } .f > * { flex: 1 }',
    ({ p }) => `${p(6)}<div class="f"><div>${p(9)}</div><div>${p(6)}</div></div>${p(3)}`,
  ),
  testDocument(
    'pictures',
    'img { display: block; width: 60px; height: 40px; margin: 4px 0 } .i { display: inline; margin: 0; width: 24px; height: 24px; vertical-align: -6px }',
    ({ p, words }) =>
      Array.from(
        { length: 5 },
        (_, i) =>
          `${p(2 + i)}<img src="picture.png" alt="gambar"><p>${words(1)} <img class="i" src="picture.png" alt="gambar"> ${words(2)}</p>`,
      ).join(''),
  ),
  testDocument(
    'pictures-in-figures',
    'figure { margin: 6px 0; break-inside: avoid } img { display: block; width: 90px; height: 60px } figcaption { font-size: 8px; line-height: 10px }',
    ({ p, words }) =>
      Array.from(
        { length: 4 },
        (_, i) =>
          `${p(3 + i)}<figure><img src="picture.png" alt="gambar"><figcaption>${words(2)}</figcaption></figure>`,
      ).join(''),
  ),
  testDocument(
    'quotations',
    'blockquote { margin: 12px 24px; padding: 3px 0; border-left: 2px solid; break-inside: avoid }',
    ({ p }) => [3, 4, 5, 2, 6].map((count) => `${p(count)}<blockquote>${p(count - 1)}${p(1)}</blockquote>`).join(''),
  ),
  testDocument(
    'page-sizes',
    '@page { size: 240px 160px; margin: 10% 5% } @page :first { size: 400px 120px; margin: 12px }',
    ({ p, words }) => `${p(7)}<p>${words(60)}</p>`,
  ),
];
