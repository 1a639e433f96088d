/** Numbers at an offset of a file; past its end they are `undefined`, so that a cut file can never be misread. */
export interface ByteReader {
  readonly length: number;
  u8(at: number): number | undefined;
  u16(at: number): number | undefined;
  u32(at: number): number | undefined;
  /** Four characters of Latin-1. */
  tag(at: number): string;
}

export function createByteReader(bytes: Uint8Array, littleEndian = false): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits = (at: number, size: number): boolean => at >= 0 && at + size <= bytes.length;
  return {
    length: bytes.length,
    u8: (at) => bytes[at],
    u16: (at) => (fits(at, 2) ? view.getUint16(at, littleEndian) : undefined),
    u32: (at) => (fits(at, 4) ? view.getUint32(at, littleEndian) : undefined),
    tag: (at) => String.fromCharCode(...bytes.subarray(at, at + 4)),
  };
}
