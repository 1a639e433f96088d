import type { TemplateData } from '../../base/codes/template.ts';
import type { DiagnosticWords } from '../types.ts';

export const templateWords: DiagnosticWords<TemplateData> = {
  'template/unknown-field': {
    message: (d) => `The layout uses the name "${d.field}", which does not exist.`,
    hint: (d) =>
      d.nearest === undefined ? 'See the list of names in docs/layouts.md.' : `Did you mean "${d.nearest}"?`,
  },
};
