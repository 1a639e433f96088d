import type { Segment } from 'qrcode/lib/core/segments.js';
import { createBoundedCache } from '../bounded-cache.ts';
import type { QrSymbol } from '../types.ts';

export type QrSymbols = readonly [QrSymbol, QrSymbol, QrSymbol];

/** What version 40 holds at level H in byte mode. ISO/IEC 18004, table 7. */
const MAX_BYTES = 1273;

const cache = createBoundedCache<QrSymbols>(64);

/** The symbols of a value at M, Q and H, in that order, with the best mask each; or that it is too long for H. */
export async function makeQr(
  value: string,
): Promise<
  { readonly kind: 'qr'; readonly symbols: QrSymbols } | { readonly kind: 'too-long'; readonly bytes: number }
> {
  const bytes = new TextEncoder().encode(value).length;
  if (bytes > MAX_BYTES) return { kind: 'too-long', bytes };
  const known = cache.get(value);
  if (known !== undefined) return { kind: 'qr', symbols: known };
  const [{ create }, { fromString, rawSplit }, { getBestVersionForData }] = await loadEncoder();
  const raw = rawSplit(value);
  const smallest = createSegmentsByVersion((version) => fromString(value, version));
  const make = (level: QrSymbol['level']): QrSymbol => {
    const segments = smallest(getBestVersionForData(raw, level) ?? 40);
    const version = getBestVersionForData(segments, level);
    if (version === undefined) throw new Error(`${bytes} bytes do not fit a symbol at level ${level}`);
    // The best of eight masks takes most of the time, and only one of the three symbols is drawn.
    let dark: Uint8Array | undefined;
    return {
      level,
      modules: 17 + 4 * version,
      get dark() {
        dark ??= Uint8Array.from(create(segments, { errorCorrectionLevel: level, version }).modules.data);
        return dark;
      },
    };
  };
  const symbols: QrSymbols = [make('M'), make('Q'), make('H')];
  cache.set(value, symbols);
  return { kind: 'qr', symbols };
}

const loadEncoder = () =>
  Promise.all([
    import('qrcode/lib/core/qrcode.js'),
    import('qrcode/lib/core/segments.js'),
    import('qrcode/lib/core/version.js'),
  ]);

/** Lengths take as many bits in all versions of a class: 1 to 9, 10 to 26, 27 to 40. ISO/IEC 18004, table 3. */
function createSegmentsByVersion(
  segmentsIn: (version: number) => readonly Segment[],
): (version: number) => readonly Segment[] {
  const known = new Map<number, readonly Segment[]>();
  return (version) => {
    const highest = version < 10 ? 9 : version < 27 ? 26 : 40;
    const segments = known.get(highest) ?? segmentsIn(highest);
    known.set(highest, segments);
    return segments;
  };
}
