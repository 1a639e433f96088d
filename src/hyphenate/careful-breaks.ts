import { isVowel, syllableBreaks } from './syllables.ts';

/** Consonants that may open a syllable before `l` or `r`: whether such a pair parts is known only of known words. */
const CLUSTER = /^[bcdfgkptv][lr]/;
const VOWEL_PAIR = /^(?:a[iu]|e[iu]|oi|ou|i[ae]|u[ae])/;
/** Syllables of Indonesian: a consonant or a common pair, a vowel or two, a consonant. */
const NATIVE =
  /^(?:(?:ng|ny|sy|kh|[bcdfgkpst][lrw]|s[kptmn]|str|[bcdfghjklmnprstvwyz])?(?:ai|au|oi|[aeiou])(?:(?:ng|kh|sy|ks|ns|[bdfghklmnprst])(?![aeiou]))?)+$/;
/** Letters that stand together in other languages only, and ends that hardly an Indonesian word has. */
const FOREIGN =
  /[qx]|ee|ii|oo|uu|ou|([bcdfjlpqrtvwyz])\1|ph|th|sh|ch|ck|wh|w[^aeiou]|y[^aeiou]|[vwyjcz]$|[^n]g$|[^aeiou]e$/;
const SHORTEST = 4;

/** Whether a word that is not known is written as Indonesian writes; others stay whole. */
export function looksIndonesian(word: string): boolean {
  return word.length >= SHORTEST && !FOREIGN.test(word) && NATIVE.test(word);
}

/**
 * Breaks of a word whose root is not known: syllables by the rules, without those that some affix could move (bul-an or
 * bu-lan, ber-a- or be-ra-) and without those that only a known root settles.
 */
export function carefulBreaks(word: string): readonly number[] {
  return syllableBreaks(word).filter((at) => !isDoubtful(word, at));
}

function isDoubtful(word: string, at: number): boolean {
  const before = word.slice(0, at);
  const after = word.slice(at);
  if (CLUSTER.test(after) || CLUSTER.test(word.slice(at - 1))) return true;
  if (isVowel(word[at]) && isVowel(word[at - 1]) && VOWEL_PAIR.test(word.slice(at - 1))) return true;
  if (before === 'tran' || isPrefixBorder(before, after)) return true;
  return isSuffixBorder(word, at);
}

/** be-r…, pe-r…, te-r…, me-ng…, pe-ng… before a vowel, and di-, ke-, se- before a pair of consonants. */
function isPrefixBorder(before: string, after: string): boolean {
  if (/^[bpt]e$/.test(before)) return /^r[aeiou]/.test(after) || /^ng[aeiou]/.test(after);
  if (before === 'me') return /^ng[aeiou]/.test(after);
  if (/^(?:di|ke|se|me|pe|be|te)[^aeiou]$/.test(before))
    return !/^(?:ber|per|ter)$/.test(before) && /[s]$/.test(before);
  return /^(?:di|ke|se|ber|per|ter|meng|peng|mem|pem)[aiueo]$/.test(before) && isVowel(after[0]);
}

/** …-Can, …-Ci and …-kan: the consonant may belong to the root. */
function isSuffixBorder(word: string, at: number): boolean {
  const rest = word.slice(at);
  const plain = rest.replace(/(?:nya|lah|kah|pun|ku|mu)$/, '');
  const takesI = /^(?:di|me|ter)/.test(word);
  for (const ending of [rest, plain]) {
    if (/^(?:ng|ny|sy|kh|[b-df-hj-np-tv-z])an$/.test(ending) && isVowel(word[at - 1])) return true;
    if (takesI && /^(?:ng|ny|sy|kh|[b-df-hj-np-tv-z])i$/.test(ending)) return true;
  }
  return false;
}
