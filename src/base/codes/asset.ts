import type { Severity } from '../severity.ts';

/** Diagnostics of the room `asset`: code → the facts its message needs. */
export interface AssetData {
  'asset/picture-missing': { readonly path: string };
}

export const assetSeverity: { readonly [C in keyof AssetData]: Severity } = {
  'asset/picture-missing': 'error',
};
