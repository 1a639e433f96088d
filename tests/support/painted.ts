import type { Replaced } from '../../src/asset/types.ts';
import { createDiagnosticList, type DiagnosticList } from '../../src/base/diagnostics.ts';
import { paintDocument } from '../../src/paint/paint-document.ts';
import type { DisplayItem, DisplayList } from '../../src/paint/types.ts';
import { squareCatalogue } from './fonts.ts';
import { pagesOf } from './laid-out.ts';

export interface Painted {
  readonly list: DisplayList;
  readonly diagnostics: DiagnosticList;
}

/** A body laid out in square text of 10 pt and painted; `replaced` gives the content of elements by their `id`. */
export function painted(body: string, css = '', replaced: Readonly<Record<string, Replaced>> = {}): Painted {
  const diagnostics = createDiagnosticList();
  const assets = { fonts: squareCatalogue(), replaced: new Map(), backgrounds: new Map(), pictureBytes: new Map() };
  return { list: paintDocument(pagesOf(body, css, replaced), assets, diagnostics), diagnostics };
}

/** All items of a page, those of groups included. */
export function allItems(list: DisplayList, page = 0): readonly DisplayItem[] {
  const flatten = (items: readonly DisplayItem[]): readonly DisplayItem[] =>
    items.flatMap((item) => (item.kind === 'group' ? [item, ...flatten(item.items)] : [item]));
  return flatten(list.pages[page]?.items ?? []);
}

export const PICTURE_HEADER: Replaced = {
  kind: 'picture',
  header: { key: 'k', widthPx: 400, heightPx: 200, name: 'peta.jpg', place: undefined },
};
