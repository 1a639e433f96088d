import type { Severity } from '../severity.ts';

/** Diagnostics of the room `build`: code → the facts its message needs. */
export interface BuildData {
  'build/no-articles': { readonly patterns: string };
}

export const buildSeverity: { readonly [C in keyof BuildData]: Severity } = {
  'build/no-articles': 'error',
};
