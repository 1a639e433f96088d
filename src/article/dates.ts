import { type PageLanguage, pageWords } from '../words/pages.ts';
import { ARTICLE_LIMITS } from './limits.ts';
import type { CivilDate } from './types.ts';

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type ParsedDate =
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'bad-form' }
  | { readonly kind: 'no-such-month'; readonly month: number }
  | { readonly kind: 'no-such-day'; readonly date: CivilDate; readonly days: number }
  | { readonly kind: 'out-of-range' }
  /** `given` as written; `right` and `corrected` in its language. */
  | { readonly kind: 'wrong-weekday'; readonly given: string; readonly right: string; readonly corrected: string };

/** Older spellings that are still about. */
const MONTH_VARIANTS: Readonly<Record<string, number>> = { pebruari: 2, nopember: 11 };
const WEEKDAY_VARIANTS: Readonly<Record<string, Weekday>> = { "jum'at": 4, 'jum’at': 4, ahad: 6 };
const LANGUAGES: readonly PageLanguage[] = ['id', 'en'];

/** `2021-03-01`, `1 Maret 2021` or `Senin, 1 Maret 2021`; months and weekdays in Indonesian or English, in any case. */
export function parseDate(text: string): ParsedDate {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso !== null) {
    return checkDate({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) });
  }
  const long = /^(?:([\p{L}'’]+)(?:\s*,\s*|\s+))?(\d{1,2})\s+(\p{L}+)\s+(\d{4})$/u.exec(text);
  if (long === null) return { kind: 'bad-form' };
  const [, given, day, monthName = '', year] = long;
  const month = monthOf(monthName.toLowerCase());
  if (month === undefined) return { kind: 'bad-form' };
  const weekday = given === undefined ? undefined : weekdayNamed(given.toLowerCase());
  if (given !== undefined && weekday === undefined) return { kind: 'bad-form' };
  const checked = checkDate({ year: Number(year), month, day: Number(day) });
  if (checked.kind !== 'date' || given === undefined || weekday === undefined) return checked;
  const actual = weekdayOf(checked.date);
  if (weekday.day === actual) return checked;
  const right = pageWords(weekday.language).weekdays[actual];
  return { kind: 'wrong-weekday', given, right, corrected: `${right}, ${day} ${monthName} ${year}` };
}

function checkDate(date: CivilDate): ParsedDate {
  if (date.year < ARTICLE_LIMITS.firstYear || date.year > ARTICLE_LIMITS.lastYear) return { kind: 'out-of-range' };
  if (date.month < 1 || date.month > 12) return { kind: 'no-such-month', month: date.month };
  const days = daysInMonth(date.year, date.month);
  if (date.day < 1 || date.day > days) return { kind: 'no-such-day', date, days };
  return { kind: 'date', date };
}

function monthOf(name: string): number | undefined {
  for (const language of LANGUAGES) {
    const index = pageWords(language).months.findIndex((month) => month.toLowerCase() === name);
    if (index >= 0) return index + 1;
  }
  return Object.hasOwn(MONTH_VARIANTS, name) ? MONTH_VARIANTS[name] : undefined;
}

function weekdayNamed(name: string): { day: Weekday; language: PageLanguage } | undefined {
  for (const language of LANGUAGES) {
    const index = pageWords(language).weekdays.findIndex((weekday) => weekday.toLowerCase() === name);
    if (index >= 0) return { day: toWeekday(index), language };
  }
  const day = Object.hasOwn(WEEKDAY_VARIANTS, name) ? WEEKDAY_VARIANTS[name] : undefined;
  return day === undefined ? undefined : { day, language: 'id' };
}

/** Gregorian. Month from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 0 = Monday. */
export function weekdayOf(date: CivilDate): Weekday {
  // 1970-01-01 was a Thursday.
  return toWeekday((((daysSinceEpoch(date) + 3) % 7) + 7) % 7);
}

function toWeekday(index: number): Weekday {
  switch (index) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
      return index;
    default:
      throw new Error(`No weekday ${index}`);
  }
}

/** Days from 1970-01-01, by calendar arithmetic alone: years begin in March, so that the leap day is their last. */
function daysSinceEpoch({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** "Senin, 1 Maret 2021" or "Monday, 1 March 2021". */
export function formatDate(date: CivilDate, language: PageLanguage): string {
  const words = pageWords(language);
  const weekday = words.weekdays[weekdayOf(date)];
  return `${weekday}, ${date.day} ${words.months[date.month - 1]} ${date.year}`;
}

/** `2021-03-01`. */
export function toIsoDate({ year, month, day }: CivilDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Seconds since 1970 at 12:00 in Asia/Jakarta (UTC+7, without summer time): the time of an article's document. */
export function noonInJakarta(date: CivilDate): number {
  return daysSinceEpoch(date) * 86_400 + (12 - 7) * 3600;
}

/** Negative when `a` is the earlier day. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return daysSinceEpoch(a) - daysSinceEpoch(b);
}
