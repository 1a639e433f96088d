import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, placedFragments } from '../../support/laid-out.ts';

const RUNS = Number(process.env.BULETIN_PROPERTY_RUNS ?? 60);

/** Words are numbered in source order, so that what is lost, doubled or moved shows. */
type Tree =
  | { readonly kind: 'p'; readonly words: number; readonly css: string }
  | { readonly kind: 'div' | 'ol' | 'flex' | 'table'; readonly children: readonly Tree[]; readonly css: string };

const lengths = fc.constantFrom('0', '3pt', '8pt', '15pt');
const edges = fc.constantFrom('0', '1pt', '4pt');
const breaks = fc.constantFrom(
  '',
  '',
  '',
  'break-before: page;',
  'break-after: page;',
  'break-after: avoid;',
  'break-before: avoid;',
);
const inside = fc.constantFrom('', '', 'break-inside: avoid;');
const sizes = fc.constantFrom('', '', '', 'min-height: 25pt;', 'min-height: 70pt;', 'overflow: hidden;');

const boxCss = fc
  .tuple(lengths, lengths, edges, edges, breaks, inside, sizes)
  .map(
    ([top, bottom, padding, border, breaking, avoiding, size]) =>
      `margin: ${top} 0 ${bottom}; padding-top: ${padding}; padding-bottom: ${padding}; border: 0 solid black; border-width: ${border} 0; ${breaking} ${avoiding} ${size}`,
  );
const paragraphCss = fc
  .tuple(boxCss, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([css, orphans, widows]) => `${css} orphans: ${orphans}; widows: ${widows}`);

const treeOf = (kinds: readonly Exclude<Tree['kind'], 'p'>[]): fc.Arbitrary<readonly Tree[]> =>
  fc.letrec<{ list: readonly Tree[]; tree: Tree }>((tie) => ({
    list: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    tree: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.record({ kind: fc.constant('p' as const), words: fc.integer({ min: 0, max: 30 }), css: paragraphCss }),
      fc.record({ kind: fc.constantFrom(...kinds), children: tie('list'), css: boxCss }),
    ),
  })).list;

/** Words of one letter and one digit pair, numbered from `from`. */
function html(trees: readonly Tree[], next: { word: number }): string {
  return trees
    .map((tree) => {
      if (tree.kind === 'p') {
        const words = Array.from({ length: tree.words }, () => `w${next.word++}`);
        return `<p style="${tree.css}">${words.join(' ')}</p>`;
      }
      const parts = tree.children.map((child) => html([child], next));
      switch (tree.kind) {
        case 'div':
          return `<div style="${tree.css}">${parts.join('')}</div>`;
        case 'ol':
          return `<ol style="${tree.css}">${parts.map((part) => `<li>${part}</li>`).join('')}</ol>`;
        case 'flex':
          return `<div style="display: flex; flex-direction: column; ${tree.css}">${parts.join('')}</div>`;
        default:
          return `<table style="${tree.css}">${parts.map((part) => `<tr><td>${part}</td></tr>`).join('')}</table>`;
      }
    })
    .join('');
}

interface Word {
  readonly text: string;
  readonly isInside: boolean;
}

function wordsOf(paged: Exclude<ReturnType<typeof layOut>['paged'], undefined>, height: number): readonly Word[] {
  return placedFragments(paged).flatMap(({ fragment, box: [, y] }) => {
    if (fragment.element.name === '::marker') return [];
    const top = y + fragment.border.top + fragment.padding.top;
    return fragment.lines.flatMap((line) => {
      const text = line.items.map((item) => (item.kind === 'run' ? item.run.text : '')).join('');
      const isInside = top + line.top >= 10 - 0.01 && top + line.top + line.height <= 10 + height + 0.01;
      return text
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => ({ text: word, isInside }));
    });
  });
}

function check(trees: readonly Tree[], height: number, firstMargin: number): void {
  const next = { word: 0 };
  const body = html(trees, next);
  const css = `@page { size: 260pt ${height + 20}pt; margin: 10pt } @page :first { margin: 10pt ${firstMargin}pt } ol { padding-left: 40pt } table { width: 100% } td { padding: 0 }`;
  const { paged, diagnostics } = layOut(body, css);
  if (paged === undefined) throw new Error(JSON.stringify(diagnostics.all));
  const words = wordsOf(paged, height);
  expect(words.map(({ text }) => text)).toEqual(Array.from({ length: next.word }, (_, i) => `w${i}`));
  expect(words.filter(({ isInside }) => !isInside)).toEqual([]);
  // No page is blank: each has a line or a border.
  const full = new Set(
    placedFragments(paged).flatMap(({ page, fragment: { lines, border } }) =>
      lines.length > 0 || border.top + border.bottom > 0 ? [page] : [],
    ),
  );
  if (next.word > 0) expect(paged.pages.map(({ number }) => number).filter((number) => !full.has(number))).toEqual([]);
}

describe('any tree in any page height', () => {
  const height = fc.integer({ min: 30, max: 160 });
  /** Flex containers and tables do not leave their upper edges on a page of their own. */
  const tall = fc.integer({ min: 150, max: 260 });
  /** Left and right: the first page may be narrower than the others. */
  const firstMargin = fc.constantFrom(10, 10, 25);

  test('every word appears once, in order, inside the page areas: blocks and lists', () => {
    fc.assert(fc.property(treeOf(['div', 'ol']), height, firstMargin, check), { numRuns: RUNS });
  });

  test('and with flex columns and tables', () => {
    fc.assert(fc.property(treeOf(['div', 'ol', 'flex', 'table']), tall, firstMargin, check), { numRuns: RUNS });
  });
});
