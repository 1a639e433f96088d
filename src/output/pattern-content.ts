import type { Matrix } from '../base/geometry.ts';
import { itemBounds } from '../paint/item-bounds.ts';
import type { DisplayItem } from '../paint/types.ts';
import { openStream, own, restore, type Stream, save, setAlpha } from './content-stream.ts';
import { pathOperators, turnRect } from './paths.ts';

/** Colours along a line: an axial shading (8.7.4.5.3); opacities that differ are a mask beside it. */
export function writeGradient(stream: Stream, item: Extract<DisplayItem, { kind: 'gradient' }>, opacity: number): void {
  const bounds = itemBounds(item);
  if (bounds === undefined) return;
  const { from, to, stops } = item;
  own(stream, item.owner);
  save(stream);
  const { graphics } = stream.context;
  const identity: Matrix = [1, 0, 0, 1, 0, 0];
  const paint = { kind: 'linear', geometry: [from.x, from.y, to.x, to.y], stops, transform: identity } as const;
  const turned: Matrix = [1, 0, 0, -1, 0, stream.height];
  const [first] = stops;
  if (stops.every(({ color }) => color.alpha === first?.color.alpha)) {
    setAlpha(stream, opacity * (first?.color.alpha ?? 1));
  } else {
    stream.text += `/${graphics.softMask(paint, turned, turnRect(bounds, stream.height))} gs\n`;
    setAlpha(stream, opacity);
  }
  stream.text += `/Pattern cs\n/${graphics.pattern(paint, turned)} scn\n`;
  stream.text += `${pathOperators(item.path, stream.turn)}${item.rule === 'evenodd' ? 'f*' : 'f'}\n`;
  restore(stream);
}

/** The same things over and over: a tiling pattern (8.7.3). `write` draws them once, into the stream of the cell. */
export function writeTiles(
  stream: Stream,
  item: Extract<DisplayItem, { kind: 'tiles' }>,
  { opacity, write }: { readonly opacity: number; readonly write: (cell: Stream) => void },
): void {
  const { context, page, height } = stream;
  own(stream, item.owner);
  save(stream);
  setAlpha(stream, opacity);
  const cell: Stream = { ...openStream(context, page, height), isCell: true };
  write(cell);
  const name = context.graphics.tiling(cell.text, turnRect(item.tile, height), item.step);
  stream.text += `/Pattern cs\n/${name} scn\n${pathOperators(item.path, stream.turn)}f\n`;
  restore(stream);
}
