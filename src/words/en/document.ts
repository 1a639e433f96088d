import type { DocumentData } from '../../base/codes/document.ts';
import type { DiagnosticWords } from '../types.ts';

export const documentWords: DiagnosticWords<DocumentData> = {
  'document/unknown-property': {
    message: (d) => `The CSS property "${d.property}" is not supported.`,
    hint: (d) => (d.nearest === undefined ? 'See docs/css.md.' : `Did you mean "${d.nearest}"? See docs/css.md.`),
  },
};
