import type { Severity } from '../severity.ts';

/** Diagnostics of the room `asset`: code → the facts its message needs. Paths are as the article or layout wrote them. */
export interface AssetData {
  'asset/picture-missing': { readonly path: string };
  'asset/file-backslash': { readonly path: string; readonly better: string };
  'asset/file-remote': { readonly path: string };
  'asset/file-outside': { readonly path: string };
  'asset/file-not-a-file': { readonly path: string };
  'asset/file-empty': { readonly path: string };
  'asset/file-too-large': { readonly path: string; readonly limitMib: number };
  'asset/file-unreadable': { readonly path: string };
  'asset/picture-without-source': Record<never, never>;
  'asset/picture-heic': { readonly path: string };
  'asset/picture-format': { readonly path: string };
  'asset/picture-corrupt': { readonly path: string };
  'asset/picture-too-many-pixels': {
    readonly path: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly maxSidePx: number;
    readonly maxMegapixels: number;
  };
  'asset/picture-low-resolution': {
    readonly path: string;
    /** Rounded down. */
    readonly dpi: number;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly neededWidthPx: number;
    readonly neededHeightPx: number;
  };
  'asset/svg-corrupt': { readonly path: string; readonly line: number };
  'asset/svg-refused': { readonly path: string; readonly feature: string };
  'asset/svg-text': { readonly path: string };
  'asset/svg-too-complex': { readonly path: string };
  'asset/svg-rasterised': { readonly path: string; readonly feature: string };
  'asset/icon-unknown': { readonly name: string };
  'asset/qr-without-value': Record<never, never>;
  'asset/qr-too-long': { readonly bytes: number };
  'asset/motif-color': { readonly value: string };
}

export const assetSeverity: { readonly [C in keyof AssetData]: Severity } = {
  'asset/picture-missing': 'error',
  'asset/file-backslash': 'error',
  'asset/file-remote': 'error',
  'asset/file-outside': 'error',
  'asset/file-not-a-file': 'error',
  'asset/file-empty': 'error',
  'asset/file-too-large': 'error',
  'asset/file-unreadable': 'error',
  'asset/picture-without-source': 'error',
  'asset/picture-heic': 'error',
  'asset/picture-format': 'error',
  'asset/picture-corrupt': 'error',
  'asset/picture-too-many-pixels': 'error',
  'asset/picture-low-resolution': 'warning',
  'asset/svg-corrupt': 'error',
  'asset/svg-refused': 'error',
  'asset/svg-text': 'error',
  'asset/svg-too-complex': 'error',
  'asset/svg-rasterised': 'warning',
  'asset/icon-unknown': 'error',
  'asset/qr-without-value': 'error',
  'asset/qr-too-long': 'error',
  'asset/motif-color': 'warning',
};
