import type { Place } from '../base/source.ts';
import { escapeHtml } from './escape-html.ts';
import { MARK_END, markStart, PLACE_ATTRIBUTE } from './marks.ts';

/** The list behind `MergedHtml.marks`, while it is made. */
export interface PlaceMarks {
  readonly all: readonly (Place | undefined)[];
  /** ` data-buletin-place="n"`, for a start tag. */
  attribute(place: Place | undefined): string;
  /** Escaped text between its marks. */
  text(value: string, place: Place | undefined): string;
}

/** `first`: the places of the marks that the layout writes itself. */
export function createPlaceMarks(first: readonly (Place | undefined)[]): PlaceMarks {
  const all = [...first];
  return {
    all,
    attribute(place) {
      if (place === undefined) return '';
      all.push(place);
      return ` ${PLACE_ATTRIBUTE}="${all.length - 1}"`;
    },
    text(value, place) {
      const start = place === undefined || value === '' ? '' : markStart(all.length);
      if (start === '') return escapeHtml(value);
      all.push(place);
      return `${start}${escapeHtml(value)}${MARK_END}`;
    },
  };
}
