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
  const { create } = await import('qrcode/lib/core/qrcode.js');
  // The best of eight masks takes most of the time, and only one of the three symbols is drawn.
  const make = (level: QrSymbol['level']): QrSymbol => {
    let dark: Uint8Array | undefined;
    return {
      level,
      modules: create(value, { errorCorrectionLevel: level, maskPattern: 0 }).modules.size,
      get dark() {
        dark ??= Uint8Array.from(create(value, { errorCorrectionLevel: level }).modules.data);
        return dark;
      },
    };
  };
  const symbols: QrSymbols = [make('M'), make('Q'), make('H')];
  cache.set(value, symbols);
  return { kind: 'qr', symbols };
}
