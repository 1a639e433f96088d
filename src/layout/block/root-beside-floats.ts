import type { Pt } from '../../base/units.ts';
import { borderBoxSize, boxEdges, clampSize, inlineEdges, resolveSize } from '../box-geometry.ts';
import { type Band, floatsEnd, freeBand, lettersEnd, nextEnd } from '../float/exclusions.ts';
import type { Box, LayoutResult, Space } from '../types.ts';
import type { FloatFlow } from './float-flow.ts';
import { fixedMargins } from './inline-sizes.ts';
import { isFormattingRoot } from './margins.ts';

interface Tried {
  readonly space: Space;
  readonly result: LayoutResult;
}

const FITTING: Pt = 0.005;

/**
 * A box that makes its own block formatting context stands beside floats or below them, never over them: CSS 2.2, section
 * 9.5. `make` lays it out at a height, with a border-box width where the floats decide it. `undefined`: nothing is in
 * its way.
 */
export function besideFloats(
  flow: FloatFlow | undefined,
  child: Box,
  top: Pt,
  make: (top: Pt, width: Pt | undefined) => Tried,
): (Tried & { readonly top: Pt; readonly x: Pt }) | undefined {
  if (flow === undefined || !isFormattingRoot(child)) return undefined;
  const { frame, state } = flow;
  const { within, context, space } = frame.scene;
  const { exclusions } = state;
  const asked = frame.y + top;
  if (floatsEnd(exclusions) <= asked) return undefined;
  // As in browsers, it stands below initial letters.
  let y = Math.max(asked, lettersEnd(exclusions));
  const inlineSize = within.right - within.left;
  const { style } = child.element;
  const edges = boxEdges(style, inlineSize);
  const margin = fixedMargins(edges);
  const sides = inlineEdges(edges);
  const size = (value: typeof style.maxWidth | typeof style.width): Pt | undefined =>
    borderBoxSize(style, resolveSize(value, inlineSize), sides);
  /** Margins may lie under floats, the border box may not. */
  const limits = (band: Band): Band => ({
    left: Math.max(band.left, within.left + Math.max(0, margin.left)),
    right: Math.min(band.right, within.right - Math.max(0, margin.right)),
  });
  const widthIn = ({ left, right }: Band): Pt | undefined => {
    if (child.kind === 'replaced' || style.width !== 'auto') return undefined;
    const fill = (): Pt => {
      if (child.kind !== 'table') return right - left;
      const { min, max } = context.intrinsicWidths(child, { inlineSize, blockSize: undefined, page: space.page });
      const outer = margin.left + margin.right;
      return Math.min(Math.max(min - outer, right - left), max - outer);
    };
    return Math.max(sides, clampSize(fill(), size(style.minWidth), size(style.maxWidth)));
  };
  const inAll = (made: Tried): Tried & { readonly top: Pt; readonly x: Pt } => {
    const left = made.result.fragment?.margin.left ?? 0;
    return { ...made, top: y - frame.y, x: within.left + left - frame.x };
  };
  let height = 0;
  // Each turn goes to the end of a float, or makes the room narrower by one.
  for (let turns = exclusions.length * (exclusions.length + 2); turns >= 0; turns -= 1) {
    const band = freeBand(exclusions, { top: y, height }, within);
    const isAll = band.left === within.left && band.right === within.right;
    const room = limits(band);
    const made = make(y - frame.y, isAll ? undefined : widthIn(room));
    const { fragment } = made.result;
    if (fragment === undefined) return { ...made, top: y - frame.y, x: 0 };
    if (isAll || fragment.rect.width <= room.right - room.left + FITTING) {
      const higher = freeBand(exclusions, { top: y, height: fragment.rect.height }, within);
      if (higher.left === band.left && higher.right === band.right) {
        if (isAll) return inAll(made);
        const free = Math.max(0, room.right - room.left - fragment.rect.width);
        const share = edges.margin.left !== 'auto' ? 0 : edges.margin.right === 'auto' ? free / 2 : free;
        return { ...made, top: y - frame.y, x: room.left + share - frame.x };
      }
      height = fragment.rect.height;
      continue;
    }
    // Only the end of a float below gives more room.
    y = nextEnd(exclusions, y);
    height = 0;
  }
  return inAll(make(y - frame.y, undefined));
}
