import type { Box, PageNumbers } from './types.ts';

const known = new WeakMap<Box, boolean>();

/** Whether a page number stands anywhere in the box: then its layout depends on the page. */
export function showsPageNumbers(box: Box): boolean {
  if (box.kind === 'paragraph' && box.marker === undefined) return box.inline.hasCounters;
  if (box.kind === 'replaced') return false;
  let shows = known.get(box);
  if (shows === undefined) {
    shows = (box.marker !== undefined && showsPageNumbers(box.marker)) || insideShows(box);
    known.set(box, shows);
  }
  return shows;
}

function insideShows(box: Box): boolean {
  switch (box.kind) {
    case 'block':
    case 'flex':
      return box.children.some((child) => showsPageNumbers(child));
    case 'columns':
      return showsPageNumbers(box.content);
    case 'paragraph':
      return box.inline.hasCounters;
    case 'table': {
      const cells = box.groups.flatMap((group) => group.rows.flatMap((row) => row.cells.map((cell) => cell.box)));
      return [...cells, ...(box.caption === undefined ? [] : [box.caption])].some((cell) => showsPageNumbers(cell));
    }
    case 'replaced':
      return false;
  }
}

/** Whether page counters show the same. The pages of targets are one object as long as they are the same. */
export const isSamePage = (a: PageNumbers, b: PageNumbers): boolean =>
  a.number === b.number && a.count === b.count && a.targets === b.targets;
