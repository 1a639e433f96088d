import type { Assets, Replaced } from '../../src/asset/types.ts';
import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import type { StyledDocument, StyledNode } from '../../src/document/types.ts';
import { generateBox } from '../../src/layout/boxes/generate-boxes.ts';
import type { Generation } from '../../src/layout/boxes/generation.ts';
import { createLayoutContext } from '../../src/layout/create-context.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import { settlePages } from '../../src/layout/pages/settle-pages.ts';
import { ancestorsOf } from '../../src/layout/position/ancestors.ts';
import { createPositioning } from '../../src/layout/position/position-pages.ts';
import type { Fragment } from '../../src/layout/types.ts';
import { squareCatalogue } from './fonts.ts';
import { styledWithDiagnostics } from './styled.ts';

/** Square text of 10 pt in lines of 10 pt; lists, tables and notes have no edges of their own. */
const CSS = `
html { font: 10pt/10pt Square; }
* { margin: 0; padding: 0; }
ol { padding-left: 30pt; }
table { border-spacing: 0; }
td { text-align: left; vertical-align: top; }
::footnote-call { font: inherit; content: " *"; }
::footnote-marker { font: inherit; content: "* "; }
`;

const fonts = squareCatalogue();

/** A document whose pictures (`<img id>`) have no pixels. */
export interface TreeDocument {
  readonly styled: StyledDocument;
  readonly assets: Assets;
}

export function treeDocument(html: string, css: string, catalogue = fonts): TreeDocument {
  const { document: styled, diagnostics } = styledWithDiagnostics(`<body>${html}</body>`, CSS + css);
  // A float in a flex container, a page name in a cell: that they have no effect is said.
  const problems = diagnostics.all.filter(({ code }) => code !== 'document/no-effect');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const replaced = new Map<number, Replaced>();
  const visit = (node: StyledNode): void => {
    if (node.kind !== 'element') return;
    if (node.name === 'img') {
      const name = node.attributes.id ?? '';
      const header = { key: name, widthPx: 40, heightPx: 24, name, place: undefined };
      replaced.set(node.id, { kind: 'picture', header });
    }
    for (const child of node.children) visit(child);
  };
  visit(styled.root);
  return { styled, assets: { fonts: catalogue, replaced, backgrounds: new Map(), pictureBytes: new Map() } };
}

/** Codes of what is said of a document. */
export function codesOf({ styled, assets }: TreeDocument): readonly string[] {
  const reporter = createDiagnosticList();
  layoutDocument(styled, assets, reporter);
  return reporter.all.map(({ code }) => code);
}

/** A fragment of a finished page; the box is its border box on the page. */
interface OnPage {
  readonly page: number;
  readonly fragment: Fragment;
  readonly x: number;
  readonly y: number;
}

/** Page areas from top to bottom; they are all as high as the first. */
export interface TreePages {
  readonly count: number;
  /** Parents first; without what is repeated. */
  readonly fragments: readonly OnPage[];
}

/** Lays out one tree into pages of several documents that differ only in them, one after the other. */
export interface TreePress {
  /** `undefined` when there is no end. */
  pages(document: TreeDocument): TreePages | undefined;
}

/**
 * Pages before they are checked for content that cannot be seen: such content is in them too. Boxes and memories are
 * those of `first`.
 */
export function openTreePress(first: TreeDocument): TreePress {
  const reporter = createDiagnosticList();
  const context = createLayoutContext(first.assets, first.styled.lang, reporter, ancestorsOf(first.styled.root));
  const generation: Generation = { replaced: first.assets.replaced, running: [], notes: new Map(), counters: [] };
  const root = generateBox(first.styled.root, { lang: first.styled.lang }, generation);
  return {
    pages({ styled }) {
      const document = { ...first.styled, pages: styled.pages };
      const settled = settlePages(root, document, generation, context);
      if (settled === undefined) return undefined;
      const pages = createPositioning(context).flow(settled.pages, settled.numbers);
      const fragments: OnPage[] = [];
      for (const { number, flow, footnotes } of pages) {
        for (const part of [flow, footnotes]) if (part !== undefined) collect(part, number, 0, 0, fragments);
      }
      return { count: pages.length, fragments };
    },
  };
}

function collect(fragment: Fragment, page: number, left: number, top: number, into: OnPage[]): void {
  if (fragment.repeated) return;
  const x = left + fragment.rect.x;
  const y = top + fragment.rect.y;
  into.push({ page, fragment, x, y });
  for (const child of [...fragment.children, ...fragment.atoms, ...(fragment.positioned ?? [])]) {
    collect(child, page, x, y, into);
  }
}

/** A line of text with its place on the page. */
export interface LineOnPage {
  readonly page: number;
  readonly owner: number;
  readonly text: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines of paragraphs, markers of lists apart. */
export function linesOnPages({ fragments }: TreePages): readonly LineOnPage[] {
  return fragments.flatMap(({ page, fragment, x, y }) => {
    if (fragment.element.name === '::marker') return [];
    const top = y + fragment.border.top + fragment.padding.top;
    return fragment.lines.map((line) => ({
      page,
      owner: fragment.element.id,
      text: line.items.map((item) => (item.kind === 'run' ? item.run.text : ' ')).join(''),
      x,
      top: top + line.top,
      bottom: top + line.top + line.height,
    }));
  });
}

/** Without the signs of notes. */
export const wordsIn = (text: string): readonly string[] => text.split(/\s+/).filter((word) => /^w/.test(word));

/** All that a page shows of its flow, as text: the same for the same layout. */
export function describePages(pages: TreePages): readonly string[] {
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return pages.fragments.map(({ page, fragment, x, y }) => {
    const { element, rect, isFirst, isLast, lines } = fragment;
    const box = [x, y, rect.width, rect.height].map(round).join(' ');
    const text = lines.map((line) => {
      const items = line.items.map((item) => (item.kind === 'run' ? item.run.text : item.kind)).join('');
      return `${round(line.top)} ${items}`;
    });
    return `${page} ${element.id} ${box} ${isFirst ? 'first' : ''} ${isLast ? 'last' : ''} ${text.join(' / ')}`;
  });
}
