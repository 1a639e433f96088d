const ZERO_WIDTH_NON_JOINER = 0x200c;
const ZERO_WIDTH_JOINER = 0x200d;
export const TEXT_PRESENTATION = 0xfe0e;
export const EMOJI_PRESENTATION = 0xfe0f;

/** Ignorable characters that change how their neighbours are shaped. */
export function isShapingControl(codePoint: number): boolean {
  return (
    codePoint === ZERO_WIDTH_JOINER ||
    codePoint === ZERO_WIDTH_NON_JOINER ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  );
}

/** Of the same font, in this order, for a character that the font lacks. */
export function substitutesOf(codePoint: number): readonly number[] {
  if (codePoint === 0x2011) return [0x2010, 0x2d];
  if (codePoint === 0x2010) return [0x2d];
  if (codePoint === 0xa0 || (codePoint >= 0x2000 && codePoint <= 0x200a)) return [0x20];
  if (codePoint === 0x202f || codePoint === 0x205f || codePoint === 0x3000) return [0x20];
  return [];
}

/** CSS Text 3, section 4.1: control characters of the line breaking classes BK, LF and NL end a line. */
export function isForcedBreak(codeUnit: number): boolean {
  if (codeUnit < 0x80) return codeUnit === 0x0a || codeUnit === 0x0b || codeUnit === 0x0c;
  return codeUnit === 0x85 || codeUnit === 0x2028 || codeUnit === 0x2029;
}

/** CSS Text 3, section 6.4: separators that justification stretches. */
export function isWordSeparator(codeUnit: number): boolean {
  return codeUnit === 0x20 || codeUnit === 0xa0;
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}]/u;

/**
 * Bidi level by the script of the characters alone: 1 for right-to-left scripts, else 0. The paragraph is always left to
 * right; digits between right-to-left words keep level 0 (the full algorithm of UAX 9 is not here).
 */
export function levelOf(text: string): number {
  return RIGHT_TO_LEFT.test(text) ? 1 : 0;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Hebrew',
  'Arabic',
  'Javanese',
  'Balinese',
  'Sundanese',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Han',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')]);

/** `undefined` for characters that take the script of what is around them. */
export function scriptOf(text: string): string | undefined {
  return SCRIPTS.find(([, pattern]) => pattern.test(text))?.[0];
}
