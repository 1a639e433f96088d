import type { Fragment, Space } from '../types.ts';
import type { BlockContext } from './block-context.ts';
import type { Frame } from './frame.ts';

/**
 * Puts the outside marker of a list item left of its border box, on the baseline of the first line. CSS Lists 3, section
 * 3.1, leaves the place to us: browsers do the same. An item without lines has at least the height of its marker.
 */
export function addMarker(fragment: Fragment, frame: Frame, space: Space, context: BlockContext): Fragment {
  const { marker } = frame.box;
  if (marker === undefined || !frame.isFirst) return fragment;
  const made = context.layoutBox(marker, {
    inlineSize: Number.MAX_SAFE_INTEGER,
    blockSize: undefined,
    formattingRoot: true,
    shrinkToFit: true,
    blockLeft: Number.POSITIVE_INFINITY,
    offset: 0,
    page: space.page,
  }).fragment;
  if (made === undefined) return fragment;
  const baseline = made.firstBaseline ?? made.rect.height;
  const y = fragment.firstBaseline === undefined ? frame.topEdge : fragment.firstBaseline - baseline;
  const x = -made.rect.width - made.margin.right;
  const placed: Fragment = { ...made, rect: { ...made.rect, x, y } };
  const isEmpty = fragment.firstBaseline === undefined && fragment.rect.height === frame.topEdge + frame.bottomEdge;
  const rect = isEmpty ? { ...fragment.rect, height: fragment.rect.height + made.rect.height } : fragment.rect;
  return {
    ...fragment,
    rect,
    children: [placed, ...fragment.children],
    firstBaseline: fragment.firstBaseline ?? y + baseline,
    lastBaseline: fragment.lastBaseline ?? y + baseline,
  };
}
