import { assertNever } from '../../base/assert-never.ts';
import type { Longhands, StringItem } from '../css/properties/longhands.ts';
import type { MatchElement } from '../css/selectors/match-tree.ts';
import type { ContentPart, StyledElement, StyledNode } from '../types.ts';
import { findFirstLetter } from './first-letter.ts';
import { generateContent } from './generated-content.ts';
import type { Styling } from './styling.ts';

// `string-set`: CSS GCPM 3, section 1.1.1.

type Source = Extract<StringItem, { kind: 'content' }>;

/** A string of which only what stands inside the element is not known yet. */
interface OpenString {
  readonly name: string;
  readonly parts: readonly (ContentPart | Source)[];
}

/** What an element gives to names, with the counters as they are before its content. */
export function openStrings(
  styling: Styling,
  { node }: MatchElement,
  set: Longhands['string-set'],
): readonly OpenString[] {
  const { counters, targets } = styling;
  const context = {
    attributes: node.attributes,
    place: node.place,
    counters,
    targets,
    quotes: { depth: 0 },
    inMarginBox: false,
  };
  return set.map(({ name, items }) => ({
    name,
    parts: items.flatMap((item): OpenString['parts'] =>
      item.kind === 'content' ? [item] : generateContent([item], context),
    ),
  }));
}

/** Names get their texts from the element with what is in it. */
export function settleStrings(
  styling: Styling,
  strings: readonly OpenString[],
  element: { readonly id: number; readonly children: readonly StyledNode[] },
): void {
  for (const { name, parts } of strings) {
    styling.strings.push({
      name,
      parts: parts.flatMap((part) => (part.kind === 'content' ? contentParts(part, element.children) : [part])),
      at: element.id,
    });
  }
}

/** An element with `display: none` names its text all the same, for the place where it would stand. */
export function nameHidden(styling: Styling, element: MatchElement, set: Longhands['string-set']): void {
  const text: StyledNode = { kind: 'text', id: styling.nextId, text: textInside(element), places: [] };
  settleStrings(styling, openStrings(styling, element, set), { id: styling.nextId, children: [text] });
}

const textInside = (element: MatchElement): string =>
  element.children.map((child) => (child.kind === 'text' ? child.text : textInside(child))).join('');

function contentParts({ of }: Source, children: readonly StyledNode[]): readonly ContentPart[] {
  switch (of) {
    case 'text':
      return [{ kind: 'text', text: collapsed(textOf(children)) }];
    case 'first-letter': {
      const text = collapsed(textOf(children));
      const letter = findFirstLetter(text, 'normal');
      return typeof letter === 'object' ? [{ kind: 'text', text: text.slice(letter.start, letter.end) }] : [];
    }
    case 'before':
    case 'after':
    case 'marker':
      return children.flatMap((child) =>
        child.kind === 'element' && child.name === `::${of}` ? child.style.content : [],
      );
    default:
      return assertNever(of);
  }
}

/** As if `white-space` were normal. */
const collapsed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');

/** Without generated content, and without what stands elsewhere on the page. */
function textOf(nodes: readonly StyledNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'element' && isInText(node) ? textOf(node.children) : '';
    })
    .join('');
}

const isInText = ({ name, style }: StyledElement): boolean =>
  (name === '::first-letter' || !name.startsWith('::')) &&
  style.float !== 'footnote' &&
  style.position.kind !== 'running';
