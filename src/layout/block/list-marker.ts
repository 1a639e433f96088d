import type { Pt } from '../../base/units.ts';
import type { Fragment, Space } from '../types.ts';
import type { BlockContext } from './block-context.ts';
import type { Frame } from './frame.ts';

function layoutMarker(frame: Frame, space: Space, context: BlockContext): Fragment | undefined {
  const { marker } = frame.box;
  if (marker === undefined || !frame.isFirst) return undefined;
  return context.layoutBox(marker, {
    inlineSize: Number.MAX_SAFE_INTEGER,
    blockSize: undefined,
    formattingRoot: true,
    shrinkToFit: true,
    blockLeft: Number.POSITIVE_INFINITY,
    offset: 0,
    page: space.page,
  }).fragment;
}

/** Where a marker ends that has no line to stand beside; the content edge where there is none. */
export function markerEnd(frame: Frame, space: Space, context: BlockContext): Pt {
  return frame.topEdge + (layoutMarker(frame, space, context)?.rect.height ?? 0);
}

/**
 * Puts the outside marker of a list item left of its border box, on the baseline of the first line. CSS Lists 3, section
 * 3.1, leaves the place to us: browsers do the same.
 */
export function addMarker(fragment: Fragment, frame: Frame, space: Space, context: BlockContext): Fragment {
  const made = layoutMarker(frame, space, context);
  if (made === undefined) return fragment;
  const baseline = made.firstBaseline ?? made.rect.height;
  const y = fragment.firstBaseline === undefined ? frame.topEdge : fragment.firstBaseline - baseline;
  const x = -made.rect.width - made.margin.right;
  const placed: Fragment = { ...made, rect: { ...made.rect, x, y } };
  return {
    ...fragment,
    children: [placed, ...fragment.children],
    firstBaseline: fragment.firstBaseline ?? y + baseline,
    lastBaseline: fragment.lastBaseline ?? y + baseline,
  };
}
