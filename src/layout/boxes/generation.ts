import type { Replaced } from '../../asset/types.ts';
import type { Display, StyledElement, StyledPageCounter } from '../../document/types.ts';
import type { Box } from '../types.ts';

/** A running element, taken out of the flow. CSS GCPM 3, section 1.2. */
export interface RunningElement {
  readonly name: string;
  readonly element: StyledElement;
  readonly lang: string;
}

/** What is the same for all boxes of a document. */
export interface Generation {
  readonly replaced: ReadonlyMap<number, Replaced>;
  /** In document order; box generation adds to it. */
  readonly running: RunningElement[];
  /** Footnotes by `StyledElement.id`; box generation adds to it. */
  readonly notes: Map<number, Box>;
  /** Page numbers among the content, with the elements they are in; box generation adds to it. */
  readonly counters: { readonly counter: StyledPageCounter; readonly owner: StyledElement }[];
}

/** Where an element stands: what its boxes inherit apart from style. */
export interface Surroundings {
  readonly lang: string;
}

export function enter(element: StyledElement, around: Surroundings): Surroundings {
  const { lang } = element.attributes;
  return lang === undefined ? around : { lang };
}

export function isTablePart(display: Display): boolean {
  switch (display) {
    case 'table-caption':
    case 'table-row-group':
    case 'table-header-group':
    case 'table-footer-group':
    case 'table-column-group':
    case 'table-column':
    case 'table-row':
    case 'table-cell':
      return true;
    default:
      return false;
  }
}

export function isInlineLevel(element: StyledElement): boolean {
  switch (element.style.display) {
    case 'inline':
    case 'inline-block':
    case 'inline-flex':
    case 'inline-table':
      return true;
    default:
      return false;
  }
}
