import type { Point } from '../../base/geometry.ts';
import type { StyledElement } from '../../document/types.ts';

/** What the pass over the pages asks of the tree. */
export interface Ancestors {
  /** By the id of an element: the one around it. */
  readonly parents: ReadonlyMap<number, StyledElement>;
  /** Some inline element is moved from its place. */
  readonly hasShiftedInlines: boolean;
}

export const isPositioned = ({ style: { position } }: StyledElement): boolean =>
  position.kind === 'relative' || position.kind === 'absolute';

export const isInline = ({ style }: StyledElement): boolean => style.display === 'inline';

/** `undefined` where no element is positioned: most documents need no second look. */
export function ancestorsOf(root: StyledElement): Ancestors | undefined {
  if (!holdsPositioned(root)) return undefined;
  const parents = new Map<number, StyledElement>();
  let hasShiftedInlines = false;
  const visit = (element: StyledElement): void => {
    hasShiftedInlines ||= isShiftedInline(element);
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      parents.set(child.id, element);
      visit(child);
    }
  };
  visit(root);
  return { parents, hasShiftedInlines };
}

const holdsPositioned = (element: StyledElement): boolean =>
  isPositioned(element) || element.children.some((child) => child.kind === 'element' && holdsPositioned(child));

const isShiftedInline = (element: StyledElement): boolean =>
  isInline(element) && element.style.position.kind === 'relative';

/** The nearest positioned ancestor: its box is the containing block. CSS 2.2, section 10.1. */
export function containerOf(element: StyledElement, { parents }: Ancestors): StyledElement | undefined {
  let at = parents.get(element.id);
  while (at !== undefined && !isPositioned(at)) at = parents.get(at.id);
  return at;
}

/** Inline elements with `position: relative` from `element` outwards that stand inside the block `container`. */
export function shiftedAround(
  element: StyledElement | undefined,
  container: StyledElement,
  { parents }: Ancestors,
): readonly StyledElement[] {
  const found: StyledElement[] = [];
  let at = element;
  for (; at !== undefined && at.id !== container.id; at = parents.get(at.id)) if (isShiftedInline(at)) found.push(at);
  return at === undefined ? [] : found;
}

export const addPoints = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
