import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCounter } from '../../../src/document/style/counters.ts';
import type { StyledElement, StyledNode } from '../../../src/document/types.ts';
import { findElement, styledFromHtml, styledWithDiagnostics } from '../../support/styled.ts';

/** Text as it would print, page counters in braces. */
function textOf(node: StyledNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'element') return node.children.map(textOf).join('');
  return node.target === undefined ? `{${node.counter} ${node.style}}` : `{${node.counter} of ${node.target}}`;
}

function all(node: StyledNode, name: string): readonly StyledElement[] {
  if (node.kind !== 'element') return [];
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => all(child, name))];
}

const markers = (html: string, css = ''): readonly string[] =>
  all(styledFromHtml(html, css).root, '::marker').map(textOf);

describe('::before and ::after', () => {
  it('stand first and last, with their content in style and children', () => {
    const { root } = styledFromHtml(
      '<p title="J">x</p>',
      'p::before { content: attr(title) ": " attr(lang, "-") } p::after { content: "!"; color: red }',
    );
    const p = findElement(root, 'p');
    expect(p.children.map((child) => (child.kind === 'element' ? child.name : child.kind))).toEqual([
      '::before',
      'text',
      '::after',
    ]);
    expect(textOf(p)).toBe('J: -x!');
    expect(findElement(root, '::before').style.content).toEqual([{ kind: 'text', text: 'J: -' }]);
    expect(p.style.content).toEqual([]);
  });

  it.each(['none', 'normal'])('are not there with content: %s', (value) => {
    const { root } = styledFromHtml('<p>x</p>', `p::before { content: "a" } p::before { content: ${value} }`);
    expect(findElement(root, 'p').children.length).toBe(1);
  });

  it('keep page counters apart', () => {
    const { root } = styledFromHtml(
      '<p></p>',
      'p::after { content: "hal. " counter(page) "/" counter(pages, upper-roman) }',
    );
    expect(textOf(root)).toContain('hal. {page decimal}/{pages upper-roman}');
  });

  it('quote in pairs, deeper ones with single marks', () => {
    expect(textOf(findElement(styledFromHtml('<p><q>a <q>b</q></q> <q>c</q></p>').root, 'p'))).toBe('“a ‘b’” “c”');
  });

  it('take names that are no attributes for nothing', () => {
    const { root } = styledFromHtml('<p>x</p>', 'p::before { content: attr(constructor) "." }');
    expect(textOf(findElement(root, 'p'))).toBe('.x');
  });
});

describe('counters', () => {
  it('count in document order, and begin anew where they are reset', () => {
    const html = '<section><h2>a</h2><h2>b</h2></section><section><h2>c</h2></section>';
    const css =
      'body { counter-reset: s } section { counter-increment: s; counter-reset: h } h2 { counter-increment: h } h2::before { content: counter(s, upper-alpha) "." counter(h) " " }';
    expect(all(styledFromHtml(html, css).root, '::before').map(textOf)).toEqual(['A.1 ', 'A.2 ', 'B.1 ']);
  });

  it('nest, and counters() shows all of them', () => {
    const html = '<ol><li>a<ol><li>b<li>c</ol><li>d</ol>';
    const css = 'ol { counter-reset: i } li { counter-increment: i } li::before { content: counters(i, ".") }';
    expect(all(styledFromHtml(html, css).root, '::before').map(textOf)).toEqual(['1', '1.1', '1.2', '2']);
  });

  it('of the parent are there again after an element that made its own', () => {
    const html = '<div><p class="new">a</p><p>b</p></div>';
    const css = '.new { counter-reset: c 7 } p::before { content: counters(c, ".") }';
    const shown = (more: string): readonly string[] =>
      all(styledFromHtml(html, css + more).root, '::before').map(textOf);
    expect(shown('div { counter-reset: c 3 }')).toEqual(['3.7', '3']);
    expect(shown('')).toEqual(['7', '7']);
  });

  it('made by a pseudo-element do not reach the content where the element has that counter', () => {
    const css =
      'p { counter-reset: c 3 } p::before { counter-reset: c 7; content: counters(c, ".") } i::before { content: counters(c, ".") }';
    expect(all(styledFromHtml('<p><i>a</i></p>', css).root, '::before').map(textOf)).toEqual(['3.7', '3']);
  });

  it('do not count what is not shown', () => {
    const css = 'p { counter-increment: p } .no { display: none } p::before { content: counter(p) }';
    expect(all(styledFromHtml('<p>a</p><p class="no">b</p><p>c</p>', css).root, '::before').map(textOf)).toEqual([
      '1',
      '2',
    ]);
  });

  it.each([
    [0, 'lower-roman', '0'],
    [1994, 'upper-roman', 'MCMXCIV'],
    [4000, 'lower-roman', '4000'],
    [26, 'lower-alpha', 'z'],
    [27, 'upper-alpha', 'AA'],
    [703, 'lower-alpha', 'aaa'],
    [0, 'lower-alpha', '0'],
    [7, 'decimal-leading-zero', '07'],
    [-7, 'decimal-leading-zero', '-07'],
    [12, 'decimal', '12'],
  ] as const)('%i in %s is %s', (value, style, text) => {
    expect(formatCounter(value, style)).toBe(text);
  });

  it('in letters are all different', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (a, b) => {
        expect(formatCounter(a, 'lower-alpha') === formatCounter(b, 'lower-alpha')).toBe(a === b);
      }),
    );
  });
});

describe('target-counter()', () => {
  const css = 'h2 { counter-increment: bab } h2::before { content: counter(bab) ". " }';
  const shown = (html: string, content: string): readonly string[] =>
    all(styledFromHtml(html, `${css} a::after { content: ${content} }`).root, '::after').map(textOf);

  it('waits for the page of the element that the address names', () => {
    const html = '<a href="#x">t</a><h2 id="x">u</h2>';
    expect(shown(html, '"hal. " target-counter(attr(href), page)')).toEqual(['hal. {page of x}']);
    expect(shown(html, 'target-counter(attr(href url), pages, upper-roman)')).toEqual(['{pages of x}']);
    expect(shown(html, 'target-counter("#x", page)')).toEqual(['{page of x}']);
  });

  it('shows other counters as they are at that element, before or after', () => {
    const html = '<h2 id="a">t</h2><a href="#b">t</a><h2 id="b">t</h2><a href="#a">t</a>';
    expect(shown(html, 'target-counter(attr(href), bab)')).toEqual(['2', '1']);
    expect(shown(html, 'target-counter("#b", bab, upper-alpha) target-counter("#a", none-such)')).toEqual(['B0', 'B0']);
  });

  it('shows nothing for an address elsewhere', () => {
    expect(shown('<a href="https://x.id/#a">t</a><a>t</a>', 'target-counter(attr(href), page) "."')).toEqual([
      '.',
      '.',
    ]);
  });

  it('reports an element that is not there, once', () => {
    const { document, diagnostics } = styledWithDiagnostics(
      '<p title="#bab-2">t</p><p title="#bab-2">t</p><h2 id="bab2" style="colr: red">u</h2>',
      'p::after { content: target-counter(attr(title), bab) }',
    );
    expect(diagnostics.all.map(({ code, data }) => [code, data])).toEqual([
      ['document/unknown-property', { property: 'colr', nearest: 'color' }],
      ['layout/unknown-target', { id: 'bab-2', nearest: 'bab2' }],
    ]);
    expect(all(document.root, '::after').map(textOf)).toEqual(['', '']);
  });

  it('is the same in margin boxes', () => {
    const { pages } = styledFromHtml(
      '<h2 id="x">u</h2>',
      `${css} @page { @top-left { content: target-counter("#x", bab) } }`,
    );
    expect(pages[0]?.style.marginBoxes[0]?.element.style.content).toEqual([{ kind: 'text', text: '1' }]);
  });

  it.each([
    'target-counter(attr(href))',
    'target-counter(page, attr(href))',
    'target-counter(attr(href), page, decimal, 1)',
    'target-counter(attr(href string), page)',
    'target-counters("#x", bab, ".")',
  ])('%s is reported', (value) => {
    const { diagnostics } = styledWithDiagnostics('<p>t</p>', `p::after { content: ${value} }`);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['document/unsupported-value']);
  });
});

describe('markers', () => {
  it('follow the type of the list, its depth and its start', () => {
    expect(markers('<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>')).toEqual(['• ', '◦ ', '▪ ']);
    expect(markers('<ol><li>a<li>b</ol>')).toEqual(['1. ', '2. ']);
    expect(markers('<ol start="9" type="a"><li>a<li>b</ol>')).toEqual(['i. ', 'j. ']);
    expect(markers('<ol reversed><li>a<li>b</ol>')).toEqual(['2. ', '1. ']);
    expect(markers('<ol><li>a<li value="7">b<li>c</ol><ol><li>d</ol>')).toEqual(['1. ', '7. ', '8. ', '1. ']);
    expect(markers('<ol><li>a<ol><li>b</ol><li>c</ol>')).toEqual(['1. ', '1. ', '2. ']);
  });

  it('are what list-style-type or their content says', () => {
    expect(markers('<ul><li>a</ul>', 'ul { list-style: "– " }')).toEqual(['– ']);
    expect(markers('<ul><li>a</ul>', 'ul { list-style: none }')).toEqual([]);
    expect(markers('<ol><li>a</ol>', 'li::marker { content: counter(list-item) ") " }')).toEqual(['1) ']);
    expect(markers('<p>a</p>', 'p { display: list-item; list-style: square }')).toEqual(['▪ ']);
  });

  it('come before ::before and have their own style', () => {
    const { root } = styledFromHtml(
      '<ol><li>a</ol>',
      'li { color: red; text-align: center } li::before { content: "b" } li::marker { font-weight: 700 }',
    );
    const names = findElement(root, 'li').children.map((child) => (child.kind === 'element' ? child.name : child.kind));
    expect(names).toEqual(['::marker', '::before', 'text']);
    expect(findElement(root, '::marker').style).toMatchObject({
      fontWeight: 700,
      color: { r: 1, g: 0, b: 0, alpha: 1 },
      whiteSpace: 'pre',
      textAlign: 'right',
      fontFeatures: { tnum: 1 },
    });
  });
});

describe('the styled tree', () => {
  it('numbers all nodes in document order, without a gap', () => {
    const { root, pages } = styledFromHtml(
      '<ul><li>a <b>c</b></ul><p class="x">d</p>',
      '.x::after { content: "e" counter(page) } @page { @top-left { content: "f" } }',
    );
    const ids: number[] = [];
    const walk = (node: StyledNode): void => {
      ids.push(node.id);
      if (node.kind === 'element') node.children.forEach(walk);
    };
    walk(root);
    ids.push(...(pages[0]?.style.marginBoxes ?? []).map((box) => box.element.id));
    expect(ids).toEqual(ids.map((_, index) => index));
  });

  it('leaves out what is not displayed, and keeps the tree of SVG', () => {
    const { root } = styledFromHtml(
      '<title>t</title><p hidden>a</p><p>b<svg viewBox="0 0 1 1"><path d="M0 0"/></svg></p>',
    );
    expect(textOf(root).trim()).toBe('b');
    expect(findElement(root, 'svg').svg?.children[0]).toMatchObject({ name: 'path', attributes: { d: 'M0 0' } });
    expect(findElement(root, 'svg').children).toEqual([]);
    expect(findElement(root, 'p').svg).toBeUndefined();
  });
});
