import type { Insets, Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import { NO_INSETS } from '../box-geometry.ts';
import type { Fragment } from '../types.ts';

/** A row, a group or the table: it has a box, and whatever it holds is inside its children. */
export function partFragment(
  element: StyledElement,
  rect: Rect,
  part: {
    readonly children: readonly Fragment[];
    readonly isFirst: boolean;
    readonly isLast: boolean;
    readonly margin?: Insets;
    readonly border?: Insets;
    readonly padding?: Insets;
    readonly repeated?: boolean;
    readonly anonymous?: boolean;
    readonly firstBaseline?: Pt | undefined;
    readonly rules?: Fragment['rules'];
  },
): Fragment {
  const fragment: Fragment = {
    element,
    anonymous: part.anonymous ?? false,
    rect,
    margin: part.margin ?? NO_INSETS,
    border: part.border ?? NO_INSETS,
    padding: part.padding ?? NO_INSETS,
    isFirst: part.isFirst,
    isLast: part.isLast,
    children: part.children,
    lines: [],
    atoms: [],
    content: undefined,
    firstBaseline: part.firstBaseline,
    // As in browsers, a table gives no baseline to an inline block around it.
    lastBaseline: undefined,
    repeated: part.repeated ?? false,
  };
  return part.rules === undefined ? fragment : { ...fragment, rules: part.rules };
}
