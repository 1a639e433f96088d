import type { TextData } from '../../base/codes/text.ts';
import type { DiagnosticWords } from '../types.ts';

export const textWords: DiagnosticWords<TextData> = {
  'text/missing-glyph': {
    message: (d) => `Tidak ada huruf (font) yang memuat karakter "${d.character}" (${d.codePoint}).`,
    hint: () => 'Ganti karakter itu, atau simpan font yang memuatnya di folder `fonts`.',
  },
};
