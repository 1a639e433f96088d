import type { Pt } from '../../base/units.ts';

/** What ends a line, by how much it is disliked. */
export const END_PENALTY = {
  /** White space, or any other place that needs no sign. */
  plain: 0,
  /** After a hyphen or a dash that is written. */
  writtenHyphen: 100,
  /** Inside an address. */
  address: 300,
  /** A hyphen that is set. */
  hyphen: 250,
  /** A hyphen behind which only two letters go to the next line. */
  shortHyphen: 400,
  /** In what belongs together: `Rp 200`, `pukul 15.00`, `Drs. Adi`. */
  reluctant: 3_000,
  /** Between two letters of a word that fits on no line. */
  cut: 5_000,
} as const;

/** Paid once for each line, so that of solutions alike the one with fewer lines is taken. */
const LINE = 10;
/** Badness of a line whose spaces are stretched or shrunk as far as they may be. */
const FULL_BADNESS = 100;
/** One line much looser than the one before. */
export const UNEVEN = 10_000;
/** Two hyphens below each other; three are a ladder. */
const SECOND_HYPHEN = 10_000;
const LADDER = 10_000_000;
/** More hyphens below each other than are allowed: only what would stick out costs more. */
const TOO_MANY_HYPHENS = 1e13;
/** A hyphen at the end of the last line but one. */
const HYPHEN_BEFORE_LAST = 5_000;
/** The last line has a single word, or the end of one: worse than a line stretched by three times its measure, or by two. */
const STRANDED_WORD = { justify: 1e7, ragged: 1e6 } as const;
/** Paid for a line that sticks out. */
const STICKING_OUT = 1e15;

/** Spaces may stretch by a half of their width and shrink by a third of it (as far as they look natural). */
export const STRETCH = 1 / 2;
export const SHRINK = 1 / 3;

/** `ratio`: 0 natural; 1 stretched as far as it may be; -1 shrunk as far as it may be. */
export function fillDemerits(ratio: number, penalty: number): number {
  const size = ratio < 0 ? -ratio : ratio;
  const line = LINE + FULL_BADNESS * size * size * size;
  return line * line + penalty * penalty;
}

/** Of a line that holds one box and sticks out by `over`. */
export const stickingOutDemerits = (over: Pt): number => STICKING_OUT + over * over;

/** 0 tight, 1 natural, 2 loose, 3 very loose. */
export function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

export const unevenDemerits = (before: number, fitness: number): number =>
  fitness - before > 1 || before - fitness > 1 ? UNEVEN : 0;

/** Of the `count`-th line in a row that ends with a hyphen. */
export function ladderDemerits(count: number, limit: number): number {
  if (count > limit) return TOO_MANY_HYPHENS;
  if (count < 2) return 0;
  return count === 2 ? SECOND_HYPHEN : LADDER;
}

export interface LastLine {
  readonly isAfterHyphen: boolean;
  readonly mayBeAfterHyphen: boolean;
  readonly isOneWord: boolean;
  readonly fill: 'justify' | 'ragged';
}

export function lastLineDemerits({ isAfterHyphen, mayBeAfterHyphen, isOneWord, fill }: LastLine): number {
  const afterHyphen = mayBeAfterHyphen ? HYPHEN_BEFORE_LAST : TOO_MANY_HYPHENS;
  return (isAfterHyphen ? afterHyphen : 0) + (isOneWord ? STRANDED_WORD[fill] : 0);
}
