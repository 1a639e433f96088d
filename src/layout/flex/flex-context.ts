import type { LayoutContext, SpaceMemory } from '../types.ts';
import type { FlexPlan } from './plan-flex.ts';

/** What flex layout keeps for one document, besides what all layout shares. */
export interface FlexContext extends LayoutContext {
  /** A container is planned as if it were not broken, so its plan holds for all the pages that it stands on. */
  readonly plans: SpaceMemory<FlexPlan>;
}
