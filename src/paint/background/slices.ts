import type { Pt } from '../../base/units.ts';
import type { Fragment, PagedDocument } from '../../layout/types.ts';

/** Where a fragment lies in its box, were the box not cut between pages. */
export interface Slice {
  readonly before: Pt;
  readonly total: Pt;
}

/**
 * A background is laid over the box as it would be in one piece, and cut with it (CSS Fragmentation 3, section 5.4.1).
 * Asked for cut boxes with background pictures alone, so most documents are never walked.
 */
export function createSlices(paged: PagedDocument): (fragment: Fragment) => Slice | undefined {
  let slices: ReadonlyMap<Fragment, Slice> | undefined;
  return (fragment) => {
    slices ??= collect(paged);
    return slices.get(fragment);
  };
}

function collect(paged: PagedDocument): ReadonlyMap<Fragment, Slice> {
  const parts = new Map<number, Fragment[]>();
  const visit = (fragment: Fragment): void => {
    const { element, anonymous, isFirst, isLast, children, atoms, positioned = [] } = fragment;
    const isCut = !isFirst || !isLast;
    // The root may carry the background of the body.
    const isWanted = element.style.backgroundLayers.length > 0 || element === paged.root;
    if (isCut && isWanted && !anonymous) {
      const known = parts.get(element.id);
      if (known === undefined) parts.set(element.id, [fragment]);
      else known.push(fragment);
    }
    for (const child of [...children, ...atoms, ...positioned]) visit(child);
  };
  for (const { flow, footnotes } of paged.pages) {
    if (flow !== undefined) visit(flow);
    if (footnotes !== undefined) visit(footnotes);
  }
  const slices = new Map<Fragment, Slice>();
  for (const fragments of parts.values()) {
    const total = fragments.reduce((sum, { rect }) => sum + rect.height, 0);
    let before = 0;
    for (const fragment of fragments) {
      slices.set(fragment, { before, total });
      before += fragment.rect.height;
    }
  }
  return slices;
}
