import { createHash } from 'node:crypto';
import type { Size } from '../base/geometry.ts';
import { deflate } from './deflate.ts';
import { crossReferences, type ObjectPlace, type PackedObject, packObjects } from './object-streams.ts';
import { pdfArray, pdfNumber } from './pdf-syntax.ts';

/**
 * The one file that knows pdfkit (0.20.2). It is used for what it does well: object numbers, pages and the page tree,
 * the catalogue, the information dictionary. Fonts, content, structure and metadata
 * are written by this room through plain references, and what is not a stream is packed into object streams.
 *
 * Private parts that are used, each covered by a test of this room: `_write` and `push` (replaced, so that nothing goes
 * through a readable stream), `endMetadata` (replaced: pdfkit does not escape XML), `_finalize` (replaced: it knows no
 * object streams), `_root`, `_offset`, `_offsets`, `_refEnd`, `_id`, `_info`, `PDFPage.dictionary`, `resources`, `content`.
 */

/** An indirect reference. As text: `12 0 R`. */
export interface PdfRef {
  readonly id: number;
  toString(): string;
}

interface PdfPageEntries {
  readonly size: Size;
  /** Operators in PDF coordinates: origin bottom left, y upwards. */
  readonly content: string;
  /** Entries of the resource dictionary, and further ones of the page: name → PDF syntax. */
  readonly resources: Readonly<Record<string, string>>;
  readonly entries: Readonly<Record<string, string>>;
}

export interface PdfFile {
  /** Takes an object number. */
  reserve(): PdfRef;
  /** Writes the object that was reserved. */
  write(ref: PdfRef, source: string): void;
  add(source: string): PdfRef;
  /** `filtered`: the bytes are encoded already and `entries` say how; otherwise they are deflated. */
  addStream(entries: Readonly<Record<string, string>>, bytes: Uint8Array, filtered?: 'filtered'): PdfRef;
  /** Numbers the page object; the page itself is written by `writePages`. */
  addPage(page: PdfPageEntries): PdfRef;
  setCatalog(entries: Readonly<Record<string, string>>): void;
  /** Ends the file. `info`: entry → text. */
  finish(info: Readonly<Record<string, string>>, xmp: string): Uint8Array;
}

/** PDF syntax that pdfkit prints as it stands: it prints what is not a plain object through `toString`. */
class Raw {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  get [Symbol.toStringTag](): string {
    return 'Raw';
  }
  toString(): string {
    return this.source;
  }
  /** pdfkit ends some entries of the catalogue, which with it are references; these are written already. */
  end(): void {}
}

interface KitReference extends PdfRef {
  data: unknown;
  compress: boolean;
  buffer: Uint8Array[];
  write(chunk: Uint8Array | string): void;
  end(): void;
}

interface KitDictionary extends PdfRef {
  readonly data: Record<string, unknown>;
}

interface KitPage {
  readonly dictionary: KitDictionary;
  readonly resources: KitDictionary;
  readonly content: KitReference & KitDictionary;
}

interface Kit {
  _write: (data: Uint8Array | string) => void;
  push: (chunk: unknown) => boolean;
  _offset: number;
  /** Of object 1, 2 …; `null` until it is written. */
  readonly _offsets: readonly (number | null)[];
  readonly _info: PdfRef;
  _id: Uint8Array;
  readonly _root: KitDictionary;
  readonly page: KitPage;
  info: Record<string, unknown>;
  endMetadata: () => void;
  _finalize: () => void;
  _refEnd(ref: KitReference): void;
  ref(data?: unknown): KitReference;
  addPage(options: { size: [number, number]; margin: number }): unknown;
  end(): void;
}

type KitConstructor = new (options: object) => unknown;

let kitConstructor: Promise<KitConstructor> | undefined;

/** Loading pdfkit takes a third of a second: it is done when the first file is made. */
async function loadKit(): Promise<KitConstructor> {
  kitConstructor ??= import('pdfkit').then((module): KitConstructor => module.default);
  return await kitConstructor;
}

/** The release of pdfkit is pinned; another one that misses a private part stops here and not in the middle of a file. */
function isKit(value: unknown): value is Kit {
  if (typeof value !== 'object' || value === null) return false;
  return [
    '_write',
    '_offset',
    '_offsets',
    '_id',
    '_root',
    '_refEnd',
    '_finalize',
    'endMetadata',
    'ref',
    'addPage',
    'end',
  ].every((part) => part in value);
}

export async function createPdfFile(): Promise<PdfFile> {
  const Constructor = await loadKit();
  const kit: unknown = new Constructor({
    pdfVersion: '1.7',
    autoFirstPage: false,
    font: null,
    info: { CreationDate: new Date(0) },
  });
  if (!isKit(kit)) throw new Error('pdfkit lacks a part that this program is made for');
  return openFile(kit);
}

function openFile(kit: Kit): PdfFile {
  const chunks: Uint8Array[] = [];
  const digest = createHash('sha256');
  const references = new Map<PdfRef, KitReference>();
  const packed: PackedObject[] = [];
  const places = new Map<number, ObjectPlace>();
  kit.push = () => true;
  // pdfkit hands over many short lines: they are gathered until bytes come.
  let lines = '';
  const add = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    digest.update(bytes);
  };
  const flush = (): void => {
    if (lines !== '') add(Buffer.from(lines, 'latin1'));
    lines = '';
  };
  kit._write = (data) => {
    if (typeof data === 'string') {
      lines += `${data}\n`;
      kit._offset += data.length + 1;
      return;
    }
    flush();
    add(data);
    kit._offset += data.length;
  };
  // pdfkit wrote its header to the stream before: write it again here. The four bytes after it mark a binary file.
  kit._offset = 0;
  kit._write('%PDF-1.7');
  kit._write('%\xe2\xe3\xcf\xd3');

  const reserve = (): PdfRef => {
    const ref = kit.ref();
    references.set(ref, ref);
    return ref;
  };
  const write = (ref: PdfRef, source: string): void => {
    const reference = references.get(ref);
    if (reference === undefined) throw new Error(`Object ${ref.id} is written twice or was never reserved`);
    references.delete(ref);
    packed.push({ id: ref.id, source });
    // For pdfkit the object is written; the cross-reference stream says where.
    kit._refEnd(reference);
  };
  const addStream: PdfFile['addStream'] = (entries, bytes, filtered) => {
    const data: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(entries)) data[key] = new Raw(value);
    if (filtered === undefined) data.Filter = new Raw('/FlateDecode');
    const ref = kit.ref(data);
    // The bytes are as they should be. pdfkit counts `Length` itself.
    ref.compress = false;
    ref.write(filtered === undefined ? deflate(bytes) : bytes);
    ref.end();
    return ref;
  };
  return {
    reserve,
    write,
    add(source) {
      const ref = reserve();
      write(ref, source);
      return ref;
    },
    addStream,
    addPage({ size, content, resources, entries }) {
      kit.addPage({ size: [size.width, size.height], margin: 0 });
      const { page } = kit;
      // pdfkit has turned the page over; turned back, the stream speaks PDF coordinates and readers see plain text.
      const flip = `1 0 0 -1 0 ${pdfNumber(size.height, 6)} cm\n`;
      page.content.buffer = [];
      page.content.compress = false;
      page.content.data.Filter = new Raw('/FlateDecode');
      page.content.write(deflate(Buffer.from(`${flip}${flip}${content}`, 'latin1')));
      for (const key of Object.keys(page.resources.data)) delete page.resources.data[key];
      for (const [key, value] of Object.entries(resources)) page.resources.data[key] = new Raw(value);
      delete page.dictionary.data.UserUnit;
      for (const [key, value] of Object.entries(entries)) page.dictionary.data[key] = new Raw(value);
      return page.dictionary;
    },
    setCatalog(entries) {
      for (const [key, value] of Object.entries(entries)) kit._root.data[key] = new Raw(value);
    },
    finish(info, xmp) {
      kit.info = { ...info };
      kit.endMetadata = () => {
        // PDF/A-2, 6.6.2.1: the metadata stream has no filter.
        const packet = addStream({ Type: '/Metadata', Subtype: '/XML' }, Buffer.from(xmp, 'utf8'), 'filtered');
        kit._root.data.Metadata = packet;
        // 14.4: what identifies the file is what it holds.
        flush();
        kit._id = digest.copy().digest().subarray(0, 16);
      };
      for (const stream of packObjects(packed)) {
        const { id } = addStream(stream.entries, stream.bytes);
        for (const [index, packedId] of stream.ids.entries()) {
          places.set(packedId, { kind: 'packed', stream: id, index });
        }
      }
      kit._finalize = () => {
        const own: ObjectPlace = { kind: 'offset', offset: kit._offset };
        const all = kit._offsets.map((offset, index): ObjectPlace => {
          const place = places.get(index + 1);
          if (place !== undefined) return place;
          if (offset === null) throw new Error(`Object ${index + 1} was never written`);
          return { kind: 'offset', offset };
        });
        const id = `<${Buffer.from(kit._id).toString('hex').toUpperCase()}>`;
        const trailer = { Root: kit._root.toString(), Info: kit._info.toString(), ID: `[${id}${id}]` };
        kit._write(crossReferences([...all, own], trailer));
        kit._write(`startxref\n${own.offset}\n%%EOF`);
      };
      kit.end();
      flush();
      return Buffer.concat(chunks);
    },
  };
}

export const pdfRefs = (refs: readonly PdfRef[]): string => pdfArray(refs.map((ref) => ref.toString()));
