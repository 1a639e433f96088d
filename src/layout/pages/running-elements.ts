import type { Reporter } from '../../base/diagnostics.ts';
import type { Assignment, PageStyle, StyledDocument } from '../../document/types.ts';
import type { RunningElement } from '../boxes/generation.ts';
import { type Anchor, assignedOn, findAnchors } from './assignments.ts';
import type { FlowPage } from './paginate.ts';

/** A running element and where its place in the source falls. */
export interface AnchoredElement extends Anchor {
  readonly running: RunningElement;
}

/**
 * The place of a running element has no size: it falls where the next element of the flow begins, or on the last page.
 * CSS GCPM 3, section 1.2.1.
 */
export function anchorRunning(
  running: readonly RunningElement[],
  pages: readonly FlowPage[],
): readonly AnchoredElement[] {
  if (running.length === 0) return [];
  const find = findAnchors(pages);
  return running.map((one) => ({ running: one, ...find(one.element.id) }));
}

/** What `element()` shows on a page. */
export const elementOn = (
  anchored: readonly AnchoredElement[],
  { name, which }: { readonly name: string; readonly which: Assignment },
  page: number,
): RunningElement | undefined =>
  assignedOn(
    anchored.filter((one) => one.running.name === name),
    page,
    which,
  )?.running;

/** Running elements that no page can show: their content would be lost without a word. */
export function reportUnshown(
  anchored: readonly AnchoredElement[],
  shown: ReadonlySet<number>,
  pages: readonly FlowPage[],
  styles: StyledDocument['pages'],
  reporter: Reporter,
): void {
  for (const { running, page } of anchored) {
    const { element, name } = running;
    if (shown.has(element.id)) continue;
    const naming = pages.filter(({ style }) => names(style, name).length > 0);
    if (!styles.some(({ style }) => names(style, name).length > 0)) {
      reporter.report('layout/running-unused', element.place, { name });
    } else if (naming.length > 0 && naming.every(({ number, style }) => number < firstPage(page, names(style, name)))) {
      reporter.report('layout/running-late', element.place, { name, page });
    }
  }
}

/** In which ways margin boxes of a page show the name. */
const names = ({ marginBoxes }: PageStyle, name: string): readonly Assignment[] =>
  marginBoxes.flatMap(({ element }) =>
    element.style.content.flatMap((part) => (part.kind === 'element' && part.name === name ? [part.which] : [])),
  );

/** The first page that may show an element that falls on `page`. */
const firstPage = (page: number, ways: readonly Assignment[]): number =>
  ways.every((which) => which === 'first-except') ? page + 1 : page;
