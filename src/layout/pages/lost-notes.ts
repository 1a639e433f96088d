import type { Reporter } from '../../base/diagnostics.ts';
import type { Box, Page } from '../types.ts';

/** Notes without a place on the pages: their words would be lost without a word. */
export function reportLostNotes(notes: ReadonlyMap<number, Box>, pages: readonly Page[], reporter: Reporter): void {
  if (notes.size === 0) return;
  const placed = new Set(pages.flatMap(({ footnotes }) => footnotes?.children.map(({ element }) => element.id) ?? []));
  for (const [id, { element }] of notes) {
    if (!placed.has(id)) reporter.report('layout/lost-footnote', element.place, { element: element.name });
  }
}
