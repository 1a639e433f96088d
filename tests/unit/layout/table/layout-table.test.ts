import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributeWidth } from '../../../../src/layout/table/columns.ts';
import { layoutTable, tableIntrinsicWidths } from '../../../../src/layout/table/layout-table.ts';
import type { Box, Fragment, Resume, TableBox } from '../../../../src/layout/types.ts';
import { childRects, fakeContext, fakeSpace, leaf, percent, pt, tableBox } from '../../../support/fake-layout.ts';

const cell = (count: number, style: Parameters<typeof leaf>[0] = {}, word = 1): Box => leaf(style, { count, word });
const whole = (table: TableBox, width = 200): Fragment => {
  const { fragment } = layoutTable(table, fakeSpace(width), fakeContext());
  if (fragment === undefined) throw new Error('nothing laid out');
  return fragment;
};
/** `x width` of the cells of one row. */
const columns = (fragment: Fragment, row = 0) =>
  childRects(fragment.children[0]?.children[row]).map(([x, , width]) => [x, width]);

describe('column widths', () => {
  it('shrinks to the content', () => {
    const table = whole(tableBox({}, [{ kind: 'body', rows: [[cell(3), cell(6)]] }]));
    expect(table.rect.width).toBe(90);
    expect(columns(table)).toEqual([
      [0, 30],
      [30, 60],
    ]);
  });
  it('divides a given width in proportion to the widest content', () => {
    const table = whole(tableBox({ width: pt(180) }, [{ kind: 'body', rows: [[cell(3), cell(6)]] }]));
    expect(columns(table)).toEqual([
      [0, 60],
      [60, 120],
    ]);
  });
  it('grows from narrowest towards widest where both do not fit', () => {
    const table = whole(tableBox({}, [{ kind: 'body', rows: [[cell(10), cell(30)]] }]));
    // 20 at least, 400 at most, 200 there: each gets 180/380 of what it wants above its minimum.
    expect(columns(table).map(([, width]) => Math.round(width!))).toEqual([53, 147]);
  });
  it('keeps percentages and lengths, and gives the rest to the others', () => {
    const row = [cell(1, { width: percent(25) }), cell(1, { width: pt(30) }), cell(1)];
    expect(columns(whole(tableBox({ width: percent(100) }, [{ kind: 'body', rows: [row] }])))).toEqual([
      [0, 50],
      [50, 30],
      [80, 120],
    ]);
  });
  it('raises the columns that a spanning cell needs', () => {
    const rows = [[[cell(12, {}, 12), 2, 1] as const], [cell(2), cell(4)]];
    expect(columns(whole(tableBox({}, [{ kind: 'body', rows }])), 1)).toEqual([
      [0, 40],
      [40, 80],
    ]);
  });
  it('puts spacing around and between', () => {
    const style = { borderSpacing: { horizontal: 4, vertical: 6 } };
    const table = whole(
      tableBox(style, [
        {
          kind: 'body',
          rows: [
            [cell(2), cell(2)],
            [cell(1), cell(1)],
          ],
        },
      ]),
    );
    expect(table.rect).toEqual({ x: 0, y: 0, width: 52, height: 38 });
    expect(childRects(table)).toEqual([[4, 6, 44, 26]]);
    expect(columns(table, 1)).toEqual([
      [0, 20],
      [24, 20],
    ]);
  });
  it('never loses or invents width', () => {
    const column = fc.record({
      min: fc.double({ min: 0, max: 50, noNaN: true }),
      extra: fc.double({ min: 0, max: 100, noNaN: true }),
      percent: fc.option(fc.double({ min: 1, max: 20, noNaN: true }), { nil: undefined }),
      isFixed: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(column, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 900, noNaN: true }),
        (all, wanted) => {
          const given = all.map(({ extra, ...rest }) => ({ ...rest, max: rest.min + extra, isEmpty: false }));
          const widths = distributeWidth(given, wanted, true);
          const least = given.reduce((sum, { min }) => sum + min, 0);
          expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(Math.max(wanted, least), 6);
          for (const [i, width] of widths.entries()) expect(width).toBeGreaterThanOrEqual(given[i]!.min - 1e-9);
        },
      ),
    );
  });
  it('gives the rest to a column whose widest content is next to nothing', () => {
    const column = { min: 0, max: Number.MIN_VALUE, percent: undefined, isFixed: false, isEmpty: false };
    expect(distributeWidth([column, column], 0.5, true)).toEqual([0.25, 0.25]);
  });
  it('tells its narrowest and widest width', () => {
    const table = tableBox({}, [{ kind: 'body', rows: [[cell(6, {}, 3), cell(4)]] }]);
    expect(tableIntrinsicWidths(table, fakeSpace(1000), fakeContext())).toEqual({ min: 40, max: 100 });
  });
});

describe('rows', () => {
  it('makes all cells of a row as high as the highest, and aligns what is in them', () => {
    const rows = [
      [cell(30, { width: pt(50) }), cell(1, { verticalAlign: 'bottom' }), cell(1, { verticalAlign: 'middle' })],
    ];
    const table = whole(tableBox({}, [{ kind: 'body', rows }]));
    const cells = table.children[0]!.children[0]!.children;
    expect(cells.map(({ rect }) => rect.height)).toEqual([60, 60, 60]);
    expect(cells.map(({ padding }) => padding.top)).toEqual([0, 50, 25]);
  });
  it('aligns baselines', () => {
    const rows = [[leaf({}, { count: 1, unit: 20 }), cell(1)]];
    const cells = whole(tableBox({}, [{ kind: 'body', rows }])).children[0]!.children[0]!.children;
    expect(cells.map((one) => one.firstBaseline)).toEqual([16, 16]);
  });
  it('gives a cell over two rows the height of both, and raises the rows where it needs more', () => {
    const rows = [[[cell(6, { width: pt(10) }), 1, 2] as const, cell(1)], [cell(1)]];
    const table = whole(tableBox({ borderSpacing: { horizontal: 0, vertical: 4 } }, [{ kind: 'body', rows }]));
    expect(childRects(table.children[0])).toEqual([
      [0, 0, 20, 28],
      [0, 32, 20, 28],
    ]);
    expect(table.children[0]!.children[0]!.children[0]!.rect.height).toBe(60);
  });
  it('hands the height of the table to its bodies', () => {
    const groups = [
      { kind: 'head' as const, rows: [[cell(1)]] },
      { kind: 'body' as const, rows: [[cell(1)], [leaf({}, { count: 3, unit: 10 })]] },
    ];
    const table = whole(tableBox({ height: pt(90) }, groups));
    expect(childRects(table).map(([, y, , height]) => [y, height])).toEqual([
      [0, 10],
      [10, 80],
    ]);
  });
  it('puts the caption above the grid', () => {
    const table = whole(tableBox({}, [{ kind: 'body', rows: [[cell(8)]] }], leaf({}, { count: 10 })));
    expect(table.anonymous).toBe(true);
    expect(childRects(table)).toEqual([
      [0, 0, 80, 20],
      [0, 20, 80, 10],
    ]);
  });
});

describe('pages', () => {
  const pagesOf = (table: TableBox, height: number, first = 0): readonly (Fragment | undefined)[] => {
    const found: (Fragment | undefined)[] = [];
    let resume: Resume | undefined;
    for (let page = 0; page < 20; page++) {
      const offset = page === 0 ? first : 0;
      const result = layoutTable(table, fakeSpace(200, { blockLeft: height - offset, offset }), fakeContext(), resume);
      found.push(result.fragment);
      if (result.fragment !== undefined && result.resume === undefined) return found;
      if (result.fragment !== undefined) resume = result.resume;
    }
    throw new Error('no end');
  };
  const rowsOn = (fragment: Fragment | undefined) =>
    fragment?.children.map((group) => [group.repeated, group.children.length]) ?? [];

  it('cuts the spacing above the rows of a later page', () => {
    const style = { borderSpacing: { horizontal: 0, vertical: 6 } };
    const rows = [[cell(1)], [cell(1)], [cell(1)], [cell(1)]];
    const pages = pagesOf(tableBox(style, [{ kind: 'body', rows }]), 40);
    expect(pages.map((page) => childRects(page).map((rect) => [rect[1], rect[3]]))).toEqual([[[6, 26]], [[0, 26]]]);
    const headed = tableBox(style, [
      { kind: 'head', rows: [[cell(1)]] },
      { kind: 'body', rows },
    ]);
    expect(pagesOf(headed, 56).map((page) => childRects(page).map((rect) => rect[1]))).toEqual([
      [6, 22],
      [0, 16],
    ]);
  });
  it('repeats head and foot around the rows of each page', () => {
    const table = tableBox({}, [
      { kind: 'head', rows: [[cell(1)]] },
      { kind: 'foot', rows: [[cell(1)]] },
      { kind: 'body', rows: [[cell(1)], [cell(1)], [cell(1)], [cell(1)], [cell(1)]] },
    ]);
    expect(pagesOf(table, 45).map(rowsOn)).toEqual([
      [
        [false, 1],
        [false, 2],
        [true, 1],
      ],
      [
        [true, 1],
        [false, 2],
        [true, 1],
      ],
      [
        [true, 1],
        [false, 1],
        [false, 1],
      ],
    ]);
  });
  it('does not leave a head alone at the foot of a page', () => {
    const table = tableBox({}, [
      { kind: 'head', rows: [[cell(1)]] },
      { kind: 'body', rows: [[cell(1)]] },
    ]);
    expect(pagesOf(table, 40, 25)[0]).toBeUndefined();
  });
  it('cuts through the cells of a row that no page can hold', () => {
    const table = tableBox({}, [
      { kind: 'body', rows: [[cell(7, { maxWidth: pt(10) }), cell(2, { maxWidth: pt(10) })]] },
    ]);
    const cells = pagesOf(table, 30).map((page) => childRects(page?.children[0]?.children[0]).map((rect) => rect[3]));
    expect(cells).toEqual([[30, 30], [30], [10]]);
  });
  it('keeps the rows of a spanning cell together', () => {
    const table = tableBox({}, [{ kind: 'body', rows: [[cell(1), cell(1)], [[cell(1), 1, 2], cell(1)], [cell(1)]] }]);
    expect(pagesOf(table, 25).map(rowsOn)).toEqual([[[false, 1]], [[false, 2]]]);
  });
  it('begins a page where a row asks for it', () => {
    const rowStyle = (row: number) => (row === 1 ? { breakBefore: 'page' as const } : {});
    const table = tableBox({}, [{ kind: 'body', rows: [[cell(1)], [cell(1)]], rowStyle }]);
    expect(pagesOf(table, 100).map(rowsOn)).toEqual([[[false, 1]], [[false, 1]]]);
  });
});
