import type { Severity } from '../severity.ts';

/** Diagnostics of the room `fit`: code → the facts its message needs. */
export interface FitData {
  'fit/too-long': {
    /** How many pages it was to take, and how many it takes. */
    readonly pages: number;
    readonly made: number;
    readonly sizePt: number;
    /** About how many are to be cut. */
    readonly characters: number;
  };
}

export const fitSeverity: { readonly [C in keyof FitData]: Severity } = {
  'fit/too-long': 'warning',
};
