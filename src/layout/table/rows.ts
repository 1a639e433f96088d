import type { Pt } from '../../base/units.ts';

/** Of a row while heights are handed out. */
export interface RowHeight {
  readonly height: Pt;
  /** It or a cell of it has a `height`. */
  readonly isFixed: boolean;
  /** The largest `height` in percent, of the row and its cells. */
  readonly percent: number | undefined;
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
  options: {
    readonly spacing: Pt;
    readonly isSpan: boolean;
    /** What heights in percent count from; without it they are `auto`. */
    readonly percentBase?: Pt;
  },
): readonly Pt[] {
  const { heights, rest } = growPercents(rows, wanted, options);
  return rest <= 0 ? heights : growRest(rows, heights, { rest, ...options });
}

/** Rows in percent come first, as far as there is room. */
function growPercents(
  rows: readonly RowHeight[],
  wanted: Pt,
  { spacing, percentBase }: { readonly spacing: Pt; readonly percentBase?: Pt },
): { readonly heights: readonly Pt[]; readonly rest: Pt } {
  const heights = rows.map((row) => row.height);
  const sum = heights.reduce((all, height) => all + height, 0);
  const excess = wanted - spacing * Math.max(0, rows.length - 1) - sum;
  if (rows.length === 0 || excess <= 0 || percentBase === undefined) return { heights, rest: excess };
  const lacks = rows.map(({ height, percent }) => Math.max(0, ((percent ?? 0) * percentBase) / 100 - height));
  const lacking = lacks.reduce((all, lack) => all + lack, 0);
  if (lacking <= 0) return { heights, rest: excess };
  const given = Math.min(excess, lacking);
  return { heights: heights.map((height, i) => height + given * (lacks[i]! / lacking)), rest: excess - given };
}

function growRest(
  rows: readonly RowHeight[],
  heights: readonly Pt[],
  options: { readonly rest: Pt; readonly isSpan: boolean; readonly percentBase?: Pt },
): readonly Pt[] {
  const excess = options.rest;
  if (rows.length === 0) return heights;
  const isFixed = ({ isFixed, percent }: RowHeight): boolean =>
    isFixed && (percent === undefined || options.percentBase !== undefined);
  const indexes = rows.map((_, i) => i);
  const isEmpty = (i: number): boolean => heights[i] === 0;

  const starts = options.isSpan ? indexes.filter((i) => i > 0 && rows[i]!.startsSpan) : [];
  if (starts.length > 0) return evenly(heights, starts, excess);
  const open = indexes.filter((i) => !isEmpty(i) && !isFixed(rows[i]!));
  if (open.length > 0) return inProportion(heights, open, excess);
  const empty = indexes.filter(isEmpty);
  if (empty.length > 0) {
    if (!options.isSpan) {
      const free = empty.filter((i) => !isFixed(rows[i]!));
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
