import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { lengthAlone } from '../contribution.ts';
import type { TableColumn } from '../types.ts';

/** What `<col>` and `<colgroup>` ask for one column. */
export interface ColumnSpec {
  readonly width: Pt | undefined;
  readonly percent: number | undefined;
  readonly min: Pt;
  /** Width of the group around it. As in browsers it is no more than a wish of automatic layout. */
  readonly wish: Pt;
}

/** One for each column that is spoken of. */
export const columnSpecs = (columns: readonly TableColumn[]): readonly ColumnSpec[] =>
  columns.flatMap(({ element, group, span }) => {
    const spec = specOf(element?.style ?? group?.style, element === undefined ? undefined : group?.style);
    return Array.from({ length: span }, () => spec);
  });

function specOf(style: ComputedStyle | undefined, around: ComputedStyle | undefined): ColumnSpec {
  const width = style?.width ?? 'auto';
  const isPercent = width !== 'auto' && width.pt === 0 && width.percent > 0;
  return {
    width: lengthAlone(width),
    percent: isPercent ? width.percent : undefined,
    min: Math.max(0, lengthAlone(style?.minWidth ?? 'auto') ?? 0),
    wish: lengthAlone(around?.width ?? 'auto') ?? 0,
  };
}
