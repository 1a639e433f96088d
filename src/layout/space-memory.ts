import type { Sides } from '../base/geometry.ts';
import type { AutoLength, ComputedStyle, MaxLength } from '../document/types.ts';
import { isSamePage, showsPageNumbers } from './page-numbers.ts';
import type { Box, SizingSpace, SpaceMemory } from './types.ts';

interface BoxMemory<T> {
  readonly sees: Sight;
  /** A few: a list is searched faster than a key is made. */
  readonly entries: { readonly space: SizingSpace; readonly value: T }[];
}

/**
 * Flex containers and tables lay out the same child several times: to measure it, then at its used size. Without a
 * memory the cost doubles with each level of nesting.
 */
export function createSpaceMemory<T>(isSame: Comparison): SpaceMemory<T> {
  const boxes = new Map<Box, BoxMemory<T>>();
  return (box, space, make) => {
    let memory = boxes.get(box);
    if (memory === undefined) {
      memory = { sees: sightOf(box), entries: [] };
      boxes.set(box, memory);
    }
    const { sees, entries } = memory;
    for (const entry of entries) if (isSame(entry.space, space, sees)) return entry.value;
    const value = make();
    entries.push({ space, value });
    return value;
  };
}

/** What of its space makes a difference to a box. */
interface Sight {
  /** Percentages of its margins and padding count from it. Besides, a width that is not forced follows from it. */
  readonly inlineSize: boolean;
  readonly blockSize: boolean;
  readonly page: boolean;
}

function sightOf(box: Box): Sight {
  const { style } = box.element;
  return {
    // The caption of a table has the space of the table.
    inlineSize: box.kind === 'table' || hasPercentEdges(style) || hasPercentInset(style, 'left', 'right'),
    blockSize: hasPercentHeight(style) || hasPercentInset(style, 'top', 'bottom'),
    page: showsPageNumbers(box),
  };
}

type Comparison = (a: SizingSpace, b: SizingSpace, sees: Sight) => boolean;

/** Whether a box is laid out the same in both spaces. */
export const sameLayout: Comparison = (a, b, sees) =>
  a.forcedWidth === b.forcedWidth &&
  a.forcedHeight === b.forcedHeight &&
  a.isHeightIndefinite === b.isHeightIndefinite &&
  a.shrinkToFit === b.shrinkToFit &&
  (a.inlineSize === b.inlineSize || (a.forcedWidth !== undefined && !sees.inlineSize)) &&
  (a.blockSize === b.blockSize || !sees.blockSize) &&
  (!sees.page || isSamePage(a.page, b.page));

/** Whether a box has the same intrinsic widths in both spaces: they take no notice of the width that is asked for. */
export const sameWidths: Comparison = (a, b, sees) =>
  a.forcedHeight === b.forcedHeight &&
  (a.blockSize === b.blockSize || !sees.blockSize) &&
  (a.inlineSize === b.inlineSize || !sees.inlineSize) &&
  (!sees.page || isSamePage(a.page, b.page));

/** Else nothing of the box counts from the height of its containing block: what is inside counts from its own. */
export function hasPercentHeight({ height, minHeight, maxHeight }: ComputedStyle): boolean {
  return isPercentage(height) || isPercentage(minHeight) || isPercentage(maxHeight);
}

/** Relatively positioned, by a share of that height. */
export const hasPercentShift = (style: ComputedStyle): boolean =>
  style.position.kind === 'relative' && hasPercentInset(style, 'top', 'bottom');

const hasPercentInset = ({ position, inset }: ComputedStyle, ...sides: readonly (keyof Sides<unknown>)[]): boolean =>
  position.kind !== 'static' && sides.some((side) => isPercentage(inset[side]));

const hasPercentEdges = ({ margin, padding }: ComputedStyle): boolean =>
  hasPercentSide(margin) || hasPercentSide(padding);

const hasPercentSide = ({ top, right, bottom, left }: Sides<AutoLength>): boolean =>
  isPercentage(top) || isPercentage(right) || isPercentage(bottom) || isPercentage(left);

const isPercentage = (value: AutoLength | MaxLength): boolean =>
  value !== 'auto' && value !== 'none' && value.percent !== 0;
