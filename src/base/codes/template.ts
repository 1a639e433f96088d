import type { Severity } from '../severity.ts';

/** What a layout may not use, because it could not be checked beforehand or would not be safe. */
export type RefusedConstruct =
  | 'decorator'
  | 'inline-partial'
  | 'dynamic-partial'
  | 'partial-block'
  | 'raw-block'
  | 'section'
  | 'lookup'
  | 'log'
  | 'literal'
  | 'same-context'
  | 'partial-context';

/** What a name or a value stands for. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'html' | 'date' | 'record' | 'list';

/** Diagnostics of the room `template`: code → the facts its message needs. */
export interface TemplateData {
  'template/unknown-layout': {
    readonly layout: string;
    readonly nearest: string | undefined;
    readonly known: readonly string[];
  };
  'template/unsafe-layout-name': { readonly layout: string };
  'template/missing-file': { readonly layout: string; readonly file: string };
  'template/unreadable-file': {
    readonly file: string;
    readonly reason: 'outside' | 'not-a-file' | 'too-large' | 'unreadable';
    readonly maxKilobytes: number;
  };
  'template/too-many-partials': { readonly layout: string; readonly count: number; readonly max: number };
  'template/unknown-setting': { readonly key: string; readonly nearest: string | undefined };
  'template/bad-setting': { readonly key: string; readonly value: string; readonly expected: string };
  'template/syntax': { readonly kind: 'unclosed' | 'mismatch' | 'path' | 'other'; readonly detail: string };
  'template/unknown-field': {
    readonly field: string;
    readonly nearest: string | undefined;
    /** What has no such name: `brand`, or empty for the article as a whole. */
    readonly owner: string;
  };
  'template/unknown-helper': { readonly helper: string; readonly nearest: string | undefined };
  'template/unknown-partial': { readonly partial: string; readonly nearest: string | undefined };
  'template/partial-loop': { readonly partial: string };
  'template/maybe-missing': { readonly field: string };
  'template/wrong-type': {
    readonly field: string;
    readonly found: FieldKind;
    readonly use: 'print' | 'each' | 'with' | 'compare' | 'date' | 'text' | 'number' | 'count';
  };
  'template/helper-arguments': { readonly helper: string; readonly usage: string };
  'template/raw-output': { readonly field: string };
  'template/escaped-html': { readonly field: string };
  'template/refused-construct': { readonly construct: RefusedConstruct; readonly name: string };
  'template/unsafe-position': {
    readonly position: 'tag' | 'unquoted' | 'attribute' | 'style' | 'script' | 'declaration';
    readonly name: string;
  };
  'template/unbalanced-html': { readonly block: string };
  'template/private-character': { readonly character: string; readonly field: string };
}

export const templateSeverity: { readonly [C in keyof TemplateData]: Severity } = {
  'template/unknown-layout': 'error',
  'template/unsafe-layout-name': 'error',
  'template/missing-file': 'error',
  'template/unreadable-file': 'error',
  'template/too-many-partials': 'error',
  'template/unknown-setting': 'warning',
  'template/bad-setting': 'error',
  'template/syntax': 'error',
  'template/unknown-field': 'error',
  'template/unknown-helper': 'error',
  'template/unknown-partial': 'error',
  'template/partial-loop': 'error',
  'template/maybe-missing': 'error',
  'template/wrong-type': 'error',
  'template/helper-arguments': 'error',
  'template/raw-output': 'error',
  'template/escaped-html': 'error',
  'template/refused-construct': 'error',
  'template/unsafe-position': 'error',
  'template/unbalanced-html': 'error',
  'template/private-character': 'error',
};
