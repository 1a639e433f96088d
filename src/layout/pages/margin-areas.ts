import type { Rect } from '../../base/geometry.ts';
import type { MarginBoxName, PageStyle } from '../../document/types.ts';
import { pageArea } from './paginate.ts';

/** Where a margin box belongs: an edge with its place along it, or a corner. CSS Paged Media 3, section 5.1. */
export type MarginPlace =
  | {
      readonly kind: 'edge';
      readonly edge: 'top' | 'right' | 'bottom' | 'left';
      /** First, middle or last from left to right, or from top to bottom. */
      readonly slot: 0 | 1 | 2;
    }
  | { readonly kind: 'corner'; readonly vertical: 'top' | 'bottom'; readonly horizontal: 'left' | 'right' };

const PLACES: { readonly [N in MarginBoxName]: MarginPlace } = {
  'top-left-corner': { kind: 'corner', vertical: 'top', horizontal: 'left' },
  'top-left': { kind: 'edge', edge: 'top', slot: 0 },
  'top-center': { kind: 'edge', edge: 'top', slot: 1 },
  'top-right': { kind: 'edge', edge: 'top', slot: 2 },
  'top-right-corner': { kind: 'corner', vertical: 'top', horizontal: 'right' },
  'right-top': { kind: 'edge', edge: 'right', slot: 0 },
  'right-middle': { kind: 'edge', edge: 'right', slot: 1 },
  'right-bottom': { kind: 'edge', edge: 'right', slot: 2 },
  'bottom-right-corner': { kind: 'corner', vertical: 'bottom', horizontal: 'right' },
  'bottom-left': { kind: 'edge', edge: 'bottom', slot: 0 },
  'bottom-center': { kind: 'edge', edge: 'bottom', slot: 1 },
  'bottom-right': { kind: 'edge', edge: 'bottom', slot: 2 },
  'bottom-left-corner': { kind: 'corner', vertical: 'bottom', horizontal: 'left' },
  'left-top': { kind: 'edge', edge: 'left', slot: 0 },
  'left-middle': { kind: 'edge', edge: 'left', slot: 1 },
  'left-bottom': { kind: 'edge', edge: 'left', slot: 2 },
};

export const marginPlace = (name: MarginBoxName): MarginPlace => PLACES[name];

/** The strip of an edge, or the corner: containing block of its margin boxes. */
export function marginArea(place: MarginPlace, style: PageStyle): Rect {
  const area = pageArea(style);
  const { margin, size } = style;
  const left = { x: 0, width: margin.left };
  const right = { x: size.width - margin.right, width: margin.right };
  const top = { y: 0, height: margin.top };
  const bottom = { y: size.height - margin.bottom, height: margin.bottom };
  if (place.kind === 'corner') {
    return { ...(place.horizontal === 'left' ? left : right), ...(place.vertical === 'top' ? top : bottom) };
  }
  const across = { x: area.x, width: area.width };
  const down = { y: area.y, height: area.height };
  switch (place.edge) {
    case 'top':
      return { ...across, ...top };
    case 'bottom':
      return { ...across, ...bottom };
    case 'left':
      return { ...left, ...down };
    case 'right':
      return { ...right, ...down };
  }
}

/** How content stands in a margin box that says nothing: CSS Paged Media 3, section 5.2. 0 is top, 1 is bottom. */
export function defaultAlignment(place: MarginPlace): number {
  if (place.kind === 'corner' || place.edge === 'top' || place.edge === 'bottom') return 0.5;
  return place.slot / 2;
}
