/**
 * A subset of a TrueType font for a PDF: the six tables that PDF 32000-1, 9.9, asks for in a font that is reached by
 * glyph number, without instructions. Written from OpenType 1.9; the general library reads every glyph into objects,
 * which takes most of the time of a small document.
 */

/** The tables of an opened file, found once for all subsets. */
export interface TrueTypeFile {
  readonly bytes: Uint8Array;
  readonly tables: ReadonlyMap<string, { readonly offset: number; readonly length: number }>;
  readonly glyphCount: number;
  readonly metricCount: number;
  readonly hasLongOffsets: boolean;
}

const TABLE_NAMES = ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;
const HEADER_LENGTH = 12;
const RECORD_LENGTH = 16;

/** Composite glyph flags (OpenType, `glyf`). */
const ARGUMENTS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

/** `undefined` when the file is none of TrueType outlines, or its tables do not fit together. */
export function openTrueType(file: Uint8Array): TrueTypeFile | undefined {
  // A plain array: `slice` of a Buffer would give a window onto the font itself.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = viewOf(bytes);
  if (bytes.length < HEADER_LENGTH) return undefined;
  const tables = new Map<string, { offset: number; length: number }>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = HEADER_LENGTH + i * RECORD_LENGTH;
    if (at + RECORD_LENGTH > bytes.length) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    const table = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (table.offset + table.length > bytes.length) return undefined;
    tables.set(name, table);
  }
  const lengthOf = (name: string): number => tables.get(name)?.length ?? 0;
  if (TABLE_NAMES.some((name) => !tables.has(name))) return undefined;
  if (lengthOf('head') < 54 || lengthOf('hhea') < 36 || lengthOf('maxp') < 32) return undefined;
  const start = (name: string): number => tables.get(name)?.offset ?? 0;
  const hasLongOffsets = view.getInt16(start('head') + 50) === 1;
  const glyphCount = view.getUint16(start('maxp') + 4);
  const metricCount = view.getUint16(start('hhea') + 34);
  if (lengthOf('loca') < (glyphCount + 1) * (hasLongOffsets ? 4 : 2)) return undefined;
  if (metricCount === 0 || lengthOf('hmtx') < metricCount * 4 + Math.max(0, glyphCount - metricCount) * 2)
    return undefined;
  return { bytes, tables, glyphCount, metricCount, hasLongOffsets };
}

/** A font file with these glyphs in this order; the parts of composite glyphs follow. Throws on a broken glyph. */
export function subsetTrueType(file: TrueTypeFile, glyphIds: readonly number[]): Uint8Array {
  const order = [...glyphIds];
  const newIds = new Map(order.map((glyphId, index) => [glyphId, index]));
  const glyphs: Uint8Array[] = [];
  // Grows while composite glyphs name their parts: each glyph of the font comes in once at most.
  for (let i = 0; i < order.length; i += 1) {
    glyphs.push(
      withoutInstructions(glyphData(file, order[i] ?? 0), (glyphId) => {
        const known = newIds.get(glyphId);
        if (known !== undefined) return known;
        newIds.set(glyphId, order.length);
        order.push(glyphId);
        return order.length - 1;
      }),
    );
  }
  return writeFile(
    new Map([
      ['glyf', joined(glyphs)],
      ['head', headTable(file)],
      ['hhea', hheaTable(file, order.length)],
      ['hmtx', hmtxTable(file, order)],
      ['loca', locaTable(glyphs)],
      ['maxp', maxpTable(file, order.length)],
    ]),
  );
}

function glyphData(file: TrueTypeFile, glyphId: number): Uint8Array {
  if (glyphId >= file.glyphCount) throw new Error(`The font has no glyph ${glyphId}.`);
  const view = viewOf(file.bytes);
  const loca = file.tables.get('loca')?.offset ?? 0;
  const glyf = file.tables.get('glyf') ?? { offset: 0, length: 0 };
  const offsetOf = (id: number): number =>
    file.hasLongOffsets ? view.getUint32(loca + id * 4) : view.getUint16(loca + id * 2) * 2;
  const start = offsetOf(glyphId);
  const end = offsetOf(glyphId + 1);
  if (end < start || end > glyf.length) throw new Error(`Glyph ${glyphId} lies outside its table.`);
  return file.bytes.subarray(glyf.offset + start, glyf.offset + end);
}

/** A copy with the parts of a composite renumbered. */
function withoutInstructions(glyph: Uint8Array, renumber: (glyphId: number) => number): Uint8Array {
  if (glyph.length === 0) return glyph;
  const view = viewOf(glyph);
  const contours = view.getInt16(0);
  if (contours < 0) return compositeWithoutInstructions(glyph, renumber);
  const lengthAt = 10 + contours * 2;
  const instructions = view.getUint16(lengthAt);
  const rest = glyph.subarray(lengthAt + 2 + instructions);
  const copy = new Uint8Array(lengthAt + 2 + rest.length);
  copy.set(glyph.subarray(0, lengthAt));
  copy.set(rest, lengthAt + 2);
  return copy;
}

function compositeWithoutInstructions(glyph: Uint8Array, renumber: (glyphId: number) => number): Uint8Array {
  const copy = glyph.slice();
  const view = viewOf(copy);
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~HAS_INSTRUCTIONS);
    view.setUint16(at + 2, renumber(view.getUint16(at + 2)));
    at += 4 + ((flags & ARGUMENTS_ARE_WORDS) === 0 ? 2 : 4);
    if ((flags & HAS_SCALE) !== 0) at += 2;
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4;
    else if ((flags & HAS_MATRIX) !== 0) at += 8;
    if ((flags & MORE_COMPONENTS) === 0) return copy.subarray(0, at);
  }
}

function tableCopy(file: TrueTypeFile, name: string, length: number): Uint8Array {
  const offset = file.tables.get(name)?.offset ?? 0;
  return file.bytes.slice(offset, offset + length);
}

function headTable(file: TrueTypeFile): Uint8Array {
  const head = tableCopy(file, 'head', 54);
  const view = viewOf(head);
  view.setUint32(8, 0); // checkSumAdjustment, set when the file is whole
  view.setInt16(50, 1); // indexToLocFormat: 32-bit offsets
  return head;
}

function hheaTable(file: TrueTypeFile, glyphCount: number): Uint8Array {
  const hhea = tableCopy(file, 'hhea', 36);
  viewOf(hhea).setUint16(34, glyphCount);
  return hhea;
}

function hmtxTable(file: TrueTypeFile, order: readonly number[]): Uint8Array {
  const source = viewOf(file.bytes);
  const start = file.tables.get('hmtx')?.offset ?? 0;
  const { metricCount } = file;
  const hmtx = new Uint8Array(order.length * 4);
  const view = viewOf(hmtx);
  order.forEach((glyphId, index) => {
    const metric = Math.min(glyphId, metricCount - 1);
    const bearing = glyphId < metricCount ? glyphId * 4 + 2 : metricCount * 4 + (glyphId - metricCount) * 2;
    view.setUint16(index * 4, source.getUint16(start + metric * 4));
    view.setInt16(index * 4 + 2, source.getInt16(start + bearing));
  });
  return hmtx;
}

function maxpTable(file: TrueTypeFile, glyphCount: number): Uint8Array {
  const maxp = tableCopy(file, 'maxp', 32);
  const view = viewOf(maxp);
  view.setUint16(4, glyphCount);
  // maxZones, and what only instructions need: twilight points, storage, function and instruction definitions, stack.
  view.setUint16(14, 1);
  for (const at of [16, 18, 20, 22, 24, 26]) view.setUint16(at, 0);
  return maxp;
}

function locaTable(glyphs: readonly Uint8Array[]): Uint8Array {
  const loca = new Uint8Array((glyphs.length + 1) * 4);
  const view = viewOf(loca);
  let offset = 0;
  glyphs.forEach((glyph, index) => {
    view.setUint32(index * 4, offset);
    offset += padded(glyph.length);
  });
  view.setUint32(glyphs.length * 4, offset);
  return loca;
}

function joined(glyphs: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(glyphs.reduce((sum, glyph) => sum + padded(glyph.length), 0));
  let offset = 0;
  for (const glyph of glyphs) {
    all.set(glyph, offset);
    offset += padded(glyph.length);
  }
  return all;
}

/** OpenType, section "Organization of an OpenType Font": the directory, then tables on multiples of four. */
function writeFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const directoryLength = HEADER_LENGTH + tables.size * RECORD_LENGTH;
  const total = [...tables.values()].reduce((sum, table) => sum + padded(table.length), directoryLength);
  const bytes = new Uint8Array(total);
  const view = viewOf(bytes);
  const exponent = Math.floor(Math.log2(tables.size));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.size);
  view.setUint16(6, 2 ** exponent * 16);
  view.setUint16(8, exponent);
  view.setUint16(10, tables.size * 16 - 2 ** exponent * 16);
  let record = HEADER_LENGTH;
  let offset = directoryLength;
  let headAt = 0;
  for (const [name, table] of tables) {
    bytes.set(table, offset);
    for (let i = 0; i < 4; i += 1) bytes[record + i] = name.charCodeAt(i);
    view.setUint32(record + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    if (name === 'head') headAt = offset;
    record += RECORD_LENGTH;
    offset += padded(table.length);
  }
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, total)) >>> 0);
  return bytes;
}

/** The sum of the 32-bit words, as far as 32 bits hold it. */
function checksum(view: DataView, offset: number, length: number): number {
  let sum = 0;
  for (let at = offset; at < offset + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const padded = (length: number): number => (length + 3) & ~3;
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
