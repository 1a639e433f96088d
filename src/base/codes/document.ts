import type { Severity } from '../severity.ts';

/** Values of CSS that are outside the subset for a reason. */
export type ValueAdvice =
  | 'fixed'
  | 'sticky'
  | 'grid'
  | 'contents'
  | 'scroll'
  | 'blur'
  | 'gradient'
  | 'window-unit'
  | 'generated-picture';

/** Diagnostics of the room `document`: code → the facts its message needs. */
export interface DocumentData {
  /** No property of CSS that Buletin knows of. */
  'document/unknown-property': { readonly property: string; readonly nearest: string | undefined };
  /** A property of CSS, but outside the subset. */
  'document/unsupported-property': { readonly property: string };
  /** `values`: what may be written instead. `advice`: how the same is reached, for what is left out with intent. */
  'document/unsupported-value': {
    readonly property: string;
    readonly value: string;
    readonly values: string;
    readonly advice: ValueAdvice | undefined;
  };
  /** Valid, but of no use on this element or in this rule (`element` is not known then). */
  'document/no-effect': {
    readonly property: string;
    readonly element: string | undefined;
    readonly why: 'flex-item' | 'not-root' | 'not-first-letter';
  };
  'document/unsupported-selector': { readonly selector: string; readonly part: string };
  'document/unsupported-at-rule': { readonly name: string };
  'document/unsupported-media': { readonly query: string };
  /** `@import`, `@font-face`: they would read a file that no gate has seen. */
  'document/refused-at-rule': { readonly name: 'import' | 'font-face' };
  /** `text`: what was skipped. */
  'document/css-syntax': { readonly text: string };
  /** Brackets are nested too deep; the whole stylesheet is left out. */
  'document/css-too-deep': { readonly limit: number };
  /** A `var()` without a value, or a value that is wrong after `var()` was put in. */
  'document/invalid-variable': { readonly property: string; readonly variable: string | undefined };
  'document/variable-cycle': { readonly variable: string };
  'document/unsupported-page-selector': { readonly selector: string };
  'document/unsupported-page-property': { readonly property: string };
  'document/unsupported-footnote-property': { readonly property: string };
  'document/unknown-margin-box': { readonly name: string; readonly nearest: string | undefined };
  /** A margin box shows a string that no rule gives a text to. */
  'document/unknown-string': { readonly name: string; readonly nearest: string | undefined };
  'document/unknown-element': { readonly element: string; readonly nearest: string | undefined };
  /** The text of the link stays; it leads nowhere. */
  'document/refused-link': { readonly href: string };
  /** Left out with all that is inside. */
  'document/refused-element': { readonly element: string };
  'document/unknown-attribute': { readonly attribute: string; readonly element: string };
  'document/self-closing': { readonly element: string };
  /** `problem`: the name that the HTML standard gives to a parse error. */
  'document/html-syntax': { readonly problem: string };
  'document/remote-stylesheet': { readonly href: string };
  'document/too-deep': { readonly limit: number };
}

export const documentSeverity: { readonly [C in keyof DocumentData]: Severity } = {
  'document/unknown-property': 'warning',
  'document/unsupported-property': 'warning',
  'document/unsupported-value': 'warning',
  'document/no-effect': 'warning',
  'document/unsupported-selector': 'warning',
  'document/unsupported-at-rule': 'warning',
  'document/unsupported-media': 'warning',
  'document/refused-at-rule': 'error',
  'document/css-syntax': 'warning',
  'document/css-too-deep': 'error',
  'document/invalid-variable': 'warning',
  'document/variable-cycle': 'warning',
  'document/unsupported-page-selector': 'warning',
  'document/unsupported-page-property': 'warning',
  'document/unsupported-footnote-property': 'warning',
  'document/unknown-margin-box': 'warning',
  'document/unknown-string': 'warning',
  'document/unknown-element': 'warning',
  'document/refused-link': 'error',
  'document/refused-element': 'error',
  'document/unknown-attribute': 'warning',
  'document/self-closing': 'error',
  'document/html-syntax': 'warning',
  'document/remote-stylesheet': 'error',
  'document/too-deep': 'error',
};
