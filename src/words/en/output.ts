import type { OutputData } from '../../base/codes/output.ts';
import type { DiagnosticWords } from '../types.ts';

const codePoint = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

export const outputWords: DiagnosticWords<OutputData> = {
  'output/figure-without-alt': {
    message: (d) =>
      `The picture <${d.element}> has no alternative text, so people who cannot see it miss what it shows.`,
    hint: (d) =>
      d.element === 'svg'
        ? 'Give it an `aria-label` that says what it shows, or `aria-hidden="true"` if it is decoration only.'
        : 'Give it an `alt` attribute that says what it shows, or `alt=""` if it is decoration only.',
  },
  'output/missing-glyph': {
    message: (d) =>
      `The character “${d.text}” (${codePoint(d.text)}) is not in the font ${d.font} and cannot be printed.`,
    hint: () => 'Write it with another character, or put a font that has it into the folder `fonts`.',
  },
  'output/missing-language': {
    message: (d) =>
      d.lang === ''
        ? 'The page does not say in which language it is, so it cannot be read aloud.'
        : `“${d.lang}” is not the name of a language, so the page cannot be read aloud.`,
    hint: () => 'Write <html lang="{{lang}}"> in the layout, or `lang: id` in the article.',
  },
  'output/missing-title': {
    message: () => 'The document has no title, which an archive file must have.',
    hint: () => 'Give the article a `title`.',
  },
};
