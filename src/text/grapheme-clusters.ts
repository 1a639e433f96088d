/**
 * UAX 29 extended grapheme clusters. `Intl` is used here and nowhere else: this segmentation has no locale data, "und"
 * only says so. It follows the Unicode version that Node was built with, which is fixed for a Node release.
 */
let segmenter: Intl.Segmenter | undefined;

/** No character before U+0300 joins another one, except that CR LF stays together. */
const SIMPLE = /^[\u0020-\u02ff]*$/;

/** Offsets where a cluster begins, ascending, from 0. */
export function clusterStarts(text: string): readonly number[] {
  if (SIMPLE.test(text)) return Array.from({ length: text.length }, (_, index) => index);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (segment) => segment.index);
}
