import { inflateSync } from 'node:zlib';

/** A small reader of PDF objects (PDF 32000-1, 7.3 and 7.5), for files with a cross-reference stream like ours. */
export type PdfObject =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'string'; readonly bytes: Uint8Array }
  | { readonly kind: 'ref'; readonly id: number }
  | { readonly kind: 'array'; readonly items: readonly PdfObject[] }
  | { readonly kind: 'dict'; readonly entries: PdfEntries }
  | { readonly kind: 'stream'; readonly entries: PdfEntries; readonly raw: Uint8Array }
  /** In content streams. */
  | { readonly kind: 'operator'; readonly value: string };

export type PdfEntries = ReadonlyMap<string, PdfObject>;

const NULL: PdfObject = { kind: 'null' };
const REGULAR = /[^\s()<>[\]{}/%\0]/;

/** Reads tokens of latin1 text from a position on. */
export class PdfLexer {
  at: number;
  readonly text: string;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  skipSpace(): void {
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) return;
      if (character === '%') {
        while (this.at < this.text.length && !/[\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
      } else if (/[\s\0]/.test(character)) {
        this.at += 1;
      } else {
        return;
      }
    }
  }

  /** `undefined` at the end. Closing brackets come as operators. */
  next(): PdfObject | undefined {
    this.skipSpace();
    const { text } = this;
    const character = text[this.at];
    if (character === undefined) return undefined;
    if (character === '/') return { kind: 'name', value: this.takeName() };
    if (character === '(') return this.takeLiteral();
    if (text.startsWith('<<', this.at)) return this.takeDictionary();
    if (character === '<') return this.takeHexadecimal();
    if (character === '[') return this.takeArray();
    if (text.startsWith('>>', this.at)) {
      this.at += 2;
      return { kind: 'operator', value: '>>' };
    }
    if (character === ']') {
      this.at += 1;
      return { kind: 'operator', value: ']' };
    }
    return this.takeWord();
  }

  private takeName(): string {
    const start = this.at + 1;
    this.at = start;
    while (REGULAR.test(this.text[this.at] ?? ' ')) this.at += 1;
    return this.text
      .slice(start, this.at)
      .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  private takeWord(): PdfObject {
    const start = this.at;
    while (REGULAR.test(this.text[this.at] ?? ' ')) this.at += 1;
    if (this.at === start) throw new Error(`Not a PDF token at ${start}: ${this.text.slice(start, start + 20)}`);
    const word = this.text.slice(start, this.at);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) {
      const reference = /^\s+(\d+)\s+R(?![^\s()<>[\]{}/%])/.exec(this.text.slice(this.at, this.at + 30));
      if (reference !== null && /^\d+$/.test(word)) {
        this.at += reference[0].length;
        return { kind: 'ref', id: Number(word) };
      }
      return { kind: 'number', value: Number(word) };
    }
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    return word === 'null' ? NULL : { kind: 'operator', value: word };
  }

  private takeLiteral(): PdfObject {
    const bytes: number[] = [];
    let depth = 0;
    for (; this.at < this.text.length; this.at += 1) {
      const character = this.text[this.at] ?? '';
      if (character === '\\') {
        this.at += 1;
        const escaped = this.text[this.at] ?? '';
        const named = { n: 10, r: 13, t: 9, b: 8, f: 12 }[escaped];
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3));
        if (named !== undefined) bytes.push(named);
        else if (octal !== null) {
          bytes.push(Number.parseInt(octal[0], 8) & 255);
          this.at += octal[0].length - 1;
        } else if (escaped !== '\n') bytes.push(escaped.charCodeAt(0));
        continue;
      }
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0) break;
      if (character !== '(' || depth > 1) bytes.push(character.charCodeAt(0));
    }
    this.at += 1;
    return { kind: 'string', bytes: Uint8Array.from(bytes) };
  }

  private takeHexadecimal(): PdfObject {
    const end = this.text.indexOf('>', this.at);
    const hex = this.text.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    return { kind: 'string', bytes: Uint8Array.from(Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex')) };
  }

  private takeArray(): PdfObject {
    this.at += 1;
    const items: PdfObject[] = [];
    for (;;) {
      const item = this.next();
      if (item === undefined) throw new Error('An array without an end');
      if (item.kind === 'operator' && item.value === ']') return { kind: 'array', items };
      items.push(item);
    }
  }

  private takeDictionary(): PdfObject {
    this.at += 2;
    const entries = new Map<string, PdfObject>();
    for (;;) {
      const key = this.next();
      if (key?.kind === 'operator' && key.value === '>>') return { kind: 'dict', entries };
      const value = this.next();
      if (key?.kind !== 'name' || value === undefined) throw new Error('A dictionary without an end');
      if (entries.has(key.value)) throw new Error(`Two entries ${key.value}`);
      entries.set(key.value, value);
    }
  }
}

/** A whole file: objects by number, references followed. */
export interface PdfObjects {
  readonly trailer: PdfEntries;
  /** Follows references; an entry that is missing is null. */
  resolve(object: PdfObject | undefined): PdfObject;
  /** Entries of a dictionary or stream; empty for anything else. */
  entriesOf(object: PdfObject | undefined): PdfEntries;
  itemsOf(object: PdfObject | undefined): readonly PdfObject[];
  /** Decoded bytes of a stream. */
  dataOf(object: PdfObject | undefined): Uint8Array;
  readonly count: number;
}

type Place =
  | { readonly kind: 'offset'; readonly at: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

export function openPdf(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  if (start === null) throw new Error('No startxref at the end');
  const places = new Map<number, Place>();
  const known = new Map<number, PdfObject>();

  const parseAt = (offset: number, id: number): PdfObject => {
    const lexer = new PdfLexer(text, offset);
    const head = [lexer.next(), lexer.next(), lexer.next()];
    const [number, , word] = head;
    if (number?.kind !== 'number' || number.value !== id || word?.kind !== 'operator' || word.value !== 'obj') {
      throw new Error(`Object ${id} is not at ${offset}`);
    }
    const object = lexer.next() ?? NULL;
    if (object.kind !== 'dict') return object;
    lexer.skipSpace();
    if (!text.startsWith('stream', lexer.at)) return object;
    const from = lexer.at + 'stream'.length + (text.startsWith('\r\n', lexer.at + 6) ? 2 : 1);
    const length = object.entries.get('Length');
    const size = length?.kind === 'number' ? length.value : -1;
    if (!/^\s*endstream/.test(text.slice(from + size, from + size + 12)))
      throw new Error(`Length of object ${id} is wrong`);
    return { kind: 'stream', entries: object.entries, raw: bytes.subarray(from, from + size) };
  };

  const load = (id: number): PdfObject => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const place = places.get(id);
    if (place === undefined) return NULL;
    let object: PdfObject;
    if (place.kind === 'offset') {
      object = parseAt(place.at, id);
    } else {
      const stream = load(place.stream);
      const packed = Buffer.from(dataOf(stream)).toString('latin1');
      const first = entriesOf(stream).get('First');
      const lexer = new PdfLexer(packed);
      let offset = 0;
      for (let index = 0; index <= place.index; index += 1) {
        const found = lexer.next();
        const at = lexer.next();
        if (index === place.index && (found?.kind !== 'number' || found.value !== id))
          throw new Error(`Not object ${id}`);
        offset = at?.kind === 'number' ? at.value : 0;
      }
      object = new PdfLexer(packed, (first?.kind === 'number' ? first.value : 0) + offset).next() ?? NULL;
    }
    known.set(id, object);
    return object;
  };

  const resolve = (object: PdfObject | undefined): PdfObject => {
    if (object === undefined) return NULL;
    return object.kind === 'ref' ? resolve(load(object.id)) : object;
  };
  const entriesOf = (object: PdfObject | undefined): PdfEntries => {
    const found = resolve(object);
    return found.kind === 'dict' || found.kind === 'stream' ? found.entries : new Map();
  };
  const dataOf = (object: PdfObject | undefined): Uint8Array => {
    const found = resolve(object);
    if (found.kind !== 'stream') throw new Error('Not a stream');
    const filter = resolve(found.entries.get('Filter'));
    if (filter.kind === 'null') return found.raw;
    if (filter.kind !== 'name' || filter.value !== 'FlateDecode') throw new Error('Another filter');
    return Uint8Array.from(inflateSync(found.raw));
  };

  const offset = Number(start[1]);
  const id = Number(/^\d+/.exec(text.slice(offset, offset + 12))?.[0]);
  const table = parseAt(offset, id);
  const rows = dataOf(table);
  for (let row = 0; row * 7 < rows.length; row += 1) {
    const view = new DataView(rows.buffer, rows.byteOffset + row * 7, 7);
    const value = view.getUint32(1);
    if (view.getUint8(0) === 1) places.set(row, { kind: 'offset', at: value });
    if (view.getUint8(0) === 2) places.set(row, { kind: 'packed', stream: value, index: view.getUint16(5) });
  }
  return {
    trailer: entriesOf(table),
    resolve,
    entriesOf,
    dataOf,
    itemsOf: (object) => {
      const found = resolve(object);
      return found.kind === 'array' ? found.items : [];
    },
    count: places.size,
  };
}

/** A text string: UTF-16BE with a byte order mark, or one byte a character. */
export function textOf(object: PdfObject | undefined): string | undefined {
  if (object?.kind !== 'string') return undefined;
  const { bytes } = object;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  return Buffer.from(bytes).toString('latin1');
}

export const nameOf = (object: PdfObject | undefined): string | undefined =>
  object?.kind === 'name' ? object.value : undefined;

export const numberOf = (object: PdfObject | undefined): number | undefined =>
  object?.kind === 'number' ? object.value : undefined;
