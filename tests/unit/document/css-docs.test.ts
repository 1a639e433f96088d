import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aliases, longhandNames, properties } from '../../../src/document/css/properties/table.ts';
import {
  functionalPseudoClasses,
  plainPseudoClasses,
  pseudoElements,
} from '../../../src/document/css/selectors/read-selector.ts';
import { isOtherProperty } from '../../../src/document/css/sheet/other-properties.ts';
import { marginBoxNames, paperNames } from '../../../src/document/css/sheet/page-rules.ts';
import { shorthands } from '../../../src/document/css/shorthands/table.ts';
import { readValues } from '../../../src/document/css/values/component-values.ts';
import { supportedUnits } from '../../../src/document/css/values/length.ts';
import { knownElements, ownAttributes, refusedElements } from '../../../src/document/html/known-html.ts';
import { MAX_DEPTH } from '../../../src/document/html/read-html.ts';

const text = readFileSync(new URL('../../../docs/css.md', import.meta.url), 'utf8');

/** The cells of the table whose first heading this is, without the quotes of code. */
function table(heading: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} |`));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

const code = (cell: string | undefined): string => (cell ?? '').replaceAll('`', '');

describe('docs/css.md', () => {
  it('lists every longhand with its values, inheritance and initial value', () => {
    const listed = table('property').map(([name, values, inherited, initial, note]) => ({
      name: code(name),
      values: code(values),
      inherited: inherited === 'yes',
      initial: code(initial),
      note: note ?? '',
    }));
    const held = longhandNames.map((name) => {
      const { values, inherited, initial, note } = properties[name];
      return { name, values, inherited, initial, note };
    });
    expect(listed).toEqual(held);
  });

  it('lists every shorthand with what it sets', () => {
    const listed = table('shorthand').map(([name, values, sets]) => [code(name), code(values), code(sets)]);
    const held = [...shorthands].map(([name, { values, longhands }]) => [name, values, longhands.join(', ')]);
    expect(listed).toEqual(held.sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)));
  });

  it('lists every other name', () => {
    const listed = table('other name').map(([alias, name]) => [code(alias), code(name)]);
    expect(listed).toEqual([...aliases].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
  });

  it('lists elements and attributes', () => {
    const between = (start: string, end: string): readonly string[] => {
      const part = text.slice(text.indexOf(start) + start.length, text.indexOf(end));
      return [...part.matchAll(/`([a-z0-9-]+)`/g)].map((match) => match[1] ?? '');
    };
    expect(between('Known are:', 'What is inside `<svg>`')).toEqual([...knownElements].sort());
    expect(between('left out with all that is inside:', '`<link rel=')).toEqual([...refusedElements].sort());
    expect(table('element').map(([name, attributes]) => [code(name), code(attributes).split(' ')])).toEqual(
      ownAttributes,
    );
    expect(text).toContain(`nested ${MAX_DEPTH} deep`);
  });

  it('names units, pseudo-classes, margin boxes and papers', () => {
    for (const unit of supportedUnits) expect(text).toContain(`\`${unit}\``);
    for (const name of plainPseudoClasses) expect(text).toContain(`\`:${name}\``);
    for (const name of functionalPseudoClasses) expect(text).toContain(`\`:${name}()\``);
    for (const name of pseudoElements) expect(text).toContain(`\`::${name}\``);
    for (const name of marginBoxNames) expect(text).toContain(`\`@${name}\``);
    for (const name of paperNames) expect(text).toContain(`\`${name}\``);
  });
});

describe('the property table', () => {
  it('has nothing that is called unsupported', () => {
    const supported = [...longhandNames, ...shorthands.keys(), ...aliases.keys()];
    expect(supported.filter(isOtherProperty)).toEqual([]);
  });

  it('gives as initial value what its text says', () => {
    for (const name of longhandNames) {
      const { initial, initialValue, parse } = properties[name];
      const values = readValues(initial) ?? [];
      const context = {
        fontSize: 12,
        rootFontSize: 12,
        color: { r: 0, g: 0, b: 0, alpha: 1 },
        get parent(): never {
          throw new Error('An initial value has no parent');
        },
        variables: new Map(),
        invalid: () => undefined,
      };
      expect([name, parse(values)?.(context)]).toEqual([name, initialValue(context)]);
    }
  });
});
