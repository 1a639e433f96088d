import type { Font } from 'fontkit';

/** Left and right end of what a glyph has between two heights. */
type Ink = readonly [number, number];

/** Parts of a curve: a hundredth of an em at most lies between them and it. */
const PARTS = 8;

/**
 * Where the outline of a glyph passes through a band, in em from its origin, y upwards; `undefined` where it does not.
 * Outlines are taken apart once: a font has few glyphs that reach below the baseline.
 */
export function createGlyphInk(font: Font): GlyphInk {
  const outlines = new Map<number, Outline>();
  const outlineOf = (glyphId: number): Outline => {
    let outline = outlines.get(glyphId);
    if (outline === undefined) {
      outline = readOutline(font, glyphId);
      outlines.set(glyphId, outline);
    }
    return outline;
  };
  return {
    between: (glyphId, bottom, top) => {
      const outline = outlineOf(glyphId);
      return outline.lowest >= top || outline.highest <= bottom ? undefined : inkBetween(outline.lines, bottom, top);
    },
    heights: (glyphId) => {
      const { lowest, highest } = outlineOf(glyphId);
      return lowest > highest ? undefined : [lowest, highest];
    },
  };
}

export interface GlyphInk {
  between(glyphId: number, bottom: number, top: number): Ink | undefined;
  /** Lower and upper end. */
  heights(glyphId: number): readonly [number, number] | undefined;
}

interface Outline {
  readonly lowest: number;
  readonly highest: number;
  /** Straight parts: x1 y1 x2 y2. */
  readonly lines: readonly (readonly [number, number, number, number])[];
}

function readOutline(font: Font, glyphId: number): Outline {
  const em = font.unitsPerEm;
  const lines: [number, number, number, number][] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    lines.push([x, y, toX, toY]);
    [x, y] = [toX, toY];
  };
  const curveTo = (at: (share: number) => readonly [number, number]): void => {
    for (let part = 1; part <= PARTS; part += 1) lineTo(...at(part / PARTS));
  };
  for (const { command, args } of font.getGlyph(glyphId).path.commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((value) => value / em);
    const [fromX, fromY] = [x, y];
    switch (command) {
      case 'moveTo':
        [startX, startY, x, y] = [a, b, a, b];
        break;
      case 'lineTo':
        lineTo(a, b);
        break;
      case 'quadraticCurveTo':
        curveTo((t) => [
          (1 - t) ** 2 * fromX + 2 * (1 - t) * t * a + t ** 2 * c,
          (1 - t) ** 2 * fromY + 2 * (1 - t) * t * b + t ** 2 * d,
        ]);
        break;
      case 'bezierCurveTo':
        curveTo((t) => [
          (1 - t) ** 3 * fromX + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t ** 2 * c + t ** 3 * e,
          (1 - t) ** 3 * fromY + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * d + t ** 3 * f,
        ]);
        break;
      default:
        lineTo(startX, startY);
    }
  }
  let [lowest, highest] = [Infinity, -Infinity];
  for (const [, y1, , y2] of lines) {
    lowest = Math.min(lowest, y1, y2);
    highest = Math.max(highest, y1, y2);
  }
  return { lowest, highest, lines };
}

function inkBetween(lines: Outline['lines'], bottom: number, top: number): Ink | undefined {
  let [left, right] = [Infinity, -Infinity];
  for (const [x1, y1, x2, y2] of lines) {
    if (Math.min(y1, y2) >= top || Math.max(y1, y2) <= bottom) continue;
    // The part of the line inside the band.
    const at = (y: number): number => (y1 === y2 ? x1 : x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
    const a = y1 > top ? at(top) : y1 < bottom ? at(bottom) : x1;
    const b = y2 > top ? at(top) : y2 < bottom ? at(bottom) : x2;
    left = Math.min(left, a, b);
    right = Math.max(right, a, b);
  }
  return left > right ? undefined : [left, right];
}
