import type { DisplayItem, DisplayList, TagId } from '../paint/types.ts';
import type { PdfFile, PdfRef } from './pdf-file.ts';
import { pdfDict, pdfNumber, pdfText } from './pdf-syntax.ts';

interface Heading {
  readonly level: 1 | 2;
  readonly title: string;
  readonly page: number;
  /** Page coordinates. */
  readonly top: number;
}

/** Bookmarks (12.3.3) of first and second headings, when there are several; `undefined` otherwise. */
export function writeOutline(file: PdfFile, list: DisplayList, pages: readonly PdfRef[]): PdfRef | undefined {
  const headings = headingsOf(list);
  if (headings.length < 2) return undefined;
  const root = file.reserve();
  const refs = headings.map(() => file.reserve());
  const parents = headings.map((heading, index) => parentOf(headings, heading, index));
  const siblings = (parent: number): number[] =>
    headings.flatMap((_, index) => (parents[index] === parent ? index : []));
  for (const [index, heading] of headings.entries()) {
    const row = siblings(parents[index] ?? -1);
    const at = row.indexOf(index);
    const children = siblings(index);
    const height = list.pages[heading.page]?.size.height ?? 0;
    const ref = refs[index];
    if (ref === undefined) continue;
    file.write(
      ref,
      pdfDict({
        Title: pdfText(heading.title),
        Parent: (refs[parents[index] ?? -1] ?? root).toString(),
        Prev: refs[row[at - 1] ?? -1]?.toString(),
        Next: refs[row[at + 1] ?? -1]?.toString(),
        First: refs[children[0] ?? -1]?.toString(),
        Last: refs[children.at(-1) ?? -1]?.toString(),
        Count: children.length === 0 ? undefined : `${children.length}`,
        Dest: `[${pages[heading.page]}/XYZ null ${pdfNumber(height - heading.top)} null]`,
      }),
    );
  }
  const top = siblings(-1);
  file.write(
    root,
    pdfDict({
      Type: '/Outlines',
      First: refs[top[0] ?? -1]?.toString(),
      Last: refs[top.at(-1) ?? -1]?.toString(),
      Count: `${headings.length}`,
    }),
  );
  return root;
}

/** The first heading before it that stands above it, or -1. */
function parentOf(headings: readonly Heading[], heading: Heading, index: number): number {
  if (heading.level === 1) return -1;
  for (let at = index - 1; at >= 0; at -= 1) if (headings[at]?.level === 1) return at;
  return -1;
}

function headingsOf(list: DisplayList): readonly Heading[] {
  const headings = new Map<TagId, { level: 1 | 2; title: string; page: number; top: number; baseline: number }>();
  const owners = new Map<TagId, TagId>();
  for (const tag of list.tags) {
    if (tag.role === 'H1' || tag.role === 'H2') {
      headings.set(tag.id, { level: tag.role === 'H1' ? 1 : 2, title: '', page: -1, top: 0, baseline: 0 });
      owners.set(tag.id, tag.id);
    } else {
      const above = tag.parent === undefined ? undefined : owners.get(tag.parent);
      if (above !== undefined) owners.set(tag.id, above);
    }
  }
  if (headings.size < 2) return [];
  const visit = (items: readonly DisplayItem[], page: number): void => {
    for (const item of items) {
      if (item.kind === 'group') visit(item.items, page);
      if (item.kind !== 'glyphs' || item.owner.kind !== 'tag') continue;
      const heading = headings.get(owners.get(item.owner.id) ?? -1);
      if (heading === undefined) continue;
      if (heading.page === -1) {
        heading.page = page;
        heading.top = item.at.y - item.run.sizePt;
      }
      // Runs of one line are one text; a new line is a space.
      heading.title += `${item.at.y === heading.baseline ? '' : ' '}${item.run.text}`;
      heading.baseline = item.at.y;
    }
  };
  for (const [index, page] of list.pages.entries()) visit(page.items, index);
  return [...headings.values()]
    .filter((heading) => heading.page !== -1)
    .map((heading) => ({ ...heading, title: heading.title.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim() }));
}
