import { type Box, type ElementBoxes, joinLines } from './boxes.ts';

interface Measured {
  readonly name: string;
  readonly id: string;
  readonly className: string;
  readonly box: Box;
  readonly texts: readonly Box[];
}

const PT_PER_PX = 0.75;
const points = ([x, y, width, height]: Box): Box => [
  x * PT_PER_PX,
  y * PT_PER_PX,
  width * PT_PER_PX,
  height * PT_PER_PX,
];

/** What `harness.measure()` gives in the browser, in points. */
export function theirBoxes(measured: unknown): readonly ElementBoxes[] {
  return (measured as readonly Measured[]).map(({ name, id, className, box, texts }, i) => ({
    name,
    label: `${i} ${name}${id === '' ? '' : `#${id}`}${className === '' ? '' : `.${className.split(' ').join('.')}`}`,
    box: points(box),
    lines: joinLines(texts.map(points)),
  }));
}
