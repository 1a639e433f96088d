import type { Severity } from '../severity.ts';

/** Diagnostics of the room `article`: code → the facts its message needs. */
export interface ArticleData {
  'article/missing-title': Record<string, never>;
}

export const articleSeverity: { readonly [C in keyof ArticleData]: Severity } = {
  'article/missing-title': 'error',
};
