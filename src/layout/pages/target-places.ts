import { nearestName } from '../../base/nearest-name.ts';
import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import type { Fragment } from '../types.ts';

/** Where an element first shows. */
export interface TargetPlace {
  /** Number of the page, from 1. */
  readonly page: number;
  /** Top left of its box, in page coordinates. */
  readonly x: Pt;
  readonly y: Pt;
}

/** What stands on a page, in page coordinates. */
export interface TargetPage {
  readonly number: number;
  readonly fragments: readonly Fragment[];
}

/**
 * `id` → where the element with that `id` first shows, for those that are wanted and are in the tree. One without a box
 * of its own stands where its nearest ancestor does.
 */
export function targetPlaces(
  root: StyledElement,
  pages: readonly TargetPage[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, TargetPlace> {
  const paths = pathsTo(root, wanted);
  const sought = new Set([...paths.values()].flatMap((path) => path.map(({ id }) => id)));
  const found = new Map<number, TargetPlace>();
  for (const { number, fragments } of pages) {
    for (const fragment of fragments) collect(fragment, { page: number, x: 0, y: 0 }, { sought, found });
  }
  const places = new Map<string, TargetPlace>();
  for (const [name, path] of paths) {
    const shown = path.findLast(({ id }) => found.has(id));
    const place = shown === undefined ? undefined : found.get(shown.id);
    if (place !== undefined) places.set(name, place);
  }
  return places;
}

/** The `id` of the tree that a wrong one was likely meant to be. */
export function nearestId(root: StyledElement, wrong: string): string | undefined {
  const ids: string[] = [];
  const visit = (element: StyledElement): void => {
    if (element.attributes.id !== undefined) ids.push(element.attributes.id);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return nearestName(wrong, ids);
}

/** The first element of each wanted `id`, with its ancestors, outermost first. */
function pathsTo(root: StyledElement, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly StyledElement[]> {
  const paths = new Map<string, readonly StyledElement[]>();
  const path: StyledElement[] = [];
  const visit = (element: StyledElement): void => {
    path.push(element);
    const { id } = element.attributes;
    if (id !== undefined && wanted.has(id) && !paths.has(id)) paths.set(id, [...path]);
    for (const child of element.children) if (child.kind === 'element') visit(child);
    path.pop();
  };
  visit(root);
  return paths;
}

interface Search {
  readonly sought: ReadonlySet<number>;
  readonly found: Map<number, TargetPlace>;
}

/** `from`: border box of the parent. */
function collect(fragment: Fragment, from: TargetPlace, search: Search): void {
  if (fragment.repeated) return;
  const { page } = from;
  const x = from.x + fragment.rect.x;
  const y = from.y + fragment.rect.y;
  const note = (element: StyledElement, place: TargetPlace): void => {
    if (search.sought.has(element.id) && !search.found.has(element.id)) search.found.set(element.id, place);
  };
  if (!fragment.anonymous) note(fragment.element, { page, x, y });
  const left = x + fragment.border.left + fragment.padding.left;
  const top = y + fragment.border.top + fragment.padding.top;
  for (const line of fragment.lines) {
    for (const item of line.items) {
      if (item.kind === 'inline-box') note(item.element, { page, x: left + item.x, y: top + line.top + item.y });
    }
  }
  const inside = [...fragment.children, ...fragment.atoms, ...(fragment.positioned ?? [])];
  for (const child of inside) collect(child, { page, x, y }, search);
}
