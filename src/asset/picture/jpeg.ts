import { createByteReader } from './byte-reader.ts';
import { exifTurns } from './exif.ts';
import type { StoredSize } from './stored-size.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const MAX_SEGMENTS = 10_000;

/** A start of frame that holds the size: all of C0 to CF but DHT, JPG and DAC. ITU-T T.81, table B.1. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** `undefined` when there is no frame before the scan, or no end of image after it. */
export function readJpeg(bytes: Uint8Array): StoredSize | undefined {
  const reader = createByteReader(bytes);
  let turned = false;
  let size: { widthPx: number; heightPx: number } | undefined;
  let at = 2;
  for (let segment = 0; segment < MAX_SEGMENTS; segment += 1) {
    if (reader.u8(at) !== 0xff) return undefined;
    const marker = reader.u8(at + 1);
    if (marker === undefined) return undefined;
    // Fill bytes, and markers without a length.
    if (marker === 0xff || marker === SOI || (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = reader.u16(at + 2);
    if (length === undefined || length < 2) return undefined;
    if (marker === SOS) return size !== undefined && endsAfter(bytes, at) ? { ...size, turned } : undefined;
    if (isFrame(marker)) {
      const heightPx = reader.u16(at + 5);
      const widthPx = reader.u16(at + 7);
      if (heightPx === undefined || widthPx === undefined) return undefined;
      size = { widthPx, heightPx };
    }
    if (marker === APP1 && reader.tag(at + 4) === 'Exif' && reader.u16(at + 8) === 0) {
      turned = exifTurns(bytes.subarray(at + 10, at + 2 + length));
    }
    at += 2 + length;
  }
  return undefined;
}

/** Whether an end of image follows the scan. Inside a scan FF is always stuffed, so FF D9 is nothing else. */
function endsAfter(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.length - 2; at > scan; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === EOI) return true;
  return false;
}
