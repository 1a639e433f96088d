import type { Severity } from '../severity.ts';

/** Diagnostics of the room `text`: code → the facts its message needs. */
export interface TextData {
  'text/missing-glyph': { readonly character: string; readonly codePoint: string };
}

export const textSeverity: { readonly [C in keyof TextData]: Severity } = {
  'text/missing-glyph': 'error',
};
