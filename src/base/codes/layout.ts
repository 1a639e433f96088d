import type { Severity } from '../severity.ts';

/** Diagnostics of the room `layout`: code → the facts its message needs. */
export interface LayoutData {
  'layout/no-room': { readonly element: string; readonly heightMm: number; readonly availableMm: number };
  /** Something positioned stands out of the sheet by `overMm`. */
  'layout/off-page': { readonly element: string; readonly overMm: number; readonly page: number };
  'layout/overflow': { readonly element: string; readonly widthMm: number; readonly page: number };
  'layout/overflow-inside': { readonly element: string; readonly widthMm: number; readonly page: number };
  'layout/clipped': { readonly element: string; readonly page: number };
  'layout/margin-box-overflow': {
    readonly element: string;
    readonly page: number;
    /** Of the margin box. */
    readonly widthMm: number;
    readonly heightMm: number;
  };
  'layout/running-unused': { readonly name: string };
  'layout/running-late': { readonly name: string; readonly page: number };
  'layout/qr-small-modules': { readonly moduleMm: number; readonly modules: number; readonly characters: number };
  'layout/qr-too-small': { readonly moduleMm: number; readonly modules: number; readonly characters: number };
  /** A link or a page number asks for an element that is not there. */
  'layout/unknown-target': { readonly id: string; readonly nearest: string | undefined };
  /** A footnote whose call is not in the flow of the pages. */
  'layout/lost-footnote': { readonly element: string };
  /** Page numbers that are shown change where pages end, again and again. */
  'layout/unsettled-numbers': { readonly passes: number };
  'layout/too-many-pages': { readonly limit: number };
  'layout/no-progress': { readonly page: number };
}

export const layoutSeverity: { readonly [C in keyof LayoutData]: Severity } = {
  'layout/no-room': 'error',
  'layout/off-page': 'error',
  'layout/overflow': 'error',
  'layout/overflow-inside': 'warning',
  'layout/clipped': 'error',
  'layout/margin-box-overflow': 'error',
  'layout/running-unused': 'warning',
  'layout/running-late': 'error',
  'layout/qr-small-modules': 'warning',
  'layout/qr-too-small': 'error',
  'layout/unknown-target': 'error',
  'layout/lost-footnote': 'error',
  'layout/unsettled-numbers': 'warning',
  'layout/too-many-pages': 'error',
  'layout/no-progress': 'error',
};
