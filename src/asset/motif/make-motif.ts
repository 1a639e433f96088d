import type { Color } from '../../base/color.ts';
import type { Path } from '../../base/geometry.ts';
import { cssPx } from '../../base/units.ts';
import { createBoundedCache } from '../bounded-cache.ts';
import type { DrawingNode, VectorDrawing } from '../types.ts';
import { makeHead } from './head.ts';
import { type Cloth, ceplok, kawung, type Ornament, parang, rings, type StampPlace, truntum } from './ornaments.ts';
import { makePalette, type Palette } from './palette.ts';
import { createRandom, type SeededRandom } from './random.ts';
import { rectangle } from './stamp.ts';

/**
 * Layouts show the band whole or, cut to half its height, as a strip. Ornaments of 4 or 8 rows come out even in both.
 */
const FIELD = { width: 1800, height: 560 };

export interface MotifColors {
  readonly primary: Color;
  readonly accent: Color;
}

const cache = createBoundedCache<VectorDrawing>(16);

/**
 * A band of batik that follows from the seed: an ornament and its scale, dark or light cloth, tones that move over it,
 * warm flowers, and often a head panel with bamboo shoots (tumpal), as on a sarong. Every place of the repeat is the
 * same stamp moved, which packs to a few bytes in a file.
 */
export function makeMotif(seed: string, colors: MotifColors): VectorDrawing {
  const key = `${JSON.stringify(colors)} ${seed}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const drawing = drawCloth(createRandom(seed), colors);
  cache.set(key, drawing);
  return drawing;
}

function drawCloth(random: SeededRandom, colors: MotifColors): VectorDrawing {
  const palette = makePalette(colors.primary, colors.accent, random.next() < 0.3);
  const ornament = random.pick<Ornament>([kawung, kawung, kawung, rings, rings, truntum, ceplok, parang]);
  const cloth = ornament(FIELD, random);
  const toneOf = toneField(random);
  const scheme = ornament === parang ? 'rows' : random.pick(['rows', 'scatter', 'scatter', 'cluster']);
  const chosen = warmPlaces(scheme, random);
  // A strip without a warm flower looks unfinished.
  const inStrip = cloth.places.filter((at) => Math.abs(at.y - FIELD.height / 2) < FIELD.height / 4 && chosen(at));
  const isWarm = inStrip.length < 3 ? warmPlaces('rows', random) : chosen;
  const cool = cloth.places.filter((at) => !isWarm(at));
  const warm = cloth.places.filter(isWarm);
  return {
    viewBox: { x: 0, y: 0, ...FIELD },
    natural: { width: cssPx(FIELD.width / 2), height: cssPx(FIELD.height / 2) },
    children: [
      shape(rectangle(0, 0, FIELD.width, FIELD.height), palette.ground),
      ...cool.map((at) => stampAt(at, cloth, palette.tones[toneOf(at)] ?? palette.tones[0], palette)),
      ...warm.map((at) => warmStampAt(at, cloth, palette)),
      ...headOf(random, palette),
    ],
  };
}

function stampAt(at: StampPlace, cloth: Cloth, tone: Color, palette: Palette): DrawingNode {
  const { petals, seeds, gaps } = cloth.stamp;
  return moved(at, [shape(petals, tone), shape(seeds, palette.seeds), shape(gaps, palette.gaps)]);
}

function warmStampAt(at: StampPlace, cloth: Cloth, palette: Palette): DrawingNode {
  const { warmPetals, seeds, gaps } = cloth.stamp;
  return moved(at, [shape(warmPetals, palette.accent), shape(seeds, palette.accentSeeds), shape(gaps, palette.gaps)]);
}

function moved(at: StampPlace, shapes: readonly Shape[]): DrawingNode {
  const children = shapes.filter((node) => node.path.length > 0);
  return { kind: 'group', transform: [1, 0, 0, 1, at.x, at.y], opacity: 1, children };
}

/** How far from the ground the tone of a place is: 0, 1 or 2. */
function toneField(random: SeededRandom): (at: StampPlace) => number {
  const { width, height } = FIELD;
  const focus = { x: width * (0.2 + 0.6 * random.next()), y: height * random.pick([-0.1, 0.5, 1.1]) };
  const slope = random.pick([-1, -0.5, 0.5, 1]);
  const length = width * (0.22 + 0.2 * random.next());
  const phase = random.next() * 2 * Math.PI;
  const kind = random.pick(['rays', 'rays', 'waves', 'checks', 'dusk']);
  const steps = (value: number): number => Math.min(2, Math.max(0, Math.floor(value * 3)));
  return ({ x, y, column, row }) => {
    if (kind === 'rays') return steps(1 - Math.hypot(x - focus.x, (y - focus.y) * 1.6) / (width * 0.55));
    if (kind === 'waves') return steps(0.5 + 0.5 * Math.sin(((x + slope * y) / length) * 2 * Math.PI + phase));
    if (kind === 'dusk') return steps(slope > 0 ? x / width : 1 - x / width);
    return (column + row) % 2 === 0 ? 0 : 2;
  };
}

/** Which places are dyed with the accent: slanting rows, a scatter, or a cluster around a point. */
function warmPlaces(kind: string, random: SeededRandom): (at: StampPlace) => boolean {
  const { width, height } = FIELD;
  const salt = random.whole(1, 0xffff);
  const period = random.whole(4, 6);
  const slant = random.pick([1, -1]);
  const focus = { x: width * (0.25 + 0.5 * random.next()), y: height * (0.3 + 0.4 * random.next()) };
  const share = 0.09 + 0.06 * random.next();
  return ({ x, y, column, row }) => {
    if (kind === 'rows') return (((column + slant * row) % period) + period) % period === 0;
    const chance = hash(column, row, salt);
    if (kind === 'scatter') return chance < share;
    return chance < 0.75 * (1 - Math.hypot(x - focus.x, y - focus.y) / (height * 0.9));
  };
}

/** From 0 to 1, the same for the same place. */
function hash(column: number, row: number, salt: number): number {
  let value =
    Math.imul(column + 0x9e37, 0x85ebca6b) ^ Math.imul(row + 0x79b9, 0xc2b2ae35) ^ Math.imul(salt, 0x27d4eb2f);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  value = Math.imul(value ^ (value >>> 13), 0x297a2d39);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

function headOf(random: SeededRandom, palette: Palette): readonly DrawingNode[] {
  if (random.next() < 0.35) return [];
  const width = random.pick([260, 300, 340]);
  const left = Math.round(random.pick([0.1, 0.62, 0.72]) * FIELD.width);
  return makeHead({ left, width, height: FIELD.height, shoots: random.pick([6, 8]) }).map(({ paths, dye }) =>
    shape(paths.flat(), palette[dye]),
  );
}

type Shape = Extract<DrawingNode, { readonly kind: 'shape' }>;

function shape(path: Path, color: Color): Shape {
  return { kind: 'shape', path, fill: { kind: 'color', color }, fillRule: 'nonzero', stroke: undefined, opacity: 1 };
}
