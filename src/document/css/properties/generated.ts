import type { Assignment, ListStyleType } from '../../types.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { identOf, single, splitAt } from '../values/component-values.ts';
import { constant, type Specified } from '../values/compute-context.ts';
import type { PropertyGroup } from './define.ts';
import { define, either, keyword } from './define.ts';
import { parseCounterStyle } from './list-and-table.ts';
import type { ContentItem, CounterChange, LonghandName, Longhands, StringItem, StringSource } from './longhands.ts';

type GeneratedName = Extract<LonghandName, 'content' | 'string-set' | `counter-${string}`>;
type Content = Longhands['content'];

function parseContentList(values: Values): Specified<Content> | undefined {
  const items: ContentItem[] = [];
  for (const value of values) {
    const item = contentItem(value);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items.length === 0 ? undefined : constant(items);
}

const QUOTES: ReadonlyMap<string, ContentItem> = new Map<string, ContentItem>([
  ['open-quote', { kind: 'quote', change: 1, visible: true }],
  ['close-quote', { kind: 'quote', change: -1, visible: true }],
  ['no-open-quote', { kind: 'quote', change: 1, visible: false }],
  ['no-close-quote', { kind: 'quote', change: -1, visible: false }],
]);

function contentItem(value: ComponentValue): ContentItem | undefined {
  if (value.kind === 'string') return { kind: 'string', text: value.value };
  if (value.kind === 'ident') return QUOTES.get(value.name);
  if (value.kind !== 'function') return undefined;
  const parts = splitAt(value.args, ',');
  if (value.name === 'target-counter') return targetItem(parts);
  const first = single(parts[0] ?? []);
  if (first?.kind !== 'ident') return undefined;
  switch (value.name) {
    case 'attr':
      return attrItem(first.text, parts);
    case 'counter': {
      const style = counterStyle(parts[1]);
      return style === undefined || parts.length > 2 ? undefined : { kind: 'counter', name: first.text, style };
    }
    case 'counters': {
      const separator = single(parts[1] ?? []);
      const style = counterStyle(parts[2]);
      if (separator?.kind !== 'string' || style === undefined || parts.length > 3) return undefined;
      return { kind: 'counters', name: first.text, separator: separator.value, style };
    }
    case 'element':
    case 'string': {
      const which = parts[1] === undefined ? 'first' : ASSIGNMENTS.get(identOf(parts[1]) ?? '');
      if (which === undefined || parts.length > 2 || parts[0]?.length !== 1) return undefined;
      return { kind: value.name === 'element' ? 'element' : 'named-string', name: first.text, which };
    }
    default:
      return undefined;
  }
}

const ASSIGNMENTS: ReadonlyMap<string, Assignment> = new Map<string, Assignment>([
  ['first', 'first'],
  ['start', 'start'],
  ['last', 'last'],
  ['first-except', 'first-except'],
]);

const SOURCES: ReadonlyMap<string, StringSource> = new Map<string, StringSource>([
  ['text', 'text'],
  ['before', 'before'],
  ['after', 'after'],
  ['marker', 'marker'],
  ['first-letter', 'first-letter'],
]);

/** CSS GCPM 3, section 1.1.1: names, each with what is given to it. */
function parseStrings(values: Values): Specified<Longhands['string-set']> | undefined {
  const strings: { name: string; items: readonly StringItem[] }[] = [];
  for (const [name, ...list] of splitAt(values, ',')) {
    if (name?.kind !== 'ident' || name.name === 'none' || list.length === 0) return undefined;
    const items = list.map(stringItem);
    if (items.includes(undefined)) return undefined;
    strings.push({ name: name.text, items: items.flatMap((item) => item ?? []) });
  }
  return strings.length === 0 ? undefined : constant(strings);
}

function stringItem(value: ComponentValue): StringItem | undefined {
  if (value.kind === 'function' && value.name === 'content') {
    const of = value.args.length === 0 ? 'text' : SOURCES.get(identOf(value.args) ?? '');
    return of === undefined ? undefined : { kind: 'content', of };
  }
  const item = contentItem(value);
  return item?.kind === 'element' || item?.kind === 'named-string' || item?.kind === 'quote' ? undefined : item;
}

function attrItem(name: string, parts: readonly Values[]): ContentItem | undefined {
  if (parts.length > 2) return undefined;
  const fallback = single(parts[1] ?? []);
  if (parts.length === 2 && fallback?.kind !== 'string') return undefined;
  return { kind: 'attr', name: name.toLowerCase(), fallback: fallback?.kind === 'string' ? fallback.value : '' };
}

/** CSS Content 3, section 4.2. `attr(href url)` is what `attr(href)` was called later. */
function targetItem([where = [], name = [], style, ...more]: readonly Values[]): ContentItem | undefined {
  const target = single(where);
  const counter = single(name);
  const counterType = counterStyle(style);
  if (target === undefined || counter?.kind !== 'ident' || counterType === undefined || more.length > 0)
    return undefined;
  const made = { kind: 'target-counter', name: counter.text, style: counterType } as const;
  if (target.kind === 'string') return { ...made, target: { kind: 'address', address: target.value } };
  if (target.kind !== 'function' || target.name !== 'attr') return undefined;
  const [attribute, type] = target.args;
  if (attribute?.kind !== 'ident' || target.args.length > 2) return undefined;
  if (type !== undefined && (type.kind !== 'ident' || type.name !== 'url')) return undefined;
  return { ...made, target: { kind: 'attr', name: attribute.name } };
}

/** The style is `decimal` when it is left out. */
function counterStyle(values: Values | undefined): ListStyleType | undefined {
  if (values === undefined) return 'decimal';
  const name = identOf(values);
  if (name === undefined) return undefined;
  // A counter style does not depend on the element.
  return parseCounterStyle(values)?.(NO_CONTEXT);
}

const NO_CONTEXT: Parameters<Specified<ListStyleType>>[0] = {
  fontSize: 0,
  rootFontSize: 0,
  color: { r: 0, g: 0, b: 0, alpha: 1 },
  get parent(): never {
    throw new Error('A counter style has no parent');
  },
  variables: new Map(),
  invalid: () => undefined,
};

/** They count the pages by themselves: what is printed is the number that a reader finds by turning pages. */
const PAGE_COUNTERS: ReadonlySet<string> = new Set(['page', 'pages']);

/** `none`, or names with an optional number each. */
function parseChanges(defaultValue: number): (values: Values) => Specified<readonly CounterChange[]> | undefined {
  return (values) => {
    const changes: CounterChange[] = [];
    for (let at = 0; at < values.length; at++) {
      const name = values[at];
      if (name?.kind !== 'ident' || name.name === 'none' || PAGE_COUNTERS.has(name.text)) return undefined;
      const next = values[at + 1];
      const hasNumber = next?.kind === 'number' && next.integer;
      if (hasNumber) at++;
      changes.push({ name: name.text, value: hasNumber ? next.value : defaultValue });
    }
    return changes.length === 0 ? undefined : constant(changes);
  };
}

function changes(defaultValue: number): ReturnType<typeof define<readonly CounterChange[]>> {
  return define<readonly CounterChange[]>({
    initial: 'none',
    initialValue: [],
    values: 'none | [ <name> <integer>? ]+',
    note: 'Of any name but `page` and `pages`, which count the pages by themselves.',
    parse: either<readonly CounterChange[]>(keyword('none', []), parseChanges(defaultValue)),
  });
}

export const generatedProperties: PropertyGroup<GeneratedName> = {
  content: define<Content>({
    initial: 'normal',
    initialValue: 'normal',
    values:
      'normal | none | [ <string> | attr() | counter() | counters() | target-counter() | element() | string() | open-quote | close-quote | no-open-quote | no-close-quote ]+',
    note: 'Of pseudo-elements and margin boxes. `counter(page)` and `counter(pages)` everywhere; `element()` and `string()` in margin boxes only.',
    parse: either<Content>(keyword<Content>('normal', 'normal'), keyword<Content>('none', 'none'), parseContentList),
  }),
  'counter-reset': changes(0),
  'counter-increment': changes(1),
  'counter-set': changes(0),
  'string-set': define<Longhands['string-set']>({
    initial: 'none',
    initialValue: [],
    values: 'none | [ <name> [ <string> | attr() | counter() | counters() | target-counter() | content() ]+ ]#',
    note: 'Names a text for `string()`. `content()` takes `text`, `before`, `after`, `marker` or `first-letter`.',
    parse: either<Longhands['string-set']>(keyword<Longhands['string-set']>('none', []), parseStrings),
  }),
};
