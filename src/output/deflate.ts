import { deflateSync } from 'node:zlib';

/**
 * FlateDecode (7.4.4). The compressor's tables are made no larger than the data need: a document has a dozen small streams,
 * and room for the largest would take longer to get than to fill.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  const bits = Math.ceil(Math.log2(Math.max(bytes.length, 2)));
  return deflateSync(bytes, {
    windowBits: Math.min(15, Math.max(9, bits)),
    memLevel: Math.min(9, Math.max(4, bits - 5)),
    chunkSize: Math.max(1024, Math.min(65_536, bytes.length)),
  });
}
