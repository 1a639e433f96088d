import type { DiagnosticList } from '../../src/base/diagnostics.ts';
import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import { createSourceFile } from '../../src/base/source.ts';
import type { Pt } from '../../src/base/units.ts';
import { buildDocument } from '../../src/document/build-document.ts';
import { computeStyles } from '../../src/document/compute-styles.ts';
import type { StyledDocument, StyledElement, StyledNode } from '../../src/document/types.ts';
import type { MergedHtml } from '../../src/template/types.ts';

/** HTML as a merge would give it, without marks. `css` stands in a file `style.css`. */
export function mergedFrom(html: string, css = '', marks: MergedHtml['marks'] = []): MergedHtml {
  return { html, marks, stylesheets: [createSourceFile('style.css', css)], lang: 'id' };
}

/** A styled document of HTML and CSS. A problem in either is an error of the test. */
export function styledFromHtml(html: string, css = '', rootSize?: Pt): StyledDocument {
  const { document, diagnostics } = styledWithDiagnostics(html, css, rootSize);
  if (diagnostics.all.length > 0) throw new Error(`Unexpected: ${JSON.stringify(diagnostics.all)}`);
  return document;
}

/** The same for HTML and CSS in which problems are expected. */
export function styledWithDiagnostics(
  html: string,
  css = '',
  rootSize?: Pt,
): { readonly document: StyledDocument; readonly diagnostics: DiagnosticList } {
  const diagnostics = createDiagnosticList();
  const tree = buildDocument(mergedFrom(html, css), diagnostics);
  return { document: computeStyles(tree, diagnostics, rootSize), diagnostics };
}

/** The first element, in document order, whose name or id (`#id`) or class (`.class`) this is. */
export function findElement(node: StyledElement, wanted: string): StyledElement {
  const found = search(node, wanted);
  if (found === undefined) throw new Error(`No element ${wanted}`);
  return found;
}

function search(node: StyledNode, wanted: string): StyledElement | undefined {
  if (node.kind !== 'element') return undefined;
  if (isWanted(node, wanted)) return node;
  for (const child of node.children) {
    const found = search(child, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWanted(element: StyledElement, wanted: string): boolean {
  if (wanted.startsWith('#')) return element.attributes.id === wanted.slice(1);
  if (wanted.startsWith('.')) return (element.attributes.class ?? '').split(' ').includes(wanted.slice(1));
  return element.name === wanted;
}
