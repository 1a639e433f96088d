import type { VectorDrawing } from '../asset/types.ts';
import { assertNever } from '../base/assert-never.ts';
import type { Path } from '../base/geometry.ts';
import type { StyledElement } from '../document/types.ts';
import type { FragmentContent } from '../layout/types.ts';
import { rectPath } from './box-paths.ts';
import { type Brush, intersectRect, noteBox, offsetRect, ownerOf } from './canvas.ts';
import { cropOf, requestPicture } from './request-picture.ts';

export interface PlacedContent {
  readonly element: StyledElement;
  readonly content: FragmentContent;
  /** Of the border box on the page. */
  readonly origin: { readonly x: number; readonly y: number };
  /** The content box with the corners it has. */
  readonly clip: Path;
}

/** A picture, drawing or QR symbol in its box. */
export function paintContent(brush: Brush, { element, content, origin, clip }: PlacedContent): void {
  if (element.style.visibility === 'hidden') return;
  const object = offsetRect(content.object, origin.x, origin.y);
  const box = offsetRect(content.clip, origin.x, origin.y);
  const visible = intersectRect(object, box);
  if (visible === undefined) return;
  const owner = ownerOf(brush, element.id, 0);
  noteBox(brush, element.id, visible);
  const place = element.place === undefined ? {} : { place: element.place };
  const { replaced } = content;
  const items = brush.layer.content;
  switch (replaced.kind) {
    case 'picture': {
      const request = requestPicture(brush, {
        key: replaced.header.key,
        width: object.width,
        height: object.height,
        crop: cropOf(object, visible),
        name: replaced.header.name,
        place: replaced.header.place ?? element.place,
      });
      items.push({ kind: 'picture', owner, rect: visible, clip, request, ...place });
      return;
    }
    case 'drawing': {
      const { viewBox, children } = replaced.drawing;
      if (!isDrawable(replaced.drawing)) return;
      const across = object.width / viewBox.width;
      const down = object.height / viewBox.height;
      items.push({
        kind: 'drawing',
        owner,
        matrix: [across, 0, 0, down, object.x - viewBox.x * across, object.y - viewBox.y * down],
        clip,
        nodes: children,
        ...place,
      });
      return;
    }
    case 'qr': {
      const symbol = replaced.symbols[content.symbol];
      // The quiet zone is white whatever lies behind the box: ISO/IEC 18004, 5.3.8.
      const margin = (4 * object.width) / symbol.modules;
      const zone = intersectRect(box, {
        x: object.x - margin,
        y: object.y - margin,
        width: object.width + 2 * margin,
        height: object.height + 2 * margin,
      });
      items.push({
        kind: 'fill',
        owner,
        path: rectPath(zone ?? object),
        rule: 'nonzero',
        color: { r: 1, g: 1, b: 1, alpha: 1 },
      });
      items.push({ kind: 'qr', owner, rect: object, symbol, value: replaced.value, ...place });
      return;
    }
    default:
      assertNever(replaced);
  }
}

const isDrawable = ({ viewBox }: VectorDrawing): boolean => viewBox.width > 0 && viewBox.height > 0;
