import { readAvif } from './avif.ts';
import { createByteReader } from './byte-reader.ts';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import type { StoredSize } from './stored-size.ts';
import { readTiff } from './tiff.ts';
import { readWebp } from './webp.ts';

/** What the first bytes of a picture say. Nothing is decoded. */
export type HeaderResult =
  /** In pixels, after the orientation that the file asks for. */
  | { readonly kind: 'header'; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: 'svg' }
  | { readonly kind: 'heic' }
  | { readonly kind: 'unknown' }
  /** Cut off, or its structure contradicts itself. */
  | { readonly kind: 'corrupt' };

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);
const AVIF_BRANDS = new Set(['avif', 'avis']);

/** Tells the format by the content, never by the name of the file. */
export function readHeader(bytes: Uint8Array): HeaderResult {
  const reader = createByteReader(bytes);
  const first = reader.u16(0);
  if (first === 0xffd8) return oriented(readJpeg(bytes));
  if (reader.u32(0) === 0x89504e47 && reader.u32(4) === 0x0d0a1a0a) return oriented(readPng(bytes));
  if (/^GIF8[79]a/.test(latin1(bytes, 0, 6))) return oriented(readGif(bytes));
  if (reader.tag(0) === 'RIFF' && reader.tag(8) === 'WEBP') return oriented(readWebp(bytes));
  if (reader.u32(0) === 0x49492a00 || reader.u32(0) === 0x4d4d002a) return oriented(readTiff(bytes));
  if (reader.tag(4) === 'ftyp') return readFtyp(bytes);
  return looksLikeSvg(bytes) ? { kind: 'svg' } : { kind: 'unknown' };
}

/** ISO/IEC 14496-12, 4.3: the major brand, the minor version, and the brands that the file is compatible with. */
function readFtyp(bytes: Uint8Array): HeaderResult {
  const reader = createByteReader(bytes);
  const end = Math.min(reader.u32(0) ?? 0, bytes.length, 256);
  const brands: string[] = [reader.tag(8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(reader.tag(at));
  // `mif1` is common to both; AVIF says so itself.
  if (brands.some((brand) => AVIF_BRANDS.has(brand))) return oriented(readAvif(bytes));
  return brands.some((brand) => HEIC_BRANDS.has(brand)) ? { kind: 'heic' } : { kind: 'unknown' };
}

function oriented(size: StoredSize | undefined): HeaderResult {
  if (size === undefined || size.widthPx === 0 || size.heightPx === 0) return { kind: 'corrupt' };
  return size.turned
    ? { kind: 'header', widthPx: size.heightPx, heightPx: size.widthPx }
    : { kind: 'header', widthPx: size.widthPx, heightPx: size.heightPx };
}

/** An XML declaration, comments and a document type may come before `<svg`. */
function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = latin1(bytes, 0, 4096).replace(/^\u00ef\u00bb\u00bf/, '');
  return /^\s*</.test(start) && /<(?:[\w.-]+:)?svg[\s>/]/.test(start);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)));
}
