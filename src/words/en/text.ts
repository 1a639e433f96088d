import type { TextData } from '../../base/codes/text.ts';
import type { DiagnosticWords } from '../types.ts';

export const textWords: DiagnosticWords<TextData> = {
  'text/missing-glyph': {
    message: (d) => `No font has the character "${d.character}" (${d.codePoint}).`,
    hint: () => 'Replace the character, or put a font that has it into the folder `fonts`.',
  },
};
