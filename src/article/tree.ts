import type { Nodes, Root } from 'mdast';
import type { Place } from '../base/source.ts';

/** A node, how many nodes stand above it, and how many of them are quotes or lists. */
export interface Visit {
  readonly node: Nodes;
  readonly depth: number;
  readonly containers: number;
}

/**
 * All nodes in document order, without recursion: a tree may be as deep as its text was hostile. The children of a node
 * are looked up after it was given out, so that whoever walks may replace them.
 */
export function* walk(root: Nodes): Generator<Visit> {
  const stack: Visit[] = [{ node: root, depth: 0, containers: 0 }];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    yield visit;
    const children = childrenOf(visit.node);
    const isContainer = visit.node.type === 'blockquote' || visit.node.type === 'list';
    const below = { depth: visit.depth + 1, containers: visit.containers + (isContainer ? 1 : 0) };
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) stack.push({ node: child, ...below });
    }
  }
}

export const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

/** Where a node of a body stands in its file; `undefined` for one that has no position. */
export function placeOfNode(path: string, node: Nodes): Place | undefined {
  const { position } = node;
  if (position === undefined) return undefined;
  const { start, end } = position;
  return { path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The text that a reader sees of a node: pictures and code included, line breaks as spaces. */
export function visibleText(root: Nodes): string {
  let text = '';
  for (const { node } of walk(root)) {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') text += node.value;
    else if (node.type === 'image') text += node.alt ?? '';
    else if (node.type === 'break') text += ' ';
  }
  return text.replace(/[ \t\n]+/g, ' ').trim();
}

/** Moves all positions of a tree that was parsed from a later part of its file. */
export function shiftPositions(root: Root, by: { readonly lines: number; readonly offset: number }): void {
  for (const { node } of walk(root)) {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point === undefined) continue;
      point.line += by.lines;
      if (point.offset !== undefined) point.offset += by.offset;
    }
  }
}
