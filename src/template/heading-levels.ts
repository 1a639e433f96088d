import type { Heading, Root } from 'mdast';
import { nodesOf } from './article-links.ts';

/**
 * Heading → its level in HTML: the outermost is 2, since the title is 1, and no level is skipped on the way down,
 * whatever the Markdown writes.
 */
export function headingLevels(body: Root): ReadonlyMap<Heading, number> {
  const levels = new Map<Heading, number>();
  const open: number[] = [];
  for (const node of nodesOf(body)) {
    if (node.type !== 'heading') continue;
    while ((open.at(-1) ?? 0) >= node.depth) open.pop();
    levels.set(node, Math.min(6, open.length + 2));
    open.push(node.depth);
  }
  return levels;
}
