import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDates,
  daysInMonth,
  formatDate,
  noonInJakarta,
  parseDate,
  toIsoDate,
  weekdayOf,
} from '../../../src/article/dates.ts';
import type { CivilDate } from '../../../src/article/types.ts';

const march1: CivilDate = { year: 2021, month: 3, day: 1 };

/** Every day of the allowed years, through the platform's own calendar. */
const day = fc.integer({ min: Date.UTC(1945, 0, 1) / 864e5, max: Date.UTC(2200, 11, 31) / 864e5 }).map((days) => {
  const utc = new Date(days * 864e5);
  const date: CivilDate = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
  return { days, date, weekday: (utc.getUTCDay() + 6) % 7 };
});

describe('parseDate', () => {
  it.each([
    '2021-03-01',
    '1 Maret 2021',
    '01 maret 2021',
    'Senin, 1 Maret 2021',
    'SENIN 1 MARET 2021',
    '1 March 2021',
    'monday, 1 march 2021',
    'Senin, 1 March 2021',
  ])('%s', (text) => {
    expect(parseDate(text)).toEqual({ kind: 'date', date: march1 });
  });

  it.each([
    ["Jum'at, 5 Maret 2021", 5],
    ['Jumat, 5 Maret 2021', 5],
    ['Ahad, 7 Maret 2021', 7],
  ])('%s in an older spelling', (text, dayOfMonth) => {
    expect(parseDate(text)).toMatchObject({ kind: 'date', date: { day: dayOfMonth } });
  });

  it.each([
    '',
    'kemarin',
    '1/3/2021',
    '2021-3-1',
    '1 Maert 2021',
    'Hari, 1 Maret 2021',
    '1 Maret 21',
    'March 1, 2021',
    '1 constructor 2021',
    'constructor, 1 Maret 2021',
    '2021-03-01T00:00',
  ])('%j is none', (text) => {
    expect(parseDate(text)).toEqual({ kind: 'bad-form' });
  });

  it('says what is wrong with a date that looks right', () => {
    expect(parseDate('31 Februari 2021')).toMatchObject({ kind: 'no-such-day', days: 28 });
    expect(parseDate('2024-02-30')).toMatchObject({ kind: 'no-such-day', days: 29 });
    expect(parseDate('1900-01-01')).toEqual({ kind: 'out-of-range' });
    expect(parseDate('0 Maret 2021')).toMatchObject({ kind: 'no-such-day', days: 31 });
    expect(parseDate('2021-13-01')).toEqual({ kind: 'no-such-month', month: 13 });
    expect(parseDate('1 Januari 1944')).toEqual({ kind: 'out-of-range' });
    expect(parseDate('2201-01-01')).toEqual({ kind: 'out-of-range' });
    expect(parseDate('Selasa, 1 Maret 2021')).toEqual({
      kind: 'wrong-weekday',
      given: 'Selasa',
      right: 'Senin',
      corrected: 'Senin, 1 Maret 2021',
    });
    expect(parseDate('Tuesday, 1 March 2021')).toMatchObject({ right: 'Monday', corrected: 'Monday, 1 March 2021' });
  });

  it('reads back what formatDate and toIsoDate write, in both languages', () => {
    fc.assert(
      fc.property(day, ({ date }) => {
        for (const text of [formatDate(date, 'id'), formatDate(date, 'en'), toIsoDate(date)]) {
          expect(parseDate(text)).toEqual({ kind: 'date', date });
        }
      }),
    );
  });
});

describe('the calendar', () => {
  it('writes dates as they are read', () => {
    expect(formatDate(march1, 'id')).toBe('Senin, 1 Maret 2021');
    expect(formatDate(march1, 'en')).toBe('Monday, 1 March 2021');
    expect(toIsoDate(march1)).toBe('2021-03-01');
  });

  it('agrees with the Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(weekdayOf(a.date)).toBe(a.weekday);
        expect(noonInJakarta(a.date)).toBe(a.days * 86_400 + 5 * 3600);
        expect(Math.sign(compareDates(a.date, b.date))).toBe(Math.sign(a.days - b.days));
        expect(daysInMonth(a.date.year, a.date.month)).toBe(
          new Date(Date.UTC(a.date.year, a.date.month, 0)).getUTCDate(),
        );
      }),
    );
  });

  it('puts noon on the same day in Jakarta and in UTC', () => {
    expect(new Date(noonInJakarta(march1) * 1000).toISOString()).toBe('2021-03-01T05:00:00.000Z');
  });
});
