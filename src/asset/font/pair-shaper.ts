import type { ShapedGlyphs } from '../types.ts';
import { findTriggers, type LayoutTables, type Triggers } from './plain-lookups.ts';

/** Latin text whose characters have a glyph each: no marks, joiners or ignorable characters. UTF-16 units are characters. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;

export function isPlainText(text: string): boolean {
  return PLAIN.test(text);
}

export interface PairShaper {
  /** The glyphs of a plain text, or `undefined` when the whole text has to be shaped. */
  shape(text: string): ShapedGlyphs | undefined;
}

interface Glyph {
  readonly id: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** What a glyph gains beside its neighbour. */
interface Pair {
  readonly left: Omit<Glyph, 'id'>;
  readonly right: Omit<Glyph, 'id'>;
}

/** Where there is no substitution, positioning is the sum of what each pair gains: far less work than a whole word. */
export function createPairShaper(
  tables: LayoutTables,
  features: Readonly<Record<string, boolean>>,
  shapeWhole: (text: string) => ShapedGlyphs,
): PairShaper {
  // `null`: not one glyph that pairs suffice for.
  const singles = new Map<number, Glyph | null>();
  const pairs = new Map<number, Pair | null>();
  let found: { readonly triggers: Triggers | undefined } | undefined;
  const triggers = (): Triggers | undefined => {
    found ??= { triggers: findTriggers(tables, features) };
    return found.triggers;
  };
  const single = (unit: number): Glyph | null => {
    const known = singles.get(unit);
    if (known !== undefined) return known;
    const applying = triggers();
    const made = applying === undefined ? null : singleGlyph(shapeWhole(String.fromCharCode(unit)), applying);
    singles.set(unit, made);
    return made;
  };
  const pair = (left: number, right: number): Pair | null => {
    const key = left * 0x10000 + right;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const made = shapePair(left, right);
    pairs.set(key, made);
    return made;
  };
  const shapePair = (left: number, right: number): Pair | null => {
    const first = single(left);
    const second = single(right);
    if (first === null || second === null || triggers()?.atPair(first.id, second.id) !== false) return null;
    return pairOf(shapeWhole(String.fromCharCode(left, right)), first, second);
  };
  return {
    shape(text) {
      const count = text.length;
      const glyphs: Glyph[] = [];
      for (let i = 0; i < count; i += 1) {
        const glyph = single(text.charCodeAt(i));
        if (glyph === null) return undefined;
        glyphs.push(glyph);
      }
      const shaped = emptyGlyphs(count);
      for (let i = 0; i < count; i += 1) {
        const glyph = glyphs[i]!;
        shaped.glyphIds[i] = glyph.id;
        shaped.clusters[i] = i;
        add(shaped, i, glyph);
        if (i + 1 === count) break;
        const gained = pair(text.charCodeAt(i), text.charCodeAt(i + 1));
        if (gained === null) return undefined;
        add(shaped, i, gained.left);
        add(shaped, i + 1, gained.right);
      }
      return shaped;
    },
  };
}

function emptyGlyphs(count: number): ShapedGlyphs {
  return {
    glyphIds: new Uint16Array(count),
    advances: new Float64Array(count),
    xOffsets: new Float64Array(count),
    yOffsets: new Float64Array(count),
    clusters: new Uint32Array(count),
  };
}

function add(shaped: ShapedGlyphs, index: number, amount: Omit<Glyph, 'id'>): void {
  shaped.advances[index] = shaped.advances[index]! + amount.advance;
  shaped.xOffsets[index] = shaped.xOffsets[index]! + amount.xOffset;
  shaped.yOffsets[index] = shaped.yOffsets[index]! + amount.yOffset;
}

function glyphAt(shaped: ShapedGlyphs, index: number): Glyph {
  return {
    id: shaped.glyphIds[index]!,
    advance: shaped.advances[index]!,
    xOffset: shaped.xOffsets[index]!,
    yOffset: shaped.yOffsets[index]!,
  };
}

function singleGlyph(shaped: ShapedGlyphs, triggers: Triggers): Glyph | null {
  if (shaped.glyphIds.length !== 1) return null;
  const glyph = glyphAt(shaped, 0);
  return triggers.atGlyph(glyph.id) ? null : glyph;
}

function pairOf(shaped: ShapedGlyphs, left: Glyph, right: Glyph): Pair | null {
  if (shaped.glyphIds.length !== 2) return null;
  const first = glyphAt(shaped, 0);
  const second = glyphAt(shaped, 1);
  if (first.id !== left.id || second.id !== right.id) return null;
  return { left: difference(first, left), right: difference(second, right) };
}

function difference(a: Glyph, b: Glyph): Omit<Glyph, 'id'> {
  return { advance: a.advance - b.advance, xOffset: a.xOffset - b.xOffset, yOffset: a.yOffset - b.yOffset };
}
