import type { Place, SourceFile } from '../base/source.ts';
import type { PaperName } from '../config/types.ts';
import type { TemplateContext } from './context.ts';

/** `layout.yaml`. Lengths in points. */
export interface LayoutSettings {
  readonly name: string;
  readonly papers: readonly PaperName[];
  /** Nothing that matters stands nearer to the edge of the paper. */
  readonly safeDistance: number;
  /** Decoration may run over the edge. */
  readonly bleeds: boolean;
}

/** A layout that was read, parsed and checked against the template context once; used for any number of articles. */
export interface Layout {
  readonly settings: LayoutSettings;
  /** Absolute folder; pictures that its HTML names are read from inside it. */
  readonly folder: string;
  /** In the order of the cascade. */
  readonly stylesheets: readonly SourceFile[];
  /** Of all its files. */
  readonly digest: string;
  /** Merges data into the templates; the engine stays inside `template/`. */
  readonly merge: (context: TemplateContext) => string;
  /** Which HTML fields it prints: `body`, `lead`. */
  readonly prints: ReadonlySet<string>;
  /** What the marks that `merge` writes stand for, by index. */
  readonly marks: readonly LayoutMark[];
}

/** A place of the layout that prints a field (`brand.name`, `links[].href`) or begins an element (`field` is empty). */
export interface LayoutMark {
  readonly field: string;
  readonly place: Place;
}

/**
 * HTML with marks that carry places through the merge: supplementary private-use characters around values, an
 * attribute on elements (see `marks.ts`). The HTML reader takes both out again.
 */
export interface MergedHtml {
  readonly html: string;
  /** What mark `n` names. `undefined`: no place known. */
  readonly marks: readonly (Place | undefined)[];
  /** In the order of the cascade; the first is made of brand and paper. */
  readonly stylesheets: readonly SourceFile[];
  readonly lang: string;
}
