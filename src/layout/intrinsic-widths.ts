import { assertNever } from '../base/assert-never.ts';
import type { Pt } from '../base/units.ts';
import type { AutoLength, MaxLength } from '../document/types.ts';
import { type FloatWidths, intrinsicWidths as textWidths } from '../text/layout-paragraph.ts';
import type { IntrinsicWidths } from '../text/types.ts';
import type { BlockContext } from './block/block-context.ts';
import { blockSizes } from './block/block-sizes.ts';
import { fixedMargins } from './block/inline-sizes.ts';
import { isFormattingRoot } from './block/margins.ts';
import { blockEdges, borderBoxSize, boxEdges, clampSize, inlineEdges } from './box-geometry.ts';
import { flowOf } from './boxes/flow-of.ts';
import { columnsIntrinsicWidths } from './columns/intrinsic-widths.ts';
import { flexIntrinsicWidths } from './flex/layout-flex.ts';
import { floatsOf, holdsFloats, initialLetterOf } from './float/holds-floats.ts';
import { letterBox, sizeLetter } from './float/initial-letter.ts';
import { type AtomSize, inlineContent } from './inline/inline-content.ts';
import { replacedSize } from './replaced/replaced-size.ts';
import { tableIntrinsicWidths } from './table/layout-table.ts';
import type { Box, ParagraphBox, ReplacedBox, SizingSpace } from './types.ts';

/** Min-content and max-content contribution of a box: CSS Sizing 3, section 5. Of the margin box. */
export function boxIntrinsicWidths(box: Box, space: SizingSpace, context: BlockContext): IntrinsicWidths {
  switch (box.kind) {
    case 'block':
    case 'paragraph':
      return containerWidths(box, space, context);
    case 'columns':
      return columnsIntrinsicWidths(box, space, context);
    case 'flex':
      return flexIntrinsicWidths(box, space, context);
    case 'table':
      return tableIntrinsicWidths(box, space, context);
    case 'replaced':
      return replacedWidths(box, space);
    default:
      return assertNever(box);
  }
}

/** A percentage of a width that depends on the content is cyclic and counts as none: CSS Sizing 3, section 5.2.1. */
const fixedSize = (value: AutoLength | MaxLength): Pt | undefined =>
  value === 'auto' || value === 'none' || value.percent !== 0 ? undefined : value.pt;

function containerWidths(
  box: Extract<Box, { kind: 'block' | 'paragraph' }>,
  space: SizingSpace,
  context: BlockContext,
  floatsBefore: Pt = 0,
): IntrinsicWidths {
  const { style } = box.element;
  const edges = boxEdges(style, space.inlineSize);
  const sides = inlineEdges(edges);
  const margins = fixedMargins(edges);
  const outer = margins.left + margins.right;
  const min = borderBoxSize(style, fixedSize(style.minWidth), sides);
  const max = borderBoxSize(style, fixedSize(style.maxWidth), sides);
  const limited = (size: Pt): Pt => Math.max(sides, clampSize(size, min, max)) + outer;
  const width = borderBoxSize(style, fixedSize(style.width), sides);
  if (width !== undefined) return { min: limited(width), max: limited(width) };
  // Percentages of heights make widths of what has a ratio. They see through anonymous boxes.
  const { height } = blockSizes(box, space, edges);
  const own = height === undefined ? undefined : height - blockEdges(edges);
  const inside: SizingSpace = { inlineSize: 0, blockSize: box.anonymous ? space.blockSize : own, page: space.page };
  const content =
    box.kind === 'paragraph' ? lineWidths(box, inside, context, floatsBefore) : widest(box.children, inside, context);
  return { min: limited(content.min + sides), max: limited(content.max + sides) };
}

/** Floats count side by side, with what makes its own formatting context or with the first line after them, as in browsers. */
function widest(children: readonly Box[], space: SizingSpace, context: BlockContext): IntrinsicWidths {
  let min = 0;
  let max = 0;
  let left = 0;
  let right = 0;
  for (const child of children) {
    const flow = flowOf(child);
    if (flow === 'absolute') continue;
    const isRoot = flow === 'in-flow' && isFormattingRoot(child);
    const { clear, float } = child.element.style;
    if (clear !== 'none' && (flow === 'float' || isRoot)) {
      max = Math.max(max, left + right);
      if (clear !== 'right') left = 0;
      if (clear !== 'left') right = 0;
    }
    const takesFloats = child.kind === 'paragraph' && child.anonymous && left + right > 0;
    const widths = takesFloats
      ? containerWidths(child, space, context, left + right)
      : context.intrinsicWidths(child, space);
    min = Math.max(min, widths.min);
    if (flow === 'float') {
      if (float === 'left') left += widths.max;
      else right += widths.max;
      max = Math.max(max, left + right);
      continue;
    }
    max = Math.max(max, isRoot ? widthBesideFloats(child, widths.max, left, right) : widths.max);
    left = 0;
    right = 0;
  }
  return { min, max };
}

/** Margins may lie under floats. */
function widthBesideFloats(root: Box, width: Pt, left: Pt, right: Pt): Pt {
  if (left === 0 && right === 0) return width;
  const margins = fixedMargins(boxEdges(root.element.style, 0));
  const inset = (float: Pt, margin: Pt): Pt => (margin > 0 ? Math.max(float, margin) : float + margin);
  return width - margins.left - margins.right + inset(left, margins.left) + inset(right, margins.right);
}

function lineWidths(box: ParagraphBox, space: SizingSpace, context: BlockContext, floatsBefore: Pt): IntrinsicWidths {
  const at = { inlineSize: 0, page: space.page };
  const floats = floatsBefore === 0 && !holdsFloats(box) ? undefined : floatWidths(box, space, context, floatsBefore);
  const widths = (which: 'min' | 'max'): IntrinsicWidths => {
    const sizeOf = (atom: Box): AtomSize => ({
      width: context.intrinsicWidths(atom, space)[which],
      ascent: 0,
      descent: 0,
    });
    const content = inlineContent(box.inline, at, sizeOf, context.contents);
    return textWidths(content, context.text, floats);
  };
  const natural = widths('max');
  const isCompressible = box.inline.nodes.some((node) => node.kind === 'atom' && isCompressibleAtom(node.box));
  return isCompressible ? { min: widths('min').min, max: natural.max } : natural;
}

function floatWidths(box: ParagraphBox, space: SizingSpace, context: BlockContext, before: Pt): FloatWidths {
  const widths = floatsOf(box).map((float) => {
    const { element } = float.box;
    return [element, { ...context.intrinsicWidths(float.box, space), clear: element.style.clear !== 'none' }] as const;
  });
  const letter = letterBox(initialLetterOf(box));
  if (letter !== undefined) {
    const { rect, margin } = sizeLetter(letter, box.inline.style, space, context).fragment;
    const width = margin.left + rect.width + margin.right;
    return { before, of: new Map([[letter.element, { min: width, max: width, clear: false }], ...widths]) };
  }
  return { before, of: new Map(widths) };
}

/** CSS Sizing 3, section 5.2.2: replaced content with a percentage may shrink to its minimum. */
function replacedWidths(box: ReplacedBox, space: SizingSpace): IntrinsicWidths {
  const { style } = box.element;
  const edges = boxEdges(style, space.inlineSize);
  const margins = fixedMargins(edges);
  const base = { inlineSize: undefined, blockSize: space.blockSize, forcedHeight: space.forcedHeight };
  const outer = inlineEdges(edges) + margins.left + margins.right;
  const max = replacedSize(box, base, edges).width + outer;
  return { min: shrinksToNothing(box) ? outer + (fixedSize(style.minWidth) ?? 0) : max, max };
}

const isCompressibleAtom = (box: Box): boolean => box.kind !== 'replaced' || shrinksToNothing(box);

const shrinksToNothing = ({ element: { style } }: ReplacedBox): boolean =>
  hasPercent(style.width) || hasPercent(style.maxWidth);

const hasPercent = (value: AutoLength | MaxLength): boolean =>
  value !== 'auto' && value !== 'none' && value.percent !== 0;
