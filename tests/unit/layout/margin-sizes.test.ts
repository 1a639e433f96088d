import { describe, expect, test } from 'vitest';
import { type EdgeBox, sizeEdge } from '../../../src/layout/pages/margin-sizes.ts';

const auto = (minContent: number, maxContent: number, limits: Partial<EdgeBox> = {}): EdgeBox => ({
  size: undefined,
  minContent,
  maxContent,
  min: 0,
  max: Number.POSITIVE_INFINITY,
  ...limits,
});
const fixed = (size: number): EdgeBox => auto(size, size, { size });

describe('boxes of an edge (CSS Paged Media 3, section 5.3.2.3)', () => {
  test('one alone takes the edge', () => {
    expect(sizeEdge([auto(1, 2), undefined, undefined], 20)).toEqual([20, 0, 0]);
    expect(sizeEdge([undefined, auto(1, 2), undefined], 20)).toEqual([0, 20, 0]);
    expect(sizeEdge([undefined, undefined, fixed(5)], 20)).toEqual([0, 0, 5]);
  });

  test('two share in proportion to their max-content', () => {
    expect(sizeEdge([auto(1, 3), undefined, auto(1, 1)], 20)).toEqual([15, 0, 5]);
    expect(sizeEdge([auto(2, 20), undefined, auto(2, 11)], 13)).toEqual([8, 0, 5]);
    expect(sizeEdge([auto(20, 30), undefined, auto(10, 30)], 15)).toEqual([10, 0, 5]);
    expect(sizeEdge([fixed(4), undefined, auto(1, 1)], 20)).toEqual([4, 0, 16]);
    expect(sizeEdge([auto(0, 0), undefined, auto(0, 0)], 20)).toEqual([10, 0, 10]);
  });

  test('the middle one stays in the middle: both sides count as twice the larger', () => {
    expect(sizeEdge([auto(3, 3), auto(2, 2), auto(2, 2)], 20)).toEqual([7.5, 5, 7.5]);
    expect(sizeEdge([auto(18, 18), auto(12, 12), auto(6, 6)], 20)).toEqual([7.5, 5, 7.5]);
    expect(sizeEdge([auto(1, 9), auto(1, 17), auto(1, 3)], 20)).toEqual([5.25, 9.5, 5.25]);
    expect(sizeEdge([fixed(4), auto(2, 2), fixed(2)], 20)).toEqual([4, 12, 2]);
    expect(sizeEdge([auto(1, 1), fixed(10), undefined], 20)).toEqual([5, 10, 0]);
  });

  test('limits', () => {
    expect(sizeEdge([auto(1, 3, { max: 6 }), undefined, auto(1, 1)], 20)).toEqual([6, 0, 14]);
    expect(sizeEdge([auto(1, 3), undefined, auto(1, 1, { min: 8 })], 20)).toEqual([12, 0, 8]);
  });
});
