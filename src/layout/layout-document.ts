import { type Reporter, severityOf } from '../base/diagnostics.ts';
import type { StyledDocument } from '../document/types.ts';
import type { BlockContext } from './block/block-context.ts';
import { generateBox } from './boxes/generate-boxes.ts';
import type { Generation } from './boxes/generation.ts';
import { createLayoutContext } from './create-context.ts';
import { checkPages } from './pages/check-pages.ts';
import { reportLostNotes } from './pages/lost-notes.ts';
import { layoutMarginBoxes } from './pages/margin-boxes.ts';
import { createRunningBoxes, fillMarginBox, markRepeated, type NamesOnPage } from './pages/margin-content.ts';
import { placeStrings } from './pages/named-strings.ts';
import { pageArea } from './pages/paginate.ts';
import { anchorRunning, elementOn, reportUnshown } from './pages/running-elements.ts';
import { type SettledPages, settlePages } from './pages/settle-pages.ts';
import { ancestorsOf } from './position/ancestors.ts';
import { createPositioning, type Positioning } from './position/position-pages.ts';
import type { LayoutAssets, Page, PagedDocument } from './types.ts';

/** The pages of the flow, before what stands in their margins. Enough to say how much room a document takes. */
export interface FlowDocument {
  readonly document: StyledDocument;
  readonly settled: SettledPages;
  readonly generation: Generation;
  readonly context: BlockContext;
  readonly hasErrors: () => boolean;
}

/** Styled tree → pages of fragments. `undefined` after an error, which was reported. */
export function layoutDocument(
  document: StyledDocument,
  assets: LayoutAssets,
  reporter: Reporter,
): PagedDocument | undefined {
  const flow = layoutFlow(document, assets, reporter);
  return flow === undefined ? undefined : finishPages(flow);
}

/** The first half of `layoutDocument`. */
export function layoutFlow(
  document: StyledDocument,
  assets: LayoutAssets,
  reporter: Reporter,
): FlowDocument | undefined {
  const { reporter: watched, hasErrors } = watchErrors(reporter);
  const context = createLayoutContext(assets, document.lang, watched, ancestorsOf(document.root));
  const generation: Generation = { replaced: assets.replaced, running: [], notes: new Map(), counters: [] };
  const root = generateBox(document.root, { lang: document.lang }, generation);
  const settled = settlePages(root, document, generation, context);
  return settled === undefined ? undefined : { document, settled, generation, context, hasErrors };
}

/** The second half of `layoutDocument`: positioned boxes and margin boxes, and whether everything can be seen. */
export function finishPages({
  document,
  settled,
  generation,
  context,
  hasErrors,
}: FlowDocument): PagedDocument | undefined {
  const positioning = createPositioning(context);
  const flow = positioning.flow(settled.pages, settled.numbers);
  const pages = addMarginBoxes({ ...settled, pages: flow }, document, { generation, positioning, context });
  reportLostNotes(generation.notes, pages, context.reporter);
  checkPages(pages, context.reporter);
  if (hasErrors()) return undefined;
  return { title: document.title, lang: document.lang, root: document.root, pages };
}

function addMarginBoxes(
  { pages: flow, numbers }: SettledPages,
  document: StyledDocument,
  scene: { readonly generation: Generation; readonly positioning: Positioning; readonly context: BlockContext },
): readonly Page[] {
  const { generation, positioning, context } = scene;
  const anchored = anchorRunning([...generation.running], flow);
  const boxes = createRunningBoxes(generation);
  const runningIds = new Set(anchored.map(({ running }) => running.element.id));
  const shown = new Set<number>();
  const stringOn = placeStrings(document.strings, flow);
  const pages = flow.map((page): Page => {
    const names: NamesOnPage = {
      element: (part) => elementOn(anchored, part, page.number),
      string: ({ name, which }) => stringOn(name, which, page.number),
      lang: document.lang,
    };
    const filled = page.style.marginBoxes.map((styled) => fillMarginBox(styled, names, boxes, generation));
    const shownNumbers = { ...numbers, number: page.number };
    const marginBoxes = layoutMarginBoxes(filled, page, shownNumbers, context).map((fragment) => {
      const marked = markRepeated(fragment, runningIds, shown);
      return positioning.marginBox(marked, shownNumbers);
    });
    const area = pageArea(page.style);
    return {
      number: page.number,
      size: page.style.size,
      area,
      flow: page.flow,
      footnotes: page.footnotes,
      marginBoxes,
    };
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
