import { clusterStarts } from '../../base/grapheme-clusters.ts';
import { valueEntry } from '../css/cascade/entry.ts';
import type { OwnDeclarations } from '../css/cascade/style-engine.ts';
import { matchElement, styleOf } from '../css/cascade/style-engine.ts';
import type { MatchElement } from '../css/selectors/match-tree.ts';
import { EMPTY_BLOCK } from '../css/sheet/declarations.ts';
import { constant } from '../css/values/compute-context.ts';
import type { ComputedStyle, StyledElement, StyledText, TextPlace } from '../types.ts';
import type { FirstLetterSearch, Outer, Styling } from './styling.ts';

// CSS Pseudo 4, section 3: the first letter of a block container, with the punctuation around it.

/**
 * What is looked for inside an element, before its children are styled. Inside a block container with rules of its own
 * that is its own letter; where boxes are not in the flow of the one around, its search does not go on.
 */
export function searchInside(styling: Styling, element: MatchElement, style: ComputedStyle): void {
  if (isReplaced(element.name) || element.name === 'br') {
    styling.firstLetter = undefined;
    return;
  }
  if (style.display === 'inline' && !isOutOfFlow(style)) return;
  const own = isBlockContainer(style.display) ? matchElement(styling.engine, element, 'first-letter') : [];
  if (own.length > 0) styling.firstLetter = { element, ranks: own };
  else if (!goesOnInside(style)) styling.firstLetter = undefined;
}

/** What is looked for after an element: only the first block in the flow may hold the letter of those around it. */
export function searchAfter(styling: Styling, style: ComputedStyle, outer: FirstLetterSearch | undefined): void {
  if (isOutOfFlow(style)) styling.firstLetter = outer;
  else if (style.display !== 'inline') styling.firstLetter = undefined;
}

const REPLACED: ReadonlySet<string> = new Set(['img', 'svg', 'qr-code', 'kawung-motif']);

const isReplaced = (name: string): boolean => REPLACED.has(name);

function isBlockContainer(display: ComputedStyle['display']): boolean {
  switch (display) {
    case 'block':
    case 'flow-root':
    case 'list-item':
    case 'inline-block':
    case 'table-cell':
    case 'table-caption':
      return true;
    default:
      return false;
  }
}

/** Into blocks of the same flow: an inline block, a table or a flex container has lines of its own. */
function goesOnInside(style: ComputedStyle): boolean {
  const { display } = style;
  return !isOutOfFlow(style) && (display === 'block' || display === 'flow-root' || display === 'list-item');
}

const isOutOfFlow = (style: ComputedStyle): boolean =>
  style.float !== 'none' || style.position.kind === 'absolute' || style.position.kind === 'running';

/** White space that falls away at the start of a line, and invisible characters. */
const NOTHING = /^[ \t\n\f\r\p{Cf}]*/u;
/** Punctuation, with spaces of any kind between it and the letter: browsers do not stop at those that part words. */
const BEFORE = /^[\p{P}\p{Zs}\p{Cf}\t\n\f\r]*/u;
const LETTER = /^[\p{L}\p{N}\p{S}]/u;
/** Punctuation without what opens and dashes. */
const AFTER = /^(?:(?:(?![\p{Ps}\p{Pd}])\p{P}|(?![ \u00a0\u3000])\p{Zs})*(?![\p{Ps}\p{Pd}])\p{P})?/u;
/** More marks on one letter than anyone writes: clusters are looked for in this much text. */
const LETTER_PART = 64;

export interface LetterRange {
  readonly start: number;
  readonly end: number;
}

/**
 * `'none'`: there is nothing to be seen in this text; `undefined`: it begins with what is no letter. Spaces that are kept
 * belong to the letter, as in browsers; a line end that is kept makes an empty first line.
 */
export function findFirstLetter(
  text: string,
  whiteSpace: ComputedStyle['whiteSpace'],
): LetterRange | 'none' | undefined {
  const start = NOTHING.exec(text)?.[0].length ?? 0;
  const letter = start + (BEFORE.exec(text.slice(start))?.[0].length ?? 0);
  const keepsSpaces = whiteSpace === 'pre' || whiteSpace === 'pre-wrap';
  if ((keepsSpaces || whiteSpace === 'pre-line') && /[\n\r]/.test(text.slice(0, letter))) return undefined;
  if (letter === text.length) return 'none';
  if (!LETTER.test(text.slice(letter, letter + 2))) return undefined;
  const length = clusterStarts(text.slice(letter, letter + LETTER_PART))[1] ?? LETTER_PART;
  const after = Math.min(letter + length, text.length);
  const end = after + (AFTER.exec(text.slice(after, after + LETTER_PART))?.[0].length ?? 0);
  return { start: keepsSpaces ? 0 : start, end };
}

/** In a first letter other boxes have no sense. CSS Pseudo 4, section 3.4. */
const AS_INLINE: OwnDeclarations = {
  key: '::first-letter',
  hints: [],
  inline: {
    ...EMPTY_BLOCK,
    important: [
      valueEntry('display', constant<ComputedStyle['display']>('inline')),
      valueEntry('position', constant<ComputedStyle['position']>({ kind: 'static' })),
    ],
  },
};

interface Text {
  readonly text: string;
  readonly places: readonly TextPlace[];
}

/** A text node: whole, or with the first letter that was looked for in an element of its own. */
export function styleText(styling: Styling, node: Text, here: Outer): readonly (StyledText | StyledElement)[] {
  const { firstLetter: search } = styling;
  if (search === undefined) return [textNode(styling, node)];
  const range = findFirstLetter(node.text, here.computed.style.whiteSpace);
  if (range === 'none') return [textNode(styling, node)];
  styling.firstLetter = undefined;
  if (range === undefined) return [textNode(styling, node)];
  const nodes: (StyledText | StyledElement)[] = [];
  if (range.start > 0) nodes.push(textNode(styling, part(node, 0, range.start)));
  nodes.push(letterElement(styling, part(node, range.start, range.end), here, search));
  if (range.end < node.text.length) nodes.push(textNode(styling, part(node, range.end, node.text.length)));
  return nodes;
}

function letterElement(styling: Styling, letter: Text, here: Outer, search: FirstLetterSearch): StyledElement {
  const situation = { blockify: false, propagatesDecoration: true, rootSize: undefined };
  const from = { parent: here.computed, rootFontSize: here.rootFontSize, own: AS_INLINE };
  const computed = styleOf(styling.engine, search.ranks, from, situation);
  styling.used(computed);
  return {
    kind: 'element',
    id: styling.nextId++,
    name: '::first-letter',
    attributes: {},
    style: computed.style,
    children: [textNode(styling, letter)],
    svg: undefined,
    place: letter.places[0]?.place ?? search.element.node.place,
  };
}

function textNode(styling: Styling, { text, places }: Text): StyledText {
  return { kind: 'text', id: styling.nextId++, text, places };
}

function part({ text, places }: Text, start: number, end: number): Text {
  const first = places.findLast((place) => place.start <= start);
  const inside = places.filter((place) => place.start > start && place.start < end);
  return {
    text: text.slice(start, end),
    places: [
      ...(first === undefined ? [] : [{ start: 0, place: first.place }]),
      ...inside.map((place) => ({ start: place.start - start, place: place.place })),
    ],
  };
}
