/**
 * UAX 29 extended grapheme clusters. `Intl` is used here and nowhere else: this segmentation has no locale data, "und"
 * only says so. It follows the Unicode version that Node was built with, which is fixed for a Node release.
 */
let segmenter: Intl.Segmenter | undefined;

/** No character before U+0300 joins another one, except that CR LF stays together. */
const SIMPLE = /^[\u0020-\u02ff]*$/;

/** The segmenter's time grows with the square of a text's length: longer ones are taken in parts of about this size. */
const PART = 1024;

/** Offsets where a cluster begins, ascending, from 0. */
export function clusterStarts(text: string): readonly number[] {
  if (SIMPLE.test(text)) return Array.from({ length: text.length }, (_, index) => index);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const starts: number[] = [];
  for (let from = 0; from < text.length; ) {
    const end = partEnd(text, from + PART);
    for (const { index } of segmenter.segment(text.slice(from, end))) starts.push(from + index);
    from = end;
  }
  return starts;
}

/** The first offset from `at` on at which no cluster can go on: before a simple character, unless one before joins it. */
function partEnd(text: string, at: number): number {
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    const before = text.charCodeAt(end - 1);
    // GB9b: every Prepend is U+0600 or later, and none is in the blocks of punctuation and symbols.
    const mayPrepend = before >= 0x600 && !(before >= 0x2000 && before < 0x3000);
    if (code >= 0x20 && code < 0x300 && !mayPrepend) return end;
  }
  return text.length;
}
