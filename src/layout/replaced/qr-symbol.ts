import type { QrSymbol } from '../../asset/types.ts';
import type { Rect, Sides } from '../../base/geometry.ts';
import { mm, type Pt } from '../../base/units.ts';

/** ISO/IEC 18004, section 6.3.8: four modules of light around the symbol. */
const QUIET_ZONE_MODULES = 4;

/** Smallest module for which a stronger level is taken, and that is scanned from a step away. */
export const GOOD_MODULE: Pt = mm(0.8);
/** Below it, office printers and telephones fail. */
export const LEAST_MODULE: Pt = mm(0.5);

export interface PlacedSymbol {
  readonly symbol: 0 | 1 | 2;
  readonly rect: Rect;
  readonly module: Pt;
}

/**
 * The strongest level whose module is still large enough, M otherwise, and where its dark part lies: centred, as large
 * as the content box allows while padding and what is left of the box make up the quiet zone.
 */
export function placeSymbol(
  symbols: readonly [QrSymbol, QrSymbol, QrSymbol],
  content: Rect,
  padding: Sides<Pt>,
): PlacedSymbol {
  const placed = (symbol: 0 | 1 | 2): PlacedSymbol => placeOne(symbol, symbols[symbol].modules, content, padding);
  const strongest = [placed(2), placed(1)].find(({ module }) => module >= GOOD_MODULE - 1e-6);
  return strongest ?? placed(0);
}

function placeOne(symbol: 0 | 1 | 2, modules: number, content: Rect, padding: Sides<Pt>): PlacedSymbol {
  const along = (size: Pt, before: Pt, after: Pt): Pt =>
    Math.min(size / modules, (size + 2 * Math.min(before, after)) / (modules + 2 * QUIET_ZONE_MODULES));
  const module = Math.max(
    0,
    Math.min(along(content.width, padding.left, padding.right), along(content.height, padding.top, padding.bottom)),
  );
  const side = module * modules;
  const rect: Rect = {
    x: content.x + (content.width - side) / 2,
    y: content.y + (content.height - side) / 2,
    width: side,
    height: side,
  };
  return { symbol, rect, module };
}
