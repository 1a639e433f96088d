import type { Severity } from '../severity.ts';

/** Diagnostics of the room `proof`: code → the facts its message needs. Pages count from 1. */
export interface ProofData {
  'proof/unreadable': Record<never, never>;
  'proof/no-page': Record<never, never>;
  'proof/blank-page': { readonly page: number };
  /** `context`: the words around it. `more`: how many other words are missing. */
  'proof/word-missing': { readonly word: string; readonly context: string; readonly more: number };
  'proof/qr-unreadable': { readonly expected: string };
  'proof/qr-differs': { readonly expected: string; readonly found: string };
  'proof/font-not-embedded': { readonly font: string };
  'proof/outside-page': { readonly page: number; readonly what: ProvenPart; readonly text: string };
  'proof/near-edge': {
    readonly page: number;
    readonly what: ProvenPart;
    /** Of the text; empty for others. */
    readonly text: string;
    /** In millimetres, with one decimal. */
    readonly distanceMm: string;
    readonly safeMm: string;
  };
}

/** What stands on a page, as far as the proof tells things apart. */
export type ProvenPart = 'text' | 'picture' | 'drawing' | 'link';

export const proofSeverity: { readonly [C in keyof ProofData]: Severity } = {
  'proof/unreadable': 'error',
  'proof/no-page': 'error',
  'proof/blank-page': 'error',
  'proof/word-missing': 'error',
  'proof/qr-unreadable': 'error',
  'proof/qr-differs': 'error',
  'proof/font-not-embedded': 'error',
  'proof/outside-page': 'error',
  'proof/near-edge': 'error',
};
