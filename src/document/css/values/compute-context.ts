import type { Color } from '../../../base/color.ts';
import type { Place } from '../../../base/source.ts';
import type { Pt } from '../../../base/units.ts';
import type { Longhands } from '../properties/longhands.ts';
import type { Values } from './component-values.ts';

/** The custom properties of an element, var() resolved. An invalid one is not here. */
export type Variables = ReadonlyMap<string, Values>;

/** What the computed values of one element depend on. */
export interface ComputeContext {
  /** Of the parent until `font-size` is computed, then of the element: `em`. */
  fontSize: Pt;
  /** `rem`. */
  readonly rootFontSize: Pt;
  /** Of the parent until `color` is computed, then of the element: `currentColor`. */
  color: Color;
  /** The initial values for the root. */
  readonly parent: Longhands;
  readonly variables: Variables;
  /** A value whose var() cannot be resolved, or that is invalid afterwards: it counts as `unset`. */
  readonly invalid: (property: string, variable: string | undefined, place: Place) => void;
}

/** A parsed value: what it computes to in a context. */
export type Specified<T> = (context: ComputeContext) => T;

export function constant<T>(value: T): Specified<T> {
  return () => value;
}
