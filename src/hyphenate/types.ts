/** Languages whose words can be broken. */
export type BreakLanguage = 'id' | 'en';

export interface BreakOptions {
  readonly language: BreakLanguage;
  /** Fewest letters before a break (`hyphenate-limit-chars`); 2 when left out, and never less. */
  readonly before?: number;
  /** Fewest letters after a break; 2 when left out, and never less. Where a line can do without, ask for 3. */
  readonly after?: number;
}

/** The places of a word where a hyphen may be put, in ascending order, as UTF-16 indexes of the character after it. */
export type WordBreaker = (word: string) => readonly number[];

/** What was loaded, one breaker a language; a pure function from here on. */
export interface Hyphenator {
  readonly breakers: ReadonlyMap<BreakLanguage, WordBreaker>;
}
