import { isDefaultIgnorable } from '../asset/font/default-ignorable.ts';
import type { FontFace, ShapedGlyphs } from '../asset/types.ts';
import { clusterStarts } from '../base/grapheme-clusters.ts';
import {
  EMOJI_PRESENTATION,
  isShapingControl,
  levelOf,
  scriptOf,
  substitutesOf,
  TEXT_PRESENTATION,
} from './characters.ts';

/** The fonts and features that a text is set with. The same object for texts of the same style. */
export interface ShapingFonts {
  /** Of the catalogue: the faces in the order in which they are tried. */
  readonly chain: readonly FontFace[];
  /** The same with the emoji family first. */
  readonly emojiChain: readonly FontFace[];
  readonly features: Readonly<Record<string, number>>;
  /** Of the chain with these features. */
  readonly words: WordCache;
}

/** A stretch of one word in one font, script and direction. Distances in em. */
export interface ShapedPart {
  readonly face: FontFace;
  readonly level: number;
  /** UTF-16 offsets in the word. */
  readonly start: number;
  readonly end: number;
  /** Clusters count from the start of the word. */
  readonly glyphs: ShapedGlyphs;
}

export interface ShapedWord {
  readonly parts: readonly ShapedPart[];
  /** Characters that no font has. */
  readonly missing: readonly { readonly offset: number; readonly codePoint: number }[];
}

/** The words that were shaped with the same fonts and features. */
export interface WordCache {
  readonly beforeSpace: Words;
  readonly beforeOther: Words;
}

/**
 * Words in two generations. When the young one is full it becomes the old one, and what was old is dropped, unless it
 * was asked for meanwhile: the words of a language stay, the names of one article go.
 */
interface Words {
  young: Map<string, ShapedWord>;
  old: Map<string, ShapedWord>;
}

/** Words of a generation: more than an article has different ones, few enough that thousands of articles fill no memory. */
const WORDS_KEPT = 1_500;
const caches = new WeakMap<readonly FontFace[], Map<string, WordCache>>();

/** The same one each time: the catalogue gives the same chain for the same families, weight and style. */
export function wordCacheOf(chain: readonly FontFace[], features: Readonly<Record<string, number>>): WordCache {
  let ofChain = caches.get(chain);
  if (ofChain === undefined) {
    ofChain = new Map();
    caches.set(chain, ofChain);
  }
  const key = Object.keys(features)
    .sort()
    .map((tag) => `${tag}${features[tag]}`)
    .join();
  let cache = ofChain.get(key);
  if (cache === undefined) {
    cache = { beforeSpace: noWords(), beforeOther: noWords() };
    ofChain.set(key, cache);
  }
  return cache;
}

/**
 * Shapes a word, which may begin with one space. Kerning between a space and its neighbours is kept: the leading space
 * belongs to the word, and `spaceFollows` says that one stands behind it. The same word in the same fonts is shaped once
 * in the life of the process.
 */
export function shapeWord(word: string, spaceFollows: boolean, fonts: ShapingFonts): ShapedWord {
  const cache = spaceFollows ? fonts.words.beforeSpace : fonts.words.beforeOther;
  const known = cache.young.get(word);
  if (known !== undefined) return known;
  const shaped = cache.old.get(word) ?? shapeUncached(word, spaceFollows, fonts);
  if (cache.young.size >= WORDS_KEPT) {
    cache.old = cache.young;
    cache.young = new Map();
  }
  cache.young.set(word, shaped);
  return shaped;
}

const noWords = (): Words => ({ young: new Map(), old: new Map() });

interface Stretch {
  readonly face: FontFace;
  readonly script: string | undefined;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  /** The whole word, of plain characters that each have a glyph: the shaper is given it as it is. */
  readonly isPlain?: boolean;
}

function shapeUncached(word: string, spaceFollows: boolean, fonts: ShapingFonts): ShapedWord {
  const missing: { offset: number; codePoint: number }[] = [];
  const stretches = itemize(word, fonts, missing);
  const parts = stretches.map((stretch, index): ShapedPart => {
    const isLast = index === stretches.length - 1;
    return {
      face: stretch.face,
      level: stretch.level,
      start: stretch.start,
      end: stretch.end,
      glyphs: shapeStretch(word, stretch, isLast && spaceFollows, fonts.features),
    };
  });
  return { parts, missing };
}

/** Basic Latin and its supplements: no marks, no joiners, one script, left to right. */
const PLAIN = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026]*$/;

function itemize(
  word: string,
  fonts: ShapingFonts,
  missing: { offset: number; codePoint: number }[],
): readonly Stretch[] {
  const first = fonts.chain[0]!;
  if (PLAIN.test(word)) {
    const isPlain = hasGlyphs(first, word);
    if (isPlain || covers(first, word)) {
      return [{ face: first, script: 'Latin', level: 0, start: 0, end: word.length, isPlain }];
    }
  }
  const stretches: Stretch[] = [];
  const starts = clusterStarts(word);
  starts.forEach((start, index) => {
    const end = starts[index + 1] ?? word.length;
    const cluster = word.slice(start, end);
    const last = stretches.at(-1);
    if (isInvisible(cluster)) {
      // Belongs to what stands before it, or to what follows at the start.
      if (last !== undefined) stretches[stretches.length - 1] = { ...last, end };
      return;
    }
    for (const stretch of facesFor(cluster, fonts, start, missing)) {
      addStretch(stretches, stretches.length === 0 ? { ...stretch, start: 0 } : stretch);
    }
  });
  if (stretches.length === 0 && word !== '') {
    stretches.push({ face: first, script: undefined, level: 0, start: 0, end: word.length });
  }
  return stretches;
}

function addStretch(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  const joins =
    last !== undefined &&
    last.face === next.face &&
    last.level === next.level &&
    (last.script === undefined || next.script === undefined || last.script === next.script);
  if (joins) stretches[stretches.length - 1] = { ...last, script: last.script ?? next.script, end: next.end };
  else stretches.push(next);
}

function isInvisible(cluster: string): boolean {
  for (const character of cluster) if (!isDefaultIgnorable(character.codePointAt(0) ?? 0)) return false;
  return true;
}

/** One face for the whole cluster, or a face for each of its characters when no font has them all. */
function facesFor(
  cluster: string,
  fonts: ShapingFonts,
  offset: number,
  missing: { offset: number; codePoint: number }[],
): readonly Stretch[] {
  const chain = chainFor(cluster, fonts);
  const stretch = (face: FontFace, text: string, start: number): Stretch => ({
    face,
    script: scriptOf(text),
    level: levelOf(text),
    start,
    end: start + text.length,
  });
  const whole = chain.find((face) => covers(face, cluster) || coversComposed(face, cluster));
  if (whole !== undefined) return [stretch(whole, cluster, offset)];
  const stretches: Stretch[] = [];
  let at = offset;
  for (const character of cluster) {
    const codePoint = character.codePointAt(0) ?? 0;
    const face = chain.find((candidate) => covers(candidate, character));
    if (face === undefined) missing.push({ offset: at, codePoint });
    addStretch(stretches, stretch(face ?? chain[0]!, character, at));
    at += character.length;
  }
  return stretches;
}

/** Unicode, UTS 51: a variation selector asks for the emoji or for the text form. */
function chainFor(cluster: string, fonts: ShapingFonts): readonly FontFace[] {
  for (const character of cluster) {
    const codePoint = character.codePointAt(0);
    if (codePoint === EMOJI_PRESENTATION) return fonts.emojiChain;
    if (codePoint === TEXT_PRESENTATION) return fonts.chain;
  }
  return fonts.chain;
}

/** Of a text without surrogates. */
function hasGlyphs(face: FontFace, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!face.hasGlyph(text.charCodeAt(at))) return false;
  return true;
}

function covers(face: FontFace, text: string): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (face.hasGlyph(codePoint) || isDefaultIgnorable(codePoint)) continue;
    if (!substitutesOf(codePoint).some((substitute) => face.hasGlyph(substitute))) return false;
  }
  return true;
}

function coversComposed(face: FontFace, cluster: string): boolean {
  const composed = cluster.normalize('NFC');
  return composed !== cluster && covers(face, composed);
}

/** The characters that the shaper is given, and for each of their UTF-16 units the offset it stands for. */
interface ShaperText {
  readonly text: string;
  /** `undefined`: each stands for itself. */
  readonly offsets: readonly number[] | undefined;
}

function shaperText(word: string, stretch: Stretch): ShaperText {
  if (stretch.isPlain === true) return { text: word, offsets: undefined };
  let text = '';
  const offsets: number[] = [];
  const add = (codePoint: number, offset: number): void => {
    const characters = String.fromCodePoint(codePoint);
    text += characters;
    for (let i = 0; i < characters.length; i += 1) offsets.push(offset);
  };
  const source = word.slice(stretch.start, stretch.end);
  const starts = clusterStarts(source);
  starts.forEach((start, index) => {
    const cluster = source.slice(start, starts[index + 1] ?? source.length);
    const composed = cluster.length > 1 ? cluster.normalize('NFC') : cluster;
    // A composed letter is drawn better than a letter with a mark put on it.
    const usesComposed = composed !== cluster && covers(stretch.face, composed);
    let at = stretch.start + start;
    for (const character of usesComposed ? composed : cluster) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (stretch.face.hasGlyph(codePoint) && !isDefaultIgnorable(codePoint)) add(codePoint, at);
      else if (isShapingControl(codePoint)) add(codePoint, at);
      else if (!isDefaultIgnorable(codePoint)) {
        add(substitutesOf(codePoint).find((substitute) => stretch.face.hasGlyph(substitute)) ?? codePoint, at);
      }
      if (!usesComposed) at += character.length;
    }
  });
  return { text, offsets };
}

function shapeStretch(
  word: string,
  stretch: Stretch,
  spaceFollows: boolean,
  features: Readonly<Record<string, number>>,
): ShapedGlyphs {
  const { text, offsets } = shaperText(word, stretch);
  if (text === '') return NO_GLYPHS;
  const direction = stretch.level % 2 === 0 ? 'ltr' : 'rtl';
  if (spaceFollows && direction === 'ltr' && stretch.face.hasGlyph(0x20)) {
    const withSpace = stretch.face.shape(`${text} `, features, direction);
    const last = withSpace.clusters.length - 1;
    // Else the space has become part of a larger cluster and cannot be taken off.
    if (withSpace.clusters[last] === text.length) return relocate(withSpace, last, offsets);
  }
  const shaped = stretch.face.shape(text, features, direction);
  return relocate(shaped, shaped.glyphIds.length, offsets);
}

const NO_GLYPHS: ShapedGlyphs = {
  glyphIds: new Uint16Array(0),
  advances: new Float64Array(0),
  xOffsets: new Float64Array(0),
  yOffsets: new Float64Array(0),
  clusters: new Uint32Array(0),
};

/** The first `count` glyphs, with clusters that count in the word. */
function relocate(shaped: ShapedGlyphs, count: number, offsets: readonly number[] | undefined): ShapedGlyphs {
  const { glyphIds, advances, xOffsets, yOffsets, clusters } = shaped;
  // Copies: a view would keep the longer arrays alive, and costs more than a word.
  return {
    glyphIds: glyphIds.slice(0, count),
    advances: advances.slice(0, count),
    xOffsets: firstOffsets(xOffsets, count),
    yOffsets: firstOffsets(yOffsets, count),
    clusters: relocateClusters(clusters, count, offsets),
  };
}

function relocateClusters(clusters: Uint32Array, count: number, offsets: readonly number[] | undefined): Uint32Array {
  if (offsets === undefined) return clusters.slice(0, count);
  const relocated = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) relocated[i] = offsets[clusters[i]!] ?? 0;
  return relocated;
}

/** Nearly all glyphs stand where the advances put them: words of the same length share one array that says so. */
function firstOffsets(offsets: Float64Array, count: number): Float64Array {
  for (let i = 0; i < count; i += 1) if (offsets[i] !== 0) return offsets.slice(0, count);
  const known = zeros[count];
  if (known !== undefined) return known;
  const made = new Float64Array(count);
  if (count <= LONGEST_SHARED) zeros[count] = made;
  return made;
}

const LONGEST_SHARED = 40;
const zeros: (Float64Array | undefined)[] = [];
