import type { Reporter } from '../../base/diagnostics.ts';
import type { Computed, Situation } from '../css/cascade/compute-style.ts';
import { matchElement, styleOf } from '../css/cascade/style-engine.ts';
import type { CounterChange } from '../css/properties/longhands.ts';
import type { MatchElement } from '../css/selectors/match-tree.ts';
import type { Problems } from '../css/sheet/problems.ts';
import type { StyledElement, StyledNode } from '../types.ts';
import type { Counters } from './counters.ts';
import { FOOTNOTE, LIST_ITEM } from './counters.ts';
import { searchAfter, searchInside, styleText } from './first-letter.ts';
import { nameHidden, openStrings, settleStrings } from './named-strings.ts';
import { ownDeclarations } from './own-declarations.ts';
import { styleMarker, stylePseudo } from './pseudo-elements.ts';
import type { Outer, Styling } from './styling.ts';
import { blockifiesChildren } from './styling.ts';
import { noteTarget } from './targets.ts';

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
  const here: Outer = { computed, rootFontSize: computed.longhands['font-size'], depth: 0 };
  changeCounters(styling.counters, root, computed, 0);
  return { root: build(styling, root, here, reporter), computed };
}

/** Adds an element, and before a footnote its call: CSS GCPM 3, section 2.1. */
function styleElement(
  styling: Styling,
  element: MatchElement,
  outer: Outer,
  { into, reporter }: { readonly into: StyledNode[]; readonly reporter: Reporter },
): void {
  const own = ownDeclarations(element.node);
  own.problems?.tell(reporter);
  const situation: Situation = {
    blockify: blockifiesChildren(outer.computed),
    propagatesDecoration: true,
    rootSize: undefined,
  };
  const from = { parent: outer.computed, rootFontSize: outer.rootFontSize, own };
  const computed = styleOf(styling.engine, matchElement(styling.engine, element, undefined), from, situation);
  const strings = computed.longhands['string-set'];
  if (computed.style.display === 'none') {
    if (strings.length > 0) nameHidden(styling, element, strings);
    return;
  }
  reportIdle(styling.problems, element, computed);
  const here: Outer = { computed, rootFontSize: outer.rootFontSize, depth: outer.depth + 1 };
  changeCounters(styling.counters, element, computed, here.depth);
  if (computed.style.float === 'footnote') {
    styling.hasFootnotes = true;
    const call = stylePseudo(styling, element, here, 'footnote-call');
    if (call !== undefined) into.push(call);
  }
  into.push(build(styling, element, here, reporter));
}

/** Properties that can do nothing on this element. */
function reportIdle(problems: Problems, { node }: MatchElement, { idle, style }: Computed): void {
  const add = (property: string, why: 'flex-item' | 'not-root'): void =>
    problems.add('document/no-effect', node.place, { property, element: node.name, why });
  if (idle !== undefined) add(idle, 'flex-item');
  if (style.fitPages !== undefined) add('-buletin-fit', 'not-root');
  if (style.fitSize !== undefined) add('-buletin-fit-size', 'not-root');
}

/** An element with what is in it. Its own changes of counters are made. */
function build(styling: Styling, element: MatchElement, here: Outer, reporter: Reporter): StyledElement {
  const { node } = element;
  const { style } = here.computed;
  styling.used(here.computed);
  const id = styling.nextId++;
  if (element.id !== undefined) noteTarget(styling.targets, element.id, styling.counters);
  const outerSearch = styling.firstLetter;
  const hasLetterRules = styling.engine.index.pseudos['first-letter'].count > 0;
  if (hasLetterRules) searchInside(styling, element, style);
  const set = here.computed.longhands['string-set'];
  const strings = set.length === 0 ? undefined : openStrings(styling, element, set);
  const children: StyledNode[] = [];
  const add = (made: StyledElement | undefined): void => {
    if (made !== undefined) children.push(made);
  };
  add(styleMarker(styling, element, here));
  if (style.float === 'footnote') add(stylePseudo(styling, element, here, 'footnote-marker'));
  add(stylePseudo(styling, element, here, 'before'));
  for (const child of element.children) {
    if (child.kind === 'text') children.push(...styleText(styling, child, here));
    else styleElement(styling, child, here, { into: children, reporter });
  }
  add(stylePseudo(styling, element, here, 'after'));
  if (hasLetterRules) searchAfter(styling, style, outerSearch);
  if (strings !== undefined) settleStrings(styling, strings, { id, children });
  styling.counters.leave(here.depth);
  return {
    kind: 'element',
    id,
    name: node.name,
    attributes: node.attributes,
    style,
    children,
    svg: node.name === 'svg' ? node : undefined,
    place: node.place,
  };
}

/**
 * CSS Lists 3, section 4.6: lists reset and items increment `list-item` unless the author speaks of it. So do footnotes
 * with `footnote`: CSS GCPM 3, section 2.1.
 */
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
  if (computed.style.float === 'footnote' && !mentions(increments, FOOTNOTE)) {
    counters.increment({ name: FOOTNOTE, value: 1 }, depth);
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
