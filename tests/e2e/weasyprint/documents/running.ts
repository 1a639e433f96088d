import { type TestDocument, testDocument } from '../document.ts';

const PAGE = 'size: 400px 240px; margin: 60px 50px';

/** `position: running()`, `element()`, counters of pages and elements. */
export const runningDocuments: readonly TestDocument[] = [
  testDocument(
    'running-footer',
    `@page { ${PAGE}; @bottom-center { content: element(kaki) } } .kaki { position: running(kaki); font-size: 8px; line-height: 10px }`,
    ({ p }) => `<div class="kaki">kaki halaman</div>${p(10)}${p(12)}${p(3)}`,
  ),
  testDocument(
    'running-changes',
    `@page { ${PAGE}; @top-left { content: element(bab) } } .bab { position: running(bab) } .new { break-before: page }`,
    ({ p }) =>
      `<div class="bab">bab satu</div>${p(12)}<div class="bab">bab dua</div>${p(5)}<div class="new"><div class="bab">bab tiga</div>${p(14)}</div>`,
  ),
  testDocument(
    'running-several-on-a-page',
    `@page { ${PAGE}; @top-left { content: element(bab) } @bottom-right { width: 50%; content: element(bab) } } .bab { position: running(bab) }`,
    ({ p }) => `<p class="bab">aa</p>${p(3)}<p class="bab">bb</p>${p(9)}${p(3)}<p class="bab">cc</p>${p(9)}`,
  ),
  testDocument(
    'running-keywords',
    `@page { ${PAGE}; @top-left { content: element(bab, first) } @top-right { content: element(bab, start) } @bottom-left { content: element(bab, last) } @bottom-right { content: element(bab, first-except) } } .bab { position: running(bab) }`,
    ({ p }) => `<p class="bab">aa</p>${p(3)}<p class="bab">bb</p>${p(9)}${p(3)}<p class="bab">cc</p>${p(9)}${p(11)}`,
  ),
  testDocument(
    'running-keywords-apart',
    `@page { ${PAGE}; @top-left { width: 50%; content: element(bab, first) } @top-right { width: 50%; content: element(bab, start) } @bottom-left { width: 50%; content: element(bab, last) } @bottom-right { width: 50%; content: element(bab, first-except) } } .bab { position: running(bab) }`,
    ({ p }) =>
      `${p(4)}<p class="bab">aa</p>${p(3)}<p class="bab">bb</p>${p(9)}${p(3)}<p class="bab">cc</p>${p(9)}${p(11)}`,
  ),
  testDocument(
    'running-blocks',
    `@page { ${PAGE}; @top-center { width: 100%; content: element(kepala); vertical-align: bottom; text-align: center } @bottom-center { width: 100%; content: element(kaki); vertical-align: top } } .kepala { position: running(kepala); border-bottom: 1px solid; padding-bottom: 4px } .kaki { position: running(kaki) } .kaki p { text-align: center }`,
    ({ p }) =>
      `<header class="kepala"><p>nama lembaga</p><p>alamat</p></header><footer class="kaki"><p>telepon</p><p>surel</p></footer>${p(10)}${p(11)}${p(5)}`,
  ),
  testDocument(
    'running-flex',
    `@page { ${PAGE}; @bottom-left { content: element(kaki); width: 300px } } .kaki { position: running(kaki); display: flex; justify-content: space-between }`,
    ({ p }) => `<div class="kaki"><span>kiri</span><span>kanan</span></div>${p(10)}${p(11)}`,
  ),
  testDocument(
    'running-with-counters',
    `@page { ${PAGE}; @bottom-center { width: 100%; content: element(kaki) } } .kaki { position: running(kaki) } .kaki::after { content: " hal " counter(page) " dari " counter(pages) }`,
    ({ p }) => `<div class="kaki">surat</div>${p(10)}${p(11)}${p(13)}`,
  ),
  testDocument(
    'running-first-page',
    `@page { ${PAGE}; @bottom-center { width: 100%; content: element(kaki) } } @page :first { margin-bottom: 100px; @bottom-center { width: 100%; content: element(awal) } } .kaki { position: running(kaki) } .awal { position: running(awal); padding: 4px; border: 1px solid }`,
    ({ p }) => `<div class="kaki">kaki</div><div class="awal"><p>awal</p><p>sekali</p></div>${p(10)}${p(11)}${p(2)}`,
  ),
  testDocument(
    'counters-of-pages',
    `@page { ${PAGE}; @top-left { content: counter(page, upper-roman) } @top-right { content: "s " counter(page, lower-alpha) } @bottom-left { content: counter(page, decimal-leading-zero) " / " counter(pages) } @bottom-right { content: counter(pages, lower-roman) } }`,
    ({ p }) => `${p(10)}${p(10)}${p(10)}${p(10)}${p(6)}`,
  ),
  testDocument(
    'counters-of-elements',
    'body { counter-reset: bab } h2 { counter-increment: bab; counter-reset: pasal; break-after: avoid; margin-top: 6px } h2::before { content: counter(bab, upper-roman) "-" } h3 { counter-increment: pasal 2 } h3::before { content: counter(bab) "." counter(pasal) "-" }',
    ({ p, words }) =>
      Array.from(
        { length: 5 },
        (_, i) => `<h2>${words(1)}</h2>${p(2 + i)}<h3>${words(1)}</h3>${p(3)}<h3>${words(1)}</h3>`,
      ).join(''),
  ),
  testDocument(
    'counters-nested',
    'ol { counter-reset: butir; list-style: none } li { counter-increment: butir } li::before { content: counters(butir, ".") "-" }',
    ({ words }) =>
      `<ol>${Array.from({ length: 4 }, (_, i) => `<li>${words(1)}<ol>${Array.from({ length: 2 + i }, () => `<li>${words(1)}</li>`).join('')}</ol></li>`).join('')}</ol>`,
  ),
  testDocument('page-number-in-text', '.n::after { content: " " counter(page) "/" counter(pages) }', ({ p, words }) =>
    Array.from({ length: 6 }, (_, i) => `${p(3 + i)}<p class="n">${words(1)}</p>`).join(''),
  ),
];
