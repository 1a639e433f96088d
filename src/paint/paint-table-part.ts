import type { Rect } from '../base/geometry.ts';
import type { Fragment } from '../layout/types.ts';
import { hasBackground, paintBackground } from './background/paint-background.ts';
import { rectPath } from './box-paths.ts';
import { type Brush, offsetRect } from './canvas.ts';
import type { DisplayItem, Owner } from './types.ts';

const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * Rows, columns and groups have no borders, and their background shows in their cells alone: between them is that of the table.
 * CSS 2.2, section 17.6.1.
 */
export function paintTablePart(brush: Brush, fragment: Fragment, rect: Rect, owner: Owner): readonly DisplayItem[] {
  const { element } = fragment;
  const { display, visibility } = element.style;
  if (!hasBackground(element.style) || visibility === 'hidden') return [];
  const cells =
    display === 'table-row' || display === 'table-column' || display === 'table-column-group'
      ? cellRects(fragment, rect)
      : fragment.children.flatMap((row) => cellRects(row, offsetRect(row.rect, rect.x, rect.y)));
  if (cells.length === 0) return [];
  const shapeOf = () => cells.flatMap((cell) => rectPath(cell));
  return paintBackground(brush, { element, owner, whole: rect, border: NO_INSETS, padding: NO_INSETS, shapeOf });
}

const cellRects = (row: Fragment, rect: Rect): readonly Rect[] =>
  row.children.map((cell) => offsetRect(cell.rect, rect.x, rect.y));
