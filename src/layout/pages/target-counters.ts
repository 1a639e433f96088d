import type { Place } from '../../base/source.ts';
import type { StyledDocument, StyledElement } from '../../document/types.ts';
import type { Generation } from '../boxes/generation.ts';

/** What `target-counter()` asks for with a page: CSS Content 3, section 4.2. */
export interface AskedTargets {
  /** `id` attributes. */
  readonly ids: ReadonlySet<string>;
  /** Those that no element has, with the first place that asks. */
  readonly missing: ReadonlyMap<string, Place | undefined>;
}

/** In the flow, in running elements, in margin boxes and in named strings. */
export function askedTargets(document: StyledDocument, { counters, running }: Generation): AskedTargets {
  const asked = new Map<string, Place | undefined>();
  const ask = (id: string | undefined, place: Place | undefined): void => {
    if (id !== undefined && !asked.has(id)) asked.set(id, place);
  };
  const askInside = (element: StyledElement): void => {
    for (const child of element.children) {
      if (child.kind === 'page-counter') ask(child.target, element.place);
      else if (child.kind === 'element') askInside(child);
    }
  };
  for (const { counter, owner } of counters) ask(counter.target, owner.place);
  for (const { element } of running) askInside(element);
  for (const { style } of document.pages) {
    for (const { element } of style.marginBoxes) {
      for (const part of element.style.content) if (part.kind === 'page-counter') ask(part.target, element.place);
    }
  }
  for (const { parts } of document.strings) {
    for (const part of parts) if (part.kind === 'page-counter') ask(part.target, undefined);
  }
  if (asked.size === 0) return { ids: new Set(), missing: asked };
  const known = idsOf(document.root);
  return { ids: new Set(asked.keys()), missing: new Map([...asked].filter(([id]) => !known.has(id))) };
}

function idsOf(root: StyledElement): ReadonlySet<string> {
  const ids = new Set<string>();
  const visit = (element: StyledElement): void => {
    if (element.attributes.id !== undefined) ids.add(element.attributes.id);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return ids;
}
