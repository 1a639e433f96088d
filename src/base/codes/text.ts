import type { Severity } from '../severity.ts';

/** Diagnostics of text and of its fonts: code → the facts its message needs. */
export interface TextData {
  /** `codePoint` as `U+1234`. */
  'text/missing-glyph': { readonly character: string; readonly codePoint: string };
  'text/font-unreadable': { readonly path: string };
  'text/font-too-slow': { readonly path: string };
  'text/font-too-large': { readonly path: string; readonly limitMib: number };
  'text/font-too-many': { readonly path: string; readonly most: number };
  /** `format`: the extension, lower case. */
  'text/font-format': { readonly path: string; readonly format: string };
  'text/font-duplicate': { readonly path: string; readonly other: string; readonly family: string };
  'text/font-not-embeddable': { readonly path: string; readonly family: string };
  'text/font-package-missing': { readonly package: string };
}

export const textSeverity: { readonly [C in keyof TextData]: Severity } = {
  'text/missing-glyph': 'error',
  'text/font-unreadable': 'warning',
  'text/font-too-slow': 'warning',
  'text/font-too-large': 'warning',
  'text/font-too-many': 'warning',
  'text/font-format': 'warning',
  'text/font-duplicate': 'warning',
  'text/font-not-embeddable': 'warning',
  'text/font-package-missing': 'error',
};
