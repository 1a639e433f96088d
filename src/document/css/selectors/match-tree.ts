import type { ElementNode, TextNode } from '../../types.ts';

/** An element as selectors see it: with its parent and its place among its siblings. */
export interface MatchElement {
  readonly kind: 'match';
  readonly node: ElementNode;
  readonly name: string;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly parent: MatchElement | undefined;
  readonly children: readonly MatchNode[];
  /** Set while the tree is made. */
  previous: MatchElement | undefined;
}

export type MatchNode = MatchElement | TextNode;

/** The reader of HTML bounds the depth. What is inside `<svg>` is not styled. */
export function createMatchTree(node: ElementNode, parent?: MatchElement): MatchElement {
  const children: MatchNode[] = [];
  const { id, class: classText } = node.attributes;
  const element: MatchElement = {
    kind: 'match',
    node,
    name: node.name,
    id,
    classes: classText === undefined ? [] : classText.split(/[ \t\n\f\r]+/).filter((name) => name !== ''),
    parent,
    children,
    previous: undefined,
  };
  if (node.name === 'svg') return element;
  let previous: MatchElement | undefined;
  for (const child of node.children) {
    if (child.kind === 'text') {
      children.push(child);
      continue;
    }
    const made = createMatchTree(child, element);
    made.previous = previous;
    previous = made;
    children.push(made);
  }
  return element;
}
