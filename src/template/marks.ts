/**
 * Places that travel inside the merged HTML (contract 5 and `docs/decisions/0002-places-through-the-merge.md`).
 *
 * Text and attribute values: `markStart(n)`, the value, `MARK_END`. Marks do not nest. Elements: the attribute
 * `PLACE_ATTRIBUTE` with `n` in decimal digits. `n` is an index into `MergedHtml.marks`.
 */

/** On elements; the HTML reader takes it off again. */
export const PLACE_ATTRIBUTE = 'data-buletin-place';

const FIRST = 0xf0000;
/** U+FFFFE and U+FFFFF are no characters: an HTML parser reports them. */
const LAST = 0xffffd;

/** The end of a marked value. */
export const MARK_END = '\u{10FFFD}';

/** The character before a value that comes from `marks[n]`; empty when `n` has no character any more. */
export function markStart(n: number): string {
  return FIRST + n <= LAST ? String.fromCodePoint(FIRST + n) : '';
}

/** Values may not hold any character of the planes 15 and 16. */
const anyMark = /[\u{F0000}-\u{10FFFF}]/u;
const eachMark = /[\u{F0000}-\u{10FFFF}]/gu;

/** The first character of a value that would pass for a mark. */
export function findMark(value: string): { readonly offset: number; readonly codePoint: number } | undefined {
  const match = anyMark.exec(value);
  if (match === null) return undefined;
  return { offset: match.index, codePoint: match[0].codePointAt(0) ?? 0 };
}

/** From `start` (UTF-16, in the text without marks) on: `mark` indexes `MergedHtml.marks`; `undefined` is unmarked. */
interface MarkSpan {
  readonly start: number;
  readonly mark: number | undefined;
}

export interface TakenMarks {
  /** Without marks. */
  readonly text: string;
  /** Ascending, one for each start; empty when there was no mark at all. The text before the first is unmarked. */
  readonly spans: readonly MarkSpan[];
}

/** Takes the marks out of a text node or an attribute's value, after character references were resolved. */
export function takeMarks(marked: string): TakenMarks {
  if (!anyMark.test(marked)) return { text: marked, spans: [] };
  const spans: MarkSpan[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(eachMark)) {
    text += marked.slice(from, match.index);
    from = match.index + match[0].length;
    const codePoint = match[0].codePointAt(0) ?? 0;
    const mark = codePoint <= LAST ? codePoint - FIRST : undefined;
    if (spans.at(-1)?.start === text.length) spans.pop();
    spans.push({ start: text.length, mark });
  }
  return { text: text + marked.slice(from), spans };
}
