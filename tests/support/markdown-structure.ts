import type { Heading, Image, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { nodeText, type StructureNode } from './read-pdf.ts';

/**
 * Structure in a form in which Markdown and a finished file can be compared: a block is a list of lines, each with the
 * depth of its element. Texts are folded: no soft hyphens or joiners, one space for any white space.
 */
export type OutlineBlock = string;

/** What a document should be in the file, by the Markdown alone; the program's own parser and tree are not asked. */
export function markdownOutline(
  markdown: string,
  options: { readonly dateline?: string } = {},
): readonly OutlineBlock[] {
  const root = parse(markdown);
  const definitions = new Map<string, string>();
  visit(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
  });
  const levels = headingLevels(root);
  const writer: Writer = { definitions, levels, numbers: linkNumbers(root, definitions) };
  const blocks = root.children.flatMap((node) => blockOutline(node, writer, ''));
  const { dateline = '' } = options;
  const opening = blocks.findIndex((block) => block.startsWith('P '));
  return dateline === ''
    ? blocks
    : blocks.map((block, at) => (at === opening ? `P ${dateline} — ${block.slice(2)}` : block));
}

/** The text of an article file behind its front matter. */
export function bodyOf(file: string): string {
  return file.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
}

interface Writer {
  readonly definitions: ReadonlyMap<string, string>;
  readonly levels: ReadonlyMap<Heading, number>;
  /** Of the printed list, by normalised address. */
  readonly numbers: ReadonlyMap<string, number>;
}

function visit(node: Nodes, tell: (node: Nodes) => void): void {
  tell(node);
  if ('children' in node) for (const child of node.children) visit(child, tell);
}

/** A text without what cannot be told apart in a finished file. */
export const foldText = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll('\u2011', '-')
    .replace(/\s+/g, ' ');

/** The first level is H2, and no level is ever left out on the way down. */
function headingLevels(root: Root): ReadonlyMap<Heading, number> {
  const levels = new Map<Heading, number>();
  const above: number[] = [];
  visit(root, (node) => {
    if (node.type !== 'heading' || plainText(node) === '') return;
    while ((above.at(-1) ?? 0) >= node.depth) above.pop();
    above.push(node.depth);
    levels.set(node, Math.min(above.length + 1, 6));
  });
  return levels;
}

function plainText(node: Nodes): string {
  let text = '';
  visit(node, (inner) => {
    if ('value' in inner) text += inner.value;
    if (inner.type === 'image' || inner.type === 'imageReference') text += inner.alt ?? '';
  });
  return text.trim();
}

const bare = (text: string): string => text.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
const normalAddress = (address: string): string => new URL(address).href;

/** An address that the text shows already has no number. */
function linkNumbers(root: Root, definitions: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const first = new Map<string, string>();
  visit(root, (node) => {
    const address = addressOf(node, definitions);
    if (address !== undefined && !first.has(address)) first.set(address, foldText(plainText(node)));
  });
  const shown = (address: string): string => bare(address).replace(/^www\./, '');
  const hidden = [...first].filter(([address, text]) => text !== '' && bare(text) !== shown(address));
  return new Map(hidden.map(([address], index) => [address, index + 1]));
}

function addressOf(node: Nodes, definitions: ReadonlyMap<string, string>): string | undefined {
  const url =
    node.type === 'link' ? node.url : node.type === 'linkReference' ? definitions.get(node.identifier) : undefined;
  return url === undefined ? undefined : normalAddress(url);
}

function blockOutline(node: RootContent, writer: Writer, indent: string): readonly OutlineBlock[] {
  const inner = `${indent}  `;
  switch (node.type) {
    case 'heading': {
      const level = writer.levels.get(node);
      return level === undefined ? [] : phrases(`${indent}H${level}`, node.children, writer, indent);
    }
    case 'paragraph':
      return phrases(`${indent}P`, node.children, writer, indent);
    case 'html':
      return [`${indent}P ${foldText(node.value).trim()}`];
    case 'code':
      return [line(`${indent}P`, foldText(node.value))];
    case 'blockquote': {
      const content = node.children.flatMap((child) => blockOutline(child, writer, inner));
      // A quote without words or pictures is decoration.
      return content.length === 0 ? [] : [[`${indent}BlockQuote`, ...content].join('\n')];
    }
    case 'list': {
      const isLoose = node.spread === true || node.children.some((item) => item.spread === true);
      const items = node.children.flatMap((item, index) => {
        const label = node.ordered === true ? `${(node.start ?? 1) + index}.` : '•';
        const content = item.children.flatMap((child) =>
          child.type === 'paragraph' && !isLoose
            ? phrases(`${inner}  `, child.children, writer, `${inner}  `)
            : blockOutline(child, writer, `${inner}  `),
        );
        return [`${inner}LI ${label}`, ...content];
      });
      return [[`${indent}L`, ...items].join('\n')];
    }
    case 'table': {
      const columns = Math.max(...node.children.map((row) => row.children.length));
      const rows = node.children.flatMap((row, index) => {
        const role = index === 0 ? 'TH' : 'TD';
        const cells = Array.from({ length: columns }, (_, column) => row.children[column]?.children ?? []);
        return [
          `${inner}TR`,
          ...cells.flatMap((cell) => cellOutline(`${inner}  ${role}`, cell, writer, `${inner}    `)),
        ];
      });
      return [[`${indent}Table`, ...rows].join('\n')];
    }
    default:
      return [];
  }
}

function cellOutline(
  head: string,
  nodes: readonly PhrasingContent[],
  writer: Writer,
  indent: string,
): readonly string[] {
  const { text, pictures } = inlineOutline(nodes, writer);
  return [line(head, text), ...pictures.flatMap((picture) => figure(picture, indent))];
}

const line = (head: string, text: string): string => `${head} ${text.trim()}`.trimEnd();

/** A block of text, and the figures of its pictures behind it. */
function phrases(head: string, nodes: readonly PhrasingContent[], writer: Writer, indent: string): readonly string[] {
  const { text, pictures } = inlineOutline(nodes, writer);
  return [...(text.trim() === '' ? [] : [line(head, text)]), ...pictures.flatMap((picture) => figure(picture, indent))];
}

interface Picture {
  readonly alt: string;
  readonly caption: string;
}

function figure({ alt, caption }: Picture, indent: string): readonly string[] {
  return [
    `${indent}Figure ${foldText(alt).trim()}`,
    ...(caption === '' ? [] : [`${indent}Caption ${foldText(caption).trim()}`]),
  ];
}

function inlineOutline(
  nodes: readonly PhrasingContent[],
  writer: Writer,
): { readonly text: string; readonly pictures: readonly Picture[] } {
  const pictures: Picture[] = [];
  const write = (node: PhrasingContent): string => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return node.value;
      case 'break':
        return ' ';
      case 'image':
        pictures.push(pictureOf(node));
        return '';
      case 'imageReference':
        pictures.push({ alt: node.alt ?? '', caption: '' });
        return '';
      case 'link':
      case 'linkReference': {
        const address = addressOf(node, writer.definitions) ?? '';
        const text = node.children.map(write).join('');
        const number = writer.numbers.get(address);
        return text.trim() === '' ? text : `${linkOutline(text, address)}${number ?? ''}`;
      }
      default:
        return 'children' in node ? node.children.map(write).join('') : '';
    }
  };
  return { text: foldText(nodes.map(write).join('')), pictures };
}

/** White space at the end is no part of a link: a space of a line's end may stand in it or behind it. */
const linkOutline = (text: string, address: string): string =>
  `⟨${text.trim()} → ${address}⟩${/\s$/.test(text) ? ' ' : ''}`;

const pictureOf = ({ alt, title }: Image): Picture => ({ alt: alt ?? '', caption: title ?? '' });

const INLINE = new Set(['Span', 'Code', 'Quote', 'Link']);
const BULLETS = new Set(['•', '◦', '▪']);
const DISSOLVED = new Set(['Div', 'Sect', 'THead', 'TBody', 'TFoot', 'LBody']);

/** The blocks below an element of a finished file; text that stands between them is a line of its own. */
export function structureOutline(node: StructureNode, indent = ''): readonly OutlineBlock[] {
  const { lead, blocks } = contentOutline(node, indent);
  return lead === '' ? blocks : [line(indent, lead), ...blocks];
}

/** `lead`: the text before the first block. */
function contentOutline(
  node: StructureNode,
  indent: string,
): { readonly lead: string; readonly blocks: readonly string[] } {
  const blocks: string[] = [];
  let lead = '';
  let text = '';
  const flush = (): void => {
    if (blocks.length === 0 && lead === '') lead = foldText(text).trim();
    else if (text.trim() !== '') blocks.push(line(indent, foldText(text)));
    text = '';
  };
  for (const child of node.children) {
    if (typeof child === 'string' || INLINE.has(child.role)) {
      text += inlineText(child);
      continue;
    }
    flush();
    blocks.push(...elementOutline(child, indent));
  }
  flush();
  return { lead, blocks };
}

function elementOutline(node: StructureNode, indent: string): readonly OutlineBlock[] {
  const inner = `${indent}  `;
  const { role } = node;
  if (DISSOLVED.has(role)) return structureOutline(node, indent);
  if (role === 'Figure') return [line(`${indent}Figure`, foldText(node.alt ?? ''))];
  if (role === 'LI') {
    const label = node.children.find((child) => typeof child !== 'string' && child.role === 'Lbl');
    const mark = label === undefined ? '' : nodeText(label).trim();
    const rest = { ...node, children: node.children.filter((child) => child !== label) };
    return [`${indent}LI ${BULLETS.has(mark) ? '•' : mark}`, ...structureOutline(rest, inner)];
  }
  const { lead, blocks } = contentOutline(node, inner);
  const lines = [line(`${indent}${role}`, lead), ...blocks];
  return role === 'L' || role === 'Table' || role === 'BlockQuote' ? [lines.join('\n')] : lines;
}

function inlineText(node: StructureNode | string): string {
  if (typeof node === 'string') return node;
  const text = node.actualText ?? node.children.map(inlineText).join('');
  return node.role === 'Link' ? linkOutline(text, [...new Set(node.targets)].join(' ')) : text;
}
