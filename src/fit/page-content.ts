import type { Pt } from '../base/units.ts';
import type { Fragment, Page, PagedDocument } from '../layout/types.ts';

/** How many pages the content fills: all but the last one count whole, the last as far down as something is drawn. */
export function fullnessOf({ pages }: PagedDocument): number {
  const last = pages[pages.length - 1];
  if (last === undefined) return 0;
  const filled = last.area.height > 0 ? contentHeight(last) / last.area.height : 1;
  return pages.length - 1 + Math.min(1, Math.max(0, filled));
}

/** From the top of the page area to the lower edge of the lowest line, picture or drawing of the flow. */
export function contentHeight({ flow, area }: Page): Pt {
  return flow === undefined ? 0 : lowest(flow, flow.rect.y) - area.y;
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
 * of what stands on the pages after them. Rounded up to tens. 0 when nothing does.
 */
export function charactersOver(document: PagedDocument, pages: number): number {
  const kinds = new Map<string, { characters: number; lines: number; height: Pt }>();
  let over: Pt = 0;
  for (const page of document.pages) {
    if (page.flow === undefined) continue;
    countLines(page.flow, kinds);
    if (page.number > pages) over += contentHeight(page);
  }
  const common = [...kinds.values()].reduce(
    (most, kind) => (kind.characters > most.characters ? kind : most),
    NO_LINES,
  );
  if (common.lines === 0 || over <= 0) return 0;
  const lines = Math.ceil(over / (common.height / common.lines));
  return Math.ceil((lines * (common.characters / common.lines)) / 10) * 10;
}

const NO_LINES = { characters: 0, lines: 0, height: 0 };

/** Lines that are not the last of their paragraph, by the measure and the size of their text. */
function countLines(fragment: Fragment, kinds: Map<string, { characters: number; lines: number; height: Pt }>): void {
  const { lines, element, rect } = fragment;
  const key = `${rect.width.toFixed(1)} ${element.style.fontSize}`;
  for (const line of lines) {
    if (line.next === undefined) continue;
    const kind = kinds.get(key) ?? { characters: 0, lines: 0, height: 0 };
    for (const item of line.items) if (item.kind === 'run') kind.characters += item.run.text.length;
    kind.lines += 1;
    kind.height += line.height;
    kinds.set(key, kind);
  }
  for (const child of fragment.children) countLines(child, kinds);
}
