import type { Random } from './seeded.ts';

const LETTERS = 'aaabcdeeefghiiijklmnnoopqrsttuuvwxyz';
const GAPS = [' ', ' ', ' ', ' ', ' ', ' ', '  ', '\n', ' \n  '];
/** Have kerning, ligatures, figures and capitals that features change. */
const SPECIMENS = ['office', 'fluff', 'To', 'AVAVA', 'Ta', 'We', '1110', '1711', '2026', 'Pasuruan', 'Yogya', 'fi'];

export function word(random: Random, longest = 9): string {
  const length = random.integer(1, longest);
  const letters = Array.from({ length }, () => LETTERS[random.integer(0, LETTERS.length - 1)] ?? 'a');
  if (random.chance(0.1)) letters[0] = (letters[0] ?? '').toUpperCase();
  if (length > 5 && random.chance(0.05)) letters[3] = '-';
  if (random.chance(0.03)) letters.push('ß');
  return letters.join('');
}

/** Words with white space between them, most of it single spaces. */
export function words(random: Random, least: number, most: number): string {
  return join(random, least, most, () => (random.chance(0.03) ? word(random, 40) : word(random)));
}

export function specimens(random: Random, least: number, most: number): string {
  return join(random, least, most, () => random.pick(SPECIMENS));
}

/** Always before a space: without one a browser has rules of its own for breaks after some of them. */
const stop = (random: Random): string => (random.chance(0.06) ? random.pick([',', '.', ';', '!']) : '');

function join(random: Random, least: number, most: number, make: () => string): string {
  const count = random.integer(least, most);
  let made = make();
  for (let i = 1; i < count; i++) made += `${stop(random)}${random.pick(GAPS)}${make()}`;
  return made;
}
