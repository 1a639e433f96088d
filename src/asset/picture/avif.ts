import { createByteReader } from './byte-reader.ts';
import type { StoredSize } from './stored-size.ts';

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly start: number;
  readonly end: number;
}

const MAX_BOXES = 4096;

/**
 * ISO/IEC 23008-12: the properties of the primary item. `ispe` is the size, `irot` and `imir` turn it. The largest
 * picture counts: an auxiliary alpha plane is as large as its picture, a thumbnail smaller.
 */
export function readAvif(bytes: Uint8Array): StoredSize | undefined {
  const top = boxesOf(bytes, 0, bytes.length);
  const meta = top?.find((box) => box.type === 'meta');
  if (meta === undefined) return undefined;
  // `meta` is a full box: version and flags come first.
  const properties = find(bytes, find(bytes, { ...meta, start: meta.start + 4 }, 'iprp'), 'ipco');
  if (properties === undefined) return undefined;
  const reader = createByteReader(bytes);
  let size: { widthPx: number; heightPx: number } | undefined;
  let turned = false;
  for (const box of boxesOf(bytes, properties.start, properties.end) ?? []) {
    if (box.type === 'irot') turned = ((reader.u8(box.start) ?? 0) & 1) === 1;
    if (box.type !== 'ispe') continue;
    const widthPx = reader.u32(box.start + 4);
    const heightPx = reader.u32(box.start + 8);
    if (widthPx === undefined || heightPx === undefined) return undefined;
    if (size === undefined || widthPx * heightPx > size.widthPx * size.heightPx) size = { widthPx, heightPx };
  }
  return size === undefined ? undefined : { ...size, turned };
}

function find(bytes: Uint8Array, parent: Box | undefined, type: string): Box | undefined {
  if (parent === undefined) return undefined;
  return boxesOf(bytes, parent.start, parent.end)?.find((box) => box.type === type);
}

/** The boxes between two offsets, or `undefined` when one reaches past the end. ISO/IEC 14496-12, 4.2. */
function boxesOf(bytes: Uint8Array, from: number, to: number): readonly Box[] | undefined {
  const reader = createByteReader(bytes);
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < MAX_BOXES) {
    const short = reader.u32(at) ?? 0;
    const isLong = short === 1;
    const size =
      short === 0 ? to - at : isLong ? (reader.u32(at + 8) ?? 0) * 2 ** 32 + (reader.u32(at + 12) ?? 0) : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > to) return undefined;
    boxes.push({ type: reader.tag(at + 4), start: at + head, end: at + size });
    at += size;
  }
  return boxes;
}
