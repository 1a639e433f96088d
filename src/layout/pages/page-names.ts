import { isNth } from '../../document/style/page-kinds.ts';
import type { PageKind, PageStyle, StyledDocument } from '../../document/types.ts';
import { startPage } from '../block/break-rules.ts';
import { isInFlow } from '../boxes/flow-of.ts';
import { orderedChildren } from '../flex/order.ts';
import type { Box, PartState, Resume } from '../types.ts';

export type PageSide = 'left' | 'right';

const firstIn = (box: Box): Box | undefined => (box.kind === 'block' ? box.children.find(isInFlow) : undefined);

/** The name of a page that begins where `resume` says. */
export function pageNameAt(root: Box, resume: Resume | undefined): string | undefined {
  if (resume === undefined) return startPage(root);
  let box = root;
  for (let at: Resume | undefined = resume; at !== undefined; ) {
    if (at.kind === 'columns' && box.kind === 'columns') {
      if (at.content === 'waiting') return startPage(box);
      box = box.content;
      at = at.content === 'done' ? undefined : at.content;
      continue;
    }
    if (at.kind === 'flex' && box.kind === 'flex') {
      const open = at.items.findIndex((state) => state !== 'done');
      const item: Box | undefined = orderedChildren(box)[open];
      const state: PartState | undefined = at.items[open];
      if (item === undefined || state === undefined || state === 'done') return box.element.style.page;
      if (state === 'waiting') return startPage(item);
      box = item;
      at = state;
      continue;
    }
    if (at.kind !== 'children' || box.kind !== 'block') return box.element.style.page;
    // Past the last child only a height of its own goes on.
    const next: Box | undefined = box.children[at.index];
    if (next === undefined) return box.element.style.page;
    if (at.inner === undefined) return startPage(next);
    box = next;
    at = at.inner;
  }
  return box.element.style.page;
}

/** The side that the first page is asked to be; a right page else. CSS 2.2, section 13.2.2. */
export function firstSide(root: Box): PageSide {
  for (let box: Box | undefined = root; box !== undefined; box = firstIn(box)) {
    const { breakBefore } = box.element.style;
    if (breakBefore === 'left' || breakBefore === 'right') return breakBefore;
  }
  return 'right';
}

export const otherSide = (side: PageSide): PageSide => (side === 'left' ? 'right' : 'left');

/** The style of a page, of which everything is known. */
export function pageStyleOf(
  pages: StyledDocument['pages'],
  page: { readonly [K in Exclude<keyof PageKind, 'nths'>]: K extends 'name' ? PageKind[K] : NonNullable<PageKind[K]> },
  number: number,
): PageStyle {
  const isOf = ({ first, side, blank, nths }: PageKind): boolean =>
    nths.every(({ nth, holds }) => isNth(nth, number) === holds) &&
    (first === undefined || first === page.first) &&
    (side === undefined || side === page.side) &&
    (blank === undefined || blank === page.blank);
  const variant =
    pages.find(({ kind }) => kind.name !== undefined && kind.name === page.name && isOf(kind)) ??
    pages.find(({ kind }) => kind.name === undefined && isOf(kind));
  if (variant === undefined) throw new Error('A page is of no kind');
  return variant.style;
}
