import type { FitData } from '../../base/codes/fit.ts';
import type { DiagnosticWords } from '../types.ts';

const pagesOf = (count: number): string => (count === 1 ? '1 page' : `${count} pages`);

export const fitWords: DiagnosticWords<FitData> = {
  'fit/too-long': {
    message: (d) =>
      `This article is too long for ${pagesOf(d.pages)}: even in the smallest type (${d.sizePt} pt) it takes ${pagesOf(d.made)}.`,
    hint: (d) => `Cut about ${d.characters} characters, or use larger paper.`,
  },
};
