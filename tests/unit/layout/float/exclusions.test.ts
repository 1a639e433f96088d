import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearance, type FloatSize, findBand, freeBand, placeFloat } from '../../../../src/layout/float/exclusions.ts';
import type { Exclusion } from '../../../../src/layout/types.ts';

const WITHIN = { left: 0, right: 100 };
const left = (width: number, height: number): FloatSize => ({ side: 'left', clear: 'none', width, height });
const right = (width: number, height: number): FloatSize => ({ side: 'right', clear: 'none', width, height });

/** Floats one after the other, each asked for at the top. */
function placeAll(floats: readonly FloatSize[]): readonly Exclusion[] {
  const placed: Exclusion[] = [];
  for (const float of floats) placed.push(placeFloat(placed, float, 0, WITHIN));
  return placed;
}
const corners = (all: readonly Exclusion[]): readonly string[] =>
  all.map((one) => `${one.left}-${one.right} ${one.top}-${one.bottom}`);

describe('rules of float placement (CSS 2.2, section 9.5.1)', () => {
  it('a left float stands beside the one before it, or below it (rules 2 and 7)', () => {
    expect(corners(placeAll([left(40, 20), left(50, 30), left(20, 10)]))).toEqual([
      '0-40 0-20',
      '40-90 0-30',
      '0-20 30-40',
    ]);
  });

  it('floats of both sides do not overlap (rule 3)', () => {
    expect(corners(placeAll([left(60, 20), right(50, 10), right(40, 10)]))).toEqual([
      '0-60 0-20',
      '50-100 20-30',
      '10-50 20-30',
    ]);
  });

  it('a float is not above an earlier one (rule 5)', () => {
    expect(corners(placeAll([left(60, 20), left(60, 20), right(20, 5)]))).toEqual([
      '0-60 0-20',
      '0-60 20-40',
      '80-100 20-25',
    ]);
  });

  it('a float that is too wide stands where no other is beside it', () => {
    expect(corners(placeAll([left(10, 20), left(140, 5)]))).toEqual(['0-10 0-20', '0-140 20-25']);
  });

  it('a float whose margins take its width away fits beside full lines', () => {
    expect(corners(placeAll([left(100, 20), right(-10, 5)]))).toEqual(['0-100 0-20', '100-100 0-5']);
  });

  it('clear moves a float below floats of its side', () => {
    expect(corners(placeAll([left(10, 20), right(10, 40), { ...left(10, 10), clear: 'left' }]))[2]).toBe('0-10 20-30');
    expect(corners(placeAll([left(10, 20), right(10, 40), { ...left(10, 10), clear: 'both' }]))[2]).toBe('0-10 40-50');
  });
});

describe('bands', () => {
  const floats = placeAll([left(30, 20), right(20, 50)]);

  it('are as wide as all of their height allows', () => {
    expect(freeBand(floats, { top: 0, height: 10 }, WITHIN)).toEqual({ left: 30, right: 80 });
    expect(freeBand(floats, { top: 20, height: 10 }, WITHIN)).toEqual({ left: 0, right: 80 });
    expect(freeBand(floats, { top: 15, height: 10 }, WITHIN)).toEqual({ left: 30, right: 80 });
    expect(freeBand(floats, { top: 50, height: 10 }, WITHIN)).toEqual({ left: 0, right: 100 });
  });

  it('are found at the end of a float', () => {
    const wide = (width: number) => (band: { left: number; right: number }) => band.right - band.left >= width;
    expect(findBand(floats, { top: 0, height: 10 }, WITHIN, wide(50)).top).toBe(0);
    expect(findBand(floats, { top: 0, height: 10 }, WITHIN, wide(60)).top).toBe(20);
    expect(findBand(floats, { top: 0, height: 10 }, WITHIN, wide(90)).top).toBe(50);
    expect(findBand(floats, { top: 0, height: 10 }, WITHIN, wide(500)).top).toBe(50);
  });

  it('clearance looks at one side or both, and not at initial letters', () => {
    expect(clearance(floats, 'left')).toBe(20);
    expect(clearance(floats, 'right')).toBe(50);
    expect(clearance(floats, 'both')).toBe(50);
    expect(clearance(floats, 'none')).toBe(Number.NEGATIVE_INFINITY);
    const letter: Exclusion = { side: 'left', left: 0, right: 5, top: 0, bottom: 90, isInitialLetter: true };
    expect(clearance([...floats, letter], 'both')).toBe(50);
  });
});

describe('any floats', () => {
  const sizes: fc.Arbitrary<readonly FloatSize[]> = fc.array(
    fc.record({
      side: fc.constantFrom<FloatSize['side']>('left', 'right'),
      clear: fc.constantFrom<FloatSize['clear']>('none', 'none', 'none', 'left', 'right', 'both'),
      width: fc.integer({ min: 1, max: 100 }),
      height: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 12 },
  );

  it('stay in the container, do not overlap, and come in order', () => {
    fc.assert(
      fc.property(sizes, (floats) => {
        const all = placeAll(floats);
        all.forEach((one, index) => {
          expect(one.left).toBeGreaterThanOrEqual(0);
          expect(one.right).toBeLessThanOrEqual(100);
          for (const before of all.slice(0, index)) {
            expect(one.top).toBeGreaterThanOrEqual(before.top);
            const isApart = one.left >= before.right || one.right <= before.left || one.top >= before.bottom;
            expect(isApart).toBe(true);
          }
        });
      }),
    );
  });
});
