import type { Pt } from '../../base/units.ts';

/** Of a row while heights are handed out. */
export interface RowHeight {
  readonly height: Pt;
  /** It or a cell of it has a `height`. */
  readonly isFixed: boolean;
  /** A cell that spans several rows begins here. */
  readonly startsSpan: boolean;
}

/**
 * The rows with heights that make `wanted` together with the spacing between them; never less than they have. CSS does
 * not define who gets the rest (CSS Tables 3, section 3.10.5): like browsers, rows without a height of their own grow
 * in proportion to it, and for a spanning cell first those where another one begins.
 */
export function growRows(
  rows: readonly RowHeight[],
  wanted: Pt,
  options: { readonly spacing: Pt; readonly isSpan: boolean },
): readonly Pt[] {
  const heights = rows.map((row) => row.height);
  const sum = heights.reduce((all, height) => all + height, 0);
  const excess = wanted - options.spacing * Math.max(0, rows.length - 1) - sum;
  if (rows.length === 0 || excess <= 0) return heights;
  const indexes = rows.map((_, i) => i);
  const isEmpty = (i: number): boolean => rows[i]!.height === 0;

  const starts = options.isSpan ? indexes.filter((i) => i > 0 && rows[i]!.startsSpan) : [];
  if (starts.length > 0) return evenly(heights, starts, excess);
  const open = indexes.filter((i) => !isEmpty(i) && !rows[i]!.isFixed);
  if (open.length > 0) return inProportion(heights, open, excess);
  const empty = indexes.filter(isEmpty);
  if (empty.length > 0) {
    if (!options.isSpan) {
      const free = empty.filter((i) => !rows[i]!.isFixed);
      return evenly(heights, free.length > 0 ? free : empty, excess);
    }
    if (empty.length === rows.length) return evenly(heights, empty.slice(-1), excess);
  }
  return inProportion(
    heights,
    indexes.filter((i) => !isEmpty(i)),
    excess,
  );
}

function evenly(heights: readonly Pt[], chosen: readonly number[], excess: Pt): readonly Pt[] {
  return heights.map((height, i) => (chosen.includes(i) ? height + excess / chosen.length : height));
}

function inProportion(heights: readonly Pt[], chosen: readonly number[], excess: Pt): readonly Pt[] {
  const sum = chosen.reduce((all, i) => all + heights[i]!, 0);
  return heights.map((height, i) => (chosen.includes(i) ? height + excess * (height / sum) : height));
}
