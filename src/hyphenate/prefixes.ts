import { isVowel, syllableBreaks } from './syllables.ts';

export type PrefixKind = 'ber' | 'di' | 'ke' | 'ku' | 'me' | 'pe' | 'per' | 'se' | 'ter' | 'bound';

/** One way to take a prefix off. */
export interface PrefixSplit {
  readonly kind: PrefixKind;
  /** Breaks within and after the prefix, in letters from the start of the stem. */
  readonly breaks: readonly number[];
  /** What is left, with the first letter that the prefix took away put back. */
  readonly rest: string;
  /** Add this to a place in `rest` to have the place in the stem. */
  readonly shift: number;
  readonly cost: number;
}

const PREFIX = 2;
/** A reading in which a letter was lost or shared is less likely than one where the prefix is whole. */
const CHANGED = 0.5;

/** Elements that stand before a whole word (EYD V, II.E.1.c and II.F). */
const ELEMENTS: readonly string[] = [
  ...['adi', 'antar', 'awa', 'catur', 'dasa', 'dwi', 'eka', 'lokakarya', 'maha', 'manca', 'nara', 'nir', 'panca'],
  ...['pasca', 'pra', 'pramu', 'purba', 'purna', 'sapta', 'serba', 'swa', 'tata', 'tri', 'tuna'],
  ...['wira', 'anti', 'audio', 'auto', 'bio', 'ekstra', 'elektro', 'endo', 'etno', 'foto', 'geo', 'hemo'],
  ...['hidro', 'hiper', 'hipo', 'infra', 'inter', 'intra', 'intro', 'kardio', 'kilo', 'kontra'],
  ...['kripto', 'makro', 'mega', 'mikro', 'mini', 'mono', 'multi', 'nano', 'neo', 'neuro', 'non', 'oto'],
  ...['para', 'poli', 'proto', 'pseudo', 'psiko', 'semi', 'sosio', 'sub', 'super', 'supra', 'tele', 'termo'],
  ...['ultra', 'vise'],
];
/** Elements whose own breaks the rules do not give. */
const ELEMENT_BREAKS: ReadonlyMap<string, readonly number[]> = new Map([
  ['audio', [2, 4]],
  ['auto', [2]],
  ['neuro', [3]],
  ['pseudo', [4]],
]);

const VOICED: ReadonlySet<string> = new Set(['b', 'f', 'v', 'p']);
const DENTAL: ReadonlySet<string> = new Set(['c', 'd', 'j', 'z', 't', 's']);
const VELAR: ReadonlySet<string> = new Set(['g', 'h', 'k', 'q']);
const ONE_SYLLABLE = /^[^aeiou]+[aeiou][^aeiou]*$/;
const LIQUID: ReadonlySet<string> = new Set(['l', 'r', 'w', 'y', 'm', 'n']);

/** Every prefix that `stem` could begin with. What is left is not looked up here. */
export function prefixSplits(stem: string): readonly PrefixSplit[] {
  const splits: PrefixSplit[] = [];
  const plain = (kind: PrefixKind, length: number, cost: number = PREFIX): void => {
    if (stem.length > length + 1) splits.push(splitAt(stem, kind, length, cost));
  };
  if (stem.startsWith('di')) plain('di', 2);
  else if (stem.startsWith('ke')) plain('ke', 2);
  else if (stem.startsWith('se')) plain('se', 2);
  else if (stem.startsWith('ku')) plain('ku', 2, PREFIX + 1.5);
  else if (stem.startsWith('kau')) plain('ku', 3, PREFIX + 1.5);
  else if (stem.startsWith('ber')) splits.push(...withLostR(stem, 'ber'));
  else if (stem.startsWith('ter')) splits.push(...withLostR(stem, 'ter'));
  else if (stem.startsWith('per')) splits.push(...withLostR(stem, 'per'));
  if (stem.startsWith('ketidak') && stem.length > 9) {
    splits.push({ ...splitAt(stem, 'ke', 7), breaks: [2, 4, 7] });
  }
  if (/^[bt]e[^r]er/.test(stem)) plain(stem.startsWith('b') ? 'ber' : 'ter', 2, PREFIX + CHANGED);
  if (stem.startsWith('me') || stem.startsWith('pe')) splits.push(...nasalSplits(stem));
  for (const element of ELEMENTS) {
    if (stem.length < element.length + 4 || !stem.startsWith(element)) continue;
    const inner = ELEMENT_BREAKS.get(element) ?? syllableBreaks(element);
    splits.push({ ...splitAt(stem, 'bound', element.length, PREFIX + 1), breaks: [...inner, element.length] });
  }
  return splits;
}

function splitAt(stem: string, kind: PrefixKind, length: number, cost: number = PREFIX): PrefixSplit {
  return { kind, breaks: [length], rest: stem.slice(length), shift: length, cost };
}

/** ber- ter- per-: whole, or with one `r` where the root brings its own (be-ren-ca-na). */
function withLostR(stem: string, kind: 'ber' | 'per' | 'ter'): readonly PrefixSplit[] {
  const splits: PrefixSplit[] = [];
  if (stem.length > 4) splits.push(splitAt(stem, kind, 3, PREFIX));
  const lost = kind === 'per' ? 'pe' : kind;
  if (isVowel(stem[3]) && stem.length > 4) splits.push(splitAt(stem, lost, 2, PREFIX + CHANGED));
  return splits;
}

/** meN- and peN-. */
function nasalSplits(stem: string): readonly PrefixSplit[] {
  const kind = stem.startsWith('m') ? 'me' : 'pe';
  const splits: PrefixSplit[] = [];
  const whole = (length: number, cost: number = PREFIX): void => {
    if (stem.length > length + 1) splits.push(splitAt(stem, kind, length, cost));
  };
  /** The root's first letter was lost: me-ma-kai from pakai. */
  const lost = (letter: string, nasal: number, cost: number = PREFIX): void => {
    const rest = letter + stem.slice(2 + nasal);
    splits.push({ kind, breaks: [2], rest, shift: 1 + nasal, cost });
  };
  const third = stem[2] ?? '';
  const fourth = stem[3] ?? '';
  if (third === 'm' && VOICED.has(fourth)) whole(3);
  if (third === 'm' && (isVowel(fourth) || fourth === 'l' || fourth === 'r')) lost('p', 1);
  if (third === 'n' && DENTAL.has(fourth)) whole(3);
  if (third === 'n' && isVowel(fourth)) lost('t', 1);
  if (third === 'n' && fourth === 'y' && isVowel(stem[4])) lost('s', 2);
  if (third === 'n' && fourth === 'g') {
    const fifth = stem[4] ?? '';
    if (VELAR.has(fifth) || isVowel(fifth)) whole(4);
    if (isVowel(fifth)) lost('k', 2, PREFIX + CHANGED);
    // menge- before roots of one syllable: me-nge-cat.
    if (fifth === 'e' && ONE_SYLLABLE.test(stem.slice(5))) {
      splits.push({ kind, breaks: [2, 5], rest: stem.slice(5), shift: 5, cost: PREFIX + CHANGED });
    }
  }
  if (LIQUID.has(third)) whole(2);
  // pe- of people who do something: pe-da-gang, pe-ja-bat.
  if (kind === 'pe' && !LIQUID.has(third)) whole(2, PREFIX + CHANGED);
  return splits;
}
