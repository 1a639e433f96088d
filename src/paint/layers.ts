import type { Rect } from '../base/geometry.ts';
import { type GlyphReach, intersects, itemBounds, unionOf } from './item-bounds.ts';
import type { DisplayItem } from './types.ts';

/**
 * What is painted in one stacking context: backgrounds and borders of blocks first, then what stands on them, then
 * positioned boxes by `z-index`; those below 0 come before everything but the box of the context itself. CSS 2.2,
 * appendix E. Floats stand among the content, in source order.
 */
export interface Layer {
  readonly boxes: DisplayItem[];
  readonly content: DisplayItem[];
  readonly entries: StackEntry[];
  /** So many of `boxes` are those of the context itself. */
  own: number;
}

/** A positioned box, or one with a stacking context of its own. */
export interface StackEntry {
  readonly z: number;
  /** Of its element: ties are in source order. */
  readonly id: number;
  readonly items: readonly DisplayItem[];
  /** Where it stands among the content of its layer; `undefined` when it came out of another layer. */
  readonly at: number | undefined;
}

export const createLayer = (): Layer => ({ boxes: [], content: [], entries: [], own: 0 });

/** The items of a stacking context, from below. */
export function contextItems(layer: Layer): readonly DisplayItem[] {
  if (layer.entries.length === 0) return [...layer.boxes, ...layer.content];
  const { content, rest } = settle(layer);
  const sorted = rest.toSorted((a, b) => a.z - b.z || a.id - b.id);
  const itemsOf = (wanted: (z: number) => boolean): readonly DisplayItem[] =>
    sorted.filter(({ z }) => wanted(z)).flatMap(({ items }) => items);
  return [
    ...layer.boxes.slice(0, layer.own),
    ...itemsOf((z) => z < 0),
    ...layer.boxes.slice(layer.own),
    ...content,
    ...itemsOf((z) => z >= 0),
  ];
}

/** The items of a layer that is no stacking context, and the entries that belong to the context around it. */
export function layerParts(layer: Layer): { readonly items: readonly DisplayItem[]; readonly entries: StackEntry[] } {
  if (layer.entries.length === 0) return { items: [...layer.boxes, ...layer.content], entries: [] };
  const { content, rest } = settle(layer);
  return { items: [...layer.boxes, ...content], entries: rest.map((entry) => ({ ...entry, at: undefined })) };
}

/** Letters as they mostly are: lines that are set tight do not count as overlapping. */
const LETTERS: GlyphReach = { above: 0.75, below: 0.25, beside: 0 };

/**
 * An entry at level 0 is painted above all content. Where nothing that would be painted before it overlaps it, it may as
 * well be painted at its place in the source: so text that is read in the order of the file is read in order.
 */
function settle({ content, entries }: Layer): {
  readonly content: DisplayItem[];
  readonly rest: readonly StackEntry[];
} {
  const bounds = content.map((item) => itemBounds(item, LETTERS));
  const inPlace = new Map<number, StackEntry[]>();
  const rest: StackEntry[] = [];
  const kept: Rect[] = [];
  for (const entry of entries.toSorted((a, b) => a.id - b.id)) {
    const box = unionOf(entry.items.flatMap((item) => itemBounds(item, LETTERS) ?? []));
    const { at } = entry;
    const isFree =
      at !== undefined &&
      entry.z === 0 &&
      box !== undefined &&
      !bounds.some((other, index) => index >= at && other !== undefined && intersects(box, other)) &&
      !kept.some((other) => intersects(box, other));
    if (!isFree) {
      rest.push(entry);
      if (entry.z === 0 && box !== undefined) kept.push(box);
      continue;
    }
    const there = inPlace.get(at);
    if (there === undefined) inPlace.set(at, [entry]);
    else there.push(entry);
  }
  if (inPlace.size === 0) return { content, rest };
  const merged: DisplayItem[] = [];
  for (let index = 0; index <= content.length; index += 1) {
    for (const entry of inPlace.get(index) ?? []) merged.push(...entry.items);
    const item = content[index];
    if (item !== undefined) merged.push(item);
  }
  return { content: merged, rest };
}
