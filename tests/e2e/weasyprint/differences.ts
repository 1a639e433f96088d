/**
 * Documents in which some page, line or margin box differs from WeasyPrint 57.2, and why. `docs/css.md` tells for each
 * reason which side follows the standard.
 */
export const differences: Readonly<Record<string, string>> = {
  'columns-balanced-on-a-page': 'balanced columns are as high as their lines',
  'columns-in-boxes': 'columns keep their margin and are cut inside borders',
  'columns-in-boxes-that-fit': 'balanced columns are as high as their lines',
  'columns-three': 'balanced columns are as high as their lines',
  'flex-column-over-pages': 'a flex container is cut inside its items',
  'flex-row-in-flow': 'a flex container is cut inside its items',
  'flex-row-split': 'a flex container is cut inside its items',
  'float-kept-with-clear-after': 'break-inside: avoid holds for floats, and their text goes with them',
  'float-flow-root': 'a float goes to the next page whole, with what it stands in',
  'float-higher-than-half': 'a float goes to the next page whole, with what it stands in',
  'footnote-at-page-end': 'a line goes to the next page with its note',
  'footnote-moves-its-line': 'a line goes to the next page with its note',
  'heights-over-pages': 'a box of a given height is cut below its content',
  'margin-boxes-auto-widths': 'margin boxes share the free width of their edge',
  'page-names-then-none': 'a box without a page name does not go on on a named page',
  'running-footer': 'margin boxes share the free width of their edge',
  'running-keywords': 'element(…, start) shows what opens the page',
  'table-rows-free': 'a row of up to half a page stays whole',
  'table-span-higher-than-rows': 'rows share what a spanning cell needs',
};
