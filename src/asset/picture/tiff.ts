import { createByteReader } from './byte-reader.ts';
import type { StoredSize } from './stored-size.ts';

const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
const SHORT = 3;

/** TIFF 6.0, section 2: the first image file directory. `undefined` when it is cut off or lacks the size. */
export function readTiff(bytes: Uint8Array): StoredSize | undefined {
  const reader = createByteReader(bytes, bytes[0] === 0x49);
  const directory = reader.u32(4);
  const count = directory === undefined ? undefined : reader.u16(directory);
  if (directory === undefined || count === undefined) return undefined;
  const values = new Map<number, number>();
  for (let index = 0; index < Math.min(count, 4096); index += 1) {
    const entry = directory + 2 + 12 * index;
    const tag = reader.u16(entry);
    const value = reader.u16(entry + 2) === SHORT ? reader.u16(entry + 8) : reader.u32(entry + 8);
    if (tag === undefined || value === undefined) return undefined;
    values.set(tag, value);
  }
  const widthPx = values.get(WIDTH);
  const heightPx = values.get(HEIGHT);
  if (widthPx === undefined || heightPx === undefined) return undefined;
  return { widthPx, heightPx, turned: (values.get(ORIENTATION) ?? 1) >= 5 };
}
