import type { Point } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { Line, LineItem } from '../../text/types.ts';
import { flowOf } from '../boxes/flow-of.ts';
import type { Box, InlineSource, WaitingBox } from '../types.ts';

const START: Point = { x: 0, y: 0 };

/**
 * Absolutely positioned boxes that are anchored in the lines. What was inline has its place in the line; as in browsers,
 * what was a block begins at the edge of the paragraph, below the line if something stands before it there. `origin`: of
 * the content box in the fragment.
 */
export function waitingInLines(source: InlineSource, lines: readonly Line[], origin: Point): readonly WaitingBox[] {
  const boxes = source.anchors.filter((box) => flowOf(box) === 'absolute');
  if (boxes.length === 0) return [];
  const byElement = new Map(boxes.map((box) => [box.element, box]));
  return lines.flatMap((line) =>
    line.items.flatMap((item, index): readonly WaitingBox[] => {
      const box = item.kind === 'anchor' ? byElement.get(item.element) : undefined;
      if (item.kind !== 'anchor' || box === undefined) return [];
      return [waitingBox(box, origin, inLine(line, item, index))];
    }),
  );
}

function waitingBox(box: Box, origin: Point, at: Point): WaitingBox {
  return { box, at: { x: origin.x + at.x, y: origin.y + at.y }, align: START };
}

function inLine(line: Line, item: { readonly x: Pt; readonly element: Box['element'] }, index: number): Point {
  if (item.element.style.isInlineLevel) return { x: item.x, y: line.top };
  const follows = line.items.slice(0, index).some(isContent);
  return { x: 0, y: follows ? line.top + line.height : line.top };
}

const isContent = (item: LineItem): boolean => item.kind === 'run' || item.kind === 'atom';
