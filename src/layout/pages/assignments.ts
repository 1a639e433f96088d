import { assertNever } from '../../base/assert-never.ts';
import type { Assignment } from '../../document/types.ts';
import type { Fragment } from '../types.ts';
import type { FlowPage } from './paginate.ts';

/** Where something in the source falls that names get: a running element, or an element with `string-set`. */
export interface Anchor {
  /** Number of the page. */
  readonly page: number;
  /** Nothing of the flow stands before it on the page. */
  readonly opensPage: boolean;
}

/** What a page shows of all that a name gets, which stands in document order: CSS GCPM 3, section 1.1.2. */
export function assignedOn<T extends Anchor>(assigned: readonly T[], page: number, which: Assignment): T | undefined {
  const here = assigned.filter((one) => one.page === page);
  const [first] = here;
  const before = (): T | undefined => assigned.findLast((one) => one.page < page);
  if (first === undefined) return before();
  switch (which) {
    case 'first':
      return first;
    case 'start':
      return first.opensPage ? first : before();
    case 'last':
      return here[here.length - 1];
    case 'first-except':
      return undefined;
    default:
      return assertNever(which);
  }
}

/** Finds where an element begins, by `StyledElement.id`; one without a box falls where the next box begins. */
export type FindAnchor = (id: number) => Anchor;

export function findAnchors(pages: readonly FlowPage[]): FindAnchor {
  const begins = new Map<number, number>();
  const openers = new Set<number>();
  for (const { flow, footnotes, number } of pages) {
    if (flow !== undefined) {
      collect(flow, number, begins);
      noteOpeners(flow, openers);
    }
    if (footnotes !== undefined) collect(footnotes, number, begins);
  }
  const ids = [...begins.keys()].sort((a, b) => a - b);
  const last = pages[pages.length - 1]?.number ?? 1;
  return (id) => {
    const shown = begins.has(id) ? id : ids.find((other) => other > id);
    if (shown === undefined) return { page: last, opensPage: false };
    return { page: begins.get(shown) ?? last, opensPage: openers.has(shown) };
  };
}

/** The page on which each element begins. */
function collect(fragment: Fragment, page: number, begins: Map<number, number>): void {
  if (fragment.repeated) return;
  const note = (id: number): void => {
    if (!begins.has(id)) begins.set(id, page);
  };
  if (fragment.isFirst && !fragment.anonymous) note(fragment.element.id);
  for (const line of fragment.lines) {
    for (const item of line.items) if (item.kind === 'inline-box') note(item.element.id);
  }
  for (const child of fragment.children) collect(child, page, begins);
  for (const child of fragment.atoms) collect(child, page, begins);
  for (const child of fragment.positioned ?? []) collect(child, page, begins);
}

/** What begins at the top of a page: the first box, the first in it, and so on. */
function noteOpeners(flow: Fragment, openers: Set<number>): void {
  for (let at: Fragment | undefined = flow; at !== undefined; at = at.children.find(({ repeated }) => !repeated)) {
    if (!at.isFirst) continue;
    if (!at.anonymous) openers.add(at.element.id);
    // Text before an inline box has a number between the two.
    const inner = at.lines[0]?.items.find((item) => item.kind === 'inline-box');
    if (inner?.kind === 'inline-box' && inner.element.id === at.element.id + 1) openers.add(inner.element.id);
  }
}
