import type { Computed, Situation } from '../css/cascade/compute-style.ts';
import { matchElement, NO_OWN, styleOf } from '../css/cascade/style-engine.ts';
import type { Longhands } from '../css/properties/longhands.ts';
import type { MatchElement } from '../css/selectors/match-tree.ts';
import type { PseudoName } from '../css/selectors/read-selector.ts';
import type { ComputedStyle, ContentPart, StyledElement, StyledNode } from '../types.ts';
import { LIST_ITEM, markerText } from './counters.ts';
import { styleText } from './first-letter.ts';
import { generateContent } from './generated-content.ts';
import type { Outer, Styling } from './styling.ts';
import { blockifiesChildren, styleWithContent } from './styling.ts';

/** `::before`, `::after` and what stands for a footnote: there when their `content` is a list. */
export function stylePseudo(
  styling: Styling,
  element: MatchElement,
  here: Outer,
  name: Exclude<PseudoName, 'marker' | 'first-letter'>,
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
  const parts = contentOf(styling, element, content);
  styling.counters.leave(depth);
  return generated(styling, element, computed, { id, name: `::${name}`, parts, depth, here });
}

function contentOf(
  styling: Styling,
  { node }: MatchElement,
  content: Exclude<Longhands['content'], 'normal' | 'none'>,
): readonly ContentPart[] {
  const { counters, targets, quotes } = styling;
  return generateContent(content, {
    attributes: node.attributes,
    place: node.place,
    counters,
    targets,
    quotes,
    inMarginBox: false,
  });
}

function pseudoStyle(styling: Styling, ranks: readonly number[], here: Outer, name: PseudoName): Computed {
  const isInside = name === 'before' || name === 'after';
  const situation: Situation = {
    blockify: isInside && blockifiesChildren(here.computed),
    propagatesDecoration: name !== 'marker' && name !== 'footnote-call',
    rootSize: undefined,
  };
  const from = { parent: here.computed, rootFontSize: here.rootFontSize, own: NO_OWN };
  return styleOf(styling.engine, ranks, from, situation);
}

/** CSS Lists 3, section 3: what `content` says, else the counter in the style of the list. */
export function styleMarker(styling: Styling, element: MatchElement, here: Outer): StyledElement | undefined {
  if (here.computed.style.display !== 'list-item') return undefined;
  const own = pseudoStyle(styling, matchElement(styling.engine, element, 'marker'), here, 'marker');
  const computed = here.computed.style.listStylePosition === 'inside' ? inLine(own, here.computed) : own;
  const { content } = computed.longhands;
  if (content === 'none') return undefined;
  const parts: readonly ContentPart[] =
    content === 'normal'
      ? markerParts(styling, here.computed.style.listStyleType)
      : contentOf(styling, element, content);
  if (parts.length === 0) return undefined;
  styling.used(computed);
  const id = styling.nextId++;
  // The first letter is that of the item itself.
  const { firstLetter } = styling;
  styling.firstLetter = undefined;
  const marker = generated(styling, element, computed, { id, name: '::marker', parts, depth: here.depth + 1, here });
  styling.firstLetter = firstLetter;
  return marker;
}

const inLines = new WeakMap<Computed, Map<ComputedStyle['whiteSpace'], Computed>>();

/** As in browsers, the white space of a marker in the line is that of the item: a line may end behind it. */
function inLine(marker: Computed, { style: { whiteSpace } }: Computed): Computed {
  if (marker.style.whiteSpace !== 'pre' || whiteSpace === 'pre') return marker;
  let known = inLines.get(marker);
  if (known === undefined) {
    known = new Map();
    inLines.set(marker, known);
  }
  let made = known.get(whiteSpace);
  if (made === undefined) {
    made = { ...marker, style: { ...marker.style, whiteSpace } };
    known.set(whiteSpace, made);
  }
  return made;
}

function markerParts(styling: Styling, type: ComputedStyle['listStyleType']): readonly ContentPart[] {
  const text = typeof type === 'string' ? markerText(styling.counters.value(LIST_ITEM), type) : type.text;
  return text === '' ? [] : [{ kind: 'text', text }];
}

interface Made {
  readonly id: number;
  readonly name: string;
  readonly parts: readonly ContentPart[];
  readonly depth: number;
  readonly here: Outer;
}

function generated(styling: Styling, element: MatchElement, computed: Computed, made: Made): StyledElement {
  const { place } = element.node;
  const places = place === undefined ? [] : [{ start: 0, place }];
  const inside: Outer = { computed, rootFontSize: made.here.rootFontSize, depth: made.depth };
  const children: StyledNode[] = [];
  for (const part of made.parts) {
    if (part.kind === 'text') children.push(...styleText(styling, { text: part.text, places }, inside));
    else if (part.kind === 'page-counter') {
      styling.firstLetter = undefined;
      const { counter, target, style } = part;
      children.push({ kind: 'page-counter', id: styling.nextId++, counter, target, style });
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
