import type { Replaced } from '../../asset/types.ts';
import { cssPx, mm, type Pt } from '../../base/units.ts';

export interface NaturalSize {
  readonly width: Pt;
  readonly height: Pt;
}

/** What replaced content measures by itself. A QR symbol has one millimetre a module at its least level. */
export function naturalSize(replaced: Replaced): NaturalSize {
  switch (replaced.kind) {
    case 'picture':
      return { width: cssPx(replaced.header.widthPx), height: cssPx(replaced.header.heightPx) };
    case 'drawing':
      return replaced.drawing.natural;
    case 'qr': {
      const side = mm(replaced.symbols[0].modules);
      return { width: side, height: side };
    }
  }
}
