import type { Rect } from '../base/geometry.ts';
import type { Fragment } from '../layout/types.ts';
import { rectPath } from './box-paths.ts';
import { offsetRect } from './canvas.ts';
import type { DisplayItem, Owner } from './types.ts';

/**
 * Rows and groups have no borders, and their background shows in their cells alone: between them is that of the table.
 * CSS 2.2, section 17.6.1.
 */
export function paintTablePart(fragment: Fragment, rect: Rect, owner: Owner): readonly DisplayItem[] {
  const { backgroundColor: color, display, visibility } = fragment.element.style;
  if (color.alpha <= 0 || visibility === 'hidden') return [];
  const cells =
    display === 'table-row'
      ? cellRects(fragment, rect)
      : fragment.children.flatMap((row) => cellRects(row, offsetRect(row.rect, rect.x, rect.y)));
  if (cells.length === 0) return [];
  return [{ kind: 'fill', owner, path: cells.flatMap((cell) => rectPath(cell)), rule: 'nonzero', color }];
}

const cellRects = (row: Fragment, rect: Rect): readonly Rect[] =>
  row.children.map((cell) => offsetRect(cell.rect, rect.x, rect.y));
