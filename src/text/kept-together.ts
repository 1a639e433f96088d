import { breakLanguage } from '../hyphenate/break-language.ts';
import type { BreakLanguage } from '../hyphenate/types.ts';
import { ADDRESS_BREAK, NO_BREAK, PLAIN_BREAK, RELUCTANT_BREAK } from './break-opportunities.ts';

/** Between white space, atoms and forced breaks. */
const WORD = /[^\s\ufffc]+/gu;

/**
 * Marks the places where a line ends only when nothing else is left: between a number and what it counts, a title and a
 * name, before a dash. Addresses end lines behind `/` `.` `?` `&` `=` `-`, and nowhere else. `lang`: BCP 47.
 */
export function keepTogether(allowed: Uint8Array, text: string, lang: string): void {
  const language = breakLanguage(lang) ?? 'id';
  let before = '';
  let end = -1;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (isAddress(word)) markAddress(allowed, word, index);
    else markDashes(allowed, word, index);
    const isNext = end !== -1 && index === end + 1 && allowed[index] === PLAIN_BREAK;
    if (isNext && belongsTo(before, word, language)) allowed[index] = RELUCTANT_BREAK;
    before = word;
    end = index + word.length;
  }
}

// ---- Words side by side ----------------------------------------------------------------------------------------------

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Written before a number. */
const BEFORE_NUMBER: Readonly<Record<BreakLanguage, ReadonlySet<string>>> = {
  id: list(
    'pukul jam tanggal tahun abad pasal ayat bab butir nomor no. halaman hlm. hal. gambar tabel lampiran kelas golongan RT RW ' +
      'RT. RW. km Rp rp USD IDR EUR SGD JPY US$ S$ $ €',
  ),
  en: list('at chapter section article no. number page p. pp. figure table class USD IDR EUR SGD JPY Rp US$ S$ $ € £'),
};

const MONTHS: Readonly<Record<BreakLanguage, ReadonlySet<string>>> = {
  id: list('Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'),
  en: list('January February March April May June July August September October November December'),
};

const UNITS = 'mm cm m km m² km² ha kg g mg ton l ml kW kWh MW GB MB V W Hz WIB WITA WIT °C % a.m. p.m.';

/** Written behind a number. */
const AFTER_NUMBER: Readonly<Record<BreakLanguage, ReadonlySet<string>>> = {
  id: list(`${UNITS} ribu juta miliar triliun persen derajat meter kilometer hektare liter kilogram gram rupiah dolar`),
  en: list(
    `${UNITS} thousand million billion trillion percent degrees metres kilometres hectares litres rupiah dollars`,
  ),
};

/** Written before a name. */
const TITLES = list(
  'H. Hj. KH KH. K.H. Kyai Kiai Ust. Drs. Drs Dra. Dr. dr. drg. drh. Ir. Ir Prof. R. R.A. R.M. Rr. Raden Tn. Ny. Nn. Sdr. Sdri. ' +
    'Bpk. Yth. Jl. Jln. Gg. Ds. Kec. Kab. Mr. Mrs. Ms. St. Sr. Jr.',
);

const INITIAL = /^(?:\p{Lu}|Th|Sj)\.$/u;
const CAPITAL = /^[“"‘'(]?\p{Lu}/u;
/** S.E., M.Si., Ph.D., A.Md. */
const DEGREE = /^(?:[SMDA]\.(?:\p{L}{1,5}\.)+|Ph\.D\.?|M\.?B\.?A\.?|B\.?A\.?)(?:\p{L}+\.?)?[,.;:)]*$/u;
const NUMBER = /^[(“"‘']?(?:[+\-–−±]?\d[\d.,:/]*\d|\d)$/u;
const STARTS_WITH_NUMBER = /^[(“"‘']?[+\-–−±]?\d/u;
const DASH = /^[\u2012-\u2015]/u;
const ENDS_WITH_DASH = /[\u2012-\u2015]$/u;
const MARKS_BEFORE = /^[(“"‘'[]+/u;
const MARKS_BEHIND = /[)”"’'\],.;:!?]+$/u;

function belongsTo(before: string, word: string, language: BreakLanguage): boolean {
  if (DASH.test(word)) return !ENDS_WITH_DASH.test(before);
  const opened = before.replace(MARKS_BEFORE, '');
  if (STARTS_WITH_NUMBER.test(word)) {
    const names = BEFORE_NUMBER[language];
    return names.has(opened) || names.has(opened.toLowerCase());
  }
  if (NUMBER.test(before)) {
    const unit = word.replace(MARKS_BEHIND, '');
    return AFTER_NUMBER[language].has(word) || AFTER_NUMBER[language].has(unit) || MONTHS[language].has(unit);
  }
  if ((TITLES.has(opened) || INITIAL.test(opened)) && CAPITAL.test(word)) return true;
  return before.endsWith(',') && DEGREE.test(word);
}

// ---- Inside a word ---------------------------------------------------------------------------------------------------

/** A dash stays on the line of what is before it, and one between numbers on that of both; so does a lone letter. */
function markDashes(allowed: Uint8Array, word: string, start: number): void {
  for (let at = 1; at < word.length; at += 1) {
    if (allowed[start + at] !== PLAIN_BREAK) continue;
    const isBeforeDash = DASH.test(word.charAt(at));
    const isRange =
      ENDS_WITH_DASH.test(word.charAt(at - 1)) && /\d/.test(word.charAt(at - 2)) && /\d/.test(word.charAt(at));
    const leavesLetter = at === 2 && word.charAt(1) === '-';
    if (isBeforeDash || isRange || leavesLetter) allowed[start + at] = RELUCTANT_BREAK;
  }
}

// ---- Addresses -------------------------------------------------------------------------------------------------------

const SCHEME = /^[(<“"]*(?:https?:\/\/|www\.)/u;
const MAIL = /^[(<“"]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
/** A domain with a path, or with an ending that says so. */
const DOMAIN = /^[(<“"]*(?:[a-z\d-]+\.)+(?:[a-z]{2,}\/|(?:id|com|org|net|gov|edu|info)(?:[/)>”",.;:!?]|$))/u;

const isAddress = (word: string): boolean =>
  word.includes('.') && (SCHEME.test(word) || MAIL.test(word) || DOMAIN.test(word));

const ENDS_PART = '/.?&=-';

function markAddress(allowed: Uint8Array, word: string, start: number): void {
  const end = word.length - (MARKS_BEHIND.exec(word)?.[0].length ?? 0);
  for (let at = 1; at < word.length; at += 1) {
    const endsPart = ENDS_PART.includes(word.charAt(at - 1)) && !ENDS_PART.includes(word.charAt(at));
    // At least two characters on either side.
    const isInside = at >= 2 && at <= end - 2;
    allowed[start + at] = endsPart && isInside ? ADDRESS_BREAK : NO_BREAK;
  }
}
