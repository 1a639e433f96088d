import type { Pt } from '../../base/units.ts';
import type { CollapsedRule } from '../types.ts';
import type { Edge } from './collapsed-edges.ts';
import type { PlacedRow, TablePlan } from './table-plan.ts';

/** The part of a row that stands on one page: where it is cut it has no line. */
interface RowPart {
  readonly height: Pt;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** The lines around the cells of a row, thin ones first, so that a wide one runs through where they cross. */
export function collapsedRules(
  plan: TablePlan,
  { index }: PlacedRow,
  part: RowPart,
): readonly CollapsedRule[] | undefined {
  const { collapsed } = plan;
  if (collapsed === undefined) return undefined;
  const { across, down } = collapsed;
  const xs = boundaries(plan);
  const widest = (edges: readonly Edge[]): Pt => edges.reduce<Pt>((most, edge) => Math.max(most, edge?.width ?? 0), 0);
  const horizontal = (row: number, y: Pt): readonly CollapsedRule[] =>
    joined(across[row] ?? []).map(({ border, from, to }) => {
      const crossing = (column: number): Pt => widest([down[row - 1]?.[column], down[row]?.[column]]) / 2;
      const left = xs[from]! - crossing(from); // from <= to < xs.length
      const right = xs[to]! + crossing(to);
      const rect = { x: left, y: y - border.width / 2, width: right - left, height: border.width };
      return { rect, isHorizontal: true, border };
    });
  const vertical = (down[index] ?? []).flatMap((border, column): readonly CollapsedRule[] => {
    if (border === undefined) return [];
    const crossing = (row: number): Pt => widest([across[row]?.[column - 1], across[row]?.[column]]) / 2;
    const top = part.isFirst ? -crossing(index) : 0;
    const bottom = part.height + (part.isLast ? crossing(index + 1) : 0);
    const rect = { x: xs[column]! - border.width / 2, y: top, width: border.width, height: bottom - top };
    return [{ rect, isHorizontal: false, border }];
  });
  const rules = [
    ...vertical,
    ...(part.isFirst ? horizontal(index, 0) : []),
    ...(part.isLast ? horizontal(index + 1, part.height) : []),
  ];
  return rules.sort((a, b) => a.border.width - b.border.width);
}

/** From the left of the row to the edges of its columns. */
function boundaries({ columnPlaces }: TablePlan): readonly Pt[] {
  return [...columnPlaces.map(({ x }) => x), columnPlaces[columnPlaces.length - 1]?.end ?? 0];
}

/** Edges side by side that look the same are one line, from the boundary `from` to the boundary `to`. */
function joined(
  edges: readonly Edge[],
): readonly { readonly border: NonNullable<Edge>; readonly from: number; readonly to: number }[] {
  const lines: { border: NonNullable<Edge>; from: number; to: number }[] = [];
  for (const [column, border] of edges.entries()) {
    if (border === undefined) continue;
    const last = lines[lines.length - 1];
    if (last !== undefined && last.to === column && isSame(last.border, border)) last.to = column + 1;
    else lines.push({ border, from: column, to: column + 1 });
  }
  return lines;
}

const isSame = (a: NonNullable<Edge>, b: NonNullable<Edge>): boolean =>
  a.width === b.width &&
  a.style === b.style &&
  (a.color === b.color || JSON.stringify(a.color) === JSON.stringify(b.color));
