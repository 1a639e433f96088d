import { Buffer, isUtf8 } from 'node:buffer';
import type { Reporter } from '../base/diagnostics.ts';
import { createSourceFile, placeAt, type SourceFile } from '../base/source.ts';
import { findForbidden } from './text-characters.ts';

/**
 * Bytes → text: UTF-8 only, without its byte order mark, line ends made `\n`. `undefined` when an error was reported:
 * too large, UTF-16, not UTF-8, or a character that no text may hold.
 */
export function decodeText(
  path: string,
  bytes: Uint8Array,
  maxKibibytes: number,
  reporter: Reporter,
): SourceFile | undefined {
  if (bytes.length > maxKibibytes * 1024) {
    const kibibytes = Math.ceil(bytes.length / 1024);
    reporter.report('file/too-large', { path, line: 1, column: 1 }, { kibibytes, limit: maxKibibytes });
    return undefined;
  }
  if (looksLikeUtf16(bytes)) {
    reporter.report('file/utf-16', { path, line: 1, column: 1 }, {});
    return undefined;
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(buffer)) {
    reporter.report('file/invalid-utf-8', { path, ...firstInvalid(buffer) }, {});
    return undefined;
  }
  const text = buffer.toString('utf8');
  const source = createSourceFile(path, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const forbidden = findForbidden(source.text);
  if (forbidden === undefined) return source;
  const { at, codePoint, count } = forbidden;
  reporter.report('file/forbidden-character', placeAt(source, at), { codePoint, count });
  return undefined;
}

/** How many bytes are looked at. */
const SAMPLE = 2048;

/** A byte order mark of UTF-16 (or UTF-32), or zeros that stand at every second byte as in Latin text. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const length = Math.min(bytes.length & ~1, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const pairs = length / 2;
  return pairs >= 2 && Math.max(even, odd) > pairs * 0.6 && Math.min(even, odd) < pairs * 0.2;
}

/** Line and column (UTF-16 units) of the first byte that is not UTF-8. */
function firstInvalid(buffer: Buffer): { line: number; column: number } {
  let line = 1;
  for (let start = 0; ; line++) {
    // No byte of a longer sequence is 0x0a, so lines may be judged one by one; a lone CR ends a line too.
    const end = lineEnd(buffer, start);
    const bytes = buffer.subarray(start, end);
    if (!isUtf8(bytes)) return { line, column: validPrefix(bytes, line === 1) + 1 };
    if (end >= buffer.length) return { line, column: 1 };
    start = end + (buffer[end] === 0x0d && buffer[end + 1] === 0x0a ? 2 : 1);
  }
}

function lineEnd(buffer: Buffer, start: number): number {
  let end = start;
  while (end < buffer.length && buffer[end] !== 0x0a && buffer[end] !== 0x0d) end++;
  return end;
}

/** UTF-16 length of the text before the first invalid byte. */
function validPrefix(bytes: Buffer, isFirstLine: boolean): number {
  const text = bytes.toString('utf8');
  let at = 0;
  let byte = 0;
  for (const character of text) {
    const encoded = Buffer.from(character, 'utf8');
    if (!encoded.equals(bytes.subarray(byte, byte + encoded.length))) break;
    byte += encoded.length;
    at += isFirstLine && at === 0 && character === '\ufeff' ? 0 : character.length;
  }
  return at;
}
