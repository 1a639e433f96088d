import type { LayoutData } from '../../base/codes/layout.ts';
import type { DiagnosticWords } from '../types.ts';

export const layoutWords: DiagnosticWords<LayoutData> = {
  'layout/no-room': {
    message: (d) => `${d.what} setinggi ${d.height} tidak muat di halaman (tersedia ${d.available}).`,
    hint: () => 'Kecilkan isinya atau ubah tata letaknya.',
  },
};
