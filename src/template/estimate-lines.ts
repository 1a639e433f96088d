import type { Nodes, Root } from 'mdast';
import { childrenOf, walk } from '../article/tree.ts';

/** Characters on a full line of a column as wide as text should be, ragged right. */
const CHARACTERS = 66;

/**
 * About how many lines of text a body takes, white space between its blocks included, pictures not. A layout chooses the
 * size of its opening by it; nothing depends on it being exact.
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
      return node.value.split('\n').length + 1.5;
    case 'thematicBreak':
      return 1.8;
    case 'table':
      return node.children.length * 1.4 + 1;
    case 'tableRow':
    case 'tableCell':
      return 0;
    default: {
      const inside = node.type === 'blockquote' || node.type === 'list' ? characters - 5 : characters;
      const lines = childrenOf(node).reduce((sum, child) => sum + blockLines(child, Math.max(20, inside)), 0);
      return node.type === 'blockquote' ? lines + 0.6 : lines;
    }
  }
}

/** Of a paragraph or heading. Alternative texts of pictures do not count. */
function textLines(block: Nodes, characters: number): number {
  let length = 0;
  for (const { node } of walk(block)) {
    if (node.type === 'text' || node.type === 'inlineCode') length += node.value.length;
  }
  return Math.ceil(length / characters);
}
