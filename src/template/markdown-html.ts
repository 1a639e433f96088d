import type {
  Code,
  Heading,
  Image,
  InlineCode,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableRow,
  Text,
} from 'mdast';
import { headingShift, openingOf } from '../article/body-parts.ts';
import { placeOfNode } from '../article/tree.ts';
import type { Place, SourceFile } from '../base/source.ts';
import { lineText } from '../base/source.ts';
import { isLinkAddress } from './article-links.ts';
import { escapeHtml } from './escape-html.ts';
import type { PlaceMarks } from './place-marks.ts';
import type { SafeHtml } from './schema.ts';
import { asSafeHtml } from './schema.ts';

export interface MarkdownInput {
  readonly body: Root;
  /** The article file: positions count from its start. */
  readonly source: SourceFile;
  /** Before the first sentence; empty: none. */
  readonly dateline: { readonly text: string; readonly place: Place | undefined };
  /** Address → number in the printed list; empty when no list is printed. */
  readonly linkNumbers: ReadonlyMap<string, number>;
}

interface Writer {
  readonly input: MarkdownInput;
  readonly marks: PlaceMarks;
  readonly levels: ReadonlyMap<Heading, number>;
  /** The paragraph that the dateline begins. */
  readonly opening: Paragraph | undefined;
}

/**
 * The text of an article as HTML with marks. Headings begin at `<h2>`, pictures are figures of their own, links carry
 * the number of the printed list. The tree is as `Article.body` promises: no raw HTML and no references are in it.
 */
export function markdownToHtml(input: MarkdownInput, marks: PlaceMarks): SafeHtml {
  const writer: Writer = {
    input,
    marks,
    levels: headingShift(input.body),
    opening: input.dateline.text === '' ? undefined : openingOf(input.body),
  };
  return asSafeHtml(blocks(input.body.children, writer));
}

function blocks(nodes: readonly RootContent[], writer: Writer): string {
  return nodes
    .map((node) => block(node, writer))
    .filter((html) => html !== '')
    .join('\n');
}

function block(node: RootContent, writer: Writer): string {
  const at = (): string => writer.marks.attribute(placeOf(node, writer));
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, writer, true);
    case 'heading': {
      const level = writer.levels.get(node) ?? 2;
      const { html, figures } = phrases(node.children, writer);
      return join(`<h${level}${at()}>${html}</h${level}>`, figures);
    }
    case 'list':
      return list(node, writer);
    case 'blockquote':
      return `<blockquote${at()}>\n${blocks(node.children, writer)}\n</blockquote>`;
    case 'code':
      return `<pre${at()}><code>${lines(node.value, node, writer, 1)}\n</code></pre>`;
    case 'thematicBreak':
      return `<hr${at()}>`;
    case 'table':
      return table(node, writer);
    default:
      return '';
  }
}

/** `wrap`: in a `<p>`; the items of a tight list have none. */
function paragraph(node: Paragraph, writer: Writer, wrap: boolean): string {
  const place = placeOf(node, writer);
  const { html, figures } = phrases(node.children, writer);
  if (html.trim() === '') return join('', figures);
  const { text, place: datelinePlace } = writer.input.dateline;
  const dateline =
    node === writer.opening ? `<strong class="dateline">${writer.marks.text(text, datelinePlace)}</strong> — ` : '';
  return join(wrap ? `<p${writer.marks.attribute(place)}>${dateline}${html}</p>` : html, figures);
}

const join = (html: string, figures: readonly string[]): string =>
  [html, ...figures].filter((part) => part !== '').join('\n');

/** Loose when a blank line stands anywhere between its items or inside one (CommonMark 0.31, section 5.3). */
function list(node: List, writer: Writer): string {
  const loose = node.spread === true || node.children.some((item) => item.spread === true);
  const tag = node.ordered === true ? 'ol' : 'ul';
  const start = node.ordered === true && typeof node.start === 'number' && node.start !== 1 ? node.start : undefined;
  const attributes = `${writer.marks.attribute(placeOf(node, writer))}${start === undefined ? '' : ` start="${start}"`}`;
  const items = node.children.map((item) => listItem(item, loose, writer));
  return `<${tag}${attributes}>\n${items.join('\n')}\n</${tag}>`;
}

function listItem(item: ListItem, loose: boolean, writer: Writer): string {
  const attributes = writer.marks.attribute(placeOf(item, writer));
  const parts = item.children.map((child) =>
    child.type === 'paragraph' && !loose ? paragraph(child, writer, false) : block(child, writer),
  );
  return `<li${attributes}>${parts.filter((part) => part !== '').join('\n')}</li>`;
}

/** All rows have the same number of cells. */
function table(node: Table, writer: Writer): string {
  const [head, ...rows] = node.children;
  const align = (node.align ?? []).map((side) => (side === null ? '' : ` class="align-${side}"`));
  const row = (each: TableRow, open: string, close: string): string => {
    const cells = each.children.map((cell, index) => {
      const { html, figures } = phrases(cell.children, writer);
      return `<${open}${align[index] ?? ''}>${join(html, figures)}</${close}>`;
    });
    return `<tr${writer.marks.attribute(placeOf(each, writer))}>${cells.join('')}</tr>`;
  };
  const start = `<table${writer.marks.attribute(placeOf(node, writer))}>`;
  const thead = head === undefined ? '' : row(head, 'th scope="col"', 'th');
  const tbody = rows.map((each) => row(each, 'td', 'td'));
  const body = tbody.length === 0 ? '' : `<tbody>\n${tbody.join('\n')}\n</tbody>\n`;
  return `${start}\n<thead>\n${thead}\n</thead>\n${body}</table>`;
}

interface Phrases {
  readonly html: string;
  /** Of the pictures inside, in order: they follow the block. */
  readonly figures: readonly string[];
}

function phrases(nodes: readonly PhrasingContent[], writer: Writer): Phrases {
  const figures: string[] = [];
  const html = nodes.map((node) => phrase(node, writer, figures)).join('');
  return { html, figures };
}

function phrase(node: PhrasingContent, writer: Writer, figures: string[]): string {
  const inside = (children: readonly PhrasingContent[]): string =>
    children.map((child) => phrase(child, writer, figures)).join('');
  switch (node.type) {
    case 'text':
      return lines(node.value, node, writer);
    case 'emphasis':
      return `<em>${inside(node.children)}</em>`;
    case 'strong':
      return `<strong>${inside(node.children)}</strong>`;
    case 'delete':
      return `<del>${inside(node.children)}</del>`;
    case 'inlineCode':
      return `<code>${lines(node.value, node, writer)}</code>`;
    case 'break':
      return '<br>';
    case 'link':
      return link(node, inside(node.children), writer);
    case 'image':
      figures.push(figure(node, writer));
      return '';
    default:
      return '';
  }
}

function link(node: Link, html: string, writer: Writer): string {
  if (!isLinkAddress(node.url) || html === '') return html;
  const number = writer.input.linkNumbers.get(node.url);
  const attributes = writer.marks.attribute(placeOf(node, writer));
  const live = `<a${attributes} href="${escapeHtml(node.url)}">${html}</a>`;
  return number === undefined ? live : `${live}<sup class="link-number">${number}</sup>`;
}

function figure(node: Image, writer: Writer): string {
  const place = placeOf(node, writer);
  const source = `${writer.marks.attribute(place)} src="${escapeHtml(`article:${node.url}`)}"`;
  const picture = `<img${source} alt="${escapeHtml(node.alt ?? '')}">`;
  const caption = node.title ?? '';
  const below = caption === '' ? '' : `<figcaption>${writer.marks.text(caption, place)}</figcaption>`;
  return `<figure class="body-picture"${writer.marks.attribute(place)}>${picture}${below}</figure>`;
}

/** Text with a mark for each of its lines. `skip`: lines of the source before the text, such as the fence of code. */
function lines(value: string, node: Text | Code | InlineCode, writer: Writer, skip = 0): string {
  const start = node.position?.start;
  if (start === undefined) return escapeHtml(value);
  const { source } = writer.input;
  return value
    .split('\n')
    .map((text, index) => {
      const line = start.line + skip + index;
      const column = index + skip === 0 ? start.column : columnOf(text, lineText(source, line));
      return writer.marks.text(text, { path: source.path, line, column });
    })
    .join('\n');
}

/** Where a continued text begins in its line, behind indentation and the `>` of a quote. */
function columnOf(text: string, line: string): number {
  const at = line.indexOf(text.slice(0, 16));
  return at === -1 ? line.length - line.trimStart().length + 1 : at + 1;
}

function placeOf(node: RootContent, writer: Writer): Place | undefined {
  return placeOfNode(writer.input.source.path, node);
}
