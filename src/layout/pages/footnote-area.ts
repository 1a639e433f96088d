import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import { fixedMargins } from '../block/inline-sizes.ts';
import { blockEdges, borderBoxSize, boxEdges, inlineEdges, resolveSize } from '../box-geometry.ts';
import type { Box, Fragment, LayoutContext, PageNumbers, Resume } from '../types.ts';

/** A note that is still to be set, or the rest of one. */
export interface Note {
  readonly box: Box;
  /** `undefined`: from its beginning. */
  readonly resume: Resume | undefined;
}

/** Where the notes of a page stand: CSS GCPM 3, section 2.3. */
export interface FootnoteArea {
  /** `@footnote` of the page. */
  readonly element: StyledElement;
  /** Of the page area. */
  readonly width: Pt;
  readonly height: Pt;
  readonly numbers: PageNumbers;
}

export interface SetNotes {
  /** The area with its notes, at 0, 0; `undefined` when none has room. */
  readonly fragment: Fragment | undefined;
  /** Of its margin box; 0 without a fragment. */
  readonly height: Pt;
  /** What found no room. */
  readonly rest: readonly Note[];
}

/** The greatest height that the margin box of the area may take. */
export function greatestHeight({ element, width, height }: FootnoteArea): Pt {
  const { style } = element;
  const edges = boxEdges(style, width);
  const margin = fixedMargins(edges);
  const limit = borderBoxSize(style, resolveSize(style.maxHeight, height), blockEdges(edges));
  return Math.min(height, (limit ?? height) + margin.top + margin.bottom);
}

/**
 * Notes one below the other, as far as they have room; the last one is cut where it may be. `mustTake`: something of the
 * first has to stand here, however little room there is.
 */
export function setNotes(
  notes: readonly Note[],
  area: FootnoteArea,
  { room, mustTake }: { readonly room: Pt; readonly mustTake: boolean },
  context: LayoutContext,
): SetNotes {
  const edges = boxEdges(area.element.style, area.width);
  const margin = fixedMargins(edges);
  const left = edges.border.left + edges.padding.left;
  const top = edges.border.top + edges.padding.top;
  const outside = margin.top + margin.bottom + blockEdges(edges);
  const width = Math.max(0, area.width - margin.left - margin.right);
  const contentWidth = Math.max(0, width - inlineEdges(edges));
  const children: Fragment[] = [];
  let rest: readonly Note[] = [];
  let end: Pt = 0;
  for (const [index, note] of notes.entries()) {
    const blockLeft = room - outside - end;
    const isFirst = mustTake && children.length === 0;
    const { fragment, resume } = context.layoutBox(
      note.box,
      {
        inlineSize: contentWidth,
        blockSize: undefined,
        formattingRoot: true,
        blockLeft: blockLeft - topMargin(note, contentWidth),
        offset: isFirst ? 0 : Math.max(end, Number.MIN_VALUE),
        page: area.numbers,
      },
      note.resume,
    );
    const bottom = fragment === undefined ? 0 : fragment.margin.top + fragment.rect.height;
    const fits = fragment !== undefined && (isFirst || resume !== undefined || bottom <= blockLeft + ROUNDING);
    if (!fits) {
      rest = notes.slice(index);
      break;
    }
    const rect = { ...fragment.rect, x: left + fragment.margin.left, y: top + end + fragment.margin.top };
    children.push({ ...fragment, rect });
    end += bottom + fragment.margin.bottom;
    if (resume !== undefined) {
      rest = [{ box: note.box, resume }, ...notes.slice(index + 1)];
      break;
    }
  }
  if (children.length === 0) return { fragment: undefined, height: 0, rest };
  const height = end + blockEdges(edges);
  return { fragment: areaFragment(area, { children, edges, margin, width, height }), height: end + outside, rest };
}

const ROUNDING: Pt = 0.005;

/** A note that goes on has no margin above. */
function topMargin({ box, resume }: Note, width: Pt): Pt {
  return resume === undefined ? fixedMargins(boxEdges(box.element.style, width)).top : 0;
}

function areaFragment(
  { element }: FootnoteArea,
  made: {
    readonly children: readonly Fragment[];
    readonly edges: { readonly border: Insets; readonly padding: Insets };
    readonly margin: Insets;
    readonly width: Pt;
    readonly height: Pt;
  },
): Fragment {
  const { children, edges, margin, width, height } = made;
  return {
    element,
    anonymous: false,
    rect: { x: 0, y: 0, width, height },
    margin,
    border: edges.border,
    padding: edges.padding,
    isFirst: true,
    isLast: true,
    children,
    lines: [],
    atoms: [],
    content: undefined,
    firstBaseline: undefined,
    lastBaseline: undefined,
    repeated: false,
  };
}
