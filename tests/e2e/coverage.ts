import { aliases, longhandNames, properties } from '../../src/document/css/properties/table.ts';
import { shorthands } from '../../src/document/css/shorthands/table.ts';

/** A declaration of a page, as the browser understood it. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly selector: string;
  /** Some box moves when it is taken away. */
  readonly matters: boolean;
}

/** Longhands of the browser that are one property here. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'overflow-x': ['overflow'],
  'overflow-y': ['overflow'],
  'white-space-collapse': ['white-space'],
  'text-wrap-mode': ['white-space', 'text-wrap'],
  'text-wrap-style': ['text-wrap'],
  '-webkit-border-horizontal-spacing': ['border-spacing'],
  '-webkit-border-vertical-spacing': ['border-spacing'],
  'background-position-x': ['background-position'],
  'background-position-y': ['background-position'],
};

export const longhandsOf = (property: string): readonly string[] => NAMES[property] ?? [property];

/** Seen by no box: these are compared as pictures. */
const PAINT_ONLY: readonly string[] = [
  ...['clip', 'color', 'image', 'origin', 'position', 'repeat', 'size'].map((part) => `background-${part}`),
  ...['top', 'right', 'bottom', 'left'].map((side) => `border-${side}-color`),
  ...['top-left', 'top-right', 'bottom-right', 'bottom-left'].map((corner) => `border-${corner}-radius`),
  'box-shadow',
  'color',
  'column-rule-color',
  'column-rule-style',
  'column-rule-width',
  'object-fit',
  'object-position',
  'opacity',
  'text-decoration-color',
  'text-decoration-line',
  'text-decoration-skip-ink',
  'text-decoration-style',
  'text-decoration-thickness',
  'text-underline-offset',
  'visibility',
  'z-index',
];

/** Seen only where there are pages: compared with the printed file. */
export const PAGED_ONLY: readonly string[] = [
  'break-after',
  'break-before',
  'break-inside',
  'orphans',
  'page',
  'widows',
];

/**
 * Nothing to compare: one value alone is supported, no browser knows it, or only the hyphens of a dictionary show it, which
 * Chromium lacks here.
 */
const NOT_COMPARABLE: readonly string[] = [
  '-buletin-fit',
  '-buletin-fit-size',
  'border-collapse',
  'footnote-policy',
  'hyphenate-limit-chars',
  'hyphenate-limit-last',
  'hyphenate-limit-lines',
  'string-set',
];

export type Kind = 'box' | 'paint' | 'paged' | 'none';

export function kindOf(name: string): Kind {
  if (PAINT_ONLY.includes(name)) return 'paint';
  if (PAGED_ONLY.includes(name)) return 'paged';
  return NOT_COMPARABLE.includes(name) ? 'none' : 'box';
}

export const supportedProperties: readonly string[] = longhandNames;

/** Keywords of a property that no page shows to matter; `undefined` where its values are not keywords. */
export function unusedKeywords(name: string, seen: ReadonlySet<string>): readonly string[] {
  const definition = properties[name as keyof typeof properties];
  return definition.values
    .split(' | ')
    .map((word) => word.trim())
    .filter((word) => /^[a-z][a-z-]*$/.test(word) && word !== definition.initial && !seen.has(word));
}

/** Shorthands and other names of properties: that they come to the same is seen in the boxes of the pages that use them. */
const otherNames: readonly string[] = [...shorthands.keys(), ...aliases.keys()].sort();

export function otherNamesIn(html: string): readonly string[] {
  return otherNames.filter((name) => new RegExp(`[\\s;{]${name}\\s*:`).test(html));
}

export const unusedNames = (used: ReadonlySet<string>): readonly string[] =>
  otherNames.filter((name) => !used.has(name));
