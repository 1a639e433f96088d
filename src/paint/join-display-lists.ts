import type { DisplayItem, DisplayList, DisplayPage, Owner, TagNode } from './types.ts';

/**
 * Several documents as one, in order: pages follow each other, pictures are counted on, and each document's tags stand
 * in an article of their own below one Document.
 */
export function joinDisplayLists(
  lists: readonly DisplayList[],
  { title, lang }: { readonly title: string; readonly lang: string },
): DisplayList {
  const tags: TagNode[] = [{ id: 0, role: 'Document', parent: undefined, order: 0, attributes: {} }];
  const pages: DisplayPage[] = [];
  const pictures = lists.flatMap((list) => list.pictures);
  let tagOffset = 1;
  let pictureOffset = 0;
  for (const [order, list] of lists.entries()) {
    const shift: Shift = { tag: tagOffset, picture: pictureOffset, page: pages.length };
    for (const node of list.tags) tags.push(shiftTag(node, { shift, order, lang: list.lang }));
    pages.push(...list.pages.map((page) => shiftPage(page, shift)));
    tagOffset += list.tags.reduce((highest, node) => Math.max(highest, node.id + 1), 0);
    pictureOffset += list.pictures.length;
  }
  return { title, lang, pages, tags, pictures };
}

interface Shift {
  readonly tag: number;
  readonly picture: number;
  readonly page: number;
}

function shiftTag(
  node: TagNode,
  at: { readonly shift: Shift; readonly order: number; readonly lang: string },
): TagNode {
  const id = node.id + at.shift.tag;
  if (node.parent === undefined) return { ...node, id, role: 'Art', parent: 0, order: at.order, lang: at.lang };
  const { page } = node.attributes;
  const attributes = page === undefined ? node.attributes : { ...node.attributes, page: page + at.shift.page };
  return { ...node, id, parent: node.parent + at.shift.tag, attributes };
}

function shiftPage(page: DisplayPage, shift: Shift): DisplayPage {
  return {
    size: page.size,
    items: page.items.map((item) => shiftItem(item, shift)),
    links: page.links.map((link) => ({
      ...link,
      tag: link.tag + shift.tag,
      target: link.target.kind === 'place' ? { ...link.target, page: link.target.page + shift.page } : link.target,
    })),
  };
}

function shiftItem(item: DisplayItem, shift: Shift): DisplayItem {
  if (item.kind === 'group') return { ...item, items: item.items.map((inner) => shiftItem(inner, shift)) };
  const owner: Owner = item.owner.kind === 'tag' ? { kind: 'tag', id: item.owner.id + shift.tag } : item.owner;
  if (item.kind === 'tiles') return { ...item, owner, items: item.items.map((inner) => shiftItem(inner, shift)) };
  return item.kind === 'picture' ? { ...item, owner, request: item.request + shift.picture } : { ...item, owner };
}
