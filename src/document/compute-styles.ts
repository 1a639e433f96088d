import type { Reporter } from '../base/diagnostics.ts';
import { createDiagnosticList } from '../base/diagnostics.ts';
import type { Pt } from '../base/units.ts';
import type { Computed } from './css/cascade/compute-style.ts';
import { createMatchTree } from './css/selectors/match-tree.ts';
import type { DocumentTree } from './document-tree.ts';
import { computePages } from './style/page-styles.ts';
import { styleRoot } from './style/style-tree.ts';
import { createStyling } from './style/styling.ts';
import { knowTargets, reportMissed } from './style/targets.ts';
import type { StyledDocument } from './types.ts';

/**
 * Cascade, inheritance, computed values, generated content and page styles. With `rootSize` the root has that font size,
 * whatever the stylesheets say (contract 7).
 */
export function computeStyles(tree: DocumentTree, reporter: Reporter, rootSize?: Pt): StyledDocument {
  const told = new Set<Computed>();
  const used = (computed: Computed): void => {
    if (computed.problems === undefined || told.has(computed)) return;
    told.add(computed);
    computed.problems.tell(reporter);
  };
  const matched = createMatchTree(tree.root);
  let styling = createStyling(tree.rules, rootSize, used);
  let styled = styleRoot(styling, matched, reporter);
  const { targets } = styling;
  const isAgain = targets.missed.size > 0;
  knowTargets(targets);
  if (isAgain) {
    styling = { ...createStyling(tree.rules, rootSize, used), targets };
    // What is wrong with the elements was told before.
    styled = styleRoot(styling, matched, createDiagnosticList());
  }
  const { root, computed } = styled;
  const pages = computePages(styling, computed, reporter);
  styling.problems.tell(reporter);
  reportMissed(targets, reporter);
  const strings = styling.strings.sort((a, b) => a.at - b.at);
  return { title: tree.title, lang: tree.lang, root, pages, strings };
}
