import type { Place } from '../../../base/source.ts';
import type { ComponentValue, Values } from '../values/component-values.ts';
import { isDelim, single } from '../values/component-values.ts';
import type { Variables } from '../values/compute-context.ts';

/** A value may not grow beyond this many component values: variables that double each other would fill the memory. */
const MAX_VALUES = 10_000;
/** A chain of custom properties may not be longer. */
const MAX_CHAIN = 100;

/** A declared custom property. `undefined`: `initial`, so without a value; `inherit` is no declaration. */
export interface CustomEntry {
  readonly name: string;
  readonly values: Values | undefined;
  readonly place: Place;
}

export type Substituted =
  | { readonly kind: 'values'; readonly values: Values }
  | { readonly kind: 'missing'; readonly variable: string };

type Lookup = (name: string) => Values | undefined;

/** Puts the values of custom properties in place of each `var()`. CSS Variables 1, section 3. */
export function substitute(values: Values, variables: Variables): Substituted {
  return substituteWith(values, (name) => variables.get(name));
}

function substituteWith(values: Values, lookup: Lookup): Substituted {
  const result: ComponentValue[] = [];
  for (const value of values) {
    const replaced = substituteOne(value, lookup);
    if (replaced.kind === 'missing') return replaced;
    if (result.length + replaced.values.length > MAX_VALUES) return { kind: 'missing', variable: 'var()' };
    for (const one of replaced.values) result.push(one);
  }
  return { kind: 'values', values: result };
}

function substituteOne(value: ComponentValue, lookup: Lookup): Substituted {
  if (value.kind === 'block') {
    const inner = substituteWith(value.children, lookup);
    return inner.kind === 'missing' ? inner : { kind: 'values', values: [{ ...value, children: inner.values }] };
  }
  if (value.kind !== 'function') return { kind: 'values', values: [value] };
  if (value.name !== 'var') {
    const inner = substituteWith(value.args, lookup);
    return inner.kind === 'missing' ? inner : { kind: 'values', values: [{ ...value, args: inner.values }] };
  }
  const name = variableName(value.args);
  const found = lookup(name);
  if (found !== undefined) return { kind: 'values', values: found };
  return isDelim(value.args[1], ',')
    ? substituteWith(value.args.slice(2), lookup)
    : { kind: 'missing', variable: name };
}

function variableName(args: Values): string {
  const name = args[0];
  return name?.kind === 'ident' ? name.text : '';
}

export function hasVariable(values: Values): boolean {
  return values.some(
    (value) =>
      (value.kind === 'function' && (value.name === 'var' || hasVariable(value.args))) ||
      (value.kind === 'block' && hasVariable(value.children)),
  );
}

/** Each var() names a custom property, and a fallback stands after a comma. */
export function hasValidVariables(values: Values): boolean {
  return values.every((value) => {
    if (value.kind === 'block') return hasValidVariables(value.children);
    if (value.kind !== 'function') return true;
    if (value.name !== 'var') return hasValidVariables(value.args);
    if (!variableName(value.args).startsWith('--')) return false;
    if (value.args.length === 1) return true;
    return isDelim(value.args[1], ',') && hasValidVariables(value.args.slice(2));
  });
}

export interface VariableReporter {
  readonly cycle: (variable: string, place: Place) => void;
  readonly missing: (property: string, variable: string, place: Place) => void;
}

/**
 * The custom properties of an element: what it inherits and what it declares (winners of the cascade), resolved.
 * CSS Variables 1, section 2.3: all properties of a cycle are invalid.
 */
export function resolveVariables(
  inherited: Variables,
  declared: ReadonlyMap<string, CustomEntry>,
  reporter: VariableReporter,
): Variables {
  if (declared.size === 0) return inherited;
  const resolved = new Map(inherited);
  for (const name of declared.keys()) resolved.delete(name);
  const cyclic = findCycles(declared);
  const done = new Set<string>();
  const resolve = (name: string, depth: number): Values | undefined => {
    const entry = declared.get(name);
    if (entry === undefined || done.has(name)) return resolved.get(name);
    if (cyclic.has(name) || depth > MAX_CHAIN) {
      done.add(name);
      reporter.cycle(name, entry.place);
      return undefined;
    }
    done.add(name);
    if (entry.values === undefined) return undefined;
    const keyword = single(entry.values);
    if (keyword?.kind === 'ident' && (keyword.name === 'inherit' || keyword.name === 'unset')) {
      const value = inherited.get(name);
      if (value !== undefined) resolved.set(name, value);
      return value;
    }
    const result = substituteWith(entry.values, (other) => resolve(other, depth + 1));
    if (result.kind === 'missing') {
      reporter.missing(name, result.variable, entry.place);
      return undefined;
    }
    resolved.set(name, result.values);
    return result.values;
  };
  for (const name of declared.keys()) resolve(name, 0);
  return resolved;
}

/** The names that reach themselves over var(), fallbacks included. */
function findCycles(declared: ReadonlyMap<string, CustomEntry>): ReadonlySet<string> {
  const references = new Map<string, readonly string[]>();
  for (const [name, entry] of declared)
    references.set(
      name,
      [...namesIn(entry.values ?? [])].filter((n) => declared.has(n)),
    );
  const cyclic = new Set<string>();
  for (const start of declared.keys()) {
    const seen = new Set<string>();
    const queue = [...(references.get(start) ?? [])];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (name === start) {
        cyclic.add(start);
        break;
      }
      if (seen.has(name)) continue;
      seen.add(name);
      queue.push(...(references.get(name) ?? []));
    }
  }
  return cyclic;
}

function* namesIn(values: Values): Generator<string> {
  for (const value of values) {
    if (value.kind === 'block') yield* namesIn(value.children);
    if (value.kind !== 'function') continue;
    if (value.name === 'var') yield variableName(value.args);
    yield* namesIn(value.args);
  }
}
