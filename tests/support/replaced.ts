import { type AssetContext, loadAssets } from '../../src/asset/load-assets.ts';
import { readXml } from '../../src/asset/svg/read-xml.ts';
import type { Assets, FontCatalogue, Replaced } from '../../src/asset/types.ts';
import type { Color } from '../../src/base/color.ts';
import { createDiagnosticList, type DiagnosticList } from '../../src/base/diagnostics.ts';
import type { Host } from '../../src/base/host.ts';
import type { Place } from '../../src/base/source.ts';
import type { ComputedStyle, ElementNode, StyledDocument, StyledElement } from '../../src/document/types.ts';
import { INITIAL_STYLE } from './initial-style.ts';

export const SOME_PLACE: Place = { path: 'articles/a.md', line: 4, column: 8 };

export const NO_FONTS: FontCatalogue = {
  chain: () => [],
  face: () => {
    throw new Error('No fonts in this test');
  },
  hasFamily: () => false,
};

/** A document whose only content is one element. */
export function documentOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  options: { readonly color?: Color; readonly svg?: ElementNode } = {},
): StyledDocument {
  const { color = { r: 0, g: 0, b: 0, alpha: 1 }, svg } = options;
  const style: ComputedStyle = { ...INITIAL_STYLE, color };
  const element: StyledElement = {
    kind: 'element',
    id: 1,
    name,
    attributes,
    style,
    children: [],
    svg,
    place: SOME_PLACE,
  };
  const root: StyledElement = { ...element, id: 0, name: 'body', attributes: {}, children: [element], svg: undefined };
  const sides = { top: 0, right: 0, bottom: 0, left: 0 };
  const page = { size: { width: 100, height: 100 }, margin: sides, marginBoxes: [], footnoteArea: undefined };
  const kind = { name: undefined, first: undefined, side: undefined, blank: undefined, nths: [] };
  return { title: '', lang: 'id', root, pages: [{ kind, style: page }], strings: [] };
}

export interface Loaded {
  readonly assets: Assets;
  readonly content: Replaced | undefined;
  readonly diagnostics: DiagnosticList;
  readonly codes: readonly string[];
}

/** Loads the one element of a document; the workspace is `/ruang`, the article `/ruang/articles/a.md`. */
export async function load(document: StyledDocument, host: Host): Promise<Loaded> {
  const diagnostics = createDiagnosticList();
  const context: AssetContext = {
    host,
    fonts: NO_FONTS,
    roots: { workspace: '/ruang', articleFolder: 'articles', layoutFolder: '/program/templates/bulletin' },
  };
  const assets = await loadAssets(document, context, diagnostics);
  const codes = diagnostics.all.map(({ code }) => code);
  return { assets, content: assets.replaced.get(1), diagnostics, codes };
}

export const loadImage = (src: string, host: Host, color?: Color): Promise<Loaded> =>
  load(documentOf('img', { src }, color === undefined ? {} : { color }), host);

/** The tree of an SVG text. */
export function svgTree(text: string): ElementNode {
  const xml = readXml(new TextEncoder().encode(text));
  if (xml.kind !== 'tree') throw new Error(`Not readable: ${JSON.stringify(xml)}`);
  return xml.root;
}
