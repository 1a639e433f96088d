import { loadAssets } from '../../src/asset/load-assets.ts';
import type { Assets, FontCatalogue } from '../../src/asset/types.ts';
import { createDiagnosticList, type Diagnostic } from '../../src/base/diagnostics.ts';
import { createSourceFile } from '../../src/base/source.ts';
import { buildDocument } from '../../src/document/build-document.ts';
import { computeStyles } from '../../src/document/compute-styles.ts';
import type { StyledElement } from '../../src/document/types.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import type { Fragment, PagedDocument } from '../../src/layout/types.ts';
import { createMemoryHost } from '../support/memory-host.ts';
import { type Box, boundingBox, type ElementBoxes, joinLines } from './boxes.ts';

export interface OurPage {
  readonly paged: PagedDocument | undefined;
  readonly assets: Assets;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PageInput {
  readonly html: string;
  /** A style sheet that comes before those of the page. */
  readonly css: string;
  /** Pictures beside the page, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly fonts: FontCatalogue;
}

export async function layoutPage({ html, css, files, fonts }: PageInput): Promise<OurPage> {
  const reporter = createDiagnosticList();
  const host = createMemoryHost(Object.fromEntries([...files].map(([name, bytes]) => [`/pages/${name}`, bytes])));
  const stylesheets = [createSourceFile('harness.css', css)];
  const tree = buildDocument({ html, marks: [], stylesheets, lang: 'id' }, reporter);
  const styled = computeStyles(tree, reporter);
  const roots = { workspace: '/', articleFolder: '', layoutFolder: '/pages' };
  const assets = await loadAssets(styled, { host, fonts, roots }, reporter);
  return { paged: layoutDocument(styled, assets, reporter), assets, diagnostics: reporter.all };
}

/** Border boxes and lines of the first page, from the corner of the page area. */
export function ourBoxes({ paged, assets }: OurPage): readonly ElementBoxes[] {
  const page = paged?.pages[0];
  if (paged === undefined || page?.flow === undefined) return [];
  const boxes = new Map<number, Box[]>();
  const texts = new Map<number, Box[]>();
  const letters = new Map<number, Letter>();
  findLetters(paged.root, letters);
  collect(page.flow, -page.area.x, -page.area.y, { boxes, texts, letters, assets });
  return elementsOf(paged.root).map((element) => ({
    name: element.name,
    label: element.name,
    box: boundingBox(boxes.get(element.id) ?? []),
    lines: joinLines(texts.get(element.id) ?? []),
  }));
}

function elementsOf(element: StyledElement): readonly StyledElement[] {
  if (element.name.startsWith('::')) return [];
  const inside = element.children.flatMap((child) => (child.kind === 'element' ? elementsOf(child) : []));
  return [element, ...inside];
}

/** In a browser the first letter is text of the element in which it stands. */
interface Letter {
  readonly owner: number;
  /** Before an initial letter is sized. */
  readonly fontSize: number;
}

function findLetters(element: StyledElement, letters: Map<number, Letter>): void {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (child.name === '::first-letter') letters.set(child.id, { owner: element.id, fontSize: child.style.fontSize });
    findLetters(child, letters);
  }
}

interface Collection {
  readonly boxes: Map<number, Box[]>;
  readonly texts: Map<number, Box[]>;
  /** `::first-letter` → the element around it. */
  readonly letters: ReadonlyMap<number, Letter>;
  readonly assets: Assets;
}

function add(store: Map<number, Box[]>, id: number, box: Box): void {
  const list = store.get(id);
  if (list === undefined) store.set(id, [box]);
  else list.push(box);
}

function collect(fragment: Fragment, left: number, top: number, into: Collection): void {
  const x = left + fragment.rect.x;
  const y = top + fragment.rect.y;
  // A browser counts the caption to the box of a table: here both stand in a nameless box around them.
  const isBox = !fragment.anonymous || /^(inline-)?table$/.test(fragment.element.style.display);
  if (isBox) add(into.boxes, fragment.element.id, [x, y, fragment.rect.width, fragment.rect.height]);
  for (const child of [...fragment.children, ...fragment.atoms, ...(fragment.positioned ?? [])]) {
    collect(child, x, y, into);
  }
  const contentX = x + fragment.border.left + fragment.padding.left;
  const contentY = y + fragment.border.top + fragment.padding.top;
  for (const line of fragment.lines) {
    for (const item of line.items) {
      if (item.kind === 'inline-box') {
        const box: Box = [contentX + item.x, contentY + line.top + item.y, item.width, item.height];
        add(into.boxes, item.element.id, box);
      } else if (item.kind === 'run') {
        const { run } = item;
        const letter = into.letters.get(item.owner.id);
        // A browser gives the rectangle of an initial letter the width of its ink and the height that it had before.
        const isInitial = letter !== undefined && fragment.element.id === item.owner.id;
        const face = into.assets.fonts.face(run.font);
        const advance = run.advances.reduce((sum, one) => sum + one, 0);
        const { border, padding, rect } = fragment;
        const inkWidth = rect.width - border.left - border.right - padding.left - padding.right;
        const width = isInitial ? inkWidth : advance;
        const baseline = contentY + line.top + line.baseline - run.rise;
        const height = (face.ascent + face.descent) * (isInitial ? letter.fontSize : run.sizePt);
        const box: Box = [contentX + item.x, baseline - face.ascent * run.sizePt, width, height];
        if (width > 0) add(into.texts, letter?.owner ?? item.owner.id, box);
      }
    }
  }
}
