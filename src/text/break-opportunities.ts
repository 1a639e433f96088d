import UnicodeLineBreaker from 'linebreak';

/** UAX 14, class ID: how CSS Text 3, section 5.1, wants an atomic inline to break. */
export const ATOM_STAND_IN = '\u4e00';
const SOFT_HYPHEN = 0xad;

/**
 * UAX 14 over the text of a whole paragraph. In the result, 1 at an offset means that a line may begin there. Offset 0
 * and the end are no opportunities. Forced breaks are not marked: the paragraph has them as pieces of their own.
 * A soft hyphen is no opportunity: nothing shows a hyphen at the end of such a line yet.
 */
export function breakOpportunities(text: string): Uint8Array {
  const allowed = new Uint8Array(text.length + 1);
  const breaker = new UnicodeLineBreaker(text);
  // Each call moves on in the text, so that there are at most as many breaks as characters.
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    if (!found.required && text.charCodeAt(found.position - 1) !== SOFT_HYPHEN) allowed[found.position] = 1;
  }
  allowed[0] = 0;
  allowed[text.length] = 0;
  return allowed;
}
