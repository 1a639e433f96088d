import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import { type BoxEdges, boxEdges, inlineEdges } from '../box-geometry.ts';
import type { BlockBox, ColumnsBox, Fragment, ParagraphBox, Resume, Space, WaitingBox } from '../types.ts';
import type { BlockContext } from './block-context.ts';
import { type BlockSizes, blockSizes, usedHeight } from './block-sizes.ts';
import { fixedMargins, sharedMargins, usedWidth } from './inline-sizes.ts';
import { isFormattingRoot, type MarginSpace } from './margins.ts';

type FrameBox = BlockBox | ParagraphBox | ColumnsBox;

/** A block container in one fragmentainer, before its content is known. y counts from the top of this fragment. */
export interface Frame {
  readonly box: FrameBox;
  readonly edges: BoxEdges;
  readonly margin: Insets;
  readonly width: Pt;
  readonly contentLeft: Pt;
  readonly contentWidth: Pt;
  /** Border and padding above the content: 0 where the box goes on from the page before. */
  readonly topEdge: Pt;
  readonly bottomEdge: Pt;
  readonly sizes: BlockSizes;
  /** Of the content box, for percentages inside. */
  readonly definiteHeight: Pt | undefined;
  /** What shares of heights of inline boxes count from: they see through anonymous boxes. */
  readonly shareBase: Pt | undefined;
  /** Border-box height of the fragments before this one. */
  readonly consumed: Pt;
  readonly isFirst: boolean;
  readonly isRoot: boolean;
}

export function openFrame(box: FrameBox, space: Space, context: BlockContext, resume: Resume | undefined): Frame {
  const { style } = box.element;
  const edges = boxEdges(style, space.inlineSize);
  const width = usedWidth(box, space, edges, () => context.intrinsicWidths(box, space));
  const isPlaced = space.forcedWidth === undefined && space.shrinkToFit !== true;
  const sizes = blockSizes(box, space, edges);
  const isFirst = resume === undefined;
  const bottomEdge = edges.border.bottom + edges.padding.bottom;
  const topEdge = edges.border.top + edges.padding.top;
  const definiteHeight = sizes.isDefinite ? Math.max(0, (sizes.height ?? 0) - topEdge - bottomEdge) : undefined;
  return {
    box,
    edges,
    margin: isPlaced ? sharedMargins(edges, width, space.inlineSize) : fixedMargins(edges),
    width,
    contentLeft: edges.border.left + edges.padding.left,
    contentWidth: Math.max(0, width - inlineEdges(edges)),
    topEdge: isFirst ? topEdge : 0,
    bottomEdge,
    sizes,
    definiteHeight:
      box.anonymous && space.stopsAtSpanners === true
        ? (definiteHeight ?? space.blockSize) // of the multi-column container: CSS 2.2, section 9.2.1.1
        : definiteHeight,
    shareBase: definiteHeight ?? (box.anonymous ? space.blockSize : undefined),
    consumed: consumedBefore(resume),
    isFirst,
    isRoot: space.formattingRoot === true || isFormattingRoot(box),
  };
}

/** What percentages of the content count from. */
export const insideFrame = ({ contentWidth, definiteHeight }: Frame): MarginSpace => ({
  inlineSize: contentWidth,
  blockSize: definiteHeight,
});

function consumedBefore(resume: Resume | undefined): Pt {
  if (resume === undefined || resume.kind === 'rows' || resume.kind === 'flex') return 0;
  return resume.consumed ?? 0;
}

/** Border-box height that is still to come when the content of this fragment ends at `contentEnd`. */
export function heightLeft(frame: Frame, contentEnd: Pt): Pt {
  return Math.max(0, usedHeight(frame.sizes, frame.consumed + contentEnd + frame.bottomEdge) - frame.consumed);
}

/** Height in which nothing has to break: it is finite, so that forced breaks have their effect. */
export const UNLIMITED: Pt = 1e7;

export const isUnlimited = (room: Pt): boolean => room > UNLIMITED / 2;

/** Height of a fragment that is cut: it fills the fragmentainer, as far as the box is that high. */
export function cutHeight(frame: Frame, contentEnd: Pt, blockLeft: Pt): Pt {
  const filled = isUnlimited(blockLeft) ? contentEnd : Math.max(contentEnd, blockLeft);
  const limit = frame.sizes.height ?? frame.sizes.max;
  return Math.max(0, Math.min(filled, limit - frame.consumed));
}

export interface FrameContent {
  readonly children: readonly Fragment[];
  readonly lines: Fragment['lines'];
  readonly atoms: Fragment['atoms'];
  readonly waiting: readonly WaitingBox[];
  readonly firstBaseline: Pt | undefined;
  readonly lastBaseline: Pt | undefined;
}

export function closeFrame(frame: Frame, content: FrameContent, height: Pt, isLast: boolean): Fragment {
  const { isFirst, edges } = frame;
  const sliced = (insets: Insets): Insets =>
    isFirst && isLast ? insets : { ...insets, top: isFirst ? insets.top : 0, bottom: isLast ? insets.bottom : 0 };
  const fragment: Fragment = {
    element: frame.box.element,
    anonymous: frame.box.anonymous,
    rect: { x: 0, y: 0, width: frame.width, height },
    margin: sliced(frame.margin),
    border: sliced(edges.border),
    padding: sliced(edges.padding),
    isFirst,
    isLast,
    children: content.children,
    lines: content.lines,
    atoms: content.atoms,
    content: undefined,
    firstBaseline: content.firstBaseline,
    lastBaseline: content.lastBaseline,
    repeated: false,
  };
  const sized =
    frame.shareBase === undefined || content.lines.length === 0
      ? fragment
      : { ...fragment, definiteHeight: frame.shareBase };
  return content.waiting.length === 0 ? sized : { ...sized, waiting: content.waiting };
}
