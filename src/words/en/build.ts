import type { BuildData } from '../../base/codes/build.ts';
import type { DiagnosticWords } from '../types.ts';

export const buildWords: DiagnosticWords<BuildData> = {
  'build/no-articles': {
    message: (d) => `No article matches ${d.patterns}.`,
    hint: () => 'Save .md files in the folder `articles`, or run `buletin new "Title"`.',
  },
};
