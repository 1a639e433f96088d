import type { Lexicon } from './lexicon.ts';
import { type PrefixKind, prefixSplits } from './prefixes.ts';

/** A word taken apart: affixes around a known root. */
interface Reading {
  readonly breaks: readonly number[];
  /** Fewer affixes and commoner pairs of them cost less. */
  readonly cost: number;
}

interface Stem extends Reading {
  /** The outermost prefix. */
  readonly kind: PrefixKind | undefined;
}

const CLITICS: readonly string[] = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'tah'];
const SUFFIXES = ['kan', 'an', 'i'] as const;
type Suffix = (typeof SUFFIXES)[number];

const CLITIC = 1;
const SUFFIX = 2;
/** Roots of three letters are often a chance. */
const SHORT_ROOT = 1;
const SELDOM_ROOT = 2;
const DEEPEST_PREFIX = 3;
/** Two readings nearer than this are both believed: only breaks on which they agree are made. */
const DOUBT = 0.75;

/**
 * The breaks of a word whose root is known (EYD V, II.E.1.c and d): affixes come off at their borders, the root breaks by
 * its syllables. Undefined when no known root is found. `word` is in small letters a to z.
 */
export function knownBreaks(word: string, lexicon: Lexicon): readonly number[] | undefined {
  const whole = lexicon.breaksOf(word);
  if (whole !== undefined) return whole;
  const found = readingsOf(word, lexicon);
  let best = Number.POSITIVE_INFINITY;
  for (const reading of found) best = Math.min(best, reading.cost);
  const near = found.filter((reading) => reading.cost < best + DOUBT);
  const [first, ...others] = near;
  if (first === undefined) return undefined;
  return first.breaks.filter((at) => others.every((other) => other.breaks.includes(at)));
}

function readingsOf(word: string, lexicon: Lexicon): readonly Reading[] {
  const readings: Reading[] = [];
  const close = (body: string, clitics: readonly number[]): void => {
    for (const reading of suffixReadings(body, lexicon)) {
      const inner = clitics.length === 0 ? reading.breaks : withoutLastVowel(reading.breaks, body);
      readings.push({ breaks: [...inner, ...clitics], cost: reading.cost + CLITIC * clitics.length });
    }
    if (clitics.length === 2) return;
    for (const clitic of CLITICS) {
      if (body.length < clitic.length + 3 || !body.endsWith(clitic)) continue;
      const shorter = body.slice(0, -clitic.length);
      close(shorter, [shorter.length, ...clitics]);
    }
  };
  close(word, []);
  return readings;
}

/** A root that ends in two vowels keeps them together before a clitic (ke-dua-nya), as it does at the end of a word. */
function withoutLastVowel(breaks: readonly number[], body: string): readonly number[] {
  return breaks.filter((at) => at !== body.length - 1);
}

function suffixReadings(body: string, lexicon: Lexicon): readonly Reading[] {
  const readings: Reading[] = [];
  readings.push(...stemReadings(body, lexicon, 0));
  for (const suffix of SUFFIXES) {
    if (body.length < suffix.length + 3 || !body.endsWith(suffix)) continue;
    const stemText = body.slice(0, -suffix.length);
    for (const stem of stemReadings(stemText, lexicon, 0)) {
      const pair = pairCost(stem.kind, suffix);
      if (pair === undefined) continue;
      const border = suffix === 'i' ? [] : [stemText.length];
      const inner = suffix === 'i' ? withoutLastVowel(stem.breaks, stemText) : stem.breaks;
      readings.push({ breaks: [...inner, ...border], cost: stem.cost + SUFFIX + pair });
    }
  }
  return readings;
}

/**
 * What a suffix costs beside the outermost prefix: ke-…-an is common. Undefined for pairs that do not exist, as me-…-an:
 * a root that seems to stand between them is a chance.
 */
function pairCost(kind: PrefixKind | undefined, suffix: Suffix): number | undefined {
  switch (kind) {
    case 'me':
    case 'di':
    case 'ku':
      return suffix === 'an' ? undefined : -1;
    case 'ke':
      return suffix === 'an' ? -1 : suffix === 'i' ? 1 : undefined;
    case 'pe':
      return suffix === 'an' ? -1 : undefined;
    case 'per':
      return suffix === 'an' ? -1 : 1.5;
    case 'ter':
      return suffix === 'an' ? 3 : 0;
    case 'ber':
      return suffix === 'i' ? undefined : 0;
    case 'se':
      return suffix === 'an' ? 1 : undefined;
    case 'element':
    case undefined:
      // A bare root with -kan is a request; the noun with -an is far commoner (ta-rik-an, not ta-ri-kan).
      return suffix === 'an' ? 0 : suffix === 'kan' ? 1.8 : 1;
  }
}

/** Prefixes before a known root. */
function stemReadings(stem: string, lexicon: Lexicon, depth: number): readonly Stem[] {
  const readings: Stem[] = [];
  const root = stem.length < 3 ? undefined : lexicon.breaksOf(stem);
  if (root !== undefined) {
    const cost = (stem.length === 3 ? SHORT_ROOT : 0) + (lexicon.isSeldom(stem) ? SELDOM_ROOT : 0);
    readings.push({ breaks: root, cost, kind: undefined });
  }
  if (depth === DEEPEST_PREFIX || stem.length < 5) return readings;
  for (const split of prefixSplits(stem)) {
    const isInner = depth > 0;
    if (isInner && (split.kind === 'di' || split.kind === 'me' || split.kind === 'ku')) continue;
    for (const rest of stemReadings(split.rest, lexicon, depth + 1)) {
      if (rest.kind === split.kind) continue;
      const breaks = [...split.breaks];
      for (const at of rest.breaks) if (at + split.shift > (breaks.at(-1) ?? 0)) breaks.push(at + split.shift);
      readings.push({ breaks, cost: split.cost + rest.cost, kind: split.kind });
    }
  }
  return readings;
}
