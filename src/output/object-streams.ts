import { deflate } from './deflate.ts';
import { pdfDict } from './pdf-syntax.ts';

/** Objects that are not streams, kept to be packed together (PDF 32000-1, 7.5.7). */
export interface PackedObject {
  readonly id: number;
  readonly source: string;
}

/** Reading one object means inflating its whole stream: many small ones serve long documents better. */
const OBJECTS_A_STREAM = 200;

export interface ObjectStream {
  readonly ids: readonly number[];
  /** Entries of the stream dictionary beside `Length` and `Filter`. */
  readonly entries: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export function packObjects(objects: readonly PackedObject[]): readonly ObjectStream[] {
  const streams: ObjectStream[] = [];
  for (let at = 0; at < objects.length; at += OBJECTS_A_STREAM) {
    const part = objects.slice(at, at + OBJECTS_A_STREAM);
    let index = '';
    let body = '';
    for (const { id, source } of part) {
      index += `${id} ${body.length} `;
      body += `${source}\n`;
    }
    streams.push({
      ids: part.map(({ id }) => id),
      entries: { Type: '/ObjStm', N: `${part.length}`, First: `${index.length}` },
      bytes: Buffer.from(index + body, 'latin1'),
    });
  }
  return streams;
}

/** Where an object is: at an offset of the file, or at an index of an object stream. */
export type ObjectPlace =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number };

/** The cross-reference stream (7.5.8) as an object. `places[0]` is of object 1; the stream itself is the last of them. */
export function crossReferences(places: readonly ObjectPlace[], trailer: Readonly<Record<string, string>>): Uint8Array {
  const rows = Buffer.alloc((places.length + 1) * 7);
  rows.writeUInt16BE(65_535, 5);
  for (const [index, place] of places.entries()) {
    const at = (index + 1) * 7;
    rows[at] = place.kind === 'offset' ? 1 : 2;
    rows.writeUInt32BE(place.kind === 'offset' ? place.offset : place.stream, at + 1);
    rows.writeUInt16BE(place.kind === 'offset' ? 0 : place.index, at + 5);
  }
  const bytes = deflate(rows);
  const dictionary = pdfDict({
    Type: '/XRef',
    Size: `${places.length + 1}`,
    W: '[1 4 2]',
    ...trailer,
    Filter: '/FlateDecode',
    Length: `${bytes.length}`,
  });
  return Buffer.concat([
    Buffer.from(`${places.length} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]);
}
