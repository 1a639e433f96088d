import { createByteReader } from './byte-reader.ts';
import type { StoredSize } from './stored-size.ts';

/** The logical screen of a GIF 87a or 89a. */
export function readGif(bytes: Uint8Array): StoredSize | undefined {
  const reader = createByteReader(bytes, true);
  const widthPx = reader.u16(6);
  const heightPx = reader.u16(8);
  return widthPx === undefined || heightPx === undefined ? undefined : { widthPx, heightPx, turned: false };
}
