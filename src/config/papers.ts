import { mm } from '../base/units.ts';
import type { Paper, PaperName } from './types.ts';

/** ISO 216 in millimetres; F4 is the folio of Indonesian offices, 215 × 330 mm. */
const SIZES: Readonly<Record<PaperName, readonly [number, number]>> = {
  A3: [297, 420],
  A4: [210, 297],
  A5: [148, 210],
  F4: [215, 330],
};

export function paperOf(name: PaperName): Paper {
  const [width, height] = SIZES[name];
  return { name, width: mm(width), height: mm(height) };
}
