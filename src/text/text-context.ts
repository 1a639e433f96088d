import type { FontCatalogue } from '../asset/types.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { Hyphenator } from '../hyphenate/types.ts';
import type { TextMemory } from './prepare-paragraph.ts';

/** What is the same for all paragraphs of a document, and what is kept of them: it goes with the document. */
export interface TextContext extends TextMemory {
  readonly reporter: Reporter;
}

export function createTextContext<R extends Reporter>(
  fonts: FontCatalogue,
  reporter: R,
  hyphenator?: Hyphenator,
): TextContext & { readonly reporter: R } {
  return { fonts, hyphenator, reporter, styles: new Map(), paragraphs: new Map() };
}
