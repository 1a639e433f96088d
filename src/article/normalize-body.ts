import type { Definition, Image, Link, Nodes, Parents, Root, RootContent, Table } from 'mdast';
import type { Reporter } from '../base/diagnostics.ts';
import { clip } from '../config/fields.ts';
import { findPathFault, folderDepth } from '../config/file-path.ts';
import { findForbidden } from '../config/text-characters.ts';
import { checkLinkAddress, readableAddress } from '../config/web-address.ts';
import { ARTICLE_LIMITS } from './limits.ts';
import { childrenOf, placeOfNode, visibleText, walk } from './tree.ts';

interface Context {
  readonly path: string;
  readonly reporter: Reporter;
  /** By identifier; the first of several counts (CommonMark 0.31, section 4.7). */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Lines whose HTML was reported: a tag and its end tag are one matter. */
  readonly htmlLines: Set<number>;
}

/** Besides quotes, lists and their items, a few nodes of inline text may stand inside each other. */
const MAX_TREE_DEPTH = ARTICLE_LIMITS.nesting * 2 + 40;

/**
 * Makes a fresh tree what `Article.body` promises, in place: references become links and pictures, raw HTML becomes
 * text, empty headings and definitions go, the rows of a table get equal numbers of cells, addresses are normalised.
 * Reports what is wrong with the text.
 */
export function normalizeBody(root: Root, path: string, reporter: Reporter): void {
  const definitions = new Map<string, Definition>();
  for (const { node, depth, containers } of walk(root)) {
    if (depth > MAX_TREE_DEPTH || containers > ARTICLE_LIMITS.nesting) {
      reporter.report('article/too-deep', placeOfNode(path, node), { limit: ARTICLE_LIMITS.nesting });
      return;
    }
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  const context: Context = { path, reporter, definitions, htmlLines: new Set() };
  for (const { node } of walk(root)) {
    if ('children' in node) {
      node.children = node.children.flatMap((child) => replaced(child, node, context)) as typeof node.children;
    }
    checkNode(node, context);
  }
  checkHeadings(root, context);
  checkWords(root, context);
}

/** What stands in the place of a node: nothing, itself, or another. */
function replaced(node: RootContent, parent: Parents, context: Context): readonly RootContent[] {
  switch (node.type) {
    case 'definition':
      return [];
    case 'html': {
      const place = placeOfNode(context.path, node);
      if (place !== undefined && !context.htmlLines.has(place.line)) {
        context.htmlLines.add(place.line);
        context.reporter.report('article/raw-html', place, { html: clip(node.value.replace(/\s+/g, ' ')) });
      }
      const text: RootContent = { type: 'text', value: node.value, ...positionOf(node) };
      const isFlow = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
      return [isFlow ? { type: 'paragraph', children: [text], ...positionOf(node) } : text];
    }
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier);
      if (definition === undefined) return node.children;
      const { url, title } = definition;
      return [{ type: 'link', url, title: title ?? null, children: node.children, ...positionOf(node) }];
    }
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier);
      if (definition === undefined) return [];
      const { url, title } = definition;
      return [{ type: 'image', url, title: title ?? null, alt: node.alt ?? '', ...positionOf(node) }];
    }
    case 'heading':
      if (visibleText(node) !== '') return [node];
      context.reporter.report('article/empty-heading', placeOfNode(context.path, node), {});
      return [];
    default:
      return [node];
  }
}

const positionOf = (node: Nodes): Pick<Nodes, 'position'> =>
  node.position === undefined ? {} : { position: node.position };

function checkNode(node: Nodes, context: Context): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    checkCharacters(node, node.value, context);
  } else if (node.type === 'link') checkLink(node, context);
  else if (node.type === 'image') checkImage(node, context);
  else if (node.type === 'table') checkTable(node, context);
}

/** The file has none of these, but `&#1;` and its like can make them. */
function checkCharacters(node: Nodes, text: string, { path, reporter }: Context): void {
  const forbidden = findForbidden(text);
  if (forbidden === undefined) return;
  reporter.report('article/forbidden-character', placeOfNode(path, node), { codePoint: forbidden.codePoint });
}

function checkLink(node: Link, { path, reporter }: Context): void {
  const checked = checkLinkAddress(node.url);
  if (checked.kind === 'fault') {
    const proposal = checked.fault === 'scheme' ? completeAddress(node.url) : undefined;
    const data = { address: clip(node.url), fault: checked.fault, proposal };
    reporter.report('article/bad-link', placeOfNode(path, node), data);
    return;
  }
  node.url = checked.href;
  // A link without text could be neither read nor clicked.
  if (visibleText(node) === '' && !node.children.some((child) => child.type === 'image')) {
    node.children = [{ type: 'text', value: readableAddress(checked.href), ...positionOf(node) }];
  }
}

/** What an address without a scheme most likely should be. */
function completeAddress(address: string): string | undefined {
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`;
  const isHost = /^(www\.)?[a-z\d-]+(\.[a-z\d-]+)*\.(id|com|org|net|info|io)([/?#]\S*)?$/i.test(address);
  return isHost ? `https://${address}` : undefined;
}

function checkImage(node: Image, context: Context): void {
  const { path, reporter } = context;
  const place = placeOfNode(path, node);
  const file = decodePath(node.url);
  const fault = file === '' ? 'name' : findPathFault(file, folderDepth(path));
  node.url = file;
  node.alt = foldSpace(node.alt ?? '');
  if (fault !== undefined) reporter.report('article/bad-path', place, { path: clip(file), fault });
  if (node.alt === '') reporter.report('article/empty-alt', place, { path: clip(file) });
  if (typeof node.title === 'string') node.title = foldSpace(node.title);
  checkCharacters(node, `${file}${node.alt}${node.title ?? ''}`, context);
}

const foldSpace = (text: string): string => text.replace(/[ \t\n]+/g, ' ').trim();

/** Markdown needs `%20` for a space in a path. What is no proper percent-encoding stands for itself. */
function decodePath(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function checkTable(table: Table, { path, reporter }: Context): void {
  const columns = table.children[0]?.children.length ?? 0;
  const widest = Math.max(...table.children.map((row) => row.children.length));
  if (widest > ARTICLE_LIMITS.tableColumns) {
    const data = { columns: widest, limit: ARTICLE_LIMITS.tableColumns };
    reporter.report('article/too-many-columns', placeOfNode(path, table), data);
    return;
  }
  for (const row of table.children) {
    const cells = row.children.length;
    if (cells !== columns) reporter.report('article/uneven-table', placeOfNode(path, row), { cells, columns });
    while (row.children.length < widest) row.children.push({ type: 'tableCell', children: [] });
  }
}

function checkHeadings(root: Root, { path, reporter }: Context): void {
  let previous: number | undefined;
  for (const { node } of walk(root)) {
    if (node.type !== 'heading') continue;
    const place = placeOfNode(path, node);
    if (node.depth === 1) reporter.report('article/heading-one', place, {});
    if (previous !== undefined && node.depth > previous + 1) {
      reporter.report('article/heading-skipped', place, { from: previous, to: node.depth });
    }
    previous = node.depth;
  }
}

function checkWords(root: Root, { path, reporter }: Context): void {
  const words = countWords(root);
  const limit = ARTICLE_LIMITS.words;
  const first = childrenOf(root)[0] ?? root;
  if (words === 0) reporter.report('article/empty-body', placeOfNode(path, first), {});
  else if (words > limit) reporter.report('article/too-many-words', placeOfNode(path, first), { words, limit });
}

/** Runs of characters between white space in the text of a body, code included, pictures not. */
function countWords(root: Root): number {
  let words = 0;
  for (const { node } of walk(root)) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
      words += node.value.match(/\S+/g)?.length ?? 0;
    }
  }
  return words;
}
