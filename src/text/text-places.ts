import type { Place } from '../base/source.ts';
import type { TextPlace } from '../document/types.ts';
import type { InlineItem } from './types.ts';
import type { ProcessedText } from './white-space.ts';

/** The place of the character at an offset of an item's processed text. */
export function placeOfCharacter(
  item: Extract<InlineItem, { kind: 'text' | 'page-counter' }>,
  processed: ProcessedText,
  offset: number,
): Place | undefined {
  if (item.kind === 'page-counter') return item.owner.place;
  const source = processed.sources?.[offset] ?? offset;
  const found = item.places.findLast((entry) => entry.start <= source);
  if (found?.place === undefined) return item.owner.place;
  return moveOn(found.place, item.text.slice(found.start, source));
}

/** The text behind a place, `passed` characters on, as far as the place says how far it reaches. */
function moveOn(place: Place, passed: string): Place {
  const { endLine, endColumn } = place;
  if (endLine === undefined || endColumn === undefined) return place;
  const lines = passed.split('\n').length - 1;
  const line = Math.min(place.line + lines, endLine);
  const columns = passed.length - (passed.lastIndexOf('\n') + 1);
  // A later line begins at an unknown indent.
  const column = lines === 0 ? place.column + columns : 1 + columns;
  return {
    path: place.path,
    line,
    column: line === endLine ? Math.max(1, Math.min(column, endColumn - 1)) : column,
    endLine,
    endColumn,
  };
}

/** Those of the characters from `start` up to `end` of the processed text, counted from `start`. */
export function placesWithin(
  places: readonly TextPlace[],
  processed: ProcessedText,
  start: number,
  end: number,
): readonly TextPlace[] {
  if (places.length === 0) return places;
  const sourceAt = (offset: number): number => processed.sources?.[offset] ?? offset;
  const first = sourceAt(start);
  const result: TextPlace[] = [];
  let offset = start;
  for (const entry of places) {
    if (entry.start <= first) {
      result[0] = { start: 0, place: entry.place };
      continue;
    }
    if (processed.sources === undefined) offset = Math.max(offset, entry.start);
    else while (offset < end && sourceAt(offset) < entry.start) offset += 1;
    if (offset >= end) break;
    result.push({ start: offset - start, place: entry.place });
  }
  return result;
}
