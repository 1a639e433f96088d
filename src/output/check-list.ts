import type { Reporter } from '../base/diagnostics.ts';
import type { DisplayItem, DisplayList } from '../paint/types.ts';
import type { GlyphRun } from '../text/types.ts';
import type { PdfMetadata } from './types.ts';

/**
 * What PDF/A-2a and PDF/UA-1 ask for and the writer cannot make up: title, language, a glyph for each character,
 * alternative text. True when nothing is missing.
 */
export function checkList(list: DisplayList, metadata: PdfMetadata, reporter: Reporter): boolean {
  let isGood = true;
  const root = list.tags[0];
  const place = root?.place;
  if (metadata.title.trim() === '') {
    reporter.report('output/missing-title', place, {});
    isGood = false;
  }
  // BCP 47: two or three letters, then subtags.
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(list.lang)) {
    reporter.report('output/missing-language', place, { lang: list.lang });
    isGood = false;
  }
  for (const tag of list.tags) {
    if (tag.role !== 'Figure' || (tag.alt !== undefined && tag.alt.trim() !== '')) continue;
    reporter.report('output/figure-without-alt', tag.place, { element: 'img' });
    isGood = false;
  }
  for (const page of list.pages) if (!checkItems(page.items, reporter)) isGood = false;
  return isGood;
}

function checkItems(items: readonly DisplayItem[], reporter: Reporter): boolean {
  let isGood = true;
  for (const item of items) {
    if (item.kind === 'group' && !checkItems(item.items, reporter)) isGood = false;
    if (item.kind !== 'glyphs') continue;
    const missing = missingText(item.run);
    if (missing === undefined) continue;
    reporter.report('output/missing-glyph', item.place, { text: missing, font: item.run.font });
    isGood = false;
  }
  return isGood;
}

/** The characters of the first glyph 0 of a run. */
function missingText(run: GlyphRun): string | undefined {
  const at = run.glyphIds.indexOf(0);
  if (at === -1) return undefined;
  const codePoint = run.text.codePointAt(run.clusters[at] ?? 0);
  return codePoint === undefined ? run.text : String.fromCodePoint(codePoint);
}
