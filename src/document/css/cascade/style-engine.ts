import type { SourceFile } from '../../../base/source.ts';
import { placeAt } from '../../../base/source.ts';
import type { Pt } from '../../../base/units.ts';
import type { MatchElement } from '../selectors/match-tree.ts';
import type { PseudoName } from '../selectors/read-selector.ts';
import type { DeclarationBlock } from '../sheet/declarations.ts';
import { EMPTY_BLOCK } from '../sheet/declarations.ts';
import type { CssSource, StyleSheet } from '../sheet/read-stylesheet.ts';
import { readStylesheet } from '../sheet/read-stylesheet.ts';
import { USER_AGENT_STYLESHEET } from '../ua-stylesheet.ts';
import type { Cascaded, Computed, Situation } from './compute-style.ts';
import { computeStyle } from './compute-style.ts';
import type { Entry } from './entry.ts';
import type { RuleIndex } from './rule-index.ts';
import { createRuleIndex, matchRules } from './rule-index.ts';
import type { CustomEntry } from './variables.ts';

/** The rules of a list of stylesheets, and every style that was computed with them. Used for any number of documents. */
export interface StyleEngine {
  readonly sheets: readonly StyleSheet[];
  readonly index: RuleIndex;
  /** Styles of roots; those of other elements are with their parent's. */
  readonly roots: Map<string, Computed>;
  /** How many styles are kept. */
  count: number;
}

/** Declarations that stand at the element itself. `key` says all that they depend on. */
export interface OwnDeclarations {
  readonly key: string;
  /** After the rules of the program and before those of the author: `width` of `<img>`. */
  readonly hints: readonly Entry[];
  readonly inline: DeclarationBlock;
}

export const NO_OWN: OwnDeclarations = { key: '', hints: [], inline: EMPTY_BLOCK };

const MAX_SHEETS = 64;
const MAX_ENGINES = 16;
/** Of one engine. A layout has some dozens; `style` attributes with values of the article add to them. */
const MAX_STYLES = 1000;

const sheetCache = new Map<string, StyleSheet>();
const engineCache = new Map<string, StyleEngine>();
const sheetIds = new WeakMap<StyleSheet, number>();
let lastSheetId = 0;

const userAgentSource: SourceFile = { path: '', text: USER_AGENT_STYLESHEET, lineStarts: [0] };
let userAgent: StyleSheet | undefined;

export function userAgentSheet(): StyleSheet {
  userAgent ??= readStylesheet(cssSourceOf(userAgentSource));
  return userAgent;
}

export function cssSourceOf(source: SourceFile): CssSource {
  return { text: source.text, placeAt: (start, end) => placeAt(source, start, end) };
}

/** A stylesheet, parsed once for the same text at the same place. `where` is the path and the first line. */
export function loadSheet(where: string, source: CssSource): StyleSheet {
  const key = `${where}\n${source.text}`;
  const known = sheetCache.get(key);
  if (known !== undefined) return known;
  const sheet = readStylesheet(source);
  sheetIds.set(sheet, ++lastSheetId);
  keep(sheetCache, key, sheet, MAX_SHEETS);
  return sheet;
}

export function engineOf(sheets: readonly StyleSheet[]): StyleEngine {
  const key = sheets.map((sheet) => sheetIds.get(sheet) ?? 0).join(' ');
  const known = engineCache.get(key);
  if (known !== undefined) return known;
  const engine: StyleEngine = {
    sheets,
    index: createRuleIndex(userAgentSheet(), sheets),
    roots: new Map(),
    count: 0,
  };
  keep(engineCache, key, engine, MAX_ENGINES);
  return engine;
}

/** A map that forgets its oldest entry when it is full. */
function keep<V>(cache: Map<string, V>, key: string, value: V, limit: number): void {
  if (cache.size >= limit) {
    const oldest = cache.keys().next();
    if (oldest.done !== true) cache.delete(oldest.value);
  }
  cache.set(key, value);
}

export function matchElement(
  engine: StyleEngine,
  element: MatchElement,
  pseudo: PseudoName | undefined,
): readonly number[] {
  return matchRules(pseudo === undefined ? engine.index.elements : engine.index.pseudos[pseudo], element);
}

/** Where a style is looked up: below its parent's, or among the roots of the engine. */
export interface StyleOrigin {
  readonly parent: Computed | undefined;
  /** `undefined` for the root. */
  readonly rootFontSize: Pt | undefined;
  readonly own: OwnDeclarations;
}

/** The style of an element with the rules of these ranks; of a pseudo-element when `parent` is the element's own. */
export function styleOf(
  engine: StyleEngine,
  ranks: readonly number[],
  origin: StyleOrigin,
  situation: Situation,
): Computed {
  const { parent, rootFontSize, own } = origin;
  const flags = (situation.blockify ? 1 : 0) + (situation.propagatesDecoration ? 2 : 0);
  const size = situation.rootSize === undefined ? '' : String(situation.rootSize);
  const key = `${flags}${size} ${ranks.join(' ')} ${own.key}`;
  return styleFor(engine, parent, key, () => [rootFontSize, cascade(engine.index, ranks, own), situation]);
}

/** Looks a style up, or computes it. What differs must differ in the key or in the parent. */
export function styleFor(
  engine: StyleEngine,
  parent: Computed | undefined,
  key: string,
  make: () => readonly [Pt | undefined, Cascaded, Situation],
): Computed {
  const known = (parent?.children ?? engine.roots).get(key);
  if (known !== undefined) return known;
  const [rootFontSize, cascaded, situation] = make();
  const computed = computeStyle(parent, rootFontSize, cascaded, situation);
  if (engine.count >= MAX_STYLES) forget(engine);
  engine.count++;
  (parent?.children ?? engine.roots).set(key, computed);
  return computed;
}

/** Roots hold all other styles. Those that a document uses at this moment live on with it alone. */
function forget(engine: StyleEngine): void {
  engine.roots.clear();
  engine.count = 0;
}

/** CSS Cascade 5, section 6.1: rules of the program, hints, author, style attribute, and the important ones again. */
function cascade(index: RuleIndex, ranks: readonly number[], own: OwnDeclarations): Cascaded {
  const entries: (readonly Entry[])[] = [];
  const custom: (readonly CustomEntry[])[] = [];
  let hinted = false;
  for (const rank of ranks) {
    if (!hinted && rank >= index.authorFrom) {
      entries.push(own.hints);
      hinted = true;
    }
    const block = index.rules[rank]?.declarations ?? EMPTY_BLOCK;
    entries.push(block.normal);
    custom.push(block.custom);
  }
  if (!hinted) entries.push(own.hints);
  entries.push(own.inline.normal);
  custom.push(own.inline.custom);
  for (const rank of ranks) {
    const block = index.rules[rank]?.declarations ?? EMPTY_BLOCK;
    if (block.important.length > 0) entries.push(block.important);
    if (block.importantCustom.length > 0) custom.push(block.importantCustom);
  }
  entries.push(own.inline.important);
  custom.push(own.inline.importantCustom);
  return { entries, custom };
}
