import type { ConfigData } from '../../base/codes/config.ts';
import type { DiagnosticWords } from '../types.ts';

export const configWords: DiagnosticWords<ConfigData> = {
  'config/unknown-key': {
    message: (d) => `Kunci "${d.key}" tidak dikenal.`,
    hint: (d) => (d.nearest === undefined ? 'Hapus baris ini.' : `Maksudnya "${d.nearest}"?`),
  },
};
