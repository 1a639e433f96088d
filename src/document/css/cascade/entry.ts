import type { Place } from '../../../base/source.ts';
import type { LonghandName, Longhands } from '../properties/longhands.ts';
import { parseLonghand, properties } from '../properties/table.ts';
import type { Shorthand } from '../shorthands/define.ts';
import type { Values } from '../values/component-values.ts';
import type { ComputeContext, Specified } from '../values/compute-context.ts';
import { substitute } from './variables.ts';

/** A declared longhand, ready to be applied when it wins the cascade. */
export interface Entry {
  readonly name: LonghandName;
  readonly apply: (target: Longhands, context: ComputeContext) => void;
}

export type WideKeyword = 'inherit' | 'initial' | 'unset';

function isWideKeyword(name: string): name is WideKeyword {
  return name === 'inherit' || name === 'initial' || name === 'unset';
}

export function valueEntry<K extends LonghandName>(name: K, specified: Specified<Longhands[K]>): Entry {
  return {
    name,
    apply: (target, context) => {
      target[name] = specified(context);
    },
  };
}

export function wideEntry<K extends LonghandName>(name: K, keyword: WideKeyword): Entry {
  const inherits = keyword === 'inherit' || (keyword === 'unset' && properties[name].inherited);
  return { name, apply: inherits ? inherit(name) : initial(name) };
}

function inherit<K extends LonghandName>(name: K): Entry['apply'] {
  return (target, context) => {
    target[name] = context.parent[name];
  };
}

function initial<K extends LonghandName>(name: K): Entry['apply'] {
  const { initialValue } = properties[name];
  return (target, context) => {
    target[name] = initialValue(context);
  };
}

/** Where nothing was declared, or what was declared is invalid at computed-value time. */
export function unset<K extends LonghandName>(target: Longhands, name: K, context: ComputeContext): void {
  const property = properties[name];
  target[name] = property.inherited ? context.parent[name] : property.initialValue(context);
}

/** A longhand whose value holds `var()`. CSS Variables 1, section 3. */
export function pendingEntry<K extends LonghandName>(name: K, values: Values, place: Place): Entry {
  return {
    name,
    apply: (target, context) => {
      const result = substitute(values, context.variables);
      if (result.kind === 'missing') context.invalid(name, result.variable, place);
      const keyword = result.kind === 'values' ? wideKeywordOf(result.values) : undefined;
      if (keyword !== undefined) return wideEntry(name, keyword).apply(target, context);
      const specified = result.kind === 'values' ? parseLonghand(name, result.values) : undefined;
      if (specified !== undefined) target[name] = specified(context);
      else {
        if (result.kind === 'values') context.invalid(name, undefined, place);
        unset(target, name, context);
      }
    },
  };
}

/** The longhands of a shorthand whose value holds `var()`. */
export function pendingShorthand(property: string, shorthand: Shorthand, values: Values, place: Place): Entry[] {
  return shorthand.longhands.map((name) => pendingPart(property, shorthand, name, values, place));
}

function pendingPart<K extends LonghandName>(
  property: string,
  shorthand: Shorthand,
  name: K,
  values: Values,
  place: Place,
): Entry {
  return {
    name,
    apply: (target, context) => {
      const result = substitute(values, context.variables);
      if (result.kind === 'missing') context.invalid(property, result.variable, place);
      const keyword = result.kind === 'values' ? wideKeywordOf(result.values) : undefined;
      if (keyword !== undefined) return wideEntry(name, keyword).apply(target, context);
      const specified: Specified<Longhands[K]> | undefined =
        result.kind === 'values' ? shorthand.expand(result.values)?.[name] : undefined;
      if (specified !== undefined) target[name] = specified(context);
      else {
        if (result.kind === 'values') context.invalid(property, undefined, place);
        unset(target, name, context);
      }
    },
  };
}

export function wideKeywordOf(values: Values): WideKeyword | undefined {
  const [value] = values;
  if (values.length !== 1 || value?.kind !== 'ident') return undefined;
  return isWideKeyword(value.name) ? value.name : undefined;
}
