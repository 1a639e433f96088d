import type { Severity } from '../severity.ts';

/** Diagnostics of the room `document`: code → the facts its message needs. */
export interface DocumentData {
  'document/unknown-property': { readonly property: string; readonly nearest: string | undefined };
}

export const documentSeverity: { readonly [C in keyof DocumentData]: Severity } = {
  'document/unknown-property': 'warning',
};
