import { nearestName } from '../../../base/nearest-name.ts';
import type { Place } from '../../../base/source.ts';
import type { Entry } from '../cascade/entry.ts';
import { pendingEntry, pendingShorthand, valueEntry, wideEntry, wideKeywordOf } from '../cascade/entry.ts';
import type { CustomEntry } from '../cascade/variables.ts';
import { hasValidVariables, hasVariable } from '../cascade/variables.ts';
import type { LonghandName } from '../properties/longhands.ts';
import { aliases, isLonghand, longhandNames, parseLonghand, properties } from '../properties/table.ts';
import type { SpecifiedLonghands } from '../shorthands/define.ts';
import { shorthands } from '../shorthands/table.ts';
import type { Values } from '../values/component-values.ts';
import { readValues } from '../values/component-values.ts';
import { isOtherProperty } from './other-properties.ts';
import type { Problems } from './problems.ts';
import { adviceFor } from './value-advice.ts';

/** A declaration as it stands in the source. */
export interface RawDeclaration {
  readonly property: string;
  readonly value: string;
  readonly important: boolean;
  readonly place: Place;
}

/** What a block declares, in the order of the source. */
export interface DeclarationBlock {
  readonly normal: readonly Entry[];
  readonly important: readonly Entry[];
  readonly custom: readonly CustomEntry[];
  readonly importantCustom: readonly CustomEntry[];
}

export const EMPTY_BLOCK: DeclarationBlock = { normal: [], important: [], custom: [], importantCustom: [] };

const supportedNames: readonly string[] = [...longhandNames, ...shorthands.keys(), ...aliases.keys()].sort();

/** `element()` and `string()` show something in margin boxes alone. CSS GCPM 3, sections 1.1.2 and 1.2.2. */
export function reportElementFunction(declarations: readonly RawDeclaration[], problems: Problems): void {
  for (const declaration of declarations) {
    if (declaration.property.toLowerCase() !== 'content' || !/\b(?:element|string)\(/i.test(declaration.value))
      continue;
    reportValue(declaration, properties.content.values.replace(' element() | string() |', ''), problems);
  }
}

/** A drop cap on an element is a fault of the selector: CSS Inline 3, section 4.1, is supported for `::first-letter`. */
export function reportInitialLetter(declarations: readonly RawDeclaration[], problems: Problems): void {
  for (const { property, place, value } of declarations) {
    if (property.toLowerCase() !== 'initial-letter' || /^\s*(?:normal|initial|unset)\s*$/i.test(value)) continue;
    problems.add('document/no-effect', place, {
      property: 'initial-letter',
      element: undefined,
      why: 'not-first-letter',
    });
  }
}

export function readDeclarations(declarations: readonly RawDeclaration[], problems: Problems): DeclarationBlock {
  const normal: Entry[] = [];
  const important: Entry[] = [];
  const custom: CustomEntry[] = [];
  const importantCustom: CustomEntry[] = [];
  for (const declaration of declarations) {
    if (declaration.property.startsWith('--')) {
      const entry = readCustom(declaration, problems);
      if (entry !== undefined) (declaration.important ? importantCustom : custom).push(entry);
    } else {
      const target = declaration.important ? important : normal;
      for (const entry of readDeclaration(declaration, problems)) target.push(entry);
    }
  }
  return { normal, important, custom, importantCustom };
}

function readCustom(declaration: RawDeclaration, problems: Problems): CustomEntry | undefined {
  const { property, place } = declaration;
  const values = readValues(declaration.value);
  if (values === undefined || !hasValidVariables(values)) {
    reportValue(declaration, '<declaration-value>', problems);
    return undefined;
  }
  return { name: property, values: wideKeywordOf(values) === 'initial' ? undefined : values, place };
}

function readDeclaration(declaration: RawDeclaration, problems: Problems): readonly Entry[] {
  const written = declaration.property.toLowerCase();
  const name = aliases.get(written) ?? written;
  const shorthand = shorthands.get(name);
  if (shorthand === undefined && !isLonghand(name)) {
    reportProperty(written, declaration.place, problems);
    return [];
  }
  const allowed = shorthand?.values ?? (isLonghand(name) ? properties[name].values : '');
  const values = readValues(declaration.value);
  if (values === undefined || values.length === 0 || !hasValidVariables(values)) {
    reportValue(declaration, allowed, problems);
    return [];
  }
  const names = shorthand?.longhands ?? (isLonghand(name) ? [name] : []);
  const keyword = wideKeywordOf(values);
  if (keyword !== undefined) return names.map((one) => wideEntry(one, keyword));
  if (hasVariable(values)) {
    const pending =
      shorthand === undefined
        ? names.map((one) => pendingEntry(one, values, declaration.place))
        : pendingShorthand(name, shorthand, values, declaration.place);
    return pending.map((entry) => withPicturePlaces(entry, declaration.place));
  }
  const entries = shorthand !== undefined ? expanded(shorthand.expand(values)) : parsed(names, values);
  if (entries === undefined) reportValue(declaration, allowed, problems);
  return (entries ?? []).map((entry) => withPicturePlaces(entry, declaration.place));
}

/** A picture that cannot be had is told at the declaration that names it. */
function withPicturePlaces(entry: Entry, place: Place): Entry {
  if (entry.name !== 'background-image') return entry;
  return {
    name: entry.name,
    apply: (target, context) => {
      entry.apply(target, context);
      target['background-image'] = target['background-image'].map((image) =>
        image !== 'none' && image.kind === 'url' ? { ...image, place } : image,
      );
    },
  };
}

function parsed(names: readonly LonghandName[], values: Values): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const name of names) {
    const entry = parsedEntry(name, values);
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

function parsedEntry<K extends LonghandName>(name: K, values: Values): Entry | undefined {
  const specified = parseLonghand(name, values);
  return specified === undefined ? undefined : valueEntry(name, specified);
}

function expanded(longhands: SpecifiedLonghands | undefined): readonly Entry[] | undefined {
  if (longhands === undefined) return undefined;
  return (Object.keys(longhands) as LonghandName[]).flatMap((name) => expandedEntry(longhands, name) ?? []);
}

function expandedEntry<K extends LonghandName>(longhands: SpecifiedLonghands, name: K): Entry | undefined {
  const specified = longhands[name];
  return specified === undefined ? undefined : valueEntry(name, specified);
}

function reportProperty(property: string, place: Place, problems: Problems): void {
  if (isOtherProperty(property)) problems.add('document/unsupported-property', place, { property });
  else problems.add('document/unknown-property', place, { property, nearest: nearestName(property, supportedNames) });
}

function reportValue(declaration: RawDeclaration, values: string, problems: Problems): void {
  problems.add('document/unsupported-value', declaration.place, {
    property: declaration.property.startsWith('--') ? declaration.property : declaration.property.toLowerCase(),
    value: excerpt(declaration.value),
    values,
    advice: adviceFor(declaration.property.toLowerCase(), readValues(declaration.value)),
  });
}

/** Of a value or another piece of source: short enough for a message. */
export function excerpt(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 60 ? flat : `${flat.slice(0, 57)}…`;
}
