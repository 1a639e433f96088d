import type { FontFace } from '../asset/types.ts';
import type { Pt } from '../base/units.ts';
import { cssPx } from '../base/units.ts';
import type { ComputedStyle } from '../document/types.ts';
import { type InlineBox, lineHeightOf, metricsOf, type TextStyle } from './inline-box.ts';

/** Heights above and below a baseline. */
interface Extent {
  readonly above: Pt;
  readonly below: Pt;
}

/** A box with all boxes that are aligned to it, by the distance of their baselines from its own (positive is down). */
interface AlignedSubtree {
  readonly align: 'baseline' | 'top' | 'bottom';
  above: Pt;
  below: Pt;
}

interface Placed {
  readonly subtree: AlignedSubtree;
  /** Below the baseline of the subtree. */
  readonly baseline: Pt;
}

/** Vertical layout of one line: CSS 2.2, section 10.8. Boxes are added from the outside inwards. */
export interface LineBoxes {
  addBox(box: InlineBox): void;
  /** Text in a fallback font: with `line-height: normal` each font brings its own height. */
  addFont(box: InlineBox, face: FontFace): void;
  addAtom(
    id: number,
    parent: InlineBox,
    style: ComputedStyle,
    extent: { readonly ascent: Pt; readonly descent: Pt },
  ): void;
  /** No box may be added afterwards. */
  finish(): FinishedLineBoxes;
}

export interface FinishedLineBoxes {
  readonly height: Pt;
  /** From the top of the line to the baseline of the root inline box. */
  readonly baseline: Pt;
  /** From the top of the line to the baseline of a box. */
  baselineOf(box: InlineBox): Pt;
  baselineOfAtom(id: number): Pt;
}

export function createLineBoxes(): LineBoxes {
  // Most lines have nothing but the root inline box, and a map costs as much as the rest of such a line.
  let boxes: Map<InlineBox, Placed> | undefined;
  let atoms: Map<number, Placed> | undefined;
  const root: AlignedSubtree = { align: 'baseline', above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };
  const subtrees: AlignedSubtree[] = [root];
  const rootPlace: Placed = { subtree: root, baseline: 0 };
  const placeOf = (box: InlineBox): Placed | undefined => (box.parent === undefined ? rootPlace : boxes?.get(box));
  const extend = (placed: Placed, extent: Extent): Placed => {
    placed.subtree.above = Math.max(placed.subtree.above, extent.above - placed.baseline);
    placed.subtree.below = Math.max(placed.subtree.below, extent.below + placed.baseline);
    return placed;
  };
  const place = (parent: InlineBox, style: ComputedStyle, extent: Extent, box?: InlineBox): Placed => {
    const align = style.verticalAlign;
    if (align === 'top' || align === 'bottom') {
      const subtree: AlignedSubtree = { align, above: Number.NEGATIVE_INFINITY, below: Number.NEGATIVE_INFINITY };
      subtrees.push(subtree);
      return extend({ subtree, baseline: 0 }, extent);
    }
    const around = placeOf(parent);
    if (around === undefined) throw new Error('An inline box was added before its parent.');
    const text = box === undefined ? { ...parent.text, style } : box.text;
    const baseline = around.baseline + shiftOf(align, parent, extent, text);
    return extend({ subtree: around.subtree, baseline }, extent);
  };
  return {
    addBox(box) {
      if (box.parent === undefined || box.element === undefined) {
        extend(rootPlace, box);
        return;
      }
      boxes ??= new Map();
      boxes.set(box, place(box.parent, box.element.style, box, box));
    },
    addFont(box, face) {
      const placed = placeOf(box);
      if (placed !== undefined && box.text.style.lineHeight === 'normal') extend(placed, metricsOf(box.text, face));
    },
    addAtom(id, parent, style, { ascent, descent }) {
      atoms ??= new Map();
      atoms.set(id, place(parent, style, { above: ascent, below: descent }));
    },
    finish() {
      let { above, below } = root;
      for (const subtree of subtrees) {
        const height = subtree.above + subtree.below;
        if (subtree.align === 'top') below = Math.max(below, height - above);
        else if (subtree.align === 'bottom') above = Math.max(above, height - below);
      }
      const baselineOf = (placed: Placed | undefined): Pt => {
        if (placed === undefined) throw new Error('An inline box is not on this line.');
        const { subtree, baseline } = placed;
        if (subtree.align === 'top') return subtree.above + baseline;
        if (subtree.align === 'bottom') return above + below - subtree.below + baseline;
        return above + baseline;
      };
      return {
        height: above + below,
        baseline: above,
        baselineOf: (box) => baselineOf(placeOf(box)),
        baselineOfAtom: (id) => baselineOf(atoms?.get(id)),
      };
    },
  };
}

/**
 * How far the baseline is moved down from that of the parent. CSS leaves the size of `sub` and `super` open: these are
 * the amounts that browsers take.
 */
function shiftOf(
  align: Exclude<ComputedStyle['verticalAlign'], 'top' | 'bottom'>,
  parent: InlineBox,
  extent: Extent,
  text: TextStyle,
): Pt {
  const parentSize = parent.text.style.fontSize;
  switch (align) {
    case 'baseline':
      return 0;
    case 'sub':
      return parentSize / 5 + cssPx(1);
    case 'super':
      return -(parentSize / 3 + cssPx(1));
    case 'text-top':
      return extent.above - parent.ascent;
    case 'text-bottom':
      return parent.descent - extent.below;
    case 'middle':
      return (extent.above - extent.below) / 2 - (parent.text.primary.xHeight * parentSize) / 2;
    default: {
      const base = align.percent === 0 ? 0 : lineHeightOf(text);
      return -(align.pt + (align.percent / 100) * base);
    }
  }
}
