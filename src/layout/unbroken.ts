import type { ComputedStyle, StyledElement } from '../document/types.ts';
import type { IntrinsicWidths } from '../text/types.ts';
import { showsPageNumbers } from './page-numbers.ts';
import type { Box, Fragment, LayoutContext, Space } from './types.ts';

/**
 * Flex containers and tables lay out the same child several times: to measure it, then at its used size. Without a
 * memory the cost doubles with each level of nesting. One memory for each layout context, that is, for each document
 * at one root size; the key holds everything of the space that can change the result.
 */
interface Memory {
  readonly fragments: WeakMap<Box, Map<string, Fragment>>;
  readonly widths: WeakMap<Box, Map<string, IntrinsicWidths>>;
}

const memories = new WeakMap<LayoutContext, Memory>();

function memoryOf(context: LayoutContext): Memory {
  let memory = memories.get(context);
  if (memory === undefined) {
    memory = { fragments: new WeakMap(), widths: new WeakMap() };
    memories.set(context, memory);
  }
  return memory;
}

function remembered<T>(store: WeakMap<Box, Map<string, T>>, box: Box, key: string, make: () => T): T {
  let known = store.get(box);
  if (known === undefined) {
    known = new Map();
    store.set(box, known);
  }
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

const keyOf = (box: Box, space: Space): string =>
  `${space.inlineSize} ${space.blockSize} ${space.forcedWidth} ${space.forcedHeight} ${space.formattingRoot} ` +
  `${space.shrinkToFit} ${showsPageNumbers(box) ? `${space.page.number} ${space.page.count}` : ''}`;

/** What a child is asked for; everything else of its space is the same for all children of a container. */
export interface UnbrokenSpace {
  readonly inlineSize: number;
  readonly blockSize: number | undefined;
  readonly page: Space['page'];
  readonly forcedWidth?: number | undefined;
  readonly forcedHeight?: number | undefined;
  readonly shrinkToFit?: boolean;
}

function spaceOf(asked: UnbrokenSpace): Space {
  return {
    inlineSize: asked.inlineSize,
    blockSize: asked.blockSize,
    formattingRoot: true,
    blockLeft: Number.POSITIVE_INFINITY,
    offset: 0,
    page: asked.page,
    ...(asked.forcedWidth === undefined ? {} : { forcedWidth: asked.forcedWidth }),
    ...(asked.forcedHeight === undefined ? {} : { forcedHeight: asked.forcedHeight }),
    ...(asked.shrinkToFit === undefined ? {} : { shrinkToFit: asked.shrinkToFit }),
  };
}

/** The whole box in one piece, as a formatting root of its own. */
export function layoutUnbroken(box: Box, asked: UnbrokenSpace, context: LayoutContext): Fragment {
  const space = spaceOf(asked);
  return remembered(memoryOf(context).fragments, box, keyOf(box, space), () => {
    const { fragment, resume } = context.layoutBox(box, space);
    if (fragment === undefined || resume !== undefined) throw new Error('A box without a limit was not laid out whole');
    return fragment;
  });
}

/** Of the margin box. */
export function unbrokenWidths(box: Box, asked: UnbrokenSpace, context: LayoutContext): IntrinsicWidths {
  const space = spaceOf(asked);
  return remembered(memoryOf(context).widths, box, keyOf(box, space), () => context.intrinsicWidths(box, space));
}

const withoutWidths = new WeakMap<Box, Box>();
const withoutHeights = new WeakMap<Box, Box>();

/** The box as if `width`, `min-width` and `max-width` were initial: what its content alone asks for. */
export function ignoringWidths(box: Box): Box {
  const { width, minWidth, maxWidth } = box.element.style;
  if (width === 'auto' && minWidth === 'auto' && maxWidth === 'none') return box;
  return stripped(withoutWidths, box, { width: 'auto', minWidth: 'auto', maxWidth: 'none' });
}

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
function hasPercentageHeights(element: StyledElement): boolean {
  let known = asksHeight.get(element);
  if (known === undefined) {
    known = element.children.some(
      (child) => child.kind === 'element' && (ownPercentageHeight(child.style) || hasPercentageHeights(child)),
    );
    asksHeight.set(element, known);
  }
  return known;
}

function ownPercentageHeight(style: ComputedStyle): boolean {
  return [style.height, style.minHeight, style.maxHeight].some(
    (value) => value !== 'auto' && value !== 'none' && value.percent !== 0,
  );
}

/**
 * The box with the border-box height given. Only where the content depends on the height is it laid out again: the
 * content of a block container begins at its top, whatever its height.
 */
export function layoutWithHeight(
  box: Box,
  asked: UnbrokenSpace,
  options: { readonly height: number; readonly isDefinite: boolean },
  context: LayoutContext,
): Fragment {
  const isPlain = box.kind === 'block' || box.kind === 'paragraph';
  if (isPlain && !(options.isDefinite && hasPercentageHeights(box.element))) {
    const fragment = layoutUnbroken(box, asked, context);
    if (fragment.rect.height === options.height) return fragment;
    return { ...fragment, rect: { ...fragment.rect, height: options.height } };
  }
  return layoutUnbroken(box, { ...asked, forcedHeight: options.height }, context);
}
