import type { ComputedStyle, StyledElement } from '../document/types.ts';
import { hasPercentHeight, hasPercentShift } from './space-memory.ts';
import type { Box, Fragment, LayoutContext, SizingSpace, Space } from './types.ts';

function unlimited(asked: SizingSpace): Space {
  const { inlineSize, blockSize, forcedWidth, forcedHeight, isHeightIndefinite, shrinkToFit, page } = asked;
  return {
    inlineSize,
    blockSize,
    forcedWidth,
    forcedHeight,
    isHeightIndefinite,
    formattingRoot: true,
    shrinkToFit,
    blockLeft: Number.POSITIVE_INFINITY,
    offset: 0,
    page,
  };
}

/** The whole box in one piece, as a formatting root of its own. */
export function layoutUnbroken(box: Box, asked: SizingSpace, context: LayoutContext): Fragment {
  return context.fragments(box, asked, () => {
    const { fragment, resume } = context.layoutBox(box, unlimited(asked));
    if (fragment === undefined || resume !== undefined) throw new Error('A box without a limit was not laid out whole');
    return fragment;
  });
}

const withoutWidths = new WeakMap<Box, Box>();
const withoutHeights = new WeakMap<Box, Box>();

/**
 * The box as if `width`, `min-width` and `max-width` were initial: what its content alone asks for. A table stays one of
 * `table-layout: fixed`, which takes effect where there is a `width`; one in percent asks for nothing.
 */
export function ignoringWidths(box: Box): Box {
  const { width, minWidth, maxWidth, tableLayout } = box.element.style;
  if (width === 'auto' && minWidth === 'auto' && maxWidth === 'none') return box;
  const isFixed = box.kind === 'table' && tableLayout === 'fixed' && width !== 'auto';
  return stripped(withoutWidths, box, { width: isFixed ? WHOLE : 'auto', minWidth: 'auto', maxWidth: 'none' });
}

const WHOLE = { pt: 0, percent: 100 };

/** The box as if `height`, `min-height` and `max-height` were initial. */
export function ignoringHeights(box: Box): Box {
  const { height, minHeight, maxHeight } = box.element.style;
  if (height === 'auto' && minHeight === 'auto' && maxHeight === 'none') return box;
  return stripped(withoutHeights, box, { height: 'auto', minHeight: 'auto', maxHeight: 'none' });
}

function stripped(store: WeakMap<Box, Box>, box: Box, changes: Partial<ComputedStyle>): Box {
  let made = store.get(box);
  if (made === undefined) {
    made = { ...box, element: { ...box.element, style: { ...box.element.style, ...changes } } };
    store.set(box, made);
  }
  return made;
}

const asksHeight = new WeakMap<StyledElement, boolean>();

/** Whether something inside the element counts a percentage from the height of its containing block. */
export function hasPercentageHeights(element: StyledElement): boolean {
  let known = asksHeight.get(element);
  if (known === undefined) {
    known = element.children.some(
      (child) =>
        child.kind === 'element' &&
        (hasPercentHeight(child.style) || hasPercentShift(child.style) || hasPercentageHeights(child)),
    );
    asksHeight.set(element, known);
  }
  return known;
}

/**
 * The box with the border-box height given. Only where the content depends on the height is it laid out again: the
 * content of a block container begins at its top, whatever its height.
 */
export function layoutWithHeight(
  box: Box,
  asked: SizingSpace,
  options: { readonly height: number; readonly isDefinite: boolean },
  context: LayoutContext,
): Fragment {
  const isPlain = box.kind === 'block' || box.kind === 'paragraph';
  if (isPlain && !(options.isDefinite && hasPercentageHeights(box.element))) {
    const fragment = layoutUnbroken(box, asked, context);
    if (fragment.rect.height === options.height) return fragment;
    return { ...fragment, rect: { ...fragment.rect, height: options.height } };
  }
  const isHeightIndefinite = options.isDefinite ? undefined : true;
  return layoutUnbroken(box, { ...asked, forcedHeight: options.height, isHeightIndefinite }, context);
}
