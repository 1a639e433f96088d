import type { Insets, Rect } from '../base/geometry.ts';
import type { ComputedStyle } from '../document/types.ts';
import type { Radii } from './box-paths.ts';
import type { Owner } from './types.ts';

/** A border box with the widths it has here: 0 where the box is cut. */
export interface BorderBox {
  readonly rect: Rect;
  readonly widths: Insets;
  readonly radii: Radii;
  readonly borders: ComputedStyle['border'];
  readonly owner: Owner;
}

export type SideName = keyof Insets;
