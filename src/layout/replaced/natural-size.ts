import type { Replaced } from '../../asset/types.ts';
import { cssPx, mm, type Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';

export interface NaturalSize {
  readonly width: Pt;
  readonly height: Pt;
}

/**
 * What replaced content measures by itself. `width` and `height` attributes of an `<img>` say it for the file, so that
 * `max-width: 100%` keeps the ratio. A QR symbol has one millimetre a module at its least level.
 */
export function naturalSize(replaced: Replaced, element: StyledElement): NaturalSize {
  switch (replaced.kind) {
    case 'picture':
      return withAttributes(
        { width: cssPx(replaced.header.widthPx), height: cssPx(replaced.header.heightPx) },
        element,
      );
    case 'drawing':
      return element.name === 'img' ? withAttributes(replaced.drawing.natural, element) : replaced.drawing.natural;
    case 'qr': {
      const side = mm(replaced.symbols[0].modules);
      return { width: side, height: side };
    }
  }
}

function withAttributes(size: NaturalSize, element: StyledElement): NaturalSize {
  const width = dimension(element.attributes.width);
  const height = dimension(element.attributes.height);
  if (width !== undefined && height !== undefined) return { width, height };
  const ratio = size.height > 0 ? size.width / size.height : 1;
  if (width !== undefined) return { width, height: width / ratio };
  if (height !== undefined) return { width: height * ratio, height };
  return size;
}

/** HTML, section 2.3.4.4, without percentages. */
function dimension(attribute: string | undefined): Pt | undefined {
  if (attribute === undefined) return undefined;
  const match = /^\s*\+?(\d{1,6}(?:\.\d+)?)(?:px)?\s*$/.exec(attribute);
  const value = match === null ? 0 : cssPx(Number(match[1]));
  return value > 0 ? value : undefined;
}
