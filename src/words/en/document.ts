import type { DocumentData, ValueAdvice } from '../../base/codes/document.ts';
import type { DiagnosticWords } from '../types.ts';

const meant = (nearest: string | undefined, other: string): string =>
  nearest === undefined ? other : `Did you mean "${nearest}"?`;

const advice: Readonly<Record<ValueAdvice, string>> = {
  fixed:
    'What is to stand on every page gets position: running(name) and is shown in a margin box of @page with element(name).',
  sticky: 'Paper does not scroll; what is to stand on every page goes into a margin box of @page.',
  grid: 'Use display: flex or a table.',
  contents: 'Leave the element out of the layout and give its children what they need.',
  scroll: 'Paper does not scroll: hidden cuts off what does not fit, visible lets it through.',
  blur: 'A shadow is a shape with sharp edges: leave the blur out and use a paler colour.',
  gradient: 'Use linear-gradient(), or an SVG drawing with a radial gradient.',
  'window-unit': 'Paper has no window: use %, mm or pt.',
  'generated-picture': 'Put the picture into the layout as <img>, or behind the box as background-image.',
};

export const documentWords: DiagnosticWords<DocumentData> = {
  'document/unknown-property': {
    message: (d) => `There is no CSS property "${d.property}"; the declaration has no effect.`,
    hint: (d) => meant(d.nearest, 'Check how it is written; docs/css.md lists the properties.'),
  },
  'document/unsupported-property': {
    message: (d) => `The CSS property "${d.property}" is outside what Buletin supports; the declaration has no effect.`,
    hint: () => 'Remove it, or reach the same with the properties listed in docs/css.md.',
  },
  'document/unsupported-value': {
    message: (d) => `The value "${d.value}" of "${d.property}" is not supported; the declaration has no effect.`,
    hint: (d) => `${d.advice === undefined ? '' : `${advice[d.advice]} `}What may be written: ${d.values}.`,
  },
  'document/no-effect': {
    message: (d) => {
      const where = d.element === undefined ? 'here' : `on <${d.element}>`;
      switch (d.why) {
        case 'flex-item':
          return `"${d.property}" has no effect ${where}, because the items of a flex container do not float.`;
        case 'not-root':
          return `"${d.property}" has no effect ${where}; it counts on the root element alone.`;
        case 'not-first-letter':
          return `"${d.property}" has no effect ${where}; it belongs to ::first-letter.`;
      }
    },
    hint: (d) => {
      switch (d.why) {
        case 'flex-item':
          return 'Place the item with order, align-self or margins, or put what is to float into an element inside it.';
        case 'not-root':
          return 'Write it in the rule of html or :root.';
        case 'not-first-letter':
          return 'Write it in a rule such as p::first-letter.';
      }
    },
  },
  'document/unsupported-selector': {
    message: (d) => `The selector "${d.selector}" is not supported because of "${d.part}"; it selects nothing.`,
    hint: () => 'Use one of the selectors listed in docs/css.md, or give the element a class.',
  },
  'document/unsupported-at-rule': {
    message: (d) => `The rule "@${d.name}" is not supported and was skipped with all that is in it.`,
    hint: () => 'Supported are @page and @media; see docs/css.md.',
  },
  'document/unsupported-media': {
    message: (d) => `The media query "${d.query}" is not supported, so its rules were skipped.`,
    hint: () => 'Only print, all and screen are known; print and all apply.',
  },
  'document/refused-at-rule': {
    message: (d) => `"@${d.name}" is refused, because a stylesheet may not load other files.`,
    hint: (d) =>
      d.name === 'import'
        ? 'Copy the rules of that file into the stylesheet of the layout.'
        : 'Put the font file into the folder fonts/ and name its family in font-family.',
  },
  'document/css-syntax': {
    message: (d) => `The stylesheet has a mistake here and "${d.text}" was skipped.`,
    hint: () => 'Check colons, semicolons and brackets near this place.',
  },
  'document/css-too-deep': {
    message: (d) => `Brackets are nested more than ${d.limit} deep here, so this stylesheet was left out.`,
    hint: () => 'Look for a bracket that is not closed.',
  },
  'document/invalid-variable': {
    message: (d) =>
      d.variable === undefined
        ? `The value of "${d.property}" is not valid once its var() is filled in, so it counts as not set.`
        : `"${d.property}" uses the custom property "${d.variable}", which has no value here, so it counts as not set.`,
    hint: (d) =>
      d.variable === undefined
        ? 'Check the values of the custom properties that it uses.'
        : `Set "${d.variable}" on :root, or give a fallback: var(${d.variable}, …).`,
  },
  'document/variable-cycle': {
    message: (d) => `The custom property "${d.variable}" depends on itself, so it has no value.`,
    hint: () => 'Break the circle: one of the custom properties in it needs a value without var().',
  },
  'document/unsupported-page-selector': {
    message: (d) => `The page selector "${d.selector}" is not supported, so its @page rule was skipped.`,
    hint: () =>
      'Use @page for all pages, @page name for those with that name, and :first, :left, :right, :blank or :nth(2n+1) behind either.',
  },
  'document/unsupported-page-property': {
    message: (d) => `"${d.property}" has no effect on a page itself.`,
    hint: () => 'In @page write size, margin, text properties, margin boxes and @footnote.',
  },
  'document/unsupported-footnote-property': {
    message: (d) => `"${d.property}" has no effect on the area of the footnotes.`,
    hint: () =>
      'In @footnote write margin, padding, border, background and max-height; style the notes by their own elements.',
  },
  'document/unknown-margin-box': {
    message: (d) => `There is no margin box "@${d.name}" in @page; it was skipped.`,
    hint: (d) => meant(d.nearest, 'The 16 margin boxes are listed in docs/css.md.'),
  },
  'document/unknown-string': {
    message: (d) => `The margin box shows string(${d.name}), but no rule gives a text to this name; it stays empty.`,
    hint: (d) =>
      meant(d.nearest, `Add string-set: ${d.name} content() to the rule of the heading that is to be shown.`),
  },
  'document/unknown-element': {
    message: (d) => `<${d.element}> is not an element that Buletin knows; it is treated like <span>.`,
    hint: (d) => meant(d.nearest, 'Use an element of HTML; docs/css.md lists them.'),
  },
  'document/refused-element': {
    message: (d) => `<${d.element}> does not belong on a printed page and was left out with its content.`,
    hint: () => 'Remove it from the layout; text and pictures do not need it.',
  },
  'document/unknown-attribute': {
    message: (d) => `The attribute "${d.attribute}" of <${d.element}> is not supported and was dropped.`,
    hint: () => 'Remove it, or use a class or a data- attribute; docs/css.md lists the attributes.',
  },
  'document/self-closing': {
    message: (d) => `<${d.element} … /> does not close itself in HTML, so what follows would become its content.`,
    hint: (d) => `Write <${d.element} …></${d.element}>.`,
  },
  'document/html-syntax': {
    message: (d) => `The HTML of the layout has a mistake here (${d.problem}).`,
    hint: () => 'Check the tags, quotes and attributes near this place.',
  },
  'document/remote-stylesheet': {
    message: (d) => `The stylesheet "${d.href}" is not in the layout's folder and was refused.`,
    hint: () => "Copy its rules into style.css; building reads nothing but the layout's own files.",
  },
  'document/refused-link': {
    message: (d) => `The address "${d.href}" of <a> was refused; a link leads to https, http, mailto or tel.`,
    hint: () => 'Write the whole address, or put the link into {{#if}} when the address may be empty.',
  },
  'document/too-deep': {
    message: (d) => `Elements are nested more than ${d.limit} deep; what is deeper was left out.`,
    hint: () => 'Look for a tag that is not closed, or make the layout flatter.',
  },
};
