import type { Severity } from '../severity.ts';

/** Diagnostics of the room `output`: code → the facts its message needs. */
export interface OutputData {
  'output/figure-without-alt': { readonly element: string };
  'output/missing-glyph': { readonly text: string; readonly font: string };
  'output/missing-language': { readonly lang: string };
  'output/missing-title': Record<never, never>;
}

export const outputSeverity: { readonly [C in keyof OutputData]: Severity } = {
  'output/figure-without-alt': 'error',
  'output/missing-glyph': 'error',
  'output/missing-language': 'error',
  'output/missing-title': 'error',
};
