import { describe, expect, test } from 'vitest';
import type { QrSymbol } from '../../../src/asset/types.ts';
import { printTags } from '../../../src/paint/print-display-list.ts';
import { PICTURE_HEADER, painted } from '../../support/painted.ts';

const PAGE = '@page { size: 300pt 400pt }';
const tags = (body: string, css = '', replaced = {}): string => printTags(painted(body, PAGE + css, replaced).list);
const tree = (...lines: readonly string[]): string => `${['Document', ...lines].join('\n')}\n`;

const SYMBOL: QrSymbol = { level: 'M', modules: 21, dark: new Uint8Array(441) };
const QR = { kind: 'qr', value: 'https://a.id/', symbols: [SYMBOL, SYMBOL, SYMBOL] } as const;

describe('elements', () => {
  test('headings, paragraphs and inline elements have their roles', () => {
    expect(tags('<h1>A</h1><p>b <em>c</em> <time>d</time> <a href="https://x.id/">e</a> <code>f</code></p>')).toBe(
      tree('  H1 "A"', '  P "b  d  "', '    Span "c"', '    Link "e" → https://x.id/', '    Code "f"'),
    );
  });

  test('groups that mean nothing are not there, those that do are', () => {
    expect(
      tags('<main><header><div><p>a</p></div></header><article><section><p>b</p></section></article></main>'),
    ).toBe(tree('  P "a"', '  Art', '    Sect', '      P "b"'));
  });

  test('text without a paragraph gets one, a stretch at a time', () => {
    expect(tags('<div>a</div><blockquote>b<p>c</p>d <strong>e</strong></blockquote>')).toBe(
      tree('  P "a"', '  BlockQuote', '    P "b"', '    P "c"', '    P "d "', '      Span "e"'),
    );
  });

  test('lists have labels and bodies, and say how they are numbered', () => {
    const css = 'li { margin-left: 30pt } ul { list-style-type: square } ul li { list-style-type: upper-roman }';
    expect(tags('<ol><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ol>', css)).toBe(
      tree(
        '  L ListNumbering=Decimal',
        '    LI',
        '      Lbl "1. "',
        '      LBody "a"',
        '    LI',
        '      Lbl "2. "',
        '      LBody',
        '        P "b"',
        '        L ListNumbering=UpperRoman',
        '          LI',
        '            Lbl "I. "',
        '            LBody "c"',
      ),
    );
  });

  test('tables have groups, header cells with a scope, spans and empty cells', () => {
    expect(
      tags(
        '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><th>c</th><td></td></tr><tr><td colspan="2">d</td></tr></tbody></table>',
      ),
    ).toBe(
      tree(
        '  Table',
        '    THead',
        '      TR',
        '        TH "a" Scope=Column',
        '        TH "b" Scope=Column',
        '    TBody',
        '      TR',
        '        TH "c" Scope=Row',
        '        TD',
        '      TR',
        '        TD "d" ColSpan=2',
      ),
    );
  });

  test('a figure keeps picture and caption together, the caption outside of what the description replaces', () => {
    const body = '<figure><img id="p" src="a.jpg" alt="Peta"><figcaption>Foto: A</figcaption></figure>';
    const { list } = painted(body, `${PAGE} img { width: 100pt }`, { p: PICTURE_HEADER });
    expect(printTags(list)).toBe(tree('  Div', '    Figure alt="Peta"', '    Caption "Foto: A"'));
    const figure = list.tags.find((tag) => tag.role === 'Figure');
    expect(figure?.attributes).toEqual({ bbox: { x: 0, y: 0, width: 100, height: 50 }, page: 0 });
  });

  test('a language other than the one around it is said', () => {
    expect(tags('<p lang="en">a</p><p>b <span lang="ja">c</span></p><div lang="en"><p>d</p></div>')).toBe(
      tree('  P "a" lang=en', '  P "b "', '    Span "c" lang=ja', '  Div lang=en', '    P "d"'),
    );
  });

  test('headings never skip a level', () => {
    expect(tags('<h2>a</h2><h3>b</h3><h5>c</h5><h2>d</h2><h4>e</h4>')).toBe(
      tree('  H1 "a"', '  H2 "b"', '  H3 "c"', '  H2 "d"', '  H3 "e"'),
    );
  });

  test('a linked icon and label in a flex container are one paragraph with one link', () => {
    const { list } = painted(
      '<footer><a href="https://a.id/"><img id="p" alt="Situs"><span>a.id</span></a></footer>',
      `${PAGE} footer, a { display: flex } img { width: 10pt; height: 10pt }`,
      { p: PICTURE_HEADER },
    );
    expect(printTags(list)).toBe(tree('  P', '    Link "a.id" → https://a.id/', '      Figure alt="Situs"'));
    expect(list.pages[0]?.links).toEqual([
      {
        rect: { x: 0, y: 0, width: 50, height: 10 },
        target: { kind: 'address', href: 'https://a.id/' },
        tag: expect.any(Number),
        contents: 'Situs a.id',
      },
    ]);
  });

  test('a QR symbol is a figure in its link, and stands on white as far as its quiet zone goes', () => {
    const { list } = painted(
      '<div><a href="https://a.id/"><qr-code id="q" value="https://a.id/" alt="Kode QR"></qr-code></a></div>',
      `${PAGE} qr-code { display: block; width: 145pt; height: 145pt; padding: 20pt; box-sizing: border-box }`,
      { q: QR },
    );
    expect(printTags(list)).toBe(tree('  Link → https://a.id/', '    Figure alt="Kode QR"'));
    expect(list.pages[0]?.links.map(({ rect }) => rect)).toEqual([{ x: 0, y: 0, width: 145, height: 145 }]);
  });
});

describe('decoration', () => {
  test('what is hidden from readers is an artifact with all that is in it', () => {
    const { list, diagnostics } = painted(
      '<p>a</p><div aria-hidden="true"><h1>b</h1><p>c</p></div><img id="p" alt="" src="x"><hr>',
      `${PAGE} img { width: 10pt } hr { border: 0 solid #000000; border-top-width: 1pt }`,
      { p: PICTURE_HEADER },
    );
    expect(printTags(list)).toBe(tree('  P "a"'));
    const owners = list.pages[0]?.items.map((item) => (item.kind === 'group' ? '' : item.owner.kind));
    expect(owners).toEqual(['artifact', 'tag', 'artifact', 'artifact', 'artifact']);
    expect(diagnostics.all).toEqual([]);
  });

  test('a picture without alt is an error', () => {
    const { diagnostics } = painted('<img id="p" src="x">', `${PAGE} img { width: 10pt }`, { p: PICTURE_HEADER });
    expect(diagnostics.all.map(({ code, data }) => ({ code, data }))).toEqual([
      { code: 'output/figure-without-alt', data: { element: 'img' } },
    ]);
  });
});

describe('running elements', () => {
  const css = `@page { size: 100pt 60pt; margin: 0 0 30pt; @bottom-left { content: element(foot) } @bottom-right { content: "Hal. " counter(page) } }
    footer { position: running(foot); width: 60pt } p { break-after: page }`;
  const { list } = painted('<footer><a href="https://a.id/">kaki</a></footer><article><p>a</p><p>b</p></article>', css);

  test('are tagged behind the article, once', () => {
    expect(printTags(list)).toBe(
      tree('  Art', '    P "a"', '    P "b"', '  Div', '    P', '      Link "kaki" → https://a.id/'),
    );
  });

  test('are artifacts without links where they are repeated, like page numbers everywhere', () => {
    expect(list.pages.map((page) => page.links.length)).toEqual([1, 0]);
    const owners = list.pages.map((page) =>
      page.items.flatMap((item) => (item.kind === 'glyphs' ? [[item.run.text, item.owner.kind]] : [])),
    );
    expect(owners).toEqual([
      [
        ['a', 'tag'],
        ['Hal. ', 'artifact'],
        ['1', 'artifact'],
        ['kaki', 'tag'],
      ],
      [
        ['b', 'tag'],
        ['Hal. ', 'artifact'],
        ['2', 'artifact'],
        ['kaki', 'artifact'],
      ],
    ]);
  });
});

test('a paragraph over two pages is one element, a repeated table head is one too', () => {
  const css = '@page { size: 100pt 30pt } p { orphans: 1; widows: 1 }';
  const { list } = painted('<p>aaaa bbbb cccc dddd eeee ffff gggg hhhh</p>', css);
  expect(list.pages.length).toBe(2);
  expect(printTags(list)).toBe(tree('  P "aaaa bbbb cccc dddd eeee ffff gggg hhhh"'));
  const table = painted(
    `<table><thead><tr><th>K</th></tr></thead><tbody>${'<tr><td>b</td></tr>'.repeat(3)}</tbody></table>`,
    '@page { size: 100pt 30pt } table { border-spacing: 0 }',
  ).list;
  expect(table.pages.length).toBe(2);
  expect(printTags(table).split('"K"').length).toBe(2);
  expect(printTags(table).split('"b"').length).toBe(4);
});

test('a link over two lines has two areas and one element', () => {
  const { list } = painted('<p>aa <a href="https://a.id/">bb cc</a></p>', '@page { size: 50pt 100pt }');
  expect(list.pages[0]?.links.map(({ rect }) => rect)).toEqual([
    { x: 30, y: 0, width: 20, height: 10 },
    { x: 0, y: 10, width: 20, height: 10 },
  ]);
  expect(printTags(list).split('Link').length).toBe(2);
});
