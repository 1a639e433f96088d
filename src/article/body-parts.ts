import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Place } from '../base/source.ts';
import { placeOfNode, visibleText, walk } from './tree.ts';

export interface ArticleLink {
  /** What the reader sees of the first link to this address. */
  readonly text: string;
  readonly href: string;
}

export interface BodyImage {
  /** Relative to the article file. */
  readonly path: string;
  readonly alt: string;
  /** The caption; empty when there is none. */
  readonly title: string;
  readonly place: Place | undefined;
}

/** A picture, or the white space around one: of a paragraph of pictures all children are. */
function isPictureOrSpace(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

/** The first paragraph with words; the dateline stands in it. */
export function openingOf(body: Root): Paragraph | undefined {
  const isOpening = (node: RootContent): node is Paragraph =>
    node.type === 'paragraph' && !node.children.every(isPictureOrSpace);
  return body.children.find(isOpening);
}

/** What a poster prints of a text: its opening paragraph, or its first part where there is none. */
export function leadOf(body: Root): Root {
  const lead = openingOf(body) ?? body.children[0];
  return { ...body, children: lead === undefined ? [] : [lead] };
}

/** The links of a text in its order, each address once: the numbered list on paper. */
export function articleLinks(body: Root): readonly ArticleLink[] {
  const links = new Map<string, ArticleLink>();
  for (const { node } of walk(body)) {
    if (node.type !== 'link' || links.has(node.url)) continue;
    links.set(node.url, { text: visibleText(node), href: node.url });
  }
  return [...links.values()];
}

/** The pictures of a text in its order. `path` is the article's. */
export function bodyImages(body: Root, path: string): readonly BodyImage[] {
  const images: BodyImage[] = [];
  for (const { node } of walk(body)) {
    if (node.type !== 'image') continue;
    images.push({ path: node.url, alt: node.alt ?? '', title: node.title ?? '', place: placeOfNode(path, node) });
  }
  return images;
}

export type OutputLevel = 2 | 3 | 4 | 5 | 6;

/**
 * Each heading → its level on the page, in the order of the text. The first is H2; one that stands deeper than the one
 * before goes exactly one level down, however many `#` it skips, so that no level is ever left out (PDF/UA-1, 7.4.2);
 * one that stands higher goes back to the level of its kind.
 */
export function headingShift(body: Root): ReadonlyMap<Heading, OutputLevel> {
  const levels = new Map<Heading, OutputLevel>();
  const open: number[] = [];
  for (const { node } of walk(body)) {
    if (node.type !== 'heading') continue;
    while (open.length > 0 && (open.at(-1) ?? 0) >= node.depth) open.pop();
    open.push(node.depth);
    levels.set(node, outputLevel(open.length));
  }
  return levels;
}

function outputLevel(nesting: number): OutputLevel {
  switch (nesting) {
    case 1:
      return 2;
    case 2:
      return 3;
    case 3:
      return 4;
    case 4:
      return 5;
    default:
      return 6;
  }
}
