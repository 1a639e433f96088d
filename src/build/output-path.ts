import type { ArticleMeta } from '../article/types.ts';

/** `2021/03/new-midec.pdf`, relative to the output folder. A draft says so in its name. */
export function outputPath(meta: Pick<ArticleMeta, 'date' | 'slug' | 'draft'>): string {
  const year = String(meta.date.year).padStart(4, '0');
  const month = String(meta.date.month).padStart(2, '0');
  return `${year}/${month}/${meta.slug}${meta.draft ? '-DRAF' : ''}.pdf`;
}

/** Equal for paths that are one file on Windows and macOS. */
export function outputKey(output: string): string {
  return output.normalize('NFC').toLowerCase();
}
