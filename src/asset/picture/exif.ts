import { createByteReader } from './byte-reader.ts';

const ORIENTATION = 0x0112;

/** Whether the EXIF block (a TIFF file of its own) asks for a quarter turn: orientations 5 to 8 (Exif 3.0, 4.6.5.1). */
export function exifTurns(tiff: Uint8Array): boolean {
  const little = tiff[0] === 0x49;
  const reader = createByteReader(tiff, little);
  if (reader.u16(2) !== 42) return false;
  const directory = reader.u32(4) ?? 0;
  const count = Math.min(reader.u16(directory) ?? 0, 512);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + 12 * index;
    if (reader.u16(entry) === ORIENTATION) {
      const value = reader.u16(entry + 8) ?? 1;
      return value >= 5 && value <= 8;
    }
  }
  return false;
}
