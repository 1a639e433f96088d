import { type TestDocument, testDocument } from '../document.ts';

const few = (orphans: number, widows: number): TestDocument =>
  testDocument(
    `orphans-${orphans}-widows-${widows}`,
    `body { orphans: ${orphans}; widows: ${widows} } p { margin-bottom: 4px }`,
    ({ p }) => [4, 5, 3, 6, 2, 7, 4, 12, 3, 5, 8, 1, 6].map((count) => p(count)).join(''),
  );

/** `orphans` and `widows`, and text over pages. */
export const lineDocuments: readonly TestDocument[] = [
  ...[1, 2, 3, 4].flatMap((orphans) => [1, 2, 3, 4].map((widows) => few(orphans, widows))),
  testDocument(
    'orphans-larger-than-page',
    'body { orphans: 12; widows: 3 } .w { orphans: 2; widows: 14 }',
    ({ p }) => `${p(4)}${p(15)}${p(3)}${p(16, 'class="w"')}${p(2)}`,
  ),
  testDocument(
    'widows-in-containers',
    'div { orphans: 3; widows: 3; border: 1px solid; padding: 3px } div div { widows: 4; orphans: 1 }',
    ({ p }) => `<div>${p(6)}<div>${p(5)}${p(8)}</div>${p(4)}</div><div>${p(7)}${p(5)}</div>`,
  ),
  testDocument(
    'running-text',
    'body { orphans: 2; widows: 2 } p { margin-bottom: 12px; text-align: justify } p + p { text-indent: 24px }',
    ({ words }) => [23, 41, 9, 30, 17, 52, 6, 28].map((count) => `<p>${words(count)}</p>`).join(''),
  ),
  testDocument(
    'line-heights',
    'p { margin-bottom: 5px } .wide { line-height: 19px } .small { font-size: 8px; line-height: 10px } .big { font-size: 20px; line-height: 30px }',
    ({ p }) =>
      `${p(4)}${p(3, 'class="wide"')}${p(6, 'class="small"')}${p(3, 'class="big"')}${p(5, 'class="wide"')}${p(12, 'class="small"')}${p(4)}`,
  ),
  testDocument(
    'mixed-sizes-in-lines',
    '.big { font-size: 24px; line-height: 28px } .up { vertical-align: 6px }',
    ({ words }) =>
      Array.from(
        { length: 6 },
        (_, i) =>
          `<p>${words(4)} <span class="big">${words(1)}</span> ${words(2 + i)} <span class="up">${words(1)}</span> ${words(5)}</p>`,
      ).join(''),
  ),
  testDocument('preformatted', 'pre { margin: 6px 0; font: inherit; orphans: 2; widows: 2 }', ({ words }) =>
    Array.from(
      { length: 4 },
      (_, i) => `<pre>${Array.from({ length: 3 + i * 2 }, () => words(1)).join('\n')}</pre>`,
    ).join(''),
  ),
];
