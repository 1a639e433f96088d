import { assertNever } from '../../base/assert-never.ts';
import type { Place } from '../../base/source.ts';
import type { ContentItem } from '../css/properties/longhands.ts';
import type { ContentPart } from '../types.ts';
import type { Counters } from './counters.ts';
import { formatCounter } from './counters.ts';
import type { Targets } from './targets.ts';
import { targetCounter } from './targets.ts';

/** Where generated content stands. */
export interface ContentContext {
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place | undefined;
  readonly counters: Counters;
  readonly targets: Targets;
  /** How many quotes are open. */
  readonly quotes: { depth: number };
  /** `element()` shows something in margin boxes alone. */
  readonly inMarginBox: boolean;
}

/** Indonesian and English use the same marks: outer and inner pair. */
const QUOTES = [
  ['“', '”'],
  ['‘', '’'],
] as const;

/** A `content` list with its strings looked up; neighbouring texts are joined. */
export function generateContent(items: readonly ContentItem[], context: ContentContext): readonly ContentPart[] {
  const parts: ContentPart[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  for (const item of items) {
    const made = generateItem(item, context);
    if (typeof made === 'string') text += made;
    else if (made !== undefined) {
      flush();
      parts.push(made);
    }
  }
  flush();
  return parts;
}

function generateItem(item: ContentItem, context: ContentContext): string | ContentPart | undefined {
  const { counters } = context;
  switch (item.kind) {
    case 'string':
      return item.text;
    case 'attr':
      return Object.hasOwn(context.attributes, item.name) ? (context.attributes[item.name] ?? '') : item.fallback;
    case 'counter':
      if (item.name === 'page' || item.name === 'pages') {
        return { kind: 'page-counter', counter: item.name, target: undefined, style: item.style };
      }
      return formatCounter(counters.value(item.name), item.style);
    case 'counters':
      return counters
        .values(item.name)
        .map((value) => formatCounter(value, item.style))
        .join(item.separator);
    case 'target-counter':
      return targetItem(item, context);
    case 'quote':
      return quote(item.change, item.visible, context);
    case 'element':
    case 'named-string':
      return context.inMarginBox ? { kind: item.kind, name: item.name, which: item.which } : undefined;
    default:
      return assertNever(item);
  }
}

/** An address that is none of a place in this document shows nothing. */
function targetItem(
  item: Extract<ContentItem, { kind: 'target-counter' }>,
  context: ContentContext,
): string | ContentPart {
  const { target, name, style } = item;
  const address = target.kind === 'address' ? target.address : (context.attributes[target.name] ?? '');
  if (!/^#./.test(address)) return '';
  const id = address.slice(1);
  if (name === 'page' || name === 'pages') return { kind: 'page-counter', counter: name, target: id, style };
  const value = targetCounter(context.targets, { id, name, place: context.place });
  return value === undefined ? '' : formatCounter(value, style);
}

function quote(change: 1 | -1, visible: boolean, { quotes }: ContentContext): string {
  if (change === 1) {
    const pair = QUOTES[Math.min(quotes.depth, QUOTES.length - 1)];
    quotes.depth++;
    return visible ? (pair?.[0] ?? '') : '';
  }
  // CSS Content 3, section 3.2: a close-quote without an open one prints nothing.
  if (quotes.depth === 0) return '';
  quotes.depth--;
  const pair = QUOTES[Math.min(quotes.depth, QUOTES.length - 1)];
  return visible ? (pair?.[1] ?? '') : '';
}
