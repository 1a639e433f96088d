import type { Reporter } from '../../base/diagnostics.ts';
import type { PageStyle, StyledDocument } from '../../document/types.ts';
import type { RunningElement } from '../boxes/generation.ts';
import type { Fragment } from '../types.ts';
import type { FlowPage } from './paginate.ts';

/** A running element and the page on which its place in the source falls. */
export interface AnchoredElement {
  readonly running: RunningElement;
  readonly page: number;
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
  const begins = new Map<number, number>();
  const visit = (fragment: Fragment, page: number): void => {
    const { id } = fragment.element;
    if (fragment.isFirst && !fragment.anonymous && !begins.has(id)) begins.set(id, page);
    for (const child of fragment.children) visit(child, page);
    for (const child of fragment.positioned ?? []) visit(child, page);
  };
  for (const { flow, footnotes, number } of pages) {
    if (flow !== undefined) visit(flow, number);
    if (footnotes !== undefined) visit(footnotes, number);
  }
  const ids = [...begins.keys()].sort((a, b) => a - b);
  const last = pages[pages.length - 1]?.number ?? 1;
  return running.map((one) => {
    const next = ids.find((id) => id > one.element.id);
    return { running: one, page: next === undefined ? last : (begins.get(next) ?? last) };
  });
}

/** What `element(name)` shows on a page: the first that is anchored there, else the last before it (`first`). */
export function elementOn(
  anchored: readonly AnchoredElement[],
  name: string,
  page: number,
): RunningElement | undefined {
  const named = anchored.filter((one) => one.running.name === name);
  const here = named.find((one) => one.page === page);
  return (here ?? named.findLast((one) => one.page < page))?.running;
}

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
    const naming = pages.filter(({ style }) => names(style, name));
    if (!styles.some(({ style }) => names(style, name))) {
      reporter.report('layout/running-unused', element.place, { name });
    } else if (naming.length > 0 && naming.every(({ number }) => number < page)) {
      reporter.report('layout/running-late', element.place, { name, page });
    }
  }
}

const names = (style: PageStyle, name: string): boolean =>
  style.marginBoxes.some(({ element }) =>
    element.style.content.some((part) => part.kind === 'element' && part.name === name),
  );
