import UnicodeLineBreaker from 'linebreak';

/** UAX 14, class CB. */
export const ATOM_STAND_IN = '\ufffc';
export const SOFT_HYPHEN = 0xad;
/** White space, which ends the line before it, and what glues: of the classes GL (but NBSP), WJ and ZWJ. */
const HOLDING: ReadonlySet<string> = new Set(' \t\n\u2007\u2011\u202f\u2060\ufeff\u200d');

/** What may be at an offset: 0 where no line begins, else how the line before it would end. */
export const NO_BREAK = 0;
/** Without a sign. */
export const PLAIN_BREAK = 1;
/** With a hyphen that is set. */
export const HYPHEN_BREAK = 2;
/** The same where only two letters of the word are left for the next line. */
export const SHORT_HYPHEN_BREAK = 3;
/** Between the parts of an address. */
export const ADDRESS_BREAK = 4;
/** In what belongs together. */
export const RELUCTANT_BREAK = 5;

export const setsHyphen = (kind: number): boolean => kind === HYPHEN_BREAK || kind === SHORT_HYPHEN_BREAK;

/**
 * UAX 14 over the text of a whole paragraph: for each offset whether a line may begin there. Offset 0 and the end are no
 * opportunities. Forced breaks are not marked: the paragraph has them as pieces of their own. `atoms`: where they stand;
 * a line may end on both sides of them, whatever stands there (CSS Text 3, section 5.1). A soft hyphen that nothing stands
 * before is none.
 */
export function breakOpportunities(text: string, atoms: readonly number[]): Uint8Array {
  const allowed = new Uint8Array(text.length + 1);
  const breaker = new UnicodeLineBreaker(text);
  // Each call moves on in the text, so that there are at most as many breaks as characters.
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    if (found.required) continue;
    if (text.charCodeAt(found.position - 1) !== SOFT_HYPHEN) allowed[found.position] = PLAIN_BREAK;
    else if (/[^\s\u00ad\ufffc]/u.test(text.charAt(found.position - 2))) allowed[found.position] = HYPHEN_BREAK;
  }
  for (const atom of atoms) {
    if (!HOLDING.has(text.charAt(atom - 1))) allowed[atom] = PLAIN_BREAK;
    if (!HOLDING.has(text.charAt(atom + 1))) allowed[atom + 1] = PLAIN_BREAK;
  }
  allowed[0] = NO_BREAK;
  allowed[text.length] = NO_BREAK;
  return allowed;
}
