import type { Pt } from '../base/units.ts';
import { type FlowPage, pageArea } from '../layout/pages/paginate.ts';
import type { Fragment } from '../layout/types.ts';

/**
 * How many pages of the kind of the first ones the content fills, when `pages` are asked for: what stands on the pages
 * after them counts as a part of their height.
 */
export function fullnessOf(flow: readonly FlowPage[], pages: number): number {
  const asked = flow.slice(0, pages);
  const room = asked.reduce((sum, page) => sum + pageArea(page.style).height, 0);
  const filled = flow.reduce((sum, page, index) => {
    // All but the last of the pages that are asked for are full, whatever stands on them.
    const isFull = index < flow.length - 1 && index < pages;
    return sum + (isFull ? pageArea(page.style).height : contentHeight(page));
  }, 0);
  return room > 0 ? (filled / room) * asked.length : flow.length;
}

/** From the top of the page area to the lower edge of the lowest line, picture or drawing of the flow; with the notes. */
function contentHeight({ flow, footnotes, style }: FlowPage): Pt {
  const above = flow === undefined ? 0 : Math.max(0, lowest(flow, flow.rect.y) - pageArea(style).y);
  if (footnotes === undefined) return above;
  return above + footnotes.margin.top + footnotes.rect.height + footnotes.margin.bottom;
}

function lowest(fragment: Fragment, top: Pt): Pt {
  let bottom = fragment.content === undefined ? Number.NEGATIVE_INFINITY : top + fragment.rect.height;
  const inset = top + fragment.border.top + fragment.padding.top;
  for (const line of fragment.lines) {
    if (line.items.length > 0) bottom = Math.max(bottom, inset + line.top + line.height);
  }
  for (const child of fragment.children) bottom = Math.max(bottom, lowest(child, top + child.rect.y));
  for (const atom of fragment.atoms) bottom = Math.max(bottom, lowest(atom, top + atom.rect.y));
  return bottom;
}

/**
 * About how many characters of the text are too many for `pages`: as many as lines of its commonest kind take the height
 * of what stands on the pages after them, in as many columns as stand there side by side. Rounded up to tens. 0 when
 * nothing does.
 */
export function charactersOver(flow: readonly FlowPage[], pages: number): number {
  const kinds = new Map<string, LineKind>();
  let over: Pt = 0;
  let width: Pt = 0;
  for (const page of flow) {
    if (page.flow !== undefined) countLines(page.flow, kinds);
    if (page.number <= pages) continue;
    over += Math.max(0, contentHeight(page));
    width = Math.max(width, pageArea(page.style).width);
  }
  const common = [...kinds.values()].reduce(
    (most, kind) => (kind.characters > most.characters ? kind : most),
    NO_LINES,
  );
  if (common.lines === 0 || over <= 0) return 0;
  const columns = Math.max(1, Math.floor(width / common.width + 0.02));
  const lines = Math.ceil(over / (common.height / common.lines)) * columns;
  return Math.ceil((lines * (common.characters / common.lines)) / 10) * 10;
}

/** Lines of one measure and size, those at the ends of paragraphs left out. Sums, but for `width`. */
interface LineKind {
  readonly width: Pt;
  readonly characters: number;
  readonly lines: number;
  readonly height: Pt;
}

const NO_LINES: LineKind = { width: 1, characters: 0, lines: 0, height: 0 };

function countLines({ lines, element, rect, children }: Fragment, kinds: Map<string, LineKind>): void {
  const key = `${rect.width.toFixed(1)} ${element.style.fontSize}`;
  for (const line of lines) {
    if (line.next === undefined) continue;
    const kind = kinds.get(key) ?? { ...NO_LINES, width: rect.width };
    let { characters } = kind;
    for (const item of line.items) if (item.kind === 'run') characters += item.run.text.length;
    kinds.set(key, { width: rect.width, characters, lines: kind.lines + 1, height: kind.height + line.height });
  }
  for (const child of children) countLines(child, kinds);
}
