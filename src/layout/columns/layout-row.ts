import type { Pt } from '../../base/units.ts';
import { TOLERANCE } from '../block/break-rules.ts';
import type { Resume } from '../types.ts';
import { balanceColumns, isHeld, runHeights } from './balance-columns.ts';
import { type ColumnRow, type ColumnScene, type FilledColumns, fillColumns, UNLIMITED } from './fill-columns.ts';

/** What a row of columns may take. */
export interface RowRoom {
  readonly from: Resume | undefined;
  /** Columns side by side. */
  readonly count: number;
  /** From the top of the fragmentainer around; 0: the row must take something. */
  readonly offset: Pt;
  /** Down to the end of the page. */
  readonly page: Pt;
  /** Down to where `height` or `max-height` end the content box. */
  readonly own: Pt;
  /** Border and padding below the last row. */
  readonly bottomEdge: Pt;
  /** `column-fill: auto`. */
  readonly isFilled: boolean;
}

export interface Row {
  readonly filled: FilledColumns;
  readonly height: Pt;
}

/** Balanced where all of the content has room up to its end or a spanner; else as high as there is room. */
export function layoutRow(scene: ColumnScene, around: RowRoom): Row {
  const { from, offset, bottomEdge } = around;
  const isOwn = around.own + bottomEdge <= around.page + TOLERANCE;
  const room = Math.max(0, Math.min(around.own, around.page - bottomEdge));
  const asked = { from, most: around.count, offset, isAlone: isOwn, height: room };
  const full = isUnlimited(room) ? undefined : fillColumns(scene, { ...asked, endsPage: true });
  if (full === undefined || isHeld(full, asked)) {
    const held = around.isFilled ? filledUp(scene, asked, full) : undefined;
    const balanced = held ?? balanceColumns(scene, { ...asked, limit: room });
    if (balanced !== undefined) return balanced;
  }
  if (isOwn) return overflowing(scene, asked);

  const whole = Math.max(0, around.page);
  if (full !== undefined && (bottomEdge === 0 || whole === room)) return { filled: full, height: room };
  const filled = fillColumns(scene, { ...asked, height: whole, endsPage: true });
  if (full === undefined || !isHeld(filled, asked) || filled.forced !== undefined || filled.atSpanner)
    return { filled, height: whole };
  // The content ends here, but the bottom edge of the container has no room below it.
  return { filled: full, height: room };
}

const isUnlimited = (room: Pt): boolean => room > UNLIMITED / 2;

/** `column-fill: auto`: one column after the other. `undefined`: what ends at a spanner is balanced. */
function filledUp(
  scene: ColumnScene,
  row: Omit<ColumnRow, 'endsPage'>,
  full: FilledColumns | undefined,
): Row | undefined {
  const height = full === undefined ? Math.max(0, ...runHeights(scene, row)) : row.height;
  const filled = full ?? fillColumns(scene, { ...row, height, endsPage: false });
  if (!isHeld(filled, row) || filled.atSpanner) return undefined;
  const isFull = filled.fragments.length > 1 || filled.forced !== undefined;
  return { filled, height: isFull ? height : (filled.fragments[0]?.rect.height ?? 0) };
}

/** Columns side by side to begin with; the rest goes on in one without end. */
const MOST_OVERFLOWING = 10_000;

/** Where the height is limited, as many columns as the content needs: CSS Multi-column Layout 1, section 8.2. */
function overflowing(scene: ColumnScene, row: Omit<ColumnRow, 'endsPage'>): Row {
  const { height } = row;
  const asked = { ...row, isAlone: true, most: MOST_OVERFLOWING, endsPage: false };
  const filled = fillColumns(scene, asked);
  const isWhole = filled.resume === undefined || filled.atSpanner;
  if (isWhole || (filled.forced !== undefined && filled.forced !== 'column')) return { filled, height };
  const rest = fillColumns(scene, { ...asked, from: filled.resume, height: UNLIMITED });
  return { filled: { ...rest, fragments: [...filled.fragments, ...rest.fragments] }, height };
}
