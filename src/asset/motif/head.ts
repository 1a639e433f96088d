import type { Path } from '../../base/geometry.ts';
import { diamond, polygon, rectangle } from './stamp.ts';

export interface HeadLayer {
  readonly dye: 'dark' | 'pale' | 'accent';
  readonly paths: readonly Path[];
}

interface Head {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Triangles on each side. */
  readonly shoots: number;
}

/** The head panel of a sarong: two rows of bamboo shoots that point at each other, melinjo leaves between the points. */
export function makeHead(head: Head): readonly HeadLayer[] {
  const { left, width, height, shoots } = head;
  const right = left + width;
  const pitch = height / shoots;
  const border = 26;
  const inner = left + border;
  const outer = right - border;
  const reach = (outer - inner) * 0.47;
  const rows = Array.from({ length: shoots }, (_, index) => (index + 0.5) * pitch);

  const shootsAt = (share: number, base: number): Path[] =>
    rows.flatMap((y) => [
      polygon([
        { x: inner, y: y - (pitch / 2) * base },
        { x: inner + reach * share, y },
        { x: inner, y: y + (pitch / 2) * base },
      ]),
      polygon([
        { x: outer, y: y - (pitch / 2) * base },
        { x: outer - reach * share, y },
        { x: outer, y: y + (pitch / 2) * base },
      ]),
    ]);
  const between = Array.from({ length: shoots + 1 }, (_, index) =>
    diamond({ x: (inner + outer) / 2, y: index * pitch }, pitch * 0.2, pitch * 0.26),
  );
  const beads = Array.from({ length: shoots * 2 }, (_, index) => (index + 0.5) * (pitch / 2)).flatMap((y) => [
    diamond({ x: left + border / 2, y }, 6, 8),
    diamond({ x: right - border / 2, y }, 6, 8),
  ]);
  return [
    { dye: 'dark', paths: [rectangle(left, 0, width, height)] },
    { dye: 'accent', paths: [rectangle(inner, 0, outer - inner, height)] },
    { dye: 'dark', paths: shootsAt(1, 0.92) },
    { dye: 'pale', paths: shootsAt(0.56, 0.5) },
    { dye: 'dark', paths: shootsAt(0.34, 0.28) },
    { dye: 'dark', paths: between },
    { dye: 'pale', paths: beads },
  ];
}
