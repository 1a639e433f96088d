import { type TestDocument, testDocument } from '../document.ts';

const NAMES = [
  ...['top-left-corner', 'top-left', 'top-center', 'top-right', 'top-right-corner'],
  ...['right-top', 'right-middle', 'right-bottom'],
  ...['bottom-right-corner', 'bottom-right', 'bottom-center', 'bottom-left', 'bottom-left-corner'],
  ...['left-bottom', 'left-middle', 'left-top'],
];

const boxes = (declarations: (name: string, index: number) => string): string =>
  NAMES.map((name, index) => `@${name} { ${declarations(name, index)} }`).join('\n');

/** Three pages, so that every box is there three times. */
const three = ({ p }: { readonly p: (count: number) => string }): string => `${p(10)}${p(10)}${p(4)}`;

const page = (name: string, rules: string, css = ''): TestDocument =>
  testDocument(`margin-boxes-${name}`, `@page { size: 480px 280px; margin: 80px; ${rules} } ${css}`, three);

/** The sixteen margin boxes: places, sizes and alignment. CSS Paged Media 3, section 6. */
export const marginBoxDocuments: readonly TestDocument[] = [
  page(
    'all',
    boxes((_, i) => `content: "m${i}"; padding: 0 8px`),
  ),
  page(
    'auto-widths',
    '@top-left { content: "aa"; text-align: right } @top-center { content: "bb" } @bottom-center { content: "cc"; text-align: left } @bottom-right { content: "dd"; text-align: left }',
  ),
  page(
    'corners',
    boxes((name, i) => (name.endsWith('corner') ? `content: "m${i} kk"; font-size: 10px; line-height: 14px` : '')),
  ),
  page(
    'text-align',
    boxes(
      (name, i) =>
        `content: "m${i}"; padding: 0 8px; text-align: ${['left', 'center', 'right'][i % 3]}; ${/^(top|bottom)-(left|center|right)$/.test(name) ? 'width: 80px' : ''}`,
    ),
  ),
  page(
    'vertical-align',
    boxes((_, i) => `content: "m${i}"; vertical-align: ${['top', 'middle', 'bottom'][(i + 1) % 3]}`),
  ),
  page(
    'two-at-top',
    '@top-left { content: "kiri sekali" } @top-right { content: "ka" } @bottom-left { content: "b" } @bottom-center { content: "tengah" }',
  ),
  page(
    'three-wide',
    '@top-left { content: "aa bb cc dd ee" } @top-center { content: "ff gg" } @top-right { content: "hh ii jj" } @bottom-left { content: "kk" } @bottom-center { content: "ll mm nn oo pp" } @bottom-right { content: "qq" }',
  ),
  page(
    'center-alone',
    '@top-center { content: "atas" } @bottom-center { content: "bawah sekali" } @left-middle { content: "kr" } @right-middle { content: "kn" }',
  ),
  page(
    'widths',
    '@top-left { content: "aa"; width: 90px } @top-center { content: "bb"; width: 60px } @top-right { content: "cc"; width: 25% } @bottom-left { content: "dd"; width: 200px } @bottom-right { content: "ee" }',
  ),
  page(
    'heights',
    '@left-top { content: "aa"; height: 30px } @left-middle { content: "bb"; height: 40px } @left-bottom { content: "cc" } @right-top { content: "dd" } @right-bottom { content: "ee"; height: 50% }',
  ),
  page(
    'edges',
    boxes((_, i) => `content: "m${i}"; margin: ${i % 4}px; border: ${i % 3}px solid; padding: ${(i % 5) * 2}px`),
  ),
  page(
    'limits',
    '@top-left { content: "aa"; min-width: 120px } @top-right { content: "bb cc dd"; max-width: 80px } @bottom-left { content: "ee ff gg hh"; max-width: 60px } @bottom-center { content: "ii"; min-width: 200px } @bottom-right { content: "jj" }',
  ),
  page(
    'fonts',
    '@top-left { content: "aa"; font-size: 20px; line-height: 24px } @top-right { content: "bb"; font: 8px/10px Square } @bottom-center { content: "cc\\A dd"; white-space: pre; text-align: right; width: 200px }',
  ),
  page(
    'wrapping',
    '@top-left { content: "aa bb cc dd ee ff gg hh ii jj" } @top-center { content: "kk ll mm nn oo" } @top-right { content: "pp qq rr" } @left-middle { content: "ss tt uu vv" }',
  ),
  page(
    'inherited',
    '@top-left { content: "aa" } @bottom-right { content: "bb"; font-size: 150% }',
    '@page { font-size: 10px; line-height: 1.5; text-align: right }',
  ),
  testDocument(
    'margin-boxes-first',
    '@page { margin: 50px; @top-center { content: "semua" } @bottom-left { content: "kiri" } } @page :first { margin: 60px 40px 40px; @top-center { content: none } @bottom-right { content: "awal" } @bottom-left { content: "lain" } }',
    three,
  ),
  testDocument(
    'margin-boxes-left-right',
    '@page { margin: 50px } @page :left { margin-left: 70px; @top-left { content: counter(page) } @bottom-left { content: "genap" } } @page :right { margin-right: 60px; @top-right { content: counter(page) } @bottom-right { content: "ganjil" } }',
    ({ p }) => `${p(9)}${p(9)}${p(9)}${p(5)}`,
  ),
  testDocument(
    'margin-boxes-blank',
    '@page { margin: 50px; @bottom-center { content: counter(page) } } @page :blank { @bottom-center { content: "kosong" } @top-center { content: "sengaja" } } .right { break-before: right }',
    ({ p }) => `${p(2)}${p(2, 'class="right"')}${p(12, 'class="right"')}`,
  ),
];
