import type { Reporter } from '../../../base/diagnostics.ts';
import { nearestName } from '../../../base/nearest-name.ts';
import type { Place } from '../../../base/source.ts';
import { readValues, splitAt, type Values } from '../values/component-values.ts';
import type { RawDeclaration } from './declarations.ts';

/** Names of strings in a stylesheet (CSS GCPM 3, section 1.1). */
export interface StringNames {
  /** Those that `string-set` gives texts to. */
  readonly set: readonly string[];
  /** Those that `string()` shows. */
  readonly shown: readonly { readonly name: string; readonly place: Place }[];
}

/** Of declarations as they stand in the source; of `var()` nothing is known. */
export function stringNamesIn(declarations: readonly RawDeclaration[]): StringNames {
  const set: string[] = [];
  const shown: { name: string; place: Place }[] = [];
  for (const { property, value, place } of declarations) {
    const name = property.toLowerCase();
    if (name === 'string-set') set.push(...splitAt(readValues(value) ?? [], ',').flatMap(firstName));
    if (name !== 'content') continue;
    for (const part of readValues(value) ?? []) {
      if (part.kind === 'function' && part.name === 'string') {
        shown.push(...firstName(part.args).map((shownName) => ({ name: shownName, place })));
      }
    }
  }
  return { set, shown };
}

const firstName = ([first]: Values): readonly string[] => (first?.kind === 'ident' ? [first.text] : []);

/** A string that nothing can ever set is a slip of the pen: the margin box would stay empty without a word. */
export function reportUnsetStrings(
  sheets: readonly StringNames[],
  inline: readonly string[],
  reporter: Reporter,
): void {
  const set = [...new Set([...sheets.flatMap((names) => names.set), ...inline])].sort();
  for (const { name, place } of sheets.flatMap(({ shown }) => shown)) {
    if (!set.includes(name))
      reporter.report('document/unknown-string', place, { name, nearest: nearestName(name, set) });
  }
}
