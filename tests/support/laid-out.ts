import type { Assets, Replaced } from '../../src/asset/types.ts';
import { createDiagnosticList, type DiagnosticList } from '../../src/base/diagnostics.ts';
import type { StyledNode } from '../../src/document/types.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import type { Fragment, PagedDocument } from '../../src/layout/types.ts';
import { squareCatalogue } from './fonts.ts';
import { styledFromHtml } from './styled.ts';

/** Square text of 10 pt in lines of 10 pt, no margins but those a test gives. */
const PLAIN_CSS = `
html { font: 10pt/1 Square; }
* { margin: 0; padding: 0; break-after: auto; }
p { orphans: 1; widows: 1; }
@page { margin: 0; }
`;

const fonts = squareCatalogue();

export interface LaidOut {
  readonly paged: PagedDocument | undefined;
  readonly diagnostics: DiagnosticList;
  readonly codes: readonly string[];
}

/** Lays out a body; `replaced` gives the content of elements by their `id` attribute. */
export function layOut(body: string, css: string, replaced: Readonly<Record<string, Replaced>> = {}): LaidOut {
  const document = styledFromHtml(`<body>${body}</body>`, PLAIN_CSS + css);
  const diagnostics = createDiagnosticList();
  const byId = new Map<number, Replaced>();
  const visit = (node: StyledNode): void => {
    if (node.kind !== 'element') return;
    const content = replaced[node.attributes.id ?? ''];
    if (content !== undefined) byId.set(node.id, content);
    for (const child of node.children) visit(child);
  };
  visit(document.root);
  const assets: Assets = { fonts, replaced: byId, backgrounds: new Map(), pictureBytes: new Map() };
  const paged = layoutDocument(document, assets, diagnostics);
  return { paged, diagnostics, codes: diagnostics.all.map(({ code }) => code) };
}

/** The pages, of a document that must be without problems. */
export function pagesOf(body: string, css: string, replaced: Readonly<Record<string, Replaced>> = {}): PagedDocument {
  const { paged, diagnostics } = layOut(body, css, replaced);
  if (paged === undefined || diagnostics.all.length > 0) throw new Error(JSON.stringify(diagnostics.all));
  return paged;
}

export interface PlacedFragment {
  readonly fragment: Fragment;
  readonly page: number;
  /** Border box in page coordinates: x, y, width, height. */
  readonly box: readonly [number, number, number, number];
}

/** All fragments of all pages with their border boxes on the page, parents first; margin boxes after the flow. */
export function placedFragments(paged: PagedDocument): readonly PlacedFragment[] {
  const found: PlacedFragment[] = [];
  const visit = (fragment: Fragment, page: number, left: number, top: number): void => {
    const x = left + fragment.rect.x;
    const y = top + fragment.rect.y;
    const round = (value: number): number => Math.round(value * 1000) / 1000;
    const box = [round(x), round(y), round(fragment.rect.width), round(fragment.rect.height)] as const;
    found.push({ fragment, page, box });
    for (const child of [...fragment.children, ...fragment.atoms, ...(fragment.positioned ?? [])]) {
      visit(child, page, x, y);
    }
  };
  for (const page of paged.pages) {
    if (page.flow !== undefined) visit(page.flow, page.number, 0, 0);
    if (page.footnotes !== undefined) visit(page.footnotes, page.number, 0, 0);
    for (const box of page.marginBoxes) visit(box, page.number, 0, 0);
  }
  return found;
}

/** Border boxes of the element with this `id` attribute, one for each fragment, as `page: x y width height`. */
export function boxesOf(paged: PagedDocument, id: string): readonly string[] {
  return placedFragments(paged)
    .filter(({ fragment }) => fragment.element.attributes.id === id && !fragment.anonymous)
    .map(({ page, box }) => `${page}: ${box.join(' ')}`);
}

/** The text of the lines of each page, in the order in which they are drawn, margin boxes included. */
export function linesOf(paged: PagedDocument): readonly (readonly string[])[] {
  return paged.pages.map(({ number }) =>
    placedFragments(paged)
      .filter(({ page }) => page === number)
      .flatMap(({ fragment }) =>
        fragment.lines.map((line) =>
          line.items.map((item) => (item.kind === 'run' ? item.run.text : item.kind === 'atom' ? '▣' : '')).join(''),
        ),
      ),
  );
}
