import type { StyledDocument } from '../../document/types.ts';
import type { BlockContext } from '../block/block-context.ts';
import type { Generation } from '../boxes/generation.ts';
import type { Box, DocumentNumbers, Fragment } from '../types.ts';
import { type FlowPage, paginate } from './paginate.ts';
import { askedTargets } from './target-counters.ts';
import { nearestId, targetPlaces } from './target-places.ts';

/** Passes in which the numbers that are shown may change where the pages end, and so the numbers. */
const MOST_PASSES = 6;

export interface SettledPages {
  readonly pages: readonly FlowPage[];
  /** What holds of these pages. */
  readonly numbers: DocumentNumbers;
}

/**
 * Pages that show the numbers that hold of them. Where they never do, those of the last pass, with a warning.
 * `undefined` after an error.
 */
export function settlePages(
  root: Box,
  document: StyledDocument,
  generation: Generation,
  context: BlockContext,
): SettledPages | undefined {
  const asked = askedTargets(document, generation);
  for (const [id, place] of asked.missing) {
    context.reporter.report('layout/unknown-target', place, { id, nearest: nearestId(document.root, id) });
  }
  const showsCount = generation.counters.some(({ counter }) => counter.counter === 'pages');
  let numbers: DocumentNumbers = { count: 1, targets: undefined };
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const pages = paginate({ root, pages: document.pages, notes: generation.notes }, numbers, context);
    if (pages === undefined) return undefined;
    const found = numbersOf(pages, document, asked.ids);
    const isSettled = (found.count === numbers.count || !showsCount) && isSame(found.targets, numbers.targets);
    if (isSettled) return { pages, numbers: { ...found, targets: numbers.targets } };
    if (pass === MOST_PASSES - 1) {
      context.reporter.report('layout/unsettled-numbers', document.root.place, { passes: MOST_PASSES });
      return { pages, numbers: found };
    }
    numbers = found;
  }
  throw new Error('The last pass gives the pages');
}

function numbersOf(pages: readonly FlowPage[], document: StyledDocument, ids: ReadonlySet<string>): DocumentNumbers {
  const count = pages.length;
  if (ids.size === 0) return { count, targets: undefined };
  const shown = pages.map(({ number, flow, footnotes }) => ({ number, fragments: fragmentsOf(flow, footnotes) }));
  const targets = new Map<string, number>();
  for (const [id, { page }] of targetPlaces(document.root, shown, ids)) targets.set(id, page);
  return { count, targets };
}

function fragmentsOf(...fragments: readonly (Fragment | undefined)[]): readonly Fragment[] {
  return fragments.flatMap((fragment) => fragment ?? []);
}

function isSame(a: DocumentNumbers['targets'], b: DocumentNumbers['targets']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.size === b.size && [...a].every(([id, page]) => b.get(id) === page);
}
