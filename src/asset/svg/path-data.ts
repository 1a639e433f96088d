import type { PathCommand, Point } from '../../base/geometry.ts';
import { arcToCurves } from './arc.ts';

const ARGUMENTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const NUMBER = /[ \t\r\n]*,?[ \t\r\n]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/y;
const FLAG = /[ \t\r\n]*,?[ \t\r\n]*([01])/y;
const LETTER = /[ \t\r\n]*([MmLlHhVvCcSsQqTtAaZz])/y;

/**
 * SVG 2, section 9.3. A fault ends the path where it stands and what came before is kept (section 9.5.4).
 * Every number is finite: an overflow counts as a fault.
 */
export function readPathData(data: string, maxCommands: number): PathCommand[] {
  const pen = createPen();
  let at = 0;
  while (pen.commands.length <= maxCommands) {
    LETTER.lastIndex = at;
    const letter = LETTER.exec(data);
    const name = letter?.[1];
    if (letter === null || name === undefined) break;
    at = LETTER.lastIndex;
    const kind = name.toLowerCase();
    if (pen.commands.length === 0 && kind !== 'm') break;
    const isRelative = kind === name;
    if (kind === 'z') {
      pen.close();
      continue;
    }
    // The letter may be left out before further arguments; after a move they are lines.
    for (let round = 0; pen.commands.length <= maxCommands; round += 1) {
      const read = readArguments(data, at, kind);
      if (read === undefined) {
        if (round === 0) return pen.commands;
        break;
      }
      at = read.end;
      pen.draw(kind === 'm' && round > 0 ? 'l' : kind, read.values, isRelative);
    }
  }
  return pen.commands;
}

function readArguments(data: string, from: number, kind: string): { values: number[]; end: number } | undefined {
  const count = ARGUMENTS[kind] ?? 0;
  const values: number[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const pattern = kind === 'a' && (index === 3 || index === 4) ? FLAG : NUMBER;
    pattern.lastIndex = at;
    const value = Number(pattern.exec(data)?.[1] ?? Number.NaN);
    if (!(Math.abs(value) < 1e9)) return undefined;
    values.push(value);
    at = pattern.lastIndex;
  }
  return { values, end: at };
}

interface Pen {
  readonly commands: PathCommand[];
  draw(kind: string, values: readonly number[], isRelative: boolean): void;
  close(): void;
}

function createPen(): Pen {
  const commands: PathCommand[] = [];
  let start: Point = { x: 0, y: 0 };
  let current: Point = start;
  /** Last control point, for `s` (after a cubic) and `t` (after a quadratic). */
  let control: { readonly kind: 'cubic' | 'quadratic'; readonly point: Point } | undefined;
  const lineTo = (to: Point): void => {
    commands.push({ kind: 'line', to });
    current = to;
  };
  const curveTo = (c1: Point, c2: Point, to: Point): void => {
    commands.push({ kind: 'curve', c1, c2, to });
    current = to;
  };
  const quadraticTo = (c: Point, to: Point): void => {
    curveTo(mix(current, c, 2 / 3), mix(to, c, 2 / 3), to);
    control = { kind: 'quadratic', point: c };
  };
  const mirrored = (kind: 'cubic' | 'quadratic'): Point =>
    control?.kind === kind ? { x: 2 * current.x - control.point.x, y: 2 * current.y - control.point.y } : current;
  return {
    commands,
    close() {
      if (commands.at(-1)?.kind !== 'close') commands.push({ kind: 'close' });
      current = start;
      control = undefined;
    },
    draw(kind, values, isRelative) {
      const origin = isRelative ? current : { x: 0, y: 0 };
      // `readArguments` gave as many numbers as the command has.
      const pointAt = (index: number): Point => ({ x: origin.x + values[index]!, y: origin.y + values[index + 1]! });
      const before = commands.at(-1)?.kind;
      if (before === 'close' && kind !== 'm') commands.push({ kind: 'move', to: start });
      const last = control;
      control = undefined;
      if (kind === 'm') {
        start = pointAt(0);
        current = start;
        commands.push({ kind: 'move', to: start });
      } else if (kind === 'l') lineTo(pointAt(0));
      else if (kind === 'h') lineTo({ x: origin.x + values[0]!, y: current.y });
      else if (kind === 'v') lineTo({ x: current.x, y: origin.y + values[0]! });
      else if (kind === 'c') {
        const c2 = pointAt(2);
        curveTo(pointAt(0), c2, pointAt(4));
        control = { kind: 'cubic', point: c2 };
      } else if (kind === 's') {
        control = last;
        const c1 = mirrored('cubic');
        const c2 = pointAt(0);
        curveTo(c1, c2, pointAt(2));
        control = { kind: 'cubic', point: c2 };
      } else if (kind === 'q') quadraticTo(pointAt(0), pointAt(2));
      else if (kind === 't') {
        control = last;
        const c = mirrored('quadratic');
        quadraticTo(c, pointAt(0));
      } else {
        const to = pointAt(5);
        const arc = {
          rx: values[0]!,
          ry: values[1]!,
          rotation: values[2]!,
          large: values[3] === 1,
          sweep: values[4] === 1,
        };
        for (const command of arcToCurves(current, arc, to)) commands.push(command);
        current = to;
      }
    },
  };
}

const mix = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});
