import { type TestDocument, testDocument, type Writer } from '../document.ts';

/**
 * Of one size everywhere, so that the digits of calls and markers are the only thing that differs in height. The area has
 * no room for the rule that our style sheet draws in it.
 */
const CSS =
  '.n { float: footnote } ::footnote-call { font-size: 12px; line-height: 12px; vertical-align: baseline; content: counter(footnote) } ::footnote-marker { content: counter(footnote) " " } @page { @footnote { margin-top: 6px; padding: 0; background: none } }';

const noted = ({ words }: Writer, notes: number): string => `${words(1)}<span class="n">${words(notes)}</span>`;

/** `float: footnote`. CSS GCPM 3, section 2. */
export const footnoteDocuments: readonly TestDocument[] = [
  testDocument('footnote-one', CSS, (w) => `${w.p(3)}<p>${noted(w, 2)} ${w.words(1)}</p>${w.p(9)}`),
  testDocument(
    'footnotes-several',
    CSS,
    (w) =>
      `${w.p(2)}<p>${noted(w, 2)} ${w.words(1)}</p>${w.p(2)}<p>${noted(w, 5)}</p>${w.p(6)}<p>${noted(w, 1)}</p>${w.p(5)}<p>${noted(w, 3)}</p>${w.p(4)}`,
  ),
  testDocument('footnote-at-page-end', CSS, (w) => `${w.p(8)}<p>${noted(w, 2)}</p>${w.p(4)}`),
  testDocument('footnote-moves-its-line', CSS, (w) => `${w.p(9)}<p>${noted(w, 6)}</p>${w.p(4)}`),
  testDocument('footnote-policy-line', `${CSS} .n { footnote-policy: line }`, (w) =>
    [8, 9, 7].map((count, i) => `${w.p(count)}<p>${noted(w, 2 + 2 * i)}</p>${w.p(2 + i)}`).join(''),
  ),
  testDocument('footnote-policy-line-in-text', `${CSS} .n { footnote-policy: line } p { margin-bottom: 6px }`, (w) =>
    Array.from({ length: 5 }, (_, i) => `<p>${w.words(9 + i)} ${noted(w, 3 + i)} ${w.words(7)}</p>`).join(''),
  ),
  testDocument('footnote-policy-block', `${CSS} .n { footnote-policy: block }`, (w) =>
    [5, 7, 4].map((count, i) => `${w.p(count)}<p>${w.lines(2 + i)}<br>${noted(w, 4)}</p>${w.p(1 + i)}`).join(''),
  ),
  testDocument('footnotes-in-text', `${CSS} p { orphans: 2; widows: 2; margin-bottom: 6px }`, (w) =>
    Array.from({ length: 6 }, (_, i) => `<p>${w.words(7 + i)} ${noted(w, 2 + i)} ${w.words(5)}</p>`).join(''),
  ),
  testDocument(
    'footnotes-with-area-style',
    `${CSS} @page { @footnote { padding-top: 4px; border-top: 1px solid; margin-top: 8px } }`,
    (w) => `${w.p(3)}<p>${noted(w, 2)}</p>${w.p(3)}<p>${noted(w, 3)}</p>${w.p(6)}<p>${noted(w, 2)}</p>${w.p(2)}`,
  ),
  testDocument(
    'footnotes-with-margin-boxes',
    `${CSS} @page { @bottom-center { content: counter(page) } }`,
    (w) => `${w.p(5)}<p>${noted(w, 4)}</p>${w.p(5)}<p>${noted(w, 2)} ${noted(w, 2)}</p>${w.p(6)}`,
  ),
];
