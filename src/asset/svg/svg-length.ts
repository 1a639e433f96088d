/** CSS pixels of one unit. CSS Values 4, section 6.2. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
};

/** A length in user units; a percentage counts from `whole`. `undefined` for anything else, `em` included. */
export function readSvgLength(text: string | undefined, whole: number): number | undefined {
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z]*|%)$/i.exec((text ?? '').trim());
  if (found === null) return undefined;
  const unit = (found[2] ?? '').toLowerCase();
  const factor = unit === '%' ? whole / 100 : UNITS[unit];
  const value = factor === undefined ? Number.NaN : Number(found[1]) * factor;
  return Math.abs(value) < 1e9 ? value : undefined;
}
