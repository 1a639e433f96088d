import { type TestDocument, testDocument } from '../document.ts';

/** Named pages, page selectors, `target-counter()`. */
export const namedPageDocuments: readonly TestDocument[] = [
  testDocument(
    'page-names-then-none',
    '.a { page: a }',
    ({ p }) => `${p(3)}<div class="a">${p(4)}</div>${p(2)}<div class="a">${p(2)}</div>${p(1)}`,
  ),
  testDocument(
    'page-names',
    'body { page: biasa } @page wide { size: 480px 160px; margin: 30px; @top-center { content: "lebar" } } .wide { page: wide }',
    ({ p }) => `${p(3)}<div class="wide">${p(4)}${p(6)}</div>${p(2)}<div class="wide">${p(2)}</div>`,
  ),
  testDocument(
    'page-names-nested',
    'body { page: biasa } @page a { @top-left { content: "halaman a" } } @page b { @top-left { content: "halaman b" } } .a { page: a } .b { page: b }',
    ({ p }) =>
      `<div class="a">${p(3)}<div class="b">${p(2)}</div>${p(2)}</div><div class="b">${p(3)}</div>${p(2, 'class="b"')}${p(2)}`,
  ),
  testDocument(
    'page-names-first',
    'body { page: biasa } @page bab { @top-left { content: "bab" } } @page bab:first { @top-left { content: "awal bab" } margin-top: 70px } @page :first { @bottom-left { content: "sampul" } } .bab { page: bab }',
    ({ p }) => `${p(4)}<div class="bab">${p(14)}</div>${p(2)}`,
  ),
  testDocument(
    'page-names-left-right',
    '@page { @bottom-center { content: counter(page) } } @page lampiran:left { @top-left { content: "kiri" } } @page lampiran:right { @top-right { content: "kanan" } } .l { page: lampiran }',
    ({ p }) => `${p(11)}<div class="l">${p(10)}${p(10)}${p(4)}</div>`,
  ),
  testDocument(
    'page-names-of-tables',
    'body { page: biasa } @page tabel { size: 200px 320px; margin: 20px } table { page: tabel; border-spacing: 0 } td { padding: 0 }',
    ({ p, lines }) => `${p(3)}<table><tr><td>${lines(3)}</td></tr><tr><td>${lines(2)}</td></tr></table>${p(4)}${p(8)}`,
  ),
  testDocument(
    'page-selectors-specificity',
    '@page :right { @top-left { content: "kanan" } } @page :first { @top-left { content: "pertama" } } @page { @top-left { content: "semua" } } @page :left { @top-right { content: "kiri" } }',
    ({ p }) => `${p(10)}${p(10)}${p(10)}${p(3)}`,
  ),
  testDocument(
    'page-nth',
    '@page :nth(2n + 1) { @top-left { content: "ganjil" } } @page :nth(3) { @bottom-left { content: "tiga" } margin-top: 60px } @page :nth(-n+2) { @bottom-right { content: "awal" } } @page :nth(even) { @top-right { content: "genap" } }',
    ({ p }) => `${p(10)}${p(10)}${p(10)}${p(10)}${p(6)}`,
  ),
  testDocument(
    'page-nth-with-names',
    'body { page: biasa } @page { @top-left { content: counter(page) } } @page bab:nth(n+3) { @top-right { content: "bab" } } @page :nth(4) { @top-right { content: "empat" } @bottom-left { content: "kaki" } } @page :first { @bottom-left { content: "sampul" } } @page :nth(1) { @bottom-left { content: "satu" } } .bab { page: bab }',
    ({ p }) => `${p(12)}<div class="bab">${p(10)}${p(10)}${p(10)}</div>${p(3)}`,
  ),
  testDocument(
    'page-blank-with-names',
    'body { page: biasa } @page { @top-left { content: counter(page) } } @page :blank { @top-left { content: none } @bottom-left { content: "kosong" } } @page bab { @top-right { content: "bab" } } .bab { page: bab; break-before: right }',
    ({ p }) => `${p(3)}<div class="bab">${p(3)}</div><div class="bab">${p(12)}</div>${p(1)}`,
  ),
  testDocument(
    'target-counter-pages',
    'a { color: inherit; text-decoration: none } .toc a::after { content: " " target-counter(attr(href), page) } .end { break-after: page }',
    ({ p, words }) =>
      `<div class="toc end">${[1, 2, 3, 4].map((n) => `<p><a href="#b${n}">${words(1)}</a></p>`).join('')}</div>${[1, 2, 3, 4].map((n) => `<h2 id="b${n}">${words(1)}</h2>${p(3 + n * 2)}`).join('')}`,
  ),
  testDocument(
    'target-counter-styles',
    'a { color: inherit; text-decoration: none } .n::after { content: " " target-counter(attr(href), page, upper-roman) }',
    ({ p, words }) =>
      `<p><a class="n" href="#akhir">${words(1)}</a></p>${p(12)}${p(10)}<p id="akhir">${words(1)} <a class="n" href="#akhir">${words(1)}</a></p>`,
  ),
  testDocument(
    'target-counter-before-and-after',
    'a { color: inherit; text-decoration: none } .n::after { content: " hal " target-counter(attr(href), page) }',
    ({ p, words }) =>
      `<p id="awal">${words(1)}</p>${p(8)}${[0, 1, 2].map((n) => `<p><a class="n" href="#awal">${words(1)}</a></p><p><a class="n" href="#akhir">${words(1)}</a></p>${p(4 + n)}`).join('')}<p id="akhir">${words(1)}</p>`,
  ),
];
