import type { Pt } from '../../base/units.ts';
import type { AutoLength, MaxLength } from '../../document/types.ts';
import { type BoxEdges, blockEdges, borderBoxSize, inlineEdges, resolveLeast, resolveSize } from '../box-geometry.ts';
import type { ReplacedBox } from '../types.ts';
import { naturalSize } from './natural-size.ts';

/** What the sizes of a replaced box count from. */
export interface SizeBase {
  /** `undefined` while intrinsic widths are sought: percentages are cyclic then. */
  readonly inlineSize: Pt | undefined;
  readonly blockSize: Pt | undefined;
  readonly forcedWidth?: Pt | undefined;
  readonly forcedHeight?: Pt | undefined;
}

interface Limits {
  readonly min: Pt;
  readonly max: Pt;
}

/** Content-box size of a replaced element: CSS 2.2, sections 10.3.2, 10.4, 10.6.2 and 10.7. */
export function replacedSize(box: ReplacedBox, base: SizeBase, edges: BoxEdges): { width: Pt; height: Pt } {
  const { style } = box.element;
  const across = inlineEdges(edges);
  const down = blockEdges(edges);
  const contentWidth = (value: AutoLength | MaxLength): Pt | undefined =>
    less(borderBoxSize(style, resolveSize(value, base.inlineSize), across), across);
  const downTo = (size: Pt | undefined): Pt | undefined => less(borderBoxSize(style, size, down), down);
  const contentHeight = (value: AutoLength | MaxLength): Pt | undefined => downTo(resolveSize(value, base.blockSize));
  const forcedWidth = less(base.forcedWidth, across);
  const forcedHeight = less(base.forcedHeight, down);
  const limits = {
    width: limitsOf(forcedWidth, contentWidth(style.minWidth), contentWidth(style.maxWidth)),
    height: limitsOf(
      forcedHeight,
      downTo(resolveLeast(style.minHeight, base.blockSize)),
      contentHeight(style.maxHeight),
    ),
  };
  const width = forcedWidth ?? contentWidth(style.width);
  const height = forcedHeight ?? contentHeight(style.height);
  const natural = naturalSize(box.replaced);
  const ratio = natural.width > 0 && natural.height > 0 ? natural.width / natural.height : undefined;
  if (width === undefined && height === undefined) {
    return ratio === undefined
      ? { width: clamp(natural.width, limits.width), height: clamp(natural.height, limits.height) }
      : constrained(natural, ratio, limits);
  }
  const usedWidth = clamp(width ?? fromHeight(height, limits.height, ratio) ?? natural.width, limits.width);
  const tentative = height ?? (ratio === undefined ? natural.height : usedWidth / ratio);
  return { width: usedWidth, height: clamp(tentative, limits.height) };
}

const less = (size: Pt | undefined, edges: Pt): Pt | undefined =>
  size === undefined ? undefined : Math.max(0, size - edges);

const clamp = (size: Pt, { min, max }: Limits): Pt => Math.max(min, Math.min(size, max));

function limitsOf(forced: Pt | undefined, min: Pt | undefined, max: Pt | undefined): Limits {
  if (forced !== undefined) return { min: 0, max: Number.POSITIVE_INFINITY };
  return { min: min ?? 0, max: Math.max(max ?? Number.POSITIVE_INFINITY, min ?? 0) };
}

function fromHeight(height: Pt | undefined, limits: Limits, ratio: number | undefined): Pt | undefined {
  return height === undefined || ratio === undefined ? undefined : clamp(height, limits) * ratio;
}

/** The table of CSS 2.2, section 10.4: both sizes are auto and a limit is broken; the ratio is kept as far as can be. */
function constrained(
  natural: { readonly width: Pt; readonly height: Pt },
  ratio: number,
  limits: { readonly width: Limits; readonly height: Limits },
): { width: Pt; height: Pt } {
  const { width: w, height: h } = natural;
  const { min: minW, max: maxW } = limits.width;
  const { min: minH, max: maxH } = limits.height;
  const tooWide = w > maxW;
  const tooHigh = h > maxH;
  const tooNarrow = w < minW;
  const tooLow = h < minH;
  if (tooWide && tooHigh) {
    return maxW / w <= maxH / h
      ? { width: maxW, height: Math.max(minH, maxW / ratio) }
      : { width: Math.max(minW, maxH * ratio), height: maxH };
  }
  if (tooNarrow && tooLow) {
    return minW / w <= minH / h
      ? { width: Math.min(maxW, minH * ratio), height: minH }
      : { width: minW, height: Math.min(maxH, minW / ratio) };
  }
  if (tooNarrow && tooHigh) return { width: minW, height: maxH };
  if (tooWide && tooLow) return { width: maxW, height: minH };
  if (tooWide) return { width: maxW, height: Math.max(maxW / ratio, minH) };
  if (tooNarrow) return { width: minW, height: Math.min(minW / ratio, maxH) };
  if (tooHigh) return { width: Math.max(maxH * ratio, minW), height: maxH };
  if (tooLow) return { width: Math.min(minH * ratio, maxW), height: minH };
  return { width: w, height: h };
}
