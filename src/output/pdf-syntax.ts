/** Objects of PDF 32000-1, 7.3, as text. Everything here is ASCII: what is not goes into hexadecimal strings. */

const FACTORS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** At most `digits` (up to 6) decimals, without needless zeros; never an exponent. */
export function pdfNumber(value: number, digits = 2): string {
  if (!Number.isFinite(value)) throw new Error(`Not a finite number: ${value}`);
  const factor = FACTORS[digits] ?? 10 ** digits;
  const rounded = Math.round(value * factor) / factor;
  if (rounded === 0) return '0';
  // The shortest text of a number so rounded has no more than `digits` decimals, and an exponent only past 1e21.
  const text = `${rounded}`;
  if (rounded >= 1 || rounded <= -1) return text;
  return rounded > 0 ? text.slice(1) : `-${text.slice(2)}`;
}

export const pdfNumbers = (values: readonly number[], digits = 2): string =>
  values.map((value) => pdfNumber(value, digits)).join(' ');

/** 7.3.5; only names made of regular ASCII characters occur. */
export function pdfName(name: string): string {
  if (!/^[A-Za-z0-9.+\-_]+$/.test(name)) throw new Error(`Not a plain name: ${name}`);
  return `/${name}`;
}

/** A text string (7.9.2.2): ASCII as it is, all else as UTF-16BE with its byte order mark. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e\n]*$/.test(text)) return pdfBytes(text);
  return `<FEFF${utf16Hex(text)}>`;
}

/** A byte string of ASCII characters. */
export function pdfBytes(text: string): string {
  return `(${text
    .replace(/[\\()]/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/\n/g, '\\n')})`;
}

/** UTF-16BE in hexadecimal. */
export function utf16Hex(text: string): string {
  const sound = wellFormed(text);
  let hex = '';
  for (let at = 0; at < sound.length; at += 1) hex += hex4(sound.charCodeAt(at));
  return hex;
}

/** A lone surrogate is no character: U+FFFD stands in for it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const BYTES = Array.from({ length: 256 }, (_, value) => value.toString(16).toUpperCase().padStart(2, '0'));

/** Of 16 bits. */
export const hex4 = (value: number): string => `${BYTES[(value >> 8) & 255]}${BYTES[value & 255]}`;

/** Entries that are `undefined` are left out. */
export function pdfDict(entries: Readonly<Record<string, string | undefined>>): string {
  let text = '<<';
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    // A name, a string, an array or a dictionary delimits itself.
    text += /^[/(<[]/.test(value) ? `/${key}${value}` : `/${key} ${value}`;
  }
  return `${text}>>`;
}

export const pdfArray = (items: readonly string[]): string => `[${items.join(' ')}]`;
