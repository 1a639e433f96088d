import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, placedFragments } from '../../../support/laid-out.ts';

const RUNS = Number(process.env.BULETIN_PROPERTY_RUNS ?? 60);

/** Words are numbered in source order, so that what is lost, doubled or moved shows. */
type Tree =
  | { readonly kind: 'p'; readonly words: number; readonly css: string }
  | { readonly kind: 'div' | 'columns'; readonly children: readonly Tree[]; readonly css: string };

const lengths = fc.constantFrom('0', '3pt', '8pt');
const breaks = fc.constantFrom(
  ...['', '', '', '', 'break-before: column;', 'break-after: column;', 'break-before: page;'],
  ...['break-after: avoid;', 'break-before: avoid-column;', 'break-after: avoid-page;', 'column-span: all;'],
);
const inside = fc.constantFrom('', '', '', 'break-inside: avoid;', 'break-inside: avoid-column;');
const css = fc
  .tuple(lengths, lengths, breaks, inside)
  .map(([top, bottom, breaking, avoiding]) => `margin: ${top} 0 ${bottom}; ${breaking} ${avoiding}`);
const paragraphCss = fc
  .tuple(css, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([box, orphans, widows]) => `${box} orphans: ${orphans}; widows: ${widows}`);
const blockCss = fc
  .tuple(css, fc.constantFrom('', '', 'padding: 2pt 0;', 'border: 1pt solid;', 'min-height: 40pt;'))
  .map(([box, edge]) => `${box} ${edge}`);
const columnsCss = fc
  .tuple(blockCss, fc.integer({ min: 1, max: 3 }), fc.constantFrom('', 'column-fill: auto;'))
  .map(([box, count, fill]) => `${box} column-count: ${count}; column-gap: 5pt; ${fill}`);

const trees = fc.letrec<{ list: readonly Tree[]; tree: Tree }>((tie) => ({
  list: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.record({ kind: fc.constant('p' as const), words: fc.integer({ min: 0, max: 16 }), css: paragraphCss }),
    fc.record({ kind: fc.constant('div' as const), children: tie('list'), css: blockCss }),
    fc.record({ kind: fc.constant('columns' as const), children: tie('list'), css: columnsCss }),
  ),
})).list;

function html(list: readonly Tree[], next: { word: number }): string {
  return list
    .map((tree) => {
      if (tree.kind !== 'p') return `<div style="${tree.css}">${html(tree.children, next)}</div>`;
      const words = Array.from({ length: tree.words }, () => `w${next.word++}`);
      return `<p style="${tree.css}">${words.join('<br>')}</p>`;
    })
    .join('');
}

interface Word {
  readonly text: string;
  readonly isInside: boolean;
}

function wordsOf(paged: Exclude<ReturnType<typeof layOut>['paged'], undefined>, height: number): readonly Word[] {
  return placedFragments(paged).flatMap(({ fragment, box: [, y] }) => {
    const top = y + fragment.border.top + fragment.padding.top;
    return fragment.lines.flatMap((line) => {
      const text = line.items.map((item) => (item.kind === 'run' ? item.run.text : '')).join('');
      const isInside = top + line.top >= -0.01 && top + line.top + line.height <= height + 0.01;
      return text
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ({ text: word, isInside }));
    });
  });
}

/** Letters so small that each word stands in the narrowest column. */
const PAPER = 'body { font-size: 1pt; line-height: 10pt }';

function check(list: readonly Tree[], height: number): void {
  const next = { word: 0 };
  const body = html(list, next);
  const { paged, diagnostics } = layOut(body, `${PAPER} @page { size: 600pt ${height}pt; margin: 0 }`);
  if (paged === undefined) throw new Error(JSON.stringify(diagnostics.all));
  const words = wordsOf(paged, height);
  expect(words.map(({ text }) => text)).toEqual(Array.from({ length: next.word }, (_, i) => `w${i}`));
  expect(words.filter(({ isInside }) => !isInside)).toEqual([]);
}

describe('columns on pages', () => {
  test('every word appears once, in order, inside the page areas', () => {
    fc.assert(fc.property(trees, fc.integer({ min: 60, max: 200 }), check), { numRuns: RUNS });
  });

  test('and where a page is as high as all of it', () => {
    fc.assert(fc.property(trees, fc.constant(20_000), check), { numRuns: RUNS });
  });
});

/** Lines that nothing holds together. */
const pieces = fc.array(fc.record({ height: fc.integer({ min: 4, max: 25 }), count: fc.integer({ min: 1, max: 6 }) }), {
  minLength: 1,
  maxLength: 8,
});

function columnsNeeded(heights: readonly number[], limit: number): number {
  let columns = 1;
  let filled = 0;
  for (const height of heights) {
    if (height > limit) return Number.POSITIVE_INFINITY;
    if (filled + height > limit) {
      columns += 1;
      filled = 0;
    }
    filled += height;
  }
  return columns;
}

/** The least height of those that any run of pieces has, or that an equal share has: others change nothing. */
function leastHeight(heights: readonly number[], columns: number): number {
  const share = heights.reduce((sum, height) => sum + height, 0) / columns;
  const sums = heights.flatMap((_, from) => {
    let sum = 0;
    return heights.slice(from).map((height) => (sum += height));
  });
  const tried = [share, ...sums.filter((sum) => sum >= share)].sort((a, b) => a - b);
  return tried.find((limit) => columnsNeeded(heights, limit + 1e-9) <= columns) ?? Number.NaN;
}

describe('balanced columns', () => {
  test('are as low as the content allows, and an equal share at least', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 5 }), (list, columns) => {
        const body = list
          .map(({ height, count }) => {
            const lines = Array.from({ length: count }, () => 'a').join('<br>');
            return `<p style="line-height: ${height}pt">${lines}</p>`;
          })
          .join('');
        const style = `font-size: 4pt; column-count: ${columns}`;
        const { paged } = layOut(`<div id="c" style="${style}">${body}</div>`, '@page { size: 400pt 4000pt }');
        if (paged === undefined) throw new Error('Not laid out');
        const container = placedFragments(paged).find(({ fragment }) => fragment.element.attributes.id === 'c');
        const heights = list.flatMap(({ height, count }) => Array.from({ length: count }, () => height));
        expect(container?.box[3]).toBeCloseTo(leastHeight(heights, columns), 2);
        const filled = container?.fragment.children.map((column) => {
          const last = column.children.at(-1);
          return last === undefined ? 0 : last.rect.y + last.rect.height;
        });
        expect(filled?.length).toBeLessThanOrEqual(columns);
      }),
      { numRuns: RUNS },
    );
  });
});
