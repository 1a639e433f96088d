import { createDiagnosticList, type DiagnosticList, type Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import { computeStyles } from '../document/compute-styles.ts';
import type { DocumentTree } from '../document/document-tree.ts';
import type { StyledDocument } from '../document/types.ts';
import { type FlowDocument, finishPages, layoutDocument, layoutFlow } from '../layout/layout-document.ts';
import type { LayoutAssets, PagedDocument } from '../layout/types.ts';
import { type FitGoal, nextSize, type Trial } from './next-size.ts';
import { charactersOver, fullnessOf } from './page-content.ts';

export interface FitInput {
  readonly tree: DocumentTree;
  /** The document in the size that its stylesheets give it; its assets hold for every size. */
  readonly styled: StyledDocument;
  readonly assets: LayoutAssets;
  /** Where the text begins: named when it is too long. */
  readonly text: Place;
}

/** One layout of the flow. What it has to say is told when it is taken. */
interface Attempt extends Trial {
  readonly flow: FlowDocument | undefined;
  readonly diagnostics: DiagnosticList;
}

/**
 * Pages in the size that the stylesheets say, or, where the root has `-buletin-fit`, in the largest size of
 * `-buletin-fit-size` with which the document takes no more pages than that (contract 7). Too long even in the
 * smallest: it is set in that, and `fit/too-long` says how much to cut. `undefined` after an error, which was reported.
 */
export function fitDocument(input: FitInput, reporter: DiagnosticList): PagedDocument | undefined {
  const { styled, assets, text } = input;
  const { style } = styled.root;
  const { fitPages, fitSize } = style;
  if (fitPages === undefined) return layoutDocument(styled, assets, reporter);
  const goal: FitGoal = { min: style.fontSize, max: style.fontSize, ...fitSize, pages: fitPages };

  const trials: Attempt[] = [];
  for (;;) {
    const size = nextSize(goal, trials);
    if (size !== undefined) {
      trials.push(attempt(input, size, goal));
      continue;
    }
    const largest = largestFit(trials);
    if (largest === undefined) break;
    const paged = largest.flow === undefined ? undefined : finishPages(largest.flow);
    if (paged !== undefined) {
      reporter.add(largest.diagnostics.all);
      return paged;
    }
    // What is too wide or too high in this size may be neither in a smaller one.
    trials[trials.indexOf(largest)] = { ...largest, fits: false };
  }
  const smallest = trials.find(({ size }) => size === goal.min) ?? attempt(input, goal.min, goal);
  const paged = smallest.flow === undefined ? undefined : finishPages(smallest.flow);
  reporter.add(smallest.diagnostics.all);
  const pages = smallest.flow?.settled.pages ?? [];
  if (paged !== undefined && pages.length > goal.pages) {
    reporter.report('fit/too-long', text, {
      pages: goal.pages,
      made: pages.length,
      sizePt: Math.round(goal.min * 100) / 100,
      characters: charactersOver(pages, goal.pages),
    });
  }
  return paged;
}

const largestFit = (trials: readonly Attempt[]): Attempt | undefined =>
  trials.reduce<Attempt | undefined>((best, one) => (one.fits && one.size > (best?.size ?? 0) ? one : best), undefined);

function attempt({ tree, styled, assets }: FitInput, size: Pt, { pages }: FitGoal): Attempt {
  const diagnostics = createDiagnosticList();
  // What the styles have to say was said of `styled`.
  const sized = size === styled.root.style.fontSize ? styled : computeStyles(tree, SILENT, size);
  const flow = layoutFlow(sized, assets, diagnostics);
  const made = flow?.settled.pages ?? [];
  const fits = flow !== undefined && !flow.hasErrors() && made.length <= pages;
  return { size, fits, fullness: fullnessOf(made, pages), flow, diagnostics };
}

const SILENT: Reporter = { report: () => undefined };
