/**
 * A dot is a dash with round ends and hardly a length. PDFium makes a dash without any length a tenth long, which moves
 * all dots and loses the last.
 */
export const DOT = 0.02;

/** The dash array of round dots that touch both ends of a line from inside. */
export function dots(length: number, width: number): readonly number[] {
  const gaps = Math.max(1, Math.round((length - width) / (2 * width)));
  return [DOT, Math.max(width / 10, (length - width) / gaps - DOT)];
}
