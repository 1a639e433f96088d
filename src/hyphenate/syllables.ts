/** A syllable's core, or one consonant: two letters where Indonesian writes one sound with two. */
interface Sound {
  readonly start: number;
  readonly isVowel: boolean;
}

/** Two letters for one consonant: `ng ny sy kh` of EYD V, and those of words from Arabic and English. */
const DIGRAPHS: ReadonlySet<string> = new Set(['ng', 'ny', 'sy', 'kh', 'gh', 'dh', 'th', 'sh', 'ts']);
/** Two letters for one vowel, where they are one at all. */
const DIPHTHONGS: ReadonlySet<string> = new Set(['ai', 'au', 'ei', 'eu', 'oi']);

export function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && 'aeiou'.includes(letter);
}

/**
 * Where the syllables of a root part (EYD V, II.E.1), in letters from its start. A vowel alone at either end is a
 * syllable too: the root may stand within a longer word. `piece` is in small letters a to z.
 */
export function syllableBreaks(piece: string): readonly number[] {
  const sounds = soundsOf(piece);
  const breaks: number[] = [];
  for (let at = 0; at < sounds.length; at += 1) {
    if (sounds[at]?.isVowel !== true) continue;
    let next = at + 1;
    while (next < sounds.length && sounds[next]?.isVowel === false) next += 1;
    if (next >= sounds.length) break;
    const between = next - at - 1;
    // V-V, V-CV, VC-CV, VC-CCV; `k` and `s` before another consonant stay together: eks-tra, teks-til.
    const first = sounds[at + 1]?.start ?? piece.length;
    const keepsTwo = between > 2 && piece.startsWith('ks', first);
    const opening = between < 2 ? next - between : keepsTwo ? at + 3 : at + 2;
    breaks.push(sounds[opening]?.start ?? piece.length);
    at = next - 1;
  }
  return breaks;
}

function soundsOf(piece: string): readonly Sound[] {
  const sounds: Sound[] = [];
  for (let start = 0; start < piece.length; ) {
    const pair = piece.slice(start, start + 2);
    const vowel = isVowel(piece[start]);
    sounds.push({ start, isVowel: vowel });
    const isOne = vowel ? DIPHTHONGS.has(pair) && isDiphthong(piece, start) : isDigraph(start, pair);
    start += isOne ? 2 : 1;
  }
  return sounds;
}

/** `ts` and `sh` are one only where a word begins with them: not in tran-si, is-ha-ri. */
function isDigraph(start: number, pair: string): boolean {
  return DIGRAPHS.has(pair) && ((pair !== 'ts' && pair !== 'sh') || start === 0);
}

/**
 * ai, au, ei, oi and eu are one vowel at the end of a root (pan-dai, sur-vei) and in an open syllable (sau-da-ra, seu-da-ti);
 * in a closed last syllable they are two (ma-in, la-ut, mu-se-um). Roots that do otherwise are written with their breaks.
 */
function isDiphthong(piece: string, start: number): boolean {
  let after = start + 2;
  if (after >= piece.length) return true;
  if (isVowel(piece[after])) return false;
  while (after < piece.length && !isVowel(piece[after])) after += 1;
  return after < piece.length;
}
