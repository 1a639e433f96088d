import type { Severity } from '../severity.ts';

/** Diagnostics of the room `output`: code → the facts its message needs. */
export interface OutputData {
  'output/figure-without-alt': { readonly element: string };
}

export const outputSeverity: { readonly [C in keyof OutputData]: Severity } = {
  'output/figure-without-alt': 'error',
};
