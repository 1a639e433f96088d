import type { Rect } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import { MOST_PAGES } from '../../document/style/page-kinds.ts';
import type { PageStyle, StyledDocument } from '../../document/types.ts';
import type { BlockContext } from '../block/block-context.ts';
import { boxEdges } from '../box-geometry.ts';
import type { Box, DocumentNumbers, Fragment, LayoutResult, PageNumbers, Resume } from '../types.ts';
import { isBlank } from './blank-page.ts';
import type { Note } from './footnote-area.ts';
import { layoutNotedPage } from './noted-page.ts';
import { firstSide, otherSide, type PageSide, pageNameAt, pageStyleOf } from './page-names.ts';

/** A page whose flow is laid out and whose margin boxes are not. */
export interface FlowPage {
  readonly number: number;
  readonly style: PageStyle;
  /** `undefined`: a blank page, that brings the next one to its side, or a page of notes alone. */
  readonly flow: Fragment | undefined;
  /** At the foot of the page area. */
  readonly footnotes: Fragment | undefined;
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

/** What is cut into pages. */
export interface Pagination {
  readonly root: Box;
  readonly pages: StyledDocument['pages'];
  /** By `StyledElement.id`. */
  readonly notes: ReadonlyMap<number, Box>;
}

/** Where pagination stands: before the next page. */
interface Progress {
  readonly resume: Resume | undefined;
  /** Nothing of the flow is left. */
  readonly isDone: boolean;
  readonly carried: readonly Note[];
  /** The side that the next page has to be. */
  readonly wanted: PageSide | undefined;
}

const START: Progress = { resume: undefined, isDone: false, carried: [], wanted: undefined };

/**
 * Cuts the root box into pages; `numbers` is what page counters show. A page on which nothing would be drawn is left
 * out, but for those that a break to the left or right asks for. `undefined` after an error.
 */
export function paginate(
  document: Pagination,
  numbers: DocumentNumbers,
  context: BlockContext,
): readonly FlowPage[] | undefined {
  const { root, pages } = document;
  const made: FlowPage[] = [];
  const start = firstSide(root);
  let blank: FlowPage | undefined;
  let blanks = 0;
  for (let at = START; !at.isDone || at.carried.length > 0; ) {
    const number = made.length + 1;
    if (number > MOST_PAGES || blanks > MOST_PAGES) {
      context.reporter.report('layout/too-many-pages', root.element.place, { limit: MOST_PAGES });
      return undefined;
    }
    const side = number % 2 === 1 ? start : otherSide(start);
    const kind = { first: number === 1, side, name: undefined, blank: false };
    if (at.wanted !== undefined && at.wanted !== side && at.carried.length === 0) {
      const style = pageStyleOf(pages, { ...kind, blank: true }, number);
      made.push({ number, style, flow: undefined, footnotes: undefined });
      at = { ...at, wanted: undefined };
      continue;
    }
    const style = pageStyleOf(pages, { ...kind, name: at.isDone ? undefined : pageNameAt(root, at.resume) }, number);
    const hasFlow = !at.isDone && (at.wanted === undefined || at.wanted === side);
    const next = layoutPage(document, { style, numbers: { ...numbers, number }, hasFlow }, at, context);
    if (next === undefined || isStuck(at, next.progress)) {
      context.reporter.report('layout/no-progress', root.element.place, { page: number });
      return undefined;
    }
    const page: FlowPage = { number, style, flow: next.flow, footnotes: next.footnotes };
    if (next.footnotes === undefined && next.flow !== undefined && isBlank(next.flow)) {
      blank ??= page;
      blanks++;
    } else made.push(page);
    at = next.progress;
  }
  return made.length === 0 && blank !== undefined ? [blank] : made;
}

function isStuck(before: Progress, after: Progress): boolean {
  if (after.isDone || before.isDone || after.resume === undefined) return false;
  return before.carried.length === 0 && JSON.stringify(before.resume) === JSON.stringify(after.resume);
}

interface MadePage {
  readonly flow: Fragment | undefined;
  readonly footnotes: Fragment | undefined;
  readonly progress: Progress;
}

function layoutPage(
  { root, notes }: Pagination,
  page: { readonly style: PageStyle; readonly numbers: PageNumbers; readonly hasFlow: boolean },
  at: Progress,
  context: BlockContext,
): MadePage | undefined {
  const area = pageArea(page.style);
  const { margin } = boxEdges(root.element.style, area.width);
  const top = at.resume !== undefined || margin.top === 'auto' ? 0 : margin.top;
  const layFlow = (room: Pt): LayoutResult =>
    context.layoutBox(
      root,
      {
        inlineSize: area.width,
        blockSize: area.height,
        formattingRoot: true,
        blockLeft: room,
        offset: 0,
        page: page.numbers,
      },
      at.resume,
    );
  const place = (fragment: Fragment | undefined, y: Pt): Fragment | undefined =>
    fragment === undefined
      ? undefined
      : { ...fragment, rect: { ...fragment.rect, x: area.x + fragment.margin.left, y: area.y + y } };
  const room = area.height - top;
  const { footnoteArea } = page.style;
  if (footnoteArea === undefined) {
    const flow = layFlow(room);
    if (flow.fragment === undefined) return undefined;
    return { flow: place(flow.fragment, top), footnotes: undefined, progress: progressAfter(flow, []) };
  }
  const noted = layoutNotedPage(
    {
      layFlow: page.hasFlow ? layFlow : undefined,
      room,
      area: { element: footnoteArea, width: area.width, height: area.height, numbers: page.numbers },
      carried: at.carried,
      notes,
    },
    context,
  );
  if (noted === undefined) return undefined;
  const { flow, footnotes, carried } = noted;
  const foot = footnotes === undefined ? 0 : area.height - footnotes.rect.height - footnotes.margin.bottom;
  return {
    flow: place(flow?.fragment, top),
    footnotes: place(footnotes, foot),
    progress: flow === undefined ? { ...at, carried } : progressAfter(flow, carried),
  };
}

function progressAfter({ resume, forced }: LayoutResult, carried: readonly Note[]): Progress {
  const wanted = forced === 'left' || forced === 'right' ? forced : undefined;
  return { resume, isDone: resume === undefined, carried, wanted };
}
