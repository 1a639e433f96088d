import type { Reporter } from '../../base/diagnostics.ts';
import type { Pt } from '../../base/units.ts';
import type { Computed, Situation } from '../css/cascade/compute-style.ts';
import type { StyleEngine } from '../css/cascade/style-engine.ts';
import { matchElement, NO_OWN, styleOf } from '../css/cascade/style-engine.ts';
import type { CounterChange } from '../css/properties/longhands.ts';
import type { MatchElement } from '../css/selectors/match-tree.ts';
import type { PseudoName } from '../css/selectors/read-selector.ts';
import type { ComputedStyle, ContentPart, StyledElement, StyledNode, TextNode } from '../types.ts';
import type { Counters } from './counters.ts';
import { createCounters, markerText } from './counters.ts';
import { generateContent } from './generated-content.ts';
import { ownDeclarations } from './own-declarations.ts';

/** Styling of one document. */
export interface Styling {
  readonly engine: StyleEngine;
  readonly rootSize: Pt | undefined;
  readonly counters: Counters;
  readonly quotes: { depth: number };
  /** Told each style that is used. */
  readonly used: (computed: Computed) => void;
  /** Styles of generated content, by what they are made of. */
  readonly withContent: Map<Computed, Map<string, ComputedStyle>>;
  nextId: number;
}

export function createStyling(
  engine: StyleEngine,
  rootSize: Pt | undefined,
  used: (computed: Computed) => void,
): Styling {
  return {
    engine,
    rootSize,
    counters: createCounters(),
    quotes: { depth: 0 },
    used,
    withContent: new Map(),
    nextId: 0,
  };
}

interface Outer {
  readonly computed: Computed;
  readonly rootFontSize: Pt;
  readonly depth: number;
}

/** The root is there even with `display: none`, which would leave nothing to print. */
export function styleRoot(
  styling: Styling,
  root: MatchElement,
  reporter: Reporter,
): { readonly root: StyledElement; readonly computed: Computed } {
  const own = ownDeclarations(root.node);
  own.problems?.tell(reporter);
  const situation: Situation = { blockify: true, propagatesDecoration: false, rootSize: styling.rootSize };
  const from = { parent: undefined, rootFontSize: undefined, own };
  const computed = styleOf(styling.engine, matchElement(styling.engine, root, undefined), from, situation);
  const rootFontSize = computed.longhands['font-size'];
  return { root: build(styling, root, { computed, rootFontSize, depth: 0 }, reporter), computed };
}

function styleElement(
  styling: Styling,
  element: MatchElement,
  outer: Outer,
  reporter: Reporter,
): StyledElement | undefined {
  const own = ownDeclarations(element.node);
  own.problems?.tell(reporter);
  const situation: Situation = {
    blockify: outer.computed.style.display === 'flex',
    propagatesDecoration: true,
    rootSize: undefined,
  };
  const from = { parent: outer.computed, rootFontSize: outer.rootFontSize, own };
  const computed = styleOf(styling.engine, matchElement(styling.engine, element, undefined), from, situation);
  if (computed.style.display === 'none') return undefined;
  return build(styling, element, { computed, rootFontSize: outer.rootFontSize, depth: outer.depth + 1 }, reporter);
}

function build(styling: Styling, element: MatchElement, here: Outer, reporter: Reporter): StyledElement {
  const { node } = element;
  const { computed, depth } = here;
  styling.used(computed);
  const id = styling.nextId++;
  changeCounters(styling.counters, element, computed, depth);
  const children: StyledNode[] = [];
  const marker = styleMarker(styling, element, here);
  if (marker !== undefined) children.push(marker);
  const before = stylePseudo(styling, element, here, 'before');
  if (before !== undefined) children.push(before);
  for (const child of element.children) {
    const styled = child.kind === 'text' ? styleText(styling, child) : styleElement(styling, child, here, reporter);
    if (styled !== undefined) children.push(styled);
  }
  const after = stylePseudo(styling, element, here, 'after');
  if (after !== undefined) children.push(after);
  styling.counters.leave(depth);
  return {
    kind: 'element',
    id,
    name: node.name,
    attributes: node.attributes,
    style: computed.style,
    children,
    svg: node.name === 'svg' ? node : undefined,
    place: node.place,
  };
}

function styleText(styling: Styling, node: TextNode): StyledNode {
  return { kind: 'text', id: styling.nextId++, text: node.text, places: node.places };
}

const LIST_ITEM = 'list-item';

/** CSS Lists 3, section 4.6: lists reset and items increment `list-item` unless the author speaks of it. */
function changeCounters(counters: Counters, element: MatchElement, computed: Computed, depth: number): void {
  const { longhands } = computed;
  const resets = longhands['counter-reset'];
  const increments = longhands['counter-increment'];
  if (isList(element) && !mentions(resets, LIST_ITEM)) {
    counters.reset({ name: LIST_ITEM, value: startOf(element) }, depth);
  }
  for (const change of resets) counters.reset(change, depth);
  if (computed.style.display === 'list-item' && !mentions(increments, LIST_ITEM)) {
    counters.increment({ name: LIST_ITEM, value: isReversed(element.parent) ? -1 : 1 }, depth);
  }
  for (const change of increments) counters.increment(change, depth);
  const value = element.name === 'li' ? integer(element.node.attributes.value) : undefined;
  if (value !== undefined) counters.set({ name: LIST_ITEM, value }, depth);
  for (const change of longhands['counter-set']) counters.set(change, depth);
}

const mentions = (changes: readonly CounterChange[], name: string): boolean =>
  changes.some((change) => change.name === name);

function isList(element: MatchElement): boolean {
  return element.name === 'ol' || element.name === 'ul' || element.name === 'menu';
}

function isReversed(element: MatchElement | undefined): boolean {
  return element?.name === 'ol' && element.node.attributes.reversed !== undefined;
}

/** The value before the first item. HTML, section 4.4.5. */
function startOf(list: MatchElement): number {
  const start = list.name === 'ol' ? integer(list.node.attributes.start) : undefined;
  if (!isReversed(list)) return (start ?? 1) - 1;
  const items = list.children.filter((child) => child.kind === 'match' && child.name === 'li').length;
  return (start ?? items) + 1;
}

function integer(text: string | undefined): number | undefined {
  const match = /^\s*([+-]?\d{1,9})/.exec(text ?? '');
  return match === null ? undefined : Number(match[1]);
}

/** `::before` and `::after`: there when their `content` is a list. */
function stylePseudo(
  styling: Styling,
  element: MatchElement,
  here: Outer,
  name: 'before' | 'after',
): StyledElement | undefined {
  const ranks = matchElement(styling.engine, element, name);
  if (ranks.length === 0) return undefined;
  const computed = pseudoStyle(styling, ranks, here, name);
  const { content } = computed.longhands;
  if (content === 'normal' || content === 'none' || computed.style.display === 'none') return undefined;
  styling.used(computed);
  const id = styling.nextId++;
  const depth = here.depth + 1;
  for (const change of computed.longhands['counter-reset']) styling.counters.reset(change, depth);
  for (const change of computed.longhands['counter-increment']) styling.counters.increment(change, depth);
  for (const change of computed.longhands['counter-set']) styling.counters.set(change, depth);
  const parts = generateContent(content, {
    attributes: element.node.attributes,
    counters: styling.counters,
    quotes: styling.quotes,
    inMarginBox: false,
  });
  return generated(styling, element, computed, { id, name: `::${name}`, parts });
}

function pseudoStyle(styling: Styling, ranks: readonly number[], here: Outer, name: PseudoName): Computed {
  const situation: Situation = {
    blockify: name !== 'marker' && here.computed.style.display === 'flex',
    propagatesDecoration: name !== 'marker',
    rootSize: undefined,
  };
  const from = { parent: here.computed, rootFontSize: here.rootFontSize, own: NO_OWN };
  return styleOf(styling.engine, ranks, from, situation);
}

/** CSS Lists 3, section 3: what `content` says, else the counter in the style of the list. */
function styleMarker(styling: Styling, element: MatchElement, here: Outer): StyledElement | undefined {
  if (here.computed.style.display !== 'list-item') return undefined;
  const computed = pseudoStyle(styling, matchElement(styling.engine, element, 'marker'), here, 'marker');
  const { content } = computed.longhands;
  if (content === 'none') return undefined;
  const parts: readonly ContentPart[] =
    content === 'normal'
      ? markerParts(styling, here.computed.style.listStyleType)
      : generateContent(content, {
          attributes: element.node.attributes,
          counters: styling.counters,
          quotes: styling.quotes,
          inMarginBox: false,
        });
  if (parts.length === 0) return undefined;
  styling.used(computed);
  return generated(styling, element, computed, { id: styling.nextId++, name: '::marker', parts });
}

function markerParts(styling: Styling, type: ComputedStyle['listStyleType']): readonly ContentPart[] {
  const text = typeof type === 'string' ? markerText(styling.counters.value(LIST_ITEM), type) : type.text;
  return text === '' ? [] : [{ kind: 'text', text }];
}

function generated(
  styling: Styling,
  element: MatchElement,
  computed: Computed,
  made: { readonly id: number; readonly name: string; readonly parts: readonly ContentPart[] },
): StyledElement {
  const { place } = element.node;
  const children: StyledNode[] = [];
  for (const part of made.parts) {
    const id = styling.nextId++;
    if (part.kind === 'text') {
      children.push({ kind: 'text', id, text: part.text, places: place === undefined ? [] : [{ start: 0, place }] });
    } else if (part.kind === 'page-counter') {
      children.push({ kind: 'page-counter', id, counter: part.counter, style: part.style });
    }
  }
  return {
    kind: 'element',
    id: made.id,
    name: made.name,
    attributes: {},
    style: styleWithContent(styling, computed, made.parts),
    children,
    svg: undefined,
    place,
  };
}

/** One style object for the same style and the same content. */
export function styleWithContent(styling: Styling, computed: Computed, parts: readonly ContentPart[]): ComputedStyle {
  let styles = styling.withContent.get(computed);
  if (styles === undefined) {
    styles = new Map();
    styling.withContent.set(computed, styles);
  }
  const key = JSON.stringify(parts);
  const known = styles.get(key);
  if (known !== undefined) return known;
  const style: ComputedStyle = { ...computed.style, content: parts };
  styles.set(key, style);
  return style;
}
