import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTrees, type TreeKind, writeTrees } from '../../../support/arbitrary-trees.ts';
import {
  describePages,
  linesOnPages,
  openTreePress,
  type TreePages,
  treeDocument,
  wordsIn,
} from '../../../support/tree-pages.ts';

const RUNS = Number(process.env.BULETIN_PROPERTY_RUNS ?? 40);
const MARGIN = 10;

const cssOf = (height: number): string => `@page { size: 280pt ${height + 2 * MARGIN}pt; margin: ${MARGIN}pt }`;

interface Case {
  readonly html: string;
  readonly words: number;
  readonly pictures: readonly string[];
  readonly streams: readonly (readonly string[])[];
  readonly height: number;
  readonly pages: TreePages;
}

/** Trees of floats and other boxes on pages of any height. The message of a failure shows the page. */
function check(kinds: readonly TreeKind[], holds: (one: Case) => void): void {
  const heights = fc.integer({ min: 40, max: 220 });
  fc.assert(
    fc.property(arbitraryTrees(kinds, { pageNames: false }), heights, (trees, height) => {
      const { html, words, pictures, streams } = writeTrees(trees);
      try {
        const document = treeDocument(html, cssOf(height));
        const pages = openTreePress(document).pages(document);
        if (pages === undefined) throw new Error('There is no end');
        holds({ html, words, pictures, streams, height, pages });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`${message}\n<style>${cssOf(height)}</style>\n${html}`);
      }
    }),
    { numRuns: RUNS },
  );
}

const wordsOf = (pages: TreePages): readonly string[] => linesOnPages(pages).flatMap(({ text }) => wordsIn(text));
const bySource = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));

const SETS: readonly (readonly [string, readonly TreeKind[]])[] = [
  ['blocks, lists and pictures', ['float', 'list', 'picture']],
  ['tables and flex containers', ['float', 'table', 'flex-row', 'flex-column']],
  ['inline blocks and moved boxes', ['float', 'inline-block', 'relative', 'picture']],
  ['columns', ['float', 'columns', 'list']],
];

test.each(SETS)('floats among %s: nothing is lost, nothing comes twice, and there is an end', (_, kinds) => {
  check(kinds, ({ pages, words, pictures, streams }) => {
    expect([...wordsOf(pages)].sort(bySource)).toEqual(Array.from({ length: words }, (_word, index) => `w${index}`));
    const shown = pages.fragments.flatMap(({ fragment: { content, element } }) =>
      content === undefined ? [] : [element.attributes.id],
    );
    expect(shown.sort()).toEqual([...pictures].sort());
    const pageOf = new Map(
      linesOnPages(pages).flatMap(({ text, page }) => wordsIn(text).map((word) => [word, page] as const)),
    );
    for (const stream of streams) {
      const order = stream.map((word) => pageOf.get(word) ?? 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });
});

test('an element begins at most once and ends at most once', () => {
  check(['float', 'list', 'picture', 'table'], ({ pages }) => {
    const begins = new Map<number, number>();
    const ends = new Map<number, number>();
    for (const { fragment } of pages.fragments) {
      const { element, anonymous, isFirst, isLast } = fragment;
      if (anonymous) continue;
      begins.set(element.id, (begins.get(element.id) ?? 0) + (isFirst ? 1 : 0));
      ends.set(element.id, (ends.get(element.id) ?? 0) + (isLast ? 1 : 0));
    }
    expect([...begins, ...ends].filter(([, count]) => count > 1)).toEqual([]);
  });
});

test('lines beside floats stay on the page', () => {
  check(['float', 'list'], ({ pages, height }) => {
    const over = linesOnPages(pages).filter(({ bottom }) => bottom > MARGIN + height + 0.01);
    expect(over).toEqual([]);
  });
});

test('a second time the layout is the same', () => {
  check(['float', 'list', 'picture'], ({ html, height, pages }) => {
    const document = treeDocument(html, cssOf(height));
    const press = openTreePress(document);
    const first = press.pages(document);
    const second = press.pages(document);
    if (first === undefined || second === undefined) throw new Error('There is no end');
    expect(describePages(second)).toEqual(describePages(first));
    expect(describePages(first)).toEqual(describePages(pages));
  });
});
