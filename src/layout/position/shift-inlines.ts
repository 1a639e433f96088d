import type { Point } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import type { Line, LineItem } from '../../text/types.ts';
import type { Fragment } from '../types.ts';
import { type Ancestors, addPoints, shiftedAround } from './ancestors.ts';
import { relativeShift } from './relative-shift.ts';

const STILL: Point = { x: 0, y: 0 };

/** How far the relatively positioned inline elements between `element` and the block of the fragment move it. */
export function inlineShift(element: StyledElement | undefined, block: Fragment, ancestors: Ancestors): Point {
  if (!ancestors.hasShiftedInlines) return STILL;
  const around = contentSize(block);
  return shiftedAround(element, block.element, ancestors).reduce(
    (sum, { style }) => addPoints(sum, relativeShift(style, around) ?? STILL),
    STILL,
  );
}

function contentSize({ rect, border, padding, element, definiteHeight }: Fragment): {
  readonly inlineSize: Pt;
  readonly blockSize: Pt | undefined;
} {
  const { height } = element.style;
  const isFixed = height !== 'auto' && height.percent === 0;
  const own = isFixed ? rect.height - border.top - border.bottom - padding.top - padding.bottom : undefined;
  return {
    inlineSize: rect.width - border.left - border.right - padding.left - padding.right,
    blockSize: definiteHeight ?? own,
  };
}

/** Lines whose items stand where `position: relative` puts them. The place that the line takes stays as it is. */
export function shiftLines(block: Fragment, ancestors: Ancestors): readonly Line[] {
  if (!ancestors.hasShiftedInlines || block.lines.length === 0) return block.lines;
  const known = new Map<number, Point>();
  const shiftOf = (element: StyledElement): Point => {
    let shift = known.get(element.id);
    if (shift === undefined) {
      shift = inlineShift(element, block, ancestors);
      known.set(element.id, shift);
    }
    return shift;
  };
  let isShifted = false;
  const lines = block.lines.map((line): Line => {
    const items = line.items.map((item): LineItem => {
      const shift = shiftOf(innermostInline(item, ancestors) ?? block.element);
      if (shift.x === 0 && shift.y === 0) return item;
      isShifted = true;
      return shiftItem(item, shift);
    });
    return isShifted ? { ...line, items } : line;
  });
  return isShifted ? lines : block.lines;
}

/** An atom and an anchor move with what is around them: their own boxes are moved by themselves. */
function innermostInline(item: LineItem, { parents }: Ancestors): StyledElement | undefined {
  switch (item.kind) {
    case 'run':
      return item.owner;
    case 'inline-box':
      return item.element;
    case 'atom':
    case 'anchor':
      return parents.get(item.element.id);
  }
}

function shiftItem(item: LineItem, { x, y }: Point): LineItem {
  switch (item.kind) {
    case 'run':
      return { ...item, x: item.x + x, run: { ...item.run, rise: item.run.rise - y } };
    case 'inline-box':
    case 'atom':
      return { ...item, x: item.x + x, y: item.y + y };
    case 'anchor':
      return { ...item, x: item.x + x };
  }
}
