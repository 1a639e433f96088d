import type { Pt } from '../../base/units.ts';
import { flowOfElement } from '../boxes/flow-of.ts';
import type { Fragment } from '../types.ts';

/** The place of a note in the flow, which is where its call stands. */
export interface FootnoteCall {
  /** `StyledElement.id` of the note. */
  readonly note: number;
  /** Of the line, from the top of the flow. */
  readonly top: Pt;
  readonly bottom: Pt;
  /** Of what goes to the next page where the note finds no room: the line, or the block with `footnote-policy: block`. */
  readonly movedTop: Pt;
}

/** The calls in a fragment, in the order of the source. Repeated heads and feet of tables have none. */
export function footnoteCalls(flow: Fragment): readonly FootnoteCall[] {
  const calls: FootnoteCall[] = [];
  const visit = (fragment: Fragment, top: Pt): void => {
    if (fragment.repeated) return;
    const content = top + fragment.border.top + fragment.padding.top;
    for (const line of fragment.lines) {
      for (const item of line.items) {
        if (item.kind !== 'anchor' || flowOfElement(item.element) !== 'footnote') continue;
        const { footnotePolicy } = item.element.style;
        const lineTop = content + line.top;
        // A block that began on the page before, or that begins this one, cannot go.
        const isMovable = footnotePolicy === 'block' && fragment.isFirst && top > 0;
        calls.push({
          note: item.element.id,
          top: lineTop,
          bottom: lineTop + line.height,
          movedTop: isMovable ? top : lineTop,
        });
      }
    }
    for (const child of fragment.children) visit(child, top + child.rect.y);
    for (const atom of fragment.atoms) visit(atom, top + atom.rect.y);
  };
  visit(flow, 0);
  // Notes are numbered where they stand in the source; boxes that stand elsewhere must not change their order.
  return calls.sort((a, b) => a.note - b.note);
}
