import type { MatchElement } from '../selectors/match-tree.ts';
import type { PseudoName, ReadSelector } from '../selectors/read-selector.ts';
import type { DeclarationBlock } from '../sheet/declarations.ts';
import type { StyleSheet } from '../sheet/read-stylesheet.ts';

/** A selector with its rule. Its rank is its place in the cascade: origin, specificity, order. */
interface RankedRule {
  readonly rank: number;
  readonly matches: ReadSelector['matches'];
  readonly declarations: DeclarationBlock;
}

/** The rules of one pseudo-element, or of elements themselves, by what their rightmost compound asks for. */
interface Buckets {
  readonly ids: Map<string, RankedRule[]>;
  readonly classes: Map<string, RankedRule[]>;
  readonly tags: Map<string, RankedRule[]>;
  readonly any: RankedRule[];
  count: number;
}

export interface RuleIndex {
  /** By rank. */
  readonly rules: readonly RankedRule[];
  /** Rules from this rank on are the author's. */
  readonly authorFrom: number;
  readonly elements: Buckets;
  readonly pseudos: Readonly<Record<PseudoName, Buckets>>;
}

const createBuckets = (): Buckets => ({ ids: new Map(), classes: new Map(), tags: new Map(), any: [], count: 0 });

/** CSS Cascade 5, section 6: the sheets in the order of the cascade. */
export function createRuleIndex(userAgent: StyleSheet, author: readonly StyleSheet[]): RuleIndex {
  const index = {
    rules: [] as RankedRule[],
    elements: createBuckets(),
    pseudos: {
      before: createBuckets(),
      after: createBuckets(),
      marker: createBuckets(),
      'first-letter': createBuckets(),
      'footnote-call': createBuckets(),
      'footnote-marker': createBuckets(),
    },
  };
  addOrigin(index, [userAgent]);
  const authorFrom = index.rules.length;
  addOrigin(index, author);
  return { ...index, authorFrom };
}

function addOrigin(
  index: { rules: RankedRule[]; elements: Buckets; pseudos: Record<PseudoName, Buckets> },
  sheets: readonly StyleSheet[],
): void {
  const selectors = sheets.flatMap((sheet) =>
    sheet.rules.flatMap((rule) => rule.selectors.map((selector) => ({ selector, declarations: rule.declarations }))),
  );
  // The sort is stable: equal specificity leaves the order of the source.
  selectors.sort((a, b) => a.selector.specificity - b.selector.specificity);
  for (const { selector, declarations } of selectors) {
    const ranked: RankedRule = { rank: index.rules.length, matches: selector.matches, declarations };
    index.rules.push(ranked);
    addTo(selector.pseudo === undefined ? index.elements : index.pseudos[selector.pseudo], selector, ranked);
  }
}

function addTo(buckets: Buckets, selector: ReadSelector, ranked: RankedRule): void {
  buckets.count++;
  const { kind, name } = selector.key;
  if (kind === 'any') {
    buckets.any.push(ranked);
    return;
  }
  const map = kind === 'id' ? buckets.ids : kind === 'class' ? buckets.classes : buckets.tags;
  const list = map.get(name);
  if (list === undefined) map.set(name, [ranked]);
  else list.push(ranked);
}

/** The ranks of the rules that match, ascending. */
export function matchRules(buckets: Buckets, element: MatchElement): readonly number[] {
  if (buckets.count === 0) return [];
  const ranks: number[] = [];
  if (element.id !== undefined) tryRules(buckets.ids.get(element.id), element, ranks);
  for (const name of element.classes) tryRules(buckets.classes.get(name), element, ranks);
  tryRules(buckets.tags.get(element.name), element, ranks);
  tryRules(buckets.any, element, ranks);
  return ranks.length > 1 ? ranks.sort((a, b) => a - b) : ranks;
}

function tryRules(rules: readonly RankedRule[] | undefined, element: MatchElement, ranks: number[]): void {
  if (rules === undefined) return;
  for (const rule of rules) {
    if (rule.matches === undefined || rule.matches(element)) ranks.push(rule.rank);
  }
}
