import type { Assets } from '../asset/types.ts';
import { createDiagnosticList, type Diagnostic, type DiagnosticList, type Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import type { Pt } from '../base/units.ts';
import { computeStyles } from '../document/compute-styles.ts';
import type { DocumentTree } from '../document/document-tree.ts';
import type { StyledDocument } from '../document/types.ts';
import { layoutDocument } from '../layout/layout-document.ts';
import type { PagedDocument } from '../layout/types.ts';
import { type FitGoal, nextSize, type Trial } from './next-size.ts';
import { charactersOver, fullnessOf } from './page-content.ts';

export interface FitInput {
  readonly tree: DocumentTree;
  /** The document in the size that its stylesheets give it; its assets hold for every size. */
  readonly styled: StyledDocument;
  readonly assets: Assets;
  /** Where the text begins: named when it is too long. */
  readonly text: Place;
}

interface Attempt extends Trial {
  readonly paged: PagedDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
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
  for (let size = nextSize(goal, trials); size !== undefined; size = nextSize(goal, trials)) {
    trials.push(attempt(input, size, goal));
  }
  const fitting = trials.filter(({ fits }) => fits);
  const chosen =
    fitting.length > 0
      ? fitting.reduce((largest, one) => (one.size > largest.size ? one : largest))
      : (trials.find(({ size }) => size === goal.min) ?? attempt(input, goal.min, goal));
  reporter.add(chosen.diagnostics);
  if (chosen.paged !== undefined && !chosen.fits) reportTooLong(chosen.paged, goal, text, reporter);
  return chosen.paged;
}

function attempt({ tree, styled, assets }: FitInput, size: Pt, { pages }: FitGoal): Attempt {
  const found = createDiagnosticList();
  // What the styles have to say was said of `styled`.
  const sized = size === styled.root.style.fontSize ? styled : computeStyles(tree, SILENT, size);
  const paged = layoutDocument(sized, assets, found);
  const fits = paged !== undefined && paged.pages.length <= pages;
  return { size, fits, fullness: paged === undefined ? 0 : fullnessOf(paged), paged, diagnostics: found.all };
}

const SILENT: Reporter = { report: () => undefined };

function reportTooLong(paged: PagedDocument, goal: FitGoal, text: Place, reporter: Reporter): void {
  reporter.report('fit/too-long', text, {
    pages: goal.pages,
    made: paged.pages.length,
    sizePt: Math.round(goal.min * 100) / 100,
    characters: charactersOver(paged, goal.pages),
  });
}
