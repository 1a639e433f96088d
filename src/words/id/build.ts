import type { BuildData } from '../../base/codes/build.ts';
import type { DiagnosticWords } from '../types.ts';

export const buildWords: DiagnosticWords<BuildData> = {
  'build/no-articles': {
    message: (d) => `Tidak ada artikel yang cocok dengan ${d.patterns}.`,
    hint: () => 'Simpan berkas .md di dalam folder `articles`, atau jalankan `buletin baru "Judul"`.',
  },
};
