import type { TemplateData } from '../../base/codes/template.ts';
import type { DiagnosticWords } from '../types.ts';

export const templateWords: DiagnosticWords<TemplateData> = {
  'template/unknown-field': {
    message: (d) => `Tata letak memakai nama "${d.field}" yang tidak ada.`,
    hint: (d) => (d.nearest === undefined ? 'Lihat daftar nama di docs/layouts.md.' : `Maksudnya "${d.nearest}"?`),
  },
};
