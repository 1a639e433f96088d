import type { Pt } from '../../base/units.ts';
import type { AlignKeyword } from '../../document/types.ts';

/** Where the first of several things begins and how much is added between each two. */
export interface Distribution {
  readonly before: Pt;
  readonly between: Pt;
}

/**
 * CSS Box Alignment 3, section 5 and CSS Flexbox 1, sections 8.2 and 8.4. `isReversed`: the flex-relative start is the
 * end of the writing mode. Where there is no room, the distributed values fall back to a safe start.
 */
export function distribute(keyword: AlignKeyword, free: Pt, count: number, isReversed: boolean): Distribution {
  const end = { before: free, between: 0 };
  const start = { before: 0, between: 0 };
  const safeStart = isReversed ? end : start;
  switch (keyword) {
    case 'flex-end':
      return end;
    case 'end':
      return isReversed ? start : end;
    case 'start':
      return isReversed ? end : start;
    case 'center':
      return { before: free / 2, between: 0 };
    case 'space-between':
      if (count < 2 || free <= 0) return start;
      return { before: 0, between: free / (count - 1) };
    case 'space-around':
      if (free <= 0) return safeStart;
      return { before: free / count / 2, between: free / count };
    case 'space-evenly':
      if (free <= 0) return safeStart;
      return { before: free / (count + 1), between: free / (count + 1) };
    default:
      // normal, stretch, baseline and auto pack at the start.
      return start;
  }
}
