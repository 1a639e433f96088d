import type { Nodes, Paragraph, RootContent } from 'mdast';
import { formatDate } from '../article/dates.ts';
import { childrenOf, walk } from '../article/tree.ts';
import type { Article, MetaKey } from '../article/types.ts';
import { lineText, type Place, type SourceFile } from '../base/source.ts';
import { pageWords } from '../words/pages.ts';

export interface ExpectedWord {
  readonly text: string;
  readonly place: Place | undefined;
}

/** Words that stand one after the other on the page: a paragraph, a cell, a caption, a field. */
export type ExpectedBlock = readonly ExpectedWord[];

/** What every layout prints of the front matter. */
const ALWAYS_PRINTED: readonly MetaKey[] = [
  'title',
  'date',
  'category',
  'place',
  'imageCaption',
  'imageCredit',
  'ai',
  'updated',
  'correction',
  'until',
];

/** The fields of the front matter that must stand somewhere in the file, each by itself. */
export function expectedFields(
  article: Article,
  printed: readonly MetaKey[] = ALWAYS_PRINTED,
  hasQr: boolean,
): readonly ExpectedBlock[] {
  return printed
    .map((key) => {
      const place = article.places[key];
      return wordsOf(fieldText(key, article, hasQr)).map((text): ExpectedWord => ({ text, place }));
    })
    .filter((block) => block.length > 0);
}

/** As it is printed; empty for what was not given or is never printed as text. */
function fieldText(key: MetaKey, { meta }: Article, hasQr: boolean): string {
  const words = pageWords(meta.lang);
  switch (key) {
    case 'title':
    case 'category':
    case 'place':
    case 'author':
    case 'editor':
    case 'summary':
    case 'correction':
      return meta[key];
    case 'date':
      return formatDate(meta.date, meta.lang);
    case 'updated':
    case 'until': {
      const date = meta[key];
      return date === undefined ? '' : formatDate(date, meta.lang);
    }
    case 'imageCaption':
      return meta.image?.caption ?? '';
    case 'imageCredit':
      return meta.image?.credit ?? '';
    case 'ai':
      if (meta.ai?.use === 'assisted') return words.aiAssisted(meta.ai.model, meta.ai.reviewedBy, hasQr);
      return meta.ai?.use === 'extractive' ? words.aiExtractive(meta.ai.reviewedBy, hasQr) : '';
    default:
      return '';
  }
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** The words of the body in reading order. The captions of a block's pictures follow the block. */
export function expectedBody({ body, source }: Pick<Article, 'body' | 'source'>): readonly ExpectedBlock[] {
  const blocks: ExpectedBlock[] = [];
  const visit = (node: RootContent): void => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        blocks.push(phraseWords(node, source), ...captionsOf(node, source));
        break;
      case 'code':
        blocks.push(leafWords(node.value, node, source, 1));
        break;
      default:
        for (const child of childrenOf(node)) visit(child as RootContent);
    }
  };
  for (const node of body.children) visit(node);
  return blocks.filter((block) => block.length > 0);
}

/**
 * A word may be made of several leaves, as in `**buku**nya`: it counts where it begins. The end of a link ends a word,
 * for its number may be printed there.
 */
function phraseWords(node: Paragraph | RootContent, source: SourceFile): ExpectedBlock {
  const words: { text: string; place: Place | undefined }[] = [];
  let isOpen = false;
  let linkEnd = 0;
  for (const { node: leaf } of walk(node)) {
    const startsAt = leaf.position?.start.offset ?? 0;
    const leavesLink = linkEnd > 0 && startsAt >= linkEnd;
    if (leavesLink) linkEnd = 0;
    if (leaf.type === 'break' || leavesLink) isOpen = false;
    if (leaf.type === 'link' || leaf.type === 'linkReference') linkEnd = leaf.position?.end.offset ?? 0;
    if (leaf.type !== 'text' && leaf.type !== 'inlineCode') continue;
    const [first, ...rest] = leafWords(leaf.value, leaf, source, 0);
    if (first === undefined) {
      if (leaf.value !== '') isOpen = false;
      continue;
    }
    const last = words.at(-1);
    if (isOpen && last !== undefined && !/^\s/.test(leaf.value)) last.text += first.text;
    else words.push({ ...first });
    words.push(...rest.map((word) => ({ ...word })));
    isOpen = !/\s$/.test(leaf.value);
  }
  return words;
}

function captionsOf(node: Nodes, source: SourceFile): readonly ExpectedBlock[] {
  const captions: ExpectedBlock[] = [];
  for (const { node: leaf } of walk(node)) {
    if (leaf.type === 'image') captions.push(leafWords(leaf.title ?? '', leaf, source, 0));
  }
  return captions;
}

/** `skip`: lines of the source before the text, such as the fence of code. */
function leafWords(value: string, node: Nodes, source: SourceFile, skip: number): ExpectedBlock {
  const start = node.position?.start;
  return value.split('\n').flatMap((line, index) =>
    wordsOf(line).map((text): ExpectedWord => {
      if (start === undefined) return { text, place: undefined };
      const number = start.line + skip + index;
      const at = lineText(source, number).indexOf(text, index + skip === 0 ? start.column - 1 : 0);
      const column = at === -1 ? (index + skip === 0 ? start.column : 1) : at + 1;
      return { text, place: { path: source.path, line: number, column } };
    }),
  );
}
