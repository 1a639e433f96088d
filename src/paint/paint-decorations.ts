import { assertNever } from '../base/assert-never.ts';
import type { Path, PathCommand, Point, Rect } from '../base/geometry.ts';
import { decorationExtent, waveOf } from '../text/decoration-shape.ts';
import type { DecorationSpan, LineDecoration } from '../text/types.ts';
import { rectPath } from './box-paths.ts';
import { DOT, dots } from './dots.ts';
import type { DisplayItem, Owner } from './types.ts';

/**
 * A line under, over or through text. `origin`: where x counts from and the top of the line box. Dashes, dots and waves
 * run on over the whole text, however many stretches the letters cut it into.
 */
export function paintDecoration(decoration: LineDecoration, origin: Point, owner: Owner): readonly DisplayItem[] {
  const { style, thickness, color } = decoration;
  const move = ({ start, end }: DecorationSpan): DecorationSpan => ({ start: start + origin.x, end: end + origin.x });
  const spans = decoration.spans.map(move);
  if (spans.length === 0 || thickness <= 0 || color.alpha <= 0) return [];
  const y = origin.y + decoration.y;
  const extent = decorationExtent(decoration);
  const whole = move(decoration.whole);
  const isWhole = spans.length === 1 && spans[0]?.start === whole.start && spans[0].end === whole.end;
  const middle = y + (extent.top + extent.bottom) / 2;
  const bars = (tops: readonly number[]): readonly DisplayItem[] => {
    const rects = spans.flatMap((span) => tops.map((top) => barOf(span, top, thickness)));
    return [{ kind: 'fill', owner, path: rects.flatMap(rectPath), rule: 'nonzero', color }];
  };
  const cut = (items: readonly DisplayItem[]): readonly DisplayItem[] => {
    const clip = spans.flatMap((span) => rectPath(barOf(span, y + extent.top, extent.bottom - extent.top)));
    return [{ kind: 'group', clip, opacity: 1, items }];
  };
  switch (style) {
    case 'solid':
      return bars([y]);
    case 'double':
      return bars([y + extent.top, y + extent.bottom - thickness]);
    case 'dotted': {
      // Dots are circles: the first and the last touch the ends from inside.
      const inset = Math.min(thickness, whole.end - whole.start) / 2;
      const path = straight({ start: whole.start + inset - DOT / 2, end: whole.end - inset + DOT / 2 }, middle);
      const dash = dots(whole.end - whole.start, thickness);
      const items: readonly DisplayItem[] = [
        { kind: 'stroke', owner, path, color, width: thickness, dash, cap: 'round' },
      ];
      return isWhole ? items : cut(items);
    }
    case 'dashed': {
      const dash = dashesOf(whole.end - whole.start, thickness);
      const path = straight(whole, middle);
      const items: readonly DisplayItem[] = [
        { kind: 'stroke', owner, path, color, width: thickness, dash, cap: 'butt' },
      ];
      return isWhole ? items : cut(items);
    }
    case 'wavy':
      // The last wave is cut off where the text ends.
      return cut([
        {
          kind: 'stroke',
          owner,
          path: wavePath(whole, middle, thickness),
          color,
          width: thickness,
          dash: [],
          cap: 'butt',
        },
      ]);
    default:
      return assertNever(style);
  }
}

const barOf = ({ start, end }: DecorationSpan, top: number, height: number): Rect => ({
  x: start,
  y: top,
  width: end - start,
  height,
});

const straight = ({ start, end }: DecorationSpan, y: number): Path => [
  { kind: 'move', to: { x: start, y } },
  { kind: 'line', to: { x: end, y } },
];

/** Whole dashes from end to end, twice as long as thick, with half as much between them. */
function dashesOf(length: number, thickness: number): readonly number[] {
  const dash = thickness * 2;
  const gap = thickness;
  const count = Math.round((length + gap) / (dash + gap));
  return count < 2 ? [] : [dash, (length - count * dash) / (count - 1)];
}

/** No line of text has more waves: a fault in the arithmetic must not make an endless path. */
const MOST_WAVES = 10_000;

function wavePath({ start, end }: DecorationSpan, y: number, thickness: number): Path {
  const { length, reach } = waveOf(thickness);
  const commands: PathCommand[] = [{ kind: 'move', to: { x: start, y } }];
  const count = Math.min(MOST_WAVES, Math.ceil((end - start) / length));
  for (let index = 0; index < count; index += 1) {
    const x = start + index * length;
    commands.push({
      kind: 'curve',
      c1: { x: x + length / 2, y: y + reach },
      c2: { x: x + length / 2, y: y - reach },
      to: { x: x + length, y },
    });
  }
  return commands;
}
