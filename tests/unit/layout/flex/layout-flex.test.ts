import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../../../src/document/types.ts';
import { flexIntrinsicWidths, layoutFlex } from '../../../../src/layout/flex/layout-flex.ts';
import type { Box, Space } from '../../../../src/layout/types.ts';
import { childRects, fakeContext, fakeSpace, flexBox, leaf, percent, pt } from '../../../support/fake-layout.ts';

function rects(style: Partial<ComputedStyle>, children: readonly Box[], space: Partial<Space> = {}, width = 200) {
  return childRects(layoutFlex(flexBox(style, children), fakeSpace(width, space), fakeContext()).fragment);
}

const square = (style: Partial<ComputedStyle> = {}): Box => leaf({ width: pt(40), height: pt(20), ...style });
const auto = { top: 'auto', right: 'auto', bottom: 'auto', left: 'auto' } as const;

describe('flexible lengths', () => {
  it('shares free space by flex-grow', () => {
    expect(rects({}, [square({ flexGrow: 1 }), square({ flexGrow: 3 })])).toEqual([
      [0, 0, 70, 20],
      [70, 0, 130, 20],
    ]);
  });
  it('hands out only the fraction that factors below one ask for', () => {
    expect(rects({}, [square({ flexGrow: 0.25 }), square({ flexGrow: 0.25 })]).map((r) => r[2])).toEqual([70, 70]);
  });
  it('shrinks in proportion to factor times base size', () => {
    expect(rects({}, [leaf({ width: pt(100) }), leaf({ width: pt(200), flexShrink: 2 })]).map((r) => r[2])).toEqual([
      80, 120,
    ]);
  });
  it('gives back to the others what a maximum refuses', () => {
    const items = [leaf({ flexGrow: 1, maxWidth: pt(30) }), leaf({ flexGrow: 1 }), leaf({ flexGrow: 1 })];
    expect(rects({}, items).map((r) => r[2])).toEqual([30, 85, 85]);
  });
  it('does not shrink below the content, unless the item clips', () => {
    const long = { count: 15, word: 15 };
    const items = (style: Partial<ComputedStyle>) => [
      leaf({ width: pt(180), ...style }, long),
      leaf({ width: pt(180) }),
    ];
    expect(rects({}, items({})).map((r) => r[2])).toEqual([150, 50]);
    expect(rects({}, items({ overflow: 'hidden' })).map((r) => r[2])).toEqual([100, 100]);
    expect(rects({}, items({ minWidth: pt(0) })).map((r) => r[2])).toEqual([100, 100]);
  });
  it('takes the specified size as minimum where that is less than the content', () => {
    expect(rects({}, [leaf({ width: pt(60) }, { count: 15, word: 15 }), leaf({ width: pt(400) })])[0]?.[2]).toBe(60);
  });
  it('resolves flex-basis before width', () => {
    expect(rects({}, [square({ flexBasis: percent(50) }), square({ flexBasis: pt(10) })]).map((r) => r[2])).toEqual([
      100, 10,
    ]);
  });
});

describe('alignment', () => {
  const three = [square(), square(), square()];
  it.each([
    ['flex-start', [0, 40, 80]],
    ['flex-end', [80, 120, 160]],
    ['center', [40, 80, 120]],
    ['space-between', [0, 80, 160]],
    ['space-around', [13.333, 80, 146.667]],
    ['space-evenly', [20, 80, 140]],
  ] as const)('packs with justify-content: %s', (justifyContent, xs) => {
    expect(rects({ justifyContent }, three).map((r) => r[0])).toEqual(xs);
  });
  it('lets auto margins take the free space before justify-content', () => {
    const item = square({ margin: { ...auto, right: pt(0), top: pt(0), bottom: pt(0) } });
    expect(rects({ justifyContent: 'center' }, [square(), item]).map((r) => r[0])).toEqual([0, 160]);
  });
  it.each([
    ['flex-start', 0, 20],
    ['flex-end', 40, 20],
    ['center', 20, 20],
    ['stretch', 0, 60],
  ] as const)('aligns across with align-items: %s', (alignItems, y, height) => {
    const item = leaf({ width: pt(10) }, { count: 2 });
    expect(rects({ alignItems, height: pt(60) }, [item])).toEqual([[0, y, 10, height]]);
  });
  it('aligns first baselines', () => {
    const low = leaf({ padding: { top: pt(15), right: pt(0), bottom: pt(0), left: pt(0) } }, { count: 1 });
    const high = leaf({}, { count: 1, unit: 20 });
    expect(rects({ alignItems: 'baseline' }, [low, high]).map((r) => r[1])).toEqual([0, 7]);
  });
  it('reverses both axes', () => {
    const items = [square(), square({ width: pt(120) }), square({ width: pt(100) })];
    expect(rects({ flexDirection: 'row-reverse', flexWrap: 'wrap-reverse' }, items)).toEqual([
      [160, 20, 40, 20],
      [40, 20, 120, 20],
      [100, 0, 100, 20],
    ]);
  });
  it('follows order, then the source', () => {
    const items = [square({ order: 1 }), square({ width: pt(50) }), square({ width: pt(60), order: -1 })];
    expect(rects({}, items).map((r) => r[2])).toEqual([60, 50, 40]);
  });
});

describe('lines and columns', () => {
  it('wraps with gaps, and stretches the lines of a definite container', () => {
    const items = [square({ height: 'auto' }), square({ width: pt(150) }), square({ height: 'auto' })];
    const style = { flexWrap: 'wrap', rowGap: pt(10), columnGap: pt(10), height: pt(100) } as const;
    expect(rects(style, items)).toEqual([
      [0, 0, 40, 55],
      [50, 0, 150, 20],
      [0, 65, 40, 35],
    ]);
  });
  it('stacks a column and grows with min-height', () => {
    const style = { flexDirection: 'column', minHeight: pt(100), rowGap: pt(10) } as const;
    expect(rects(style, [leaf({}, { count: 20 }), leaf({ flexGrow: 1 }, { count: 30 })])).toEqual([
      [0, 0, 200, 10],
      [0, 20, 200, 80],
    ]);
  });
  it('shrinks items that are not stretched to their content', () => {
    const style = { flexDirection: 'column', alignItems: 'center' } as const;
    expect(rects(style, [leaf({}, { count: 4 }), leaf({}, { count: 50 })])).toEqual([
      [80, 0, 40, 10],
      [0, 10, 200, 30],
    ]);
  });
  it('counts percentages of a column from a definite height alone', () => {
    const item = () => leaf({ height: percent(50) }, { count: 1 });
    expect(rects({ flexDirection: 'column', height: pt(100) }, [item()])[0]?.[3]).toBe(50);
    expect(rects({ flexDirection: 'column' }, [item()])[0]?.[3]).toBe(10);
  });
});

describe('intrinsic widths', () => {
  const items = [leaf({}, { count: 6, word: 2 }), leaf({ width: pt(50) }), leaf({}, { count: 3 })];
  const widths = (style: Partial<ComputedStyle>) =>
    flexIntrinsicWidths(flexBox(style, items), fakeSpace(1000), fakeContext());
  it('sums up a row', () => expect(widths({ columnGap: pt(5) })).toEqual({ min: 90, max: 150 }));
  it('takes the widest where lines may break', () =>
    expect(widths({ flexWrap: 'wrap' })).toEqual({ min: 50, max: 140 }));
  it('takes the widest of a column', () => expect(widths({ flexDirection: 'column' })).toEqual({ min: 50, max: 60 }));
});

describe('pages', () => {
  const pages = (style: Partial<ComputedStyle>, children: readonly Box[], height: number, first = 0) => {
    const box = flexBox(style, children);
    const found: (readonly (readonly number[])[])[] = [];
    let resume: Parameters<typeof layoutFlex>[3];
    for (let page = 0; page < 10; page++) {
      const offset = page === 0 ? first : 0;
      const space = fakeSpace(200, { blockLeft: height - offset, offset });
      const result = layoutFlex(box, space, fakeContext(), resume);
      found.push(childRects(result.fragment));
      if (result.fragment !== undefined && result.resume === undefined) return found;
      resume = result.fragment === undefined ? resume : result.resume;
    }
    throw new Error('no end');
  };
  it('breaks between the lines of a row', () => {
    const items = Array.from({ length: 4 }, () => square({ width: pt(150) }));
    expect(pages({ flexWrap: 'wrap' }, items, 50)).toEqual([
      [
        [0, 0, 150, 20],
        [0, 20, 150, 20],
      ],
      [
        [0, 0, 150, 20],
        [0, 20, 150, 20],
      ],
    ]);
  });
  it('cuts the items of one line side by side', () => {
    const items = [leaf({ flexGrow: 1, flexBasis: pt(0) }, { count: 70 }), leaf({ width: pt(100) }, { count: 20 })];
    expect(pages({}, items, 40)).toEqual([
      [
        [0, 0, 100, 40],
        [100, 0, 100, 20],
      ],
      [[0, 0, 100, 30]],
    ]);
  });
  it('waits for the next page when an item cannot begin here', () => {
    expect(pages({}, [square(), leaf({ height: pt(35) })], 40, 15)[0]).toEqual([]);
  });
  it('keeps a whole container that avoids breaks together', () => {
    const items = [leaf({}, { count: 60 }), leaf({}, { count: 40 })];
    expect(pages({ flexDirection: 'column', breakInside: 'avoid' }, items, 60, 20)).toEqual([
      [],
      [
        [0, 0, 200, 30],
        [0, 30, 200, 20],
      ],
    ]);
  });
  it('goes on with what stands out of a container of limited height, unless it is clipped', () => {
    const items = [square({ flexShrink: 0 }), square({ flexShrink: 0 }), square({ flexShrink: 0 })];
    expect(pages({ flexDirection: 'column', height: pt(30) }, items, 45).map((page) => page.length)).toEqual([2, 1]);
    expect(pages({ flexDirection: 'column', maxHeight: pt(45) }, items, 45).map((page) => page.length)).toEqual([2, 1]);
    const clipped = { flexDirection: 'column', height: pt(30), overflow: 'hidden' } as const;
    expect(pages(clipped, items, 45).map((page) => page.length)).toEqual([3]);
  });
  it('breaks a column inside an item, and at forced breaks', () => {
    const items = [leaf({}, { count: 100 }), leaf({ breakBefore: 'page' }, { count: 20 })];
    expect(pages({ flexDirection: 'column' }, items, 30)).toEqual([
      [[0, 0, 200, 30]],
      [[0, 0, 200, 20]],
      [[0, 0, 200, 10]],
    ]);
  });
});

describe('deep and wide trees', () => {
  it('costs no more than a power of the depth', () => {
    let box = flexBox({}, [leaf({}, { count: 10 })]);
    for (let depth = 0; depth < 60; depth++) {
      const flexDirection = depth % 2 === 0 ? 'column' : 'row';
      box = flexBox({ flexDirection, flexGrow: 1, minHeight: pt(10 + depth) }, [box, leaf({ width: pt(5) })]);
    }
    let calls = 0;
    const context = fakeContext(() => {
      calls += 1;
    });
    expect(layoutFlex(box, fakeSpace(400), context).fragment?.rect.width).toBe(400);
    expect(calls).toBeLessThan(5_000);
  });
});
