import type { StyledElement, StyledNode } from '../document/types.ts';
import type { StructureRole, TagAttributes } from './types.ts';

/** What an element is in the tag tree, before its neighbours are looked at. */
export type ElementMeaning =
  /** Decoration, with all that is in it. */
  | { readonly kind: 'artifact' }
  /** Adds nothing: its children stand in its parent. */
  | { readonly kind: 'transparent' }
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'table' }
  /** A picture with a description; `undefined` when the author gave none. */
  | { readonly kind: 'figure'; readonly alt: string | undefined }
  /** Holds other elements and no text of its own. */
  | { readonly kind: 'group'; readonly role: StructureRole }
  | { readonly kind: 'text'; readonly role: StructureRole };

const TEXT_ROLES: Readonly<Record<string, StructureRole>> = {
  p: 'P',
  pre: 'P',
  address: 'P',
  dt: 'P',
  code: 'Code',
  kbd: 'Code',
  samp: 'Code',
  q: 'Quote',
  em: 'Span',
  strong: 'Span',
  b: 'Span',
  i: 'Span',
  sup: 'Span',
  sub: 'Span',
  del: 'Span',
  ins: 'Span',
  s: 'Span',
};

const GROUP_ROLES: Readonly<Record<string, StructureRole>> = {
  article: 'Art',
  section: 'Sect',
  aside: 'Sect',
  nav: 'Sect',
  figure: 'Div',
  blockquote: 'BlockQuote',
};

const ARTIFACT: ElementMeaning = { kind: 'artifact' };
const TRANSPARENT: ElementMeaning = { kind: 'transparent' };

export function meaningOf(element: StyledElement): ElementMeaning {
  const { name, attributes } = element;
  if (attributes['aria-hidden'] === 'true') return ARTIFACT;
  if (attributes.role === 'presentation' || attributes.role === 'none') return ARTIFACT;
  if (name === 'hr' || name === 'kawung-motif') return ARTIFACT;
  if (name === 'img' || name === 'svg' || name === 'qr-code') return figureMeaning(element);
  const heading = /^h([1-6])$/.exec(name);
  if (heading !== null) return { kind: 'heading', level: Number(heading[1]) };
  if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dl') return { kind: 'list' };
  if (name === 'table') return { kind: 'table' };
  if (name === 'a') return attributes.href === undefined ? TRANSPARENT : { kind: 'text', role: 'Link' };
  const text = TEXT_ROLES[name];
  if (text !== undefined) return { kind: 'text', role: text };
  const group = GROUP_ROLES[name];
  return group === undefined ? TRANSPARENT : { kind: 'group', role: group };
}

function figureMeaning({ name, attributes, svg }: StyledElement): ElementMeaning {
  const label = attributes['aria-label']?.trim();
  const alt = label !== undefined && label !== '' ? label : attributes.alt;
  if (alt !== undefined) return alt.trim() === '' ? ARTIFACT : { kind: 'figure', alt };
  if (name === 'qr-code') return { kind: 'figure', alt: attributes.value };
  const title = svg?.children.find((child) => child.kind === 'element' && child.name === 'title');
  const titleText =
    title?.kind === 'element' ? title.children.map((child) => (child.kind === 'text' ? child.text : '')).join('') : '';
  return { kind: 'figure', alt: titleText.trim() === '' ? undefined : titleText.trim() };
}

/** Table 347 of PDF 32000-1. */
export function listNumbering(list: StyledElement): NonNullable<TagAttributes['listNumbering']> {
  const item = list.children.find((child) => child.kind === 'element' && child.name === 'li');
  const type = (item?.kind === 'element' ? item : list).style.listStyleType;
  if (typeof type !== 'string') return 'None';
  switch (type) {
    case 'disc':
      return 'Disc';
    case 'circle':
      return 'Circle';
    case 'square':
      return 'Square';
    case 'decimal':
    case 'decimal-leading-zero':
      return 'Decimal';
    case 'lower-alpha':
      return 'LowerAlpha';
    case 'upper-alpha':
      return 'UpperAlpha';
    case 'lower-roman':
      return 'LowerRoman';
    case 'upper-roman':
      return 'UpperRoman';
    case 'none':
      return 'None';
  }
}

/** HTML, section 4.9.10: the scope of a header cell, given or by its place. */
export function headerScope(cell: StyledElement, place: { inHead: boolean; isFirst: boolean }): 'Row' | 'Column' {
  const given = cell.attributes.scope?.toLowerCase();
  if (given === 'row' || given === 'rowgroup') return 'Row';
  if (given === 'col' || given === 'colgroup') return 'Column';
  return place.isFirst && !place.inHead ? 'Row' : 'Column';
}

export function spanOf(cell: StyledElement, attribute: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attributes[attribute] ?? '1', 10);
  return Number.isFinite(value) && value >= 1 ? Math.min(value, 1000) : 1;
}

/** White space alone makes no content, and numbers of their own page are artifacts. */
export function hasText(nodes: readonly StyledNode[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return node.text.trim() !== '';
    if (node.kind === 'page-counter') return node.target !== undefined;
    if (node.style.position.kind === 'running') return false;
    return meaningOf(node).kind !== 'artifact' && hasText(node.children);
  });
}
