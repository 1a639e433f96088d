import type { Pt } from '../base/units.ts';
import type { Fragment } from './types.ts';

/** The field `waiting` of a fragment whose content was moved down. */
export function movedWaiting({ waiting }: Fragment, down: Pt): Pick<Fragment, 'waiting'> {
  if (waiting === undefined) return {};
  return { waiting: waiting.map((one) => ({ ...one, at: { x: one.at.x, y: one.at.y + down } })) };
}
