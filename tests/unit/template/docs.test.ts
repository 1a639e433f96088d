import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brandStylesheet } from '../../../src/template/brand-stylesheet.ts';
import { contextSchema } from '../../../src/template/context.ts';
import { blockHelpers, helperFunctions, inlineHelpers } from '../../../src/template/handlebars/helpers.ts';
import type { Field, Fields } from '../../../src/template/schema.ts';
import { describeDiagnostic } from '../../../src/words/describe.ts';
import { a4, compileSample, sampleBrand } from '../../support/template.ts';

const layouts = readFileSync(new URL('../../../docs/layouts.md', import.meta.url), 'utf8');

/** The rows of the table below a heading of `docs/layouts.md`. */
function rowsBelow(heading: string): readonly string[] {
  const from = layouts.indexOf(`\n## ${heading}\n`);
  const rows = layouts.slice(from).match(/\n\| (?!---)[^\n]*/g) ?? [];
  const end = layouts.indexOf('\n## ', from + 1);
  const all = layouts.slice(from, end === -1 ? undefined : end);
  return rows
    .filter((row) => all.includes(row))
    .map((row) => row.trim())
    .slice(1);
}

const kindNames: Readonly<Record<Field['kind'], string>> = {
  text: 'text',
  number: 'number',
  boolean: 'yes or no',
  html: 'html',
  date: 'date',
  record: 'group',
  list: 'list',
};

function fieldRows(fields: Fields, prefix = ''): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const kind = `${kindNames[field.kind]}${'optional' in field && field.optional ? ', optional' : ''}`;
    const row = `| \`${prefix}${name}\` | ${kind} | ${field.about} |`;
    if (field.kind === 'record') return [row, ...fieldRows(field.fields, `${prefix}${name}.`)];
    return field.kind === 'list' ? [row, ...fieldRows(field.item.fields, `${prefix}${name}[].`)] : [row];
  });
}

describe('docs/layouts.md', () => {
  it('has every field of the schema, and no other', () => {
    expect(rowsBelow('Names')).toEqual(fieldRows(contextSchema.fields));
  });

  it('has every helper, and no other', () => {
    const helpers = [...inlineHelpers, ...blockHelpers];
    expect(rowsBelow('Helpers')).toEqual(helpers.map(({ usage, about }) => `| \`${usage}\` | ${about} |`));
    expect(Object.keys(helperFunctions)).toEqual(inlineHelpers.map((helper) => helper.name));
  });

  it('has every property of the first stylesheet, and no other', () => {
    const named = rowsBelow('Colours, fonts and paper').flatMap((row) => row.match(/--[a-z-]+/g) ?? []);
    const set = brandStylesheet(sampleBrand, a4).text.match(/--[a-z-]+(?=:)/g);
    expect(named).toEqual(set);
  });

  it('shows helpers as they can be used', () => {
    for (const { usage } of inlineHelpers) {
      const call = usage.startsWith('(') ? `{{#if ${usage}}}x{{/if}}` : usage;
      expect(compileSample(`{{#if updated}}${call}{{/if}}`).diagnostics).toEqual([]);
    }
    for (const { usage } of blockHelpers) expect(compileSample(usage).diagnostics).toEqual([]);
  });
});

describe('docs/diagnostics.md', () => {
  const docs = readFileSync(new URL('../../../docs/diagnostics.md', import.meta.url), 'utf8');

  it('shows messages as they are printed', () => {
    const wrong: Readonly<Record<string, string>> = {
      'template/unknown-field': '{{titl}}',
      'template/unknown-helper': '{{dte date}}',
      'template/unknown-partial': '{{> kepla}}',
      'template/maybe-missing': '{{image.src}}',
      'template/wrong-type': '{{links}}',
      'template/helper-arguments': '{{date}}',
      'template/raw-output': '{{{title}}}',
      'template/escaped-html': '{{body}}',
      'template/refused-construct': '{{#title}}x{{/title}}',
      'template/unsafe-position': '<p class={{slug}}>',
      'template/syntax': '{{#if title}}',
    };
    for (const [code, text] of Object.entries(wrong)) {
      const [diagnostic] = compileSample(text, { kepala: 'x' }).diagnostics;
      if (diagnostic === undefined) throw new Error(text);
      const described = (['id', 'en'] as const).map((language) => {
        const { message, hint } = describeDiagnostic(diagnostic, language);
        return `- ${language}: ${message} ${hint}`;
      });
      expect([diagnostic.code, docs]).toEqual([code, expect.stringContaining(described.join('\n'))]);
    }
  });
});
