import type { Severity } from '../severity.ts';

/** Diagnostics of the room `config`: code → the facts its message needs. */
export interface ConfigData {
  'config/unknown-key': { readonly key: string; readonly nearest: string | undefined };
}

export const configSeverity: { readonly [C in keyof ConfigData]: Severity } = {
  'config/unknown-key': 'warning',
};
