/**
 * Bounds of an article. What passes one is an error that names the limit; `docs/articles.md` has the same table.
 * Lengths are in UTF-16 units.
 */
export const ARTICLE_LIMITS = {
  /** The whole file, in KiB. */
  fileKibibytes: 256,
  /** Between the fences, in KiB. */
  frontMatterKibibytes: 16,
  title: 300,
  imageAlt: 500,
  imageCaption: 500,
  imageCredit: 150,
  category: 60,
  place: 80,
  author: 150,
  editor: 150,
  summary: 600,
  correction: 1000,
  aiModel: 100,
  aiReviewer: 150,
  tag: 50,
  tags: 20,
  /** Words of the text. */
  words: 10_000,
  /** Quotes and lists inside each other. */
  nesting: 12,
  tableColumns: 12,
  firstYear: 1945,
  lastYear: 2200,
} as const;
