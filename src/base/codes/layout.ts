import type { Severity } from '../severity.ts';

/** Diagnostics of the room `layout`: code → the facts its message needs. */
export interface LayoutData {
  'layout/no-room': { readonly what: string; readonly height: string; readonly available: string };
}

export const layoutSeverity: { readonly [C in keyof LayoutData]: Severity } = {
  'layout/no-room': 'error',
};
