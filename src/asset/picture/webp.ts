import { createByteReader } from './byte-reader.ts';
import { exifTurns } from './exif.ts';
import type { StoredSize } from './stored-size.ts';

const MAX_CHUNKS = 10_000;

/** RFC 9649: RIFF chunks VP8 (lossy), VP8L (lossless) and VP8X (extended). `undefined` when the file is cut off. */
export function readWebp(bytes: Uint8Array): StoredSize | undefined {
  const reader = createByteReader(bytes, true);
  const riff = reader.u32(4);
  if (riff === undefined || riff + 8 > bytes.length) return undefined;
  let size: { widthPx: number; heightPx: number } | undefined;
  let turned = false;
  let at = 12;
  for (let chunk = 0; chunk < MAX_CHUNKS && at + 8 <= riff + 8; chunk += 1) {
    const type = reader.tag(at);
    const length = reader.u32(at + 4);
    if (length === undefined || at + 8 + length > bytes.length) return undefined;
    size ??= sizeOf(type, bytes.subarray(at + 8, at + 8 + length));
    if (type === 'EXIF') turned = exifTurns(withoutPrefix(bytes.subarray(at + 8, at + 8 + length)));
    at += 8 + length + (length % 2);
  }
  return size === undefined ? undefined : { ...size, turned };
}

function sizeOf(type: string, data: Uint8Array): { widthPx: number; heightPx: number } | undefined {
  const reader = createByteReader(data, true);
  if (type === 'VP8X') {
    return { widthPx: u24(data, 4) + 1, heightPx: u24(data, 7) + 1 };
  }
  if (type === 'VP8 ') {
    const width = reader.u16(6);
    const height = reader.u16(8);
    if (width === undefined || height === undefined) return undefined;
    return { widthPx: width & 0x3fff, heightPx: height & 0x3fff };
  }
  if (type === 'VP8L') {
    const bits = reader.u32(1);
    if (bits === undefined || reader.u8(0) !== 0x2f) return undefined;
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return undefined;
}

const u24 = (data: Uint8Array, at: number): number =>
  (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);

/** Some writers keep the `Exif\0\0` of JPEG before the block. */
function withoutPrefix(data: Uint8Array): Uint8Array {
  return data[0] === 0x45 && data[1] === 0x78 ? data.subarray(6) : data;
}
