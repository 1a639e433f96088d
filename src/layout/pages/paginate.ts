import type { Rect } from '../../base/geometry.ts';
import type { PageStyle, StyledDocument } from '../../document/types.ts';
import type { BlockContext } from '../block/block-context.ts';
import { boxEdges } from '../box-geometry.ts';
import type { Box, DocumentNumbers, Fragment, LayoutResult, PageNumbers, Resume } from '../types.ts';
import { isBlank } from './blank-page.ts';
import { firstSide, otherSide, type PageSide, pageNameAt, pageStyleOf } from './page-names.ts';

/** Pages that one document may have. */
const MOST_PAGES = 2000;

/** A page whose flow is laid out and whose margin boxes are not. */
export interface FlowPage {
  readonly number: number;
  readonly style: PageStyle;
  /** `undefined`: a blank page, that brings the next one to its side. */
  readonly flow: Fragment | undefined;
}

/** The page area: CSS Paged Media 3, section 3. */
export function pageArea({ size, margin }: PageStyle): Rect {
  return {
    x: margin.left,
    y: margin.top,
    width: Math.max(0, size.width - margin.left - margin.right),
    height: Math.max(0, size.height - margin.top - margin.bottom),
  };
}

/**
 * Cuts the root box into pages; `numbers` is what page counters show. A page on which nothing would be drawn is left
 * out, but for those that a break to the left or right asks for. `undefined` after an error.
 */
export function paginate(
  root: Box,
  pages: StyledDocument['pages'],
  numbers: DocumentNumbers,
  context: BlockContext,
): readonly FlowPage[] | undefined {
  const made: FlowPage[] = [];
  const start = firstSide(root);
  let blank: FlowPage | undefined;
  let resume: Resume | undefined;
  let wanted: PageSide | undefined;
  let blanks = 0;
  do {
    const number = made.length + 1;
    if (number > MOST_PAGES || blanks > MOST_PAGES) {
      context.reporter.report('layout/too-many-pages', root.element.place, { limit: MOST_PAGES });
      return undefined;
    }
    const side = number % 2 === 1 ? start : otherSide(start);
    const kind = { first: number === 1, side, name: undefined, blank: false };
    if (wanted !== undefined && wanted !== side) {
      made.push({ number, style: pageStyleOf(pages, { ...kind, blank: true }), flow: undefined });
      wanted = undefined;
      continue;
    }
    const style = pageStyleOf(pages, { ...kind, name: pageNameAt(root, resume) });
    const next = layoutPage(root, { style, numbers: { ...numbers, number } }, context, resume);
    const isStuck =
      next === undefined || (next.resume !== undefined && JSON.stringify(next.resume) === JSON.stringify(resume));
    if (isStuck) {
      context.reporter.report('layout/no-progress', root.element.place, { page: number });
      return undefined;
    }
    const page: FlowPage = { number, style, flow: next.fragment };
    if (isBlank(next.fragment)) {
      blank ??= page;
      blanks++;
    } else made.push(page);
    resume = next.resume;
    wanted = next.forced === 'left' || next.forced === 'right' ? next.forced : undefined;
  } while (resume !== undefined);
  return made.length === 0 && blank !== undefined ? [blank] : made;
}

function layoutPage(
  root: Box,
  page: { readonly style: PageStyle; readonly numbers: PageNumbers },
  context: BlockContext,
  resume: Resume | undefined,
):
  | { readonly fragment: Fragment; readonly resume: Resume | undefined; readonly forced: LayoutResult['forced'] }
  | undefined {
  const area = pageArea(page.style);
  const { margin } = boxEdges(root.element.style, area.width);
  const top = resume !== undefined || margin.top === 'auto' ? 0 : margin.top;
  const result = context.layoutBox(
    root,
    {
      inlineSize: area.width,
      blockSize: area.height,
      formattingRoot: true,
      blockLeft: area.height - top,
      offset: 0,
      page: page.numbers,
    },
    resume,
  );
  const { fragment } = result;
  if (fragment === undefined) return undefined;
  const rect = { ...fragment.rect, x: area.x + fragment.margin.left, y: area.y + top };
  return { fragment: { ...fragment, rect }, resume: result.resume, forced: result.forced };
}
