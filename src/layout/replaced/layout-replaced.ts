import type { Rect } from '../../base/geometry.ts';
import { fixedMargins, sharedMargins } from '../block/inline-sizes.ts';
import { blockEdges, boxEdges, inlineEdges } from '../box-geometry.ts';
import type { Fragment, LayoutResult, ReplacedBox, Space } from '../types.ts';
import { placeContent } from './place-content.ts';
import { replacedSize } from './replaced-size.ts';

/** Replaced content is never cut: CSS Fragmentation 3, section 4.1. */
export function layoutReplaced(box: ReplacedBox, space: Space): LayoutResult {
  const edges = boxEdges(box.element.style, space.inlineSize);
  const content = replacedSize(box, space, edges);
  const width = content.width + inlineEdges(edges);
  const height = content.height + blockEdges(edges);
  if (height > space.blockLeft && space.offset > 0) {
    return { fragment: undefined, resume: undefined, breakQuality: 0, shortage: height - space.blockLeft };
  }
  const clip: Rect = {
    x: edges.border.left + edges.padding.left,
    y: edges.border.top + edges.padding.top,
    width: content.width,
    height: content.height,
  };
  const isPlaced = space.forcedWidth === undefined && space.shrinkToFit !== true;
  const fragment: Fragment = {
    element: box.element,
    anonymous: box.anonymous,
    rect: { x: 0, y: 0, width, height },
    margin: isPlaced ? sharedMargins(edges, width, space.inlineSize) : fixedMargins(edges),
    border: edges.border,
    padding: edges.padding,
    isFirst: true,
    isLast: true,
    children: [],
    lines: [],
    atoms: [],
    content: placeContent(box, clip, edges.padding),
    firstBaseline: undefined,
    lastBaseline: undefined,
    repeated: false,
  };
  return { fragment, resume: undefined, breakQuality: 0 };
}
