/** A length in PDF points (1/72 inch): the unsaid unit everywhere in `src/`. */
export type Pt = number;

export const mm = (millimetres: number): Pt => (millimetres * 72) / 25.4;
/** CSS Values 4, section 6.2: 1px = 1/96 in. */
export const cssPx = (pixels: number): Pt => pixels * 0.75;
export const toMm = (points: Pt): number => (points * 25.4) / 72;
