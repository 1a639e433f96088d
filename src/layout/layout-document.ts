import type { Assets } from '../asset/types.ts';
import { type Reporter, severityOf } from '../base/diagnostics.ts';
import type { StyledDocument } from '../document/types.ts';
import type { BlockContext } from './block/block-context.ts';
import { generateBox } from './boxes/generate-boxes.ts';
import type { Generation } from './boxes/generation.ts';
import { createLayoutContext } from './create-context.ts';
import { checkPages } from './pages/check-pages.ts';
import { layoutMarginBoxes } from './pages/margin-boxes.ts';
import { createRunningBoxes, fillMarginBox, markRepeated } from './pages/margin-content.ts';
import { type FlowPage, pageArea, paginate } from './pages/paginate.ts';
import { anchorRunning, elementOn, reportUnshown } from './pages/running-elements.ts';
import type { Box, Page, PagedDocument } from './types.ts';

/** Passes in which the number of pages may change what is shown, and so the number of pages. */
const MOST_PASSES = 4;

/** Styled tree → pages of fragments. `undefined` after an error, which was reported. */
export function layoutDocument(
  document: StyledDocument,
  assets: Assets,
  reporter: Reporter,
): PagedDocument | undefined {
  const watched = watchErrors(reporter);
  const context = createLayoutContext(assets, document.lang, watched.reporter);
  const generation: Generation = { replaced: assets.replaced, running: [], counters: [] };
  const root = generateBox(document.root, { lang: document.lang }, generation);
  const showsCount = generation.counters.some(({ counter }) => counter === 'pages');
  const flow = paginateToCount(root, document, showsCount, context);
  if (flow === undefined) return undefined;

  const pages = addMarginBoxes(flow, document, generation, context);
  checkPages(pages, watched.reporter);
  if (watched.hasErrors()) return undefined;
  return { title: document.title, lang: document.lang, root: document.root, pages };
}

/** Pages whose count is what they show; after the last pass, the count of the pass before. */
function paginateToCount(
  root: Box,
  document: StyledDocument,
  showsCount: boolean,
  context: BlockContext,
): readonly FlowPage[] | undefined {
  let flow = paginate(root, document.pages, 1, context);
  if (!showsCount) return flow;
  for (let pass = 1, count = 1; pass < MOST_PASSES && flow !== undefined && flow.length !== count; pass++) {
    count = flow.length;
    flow = paginate(root, document.pages, count, context);
  }
  return flow;
}

function addMarginBoxes(
  flow: readonly FlowPage[],
  document: StyledDocument,
  generation: Generation,
  context: BlockContext,
): readonly Page[] {
  const anchored = anchorRunning([...generation.running], flow);
  const boxes = createRunningBoxes(generation);
  const runningIds = new Set(anchored.map(({ running }) => running.element.id));
  const shown = new Set<number>();
  const pages = flow.map((page): Page => {
    const find = (name: string) => elementOn(anchored, name, page.number);
    const filled = page.style.marginBoxes.map((styled) =>
      fillMarginBox(styled, { find, lang: document.lang }, boxes, generation),
    );
    const marginBoxes = layoutMarginBoxes(filled, page, flow.length, context).map((fragment) =>
      markRepeated(fragment, runningIds, shown),
    );
    const area = pageArea(page.style);
    return { number: page.number, size: page.style.size, area, flow: page.flow, marginBoxes };
  });
  reportUnshown(anchored, shown, flow, document.pages, context.reporter);
  return pages;
}

function watchErrors(reporter: Reporter): { readonly reporter: Reporter; readonly hasErrors: () => boolean } {
  let hasError = false;
  return {
    hasErrors: () => hasError,
    reporter: {
      report(code, place, data, related) {
        if (severityOf(code) === 'error') hasError = true;
        reporter.report(code, place, data, related);
      },
    },
  };
}
