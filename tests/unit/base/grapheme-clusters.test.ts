import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterStarts } from '../../../src/base/grapheme-clusters.ts';

const whole = (text: string): readonly number[] =>
  Array.from(new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text), ({ index }) => index);

describe('clusterStarts', () => {
  it('finds in parts what the segmenter finds in the whole text', () => {
    const pieces = [
      'a',
      ' ',
      'e\u0301',
      '👨\u200d👩\u200d👧',
      '🇮🇩',
      '\u200b',
      '\u0600a',
      'क्ष',
      '\u200d',
      '\u{110bd}x',
      '✓\ufe0f',
    ];
    const text = fc
      .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 700 })), { maxLength: 8 })
      .map((runs) => runs.map(([piece, count]) => piece.repeat(count)).join(''));
    fc.assert(
      fc.property(text, (value) => {
        const expected = /^[\u0020-\u02ff]*$/.test(value) ? [...value].map((_, index) => index) : whole(value);
        expect(clusterStarts(value)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a hundred thousand characters without an end in a short time', () => {
    const started = performance.now();
    expect(clusterStarts('a\u200b'.repeat(50_000))).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
