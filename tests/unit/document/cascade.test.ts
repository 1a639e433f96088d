import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../../src/document/types.ts';
import { findElement, styledFromHtml, styledWithDiagnostics } from '../../support/styled.ts';

const style = (html: string, css: string, wanted = '#x', rootSize?: number): ComputedStyle =>
  findElement(styledFromHtml(html, css, rootSize).root, wanted).style;

const grey = (value: number): unknown => ({ r: value / 255, g: value / 255, b: value / 255, alpha: 1 });

describe('the cascade', () => {
  const x = '<div><p id="x" class="a b">t</p></div>';

  it.each([
    ['order decides between equals', 'p { order: 1 } p { order: 2 }', 2],
    ['a class is stronger than any number of types', '.a { order: 1 } html body div p { order: 2 }', 1],
    ['an id is stronger than classes', '#x { order: 1 } .a.b[id] { order: 2 }', 1],
    ['!important is stronger than specificity', 'p { order: 1 !important } #x { order: 2 }', 1],
    ['!important ones are ordered among themselves', 'p { order: 1 !important } .a { order: 2 ! IMPORTANT }', 2],
    [':where() counts nothing', 'p { order: 1 } :where(#x) { order: 2 }', 1],
    [':is() counts its strongest', ':is(#no, p) { order: 1 } .a.b { order: 2 }', 1],
    [':not() counts its argument', 'p:not(.c) { order: 1 } p { order: 2 }', 1],
    ['a list counts selector by selector', 'p, #x { order: 1 } .a { order: 2 }', 1],
    ['@media print applies, screen does not', '@media print { p { order: 1 } } @media screen { p { order: 2 } }', 1],
    ['later declarations of a block win', 'p { order: 2; order: 1 }', 1],
  ])('%s', (_, css, order) => {
    expect(style(x, css).order).toBe(order);
  });

  it('puts the style attribute over rules, and under important ones', () => {
    const html = '<p id="x" style="order: 3; widows: 5">t</p>';
    expect(style(html, '#x { order: 1 }').order).toBe(3);
    expect(style(html, 'p { order: 1 !important }').order).toBe(1);
    expect(style('<p id="x" style="order: 3 !important">t</p>', 'p { order: 1 !important }').order).toBe(3);
  });

  it('puts rules of the author over those of the program, whatever the specificity', () => {
    expect(style('<a id="x" href="https://y.id">t</a>', 'a { color: #333333 }').color).toEqual(grey(0x33));
  });

  it('takes width and height of pictures as weak hints', () => {
    const html = '<img id="x" src="y" alt="z" width="96" height="50%">';
    expect(style(html, '').width).toEqual({ pt: 72, percent: 0 });
    expect(style(html, '').height).toEqual({ pt: 0, percent: 50 });
    expect(style(html, '* { width: auto }').width).toBe('auto');
  });

  it('knows inherit, initial and unset', () => {
    const css = 'div { color: #222222; order: 7 } p { color: #444444 } #x { color: KEYWORD; order: KEYWORD }';
    const with_ = (keyword: string): ComputedStyle => style(x, css.replaceAll('KEYWORD', keyword));
    expect([with_('inherit').color, with_('inherit').order]).toEqual([grey(0x22), 7]);
    expect([with_('initial').color, with_('initial').order]).toEqual([grey(0), 0]);
    expect([with_('unset').color, with_('unset').order]).toEqual([grey(0x22), 0]);
  });
});

describe('computed values', () => {
  it('count em from the element, but from the parent for font-size; rem from the root', () => {
    const css =
      'html { font-size: 10pt } body { font-size: 2em } #x { font-size: 150%; padding: 2em 1rem 0; margin: 1rem }';
    const x = style('<p id="x">t</p>', css);
    expect(x.fontSize).toBe(30);
    expect(x.padding.top.pt).toBe(60);
    expect(x.padding.right.pt).toBe(10);
    expect(x.margin.top).toEqual({ pt: 10, percent: 0 });
  });

  it('let rootSize decide, over what the stylesheet says', () => {
    const css = 'html { font-size: 10pt; padding: 1rem } body { font-size: 2rem }';
    const { root } = styledFromHtml('<p id="x">t</p>', css, 16);
    expect(root.style.fontSize).toBe(16);
    expect(root.style.padding.top.pt).toBe(16);
    expect(findElement(root, '#x').style.fontSize).toBe(32);
  });

  it('keep a number as line height when it is inherited, and a length as length', () => {
    const css = 'div { font-size: 20pt; line-height: LH } #x { font-size: 10pt }';
    const of = (value: string): unknown => style('<div><p id="x">t</p></div>', css.replace('LH', value)).lineHeight;
    expect(of('1.5')).toEqual({ number: 1.5 });
    expect(of('1.5em')).toEqual({ pt: 30 });
    expect(of('150%')).toEqual({ pt: 30 });
    expect(of('normal')).toBe('normal');
  });

  it.each([
    ['bolder', 400, 700],
    ['bolder', 700, 900],
    ['lighter', 400, 100],
    ['lighter', 700, 400],
    ['lighter', 900, 700],
  ])('%s than %i is %i', (keyword, parent, weight) => {
    const css = `div { font-weight: ${parent} } p { font-weight: ${keyword} }`;
    expect(style('<div><p id="x">t</p></div>', css).fontWeight).toBe(weight);
  });

  it('give a border without style no width, and one without colour the colour of the text', () => {
    const x = style('<p id="x">t</p>', 'p { color: #555555; border: 2pt; border-left: dashed thick }');
    expect(x.border.top).toEqual({ width: 0, style: 'none', color: grey(0x55) });
    expect(x.border.left).toEqual({ width: 3.75, style: 'dashed', color: grey(0x55) });
  });

  it.each([
    ['float: left', 'inline', 'block', 'left'],
    ['float: inline-end', 'inline-block', 'block', 'right'],
    ['float: left', 'inline-flex', 'flex', 'left'],
    ['float: right', 'inline-table', 'table', 'right'],
    ['float: left', 'flow-root', 'flow-root', 'left'],
    ['float: left', 'table-cell', 'block', 'left'],
    ['float: left; position: relative', 'inline', 'block', 'left'],
    ['float: left; position: absolute', 'inline', 'block', 'none'],
    ['float: right; position: running(x)', 'block', 'block', 'none'],
    ['position: absolute', 'inline-flex', 'flex', 'none'],
    ['position: relative', 'inline', 'inline', 'none'],
  ])('make %s of %s a block where it leaves the flow', (declarations, display, computed, float) => {
    const { root } = styledFromHtml('<p><b>t</b></p>', `b { display: ${display}; ${declarations} }`);
    expect(findElement(root, 'b').style).toMatchObject({ display: computed, float });
  });

  it('take the page of the parent where none is named', () => {
    const html = '<div id="a"><p id="b"><b id="c">t</b></p></div><p id="d">t</p>';
    const css = '@page Kop { margin: 0 } #a { page: Kop } #c { page: inherit } #d { page: auto }';
    const { root } = styledFromHtml(html, css);
    expect(['#a', '#b', '#c', '#d'].map((name) => findElement(root, name).style.page)).toEqual([
      'Kop',
      'Kop',
      'Kop',
      undefined,
    ]);
  });

  it.each(['flex', 'inline-flex'])('make items of %s and the root block-level', (display) => {
    const html = '<div id="f"><span id="x">a</span><li id="li">b</li><table id="t"></table></div>';
    const css = `html { display: inline } #f { display: ${display} } #f::before { content: "x" }`;
    const { root } = styledFromHtml(html, css);
    expect(root.style.display).toBe('block');
    expect(['#x', '#li', '#t', '::before'].map((name) => findElement(root, name).style.display)).toEqual([
      'block',
      'list-item',
      'table',
      'block',
    ]);
  });

  it('carry decoration into children, in the colour of the element that asked for it', () => {
    const html = '<p id="p">a <s id="s">b <b id="x">c</b></s></p>';
    const css =
      'p { text-decoration: underline; color: #111111 } b { color: #999999 } s { text-decoration-color: #222222 }';
    const { root } = styledFromHtml(html, css);
    const under = { underline: true, lineThrough: false, color: grey(0x11) };
    expect(findElement(root, '#p').style.decorations).toMatchObject([under]);
    expect(findElement(root, '#x').style.decorations).toMatchObject([
      under,
      { underline: false, lineThrough: true, color: grey(0x22) },
    ]);
  });

  it('gather font features', () => {
    const css =
      'p { font-kerning: none; font-variant: small-caps tabular-nums no-common-ligatures; font-feature-settings: "ss01", "liga" 1 }';
    expect(style('<p id="x">t</p>', css).fontFeatures).toEqual({
      kern: 0,
      smcp: 1,
      tnum: 1,
      liga: 1,
      clig: 0,
      ss01: 1,
    });
  });

  it('are one object where they are the same', () => {
    const { root } = styledFromHtml(
      '<p id="a" class="k">a <b>x</b></p><p id="b" class="k">b <b id="c">y</b></p>',
      '.k { order: 1 }',
    );
    expect(findElement(root, '#a').style).toBe(findElement(root, '#b').style);
    expect(findElement(root, 'b').style).toBe(findElement(root, '#c').style);
  });
});

describe('custom properties', () => {
  it('are inherited, resolved where they are declared, and used in any value', () => {
    const css =
      ':root { --w: 2em; --pad: calc(var(--w) + 1pt) var(--none, 3pt) } p { font-size: 10pt; padding: var(--pad) }';
    const x = style('<p id="x">t</p>', css);
    expect(x.padding.top.pt).toBe(21);
    expect(x.padding.left.pt).toBe(3);
  });

  it('may hold a keyword for all of CSS, and a fallback with commas', () => {
    const css = 'div { order: 4 } p { order: var(--k, inherit); font-family: var(--f, "A", serif) }';
    const x = style('<div><p id="x">t</p></div>', css);
    expect(x.order).toBe(4);
    expect(x.fontFamily).toEqual(['A', 'serif']);
  });

  it('without a value leave the declaration unset, and say so once', () => {
    const css = 'div { color: #222222 } p { color: red }\np { color: var(--no) }';
    const { document, diagnostics } = styledWithDiagnostics('<div><p id="x">t</p><p>u</p></div>', css);
    expect(findElement(document.root, '#x').style.color).toEqual(grey(0x22));
    expect(diagnostics.all).toEqual([
      {
        code: 'document/invalid-variable',
        severity: 'warning',
        place: { path: 'style.css', line: 2, column: 5, endLine: 2, endColumn: 21 },
        data: { property: 'color', variable: '--no' },
        related: [],
      },
    ]);
  });

  it('that give a wrong value leave it unset too', () => {
    const { document, diagnostics } = styledWithDiagnostics(
      '<p id="x">t</p>',
      ':root { --a: 1pt } p { padding: 3pt; padding: var(--a) / }',
    );
    expect(findElement(document.root, '#x').style.padding.top.pt).toBe(0);
    expect(diagnostics.all.map(({ code, data }) => [code, data])).toEqual([
      ['document/invalid-variable', { property: 'padding', variable: undefined }],
    ]);
  });

  it('in a cycle have no value; those outside of it do', () => {
    const css =
      ':root { --a: var(--b); --b: var(--c, 1); --c: var(--a); --d: 5; --e: var(--a, var(--d)) } p { order: var(--e) }';
    const { document, diagnostics } = styledWithDiagnostics('<p id="x">t</p>', css);
    expect(findElement(document.root, '#x').style.order).toBe(5);
    expect(diagnostics.all.map(({ code, data }) => [code, data])).toEqual([
      ['document/variable-cycle', { variable: '--a' }],
      ['document/variable-cycle', { variable: '--b' }],
      ['document/variable-cycle', { variable: '--c' }],
    ]);
  });

  it('that double each other end', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `--v${n + 1}: var(--v${n}) var(--v${n});`).join(' ');
    const { diagnostics } = styledWithDiagnostics(
      '<p id="x">t</p>',
      `:root { --v0: a; ${lines} } p { font-family: var(--v40) }`,
    );
    expect(diagnostics.all.map(({ code }) => code)).toContain('document/invalid-variable');
  });
});

describe('a second document with the same stylesheets', () => {
  it('comes out the same and hears the same problems', () => {
    const css = 'p { color: var(--no); floot: left }';
    const first = styledWithDiagnostics('<p style="order: x">t</p>', css);
    const second = styledWithDiagnostics('<p style="order: x">t</p>', css);
    expect(first.diagnostics.all.length).toBe(3);
    expect(second.diagnostics.all).toEqual(first.diagnostics.all);
    expect(second.document).toEqual(first.document);
  });
});
