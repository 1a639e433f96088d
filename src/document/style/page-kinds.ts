import type { PageRule, PageSelector } from '../css/sheet/page-rules.ts';
import type { Nth, PageKind } from '../types.ts';

/** Pages that one document may have. */
export const MOST_PAGES = 2000;

/**
 * The kinds of page that the rules tell from each other, a name's before those of the pages without one of these names.
 * A blank page has no name.
 */
export function pageKinds(rules: readonly PageRule[]): readonly PageKind[] {
  const selectors = rules.flatMap((rule) => rule.selectors);
  const speaks = (pseudo: 'first' | 'left' | 'right' | 'blank'): boolean =>
    selectors.some(({ pseudos }) => pseudos.includes(pseudo));
  const names = new Set(selectors.flatMap(({ name }) => name ?? []));
  const firsts = speaks('first') ? [true, false] : [undefined];
  const sides = speaks('left') || speaks('right') ? (['right', 'left'] as const) : [undefined];
  const blanks = speaks('blank') ? [true, false] : [undefined];
  const numbers = numberKinds(selectors.flatMap(({ nths }) => nths));
  return [...names, undefined].flatMap((name) =>
    firsts.flatMap((first) =>
      sides.flatMap((side) =>
        (name === undefined ? blanks : [undefined]).flatMap((blank) =>
          numbers.map((nths): PageKind => ({ name, first, side, blank, nths })),
        ),
      ),
    ),
  );
}

/** The ways in which the number of a page may or may not be each of those that rules speak of. */
function numberKinds(nths: readonly Nth[]): readonly PageKind['nths'][] {
  const distinct = nths.filter((nth, i) => nths.findIndex((other) => isSameNth(other, nth)) === i);
  if (distinct.length === 0) return [[]];
  const kinds = new Map<string, PageKind['nths']>();
  for (let number = 1; number <= MOST_PAGES; number++) {
    const kind = distinct.map((nth) => ({ nth, holds: isNth(nth, number) }));
    const key = kind.map(({ holds }) => (holds ? '1' : '0')).join('');
    if (!kinds.has(key)) kinds.set(key, kind);
  }
  return [...kinds.values()];
}

const isSameNth = (a: Nth, b: Nth): boolean => a.step === b.step && a.offset === b.offset;

/** Whether a number is one of them. */
export function isNth({ step, offset }: Nth, number: number): boolean {
  const count = number - offset;
  return step === 0 ? count === 0 : count % step === 0 && count / step >= 0;
}

/**
 * Indexes of the rules that apply to a kind of page, the strongest last: CSS Paged Media 3, section 4.3. The name counts
 * most, then `:first`, `:blank` and `:nth()`, then the side, then the order.
 */
export function rulesOf(rules: readonly PageRule[], kind: PageKind): readonly number[] {
  return rules
    .flatMap((rule, index) => {
      const weights = rule.selectors.filter((selector) => applies(selector, kind)).map(specificity);
      return weights.length === 0 ? [] : [{ index, weight: Math.max(...weights) }];
    })
    .sort((a, b) => a.weight - b.weight || a.index - b.index)
    .map(({ index }) => index);
}

function applies({ name, pseudos, nths }: PageSelector, kind: PageKind): boolean {
  if (name !== undefined && name !== kind.name) return false;
  const isOf = (nth: Nth): boolean => kind.nths.some((other) => other.holds && isSameNth(other.nth, nth));
  if (!nths.every(isOf)) return false;
  return pseudos.every(
    (pseudo) =>
      pseudo === kind.side ||
      (pseudo === 'first' && kind.first === true) ||
      (pseudo === 'blank' && kind.blank === true),
  );
}

/** Selectors have a handful of pseudo-classes: the digits never run over. */
function specificity({ name, pseudos, nths }: PageSelector): number {
  const sides = pseudos.filter((pseudo) => pseudo === 'left' || pseudo === 'right').length;
  return (name === undefined ? 0 : 1e6) + (pseudos.length - sides + nths.length) * 1e3 + sides;
}
