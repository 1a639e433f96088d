import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDiagnosticList } from '../../../src/base/diagnostics.ts';
import { buildDocument } from '../../../src/document/build-document.ts';
import { computeStyles } from '../../../src/document/compute-styles.ts';
import { findFirstLetter } from '../../../src/document/style/first-letter.ts';
import type { StyledElement, StyledNode } from '../../../src/document/types.ts';
import { findElement, mergedFrom, styledFromHtml } from '../../support/styled.ts';

function textOf(node: StyledNode): string {
  if (node.kind === 'text') return node.text;
  return node.kind === 'element' ? node.children.map(textOf).join('') : '';
}

/** The tree with its first letters in brackets. */
function bracketed(node: StyledNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'page-counter') return '#';
  const inner = node.children.map(bracketed).join('');
  return node.name === '::first-letter' ? `[${inner}]` : inner;
}

const letters = (html: string, css = 'p::first-letter { font-weight: 700 }'): string =>
  bracketed(findElement(styledFromHtml(html, css).root, 'body'));

describe('the first letter of a text', () => {
  it.each([
    ['Pasuruan', 'P'],
    ['  \n Pasuruan', 'P'],
    ['“Selamat', '“S'],
    ['«\u2009Selamat', '«\u2009S'],
    ['(“Ya”) kata', '(“Y'],
    ['- Ya', '- Y'],
    [' « Ya', '« Y'],
    ['\u00a0Ya', '\u00a0Y'],
    ['A” kata', 'A”'],
    ['A » kata', 'A'],
    ['A!” kata', 'A!”'],
    ['A (kata', 'A'],
    ['A—kata', 'A'],
    ['A kata', 'A'],
    ['67 juta', '6'],
    ['$5', '$'],
    ['e\u0301tude', 'e\u0301'],
    ['👩‍🌾 tani', '👩‍🌾'],
    ['ꦏꦸ', 'ꦏꦸ'],
    ['𝐀b', '𝐀'],
    ['\u00adPas', 'P'],
  ])('%j is %j', (text, letter) => {
    const range = findFirstLetter(text, 'normal');
    expect(typeof range === 'object' ? text.slice(range.start, range.end) : range).toBe(letter);
  });

  it.each([
    ['', 'none'],
    ['  \n', 'none'],
    ['“', 'none'],
    ['\u0301a', undefined],
  ])('%j has none', (text, result) => {
    expect(findFirstLetter(text, 'normal')).toBe(result);
  });

  it('does not stand below a line that is kept', () => {
    expect(findFirstLetter('\nA', 'pre')).toBeUndefined();
    expect(findFirstLetter('\nA', 'pre-line')).toBeUndefined();
    expect(findFirstLetter('\nA', 'nowrap')).toEqual({ start: 1, end: 2 });
  });

  it('takes in the spaces that are kept', () => {
    expect(findFirstLetter('  A', 'pre-wrap')).toEqual({ start: 0, end: 3 });
    expect(findFirstLetter('  A', 'pre-line')).toEqual({ start: 2, end: 3 });
  });

  it('is whole clusters, with nothing but white space before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const range = findFirstLetter(text, 'normal');
        if (typeof range !== 'object') return;
        expect(range.start).toBeLessThan(range.end);
        expect(text.slice(0, range.start)).toMatch(/^[ \t\n\f\r\p{Cf}]*$/u);
        // No surrogate pair is cut.
        expect(text.slice(range.start, range.end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
      }),
    );
  });
});

describe('::first-letter', () => {
  it.each([
    ['<p>Satu</p><p>dua</p>', '[S]atu[d]ua'],
    ['<p> <b><i>Satu</i> dua</b></p>', ' [S]atu dua'],
    ['<p><img src="a.jpg" alt=""> Satu</p>', ' Satu'],
    ['<p><br>Satu</p>', 'Satu'],
    ['<p>“<em>Satu</em></p>', '“[S]atu'],
    ['<p><b style="float: left">Satu</b>dua</p>', 'Satu[d]ua'],
    ['<p><b style="position: absolute">Satu</b>dua</p>', 'Satu[d]ua'],
    ['<p><b style="display: inline-block">Satu</b>dua</p>', 'Satudua'],
    ['<p hidden>Satu</p><p></p>', ''],
    ['<span>Satu</span>', 'Satu'],
  ])('%s', (html, text) => {
    expect(letters(html)).toBe(text);
  });

  it.each([
    ['<div><p>Satu</p><p>dua</p></div>', '[S]atudua'],
    ['<div>\n<h2>Satu</h2></div>', '\n[S]atu'],
    ['<div><p></p><h2>Satu</h2></div>', 'Satu'],
    ['<div><div style="display: flow-root">Satu</div></div>', '[S]atu'],
    ['<div><table><tr><td>Satu</td></tr></table>dua</div>', 'Satudua'],
    ['<div style="display: flex">Satu</div>', 'Satu'],
    ['<div style="display: inline-block">Satu</div>', '[S]atu'],
    ['<div><div>Satu</div>dua</div>', '[S]atudua'],
    ['<div><div></div>dua</div>', 'dua'],
    ['<div><div style="float: left">Satu</div>dua</div>', '[S]atu[d]ua'],
  ])('of an element around: %s', (html, text) => {
    expect(letters(html, 'div::first-letter { font-weight: 700 }')).toBe(text);
  });

  it('takes generated content, but no marker', () => {
    expect(letters('<p>x</p>', 'p:first-letter { order: 0 } p::before { content: "Ca" }')).toBe('[C]ax');
    expect(letters('<p>x</p>', 'p::first-letter { order: 0 } p::before { content: counter(page) }')).toBe('#x');
    expect(letters('<ol><li>satu</ol>', 'li::first-letter { order: 0 }')).toBe('1. [s]atu');
  });

  it('inherits from the innermost element, and is inline unless it floats', () => {
    const css =
      'p { color: blue } b { color: red; text-decoration: underline } p::first-letter { font-size: 2em; display: block; position: absolute; initial-letter: 3 }';
    const letter = findElement(styledFromHtml('<p><b>Satu</b></p>', css).root, '::first-letter');
    expect(letter.style).toMatchObject({
      color: { r: 1, g: 0, b: 0 },
      fontSize: 24,
      display: 'inline',
      position: { kind: 'static' },
      initialLetter: { size: 3, sink: 3 },
      decorations: [{ underline: true }],
    });
    const floating = styledFromHtml('<p>Satu</p>', 'p::first-letter { float: left }').root;
    expect(findElement(floating, '::first-letter').style).toMatchObject({ float: 'left', display: 'block' });
  });

  it('leaves each character at its place', () => {
    const marks = [
      { path: 'a.md', line: 1, column: 1 },
      { path: 'a.md', line: 9, column: 1 },
    ];
    const merged = mergedFrom('<p data-buletin-place="0">x</p>', 'p::first-letter { order: 0 }', marks);
    const tree = buildDocument(merged, createDiagnosticList());
    const replaceText = (node: StyledElement): readonly StyledNode[] => findElement(node, 'p').children;
    const text = {
      kind: 'text' as const,
      text: ' “Satu',
      places: [
        { start: 0, place: marks[0] },
        { start: 2, place: marks[1] },
        { start: 4, place: marks[0] },
      ],
    };
    const withText = (node: typeof tree.root): typeof tree.root => ({
      ...node,
      children: node.children.map((child) => (child.kind === 'text' ? text : withText(child))),
    });
    const { root } = computeStyles({ ...tree, root: withText(tree.root) }, createDiagnosticList());
    expect(replaceText(root)).toMatchObject([
      { text: ' ', places: [{ start: 0, place: marks[0] }] },
      {
        name: '::first-letter',
        place: marks[0],
        children: [
          {
            text: '“S',
            places: [
              { start: 0, place: marks[0] },
              { start: 1, place: marks[1] },
            ],
          },
        ],
      },
      {
        text: 'atu',
        places: [
          { start: 0, place: marks[1] },
          { start: 1, place: marks[0] },
        ],
      },
    ]);
  });

  it('loses no text and numbers all nodes in order', () => {
    const html = fc.array(
      fc.constantFrom('<p>', '</p>', '<b>', '</b>', '<br>', 'Satu', ' “', '<div style="float:left">', '</div>', ' '),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(html, (pieces) => {
        const plain = styledFrom(pieces.join(''), '');
        const styled = styledFrom(pieces.join(''), 'p::first-letter, div::first-letter { order: 0 }');
        expect(textOf(styled)).toBe(textOf(plain));
        const ids: number[] = [];
        const walk = (node: StyledNode): void => {
          ids.push(node.id);
          if (node.kind === 'element') node.children.forEach(walk);
        };
        walk(styled);
        expect(ids).toEqual(ids.map((_, index) => index));
      }),
    );
  });
});

function styledFrom(html: string, css: string): StyledElement {
  const diagnostics = createDiagnosticList();
  return computeStyles(buildDocument(mergedFrom(html, css), diagnostics), diagnostics).root;
}
