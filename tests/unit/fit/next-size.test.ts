import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIT_STEP, type FitGoal, MOST_TRIALS, nextSize, type Trial } from '../../../src/fit/next-size.ts';

/** Runs the search on text that fits up to `limit`; `fullness` may mislead it. */
function search(goal: FitGoal, limit: number, fullness: (size: number, fits: boolean) => number): readonly Trial[] {
  const trials: Trial[] = [];
  for (let size = nextSize(goal, trials); size !== undefined; size = nextSize(goal, trials)) {
    const fits = size <= limit;
    trials.push({ size, fits, fullness: fullness(size, fits) });
    if (trials.length > 100) throw new Error('The search does not end');
  }
  return trials;
}

const largestFit = (trials: readonly Trial[]): number | undefined =>
  trials
    .filter(({ fits }) => fits)
    .reduce<number | undefined>((most, { size }) => Math.max(most ?? size, size), undefined);

const GOAL: FitGoal = { min: 11, max: 16, pages: 1 };

describe('nextSize', () => {
  it('asks once when the largest size fits', () => {
    expect(search(GOAL, 20, () => 0.5)).toEqual([{ size: 16, fits: true, fullness: 0.5 }]);
  });

  it('asks once when there is one size', () => {
    expect(search({ min: 12, max: 12, pages: 1 }, 0, () => 2)).toHaveLength(1);
  });

  it('tries the least size before it gives up', () => {
    const trials = search(GOAL, 5, (size) => (size / 5) ** 2);
    expect(largestFit(trials)).toBeUndefined();
    expect(trials.some(({ size }) => size === 11)).toBe(true);
  });

  it('needs few layouts when the area of the text grows with the square of its size', () => {
    for (const limit of [11.02, 11.7, 12.5, 13.33, 14.8, 15.99]) {
      const trials = search(GOAL, limit, (size) => (size / limit) ** 2);
      expect(trials.length).toBeLessThanOrEqual(6);
      expect(largestFit(trials)).toBeCloseTo(Math.floor((limit - 11) / FIT_STEP + 1e-9) * FIT_STEP + 11, 6);
    }
  });

  it('finds the largest size to a step, in at most so many layouts, whatever it is told of the fullness', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 6, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 110, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.func(fc.double({ min: 0, max: 9, noNaN: true })),
        (min, range, limit, pages, fullness) => {
          const goal = { min, max: min + range, pages };
          const trials = search(goal, limit, (size) => fullness(size));
          expect(trials.length).toBeLessThanOrEqual(MOST_TRIALS);
          expect(new Set(trials.map(({ size }) => size)).size).toBe(trials.length);
          for (const { size } of trials) {
            expect(size).toBeGreaterThanOrEqual(min - 0.005);
            expect(size).toBeLessThanOrEqual(goal.max);
          }
          if (trials.length === MOST_TRIALS) return;
          const best = largestFit(trials);
          const least = trials.filter(({ fits }) => !fits).reduce((most, { size }) => Math.min(most, size), Infinity);
          if (best === undefined) expect(least).toBeLessThanOrEqual(min + 0.005);
          else if (best < goal.max) expect(least - best).toBeLessThanOrEqual(FIT_STEP + 0.011);
        },
      ),
    );
  });

  it('comes to a step for the range of a board page with any guesses', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 11, max: 16, noNaN: true }),
        fc.func(fc.double({ min: 0, max: 9, noNaN: true })),
        (limit, fullness) => {
          const trials = search(GOAL, limit, (size) => fullness(size));
          const best = largestFit(trials) ?? 0;
          expect(limit - best).toBeLessThan(FIT_STEP + 0.011);
        },
      ),
    );
  });
});
