import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Size } from '../base/geometry.ts';
import { pdfArray, pdfNumber } from './pdf-syntax.ts';

/**
 * The one file that knows pdfkit (0.20.2). It is used for what it does well: object numbers, pages and the page tree,
 * the catalogue, the information dictionary, cross-reference table and trailer. Fonts, content, structure and metadata
 * are written by this room through plain references.
 *
 * Private parts that are used, each covered by a test of this room: `_write` and `push` (replaced, so that nothing goes
 * through a readable stream), `_root`, `_offset`, `_id`, `endMetadata` (replaced: pdfkit does not escape XML),
 * `PDFPage.dictionary`, `resources`, `content`.
 */

/** An indirect reference. As text: `12 0 R`. */
export interface PdfRef {
  readonly id: number;
  toString(): string;
}

export interface PdfPageEntries {
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
  write(chunk: Uint8Array | string): void;
  end(): void;
}

interface KitDictionary extends PdfRef {
  readonly data: Record<string, unknown>;
}

interface KitPage {
  readonly dictionary: KitDictionary;
  readonly resources: KitDictionary;
  readonly content: KitReference;
}

interface Kit {
  _write: (data: Uint8Array | string) => void;
  push: (chunk: unknown) => boolean;
  _offset: number;
  _id: Uint8Array;
  readonly _root: KitDictionary;
  readonly page: KitPage;
  info: Record<string, unknown>;
  endMetadata: () => void;
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
  return ['_write', '_offset', '_id', '_root', 'info', 'endMetadata', 'ref', 'addPage', 'end'].every(
    (part) => part in value,
  );
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
  kit.push = () => true;
  kit._write = (data) => {
    const bytes = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    chunks.push(bytes);
    digest.update(bytes);
    kit._offset += bytes.length;
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
    reference.data = new Raw(source);
    reference.end();
  };
  const addStream: PdfFile['addStream'] = (entries, bytes, filtered) => {
    const data: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(entries)) data[key] = new Raw(value);
    if (filtered === undefined) data.Filter = new Raw('/FlateDecode');
    const ref = kit.ref(data);
    // The bytes are as they should be. pdfkit counts `Length` itself.
    ref.compress = false;
    ref.write(filtered === undefined ? deflateSync(bytes) : bytes);
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
      page.content.write(`1 0 0 -1 0 ${pdfNumber(size.height, 6)} cm`);
      page.content.write(content);
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
        kit._id = digest.copy().digest().subarray(0, 16);
      };
      kit.end();
      return Buffer.concat(chunks);
    },
  };
}

export const pdfRefs = (refs: readonly PdfRef[]): string => pdfArray(refs.map((ref) => ref.toString()));
