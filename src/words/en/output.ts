import type { OutputData } from '../../base/codes/output.ts';
import type { DiagnosticWords } from '../types.ts';

export const outputWords: DiagnosticWords<OutputData> = {
  'output/figure-without-alt': {
    message: (d) => `The picture <${d.element}> has no alternative text.`,
    hint: () => 'Give it an `alt` attribute, or `alt=""` if it is decoration only.',
  },
};
