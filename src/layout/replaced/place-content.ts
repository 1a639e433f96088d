import type { Insets, Rect, Size } from '../../base/geometry.ts';
import type { ComputedStyle } from '../../document/types.ts';
import type { FragmentContent, ReplacedBox } from '../types.ts';
import { naturalSize } from './natural-size.ts';
import { placeSymbol } from './qr-symbol.ts';

/** Where the object lies in its content box: CSS Images 3, section 5.5. */
export function placeContent(box: ReplacedBox, clip: Rect, padding: Insets): FragmentContent {
  const { replaced, element } = box;
  if (replaced.kind === 'qr') {
    const { symbol, rect } = placeSymbol(replaced.symbols, clip, padding);
    return { replaced, object: rect, clip, symbol };
  }
  const natural = naturalSize(replaced);
  // A drawing keeps the ratio of its viewBox when it is stretched: SVG 2, section 8.7, preserveAspectRatio.
  const drawn = replaced.kind === 'drawing' ? replaced.drawing.viewBox : natural;
  const ratio = drawn.width > 0 && drawn.height > 0 ? drawn.width / drawn.height : 1;
  const { objectFit, objectPosition } = element.style;
  const fit = replaced.kind === 'drawing' && objectFit === 'fill' ? 'contain' : objectFit;
  const size = objectSize(fit, { ratio, natural: { width: natural.width, height: natural.width / ratio } }, clip);
  // `fill` of a drawing places it in the middle; otherwise `object-position` says where.
  const isCentred = replaced.kind === 'drawing' && objectFit === 'fill';
  const free = { width: clip.width - size.width, height: clip.height - size.height };
  const position = isCentred
    ? { x: free.width / 2, y: free.height / 2 }
    : {
        x: objectPosition.x.pt + (objectPosition.x.percent * free.width) / 100,
        y: objectPosition.y.pt + (objectPosition.y.percent * free.height) / 100,
      };
  return { replaced, object: { x: clip.x + position.x, y: clip.y + position.y, ...size }, clip, symbol: 0 };
}

function objectSize(
  fit: ComputedStyle['objectFit'],
  object: { readonly ratio: number; readonly natural: Size },
  box: Size,
): Size {
  const { ratio, natural } = object;
  const byWidth: Size = { width: box.width, height: box.width / ratio };
  const byHeight: Size = { width: box.height * ratio, height: box.height };
  const contained = byWidth.height <= box.height ? byWidth : byHeight;
  switch (fit) {
    case 'fill':
      return { width: box.width, height: box.height };
    case 'contain':
      return contained;
    case 'cover':
      return byWidth.height >= box.height ? byWidth : byHeight;
    case 'none':
      return natural;
    case 'scale-down':
      return natural.width <= contained.width ? natural : contained;
  }
}
