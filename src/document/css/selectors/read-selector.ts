import type { CssNode, Selector, SelectorList } from 'css-tree';
import * as tokenizer from 'css-tree/tokenizer';
import type { Place } from '../../../base/source.ts';
import type { Problems } from '../sheet/problems.ts';
import { compileSelector } from './compile-selector.ts';
import type { MatchElement } from './match-tree.ts';

export type PseudoName = 'before' | 'after' | 'marker' | 'first-letter' | 'footnote-call' | 'footnote-marker';

/** One complex selector, ready to be tried. */
export interface ReadSelector {
  readonly pseudo: PseudoName | undefined;
  /** `[id, class, type]` as one number: no part reaches 1000 in practice, and each is cut there. */
  readonly specificity: number;
  /** What the rightmost compound certainly asks for: by this the rules are indexed. */
  readonly key: { readonly kind: 'id' | 'class' | 'tag' | 'any'; readonly name: string };
  /** `undefined`: the key alone decides. */
  readonly matches: ((element: MatchElement) => boolean) | undefined;
}

export const pseudoElements: readonly PseudoName[] = [
  'before',
  'after',
  'marker',
  'first-letter',
  'footnote-call',
  'footnote-marker',
];
/** With one colon they are older than the rule of two. CSS Pseudo 4, section 7. */
const OLD_PSEUDO_ELEMENTS: ReadonlySet<string> = new Set(['before', 'after', 'first-letter']);

/** Pseudo-classes without arguments, and with one. What depends on a reader's screen is not here. */
export const plainPseudoClasses: readonly string[] = [
  'root',
  'empty',
  'first-child',
  'last-child',
  'only-child',
  'first-of-type',
  'last-of-type',
  'only-of-type',
  'link',
  'any-link',
];
export const functionalPseudoClasses: readonly string[] = [
  'nth-child',
  'nth-last-child',
  'nth-of-type',
  'nth-last-of-type',
  'not',
  'is',
  'where',
  'has',
  'lang',
];

/** `undefined`: reported, and the selector selects nothing. */
export function readSelector(node: Selector, text: string, place: Place, problems: Problems): ReadSelector | undefined {
  const parts = node.children.toArray();
  const pseudo = splitPseudo(parts, node, text);
  const rest = pseudo === undefined ? parts : parts.slice(0, -1);
  const part = findUnsupported(rest);
  const refuse = (what: string): undefined => {
    problems.add('document/unsupported-selector', place, { selector: text, part: what });
  };
  if (part !== undefined) return refuse(part);
  const base = withoutComments(pseudo === undefined ? text : pseudo.base);
  const key = keyOf(rest);
  const isTrivial = rest.length === 0 || (rest.length === 1 && key.kind !== 'any') || base === '*';
  const matches = isTrivial ? undefined : compileSelector(base);
  if (!isTrivial && matches === undefined) return refuse(base);
  const specificity = specificityOf(rest) + (pseudo === undefined ? 0 : TYPE);
  return { pseudo: pseudo?.name, specificity, key, matches };
}

/** The pseudo-element at the end, `:before`, `:after` and `:first-letter` included. */
function splitPseudo(
  parts: readonly CssNode[],
  node: Selector,
  text: string,
): { readonly name: PseudoName; readonly base: string } | undefined {
  const last = parts.at(-1);
  if (last?.type !== 'PseudoElementSelector' && last?.type !== 'PseudoClassSelector') return undefined;
  const name = last.name.toLowerCase();
  if (!isPseudoName(name) || last.children !== null) return undefined;
  if (last.type === 'PseudoClassSelector' && !OLD_PSEUDO_ELEMENTS.has(name)) return undefined;
  const start = node.loc?.start.offset;
  const end = last.loc?.start.offset;
  if (start === undefined || end === undefined) return undefined;
  const base = text.slice(0, end - start);
  // `p > ::before` means `p > *::before`.
  const needsAny = parts.length === 1 || parts.at(-2)?.type === 'Combinator';
  return { name, base: needsAny ? `${base}*` : base };
}

/** A space in place of each comment. */
function withoutComments(text: string): string {
  if (!text.includes('/*')) return text;
  let result = '';
  tokenizer.tokenize(text, (type, start, end) => {
    result += type === tokenizer.Comment ? ' ' : text.slice(start, end);
  });
  return result.trim();
}

function isPseudoName(name: string): name is PseudoName {
  return pseudoElements.some((known) => known === name);
}

/** The first part that is outside the subset, as written. */
function findUnsupported(parts: readonly CssNode[]): string | undefined {
  for (const part of parts) {
    const found = unsupportedPart(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function unsupportedPart(part: CssNode): string | undefined {
  switch (part.type) {
    case 'IdSelector':
    case 'ClassSelector':
      return undefined;
    case 'TypeSelector':
      return part.name.includes('|') ? part.name : undefined;
    case 'AttributeSelector':
      return part.name.name.includes('|') ? part.name.name : undefined;
    case 'Combinator':
      return part.name === '||' || part.name.startsWith('/') ? part.name : undefined;
    case 'PseudoClassSelector': {
      const name = part.name.toLowerCase();
      const isKnown = (part.children === null ? plainPseudoClasses : functionalPseudoClasses).includes(name);
      if (!isKnown) return `:${part.name}`;
      for (const list of nestedLists(part)) {
        for (const selector of list.children) {
          if (selector.type !== 'Selector') return `:${part.name}`;
          const inner = findUnsupported(selector.children.toArray());
          if (inner !== undefined) return inner;
        }
      }
      return undefined;
    }
    case 'PseudoElementSelector':
      return `::${part.name}`;
    case 'NestingSelector':
      return '&';
    default:
      return part.type;
  }
}

function nestedLists(part: CssNode): readonly SelectorList[] {
  if (part.type !== 'PseudoClassSelector' || part.children === null) return [];
  return part.children.toArray().flatMap((child) => {
    if (child.type === 'SelectorList') return [child];
    return child.type === 'Nth' && child.selector !== null ? [child.selector] : [];
  });
}

function keyOf(parts: readonly CssNode[]): ReadSelector['key'] {
  let key: ReadSelector['key'] = { kind: 'any', name: '' };
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at];
    if (part === undefined || part.type === 'Combinator') break;
    if (part.type === 'IdSelector') return { kind: 'id', name: part.name };
    if (part.type === 'ClassSelector') key = { kind: 'class', name: part.name };
    else if (part.type === 'TypeSelector' && part.name !== '*' && key.kind === 'any') {
      key = { kind: 'tag', name: part.name.toLowerCase() };
    }
  }
  return key;
}

const ID = 1_000_000;
const CLASS = 1_000;
const TYPE = 1;

/** Selectors 4, section 17. */
function specificityOf(parts: readonly CssNode[]): number {
  let ids = 0;
  let classes = 0;
  let types = 0;
  let nested = 0;
  for (const part of parts) {
    if (part.type === 'IdSelector') ids++;
    else if (part.type === 'ClassSelector' || part.type === 'AttributeSelector') classes++;
    else if (part.type === 'TypeSelector' && part.name !== '*') types++;
    else if (part.type === 'PseudoClassSelector') {
      const name = part.name.toLowerCase();
      const isSelf = name === 'is' || name === 'not' || name === 'has' || name === 'where';
      if (!isSelf) classes++;
      if (name !== 'where') nested += mostSpecific(nestedLists(part));
    }
  }
  return Math.min(ids, 999) * ID + Math.min(classes, 999) * CLASS + Math.min(types, 999) * TYPE + nested;
}

function mostSpecific(lists: readonly SelectorList[]): number {
  let most = 0;
  for (const list of lists) {
    for (const selector of list.children) {
      if (selector.type === 'Selector') most = Math.max(most, specificityOf(selector.children.toArray()));
    }
  }
  return most;
}
