import { Buffer } from 'node:buffer';
import type { Font, Glyph } from 'fontkit';
import type { FontFace, FontId, ShapedGlyphs } from '../types.ts';
import { isDefaultIgnorable } from './default-ignorable.ts';
import { createGlyphInk, type GlyphInk } from './glyph-ink.ts';
import { createPairShaper, isPlainText, type PairShaper } from './pair-shaper.ts';
import type { LayoutTables } from './plain-lookups.ts';
import { openTrueType, subsetTrueType, type TrueTypeFile } from './truetype-subset.ts';

/** The font library: loaded once, by the first catalogue that is made. */
export type FontLibrary = Pick<typeof import('fontkit'), 'create'>;

export async function loadFontLibrary(): Promise<FontLibrary> {
  return import('fontkit');
}

/** What is known of a face before its file is opened. */
export interface FaceSource {
  readonly id: FontId;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly bytes: Uint8Array;
}

/** What a font file says of itself. */
export interface FontNames {
  readonly postscriptName: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** OS/2 fsType: the licence forbids embedding. */
  readonly embeddingForbidden: boolean;
}

/** Throws when the file is no single font that the library can open. */
function openFont(library: FontLibrary, bytes: Uint8Array): Font {
  const font = library.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!('glyphForCodePoint' in font)) throw new Error('A font collection holds several fonts.');
  return font;
}

/** Throws for a file that is no usable font. */
export function readFontNames(library: FontLibrary, bytes: Uint8Array): FontNames {
  const font = openFont(library, bytes);
  const os2 = font['OS/2'] as Font['OS/2'] | undefined;
  const family = font.getName('preferredFamily', 'en') ?? font.familyName;
  if (typeof family !== 'string' || family === '') throw new Error('The font has no family name.');
  const italic = os2?.fsSelection.italic === true || os2?.fsSelection.oblique === true || font.italicAngle !== 0;
  return {
    postscriptName: font.postscriptName ?? `${family}-${os2?.usWeightClass ?? 400}${italic ? '-Italic' : ''}`,
    family,
    weight: Math.min(1000, Math.max(1, os2?.usWeightClass ?? 400)),
    style: italic ? 'italic' : 'normal',
    embeddingForbidden: os2?.fsType.noEmbedding === true,
  };
}

/**
 * Opens a font and uses it as the program will: names, metrics, shaping of Latin text, an outline, a subset. Run on an
 * unknown font in a process of its own. Throws when any of that fails.
 */
export function exerciseFont(library: FontLibrary, bytes: Uint8Array): void {
  const names = readFontNames(library, bytes);
  const face = createFace(library, { ...names, id: names.postscriptName, bytes });
  if (![face.ascent, face.descent, face.lineGap, ...face.bbox].every(Number.isFinite)) throw new Error('No metrics.');
  const text = 'Sphinx of black quartz, judge my vow! AVATAR Tofi office 0123456789 ½ 1⁄2 àéîõü ﬁ e\u0301';
  const used = new Set<number>([0]);
  for (const word of text.split(' ')) {
    const shaped = face.shape(word, {}, 'ltr');
    if (!shaped.advances.every(Number.isFinite)) throw new Error('An advance is not a number.');
    for (const glyphId of shaped.glyphIds) used.add(glyphId);
  }
  if (face.subset([...used]).bytes.length === 0) throw new Error('The subset is empty.');
}

/** The file is parsed when the first glyph or metric is asked for. */
export function createFace(library: FontLibrary, source: FaceSource): FontFace {
  let opened: OpenFace | undefined;
  let trueType: TrueTypeFile | 'none' | undefined;
  let ink: GlyphInk | undefined;
  const open = (): OpenFace => {
    opened ??= openFace(openFont(library, source.bytes));
    return opened;
  };
  return {
    id: source.id,
    family: source.family,
    weight: source.weight,
    style: source.style,
    get ascent() {
      return open().metrics.ascent;
    },
    get descent() {
      return open().metrics.descent;
    },
    get lineGap() {
      return open().metrics.lineGap;
    },
    get capHeight() {
      return open().metrics.capHeight;
    },
    get xHeight() {
      return open().metrics.xHeight;
    },
    get underlinePosition() {
      return open().metrics.underlinePosition;
    },
    get underlineThickness() {
      return open().metrics.underlineThickness;
    },
    get italicAngle() {
      return open().metrics.italicAngle;
    },
    get isSerif() {
      return open().metrics.isSerif;
    },
    get isMonospaced() {
      return open().metrics.isMonospaced;
    },
    get bbox() {
      return open().metrics.bbox;
    },
    hasGlyph: (codePoint) => glyphOf(open(), codePoint) !== 0,
    glyphOf: (codePoint) => glyphOf(open(), codePoint),
    advanceOf: (glyphId) => open().font.getGlyph(glyphId).advanceWidth / open().font.unitsPerEm,
    inkBetween: (glyphId, bottom, top) => {
      ink ??= createGlyphInk(open().font);
      return ink.between(glyphId, bottom, top);
    },
    inkHeights: (glyphId) => {
      ink ??= createGlyphInk(open().font);
      return ink.heights(glyphId);
    },
    shape: (text, features, direction) => shape(open(), text, features, direction),
    subset: (glyphIds) => {
      trueType ??= openTrueType(source.bytes) ?? 'none';
      return trueType === 'none'
        ? subset(open().font, glyphIds)
        : { kind: 'truetype', bytes: subsetTrueType(trueType, glyphIds) };
    },
  };
}

interface OpenFace {
  readonly font: Font;
  /** The same font with glyph objects that keep their own code points. */
  readonly shaper: Font;
  readonly metrics: FaceMetrics;
  /** Code point → glyph. At most as many entries as texts have different characters. */
  readonly glyphs: Map<number, number>;
  readonly pairShapers: Map<string, PairShaper>;
}

type FaceMetrics = Pick<
  FontFace,
  | 'ascent'
  | 'descent'
  | 'lineGap'
  | 'capHeight'
  | 'xHeight'
  | 'underlinePosition'
  | 'underlineThickness'
  | 'italicAngle'
  | 'isSerif'
  | 'isMonospaced'
  | 'bbox'
>;

function openFace(font: Font): OpenFace {
  return { font, shaper: keepCodePoints(font), metrics: readMetrics(font), glyphs: new Map(), pairShapers: new Map() };
}

/**
 * fontkit keeps one object for each glyph, with the code points of the text that asked for it *first*: after U+FB01, the
 * ligature of "fi" would claim to stand for one character. The shaper therefore sees the font through an object whose
 * `getGlyph` gives a fresh view of the glyph each time. `_layoutEngine` is made on first use, for this object.
 */
function keepCodePoints(font: Font): Font {
  const shaper = Object.create(font) as Font;
  Object.defineProperty(shaper, 'getGlyph', {
    value: (id: number, codePoints: number[] = []): Glyph => {
      const shared = font.getGlyph(id) ?? font.getGlyph(0);
      // Computed once on the shared object and inherited from there.
      void shared.advanceWidth;
      const view = Object.create(shared) as { codePoints: number[]; isMark: boolean; isLigature: boolean };
      view.codePoints = codePoints;
      view.isMark = codePoints.length > 0 && codePoints.every(isMark);
      view.isLigature = codePoints.length > 1;
      return view as Glyph;
    },
  });
  return shaper;
}

function isMark(codePoint: number): boolean {
  return codePoint >= 0x300 && /^\p{M}$/u.test(String.fromCodePoint(codePoint));
}

/**
 * As Chromium measures on Linux: `hhea`, unless it is empty or `OS/2` asks for its typographic metrics (fsSelection
 * bit 7).
 */
function readMetrics(font: Font): FaceMetrics {
  const em = font.unitsPerEm;
  const os2 = font['OS/2'] as Font['OS/2'] | undefined;
  const useTypo =
    os2 !== undefined && (os2.fsSelection.useTypoMetrics || (font.hhea.ascent === 0 && font.hhea.descent === 0));
  const vertical = useTypo
    ? { ascent: os2.typoAscender, descent: os2.typoDescender, lineGap: os2.typoLineGap }
    : { ascent: font.hhea.ascent, descent: font.hhea.descent, lineGap: font.hhea.lineGap };
  const post = (font as unknown as { readonly post: { readonly isFixedPitch: number } | undefined }).post;
  const serifStyle = os2?.panose[1] ?? 0;
  return {
    ascent: vertical.ascent / em,
    descent: Math.abs(vertical.descent) / em,
    lineGap: Math.max(0, vertical.lineGap) / em,
    capHeight: (positive(os2?.capHeight) ?? topOf(font, 'H') ?? 0.7 * em) / em,
    xHeight: (positive(os2?.xHeight) ?? topOf(font, 'x') ?? 0.5 * em) / em,
    underlinePosition: (font.underlinePosition || -0.1 * em) / em,
    underlineThickness: (positive(font.underlineThickness) ?? 0.05 * em) / em,
    italicAngle: font.italicAngle || 0,
    isSerif: os2?.panose[0] === 2 && serifStyle >= 2 && serifStyle <= 10,
    isMonospaced: (post?.isFixedPitch ?? 0) !== 0,
    bbox: [font.bbox.minX / em, font.bbox.minY / em, font.bbox.maxX / em, font.bbox.maxY / em],
  };
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function topOf(font: Font, character: string): number | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  return font.hasGlyphForCodePoint(codePoint) ? positive(font.glyphForCodePoint(codePoint).bbox.maxY) : undefined;
}

function glyphOf(face: OpenFace, codePoint: number): number {
  const known = face.glyphs.get(codePoint);
  if (known !== undefined) return known;
  const glyph = face.font.hasGlyphForCodePoint(codePoint) ? face.font.glyphForCodePoint(codePoint).id : 0;
  face.glyphs.set(codePoint, glyph);
  return glyph;
}

function shape(
  face: OpenFace,
  text: string,
  features: Readonly<Record<string, number>>,
  direction: 'ltr' | 'rtl',
): ShapedGlyphs {
  const wanted: Record<string, boolean> = {};
  for (const tag of Object.keys(features)) wanted[tag] = features[tag] !== 0;
  if (direction === 'rtl' || !isPlainText(text)) return shapeWhole(face, text, wanted, undefined, direction);
  // Punctuation and digits alone take the script of the text around them.
  const whole = (part: string): ShapedGlyphs => shapeWhole(face, part, wanted, 'latn', 'ltr');
  return pairShaperFor(face, wanted, whole)?.shape(text) ?? whole(text);
}

/** One for each set of features. AAT fonts and fractions depend on more than pairs. */
function pairShaperFor(
  face: OpenFace,
  wanted: Readonly<Record<string, boolean>>,
  whole: (text: string) => ShapedGlyphs,
): PairShaper | undefined {
  if ('morx' in face.font || wanted.frac === true) return undefined;
  const key = Object.keys(wanted)
    .sort()
    .map((tag) => `${tag}${wanted[tag] === true ? 1 : 0}`)
    .join();
  let shaper = face.pairShapers.get(key);
  if (shaper === undefined) {
    shaper = createPairShaper(face.font as unknown as LayoutTables, wanted, whole);
    if (face.pairShapers.size >= MOST_FEATURE_SETS) face.pairShapers.clear();
    face.pairShapers.set(key, shaper);
  }
  return shaper;
}

const MOST_FEATURE_SETS = 64;

function shapeWhole(
  face: OpenFace,
  text: string,
  wanted: Readonly<Record<string, boolean>>,
  script: string | undefined,
  direction: 'ltr' | 'rtl',
): ShapedGlyphs {
  const source = wanted.frac === true ? withFractionSlashes(face, text) : text;
  const run = face.shaper.layout(source, { ...wanted }, script, undefined, direction);
  // Without tables for layout the library leaves right-to-left text in logical order.
  if (direction === 'rtl' && !('GSUB' in face.font || 'GPOS' in face.font || 'morx' in face.font)) {
    run.glyphs.reverse();
    run.positions.reverse();
  }
  const clusters = clustersOf(source, run.glyphs, direction);
  const kept: number[] = [];
  // fontkit shows a default-ignorable character as a space without advance: it is not to be drawn at all.
  for (let i = 0; i < run.glyphs.length; i += 1) if (!clusters.hidden[i]) kept.push(i);
  const em = face.font.unitsPerEm;
  const shaped = {
    glyphIds: new Uint16Array(kept.length),
    advances: new Float64Array(kept.length),
    xOffsets: new Float64Array(kept.length),
    yOffsets: new Float64Array(kept.length),
    clusters: new Uint32Array(kept.length),
  };
  kept.forEach((from, to) => {
    const position = run.positions[from];
    shaped.glyphIds[to] = run.glyphs[from]?.id ?? 0;
    shaped.advances[to] = (position?.xAdvance ?? 0) / em;
    shaped.xOffsets[to] = (position?.xOffset ?? 0) / em;
    shaped.yOffsets[to] = (position?.yOffset ?? 0) / em;
    shaped.clusters[to] = clusters.index[from] ?? 0;
  });
  return shaped;
}

/**
 * The library applies `frac` around a fraction slash alone, also when it is asked for everywhere. The slash of the same
 * length takes its place; the text of the run stays as it was.
 */
function withFractionSlashes(face: OpenFace, text: string): string {
  return glyphOf(face, 0x2044) === 0 ? text : text.replace(/(?<=\d)\/(?=\d)/g, '\u2044');
}

/**
 * The library gives no clusters, only the characters that each glyph stands for. When these, read in logical order, are
 * the text itself, each glyph begins a cluster where its first character stands; glyphs without a character belong to
 * the glyph before. Anything else (reordering in Indic or Javanese, marks that ligatures jumped over) makes the whole
 * text one cluster.
 */
function clustersOf(
  text: string,
  glyphs: readonly Glyph[],
  direction: 'ltr' | 'rtl',
): { readonly index: readonly number[]; readonly hidden: readonly boolean[] } {
  const index = new Array<number>(glyphs.length).fill(0);
  const hidden = new Array<boolean>(glyphs.length).fill(false);
  let at = 0;
  let previous = 0;
  for (let step = 0; step < glyphs.length; step += 1) {
    const i = direction === 'ltr' ? step : glyphs.length - 1 - step;
    const codePoints = glyphs[i]?.codePoints ?? [];
    const start = at;
    for (const codePoint of codePoints) {
      const actual = text.codePointAt(at);
      if (actual === undefined) return oneCluster(glyphs);
      if (actual !== codePoint) {
        // A space in the place of an ignorable character is the library's stand-in for it.
        if (codePoint !== 0x20 || !isDefaultIgnorable(actual)) return oneCluster(glyphs);
        hidden[i] = true;
      }
      at += actual > 0xffff ? 2 : 1;
    }
    if (codePoints.length > 0) previous = start;
    index[i] = previous;
  }
  return at === text.length ? { index, hidden } : oneCluster(glyphs);
}

function oneCluster(glyphs: readonly Glyph[]): {
  readonly index: readonly number[];
  readonly hidden: readonly boolean[];
} {
  return { index: new Array<number>(glyphs.length).fill(0), hidden: new Array<boolean>(glyphs.length).fill(false) };
}

/** For outlines that `truetype-subset.ts` does not know: CFF. */
function subset(font: Font, glyphIds: readonly number[]): { kind: 'truetype' | 'cff'; bytes: Uint8Array } {
  const made = font.createSubset();
  for (const glyphId of glyphIds) made.includeGlyph(font.getGlyph(glyphId));
  const isCff = 'cff' in made;
  return { kind: isCff ? 'cff' : 'truetype', bytes: Uint8Array.from(made.encode()) };
}
