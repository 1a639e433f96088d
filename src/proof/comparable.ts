/** What cannot be told apart in a finished file, or is not seen. U+0002 and U+FFFE stand for a hyphen at a line's end. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\u0002\ufffe\u002d\u2010\u2011]/gu;
const VARIANTS = /[\u2018\u2019\u02bc\u201c\u201d\u2026\ufb00-\ufb06]/g;

const VARIANT_TEXT: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2026': '...',
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};

/**
 * A text as it is compared: NFC, without white space, hyphens and default-ignorable characters, ligatures taken apart,
 * quotes straight, in one case (a layout may print in capitals).
 */
export function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(VARIANTS, (character) => VARIANT_TEXT[character] ?? character)
    .toUpperCase()
    .toLowerCase();
}

const LINE_END_HYPHEN = /[\u0002\ufffe]/u;

/** The same for the text of a file, and where hyphens stood at the ends of lines inside words. */
export function comparablePages(text: string): { readonly text: string; readonly parted: readonly number[] } {
  const parted: number[] = [];
  let compared = '';
  for (const part of text.split(LINE_END_HYPHEN)) {
    if (compared !== '') parted.push(compared.length);
    compared += comparable(part);
  }
  return { text: compared, parted };
}
