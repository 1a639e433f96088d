import type { Root } from 'mdast';
import type { Place, SourceFile } from '../base/source.ts';
import type { PageLanguage } from '../words/pages.ts';

/** A day of the calendar in Asia/Jakarta; never an instant. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export interface AiUse {
  readonly use: 'none' | 'assisted' | 'extractive';
  readonly model: string;
  readonly reviewedBy: string;
}

/** Front matter after the schema: trimmed, checked, typed. What was not given is `undefined` or empty. */
export interface ArticleMeta {
  readonly title: string;
  readonly date: CivilDate;
  /** http or https, normalised by `URL`; `undefined` only with `qr: false`. */
  readonly source: string | undefined;
  readonly qr: boolean;
  readonly image: ArticleImage | undefined;
  readonly category: string;
  readonly place: string;
  readonly author: string;
  readonly editor: string;
  readonly summary: string;
  /** `undefined` when the key is missing: no notice is printed. */
  readonly ai: AiUse | undefined;
  readonly updated: CivilDate | undefined;
  readonly correction: string;
  readonly until: CivilDate | undefined;
  readonly draft: boolean;
  /** `undefined`: the layout of the command line or the configuration. */
  readonly layout: string | undefined;
  /** Made of the file's name when it is not given: lower case, `a-z0-9-`, never a reserved name of Windows. */
  readonly slug: string;
  readonly lang: PageLanguage;
  readonly tags: readonly string[];
  readonly lint: boolean;
}

export interface ArticleImage {
  /** As written: relative to the article file. */
  readonly path: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export type MetaKey = keyof ArticleMeta | 'imageAlt' | 'imageCaption' | 'imageCredit';

/** One article file, read and checked. */
export interface Article {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly source: SourceFile;
  readonly meta: ArticleMeta;
  /** Where the value of a key stands in the file; a key that was not given has no place. */
  readonly places: Readonly<Partial<Record<MetaKey, Place>>>;
  /**
   * CommonMark with tables and strikethrough; positions count from the start of the *file*. Headings are as written:
   * they are shifted when HTML is made. Raw HTML nodes are text.
   */
  readonly body: Root;
  /** Of the bytes of the file. */
  readonly digest: string;
}
