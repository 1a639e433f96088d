import type { Place } from '../../base/source.ts';
import { cssPx } from '../../base/units.ts';
import type { Entry } from '../css/cascade/entry.ts';
import { valueEntry } from '../css/cascade/entry.ts';
import type { OwnDeclarations } from '../css/cascade/style-engine.ts';
import { NO_OWN } from '../css/cascade/style-engine.ts';
import { EMPTY_BLOCK } from '../css/sheet/declarations.ts';
import type { Problems } from '../css/sheet/problems.ts';
import { readStyleAttribute } from '../css/sheet/read-stylesheet.ts';
import { constant } from '../css/values/compute-context.ts';
import type { ElementNode, LengthPercentage, ListStyleType } from '../types.ts';

const NOWHERE: Place = { path: '', line: 1, column: 1 };

/** What an element's attributes declare: the `style` attribute, and the few attributes that are hints. */
export function ownDeclarations(element: ElementNode): OwnDeclarations & { readonly problems: Problems | undefined } {
  const { style } = element.attributes;
  const hints = hintsOf(element);
  if (style === undefined && hints.length === 0) return NOTHING;
  const hintKey = hints.length === 0 ? '' : hintText(element);
  if (style === undefined) return { key: hintKey, hints, inline: EMPTY_BLOCK, problems: undefined };
  const place = element.place ?? NOWHERE;
  const read = readStyleAttribute({ text: style, placeAt: () => place });
  // The place is in the key, because a problem that a computed style holds names it.
  const key = `${hintKey}|${place.path}:${place.line}:${place.column}|${style}`;
  return { key, hints, inline: read.declarations, problems: read.problems };
}

const NOTHING = { ...NO_OWN, problems: undefined };

/** HTML, section 15: `width` and `height` of pictures, `type` of lists. */
function hintsOf(element: ElementNode): readonly Entry[] {
  const { width, height, type } = element.attributes;
  const hints: Entry[] = [];
  if (element.name === 'img') {
    const w = dimension(width);
    const h = dimension(height);
    if (w !== undefined) hints.push(valueEntry('width', constant(w)));
    if (h !== undefined) hints.push(valueEntry('height', constant(h)));
  } else if (element.name === 'ol') {
    const style = type === undefined ? undefined : LIST_TYPES.get(type);
    if (style !== undefined) hints.push(valueEntry('list-style-type', constant(style)));
  }
  return hints;
}

const hintText = ({ name, attributes }: ElementNode): string =>
  `${name} ${attributes.width ?? ''} ${attributes.height ?? ''} ${attributes.type ?? ''}`;

const LIST_TYPES: ReadonlyMap<string, ListStyleType> = new Map<string, ListStyleType>([
  ['1', 'decimal'],
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

/** HTML, section 2.3.4.4: a number of pixels, or a percentage. */
function dimension(text: string | undefined): LengthPercentage | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)(%?)/.exec(text ?? '');
  if (match === null) return undefined;
  const value = Number(match[1]);
  return match[2] === '%' ? { pt: 0, percent: value } : { pt: cssPx(value), percent: 0 };
}
