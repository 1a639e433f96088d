import { type TestDocument, testDocument } from '../document.ts';

/** Floats near the ends of pages. */
export const floatDocuments: readonly TestDocument[] = [
  testDocument(
    'float-beside-text',
    '.f { float: left; width: 60px; height: 36px; background: #ccc } .r { float: right; width: 72px }',
    ({ p, words }) => `<div class="f"></div><p>${words(30)}</p><div class="r">${p(3)}</div><p>${words(30)}</p>`,
  ),
  testDocument(
    'float-at-page-end',
    '.f { float: left; width: 60px; height: 36px }',
    ({ p, words }) => `${p(8)}<div class="f">${p(1)}</div><p>${words(14)}</p>${p(3)}`,
  ),
  testDocument(
    'float-at-page-end-right',
    '.f { float: right; width: 60px; height: 48px }',
    ({ p, words }) => `${p(7)}<p><span class="f">${words(1)}</span>${words(24)}</p>${p(3)}`,
  ),
  testDocument('float-pictures', 'img { float: left; width: 72px; height: 48px; margin: 0 12px 0 0 }', ({ p, words }) =>
    Array.from({ length: 4 }, (_, i) => `<img src="picture.png" alt="gambar"><p>${words(12)}</p>${p(1 + i)}`).join(''),
  ),
  testDocument('float-with-clear', '.f { float: left; width: 60px; height: 42px } .c { clear: both }', ({ p, words }) =>
    Array.from({ length: 4 }, () => `<div class="f">${p(2)}</div><p>${words(4)}</p>${p(2, 'class="c"')}`).join(''),
  ),
  testDocument(
    'float-two-sides',
    '.l { float: left; width: 48px } .r { float: right; width: 48px }',
    ({ p, words }) => `${p(2)}<div class="l">${p(3)}</div><div class="r">${p(5)}</div><p>${words(20)}</p>${p(4)}`,
  ),
  testDocument(
    'float-kept-with-clear-after',
    '.f { float: left; width: 96px; break-inside: avoid } .c { clear: left }',
    ({ p, words }) => `${p(6)}<div class="f">${p(5)}</div><p>${words(6)}</p>${p(2, 'class="c"')}${p(5)}`,
  ),
  testDocument(
    'float-higher-than-half',
    '.f { float: left; width: 96px; margin-right: 12px } .r { float: right; margin: 0 0 0 12px }',
    ({ p, words }) =>
      `${p(6)}<div class="f">${p(7)}</div><p>${words(20)}</p>${p(8)}<div class="f r">${p(8)}</div><p>${words(16)}</p>`,
  ),
  testDocument(
    'float-flow-root',
    '.root { display: flow-root; border: 1px solid } .f { float: left; width: 60px }',
    ({ p, words }) =>
      `${p(1)}<div class="root"><div class="f">${p(3)}</div><p>${words(3)}</p></div>${p(2)}<div class="root"><div class="f">${p(4)}</div></div>${p(3)}`,
  ),
];
