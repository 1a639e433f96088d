import type { NodeKind } from '../base/codes/config.ts';
import type { Reporter } from '../base/diagnostics.ts';
import { nearestName } from '../base/nearest-name.ts';
import type { Place } from '../base/source.ts';
import type { YamlMapping, YamlNode } from './read-yaml.ts';
import { findForbiddenInLine } from './text-characters.ts';

/** Each key of a mapping → its other names. */
export type KeyNames<K extends string> = Readonly<Record<K, readonly string[]>>;

/** A key of the schema that stands in the file. */
export interface Field {
  /** As it is written. */
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: YamlNode;
}

export type Fields<K extends string> = ReadonlyMap<K, Field>;

/**
 * Sorts the entries of a mapping under the keys of a schema. Reports an unknown key (warning, with the nearest) and a
 * key that stands under two of its names.
 */
export function readFields<K extends string>(mapping: YamlMapping, names: KeyNames<K>, reporter: Reporter): Fields<K> {
  const byName = new Map<string, K>();
  for (const key in names) {
    byName.set(key, key);
    for (const alias of names[key]) byName.set(alias, key);
  }
  const fields = new Map<K, Field>();
  for (const { key: written, keyPlace, value } of mapping.entries) {
    const key = byName.get(written);
    if (key === undefined) {
      const nearest = nearestName(written, [...byName.keys()]);
      reporter.report('yaml/unknown-key', keyPlace, { key: clip(written), nearest });
      continue;
    }
    const other = fields.get(key);
    if (other === undefined) fields.set(key, { key: written, keyPlace, value });
    else {
      const data = { key: written, other: other.key, firstLine: other.keyPlace.line };
      reporter.report('yaml/same-key-twice', keyPlace, data, [other.keyPlace]);
    }
  }
  return fields;
}

/** Whether a key stands in the file and has a value; one whose fault was reported counts as given. */
export function isGiven(field: Field | undefined): field is Field {
  return field !== undefined && (field.value.kind !== 'text' || field.value.text.trim() !== '');
}

/** Some of a message's data come from the file: never print a book. */
export const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** One line of text: white space folded, checked for length and for characters that have no place in a line. */
export function readLine(field: Field | undefined, limit: number, reporter: Reporter): string {
  return field === undefined ? '' : (lineOf(field, field.value, { limit, reporter }) ?? '');
}

function lineOf(
  { key }: Field,
  value: YamlNode,
  { limit, reporter }: { readonly limit: number; readonly reporter: Reporter },
): string | undefined {
  if (value.kind === 'faulty') return undefined;
  if (value.kind !== 'text') return reportKind(key, value, ['text'], reporter);
  const text = value.text.replace(/[ \t\n]+/g, ' ').trim();
  const codePoint = findForbiddenInLine(text);
  if (codePoint !== undefined) {
    reporter.report('yaml/forbidden-character', value.place, { key, codePoint });
    return undefined;
  }
  if (text.length > limit) {
    reporter.report('yaml/too-long', value.place, { key, length: text.length, limit });
    return undefined;
  }
  return text;
}

/** A list, or one text with commas when `split` is set (otherwise one text is a list of one). */
export function readList(
  field: Field | undefined,
  limits: { readonly limit: number; readonly items: number; readonly split: boolean },
  reporter: Reporter,
): readonly { readonly text: string; readonly place: Place }[] {
  if (field === undefined || field.value.kind === 'faulty') return [];
  const { value } = field;
  if (value.kind === 'mapping') {
    reportKind(field.key, value, ['list', 'text'], reporter);
    return [];
  }
  const nodes = value.kind === 'list' ? value.items : limits.split ? splitText(value.text, value.place) : [value];
  if (nodes.length > limits.items) {
    reporter.report('yaml/too-many', value.place, { key: field.key, count: nodes.length, limit: limits.items });
    return [];
  }
  return nodes.flatMap((node) => {
    const text = lineOf(field, node, { limit: limits.limit, reporter });
    return text === undefined || text === '' ? [] : [{ text, place: node.place }];
  });
}

const splitText = (text: string, place: Place): readonly YamlNode[] =>
  text.split(',').map((part) => ({ kind: 'text', text: part, place }));

/** One of some words, each with the value that it means; compared without regard to case. */
export function readChoice<T>(
  field: Field | undefined,
  choices: Readonly<Record<string, T>>,
  reporter: Reporter,
): T | undefined {
  if (!isGiven(field) || field.value.kind === 'faulty') return undefined;
  const { key, value } = field;
  if (value.kind !== 'text') return reportKind(key, value, ['text'], reporter);
  const word = value.text.trim().toLowerCase();
  const names = Object.keys(choices);
  const found = names.find((name) => name.toLowerCase() === word);
  if (found !== undefined) return choices[found];
  const nearest = nearestName(word, names);
  reporter.report('yaml/not-a-choice', value.place, { key, value: clip(value.text.trim()), choices: names, nearest });
  return undefined;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  ya: true,
  tidak: false,
  yes: true,
  no: false,
};

export function readBoolean(field: Field | undefined, fallback: boolean, reporter: Reporter): boolean {
  return readChoice(field, BOOLEANS, reporter) ?? fallback;
}

/** The mapping under a key; `undefined` when there is none (reported when something else stands there). */
export function readMapping(field: Field | undefined, reporter: Reporter): YamlMapping | undefined {
  if (!isGiven(field) || field.value.kind === 'faulty') return undefined;
  if (field.value.kind === 'mapping') return field.value;
  return reportKind(field.key, field.value, ['mapping'], reporter);
}

function reportKind(
  key: string,
  node: Exclude<YamlNode, { kind: 'faulty' }>,
  expected: readonly NodeKind[],
  reporter: Reporter,
): undefined {
  reporter.report('yaml/wrong-kind', node.place, { key, expected, found: node.kind });
  return undefined;
}
