import type { ArticleData } from '../../base/codes/article.ts';
import type { DiagnosticWords } from '../types.ts';

export const articleWords: DiagnosticWords<ArticleData> = {
  'article/missing-title': {
    message: () => 'Artikel ini belum punya judul.',
    hint: () => 'Tambahkan baris `title: "…"` di antara kedua garis `---` di awal berkas.',
  },
};
