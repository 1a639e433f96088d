/**
 * Documents in which some page, line or margin box differs from WeasyPrint 57.2, and why. `docs/css.md` tells for each
 * reason which side follows the standard.
 */
export const differences: Readonly<Record<string, string>> = {
  'heights-over-pages': 'a box of a given height is cut below its content',
  'margin-boxes-auto-widths': 'margin boxes share the free width of their edge',
  'running-footer': 'margin boxes share the free width of their edge',
  'table-rows-free': 'a row stays whole while a page holds it',
  'table-span-higher-than-rows': 'rows share what a spanning cell needs',
  'flex-column-over-pages': 'a flex container is cut inside its items',
  'flex-row-in-flow': 'a flex container is cut inside its items',
  'page-names-then-none': 'a box without a page name does not go on on a named page',
  'running-keywords': 'element() takes a name alone',
  'flex-row-split': 'a flex container is cut inside its items',
};
