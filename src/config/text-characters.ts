/**
 * Characters that no text of ours may hold: C0 and C1 controls other than tab and line feed, DEL, lone surrogates, and
 * the private-use planes 15 and 16, which carry places through the merge.
 */
const FORBIDDEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u{f0000}-\u{10ffff}]/gu;

/** Unicode's Bidi_Control: they reorder what stands around them, also in file lists and messages. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export interface ForbiddenCharacter {
  /** UTF-16 offset. */
  readonly at: number;
  readonly codePoint: number;
  /** How many there are in the whole text. */
  readonly count: number;
}

export function findForbidden(text: string): ForbiddenCharacter | undefined {
  let first: { at: number; codePoint: number } | undefined;
  let count = 0;
  for (const match of text.matchAll(FORBIDDEN)) {
    first ??= { at: match.index, codePoint: match[0].codePointAt(0) ?? 0 };
    count++;
  }
  return first === undefined ? undefined : { ...first, count };
}

/** For one-line facts such as a title: also refuses what changes the direction of text. */
export function findForbiddenInLine(text: string): number | undefined {
  const forbidden = findForbidden(text);
  if (forbidden !== undefined) return forbidden.codePoint;
  return DIRECTION.exec(text)?.[0].codePointAt(0);
}
