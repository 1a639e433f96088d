import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoxRow,
  type BreakShape,
  breakOptimally,
  demeritsOf,
  ENDS_LINE,
  ENDS_WITH_HYPHEN,
  firstFit,
} from '../../../../src/text/optimal/break-optimally.ts';

interface Box {
  readonly width: number;
  /** White space behind it. */
  readonly space?: number;
  /** Width of the hyphen with which a line may end behind it. */
  readonly hyphen?: number;
  readonly penalty?: number;
  readonly isForced?: boolean;
}

function rowOf(boxes: readonly Box[]): BoxRow {
  const sums = (of: (box: Box) => number): Float64Array => {
    const result = new Float64Array(boxes.length + 1);
    boxes.forEach((box, index) => {
      result[index + 1] = (result[index] ?? 0) + of(box);
    });
    return result;
  };
  const space = (box: Box): number => box.space ?? 0;
  return {
    count: boxes.length,
    widths: sums((box) => box.width + space(box)),
    spaces: sums(space),
    trailing: Float64Array.from(boxes, space),
    trailingSpaces: Float64Array.from(boxes, space),
    hyphens: Float64Array.from(boxes, (box) => box.hyphen ?? 0),
    penalties: Float64Array.from(boxes, (box) => box.penalty ?? 0),
    flags: Uint8Array.from(
      boxes,
      (box) => (box.hyphen === undefined ? 0 : ENDS_WITH_HYPHEN) | (box.isForced === true ? ENDS_LINE : 0),
    ),
  };
}

/** Words of letters that are 10 wide, with spaces of 12: they stretch by 6 and shrink by 4. `-` is a place for a hyphen. */
function words(text: string): BoxRow {
  return rowOf(
    text.split(' ').flatMap((word) => {
      const parts = word.split('-');
      return parts.map((part, index): Box => {
        const isEnd = index === parts.length - 1;
        return isEnd ? { width: part.length * 10, space: 12 } : { width: part.length * 10, hyphen: 10, penalty: 50 };
      });
    }),
  );
}

function shapeOf(rooms: readonly number[], changes: Partial<BreakShape> = {}): BreakShape {
  return {
    rooms: Float64Array.from(rooms),
    fill: 'justify',
    looseness: 6,
    fillsLast: false,
    hyphensInRow: Number.POSITIVE_INFINITY,
    hyphenatesLast: true,
    ...changes,
  };
}

const ends = (row: BoxRow, shape: BreakShape): readonly number[] => breakOptimally(row, shape).ends;

describe('breaking a paragraph as a whole', () => {
  it('chooses lines for the sake of those after them', () => {
    const row = words('aaa bbbb c ddddd e fffff ggggg h');
    // Filled one after the other: 100 + 2 × 12 of 140, then 110 + 2 × 12; the first is better with another word.
    const shape = shapeOf([140]);
    expect(firstFit(row, shape.rooms, { from: 0, end: 8, line: 0 })).toEqual([3, 6, 8]);
    expect(ends(row, shape)).toEqual([3, 6, 8]);
    const uneven = words('aaaa bb cccc d ee fffff ggggg hh i jj');
    // One after the other: stretched by 16 / 12, then by 36 / 12. With shrunk spaces: by 6 / 12 of a third, twice.
    expect(firstFit(uneven, shape.rooms, { from: 0, end: 10, line: 0 })).toEqual([3, 6, 10]);
    expect(ends(uneven, shape)).toEqual([4, 7, 10]);
  });

  it('shrinks spaces by a third, and no further', () => {
    const row = words('aaa bbb ccc ddd eee');
    expect(ends(row, shapeOf([106]))).toEqual([3, 5]);
    expect(ends(row, shapeOf([105.9]))).toEqual([2, 4, 5]);
  });

  it('counts the room of each line', () => {
    const row = words('aaa bbb ccc ddd eee fff');
    expect(ends(row, shapeOf([72, 114, 30]))).toEqual([2, 5, 6]);
    expect(ends(row, shapeOf([30, 72]))).toEqual([1, 3, 5, 6]);
  });

  it('begins anew after a forced break, with the room of the next line', () => {
    const boxes = ['aaa', 'bbb', 'ccc', 'ddd'].map((word): Box => ({ width: word.length * 10, space: 12 }));
    const row = rowOf(boxes.map((box, index) => ({ ...box, isForced: index === 1 })));
    expect(ends(row, shapeOf([200]))).toEqual([2, 4]);
    expect(ends(row, shapeOf([200, 30]))).toEqual([2, 3, 4]);
  });

  it('goes on from inside, at the room of the line', () => {
    const row = words('aaa bbb ccc ddd eee fff');
    expect(breakOptimally(row, shapeOf([30, 72]), 1, 1).ends).toEqual([3, 5, 6]);
  });

  it('lets a box that is too wide stand alone and stick out', () => {
    expect(ends(words('aa bbbbbbbbbb cc'), shapeOf([60]))).toEqual([1, 2, 3]);
    expect(ends(words('bbbbbbbbbb'), shapeOf([0]))).toEqual([1]);
    expect(ends(words('bb-bbbb-bb'), shapeOf([0]))).toEqual([1, 2, 3]);
  });

  it('takes the fullest line where every way has one that is too loose', () => {
    expect(ends(words('a bb cccccccccccccccccccccccccccccc dd'), shapeOf([300]))).toEqual([2, 3, 4]);
  });

  it('sets a hyphen where a line would be loose, and none where it is good without', () => {
    expect(ends(words('aaa bbb-bbb ccc'), shapeOf([86]))).toEqual([2, 4]);
    expect(ends(words('aaa bbb bb-bb cccc'), shapeOf([74]))).toEqual([2, 4, 5]);
  });

  it('gives a hyphen its room', () => {
    // 3 + 3 letters, a space and the hyphen.
    expect(ends(words('aaa bbb-bbb ccc'), shapeOf([78]))).toEqual([2, 4]);
    expect(ends(words('aaa bbb-bbb ccc'), shapeOf([77.9]))).toEqual([1, 3, 4]);
  });

  it('makes no ladder of hyphens, nor more in a row than are allowed', () => {
    const text = 'aaaa-aaaa-aaaa-aaaa-aaaa';
    const hyphens = (row: BoxRow, shape: BreakShape): string =>
      ends(row, shape)
        .map((end) => ((row.flags[end - 1] ?? 0) & ENDS_WITH_HYPHEN ? '-' : '.'))
        .join('');
    const row = words('aa bb-bb cc dd-dd ee ff-ff gg hh-hh ii jj-jj');
    expect(hyphens(row, shapeOf([62]))).not.toContain('---');
    expect(hyphens(row, shapeOf([62], { hyphensInRow: 1 }))).not.toContain('--');
    expect(hyphens(row, shapeOf([62], { hyphensInRow: 0 }))).not.toContain('-');
    // Nothing else fits.
    expect(hyphens(words(text), shapeOf([50], { hyphensInRow: 1 }))).toBe('----.');
  });

  it('leaves no word alone on the last line where the lines can do it', () => {
    const row = words('aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa');
    expect(firstFit(row, Float64Array.of(244), { from: 0, end: 17, line: 0 })).toEqual([8, 16, 17]);
    expect(ends(row, shapeOf([244]))).toEqual([7, 15, 17]);
  });

  it('sets no hyphen before the last line when it may not', () => {
    const row = words('aaa bbb-bb cc');
    expect(ends(row, shapeOf([86]))).toEqual([2, 4]);
    expect(ends(row, shapeOf([86], { hyphenatesLast: false }))).toEqual([1, 4]);
  });

  it('looks at lines with less room behind one that is too loose', () => {
    const row = rowOf([{ width: 0, hyphen: 0 }, { width: 6 }, { width: 21, space: 3 }, { width: 38 }, { width: 0 }]);
    const shape = shapeOf([6, 135, 0], { looseness: 6, fillsLast: true, hyphensInRow: 1, hyphenatesLast: false });
    expect(ends(row, shape)).toEqual([1, 4, 5]);
  });

  it('fills the last line too when it is to be', () => {
    const row = words('aaa bbb ccc ddd');
    expect(ends(row, shapeOf([114]))).toEqual([3, 4]);
    expect(ends(row, shapeOf([114], { fillsLast: true, looseness: 1 }))).toEqual([2, 4]);
  });

  it('makes ragged lines even, and shrinks nothing', () => {
    const row = words('aaa bbb ccc ddd eee fff');
    const ragged = shapeOf([120], { fill: 'ragged', looseness: 30 });
    expect(ends(row, ragged)).toEqual([3, 6]);
    // 114 are three words with their spaces.
    expect(ends(row, { ...ragged, rooms: Float64Array.of(113.9) })).toEqual([2, 4, 6]);
    const uneven = words('aaaa bb cc dddddddd ee ff');
    expect(firstFit(uneven, Float64Array.of(130), { from: 0, end: 6, line: 0 })).toEqual([3, 5, 6]);
    expect(ends(uneven, { ...ragged, rooms: Float64Array.of(130) })).toEqual([3, 4, 6]);
  });
});

const someBox: fc.Arbitrary<Box> = fc.record({
  width: fc.integer({ min: 0, max: 60 }),
  space: fc.constantFrom(0, 0, 3, 5),
  hyphen: fc.constantFrom(undefined, undefined, 4, 0),
  penalty: fc.constantFrom(0, 0, 50, 3_000),
}) as fc.Arbitrary<Box>;

const someShape: fc.Arbitrary<BreakShape> = fc
  .record({
    rooms: fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 4 }),
    fill: fc.constantFrom<BreakShape['fill']>('justify', 'ragged'),
    fillsLast: fc.boolean(),
    hyphensInRow: fc.constantFrom(0, 1, 2, Number.POSITIVE_INFINITY),
    hyphenatesLast: fc.boolean(),
  })
  .map(({ rooms, ...rest }) => shapeOf(rooms, rest));

/** The least width a line can have. */
function leastWidth(row: BoxRow, shape: BreakShape, from: number, end: number): number {
  const bare = row.widths[end]! - row.widths[from]! - row.trailing[end - 1]!;
  const spaces = row.spaces[end]! - row.spaces[from]! - row.trailingSpaces[end - 1]!;
  return bare - (shape.fill === 'justify' ? spaces / 3 : 0);
}

const roomOf = ({ rooms }: BreakShape, line: number): number => rooms[Math.min(line, rooms.length - 1)]!;

describe('for any boxes', () => {
  it('every box is on one line, in order, and lines stick out only where one box is too wide', () => {
    fc.assert(
      fc.property(fc.array(someBox, { minLength: 1, maxLength: 60 }), someShape, (boxes, shape) => {
        const row = rowOf(boxes);
        const found = ends(row, shape);
        expect(found.at(-1)).toBe(boxes.length);
        let from = 0;
        found.forEach((end, line) => {
          expect(end).toBeGreaterThan(from);
          const isOne = end === from + 1;
          if (!isOne) expect(leastWidth(row, shape, from, end)).toBeLessThanOrEqual(roomOf(shape, line) + 0.01);
          from = end;
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('it costs no more than lines filled one after the other', () => {
    fc.assert(
      fc.property(fc.array(someBox, { minLength: 1, maxLength: 60 }), someShape, (boxes, shape) => {
        const row = rowOf(boxes);
        const greedy = firstFit(row, shape.rooms, { from: 0, end: row.count, line: 0 });
        const { demerits } = breakOptimally(row, shape);
        expect(demerits).toBeLessThanOrEqual(demeritsOf(row, shape, greedy) * (1 + 1e-12));
      }),
      { numRuns: 1_000 },
    );
  });

  it('no other way costs less', () => {
    fc.assert(
      fc.property(fc.array(someBox, { minLength: 1, maxLength: 9 }), someShape, (boxes, shape) => {
        const row = rowOf(boxes);
        const found = breakOptimally(row, shape);
        expect(demeritsOf(row, shape, found.ends)).toBe(found.demerits);
        let least = Number.POSITIVE_INFINITY;
        for (let choice = 0; choice < 2 ** (boxes.length - 1); choice += 1) {
          const way = boxes.flatMap((_, index) =>
            index === boxes.length - 1 || (choice >> index) & 1 ? [index + 1] : [],
          );
          least = Math.min(least, demeritsOf(row, shape, way));
        }
        // Where all ways have a line that is far too loose, the fullest is taken, which may not be the best of these.
        if (least < 2e10) expect(found.demerits).toBeLessThanOrEqual(least * (1 + 1e-12));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a word that is cut begins its line, and all of it is there', () => {
    const cutWord = fc.record({
      before: fc.array(someBox, { maxLength: 6 }),
      letters: fc.integer({ min: 2, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(cutWord, { minLength: 1, maxLength: 4 }), someShape, (parts, shape) => {
        const boxes: Box[] = [];
        const earliest: number[] = [];
        for (const { before, letters } of parts) {
          for (const box of before) {
            boxes.push(box);
            earliest.push(0);
          }
          const start = boxes.length;
          for (let letter = 0; letter < letters; letter += 1) {
            boxes.push({ width: 10, penalty: 5_000 });
            earliest.push(letter === letters - 1 ? 0 : start);
          }
        }
        const found = ends({ ...rowOf(boxes), earliest: Int32Array.from(earliest) }, shape);
        expect(found.at(-1)).toBe(boxes.length);
        let from = 0;
        for (const end of found) {
          expect(end).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(end === boxes.length ? 0 : (earliest[end - 1] ?? 0));
          from = end;
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('a long paragraph takes time in proportion', () => {
    const row = (count: number): BoxRow =>
      rowOf(
        Array.from({ length: count }, (_, index) => ({
          width: 20 + ((index * 37) % 41),
          space: index % 3 === 0 ? 0 : 4,
        })),
      );
    const timeOf = (count: number): number => {
      const boxes = row(count);
      const before = performance.now();
      breakOptimally(boxes, shapeOf([300, 310, 320, 400]));
      return performance.now() - before;
    };
    timeOf(5_000);
    const short = Math.min(timeOf(5_000), timeOf(5_000), timeOf(5_000));
    expect(timeOf(40_000)).toBeLessThan(short * 8 * 6 + 50);
  });
});
