import type { Path, PathCommand, Point } from '../../base/geometry.ts';
import type { SeededRandom } from './random.ts';
import { AXES, DIAGONALS, diamond, petal, place } from './stamp.ts';

/** What is stamped at each place of the repeat, around (0, 0). */
interface Stamp {
  /** In the tone of the place. */
  readonly petals: Path;
  /** In the accent at a warm place; closed around the middle, so that it reads as one flower. */
  readonly warmPetals: Path;
  readonly seeds: Path;
  readonly gaps: Path;
}

/** A place of the repeat; `column` and `row` count in steps of the ornament's own lattice. */
export interface StampPlace extends Point {
  readonly column: number;
  readonly row: number;
}

export interface Cloth {
  readonly stamp: Stamp;
  readonly places: readonly StampPlace[];
}

interface Field {
  readonly width: number;
  readonly height: number;
}

export type Ornament = (field: Field, random: SeededRandom) => Cloth;

const MIDDLE: Point = { x: 0, y: 0 };

/** Kawung: four palm fruits on the diagonals, each with its seeds, a melinjo leaf where four flowers meet. */
export const kawung: Ornament = (field, random) => {
  const cell = Math.round(field.height / random.pick([4, 4, 8]));
  const point = random.pick([0.1, 0.35, 0.8]);
  const full = { from: cell * 0.07, to: cell * 0.65, half: cell * 0.17, point };
  const seed = { from: cell * 0.24, to: cell * 0.47, half: cell * 0.04, point: 0.6 };
  const middle = cell * random.pick([0.035, 0.05]);
  const petals = DIAGONALS.flatMap((direction) => petal(MIDDLE, direction, full));
  return {
    stamp: {
      petals,
      warmPetals: petals,
      seeds: DIAGONALS.flatMap((direction) => petal(MIDDLE, direction, seed)),
      gaps: [...diamond(MIDDLE, middle), ...diamond({ x: cell / 2, y: 0 }, middle)],
    },
    places: grid(field, cell),
  };
};

/** Kawung of interlocking rings: a petal on each side of a square, a four-leaved flower inside. */
export const rings: Ornament = (field, random) => {
  const cell = Math.round(field.height / random.pick([4, 4, 8]));
  const half = cell * random.pick([0.15, 0.18]);
  const side = { from: cell * 0.03, to: cell * 0.97, half, point: 0.75 };
  const leaf = { from: cell * 0.06, to: cell * 0.22, half: cell * 0.055, point: 0.5 };
  const near = -cell / 2;
  const right = { x: 1, y: 0 };
  const down = { x: 0, y: 1 };
  const petals = [...petal({ x: near, y: near }, right, side), ...petal({ x: near, y: near }, down, side)];
  return {
    stamp: {
      petals,
      warmPetals: [
        ...petals,
        ...petal({ x: near, y: -near }, right, side),
        ...petal({ x: -near, y: near }, down, side),
      ],
      seeds: [],
      gaps: [
        ...DIAGONALS.flatMap((direction) => petal(MIDDLE, direction, leaf)),
        ...diamond({ x: near, y: near }, cell * 0.05),
      ],
    },
    places: grid(field, cell),
  };
};

/** Truntum: the star flower of the palace, in rows that stand between each other, with dust in the gaps. */
export const truntum: Ornament = (field, random) => {
  const cell = Math.round(field.height / random.pick([2, 3, 4]));
  const long = { from: cell * 0.07, to: cell * 0.44, half: cell * 0.085, point: 0.7 };
  const short = { from: cell * 0.09, to: cell * 0.34, half: cell * 0.05, point: 0.9 };
  const isTurned = random.next() < 0.5;
  const petals = [
    ...(isTurned ? DIAGONALS : AXES).flatMap((direction) => petal(MIDDLE, direction, long)),
    ...(isTurned ? AXES : DIAGONALS).flatMap((direction) => petal(MIDDLE, direction, short)),
  ];
  const dust = AXES.flatMap(({ x, y }) => diamond({ x: cell / 2 + x * cell * 0.11, y: y * cell * 0.11 }, cell * 0.026));
  return {
    stamp: { petals, warmPetals: petals, seeds: diamond(MIDDLE, cell * 0.05), gaps: isTurned ? dust : [] },
    places: grid(field, cell, true),
  };
};

/** Ceplok: a rosette in a diamond frame, frame against frame. */
export const ceplok: Ornament = (field, random) => {
  const cell = Math.round(field.height / random.pick([2, 3, 4]));
  const flower = { from: cell * 0.05, to: cell * 0.3, half: cell * 0.1, point: random.pick([0.15, 0.6]) };
  const edge = { from: cell * 0.1, to: cell * 0.6, half: cell * 0.05, point: 0.5 };
  const seed = { from: cell * 0.13, to: cell * 0.23, half: cell * 0.028, point: 0.5 };
  const top = { x: 0, y: -cell / 2 };
  const bottom = { x: 0, y: cell / 2 };
  const [upRight, downRight, downLeft, upLeft] = DIAGONALS;
  const petals = [
    ...AXES.flatMap((direction) => petal(MIDDLE, direction, flower)),
    ...petal(top, downRight, edge),
    ...petal(top, downLeft, edge),
    ...petal(bottom, upRight, edge),
    ...petal(bottom, upLeft, edge),
  ];
  return {
    stamp: {
      petals,
      warmPetals: petals,
      seeds: AXES.flatMap((direction) => petal(MIDDLE, direction, seed)),
      gaps: [...diamond(MIDDLE, cell * 0.035), ...diamond(top, cell * 0.04)],
    },
    places: grid(field, cell, true),
  };
};

/** Parang: slanting bands of S-shaped blades, with a row of melinjo leaves between two bands. */
export const parang: Ornament = (field, random) => {
  const width = Math.round(field.height / random.pick([3.2, 4]));
  const pitch = width * 1.3;
  const step = width * 0.46;
  const slant = random.pick([1, -1]);
  const along = { x: Math.SQRT1_2, y: Math.SQRT1_2 * slant };
  const onBand = (u: number, v: number): Point => place(MIDDLE, along, u * width, v * width);
  // Half of the blade; the other half is its turn by 180 degrees.
  const half: readonly (readonly [number, number])[] = [
    [-0.34, -0.46],
    [0.02, -0.64],
    [0.32, -0.3],
    [0.17, 0.03],
    [0.08, 0.2],
    [0.12, 0.38],
    [0.34, 0.46],
  ];
  const points = [...half, ...half.slice(1).map(([u, v]) => [-u, -v] as const)].map(([u, v]) => onBand(u, v));
  const blade = closedCurve(points);
  const leaf = (u: number): Path => diamond(onBand(u, 0.65), width * 0.055);
  const seed = petal(
    MIDDLE,
    { x: along.y, y: -along.x },
    { from: -width * 0.2, to: width * 0.2, half: width * 0.035, point: 0.6 },
  );
  const places: StampPlace[] = [];
  // Bands are lines x ∓ y = constant, `pitch` apart; along a band there is a blade every `step`.
  const bands = Math.ceil((field.width + field.height) / (pitch * Math.SQRT2)) + 1;
  const blades = Math.ceil((field.height * Math.SQRT2) / step) + 2;
  for (let band = 0; band < bands; band += 1) {
    const start = band * pitch * Math.SQRT2 - field.height;
    for (let rank = -1; rank < blades; rank += 1) {
      const x = Math.round(start + rank * step * along.x);
      const y = Math.round((slant === 1 ? 0 : field.height) + rank * step * along.y);
      if (x < -width || x > field.width + width || y < -width || y > field.height + width) continue;
      places.push({ x, y, column: band, row: 0 });
    }
  }
  return { stamp: { petals: blade, warmPetals: blade, seeds: seed, gaps: [...leaf(0), ...leaf(0.23)] }, places };
};

/** A start and then three points for each curve, the last being the start again. */
function closedCurve(points: readonly Point[]): Path {
  const [start = MIDDLE] = points;
  const commands: PathCommand[] = [{ kind: 'move', to: start }];
  for (let index = 1; index + 2 < points.length; index += 3) {
    const [c1 = start, c2 = start, to = start] = points.slice(index, index + 3);
    commands.push({ kind: 'curve', c1, c2, to });
  }
  return [...commands, { kind: 'close' }];
}

/** Middles of the repeats that touch the field, centred on it; `isStaggered`: half rows stand between whole ones. */
function grid(field: Field, cell: number, isStaggered = false): readonly StampPlace[] {
  const { width, height } = field;
  const rowHeight = isStaggered ? cell / 2 : cell;
  const columns = Math.ceil(width / cell) + (isStaggered ? 1 : 0);
  const rows = Math.ceil(height / rowHeight - 0.01) + (isStaggered ? 1 : 0);
  const left = (width - columns * cell) / 2 + cell / 2;
  const top = (height - rows * rowHeight) / 2 + rowHeight / 2;
  return Array.from({ length: columns * rows }, (_, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    const offset = isStaggered && row % 2 === 1 ? cell / 2 : 0;
    return {
      x: Math.round(left + column * cell + offset),
      y: Math.round(top + row * rowHeight),
      column: isStaggered ? column * 2 + (row % 2) : column,
      row,
    };
  });
}
