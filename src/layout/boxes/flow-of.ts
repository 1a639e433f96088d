import type { StyledElement } from '../../document/types.ts';
import type { Box } from '../types.ts';

/** What takes part in the flow of its parent, and what only has its place there. CSS 2.2, section 9.3. */
type Flow = 'in-flow' | 'float' | 'absolute';

export function flowOfElement({ style }: StyledElement): Flow {
  if (style.position.kind === 'absolute') return 'absolute';
  return style.float === 'left' || style.float === 'right' ? 'float' : 'in-flow';
}

export const isInFlow = (box: Box): boolean => flowOf(box) === 'in-flow';

/** The anonymous box of an element that is out of the flow is in the flow of its own element. */
export const flowOf = (box: Box): Flow => (box.anonymous ? 'in-flow' : flowOfElement(box.element));
