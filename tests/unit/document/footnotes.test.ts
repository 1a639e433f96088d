import { describe, expect, it } from 'vitest';
import type { StyledElement, StyledNode } from '../../../src/document/types.ts';
import { findElement, styledFromHtml } from '../../support/styled.ts';

const NOTE = 'span { float: footnote }';

function outline(node: StyledNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'page-counter') return '#';
  const inner = node.children.map(outline).join('');
  return node.name === 'body' || node.name === 'p' ? inner : `<${node.name} ${inner}>`;
}

const body = (html: string, css = NOTE): string => outline(findElement(styledFromHtml(html, css).root, 'body'));

describe('float: footnote', () => {
  it('has a call at its place and a marker inside, both with its number', () => {
    expect(body('<p>Satu<span>dua</span> tiga<span>empat</span></p><p>x<span>y</span></p>')).toBe(
      'Satu<::footnote-call 1><span <::footnote-marker 1. >dua> tiga<::footnote-call 2><span <::footnote-marker 2. >empat>' +
        'x<::footnote-call 3><span <::footnote-marker 3. >y>',
    );
  });

  it('is numbered anew where the counter is reset, and otherwise as the author says', () => {
    const html = '<p>a<span>b</span></p><p>c<span>d</span></p>';
    expect(body(html, `${NOTE} p { counter-reset: footnote }`)).toBe(
      'a<::footnote-call 1><span <::footnote-marker 1. >b>c<::footnote-call 1><span <::footnote-marker 1. >d>',
    );
    expect(body(html, `${NOTE} span { counter-increment: footnote 2 }`)).toContain('<::footnote-call 4>');
  });

  it('shows what content says, or nothing', () => {
    const html = '<p>a<span title="*">b</span></p>';
    const css = `${NOTE} span::footnote-call { content: attr(title) } span::footnote-marker { content: attr(title) " " }`;
    expect(body(html, css)).toBe('a<::footnote-call *><span <::footnote-marker * >b>');
    const none = `${NOTE} span::footnote-call { content: none } span::footnote-marker { display: none }`;
    expect(body(html, none)).toBe('a<span b>');
  });

  it('has the marker before ::before, and the style of the note', () => {
    const css = `span { float: footnote; font-size: 10pt; color: red } span::before { content: "B" }`;
    const { root } = styledFromHtml('<p style="font-size: 20pt; text-decoration: underline">a<span>b</span></p>', css);
    const note: StyledElement = findElement(root, 'span');
    expect(note.children.map((child) => (child.kind === 'element' ? child.name : child.kind))).toEqual([
      '::footnote-marker',
      '::before',
      'text',
    ]);
    const call = findElement(root, '::footnote-call');
    expect(call.style).toMatchObject({
      color: { r: 1, g: 0, b: 0 },
      verticalAlign: 'super',
      display: 'inline',
      decorations: [],
    });
    expect(call.style.fontSize).toBeCloseTo(10 / 1.2);
    expect(findElement(root, '::footnote-marker').style.fontSize).toBe(10);
  });

  it('is nothing where the note is not displayed', () => {
    expect(body('<p>a<span hidden>b</span></p>')).toBe('a');
  });
});

describe('@footnote', () => {
  const area = (css: string, html = '<p>a<span>b</span></p>'): StyledElement | undefined =>
    styledFromHtml(html, `${NOTE} ${css}`).pages.at(-1)?.style.footnoteArea;

  it('has a margin of 1em above, and inherits from @page', () => {
    const made = area('html { font-size: 10pt } @page { color: red }');
    expect(made).toMatchObject({ name: '@footnote', children: [] });
    expect(made?.style).toMatchObject({
      display: 'block',
      margin: { top: { pt: 10, percent: 0 }, bottom: { pt: 0, percent: 0 } },
      color: { r: 1, g: 0, b: 0 },
    });
  });

  it('is a box like others, of each kind of page', () => {
    const css = `@page { @footnote { border-top: 1pt solid; padding: 4pt 0 0; max-height: 50% } }
      @page :first { @footnote { padding-top: 8pt } }`;
    const { pages } = styledFromHtml('<p>a<span>b</span></p>', `${NOTE} ${css}`);
    expect(pages.map(({ kind, style }) => [kind.first, style.footnoteArea?.style.padding.top.pt])).toEqual([
      [true, 8],
      [false, 4],
    ]);
    expect(area(css)?.style).toMatchObject({ border: { top: { width: 1 } }, maxHeight: { pt: 0, percent: 50 } });
  });

  it('is not there without footnotes', () => {
    expect(area('@page { @footnote { padding: 1pt } }', '<p>a</p>')).toBeUndefined();
  });
});
