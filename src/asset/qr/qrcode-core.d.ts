/** The parts of `qrcode` that make the matrix; its main entry loads drawing code as well. */
declare module 'qrcode/lib/core/qrcode.js' {
  import type { Segment } from 'qrcode/lib/core/segments.js';

  export function create(
    data: string | readonly Segment[],
    options: { readonly errorCorrectionLevel: 'M' | 'Q' | 'H'; readonly version?: number },
  ): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}

declare module 'qrcode/lib/core/segments.js' {
  /** A stretch of the data in one mode (ISO/IEC 18004, section 7.4). */
  export interface Segment {
    readonly data: string | Uint8Array;
    readonly mode: object;
  }
  /** Each character in the mode that is smallest for it alone. */
  export function rawSplit(data: string): readonly Segment[];
  /** The fewest bits in a symbol of this version. */
  export function fromString(data: string, version: number): readonly Segment[];
}

declare module 'qrcode/lib/core/version.js' {
  import type { Segment } from 'qrcode/lib/core/segments.js';

  /** The smallest of the 40 versions that holds the segments. */
  export function getBestVersionForData(
    segments: readonly Segment[],
    errorCorrectionLevel: 'M' | 'Q' | 'H',
  ): number | undefined;
}
