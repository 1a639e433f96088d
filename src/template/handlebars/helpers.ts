import { formatDate } from '../../article/dates.ts';
import type { CivilDate } from '../../article/types.ts';
import type { FieldKind } from '../../base/codes/template.ts';

/** `any`: whatever `{{#if}}` takes. `scalar`: text, number or boolean. `countable`: text or list. */
export type ParameterKind = 'date' | 'text' | 'number' | 'countable' | 'scalar' | 'any';

export interface HelperSignature {
  readonly name: string;
  /** How it is written, for messages and for `docs/layouts.md`. */
  readonly usage: string;
  readonly about: string;
  readonly parameters: readonly ParameterKind[];
  /** The last parameter may be repeated. */
  readonly repeats: boolean;
  /** The values must be of one kind. */
  readonly sameKind: boolean;
  readonly returns: FieldKind;
}

/** Helpers that print or that stand in parentheses. */
export const inlineHelpers: readonly HelperSignature[] = [
  {
    name: 'date',
    usage: '{{date updated}}',
    about: 'a date in words, in the language of the article: `Senin, 1 Maret 2021`',
    parameters: ['date'],
    repeats: false,
    sameKind: false,
    returns: 'text',
  },
  {
    name: 'eq',
    usage: '(eq paper "A5")',
    about: 'whether two values are the same',
    parameters: ['scalar', 'scalar'],
    repeats: false,
    sameKind: true,
    returns: 'boolean',
  },
  {
    name: 'ne',
    usage: '(ne lang "id")',
    about: 'whether two values are different',
    parameters: ['scalar', 'scalar'],
    repeats: false,
    sameKind: true,
    returns: 'boolean',
  },
  {
    name: 'and',
    usage: '(and author editor)',
    about: 'whether all are there; what counts as there is the same as for `{{#if}}`',
    parameters: ['any', 'any'],
    repeats: true,
    sameKind: false,
    returns: 'boolean',
  },
  {
    name: 'or',
    usage: '(or author editor)',
    about: 'whether one of them is there',
    parameters: ['any', 'any'],
    repeats: true,
    sameKind: false,
    returns: 'boolean',
  },
  {
    name: 'not',
    usage: '(not qr)',
    about: 'whether it is not there',
    parameters: ['any'],
    repeats: false,
    sameKind: false,
    returns: 'boolean',
  },
  {
    name: 'longer',
    usage: '(longer title 90)',
    about: 'whether a text has more characters, or a list more entries, than a number',
    parameters: ['countable', 'number'],
    repeats: false,
    sameKind: false,
    returns: 'boolean',
  },
  {
    name: 'more',
    usage: '(more length 20)',
    about: 'whether a number is larger than another',
    parameters: ['number', 'number'],
    repeats: false,
    sameKind: false,
    returns: 'boolean',
  },
  {
    name: 'join',
    usage: '{{join ", " author place}}',
    about: 'the texts that are not empty, with the first text between them',
    parameters: ['text', 'text'],
    repeats: true,
    sameKind: false,
    returns: 'text',
  },
  {
    name: 'default',
    usage: '{{default author brand.office}}',
    about: 'the first text that is not empty',
    parameters: ['text', 'text'],
    repeats: true,
    sameKind: false,
    returns: 'text',
  },
];

/** Helpers with a block. */
export const blockHelpers: readonly { readonly name: string; readonly usage: string; readonly about: string }[] = [
  { name: 'if', usage: '{{#if image}} … {{else}} … {{/if}}', about: 'when it is there: not empty, not missing' },
  { name: 'unless', usage: '{{#unless qr}} … {{/unless}}', about: 'when it is not there' },
  {
    name: 'each',
    usage: '{{#each links}} … {{/each}}',
    about: 'once for each entry of a list; `@index` counts from 0, `@first` and `@last` are true at the ends',
  },
  { name: 'with', usage: '{{#with image}} … {{/with}}', about: 'its names directly; nothing when it is missing' },
];

/** As Handlebars' own `{{#if}}`: empty lists and texts, 0, false and what is missing do not count. */
function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** What the helpers do. Handlebars passes its options last; the static check has seen to the arguments. */
export const helperFunctions: { readonly [name: string]: (...args: readonly unknown[]) => unknown } = {
  date: (value, options) => formatDate(value as CivilDate, languageOf(options)),
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  and: (...args) => args.slice(0, -1).every(isThere),
  or: (...args) => args.slice(0, -1).some(isThere),
  not: (value) => !isThere(value),
  longer: (value, count) => (value as string | readonly unknown[]).length > Number(count),
  more: (a, b) => Number(a) > Number(b),
  join: (separator, ...args) => args.slice(0, -1).filter(isThere).join(String(separator)),
  default: (...args) => args.slice(0, -1).find(isThere) ?? '',
};

/** Of the article: the root of the data. */
function languageOf(options: unknown): 'id' | 'en' {
  const { data } = options as { readonly data: { readonly root: { readonly lang: 'id' | 'en' } } };
  return data.root.lang;
}
