import { type FlowPage, pageArea } from '../pages/paginate.ts';
import type { DocumentNumbers, Fragment, LayoutContext, PageNumbers } from '../types.ts';
import { paddingBox, positionBoxes } from './position-boxes.ts';

/** Puts positioned boxes where they belong: a pass over finished pages, none where nothing is positioned. */
export interface Positioning {
  /** The page area is the initial containing block: CSS 2.2, section 10.1. */
  flow(pages: readonly FlowPage[], numbers: DocumentNumbers): readonly FlowPage[];
  /** A margin box is the containing block of what is absolutely positioned in it. */
  marginBox(box: Fragment, page: PageNumbers): Fragment;
}

export function createPositioning(context: LayoutContext): Positioning {
  const { ancestors } = context;
  if (ancestors === undefined) return { flow: (pages) => pages, marginBox: (box) => box };
  return {
    flow: (pages, numbers) =>
      pages.map((page): FlowPage => {
        const area = pageArea(page.style);
        const scene = { ancestors, page: { ...numbers, number: page.number }, context };
        const position = (fragment: Fragment | undefined): Fragment | undefined => {
          if (fragment === undefined) return undefined;
          const { x, y } = fragment.rect;
          return positionBoxes(fragment, { ...area, x: area.x - x, y: area.y - y }, scene);
        };
        return { ...page, flow: position(page.flow), footnotes: position(page.footnotes) };
      }),
    marginBox: (box, page) => positionBoxes(box, paddingBox(box), { ancestors, page, context }),
  };
}
