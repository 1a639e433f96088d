import { cssPx, type Pt } from '../../base/units.ts';

import type { ComputedStyle } from '../../document/types.ts';
import { resolveLength } from '../box-geometry.ts';

/** The columns of a container: how many stand side by side, and where. */
export interface ColumnShape {
  readonly count: number;
  readonly width: Pt;
  readonly gap: Pt;
}

/** CSS Multi-column Layout 1, section 3.2: a `column-width` of less counts as this. */
const LEAST_WIDTH: Pt = cssPx(1);
/** Columns that one container may have side by side. */
const MOST_COLUMNS = 1000;

/** `column-gap`: 1em for `normal`. `base`: width of the content box. */
export const columnGap = (style: ComputedStyle, base: Pt): Pt =>
  style.columnGap === 'normal' ? style.fontSize : resolveLength(style.columnGap, base);

export const leastColumnWidth = (width: Pt): Pt => Math.max(width, LEAST_WIDTH);

/** Used count and width of columns in a content box of `width`: CSS Multi-column Layout 1, section 3.4. */
export function columnShape(style: ComputedStyle, width: Pt): ColumnShape {
  const gap = columnGap(style, width);
  const wanted = style.columnCount === 'auto' ? MOST_COLUMNS : Math.min(style.columnCount, MOST_COLUMNS);
  const fitting =
    style.columnWidth === 'auto'
      ? wanted
      : // Rounding of sums must not cost a column.
        Math.max(1, Math.floor((width + gap) / (leastColumnWidth(style.columnWidth) + gap) + 1e-9));
  const count = Math.min(wanted, fitting);
  return { count, width: Math.max(0, (width - (count - 1) * gap) / count), gap };
}
