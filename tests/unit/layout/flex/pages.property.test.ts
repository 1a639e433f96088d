import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Fragment, Resume } from '../../../../src/layout/types.ts';
import { fakeContext, fakeSpace, flexBox, leaf, pt, tableBox } from '../../../support/fake-layout.ts';

const MOST_PAGES = 200;

/** Lays a box out on pages of one height, from somewhere on the first. */
function pagesOf(box: Box, height: number, first: number): readonly Fragment[] {
  const context = fakeContext();
  const found: Fragment[] = [];
  let resume: Resume | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const offset = page === 0 ? first : 0;
    const result = context.layoutBox(box, fakeSpace(200, { blockLeft: height - offset, offset }), resume);
    if (result.fragment !== undefined) found.push(result.fragment);
    else expect(offset, 'a box may wait for the next page only where it is not the first thing').toBeGreaterThan(0);
    if (result.fragment !== undefined && result.resume === undefined) return found;
    if (result.fragment !== undefined) resume = result.resume;
  }
  throw new Error('There is no end');
}

/** Leaves, with those of repeated groups left out. */
function leaves(fragment: Fragment): readonly Fragment[] {
  if (fragment.repeated) return [];
  return fragment.children.length === 0 ? [fragment] : fragment.children.flatMap(leaves);
}

function expectWhole(box: Box, ids: readonly number[], height: number, first: number): void {
  const found = pagesOf(box, height, first).flatMap(leaves);
  for (const id of ids) {
    const parts = found.filter(({ element }) => element.id === id);
    expect(parts.filter(({ isFirst }) => isFirst).length, 'begins once').toBe(1);
    expect(parts.filter(({ isLast }) => isLast).length, 'ends once').toBe(1);
    expect(parts[0]?.isFirst && parts[parts.length - 1]?.isLast, 'in order').toBe(true);
  }
  expect(new Set(found.map(({ element }) => element.id))).toEqual(new Set(ids));
}

const content = fc.record({ count: fc.integer({ min: 1, max: 60 }), word: fc.integer({ min: 1, max: 4 }) });
const breaks = fc.record({
  breakBefore: fc.constantFrom('auto', 'auto', 'avoid', 'page'),
  breakAfter: fc.constantFrom('auto', 'auto', 'avoid', 'page'),
});
const page = { height: fc.integer({ min: 20, max: 140 }), first: fc.constantFrom(0, 0, 7, 19) };

describe('nothing is lost on the way over pages, nothing comes twice, and there is an end', () => {
  it('in a flex container', () => {
    const item = fc.record({
      content,
      breaks,
      grow: fc.integer({ min: 0, max: 1 }),
      margin: fc.integer({ min: 0, max: 9 }),
    });
    const style = fc.record({
      flexDirection: fc.constantFrom('row', 'row-reverse', 'column', 'column-reverse'),
      flexWrap: fc.constantFrom('nowrap', 'wrap', 'wrap-reverse'),
      alignItems: fc.constantFrom('stretch', 'flex-start', 'center', 'baseline'),
    });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 7 }),
        style,
        page.height,
        page.first,
        (items, flex, height, first) => {
          const children = items.map((one) => {
            const edge = pt(one.margin);
            const margin = { top: edge, right: edge, bottom: edge, left: edge };
            return leaf({ ...one.breaks, flexGrow: one.grow, margin }, one.content);
          });
          const box = flexBox({ ...flex, rowGap: pt(3) } as Parameters<typeof flexBox>[0], children);
          expectWhole(
            box,
            children.map(({ element }) => element.id),
            height,
            first,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in a table', () => {
    const cell = fc.record({ content, rowSpan: fc.constantFrom(1, 1, 1, 2, 3) });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.boolean(), page.height, page.first, (cells, hasHead, height, first) => {
        const ids: number[] = [];
        const make = (squares: { readonly count: number; readonly word: number }): Box => {
          const box = leaf({ maxWidth: pt(60) }, squares);
          ids.push(box.element.id);
          return box;
        };
        const body = {
          kind: 'body' as const,
          rows: cells.map((row) => row.map((one) => [make(one.content), 1, one.rowSpan] as const)),
        };
        const head = { kind: 'head' as const, rows: [[make({ count: 1, word: 1 })]] };
        const groups = hasHead ? [head, body] : [body];
        const wanted = hasHead ? ids : ids.slice(0, -1);
        expectWhole(tableBox({ borderSpacing: { horizontal: 0, vertical: 2 } }, groups), wanted, height, first);
      }),
      { numRuns: 300 },
    );
  });
});
