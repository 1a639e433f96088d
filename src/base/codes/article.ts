import type { Severity } from '../severity.ts';
import type { AddressFault, PathFault } from './config.ts';

/** Diagnostics of the room `article`: code → the facts its message needs. Months are 1 to 12, weekdays 0 = Monday. */
export interface ArticleData {
  'article/no-front-matter': Record<string, never>;
  'article/front-matter-not-closed': Record<string, never>;
  'article/front-matter-too-large': { readonly kibibytes: number; readonly limit: number };
  'article/missing-title': Record<string, never>;
  'article/missing-date': Record<string, never>;
  'article/missing-source': Record<string, never>;
  'article/missing-image-alt': Record<string, never>;
  'article/missing-ai': Record<string, never>;
  'article/image-facts-without-image': { readonly key: string };
  'article/bad-date': { readonly key: string; readonly value: string };
  'article/no-such-month': { readonly key: string; readonly month: number };
  'article/no-such-day': {
    readonly key: string;
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly days: number;
  };
  'article/wrong-weekday': {
    readonly key: string;
    readonly given: string;
    /** The right one, in the language of the one that was given. */
    readonly right: string;
    /** The value as it should be written. */
    readonly corrected: string;
  };
  'article/date-out-of-range': { readonly key: string; readonly first: number; readonly last: number };
  'article/date-before-publication': { readonly key: string };
  'article/bad-address': { readonly key: string; readonly address: string; readonly fault: AddressFault };
  'article/bad-path': { readonly path: string; readonly fault: PathFault };
  'article/bad-slug': { readonly value: string; readonly proposal: string };
  'article/bad-layout-name': { readonly value: string; readonly proposal: string };
  'article/empty-body': Record<string, never>;
  'article/too-many-words': { readonly words: number; readonly limit: number };
  'article/too-deep': { readonly limit: number };
  'article/too-complex': Record<string, never>;
  'article/too-many-columns': { readonly columns: number; readonly limit: number };
  'article/uneven-table': { readonly cells: number; readonly columns: number };
  'article/heading-one': Record<string, never>;
  'article/heading-skipped': { readonly from: number; readonly to: number };
  'article/empty-heading': Record<string, never>;
  'article/empty-alt': { readonly path: string };
  'article/bad-link': { readonly address: string; readonly fault: AddressFault; readonly proposal: string | undefined };
  'article/raw-html': { readonly html: string };
  'article/forbidden-character': { readonly codePoint: number };
}

export const articleSeverity: { readonly [C in keyof ArticleData]: Severity } = {
  'article/no-front-matter': 'error',
  'article/front-matter-not-closed': 'error',
  'article/front-matter-too-large': 'error',
  'article/missing-title': 'error',
  'article/missing-date': 'error',
  'article/missing-source': 'error',
  'article/missing-image-alt': 'error',
  'article/missing-ai': 'error',
  'article/image-facts-without-image': 'warning',
  'article/bad-date': 'error',
  'article/no-such-month': 'error',
  'article/no-such-day': 'error',
  'article/wrong-weekday': 'error',
  'article/date-out-of-range': 'error',
  'article/date-before-publication': 'error',
  'article/bad-address': 'error',
  'article/bad-path': 'error',
  'article/bad-slug': 'error',
  'article/bad-layout-name': 'error',
  'article/empty-body': 'error',
  'article/too-many-words': 'error',
  'article/too-deep': 'error',
  'article/too-complex': 'error',
  'article/too-many-columns': 'error',
  'article/uneven-table': 'warning',
  'article/heading-one': 'warning',
  'article/heading-skipped': 'warning',
  'article/empty-heading': 'warning',
  'article/empty-alt': 'error',
  'article/bad-link': 'error',
  'article/raw-html': 'warning',
  'article/forbidden-character': 'error',
};
