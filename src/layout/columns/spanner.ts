import { isInFlow } from '../boxes/flow-of.ts';
import type { Box, Resume } from '../types.ts';

/** CSS Multi-column Layout 1, section 6: it stands across all columns and cuts the content in two. */
export const isSpanner = (box: Box): boolean =>
  box.element.style.columnSpan === 'all' && !box.anonymous && isInFlow(box);

/** A spanner with its neighbours in the flow. */
export interface SpannerPlace {
  readonly spanner: Box;
  readonly previous: Box | undefined;
  readonly next: Box | undefined;
  /** Where the content goes on behind it. */
  readonly behind: Resume;
}

/** The spanner at which the content of a container has ended. `at` names it: all its levels are children of blocks. */
export function spannerAt(content: Box, at: Resume): SpannerPlace {
  if (at.kind !== 'children' || content.kind !== 'block') throw new Error('A spanner was expected among blocks');
  const child = content.children[at.index];
  if (child === undefined) throw new Error('A spanner was expected');
  if (at.inner !== undefined) {
    const place = spannerAt(child, at.inner);
    return { ...place, behind: { ...at, inner: place.behind } };
  }
  const before = content.children.slice(0, at.index);
  const after = content.children.slice(at.index + 1);
  return {
    spanner: child,
    previous: before.findLast(isInFlow),
    next: after.find(isInFlow),
    // As in browsers, margins behind a spanner stay.
    behind: { ...at, index: at.index + 1, keepsMargins: true },
  };
}
