import type { List, Nodes, Root, TableRow } from 'mdast';
import { childrenOf, walk } from '../article/tree.ts';

/** Characters on a full line of a column as wide as text should be, ragged right. */
const CHARACTERS = 64;

/** Of a picture in the text with its caption; its true size is not known yet. */
const PICTURE_LINES = 8;

/**
 * About how many lines of text a body takes, white space between its blocks included. A layout chooses the size of its
 * opening by it; nothing depends on it being exact.
 */
export function estimateLines(body: Root): number {
  return Math.ceil(body.children.reduce((sum, node) => sum + blockLines(node, CHARACTERS), 0));
}

function blockLines(node: Nodes, characters: number): number {
  switch (node.type) {
    case 'paragraph': {
      const lines = textLines(node, characters);
      return lines === 0 ? 0 : lines + 0.45;
    }
    case 'heading':
      return textLines(node, characters * 0.85) * 1.15 + 0.85;
    case 'code':
      return node.value.split('\n').reduce((sum, line) => sum + wrapped(line.length, characters), 0) + 1.5;
    case 'thematicBreak':
      return 1.8;
    case 'table':
      return node.children.reduce((sum, row) => sum + rowLines(row, characters), 0) + 1;
    case 'tableRow':
    case 'tableCell':
      return 0;
    case 'list':
      return listLines(node, Math.max(20, characters - 5));
    case 'blockquote':
      return childLines(node, Math.max(20, characters - 5)) + 0.6;
    default:
      return childLines(node, characters);
  }
}

const childLines = (node: Nodes, characters: number): number =>
  childrenOf(node).reduce((sum, child) => sum + blockLines(child, characters), 0);

/** The items of a tight list stand closer. */
function listLines(list: List, characters: number): number {
  const isLoose = list.spread === true || list.children.some((item) => item.spread === true);
  const lines = list.children.reduce((sum, item) => sum + childLines(item, characters), 0);
  return isLoose ? lines : lines - list.children.length * 0.3 + 0.3;
}

/** As high as its longest cell, were all columns of one width; tables have smaller type. */
function rowLines(row: TableRow, characters: number): number {
  const column = Math.max(8, (characters * 1.15) / Math.max(1, row.children.length));
  const lines = row.children.reduce((most, cell) => Math.max(most, textLines(cell, column)), 1);
  return lines * 0.8 + 0.6;
}

const wrapped = (length: number, characters: number): number => Math.max(1, Math.ceil(length / characters));

/** Of a paragraph, heading or cell. Pictures follow it; their alternative texts do not count. */
function textLines(block: Nodes, characters: number): number {
  let length = 0;
  let pictures = 0;
  for (const { node } of walk(block)) {
    if (node.type === 'text' || node.type === 'inlineCode') length += node.value.length;
    if (node.type === 'image') pictures += 1;
  }
  return Math.ceil(length / characters) + pictures * PICTURE_LINES;
}
