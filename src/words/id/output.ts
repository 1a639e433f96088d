import type { OutputData } from '../../base/codes/output.ts';
import type { DiagnosticWords } from '../types.ts';

export const outputWords: DiagnosticWords<OutputData> = {
  'output/figure-without-alt': {
    message: (d) => `Gambar <${d.element}> tidak punya teks alternatif.`,
    hint: () => 'Beri atribut `alt`, atau `alt=""` bila hanya hiasan.',
  },
};
