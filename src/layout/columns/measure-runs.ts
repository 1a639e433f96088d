import type { Pt } from '../../base/units.ts';
import { UNLIMITED } from '../block/frame.ts';
import { boxEdges } from '../box-geometry.ts';
import type { Fragment, Resume } from '../types.ts';
import { type ColumnRow, type ColumnScene, columnSpace } from './fill-columns.ts';

/** The content of a row of columns in one strip that nothing but forced breaks cuts. */
export interface MeasuredRuns {
  /** Of the content between forced breaks, with the margins below it. */
  readonly heights: readonly Pt[];
  /** The highest piece that is not to be cut. */
  readonly unbreakable: Pt;
}

const MOST_RUNS = 1000;

export function measureRuns(scene: ColumnScene, row: Omit<ColumnRow, 'height' | 'endsPage'>): MeasuredRuns {
  const heights: Pt[] = [];
  let unbreakable = 0;
  const tall: ColumnRow = { ...row, height: UNLIMITED, isAlone: true, endsPage: false };
  let resume: Resume | undefined = row.from;
  for (let run = 0; run < MOST_RUNS; run++) {
    const result = scene.context.layoutBox(scene.content, columnSpace(scene, tall, run), resume);
    if (result.fragment === undefined) break;
    heights.push(reach(result.fragment));
    unbreakable = Math.max(unbreakable, highestPiece(result.fragment, scene.columnWidth));
    resume = result.resume;
    const endsRow = result.atSpanner === true || (result.forced !== undefined && result.forced !== 'column');
    if (resume === undefined || endsRow) break;
  }
  return { heights, unbreakable };
}

/** Height of a box with what stands out of it below: that takes room of the column too. */
function reach({ rect, children, lines, border, padding, element }: Fragment): Pt {
  if (element.style.overflow !== 'visible') return rect.height;
  const top = border.top + padding.top;
  const linesEnd = lines.reduce((most, line) => Math.max(most, top + line.top + line.height), rect.height);
  return children.reduce((most, child) => Math.max(most, child.rect.y + reach(child)), linesEnd);
}

/** Lines, pictures, boxes with `break-inside: avoid`, and edges. `width`: of the containing block. */
function highestPiece(fragment: Fragment, width: Pt): Pt {
  const { element, children, lines, content, rect } = fragment;
  if (content !== undefined) return rect.height;
  const { border, padding } = boxEdges(element.style, width);
  const isWhole = /^avoid(-column)?$/.test(element.style.breakInside);
  const own = Math.max(border.top + padding.top, border.bottom + padding.bottom, isWhole ? reach(fragment) : 0);
  const inside = rect.width - border.left - border.right - padding.left - padding.right;
  const inLines = lines.reduce((most, line) => Math.max(most, line.height), own);
  return children.reduce((most, child) => Math.max(most, highestPiece(child, inside)), inLines);
}
