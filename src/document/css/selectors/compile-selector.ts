import { compile } from 'css-select';
import type { MatchElement, MatchNode } from './match-tree.ts';

/** How `css-select` walks our tree. The only file that knows it. */
const adapter = {
  isTag: (node: MatchNode): node is MatchElement => node.kind === 'match',
  getAttributeValue: (element: MatchElement, name: string): string | undefined =>
    Object.hasOwn(element.node.attributes, name) ? element.node.attributes[name] : undefined,
  getChildren: (node: MatchNode): MatchNode[] => (node.kind === 'match' ? [...node.children] : []),
  getName: (element: MatchElement): string => element.name,
  getParent: (element: MatchElement): MatchNode | null => element.parent ?? null,
  getSiblings: (node: MatchNode): MatchNode[] =>
    node.kind === 'match' && node.parent !== undefined ? [...node.parent.children] : [node],
  prevElementSibling: (node: MatchNode): MatchElement | null =>
    node.kind === 'match' ? (node.previous ?? null) : null,
  getText,
  hasAttrib: (element: MatchElement, name: string): boolean => Object.hasOwn(element.node.attributes, name),
  removeSubsets: (nodes: MatchNode[]): MatchNode[] => nodes,
};

function getText(node: MatchNode): string {
  return node.kind === 'match' ? node.children.map(getText).join('') : node.text;
}

/** `undefined` when the selector cannot be compiled. The text holds no pseudo-element. */
export function compileSelector(text: string): ((element: MatchElement) => boolean) | undefined {
  try {
    return compile<MatchNode, MatchElement>(text, { adapter, cacheResults: false });
  } catch {
    return undefined;
  }
}
