import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALL_KINDS,
  arbitraryTrees,
  SEQUENTIAL,
  type Tree,
  type TreeKind,
  type WrittenTrees,
  writeTrees,
} from '../../support/arbitrary-trees.ts';
import { squareCatalogue } from '../../support/fonts.ts';
import {
  codesOf,
  describePages,
  type LineOnPage,
  linesOnPages,
  openTreePress,
  type TreePages,
  treeDocument,
  wordsIn,
} from '../../support/tree-pages.ts';

const RUNS = Number(process.env.BULETIN_PROPERTY_RUNS ?? 20);

/** The message of a property that does not hold shows the page for which it does not. */
function check(trees: fc.Arbitrary<readonly Tree[]>, sheets: fc.Arbitrary<Paper>, holds: Holds): void {
  fc.assert(
    fc.property(trees, sheets, sheets, (list, sheet, other) => {
      const written = writeTrees(list);
      try {
        holds(written, sheet, other);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new Error(`${message}\n<style>${cssOf(sheet)}</style>\n${written.html}`);
      }
    }),
    { numRuns: RUNS },
  );
}
type Holds = (written: WrittenTrees, sheet: Paper, other: Paper) => void;

const MARGIN = 10;
/** Width of the page area, unless a page is narrower. */
const WIDTH = 260;

interface Paper {
  readonly height: number;
  /** Of the first page, left and right: it may be narrower than the others. */
  readonly firstMargin: number;
}

const paper: fc.Arbitrary<Paper> = fc.record({
  height: fc.integer({ min: 40, max: 220 }),
  firstMargin: fc.constantFrom(MARGIN, MARGIN, 25),
});

const cssOf = ({ height, firstMargin }: Paper, width = WIDTH): string => `
@page { size: ${width + 2 * MARGIN}pt ${height + 2 * MARGIN}pt; margin: ${MARGIN}pt }
@page :first { margin: ${MARGIN}pt ${firstMargin}pt }
@page a { margin: ${MARGIN}pt 30pt }
`;

function pagesOf(written: WrittenTrees, css: string): TreePages {
  const document = treeDocument(written.html, css);
  const pages = openTreePress(document).pages(document);
  if (pages === undefined) throw new Error('There is no end');
  return pages;
}

const wordsOf = (pages: TreePages): readonly string[] => linesOnPages(pages).flatMap(({ text }) => wordsIn(text));
const inSource = (a: string, b: string): number => Number(a.slice(1)) - Number(b.slice(1));
const everyWord = ({ words }: WrittenTrees): readonly string[] => Array.from({ length: words }, (_, i) => `w${i}`);

/** Words of one paragraph come in their order, on pages that only go up. */
function expectStreams(streams: WrittenTrees['streams'], lines: readonly LineOnPage[]): void {
  const found = lines.flatMap(({ text, page }) => wordsIn(text).map((word) => ({ word, page })));
  const placeOf = new Map(found.map(({ word, page }, at) => [word, { at, page }] as const));
  for (const stream of streams) {
    const places = stream.flatMap((word) => placeOf.get(word) ?? []);
    const ascending = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b);
    expect(places.map(({ at }) => at)).toEqual(ascending(places.map(({ at }) => at)));
    expect(places.map(({ page }) => page)).toEqual(ascending(places.map(({ page }) => page)));
  }
}

/** Kinds with a content that goes on beside another, so that no order of pages is asked for between them. */
const kindSets: readonly (readonly [string, readonly TreeKind[]])[] = [
  ['blocks and lists', ['list']],
  ['flex containers', ['flex-column', 'flex-row', 'list']],
  ['tables', ['table', 'list']],
  ['columns', ['columns', 'list', 'picture']],
  ['floats', ['float', 'list', 'picture']],
  ['positioned boxes', ['relative', 'absolute', 'inline-block']],
  ['footnotes', ['footnote', 'list', 'table']],
  ['all kinds', ALL_KINDS],
];

describe('any content in any layout', () => {
  describe.each(kindSets)('%s', (_, kinds) => {
    test('nothing is lost, comes twice or is cut off without a word; lines follow each other; there is an end', () => {
      const holds: Holds = (written, sheet) => {
        const css = cssOf(sheet);
        const pages = pagesOf(written, css);
        const codes = codesOf(treeDocument(written.html, css));
        expect(codes).not.toContain('layout/no-progress');
        expect(codes).not.toContain('layout/too-many-pages');
        // Each word, each edge of a box and each blank side of a sheet can ask for few pages.
        expect(pages.count).toBeLessThan(40 + 4 * (written.words + written.html.length / 20));

        const lines = linesOnPages(pages);
        const words = lines.flatMap(({ text }) => wordsIn(text));
        const isLossSaid = codes.includes('layout/lost-footnote');
        const wanted = everyWord(written).filter((word) => !isLossSaid || words.includes(word));
        expect([...words].sort(inSource)).toEqual(wanted);
        const pictures = pages.fragments.flatMap(({ fragment: { content, element } }) =>
          content === undefined ? [] : [element.attributes.id],
        );
        expect(pictures.sort()).toEqual([...written.pictures].sort());

        expectStreams(written.streams, lines);
        const bottom = sheet.height + 2 * MARGIN;
        const cut = lines.filter((line) => line.top < -0.5 || line.bottom > bottom + 0.5);
        if (cut.length > 0) expect(codes.length, JSON.stringify(cut)).toBeGreaterThan(0);
      };
      check(arbitraryTrees(kinds), paper, holds);
    });

    test('a second time, and with what is remembered of other pages, the layout is the same', () => {
      const holds: Holds = ({ html }, sheet, other) => {
        const narrow = treeDocument(html, cssOf(other, WIDTH - 40));
        const wide = treeDocument(html, cssOf(sheet));
        const press = openTreePress(wide);
        const describe = (pages: TreePages | undefined) => (pages === undefined ? [] : describePages(pages));
        const cold = describe(press.pages(wide));
        const between = describe(press.pages(narrow));
        expect(describe(press.pages(wide))).toEqual(cold);
        expect(describe(openTreePress(narrow).pages(narrow))).toEqual(between);
        const fresh = treeDocument(html, cssOf(sheet), squareCatalogue());
        expect(describe(openTreePress(fresh).pages(fresh))).toEqual(cold);
      };
      check(arbitraryTrees(kinds), paper, holds);
    });
  });

  test('boxes that do not stand side by side keep the order of the source', () => {
    const holds: Holds = (written, sheet) => {
      expect(wordsOf(pagesOf(written, cssOf(sheet)))).toEqual(everyWord(written));
    };
    check(arbitraryTrees(SEQUENTIAL), paper, holds);
  });

  test('fragments stand in the order of the source', () => {
    const holds: Holds = (written, sheet) => {
      const pages = pagesOf(written, cssOf(sheet));
      for (const { fragment } of pages.fragments) {
        // What goes on of a float stands before the boxes beside it.
        const inFlow = fragment.children.filter(
          ({ anonymous, element: { style } }) => !anonymous && style.float === 'none',
        );
        const ids = inFlow.map(({ element }) => element.id);
        expect(ids).toEqual([...ids].sort((a, b) => a - b));
      }
    };
    check(arbitraryTrees(ALL_KINDS), paper, holds);
  });

  test('an element begins once and ends once at most', () => {
    // A page where nothing but an edge of a box would be is left out, and that beginning or end with it.
    const holds: Holds = (written, sheet) => {
      const begins = new Map<number, number>();
      const ends = new Map<number, number>();
      for (const { fragment } of pagesOf(written, cssOf(sheet)).fragments) {
        const { element, anonymous, isFirst, isLast } = fragment;
        // The area of the notes belongs to its page.
        if (anonymous || element.name.startsWith('@')) continue;
        begins.set(element.id, (begins.get(element.id) ?? 0) + (isFirst ? 1 : 0));
        ends.set(element.id, (ends.get(element.id) ?? 0) + (isLast ? 1 : 0));
      }
      expect([...begins].filter(([, count]) => count > 1)).toEqual([]);
      expect([...ends].filter(([, count]) => count > 1)).toEqual([]);
    };
    check(arbitraryTrees(ALL_KINDS), paper, holds);
  });

  test('page by page come the lines of one endless page', () => {
    const kinds = ALL_KINDS.filter((kind) => kind !== 'float');
    const options = { pageNames: false };
    const holds: Holds = (written, { height }) => {
      const sorted = (sheet: Paper): readonly string[] =>
        linesOnPages(pagesOf(written, cssOf(sheet)))
          .map(({ owner, text }) => `${owner} ${text}`)
          .filter((line) => /w/.test(line))
          .sort();
      const endless = sorted({ height: 12_000, firstMargin: MARGIN });
      expect(sorted({ height, firstMargin: MARGIN })).toEqual(endless);
    };
    check(arbitraryTrees(kinds, options), paper, holds);
  });

  test('lines stay inside the page area, and no page is left blank', () => {
    const holds: Holds = (written, sheet) => {
      const pages = pagesOf(written, cssOf(sheet));
      const isInside = ({ top, bottom }: { top: number; bottom: number }): boolean =>
        top >= MARGIN - 0.01 && bottom <= MARGIN + sheet.height + 0.01;
      expect(linesOnPages(pages).filter((line) => !isInside(line))).toEqual([]);
      if (written.words === 0) return;
      const shown = new Set(
        pages.fragments.flatMap(({ page, fragment: { lines, border } }) =>
          lines.length > 0 || border.top + border.bottom > 0 ? [page] : [],
        ),
      );
      expect(shown.size).toBe(pages.count);
    };
    const options = { heights: false, sides: false };
    check(arbitraryTrees(['list'], options), paper, holds);
  });
});
