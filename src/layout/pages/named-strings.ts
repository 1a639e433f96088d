import { formatCounter } from '../../document/style/counters.ts';
import type { Assignment, ContentPart, NamedString } from '../../document/types.ts';
import { type Anchor, assignedOn, findAnchors } from './assignments.ts';
import type { FlowPage } from './paginate.ts';

/** What a margin box shows of a named string: text and page numbers. */
export type StringPart = Exclude<ContentPart, { kind: 'element' | 'named-string' }>;

/** What `string(name, which)` shows on a page. */
export type FindString = (name: string, which: Assignment, page: number) => readonly StringPart[];

interface PlacedString extends Anchor {
  readonly parts: readonly StringPart[];
}

/** CSS GCPM 3, section 1.1: a string holds from the page of its element on. */
export function placeStrings(strings: readonly NamedString[], pages: readonly FlowPage[]): FindString {
  if (strings.length === 0) return () => [];
  const find = findAnchors(pages);
  const byName = new Map<string, PlacedString[]>();
  for (const { name, parts, at } of strings) {
    const anchor = find(at);
    const placed = byName.get(name) ?? [];
    placed.push({ ...anchor, parts: parts.flatMap((part) => settled(part, anchor.page)) });
    byName.set(name, placed);
  }
  return (name, which, page) => assignedOn(byName.get(name) ?? [], page, which)?.parts ?? [];
}

/** `counter(page)` counts where the string is set, not where it is shown. */
function settled(part: ContentPart, page: number): readonly StringPart[] {
  switch (part.kind) {
    case 'text':
      return [part];
    case 'page-counter':
      return part.counter === 'page' && part.target === undefined
        ? [{ kind: 'text', text: formatCounter(page, part.style) }]
        : [part];
    case 'element':
    case 'named-string':
      return [];
  }
}
