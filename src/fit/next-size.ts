import type { Pt } from '../base/units.ts';

/** The size that is found lies less than this below one that does not fit. */
export const FIT_STEP: Pt = 0.05;
/** Layouts that one document may take. */
export const MOST_TRIALS = 12;

/** One layout at one size. */
export interface Trial {
  readonly size: Pt;
  readonly fits: boolean;
  /** How many pages the content fills, the last one in part. */
  readonly fullness: number;
}

/** What is asked for. */
export interface FitGoal {
  readonly min: Pt;
  readonly max: Pt;
  /** The document is to take at most so many pages. */
  readonly pages: number;
}

/**
 * The size to try after those that were tried; `undefined` when the largest that fits is known, nothing fits, or
 * `MOST_TRIALS` are done. Sizes are the least one and those whole steps above it, and the largest one. A good guess
 * needs few layouts: text takes an area that grows with the square of its size. Halving guards it, so that the search
 * always ends.
 */
export function nextSize(goal: FitGoal, trials: readonly Trial[]): Pt | undefined {
  if (trials.length >= MOST_TRIALS) return undefined;
  const top = Math.max(0, Math.ceil((goal.max - goal.min) / FIT_STEP - 1e-6));
  if (trials.length === 0) return goal.max;
  const steps = trials.map((trial) => ({ ...trial, step: stepOf(goal, trial.size, top) }));
  const below = steps.filter((trial) => trial.fits).reduce((most, { step }) => Math.max(most, step), NOTHING_FITS);
  const over = steps.filter((trial) => !trial.fits && trial.step > below);
  const above = over.reduce((least, { step }) => Math.min(least, step), top + 1);
  if (above - below <= 1) return undefined;

  const known = { low: steps.find(({ step }) => step === below), high: over.find(({ step }) => step === above) };
  const isLate = MOST_TRIALS - trials.length <= Math.ceil(Math.log2(above - below));
  const isHalving = isLate || (trials.length > 2 && trials.length % 2 === 1);
  const guess = isHalving ? undefined : guessOf(goal, known);
  const step = guess ?? Math.floor((below + above) / 2);
  return sizeOf(goal, Math.min(Math.max(step, below + 1), above - 1), top);
}

/** The step below the least size: it is taken to fit before anything is known. */
const NOTHING_FITS = -1;

type Stepped = Trial & { readonly step: number };

function guessOf(
  goal: FitGoal,
  { low, high }: { readonly low: Stepped | undefined; readonly high: Stepped | undefined },
): number | undefined {
  if (high === undefined || !(high.fullness > goal.pages)) return undefined;
  if (low !== undefined && low.fullness < high.fullness && low.fullness <= goal.pages) {
    const part = (goal.pages - low.fullness) / (high.fullness - low.fullness);
    return low.step + Math.floor((high.step - low.step) * part);
  }
  const size = high.size * Math.sqrt(goal.pages / high.fullness);
  return Math.floor((size - goal.min) / FIT_STEP);
}

const stepOf = (goal: FitGoal, size: Pt, top: number): number =>
  size >= goal.max ? top : Math.round((size - goal.min) / FIT_STEP);

/** Hundredths of a point, so that sums of steps leave no dust in the bytes of a file. */
const sizeOf = (goal: FitGoal, step: number, top: number): Pt =>
  step >= top ? goal.max : Math.round((goal.min + step * FIT_STEP) * 100) / 100;
