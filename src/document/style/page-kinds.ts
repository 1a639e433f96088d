import type { PageRule, PageSelector } from '../css/sheet/page-rules.ts';
import type { PageKind } from '../types.ts';

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
  return [...names, undefined].flatMap((name) =>
    firsts.flatMap((first) =>
      sides.flatMap((side) =>
        (name === undefined ? blanks : [undefined]).map((blank): PageKind => ({ name, first, side, blank })),
      ),
    ),
  );
}

/**
 * Indexes of the rules that apply to a kind of page, the strongest last: CSS Paged Media 3, section 4.3. The name counts
 * most, then `:first` and `:blank`, then the side, then the order.
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

function applies({ name, pseudos }: PageSelector, kind: PageKind): boolean {
  if (name !== undefined && name !== kind.name) return false;
  return pseudos.every(
    (pseudo) =>
      pseudo === kind.side ||
      (pseudo === 'first' && kind.first === true) ||
      (pseudo === 'blank' && kind.blank === true),
  );
}

/** Selectors have a handful of pseudo-classes: the digits never run over. */
function specificity({ name, pseudos }: PageSelector): number {
  const sides = pseudos.filter((pseudo) => pseudo === 'left' || pseudo === 'right').length;
  return (name === undefined ? 0 : 1e6) + (pseudos.length - sides) * 1e3 + sides;
}
