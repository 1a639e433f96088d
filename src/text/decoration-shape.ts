import type { Pt } from '../base/units.ts';
import type { TextDecoration } from '../document/types.ts';

/** Of a CSS pixel: what browsers leave between the two lines of `double`. */
const DOUBLE_GAP: Pt = 0.75;

export type DecorationLine = 'underline' | 'overline' | 'line-through';

interface Shape {
  readonly line: DecorationLine;
  readonly style: TextDecoration['style'];
  readonly thickness: Pt;
}

/**
 * How far a decoration reaches above and below the place of a straight line (its top edge is 0, down is positive). The
 * second line of `double` and a wave lie on the far side of the text; through the text they lie evenly.
 */
export function decorationExtent({ line, style, thickness }: Shape): { readonly top: Pt; readonly bottom: Pt } {
  const extra = style === 'double' ? thickness + DOUBLE_GAP : style === 'wavy' ? waveHeight(thickness) - thickness : 0;
  switch (line) {
    case 'underline':
      return { top: 0, bottom: thickness + extra };
    case 'overline':
      return { top: -extra, bottom: thickness };
    case 'line-through':
      return { top: -extra / 2, bottom: thickness + extra / 2 };
  }
}

/** A cubic curve whose control points lie `reach` above and below its middle, again and again. */
export interface Wave {
  readonly length: Pt;
  readonly reach: Pt;
}

/** The proportions of browsers: CSS leaves the wave open. */
export const waveOf = (thickness: Pt): Wave => ({ length: 4 * thickness + 1.125, reach: 3 * thickness + 0.75 });

/** Such a curve goes √3/6 of `reach` from its middle. */
const waveHeight = (thickness: Pt): Pt => (waveOf(thickness).reach * Math.sqrt(3)) / 3 + thickness;
