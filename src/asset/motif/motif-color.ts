import type { Color } from '../../base/color.ts';
import type { Reporter } from '../../base/diagnostics.ts';
import type { Place } from '../../base/source.ts';
import { readHex } from '../../document/css/values/color.ts';

const DEFAULTS = {
  primary: { r: 0.059, g: 0.298, b: 0.361, alpha: 1 },
  accent: { r: 0.898, g: 0.651, b: 0.212, alpha: 1 },
};

/** A colour attribute of the motif; one that cannot be read is reported and a quiet default stands in. */
export function readMotifColor(
  which: 'primary' | 'accent',
  text: string | undefined,
  place: Place | undefined,
  reporter: Reporter,
): Color {
  if (text === undefined || text === '') return DEFAULTS[which];
  const color = text.startsWith('#') ? readHex(text.slice(1)) : undefined;
  if (color === undefined) reporter.report('asset/motif-color', place, { value: text });
  return color ?? DEFAULTS[which];
}
