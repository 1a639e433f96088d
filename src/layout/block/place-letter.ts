import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { findBand } from '../float/exclusions.ts';
import { sizeLetter } from '../float/initial-letter.ts';
import type { FloatScene } from '../float/layout-float.ts';
import type { Exclusion, Fragment, ParagraphBox } from '../types.ts';
import type { BlockContext } from './block-context.ts';
import type { FloatState } from './float-frame.ts';

/** An initial letter in its place; y and x count in the block formatting context. */
export interface PlacedLetter {
  readonly fragment: Fragment;
  readonly exclusion: Exclusion;
  /** Top of the first line. */
  readonly firstLine: Pt;
  /** Where its content ends. */
  readonly end: Pt;
  /** Height of a paragraph that has nothing else. */
  readonly least: Pt;
}

/** Places the letter at the start of the first line, which would begin at `top`. */
export function placeLetter(
  letter: ParagraphBox,
  around: ComputedStyle,
  { context, within, space, blockSize }: FloatScene & { readonly context: BlockContext },
  at: { readonly top: Pt; readonly indent: Pt; readonly exclusions: readonly Exclusion[] },
): PlacedLetter {
  const asked = { inlineSize: Math.max(0, within.right - within.left), blockSize, page: space.page };
  const { fragment, raise, top, lineHeight } = sizeLetter(letter, around, asked, context);
  const { margin, border, padding, rect } = fragment;
  const width = margin.left + rect.width + margin.right;
  const room = findBand(
    at.exclusions,
    { top: at.top, height: raise + lineHeight },
    within,
    ({ left, right }) => width + at.indent <= right - left,
  );
  const left = room.band.left + at.indent;
  const y = room.top + top - border.top - padding.top;
  const bottom = y + rect.height + margin.bottom;
  return {
    fragment: { ...fragment, rect: { ...rect, x: left + margin.left, y } },
    exclusion: {
      side: 'left',
      left,
      right: left + Math.max(0, width),
      top: room.top,
      bottom: Math.max(room.top, bottom),
      isInitialLetter: true,
    },
    firstLine: room.top + raise,
    end: y + rect.height,
    least: raise + lineHeight,
  };
}

/** Moves the letter to the right with the line that it stands on. */
export function moveLetter(
  { exclusions, fragments }: FloatState,
  { fragment, exclusion }: PlacedLetter,
  by: Pt,
): Pick<FloatState, 'exclusions' | 'fragments'> {
  const { rect } = fragment;
  const moved = { ...fragment, rect: { ...rect, x: rect.x + by } };
  const around = { ...exclusion, left: exclusion.left + by, right: exclusion.right + by };
  return {
    exclusions: exclusions.map((one) => (one === exclusion ? around : one)),
    fragments: fragments.map((one) => (one === fragment ? moved : one)),
  };
}
