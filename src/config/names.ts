import { isDeviceName } from '../base/gate.ts';
import { CONFIG_LIMITS } from './limits.ts';

/** A name that becomes a file or folder: lower case, `a-z0-9` joined by single hyphens, no device of Windows. */
export function isSafeName(name: string): boolean {
  return name.length <= CONFIG_LIMITS.nameLength && /^[a-z\d]+(-[a-z\d]+)*$/.test(name) && !isDeviceName(name);
}

/** Letters that Unicode does not decompose into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ŋ: 'ng',
  ħ: 'h',
};

/** The safe name that is nearest to a text: marks taken off, the rest joined by hyphens. Empty when nothing is left. */
export function toSafeName(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’ʼ]/g, '')
    .replace(/[^\0-\x7f]/gu, (letter) => LETTERS[letter] ?? '-');
  const joined = plain.replace(/[^a-z\d]+/g, '-').replace(/^-|-$/g, '');
  const short = shorten(joined, CONFIG_LIMITS.nameLength);
  return isDeviceName(short) ? `${short}-1` : short;
}

/** At most `length` characters, cut between words where that leaves at least half. */
function shorten(name: string, length: number): string {
  if (name.length <= length) return name;
  const cut = name.slice(0, length + 1);
  const hyphen = cut.lastIndexOf('-');
  return hyphen >= length / 2 ? cut.slice(0, hyphen) : cut.slice(0, length).replace(/-$/, '');
}
