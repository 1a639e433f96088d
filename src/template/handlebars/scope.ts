import type { Field, Fields } from '../schema.ts';
import { dateFields } from '../schema.ts';

/** A value that a name stands for. */
export interface Value {
  readonly field: Field;
  /** From the root: `brand.handles[].href`; empty for the root itself and for literals. */
  readonly path: string;
  /** The text of a literal. */
  readonly isLiteral: boolean;
}

/** Where names are looked up: the root, the entry of a list, what `{{#with}}` opened, or the data of a partial. */
export interface Scope {
  readonly value: Value;
  /** What a partial was given as `key=value`. */
  readonly extra: ReadonlyMap<string, Value>;
}

export interface Scopes {
  readonly root: Scope;
  /** Innermost first: `../` goes on by one. */
  readonly open: readonly Scope[];
  readonly blockParams: ReadonlyMap<string, Value>;
  /** How many `{{#each}}` are around: what `@index` and its kind may name. */
  readonly eachDepth: number;
  /** Paths of optional fields that are known to be there. */
  readonly present: ReadonlySet<string>;
}

/** The names inside a value, or `undefined` when it holds none. */
export function fieldsOf(field: Field): Fields | undefined {
  if (field.kind === 'record') return field.fields;
  return field.kind === 'date' ? dateFields : undefined;
}

export function isOptional(field: Field): boolean {
  return (field.kind === 'record' || field.kind === 'date') && field.optional;
}

/** The value of a name in a scope; an own key of the schema, or of what the partial was given. */
export function memberOf(scope: Scope, name: string): Value | undefined {
  return scope.extra.get(name) ?? partOf(scope.value, name);
}

export function partOf(value: Value, name: string): Value | undefined {
  const fields = fieldsOf(value.field);
  if (fields === undefined || !Object.hasOwn(fields, name)) return undefined;
  const field = fields[name];
  if (field === undefined) return undefined;
  return { field, path: value.path === '' ? name : `${value.path}.${name}`, isLiteral: false };
}

/** All names of a scope, for the nearest one. */
export function namesOf(scope: Scope): readonly string[] {
  return [...scope.extra.keys(), ...Object.keys(fieldsOf(scope.value.field) ?? {})];
}

export function openScope(scopes: Scopes, value: Value): Scopes {
  return { ...scopes, open: [{ value, extra: new Map() }, ...scopes.open] };
}

export function withPresent(scopes: Scopes, paths: readonly string[]): Scopes {
  return paths.length === 0 ? scopes : { ...scopes, present: new Set([...scopes.present, ...paths]) };
}

export function withBlockParams(scopes: Scopes, params: readonly (readonly [string, Value])[]): Scopes {
  return params.length === 0 ? scopes : { ...scopes, blockParams: new Map([...scopes.blockParams, ...params]) };
}
