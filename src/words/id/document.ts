import type { DocumentData } from '../../base/codes/document.ts';
import type { DiagnosticWords } from '../types.ts';

export const documentWords: DiagnosticWords<DocumentData> = {
  'document/unknown-property': {
    message: (d) => `Properti CSS "${d.property}" tidak didukung.`,
    hint: (d) => (d.nearest === undefined ? 'Lihat docs/css.md.' : `Maksudnya "${d.nearest}"? Lihat docs/css.md.`),
  },
};
