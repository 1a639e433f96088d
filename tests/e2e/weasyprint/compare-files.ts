import type { Rect } from '../../../src/base/geometry.ts';
import type { Word } from '../printed-words.ts';

/** Points. */
const TOLERANCE = 1;

/** How many were compared, and a line of text for each that differs. */
interface Compared {
  readonly count: number;
  readonly differing: readonly string[];
}

export interface Comparison {
  /** Ends of pages: the last word before and the first word after, in the page area. */
  readonly breaks: Compared;
  /** Words of the page areas: page and place. */
  readonly flow: Compared;
  /** Words outside the page areas: page and place. */
  readonly marginBoxes: Compared;
}

/** `areas`: the page area of each page; a page without one has that of the last. */
export function compareFiles(ours: readonly Word[], theirs: readonly Word[], areas: readonly Rect[]): Comparison {
  const isFlow = ({ page, x, y }: Word): boolean => {
    const area = areas[Math.min(page, areas.length) - 1];
    if (area === undefined) return true;
    const isBeside = x < area.x - TOLERANCE || x > area.x + area.width + TOLERANCE;
    return !isBeside && y >= area.y - TOLERANCE && y <= area.y + area.height + TOLERANCE;
  };
  const isMargin = (word: Word): boolean => !isFlow(word);
  const pages = (words: readonly Word[]): number => Math.max(1, ...words.map(({ page }) => page));
  return {
    breaks: compareBreaks(ours.filter(isFlow), theirs.filter(isFlow), Math.max(pages(ours), pages(theirs))),
    flow: compareWords(ours.filter(isFlow), theirs.filter(isFlow)),
    marginBoxes: compareWords(ours.filter(isMargin), theirs.filter(isMargin)),
  };
}

function compareBreaks(ours: readonly Word[], theirs: readonly Word[], pages: number): Compared {
  const differing: string[] = [];
  for (let page = 1; page < pages; page++) {
    const [our, their] = [breakAfter(ours, page), breakAfter(theirs, page)];
    if (our !== their) differing.push(`end of page ${page}: ours ${our}, theirs ${their}`);
  }
  return { count: pages - 1, differing };
}

/** `w7 | w8`; `-` where the page has no word. */
function breakAfter(words: readonly Word[], page: number): string {
  const last = words.findLast((word) => word.page === page);
  const first = words.find((word) => word.page === page + 1);
  return `${last?.text ?? '-'} | ${first?.text ?? '-'}`;
}

function compareWords(ours: readonly Word[], theirs: readonly Word[]): Compared {
  const left = [...ours];
  const differing: string[] = [];
  const take = (isIt: (word: Word) => boolean): Word | undefined => {
    const at = left.findIndex(isIt);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const unmatched = theirs.filter((word) => take((one) => isSame(one, word)) === undefined);
  for (const word of unmatched) {
    const other =
      take((one) => one.text === word.text && one.page === word.page) ?? take((one) => one.text === word.text);
    differing.push(`${word.text}: ours ${placeOf(other)}, theirs ${placeOf(word)}`);
  }
  for (const word of left) differing.push(`${word.text}: ours ${placeOf(word)}, theirs none`);
  return { count: theirs.length + left.length, differing };
}

const isSame = (a: Word, b: Word): boolean =>
  a.page === b.page && a.text === b.text && Math.abs(a.x - b.x) <= TOLERANCE && Math.abs(a.y - b.y) <= TOLERANCE;

const placeOf = (word: Word | undefined): string =>
  word === undefined ? 'none' : `page ${word.page} at ${word.x.toFixed(1)} ${word.y.toFixed(1)}`;
