import type { BreakLanguage } from './types.ts';

/** Of a BCP 47 tag; `undefined`: words of that language are not broken. */
export function breakLanguage(lang: string): BreakLanguage | undefined {
  const primary = lang.toLowerCase().split('-')[0];
  return primary === 'id' || primary === 'en' ? primary : undefined;
}
