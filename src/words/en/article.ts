import type { ArticleData } from '../../base/codes/article.ts';
import type { DiagnosticWords } from '../types.ts';

export const articleWords: DiagnosticWords<ArticleData> = {
  'article/missing-title': {
    message: () => 'This article has no title.',
    hint: () => 'Add a line `title: "…"` between the two `---` lines at the top of the file.',
  },
};
