import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSeverity } from '../../../src/base/codes/document.ts';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { buildDocument } from '../../../src/document/build-document.ts';
import { describeDiagnostic } from '../../../src/words/describe.ts';
import { findElement, mergedFrom, styledWithDiagnostics } from '../../support/styled.ts';

/** `[code, line, column, data]` of what a stylesheet is told. */
function problems(css: string): readonly unknown[] {
  const diagnostics = createDiagnosticList();
  buildDocument(mergedFrom('<p>t</p>', css), diagnostics);
  return diagnostics.all.map(({ code, place, data }) => [code, place?.line, place?.column, data]);
}

describe('what is wrong in a stylesheet', () => {
  it.each<[string, string, number, number, unknown]>([
    ['p {\n  colr: red }', 'document/unknown-property', 2, 3, { property: 'colr', nearest: 'color' }],
    ['p { xyzzy: 1 }', 'document/unknown-property', 1, 5, { property: 'xyzzy', nearest: undefined }],
    ['p { filter: none }', 'document/unsupported-property', 1, 5, { property: 'filter' }],
    ['p { -webkit-foo: 1 }', 'document/unsupported-property', 1, 5, { property: '-webkit-foo' }],
    [
      'p { display: grid }',
      'document/unsupported-value',
      1,
      5,
      {
        property: 'display',
        value: 'grid',
        values:
          'inline | block | inline-block | flow-root | list-item | flex | inline-flex | inline-table | table | table-caption | table-row-group | table-header-group | table-footer-group | table-column-group | table-column | table-row | table-cell | none',
        advice: 'grid',
      },
    ],
    [
      'p { position: fixed }',
      'document/unsupported-value',
      1,
      5,
      {
        property: 'position',
        value: 'fixed',
        values: 'static | relative | absolute | running(<name>)',
        advice: 'fixed',
      },
    ],
    [
      'p { order: revert }',
      'document/unsupported-value',
      1,
      5,
      { property: 'order', value: 'revert', values: '<integer>', advice: undefined },
    ],
    [
      'p { order: 1 !ie }',
      'document/unsupported-value',
      1,
      5,
      { property: 'order', value: '1 !ie', values: '<integer>', advice: undefined },
    ],
    [
      'p { order: var(x) }',
      'document/unsupported-value',
      1,
      5,
      { property: 'order', value: 'var(x)', values: '<integer>', advice: undefined },
    ],
    ['b, a:hover { order: 1 }', 'document/unsupported-selector', 1, 4, { selector: 'a:hover', part: ':hover' }],
    [
      'p::first-line { order: 1 }',
      'document/unsupported-selector',
      1,
      1,
      { selector: 'p::first-line', part: '::first-line' },
    ],
    ['p:not(b:foo) { order: 1 }', 'document/unsupported-selector', 1, 1, { selector: 'p:not(b:foo)', part: ':foo' }],
    ['p::before b { order: 1 }', 'document/unsupported-selector', 1, 1, { selector: 'p::before b', part: '::before' }],
    ['p { & b { order: 1 } }', 'document/unsupported-selector', 1, 5, { selector: '& b', part: '&' }],
    ['@supports (x: y) { p { order: 1 } }', 'document/unsupported-at-rule', 1, 1, { name: 'supports' }],
    ['@media (min-width: 1px) { p { order: 1 } }', 'document/unsupported-media', 1, 1, { query: '(min-width: 1px)' }],
    ['@import "x.css";', 'document/refused-at-rule', 1, 1, { name: 'import' }],
    ['@font-face { src: url(x) }', 'document/refused-at-rule', 1, 1, { name: 'font-face' }],
    [
      'p::before { content: element(a) }',
      'document/unsupported-value',
      1,
      13,
      {
        property: 'content',
        value: 'element(a)',
        values:
          'normal | none | [ <string> | attr() | counter() | counters() | target-counter() | open-quote | close-quote | no-open-quote | no-close-quote ]+',
      },
    ],
    ['p { order }', 'document/css-syntax', 1, 11, { text: 'order' }],
    ['@page :nth(2 of a) { margin: 0 }', 'document/unsupported-page-selector', 1, 1, { selector: ':nth(2 of a)' }],
    ['@page :last { margin: 0 }', 'document/unsupported-page-selector', 1, 1, { selector: ':last' }],
    [
      '@page { @top-left { content: string(judl) } } p { string-set: judul content() }',
      'document/unknown-string',
      1,
      21,
      { name: 'judl', nearest: 'judul' },
    ],
    [
      'p { string-set: a content(b) }',
      'document/unsupported-value',
      1,
      5,
      {
        property: 'string-set',
        value: 'a content(b)',
        values: 'none | [ <name> [ <string> | attr() | counter() | counters() | target-counter() | content() ]+ ]#',
      },
    ],
    ['@page a :left { margin: 0 }', 'document/unsupported-page-selector', 1, 1, { selector: 'a :left' }],
    ['@page auto { margin: 0 }', 'document/unsupported-page-selector', 1, 1, { selector: 'auto' }],
    [
      'p { counter-reset: page 3 }',
      'document/unsupported-value',
      1,
      5,
      { property: 'counter-reset', value: 'page 3', values: 'none | [ <name> <integer>? ]+' },
    ],
    ['@page { counter-reset: page 3 }', 'document/unsupported-page-property', 1, 9, { property: 'counter-reset' }],
    ['@page { @footnote { width: 3cm } }', 'document/unsupported-footnote-property', 1, 21, { property: 'width' }],
    ['@page { display: flex }', 'document/unsupported-page-property', 1, 9, { property: 'display' }],
    [
      '@page { @bottom-centre { content: "" } }',
      'document/unknown-margin-box',
      1,
      9,
      { name: 'bottom-centre', nearest: 'bottom-center' },
    ],
  ])('%s', (css, code, line, column, data) => {
    expect(problems(css)).toEqual([[code, line, column, data]]);
  });

  it.each([
    ['position: fixed', 'fixed'],
    ['position: sticky', 'sticky'],
    ['display: grid', 'grid'],
    ['display: inline-grid', 'grid'],
    ['display: block grid', 'grid'],
    ['display: contents', 'contents'],
    ['display: ruby', undefined],
    ['overflow: scroll', 'scroll'],
    ['overflow: auto', 'scroll'],
    ['overflow: clip', 'scroll'],
    ['box-shadow: 1pt 1pt 2pt', 'blur'],
    ['box-shadow: 1pt 1pt, inset 0 0 2pt red', 'blur'],
    ['box-shadow: 1pt red', undefined],
    ['background: radial-gradient(red, blue)', 'gradient'],
    ['background-image: url(a.png), repeating-conic-gradient(red, blue)', 'gradient'],
    ['width: 50vw', 'window-unit'],
    ['margin: calc(1pt + (2svh / 2))', 'window-unit'],
    ['content: url(a.png)', 'generated-picture'],
    ['content: "a" linear-gradient(red, blue)', 'generated-picture'],
  ])('%s has its advice', (declaration, advice) => {
    const [property = ''] = declaration.split(':');
    expect(problems(`p { ${declaration} }`)).toMatchObject([
      ['document/unsupported-value', 1, 5, { property, advice }],
    ]);
  });

  it('says where a property can do nothing', () => {
    const effects = (html: string, css: string): readonly unknown[] =>
      styledWithDiagnostics(html, css).diagnostics.all.map(({ code, data }) => [code, data]);
    const on = (property: string, element: string | undefined, why: string): unknown => [
      'document/no-effect',
      { property, element, why },
    ];
    expect(effects('<p><b>a</b><b>b</b></p>', 'p { display: flex } b { float: left }')).toEqual([
      on('float', 'b', 'flex-item'),
    ]);
    expect(effects('<p>a</p>', 'html, p { -buletin-fit: 1; -buletin-fit-size: 10pt 12pt }')).toEqual([
      on('-buletin-fit', 'p', 'not-root'),
      on('-buletin-fit-size', 'p', 'not-root'),
    ]);
    expect(effects('<p>a</p>', 'p { initial-letter: 3 }')).toEqual([
      on('initial-letter', undefined, 'not-first-letter'),
    ]);
    expect(effects('<p style="initial-letter: 3">a</p>', '')).toEqual([
      on('initial-letter', undefined, 'not-first-letter'),
    ]);
    expect(effects('<p>a</p>', 'p, p::first-letter { initial-letter: 3 } b { initial-letter: normal }')).toEqual([]);
    expect(effects('<p><b>a</b></p>', 'p { display: flex } b { position: absolute; float: left }')).toEqual([]);
  });

  it('names a paper that does not exist', () => {
    expect(problems('@page { size: A9 }')).toMatchObject([
      ['document/unsupported-value', 1, 9, { property: 'size', value: 'A9' }],
    ]);
  });

  it('is told once, the other places beside it', () => {
    const diagnostics = createDiagnosticList();
    buildDocument(mergedFrom('<p>a</p><p>b</p>', 'p { colr: red }\nb { colr: red }\ni { colr: red }'), diagnostics);
    expect(diagnostics.all.map(({ place, related }) => [place?.line, related.map((other) => other.line)])).toEqual([
      [1, [2, 3]],
    ]);
  });

  it('leaves the rest of the stylesheet', () => {
    const css = 'p { order: 1; colr: red; widows: 5; : ; x } b c; } i { order: 2 }\n#x { order: 3 }';
    const { document } = styledWithDiagnostics('<p>t</p><b id="x">u</b>', css);
    expect(findElement(document.root, 'p').style).toMatchObject({ order: 1, widows: 5 });
    expect(findElement(document.root, '#x').style.order).toBe(3);
  });

  it('is told for style attributes, at the place of the element', () => {
    const marks = [{ path: 'layout.hbs', line: 7, column: 3 }];
    const diagnostics = createDiagnosticList();
    const tree = buildDocument(mergedFrom('<p data-buletin-place="0" style="colr: red">t</p>', '', marks), diagnostics);
    expect(tree.rules.sheets.length).toBe(1);
    const told = styledWithDiagnostics('<p style="colr: red">t</p>').diagnostics;
    expect(told.all.map(({ code }) => code)).toEqual(['document/unknown-property']);
  });

  it('is told for <style>, in lines of the layout', () => {
    const marks = [{ path: 'layout.hbs', line: 7, column: 3 }];
    const diagnostics = createDiagnosticList();
    const html = '<style data-buletin-place="0">\np { order: 1;\n  colr: red }</style><p>t</p>';
    buildDocument(mergedFrom(html, '', marks), diagnostics);
    expect(diagnostics.all.map(({ code, place }) => [code, place?.path, place?.line, place?.column])).toEqual([
      ['document/unknown-property', 'layout.hbs', 9, 3],
    ]);
  });

  it.each(['@media print {', ':not(', 'p { order: calc(', '[', '{'])(
    '%s without end is an error, not a crash',
    (piece) => {
      const { diagnostics } = styledWithDiagnostics('<p>t</p>', piece.repeat(20_000));
      expect(diagnostics.all.map(({ code, severity }) => [code, severity])).toEqual([
        ['document/css-too-deep', 'error'],
      ]);
    },
  );

  it('never throws, whatever the stylesheet says', () => {
    const piece = fc.constantFrom(
      'p',
      '{',
      '}',
      ';',
      ':',
      '@page',
      '@media',
      'var(--a)',
      '--a:',
      '(',
      ')',
      '"',
      'color',
      '#',
      '.',
      '>',
      ',',
      '!important',
      'calc(1pt + ',
      '/*',
      '*/',
      '::before',
      ':not(',
      '10%',
      '\\',
      '\n',
      ' ',
      '@top-left',
      'content',
      'counter(page)',
      '::first-letter',
      '::footnote-call',
      'float: footnote;',
      '@footnote',
      ':left',
      'background:',
      'linear-gradient(',
      'to top',
      'url(a.png)',
      'box-shadow: 1pt 1pt',
      'target-counter("#x", ',
      'text-decoration:',
      'columns: 2',
      'inset:',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        styledWithDiagnostics('<p style="color: var(--a)">t</p>', pieces.join(''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('<style>', () => {
  it('counts after the stylesheets; for a screen it does not', () => {
    const html = '<style>p { order: 2 }</style><style media="screen">p { order: 3 }</style><p>t</p>';
    const { document, diagnostics } = styledWithDiagnostics(html, 'p { order: 1 }');
    expect(findElement(document.root, 'p').style.order).toBe(2);
    expect(diagnostics.all).toEqual([]);
  });
});

describe('the words of every diagnostic', () => {
  it('exist in both languages', () => {
    expect(Object.keys(documentSeverity).length).toBe(25);
    const [diagnostic] = styledWithDiagnostics('<p>t</p>', 'p { colr: red }').diagnostics.all;
    if (diagnostic === undefined) throw new Error('Nothing was reported');
    expect(describeDiagnostic(diagnostic, 'en')).toEqual({
      message: 'There is no CSS property "colr"; the declaration has no effect.',
      hint: 'Did you mean "color"?',
    });
    expect(describeDiagnostic(diagnostic, 'id')).toEqual({
      message: 'Tidak ada properti CSS bernama "colr"; deklarasi ini tidak berpengaruh.',
      hint: 'Apakah yang dimaksud "color"?',
    });
  });
});
