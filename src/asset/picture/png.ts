import { createByteReader } from './byte-reader.ts';
import { exifTurns } from './exif.ts';
import type { StoredSize } from './stored-size.ts';

const MAX_CHUNKS = 100_000;

/** PNG (third edition), 5.3: a chunk is length, type, data, CRC. `undefined` when a chunk or the last one is cut off. */
export function readPng(bytes: Uint8Array): StoredSize | undefined {
  const reader = createByteReader(bytes);
  if (reader.tag(12) !== 'IHDR') return undefined;
  const widthPx = reader.u32(16);
  const heightPx = reader.u32(20);
  if (widthPx === undefined || heightPx === undefined) return undefined;
  // A bomb needs no whole file to be refused for its size, so the size is told before the rest is looked at.
  if (widthPx > 0xffff || heightPx > 0xffff || widthPx * heightPx > 2 ** 28) {
    return { widthPx, heightPx, turned: false };
  }
  let turned = false;
  let at = 8;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk += 1) {
    const length = reader.u32(at);
    if (length === undefined || at + 12 + length > bytes.length) return undefined;
    const type = reader.tag(at + 4);
    if (type === 'IEND') return { widthPx, heightPx, turned };
    if (type === 'eXIf') turned = exifTurns(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return undefined;
}
