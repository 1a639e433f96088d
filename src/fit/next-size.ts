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
  // Before the layouts are used up without one that fits, the smallest is tried.
  if (below === NOTHING_FITS && trials.length === MOST_TRIALS - 1) return goal.min;
  const fitting = steps.filter((trial) => trial.fits).length;

  const isLate = MOST_TRIALS - trials.length <= Math.ceil(Math.log2(above - below));
  const middle = Math.floor((below + above) / 2);
  const guess = isLate ? middle : (guessOf(goal, over) ?? middle);
  // Something fits and the guess says no more: twice as far each time.
  const step = guess <= below && below !== NOTHING_FITS ? Math.min(middle, below + 2 ** fitting) : guess;
  return sizeOf(goal, Math.min(Math.max(step, below + 1), above - 1), top);
}

/** The step below the least size: it is taken to fit before anything is known. */
const NOTHING_FITS = -1;

type Stepped = Trial & { readonly step: number };

/**
 * From the two smallest sizes that do not fit: the area of the text as a power of its size, because what has a size of
 * its own does not grow with it. From one of them: as its square.
 */
function guessOf(goal: FitGoal, over: readonly Stepped[]): number | undefined {
  const [nearest, next] = [...over].sort((a, b) => a.step - b.step);
  if (nearest === undefined || !(nearest.fullness > goal.pages)) return undefined;
  const power =
    next === undefined ? 2 : Math.log(next.fullness / nearest.fullness) / Math.log(next.size / nearest.size);
  const used = power >= LEAST_POWER && power <= 3 ? power : 2;
  const size = nearest.size * (goal.pages / nearest.fullness) ** (1 / used);
  return Math.floor((size - goal.min) / FIT_STEP);
}

const LEAST_POWER = 0.8;

const stepOf = (goal: FitGoal, size: Pt, top: number): number =>
  size >= goal.max ? top : Math.round((size - goal.min) / FIT_STEP);

const sizeOf = (goal: FitGoal, step: number, top: number): Pt => (step >= top ? goal.max : goal.min + step * FIT_STEP);
