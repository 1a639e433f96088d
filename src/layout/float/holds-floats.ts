import { isFormattingRoot } from '../block/margins.ts';
import { flowOf } from '../boxes/flow-of.ts';
import type { Box, ParagraphBox } from '../types.ts';

const holding = new WeakMap<Box, boolean>();

/** Whether the block formatting context that the content of a box stands in may have floats from inside the box. */
export function holdsFloats(box: Box): boolean {
  if (box.kind === 'paragraph')
    return box.inline.anchors.length > 0 && (floatsOf(box).length > 0 || initialLetterOf(box) !== undefined);
  if (box.kind !== 'block') return false;
  let known = holding.get(box);
  if (known === undefined) {
    known = box.children.some((child) => flowOf(child) === 'float' || (!isFormattingRoot(child) && holdsFloats(child)));
    holding.set(box, known);
  }
  return known;
}

/** A float of a paragraph, with its index among the `anchors`. */
export interface AnchoredFloat {
  readonly box: Box;
  readonly anchor: number;
}

const anchored = new WeakMap<ParagraphBox, readonly AnchoredFloat[]>();

export function floatsOf(box: ParagraphBox): readonly AnchoredFloat[] {
  let floats = anchored.get(box);
  if (floats === undefined) {
    floats = box.inline.anchors.flatMap((one, anchor) => (flowOf(one) === 'float' ? [{ box: one, anchor }] : []));
    anchored.set(box, floats);
  }
  return floats;
}

export const initialLetterOf = ({ inline }: ParagraphBox): Box | undefined =>
  inline.anchors.find((box) => flowOf(box) === 'initial-letter');
