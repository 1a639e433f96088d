import type { Point } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { resolveSize } from '../box-geometry.ts';

/** What the insets of a box count from: its containing block. `undefined`: a height that depends on the content. */
interface Around {
  readonly inlineSize: Pt;
  readonly blockSize: Pt | undefined;
}

/** CSS 2.2, section 9.4.3: `left` comes before `right`, `top` before `bottom`. `undefined`: the box stays in its place. */
export function relativeShift({ position, inset }: ComputedStyle, around: Around): Point | undefined {
  if (position.kind !== 'relative') return undefined;
  const x = along(resolveSize(inset.left, around.inlineSize), resolveSize(inset.right, around.inlineSize));
  const y = along(resolveSize(inset.top, around.blockSize), resolveSize(inset.bottom, around.blockSize));
  return x === 0 && y === 0 ? undefined : { x, y };
}

const along = (start: Pt | undefined, end: Pt | undefined): Pt => start ?? (end === undefined ? 0 : -end);
