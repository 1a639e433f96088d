import type { Pt } from '../../base/units.ts';
import type { AutoLength, MaxLength } from '../../document/types.ts';
import { type BoxEdges, blockEdges, borderBoxSize, clampSize, resolveLeast, resolveSize } from '../box-geometry.ts';
import type { Box, SizingSpace } from '../types.ts';

/** Heights of the border box: CSS 2.2, sections 10.5 to 10.7. */
export interface BlockSizes {
  /** `undefined`: from the content. Limits are applied. */
  readonly height: Pt | undefined;
  readonly min: Pt;
  /** Infinity for none; never less than `min`. */
  readonly max: Pt;
  /** Whether percentages inside may count from it. */
  readonly isDefinite: boolean;
}

export function blockSizes(
  box: Box,
  space: Pick<SizingSpace, 'blockSize' | 'forcedHeight' | 'isHeightIndefinite'>,
  edges: BoxEdges,
): BlockSizes {
  const sides = blockEdges(edges);
  if (space.forcedHeight !== undefined) {
    const height = Math.max(space.forcedHeight, sides);
    return { height, min: height, max: height, isDefinite: space.isHeightIndefinite !== true };
  }
  const { style } = box.element;
  const size = (value: AutoLength | MaxLength): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, space.blockSize), sides);
  const min = Math.max(borderBoxSize(style, resolveLeast(style.minHeight, space.blockSize), sides) ?? 0, sides);
  const max = Math.max(size(style.maxHeight) ?? Number.POSITIVE_INFINITY, min);
  const height = size(style.height);
  const clamped = height === undefined ? undefined : clampSize(height, min, max);
  return { height: clamped, min, max, isDefinite: clamped !== undefined };
}

/** Border-box height of a box whose content asks for `natural`. */
export function usedHeight(sizes: BlockSizes, natural: Pt): Pt {
  return sizes.height ?? clampSize(natural, sizes.min, sizes.max);
}
