import type { Place, SourceFile } from '../base/source.ts';
import type { PaperName } from '../config/types.ts';

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
  readonly merge: (context: object) => string;
  /** Fields whose places the marks of the merged text name: mark = U+F0000 + index … */
  readonly fields: readonly string[];
}

/**
 * HTML with marks: supplementary private-use characters (planes 15 and 16) that carry places through the merge
 * (contract 5). The HTML reader takes them out again.
 */
export interface MergedHtml {
  readonly html: string;
  /** U+F0000 + n starts text or attributes that come from `marks[n]`; U+10FFFD ends it. `undefined`: no place known. */
  readonly marks: readonly (Place | undefined)[];
  /** In the order of the cascade; the first is made of brand and paper. */
  readonly stylesheets: readonly SourceFile[];
  readonly lang: string;
}
