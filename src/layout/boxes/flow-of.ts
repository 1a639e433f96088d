import type { StyledElement } from '../../document/types.ts';
import type { Box } from '../types.ts';

/** What takes part in the flow of its parent, and what only has its place there. CSS 2.2, section 9.3; CSS GCPM 3, section 2. */
type Flow = 'in-flow' | 'float' | 'footnote' | 'absolute' | 'initial-letter';

export function flowOfElement({ style }: StyledElement): Flow {
  if (style.position.kind === 'absolute') return 'absolute';
  if (style.float === 'footnote') return 'footnote';
  if (style.float !== 'none') return 'float';
  // CSS Inline 3, section 4: it stands beside lines as a float does.
  return style.initialLetter === 'normal' ? 'in-flow' : 'initial-letter';
}

export const isInFlow = (box: Box): boolean => flowOf(box) === 'in-flow';

/** The anonymous box of an element that is out of the flow is in the flow of its own element. */
export const flowOf = (box: Box): Flow => (box.anonymous ? 'in-flow' : flowOfElement(box.element));
