import type { Reporter } from '../base/diagnostics.ts';
import type { Pt } from '../base/units.ts';
import type { Computed } from './css/cascade/compute-style.ts';
import { createMatchTree } from './css/selectors/match-tree.ts';
import type { DocumentTree } from './document-tree.ts';
import { computePages } from './style/page-styles.ts';
import { styleRoot } from './style/style-tree.ts';
import { createStyling } from './style/styling.ts';
import type { StyledDocument } from './types.ts';

/**
 * Cascade, inheritance, computed values, generated content and page styles. With `rootSize` the root has that font size,
 * whatever the stylesheets say (contract 7).
 */
export function computeStyles(tree: DocumentTree, reporter: Reporter, rootSize?: Pt): StyledDocument {
  const told = new Set<Computed>();
  const styling = createStyling(tree.rules, rootSize, (computed) => {
    if (computed.problems === undefined || told.has(computed)) return;
    told.add(computed);
    computed.problems.tell(reporter);
  });
  const { root, computed } = styleRoot(styling, createMatchTree(tree.root), reporter);
  const pages = computePages(styling, computed, reporter);
  return { title: tree.title, lang: tree.lang, root, pages };
}
