import { type TestDocument, testDocument } from '../document.ts';

const PAGE = 'size: 400px 240px; margin: 60px 50px';
const KEYWORDS =
  '@top-left { content: string(bab, first) } @top-right { content: string(bab, start) } @bottom-left { content: string(bab, last) } @bottom-right { content: string(bab, first-except) }';

/** `string-set` and `string()`: CSS GCPM 3, section 1.1. */
export const stringDocuments: readonly TestDocument[] = [
  testDocument(
    'strings-of-headings',
    `@page { ${PAGE}; @top-left { content: string(bab) } @bottom-left { content: "hal " counter(page) } } h2 { string-set: bab content(); break-after: avoid; margin-top: 6px }`,
    ({ p, words }) => [3, 9, 4, 2, 8, 12].map((count) => `<h2>${words(2)}</h2>${p(count)}`).join(''),
  ),
  testDocument(
    'strings-keywords',
    `@page { ${PAGE}; ${KEYWORDS} } h2 { string-set: bab attr(title) }`,
    ({ p, words }) =>
      [
        [4, 'aa'],
        [9, 'bb'],
        [11, 'cc'],
        [2, 'dd'],
        [1, 'ee'],
        [9, 'ff'],
      ]
        .map(([count, title]) => `<h2 title="${title}">${words(1)}</h2>${p(Number(count))}`)
        .join(''),
  ),
  testDocument(
    'strings-at-page-starts',
    `@page { ${PAGE}; ${KEYWORDS} } h2 { string-set: bab attr(title) } .new { break-before: page }`,
    ({ p, words }) =>
      `${p(3)}<h2 title="aa">${words(1)}</h2>${p(8)}<div class="new"><div><h2 title="bb">${words(1)}</h2>${p(2)}<h2 title="cc">${words(1)}</h2></div>${p(9)}</div><p class="new">${words(1)}</p><h2 title="dd">${words(1)}</h2>${p(9)}`,
  ),
  testDocument(
    'strings-with-counters',
    `@page { ${PAGE}; @top-left { content: string(bab) } @bottom-left { content: string(pasal) } } body { counter-reset: bab } h2 { counter-increment: bab; counter-reset: pasal; string-set: bab counter(bab, upper-roman) "-" attr(title) } h3 { counter-increment: pasal; string-set: pasal counter(bab) "." counter(pasal) }`,
    ({ p, words }) =>
      Array.from(
        { length: 4 },
        (_, i) =>
          `<h2 title="t${i}">${words(1)}</h2>${p(2 + i)}<h3>${words(1)}</h3>${p(3)}<h3>${words(1)}</h3>${p(1 + i)}`,
      ).join(''),
  ),
  testDocument(
    'strings-several',
    `@page { ${PAGE}; @top-left { content: string(a) " / " string(b) } @bottom-left { content: string(c, last) string(tiada) } } h2 { string-set: a content(), b attr(title) } h3 { string-set: c "bagian " content(text) }`,
    ({ p, words }) =>
      Array.from(
        { length: 4 },
        (_, i) => `<h2 title="t${i}">${words(1)}</h2>${p(3)}<h3>${words(1)} <b>${words(1)}</b></h3>${p(4)}`,
      ).join(''),
  ),
  testDocument(
    'strings-of-generated-content',
    `@page { ${PAGE}; @top-left { content: string(depan) } @bottom-left { content: string(belakang) } @bottom-right { content: string(huruf) } } h2::before { content: "bab " } h2::after { content: " akhir" } h2 { string-set: depan content(before), belakang content(after), huruf content(first-letter) }`,
    ({ p }) => ['Satu', 'Dua', 'Tiga'].map((word) => `<h2>${word}</h2>${p(8)}`).join(''),
  ),
  testDocument(
    'strings-on-inlines',
    `@page { ${PAGE}; @top-left { content: string(kata, first) } @bottom-left { content: string(kata, last) } } b { string-set: kata content() }`,
    ({ words }) => Array.from({ length: 3 }, () => `<p>${words(40)} <b>${words(1)}</b> ${words(30)}</p>`).join(''),
  ),
  testDocument(
    'strings-as-in-dictionaries',
    `@page { ${PAGE}; @top-left { content: string(lema, first) } @top-right { content: string(lema, last) } } dt { string-set: lema content(); break-after: avoid } dd { margin-left: 24px }`,
    ({ lines, words }) =>
      `<dl>${[3, 2, 4, 1, 5, 2, 3, 6].map((count) => `<dt>${words(1)}</dt><dd>${lines(count)}</dd>`).join('')}</dl>`,
  ),
];
