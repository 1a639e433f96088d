import type { Severity } from '../severity.ts';

/** Diagnostics of the room `proof`: code → the facts its message needs. */
export interface ProofData {
  'proof/word-missing': { readonly word: string; readonly context: string };
}

export const proofSeverity: { readonly [C in keyof ProofData]: Severity } = {
  'proof/word-missing': 'error',
};
