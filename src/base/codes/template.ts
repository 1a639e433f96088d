import type { Severity } from '../severity.ts';

/** Diagnostics of the room `template`: code → the facts its message needs. */
export interface TemplateData {
  'template/unknown-field': { readonly field: string; readonly nearest: string | undefined };
}

export const templateSeverity: { readonly [C in keyof TemplateData]: Severity } = {
  'template/unknown-field': 'error',
};
