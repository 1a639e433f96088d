import type { Pt } from '../base/units.ts';

/** A place inside a unit where it may be cut. */
export interface Split {
  /** From the start of the unit. */
  readonly width: Pt;
}

/** The place of a box out of the flow. */
export interface UnitAnchor {
  /** Index of the inline item. */
  readonly item: number;
  /** Width from the start of the unit, white space right before it left out. */
  readonly before: Pt;
  /** Of the edges of elements that close right after it, which stay on its line. */
  readonly after: Pt;
  /** No content of the unit stands before it: white space at the end of the unit before takes no room beside it. */
  readonly leads: boolean;
}

/** What stands between two places where a line may end. The breaker knows widths, not text. */
export interface BreakUnit {
  /** With its trailing white space. */
  readonly width: Pt;
  /** White space at its end, which takes no room when the line ends there. */
  readonly trailing: Pt;
  /** Edges of empty elements behind the place where the line may end: they ask for no room, as in browsers. */
  readonly overhang?: Pt;
  /** Of the hyphen that is set where a line ends after it; not set where there is none. */
  readonly hyphen?: Pt | undefined;
  /** The line ends after it in any case. */
  readonly isForced: boolean;
  /** Places of boxes out of the flow that it holds, ascending; not set when it has none. */
  readonly anchors?: readonly UnitAnchor[] | undefined;
  /** Where it may be cut if it fits on no line (CSS Text 3, section 5.5), ascending. Asked for only then. */
  readonly splits: () => readonly Split[];
}

/** Where a line begins: at a unit, or inside it after so many of its splits. */
export interface BreakPoint {
  readonly unit: number;
  /** 0: at its start; k: after the k-th split. */
  readonly split: number;
}

/** `hyphenate-limit-lines`. */
export interface HyphenLimit {
  /** Lines below each other that may end with a hyphen. */
  readonly limit: number;
  /** Of those right before the first line, so many do. */
  readonly before: number;
}

/**
 * Gives the end of each line from `from` on, the last being `{ unit: units.length, split: 0 }`. `roomOf` counts lines
 * from 0 at `from`; it may depend on lines that the caller made of what was given so far, so a breaker that looks ahead
 * gets their room as it is known then.
 */
export type LineBreaker = (
  units: readonly BreakUnit[],
  from: BreakPoint,
  roomOf: (line: number) => Pt,
  hyphens?: HyphenLimit,
) => Iterable<BreakPoint>;

/** How far a line may overhang: sums of the same widths differ in the last bits. */
export const OVERHANG: Pt = 0.001;
