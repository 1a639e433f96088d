import type { Definition, Nodes, Root } from 'mdast';

/** A link of the text, as the printed list shows it. */
export interface ArticleLink {
  /** From 1, in the order of the text; the same address has one number. */
  readonly number: number;
  readonly href: string;
  readonly shown: string;
  /** The words of the first link to this address. */
  readonly text: string;
}

const livingScheme = /^(?:https?|mailto|tel):/i;

/** Whether an address becomes a link; everything else stays text. */
export function isLinkAddress(address: string): boolean {
  return livingScheme.test(address);
}

/** An address as people read it: without its scheme, and without a slash that ends it. */
export function shownAddress(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
}

/** Identifier → definition; of several the first holds (CommonMark 0.31, section 4.7). */
export function definitionsOf(body: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const node of nodesOf(body)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  return definitions;
}

/** Each address once. Left out: those that the text shows already, and what is no link. */
export function collectLinks(body: Root): readonly ArticleLink[] {
  const definitions = definitionsOf(body);
  const links = new Map<string, ArticleLink>();
  for (const node of nodesOf(body)) {
    if (node.type !== 'link' && node.type !== 'linkReference') continue;
    const href = node.type === 'link' ? node.url : (definitions.get(node.identifier)?.url ?? '');
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    if (!isLinkAddress(href) || links.has(href) || shownAddress(text) === shownAddress(href)) continue;
    links.set(href, { number: links.size + 1, href, shown: shownAddress(href), text });
  }
  return [...links.values()];
}

/** All nodes of a tree in document order; without recursion, so that nesting has no bound here. */
export function* nodesOf(root: Nodes): Generator<Nodes> {
  const rest: Nodes[] = [root];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    yield node;
    if ('children' in node) rest.push(...[...node.children].reverse());
  }
}

/** The words of a node, pictures by their alternative text. */
export function textOf(root: Nodes): string {
  let text = '';
  for (const node of nodesOf(root)) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') text += node.value;
    else if (node.type === 'image' || node.type === 'imageReference') text += node.alt ?? '';
    else if (node.type === 'break') text += ' ';
  }
  return text;
}
