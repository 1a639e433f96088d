import type { Pt } from '../../base/units.ts';
import type { Fragment, LayoutContext, Space } from '../types.ts';
import { hasPercentageHeights, ignoringHeights, layoutUnbroken } from '../unbroken.ts';
import { cellBaseline, type PlacedCell, type PlacedGroup, sharedBaseline, spanHeight } from './table-plan.ts';

/** What the cells of one table have in common. */
interface CellScene {
  /** The table has a `height`. */
  readonly isTableDefinite: boolean;
  readonly spacing: Pt;
  readonly asked: { readonly inlineSize: Pt; readonly page: Space['page'] };
  readonly context: LayoutContext;
}

/**
 * Once the rows have their heights, percentages inside a cell count from the cell, if it has a `height`, or its table has
 * one and the cell is higher than its content. CSS Tables 3, section 3.10.6.
 */
export function settleCells(groups: readonly PlacedGroup[], scene: CellScene): readonly PlacedGroup[] {
  const settles = ({ box, fragment }: PlacedCell, height: Pt): boolean => {
    const own = box.element.style.height;
    const isFixed = own !== 'auto' && own.percent === 0;
    const isDefinite = isFixed || (scene.isTableDefinite && height > fragment.rect.height);
    return isDefinite && hasPercentageHeights(box.element);
  };
  return groups.map(({ group, rows }) => ({
    group,
    rows: rows.map((row, index) => {
      let isSettled = false;
      const cells = row.cells.map((cell): PlacedCell => {
        const height = spanHeight(rows, index, cell.rowSpan, scene.spacing);
        if (!settles(cell, height)) return cell;
        isSettled = true;
        const fragment = settled(cell, height, scene);
        return { ...cell, fragment, baseline: cellBaseline(fragment) };
      });
      return isSettled ? { ...row, cells, baseline: sharedBaseline(cells)?.ascent } : row;
    }),
  }));
}

/** The cell laid out in its height, then cut to its content, which is aligned later. */
function settled(cell: PlacedCell, height: Pt, { asked, context }: CellScene): Fragment {
  const space = { ...asked, blockSize: undefined, forcedWidth: cell.width, forcedHeight: height };
  const fragment = layoutUnbroken(ignoringHeights(cell.box), space, context);
  return { ...fragment, rect: { ...fragment.rect, height: Math.min(height, contentHeight(fragment)) } };
}

function contentHeight({ border, padding, children, lines }: Fragment): Pt {
  const last = lines[lines.length - 1];
  const top = border.top + padding.top;
  const linesEnd = last === undefined ? top : top + last.top + last.height;
  const end = children.reduce(
    (most, { rect, margin }) => Math.max(most, rect.y + rect.height + margin.bottom),
    linesEnd,
  );
  return end + padding.bottom + border.bottom;
}
