import { assertNever } from '../../base/assert-never.ts';
import type { FieldKind, RefusedConstruct, TemplateData } from '../../base/codes/template.ts';
import type { DiagnosticWords } from '../types.ts';

const kindWords: { readonly [K in FieldKind]: string } = {
  text: 'text',
  number: 'a number',
  boolean: 'yes or no',
  html: 'HTML',
  date: 'a date',
  record: 'a group of names',
  list: 'a list',
};

const nearestOr = (nearest: string | undefined, otherwise: string): string =>
  nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;

function refused(construct: RefusedConstruct, name: string): { readonly message: string; readonly hint: string } {
  switch (construct) {
    case 'decorator':
    case 'inline-partial':
      return {
        message: `The layout uses "{{#* ${name}}}", which is not supported.`,
        hint: 'Save that part as a file in the folder partials.',
      };
    case 'dynamic-partial':
      return {
        message: 'The name of the partial is only known when the page is made, so it cannot be checked beforehand.',
        hint: 'Write the name of the partial as it is, for example {{> head}}.',
      };
    case 'partial-block':
      return {
        message: `The partial "${name}" is called with a content ({{#> …}}), which is not supported.`,
        hint: 'Call it with {{> name}} and give its values as key="value".',
      };
    case 'raw-block':
      return {
        message: `The raw block "{{{{${name}}}}}" is not supported.`,
        hint: 'Write the HTML without that block.',
      };
    case 'section':
      return {
        message: `"{{#${name}}}" is not clear: a condition, a repetition, or its parts?`,
        hint: `Write {{#if ${name}}}, {{#each ${name}}} or {{#with ${name}}}.`,
      };
    case 'lookup':
      return {
        message: 'The helper "lookup" looks for a name that is only known when the page is made.',
        hint: 'Write the name itself, for example {{brand.name}}.',
      };
    case 'log':
      return { message: 'The helper "log" is not supported.', hint: 'Remove the line.' };
    case 'literal':
      return {
        message: `"${name}" is a value, not a name that can be printed.`,
        hint: 'Write the text in the HTML itself, without braces.',
      };
    case 'same-context':
      return {
        message: `"${name}" is open here already, so it is not certain what "../" means inside.`,
        hint: 'Remove the inner block, or name what it holds: as |name|.',
      };
    case 'partial-context':
      return {
        message: `The partial "${name}" is given something that holds no names.`,
        hint: 'Give it a group of names such as brand, or key="value".',
      };
    default:
      return assertNever(construct);
  }
}

export const templateWords: DiagnosticWords<TemplateData> = {
  'template/unknown-layout': {
    message: (d) => `There is no layout "${d.layout}".`,
    hint: (d) =>
      nearestOr(
        d.nearest,
        d.known.length === 0 ? 'The folder templates is empty.' : `There are: ${d.known.join(', ')}.`,
      ),
  },
  'template/unsafe-layout-name': {
    message: (d) => `"${d.layout}" cannot be the name of a layout.`,
    hint: () => 'Use the name of a folder in templates: letters, digits and hyphens only.',
  },
  'template/missing-file': {
    message: (d) => `The layout "${d.layout}" has no file ${d.file}.`,
    hint: (d) => `Make the file ${d.file} in the folder of the layout.`,
  },
  'template/unreadable-file': {
    message: (d) => {
      switch (d.reason) {
        case 'outside':
          return `${d.file} is outside the workspace (perhaps through a link).`;
        case 'not-a-file':
          return `${d.file} is not a regular file.`;
        case 'too-large':
          return `${d.file} is larger than ${d.maxKilobytes} KB.`;
        case 'unreadable':
          return `${d.file} cannot be read.`;
        default:
          return assertNever(d.reason);
      }
    },
    hint: () => 'Check the file, then run again.',
  },
  'template/too-many-partials': {
    message: (d) => `The layout "${d.layout}" has ${d.count} partials; ${d.max} is the most.`,
    hint: () => 'Remove the partials that are not used from the folder partials.',
  },
  'template/unknown-setting': {
    message: (d) => `The key "${d.key}" in layout.yaml is not known and is left out.`,
    hint: (d) => nearestOr(d.nearest, 'The keys are: name, papers, safeDistance, bleeds.'),
  },
  'template/bad-setting': {
    message: (d) => `The value "${d.value}" of "${d.key}" in layout.yaml cannot be used.`,
    hint: (d) => `Give ${d.expected}.`,
  },
  'template/syntax': {
    message: (d) => {
      switch (d.kind) {
        case 'unclosed':
          return 'A pair of braces or a block is not closed.';
        case 'mismatch':
          return `A block is closed with another name: ${d.detail}.`;
        case 'path':
          return `This name cannot be read: ${d.detail}.`;
        case 'other':
          return `The Handlebars here cannot be read${d.detail === '' ? '' : ` (near "${d.detail}")`}.`;
        default:
          return assertNever(d.kind);
      }
    },
    hint: () => 'Check the pairs of {{ and }}, and of {{#if}} and {{/if}}, on this line and before it.',
  },
  'template/unknown-field': {
    message: (d) =>
      d.owner === ''
        ? `The layout uses the name "${d.field}", which does not exist.`
        : `The layout uses the name "${d.field}", which does not exist in "${d.owner}".`,
    hint: (d) => nearestOr(d.nearest, 'See the list of names in docs/layouts.md.'),
  },
  'template/unknown-helper': {
    message: (d) => `The layout uses the helper "${d.helper}", which does not exist.`,
    hint: (d) => nearestOr(d.nearest, 'See the list of helpers in docs/layouts.md.'),
  },
  'template/unknown-partial': {
    message: (d) => `The layout calls the partial "${d.partial}", which is not in the folder partials.`,
    hint: (d) => nearestOr(d.nearest, `Make the file partials/${d.partial}.hbs.`),
  },
  'template/partial-loop': {
    message: (d) => `The partial "${d.partial}" calls itself without end.`,
    hint: () => 'Remove the call that goes round.',
  },
  'template/maybe-missing': {
    message: (d) => `Not every article has "${d.field}", and here it is used without asking.`,
    hint: (d) => `Put it inside {{#if ${d.field}}} … {{/if}} or {{#with ${d.field}}} … {{/with}}.`,
  },
  'template/wrong-type': {
    message: (d) => {
      const what = `"${d.field}" is ${kindWords[d.found]}`;
      switch (d.use) {
        case 'print':
          return `${what}, which cannot be printed as it is.`;
        case 'each':
          return `${what}, not a list that can be repeated.`;
        case 'with':
          return `${what}, which holds nothing to open.`;
        case 'compare':
          return `${what}, which cannot be compared with the value beside it.`;
        case 'date':
          return `${what}, not a date.`;
        case 'text':
          return `${what}, where text is needed.`;
        case 'number':
          return `${what}, where a number is needed.`;
        case 'count':
          return `${what}, whose length cannot be counted.`;
        default:
          return assertNever(d.use);
      }
    },
    hint: (d) => {
      if (d.found === 'date') return `Write {{date ${d.field}}}.`;
      if (d.found === 'list' && d.use === 'print') return `Write {{#each ${d.field}}} … {{/each}}.`;
      if (d.found === 'record') return `Name one of its parts, for example {{${d.field}.…}}; see docs/layouts.md.`;
      return 'See what the name means in docs/layouts.md.';
    },
  },
  'template/helper-arguments': {
    message: (d) => `The helper "${d.helper}" is not given the right values.`,
    hint: (d) => `It is used like this: ${d.usage}.`,
  },
  'template/raw-output': {
    message: (d) => `"${d.field}" is printed with three braces, but it is not safe HTML.`,
    hint: (d) => `Write {{${d.field}}} with two braces.`,
  },
  'template/escaped-html': {
    message: (d) => `"${d.field}" is HTML, and with two braces its tags would be printed as text.`,
    hint: (d) => `Write {{{${d.field}}}} with three braces.`,
  },
  'template/refused-construct': {
    message: (d) => refused(d.construct, d.name).message,
    hint: (d) => refused(d.construct, d.name).hint,
  },
  'template/unsafe-position': {
    message: (d) => {
      switch (d.position) {
        case 'tag':
          return `"${d.name}" stands inside an HTML tag, outside an attribute's value.`;
        case 'unquoted':
          return `"${d.name}" is an attribute's value without quotes.`;
        case 'attribute':
          return `"${d.name}" is HTML and cannot be an attribute's value or the content of <title>.`;
        case 'style':
          return `"${d.name}" stands inside <style>; styles are no templates.`;
        case 'script':
          return `"${d.name}" stands inside <script>.`;
        case 'declaration':
          return `"${d.name}" stands inside <!…>.`;
        default:
          return assertNever(d.position);
      }
    },
    hint: () => 'Put it between two HTML tags, or into a quoted attribute value: class="{{…}}".',
  },
  'template/unbalanced-html': {
    message: (d) => `The HTML inside "${d.block}" ends in the middle of a tag or of an attribute's value.`,
    hint: () =>
      'Begin and end each branch of a block at the same kind of spot: between tags, or inside the same value.',
  },
  'template/private-character': {
    message: (d) => `"${d.field}" holds the private character ${d.character}, which cannot be printed.`,
    hint: () => 'Remove the character; it usually comes along when an icon is copied from another page.',
  },
};
