import type { Corners, Insets, Path, PathCommand, Point, Rect, Sides, Size } from '../base/geometry.ts';
import type { ComputedStyle, LengthPercentage } from '../document/types.ts';

/** Horizontal and vertical radius of each corner. */
export type Radii = Corners<Size>;

/** Which sides of a box are closed here; a box that is cut between pages or lines has open ends. */
export type ClosedSides = Sides<boolean>;

const NONE: Size = { width: 0, height: 0 };
export const SHARP: Radii = { topLeft: NONE, topRight: NONE, bottomRight: NONE, bottomLeft: NONE };

/** Used radii of a border box: percentages resolved, scaled down until they fit. CSS Backgrounds 3, section 4.5. */
export function radiiOf(style: ComputedStyle, rect: Rect, closed: ClosedSides): Radii {
  const { radius } = style;
  const length = (value: LengthPercentage, base: number): number =>
    Math.max(0, value.pt + (value.percent / 100) * base);
  const corner = (
    value: { readonly horizontal: LengthPercentage; readonly vertical: LengthPercentage },
    isClosed: boolean,
  ): Size => {
    const width = length(value.horizontal, rect.width);
    const height = length(value.vertical, rect.height);
    return isClosed && width > 0 && height > 0 ? { width, height } : NONE;
  };
  const raw: Radii = {
    topLeft: corner(radius.topLeft, closed.top && closed.left),
    topRight: corner(radius.topRight, closed.top && closed.right),
    bottomRight: corner(radius.bottomRight, closed.bottom && closed.right),
    bottomLeft: corner(radius.bottomLeft, closed.bottom && closed.left),
  };
  const fits = [
    rect.width / (raw.topLeft.width + raw.topRight.width),
    rect.width / (raw.bottomLeft.width + raw.bottomRight.width),
    rect.height / (raw.topLeft.height + raw.bottomLeft.height),
    rect.height / (raw.topRight.height + raw.bottomRight.height),
  ].filter((ratio) => Number.isFinite(ratio));
  const factor = Math.min(1, ...fits);
  const scale = ({ width, height }: Size): Size => ({ width: width * factor, height: height * factor });
  return {
    topLeft: scale(raw.topLeft),
    topRight: scale(raw.topRight),
    bottomRight: scale(raw.bottomRight),
    bottomLeft: scale(raw.bottomLeft),
  };
}

export function isSharp(radii: Radii): boolean {
  return [radii.topLeft, radii.topRight, radii.bottomRight, radii.bottomLeft].every((corner) => corner.width === 0);
}

/** Radii of an edge further inside: section 4.2. */
export function insetRadii(radii: Radii, insets: Insets): Radii {
  if (isSharp(radii)) return SHARP;
  const corner = ({ width, height }: Size, dx: number, dy: number): Size => {
    const inner = { width: width - dx, height: height - dy };
    return inner.width > 0 && inner.height > 0 ? inner : NONE;
  };
  return {
    topLeft: corner(radii.topLeft, insets.left, insets.top),
    topRight: corner(radii.topRight, insets.right, insets.top),
    bottomRight: corner(radii.bottomRight, insets.right, insets.bottom),
    bottomLeft: corner(radii.bottomLeft, insets.left, insets.bottom),
  };
}

export function insetRect(rect: Rect, insets: Insets): Rect {
  return {
    x: rect.x + insets.left,
    y: rect.y + insets.top,
    width: Math.max(0, rect.width - insets.left - insets.right),
    height: Math.max(0, rect.height - insets.top - insets.bottom),
  };
}

export function scaleInsets(insets: Insets, factor: number): Insets {
  return {
    top: insets.top * factor,
    right: insets.right * factor,
    bottom: insets.bottom * factor,
    left: insets.left * factor,
  };
}

export function sumInsets(a: Insets, b: Insets): Insets {
  return { top: a.top + b.top, right: a.right + b.right, bottom: a.bottom + b.bottom, left: a.left + b.left };
}

export function polygon(points: readonly Point[]): Path {
  const commands = points.map((to, index): PathCommand => ({ kind: index === 0 ? 'move' : 'line', to }));
  return [...commands, { kind: 'close' }];
}

export function rectPath({ x, y, width, height }: Rect): Path {
  return polygon([
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]);
}

/** How far a control point lies from the corner so that a cubic curve is a quarter of an ellipse to 0.03 %. */
const KAPPA = 1 - 0.5522847498;

/** Clockwise from the end of the top left corner. */
export function roundedPath(rect: Rect, radii: Radii): Path {
  if (isSharp(radii)) return rectPath(rect);
  const { x, y, width, height } = rect;
  const right = x + width;
  const bottom = y + height;
  const { topLeft, topRight, bottomRight, bottomLeft } = radii;
  const commands: PathCommand[] = [{ kind: 'move', to: { x: x + topLeft.width, y } }];
  const side = (to: Point): number => commands.push({ kind: 'line', to });
  const corner = (c1: Point, c2: Point, to: Point): number => commands.push({ kind: 'curve', c1, c2, to });
  side({ x: right - topRight.width, y });
  if (topRight.width > 0) {
    corner(
      { x: right - topRight.width * KAPPA, y },
      { x: right, y: y + topRight.height * KAPPA },
      { x: right, y: y + topRight.height },
    );
  }
  side({ x: right, y: bottom - bottomRight.height });
  if (bottomRight.width > 0) {
    corner(
      { x: right, y: bottom - bottomRight.height * KAPPA },
      { x: right - bottomRight.width * KAPPA, y: bottom },
      { x: right - bottomRight.width, y: bottom },
    );
  }
  side({ x: x + bottomLeft.width, y: bottom });
  if (bottomLeft.width > 0) {
    corner(
      { x: x + bottomLeft.width * KAPPA, y: bottom },
      { x, y: bottom - bottomLeft.height * KAPPA },
      { x, y: bottom - bottomLeft.height },
    );
  }
  side({ x, y: y + topLeft.height });
  if (topLeft.width > 0) {
    corner({ x, y: y + topLeft.height * KAPPA }, { x: x + topLeft.width * KAPPA, y }, { x: x + topLeft.width, y });
  }
  commands.push({ kind: 'close' });
  return commands;
}

/** The same closed path the other way round, so that it is a hole under the nonzero rule. */
export function reversed(path: Path): Path {
  const commands = path.filter((command) => command.kind !== 'close');
  const last = commands.at(-1);
  if (last === undefined) return [];
  const result: PathCommand[] = [{ kind: 'move', to: last.to }];
  for (let index = commands.length - 1; index > 0; index -= 1) {
    const command = commands[index];
    const to = commands[index - 1]?.to;
    if (command === undefined || to === undefined) continue;
    if (command.kind === 'curve') result.push({ kind: 'curve', c1: command.c2, c2: command.c1, to });
    else result.push({ kind: 'line', to });
  }
  result.push({ kind: 'close' });
  return result;
}
