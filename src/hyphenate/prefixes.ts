import { elementsAt } from './elements.ts';
import { isVowel } from './syllables.ts';

export type PrefixKind = 'ber' | 'di' | 'ke' | 'ku' | 'me' | 'pe' | 'per' | 'se' | 'ter' | 'element';

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
const CHANGED = PREFIX + 0.5;
const ELEMENT = PREFIX + 1;
/** ku- and kau- before a verb are rare outside speech. */
const SPOKEN = PREFIX + 1.5;
/** Fewest letters after an element. */
const AFTER_ELEMENT = 4;

const SIMPLE: ReadonlyMap<string, { readonly kind: PrefixKind; readonly cost: number }> = new Map([
  ['di', { kind: 'di', cost: PREFIX }],
  ['ke', { kind: 'ke', cost: PREFIX }],
  ['ku', { kind: 'ku', cost: SPOKEN }],
  ['se', { kind: 'se', cost: PREFIX }],
]);
const WITH_R: ReadonlyMap<string, PrefixKind> = new Map([
  ['ber', 'ber'],
  ['per', 'per'],
  ['ter', 'ter'],
]);
const ONE_SYLLABLE = /^[^aeiou]+[aeiou][^aeiou]*$/;

/** Every prefix that `stem` could begin with. What is left is not looked up here. */
export function prefixSplits(stem: string): readonly PrefixSplit[] {
  const splits: PrefixSplit[] = [];
  const start = stem.slice(0, 2);
  const simple = SIMPLE.get(start);
  if (simple !== undefined) splits.push(splitAt(stem, 2, simple));
  else if (start === 'me' || start === 'pe') addNasalSplits(stem, splits);
  const kind = WITH_R.get(stem.slice(0, 3));
  if (kind !== undefined) addSplitsWithR(stem, kind, splits);
  else if (start === 'be' || start === 'te') addSplitWithoutR(stem, splits);
  if (stem.startsWith('kau')) splits.push(splitAt(stem, 3, { kind: 'ku', cost: SPOKEN }));
  if (stem.startsWith('ketidak')) {
    splits.push({ ...splitAt(stem, 7, { kind: 'ke', cost: PREFIX }), breaks: [2, 4, 7] });
  }
  for (const { text, breaks } of elementsAt(stem)) {
    if (stem.length < text.length + AFTER_ELEMENT) continue;
    splits.push({ ...splitAt(stem, text.length, { kind: 'element', cost: ELEMENT }), breaks });
  }
  return splits;
}

function splitAt(
  stem: string,
  length: number,
  { kind, cost }: { readonly kind: PrefixKind; readonly cost: number },
): PrefixSplit {
  return { kind, breaks: [length], rest: stem.slice(length), shift: length, cost };
}

/** ber-, ter- and per-: whole, or with one `r` where the root brings its own (be-ren-ca-na). */
function addSplitsWithR(stem: string, kind: PrefixKind, splits: PrefixSplit[]): void {
  splits.push(splitAt(stem, 3, { kind, cost: PREFIX }));
  // pe- before r is among the nasal ones.
  if (kind !== 'per' && isVowel(stem[3])) splits.push(splitAt(stem, 2, { kind, cost: CHANGED }));
}

/** be- and te- before a first syllable that has its own `er`: be-ker-ja, te-per-ca-ya. */
function addSplitWithoutR(stem: string, splits: PrefixSplit[]): void {
  if (stem[3] !== 'e' || stem[4] !== 'r') return;
  splits.push(splitAt(stem, 2, { kind: stem.startsWith('b') ? 'ber' : 'ter', cost: CHANGED }));
}

/** meN- and peN-. */
function addNasalSplits(stem: string, splits: PrefixSplit[]): void {
  const kind = stem.startsWith('m') ? 'me' : 'pe';
  const whole = (length: number): void => {
    splits.push(splitAt(stem, length, { kind, cost: PREFIX }));
  };
  /** The root's first letter was lost: me-ma-kai from pakai. */
  const lost = (letter: string, nasal: number, cost: number = PREFIX): void => {
    splits.push({ kind, breaks: [2], rest: letter + stem.slice(2 + nasal), shift: 1 + nasal, cost });
  };
  const [third = '', fourth = '', fifth = ''] = [stem[2], stem[3], stem[4]];
  if (third === 'm') {
    if ('bfvp'.includes(fourth)) whole(3);
    else if (isVowel(fourth) || fourth === 'l' || fourth === 'r') lost('p', 1);
  } else if (third === 'n' && fourth === 'g') {
    if ('ghkq'.includes(fifth) || isVowel(fifth)) whole(4);
    if (isVowel(fifth)) lost('k', 2, CHANGED);
    // menge- and penge- before roots of one syllable: me-nge-cat.
    if (fifth === 'e' && ONE_SYLLABLE.test(stem.slice(5))) {
      splits.push({ ...splitAt(stem, 5, { kind, cost: CHANGED }), breaks: [2, 5] });
    }
  } else if (third === 'n') {
    if ('cdjzts'.includes(fourth)) whole(3);
    else if (isVowel(fourth)) lost('t', 1);
    else if (fourth === 'y' && isVowel(fifth)) lost('s', 2);
  }
  if ('lrwymn'.includes(third)) whole(2);
  // pe- of people who do something: pe-da-gang, pe-ja-bat.
  else if (kind === 'pe') splits.push(splitAt(stem, 2, { kind, cost: CHANGED }));
}
