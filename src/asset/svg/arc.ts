import type { PathCommand, Point } from '../../base/geometry.ts';

export interface Arc {
  readonly rx: number;
  readonly ry: number;
  /** Degrees. */
  readonly rotation: number;
  readonly large: boolean;
  readonly sweep: boolean;
}

/** An elliptical arc as cubic curves of at most a quarter turn. SVG 2, implementation notes B.2.4 and B.2.5. */
export function arcToCurves(from: Point, arc: Arc, to: Point): PathCommand[] {
  const rx0 = Math.abs(arc.rx);
  const ry0 = Math.abs(arc.ry);
  if (from.x === to.x && from.y === to.y) return [];
  if (rx0 < 1e-9 || ry0 < 1e-9) return [{ kind: 'line', to }];
  const phi = (arc.rotation * Math.PI) / 180;
  const cos = Math.cos(phi);
  const sin = Math.sin(phi);
  const dx = (from.x - to.x) / 2;
  const dy = (from.y - to.y) / 2;
  const x1 = cos * dx + sin * dy;
  const y1 = cos * dy - sin * dx;
  // Radii that are too small to reach are scaled up.
  const reach = Math.sqrt((x1 / rx0) ** 2 + (y1 / ry0) ** 2);
  const rx = reach > 1 ? rx0 * reach : rx0;
  const ry = reach > 1 ? ry0 * reach : ry0;
  const u = (x1 / rx) ** 2 + (y1 / ry) ** 2;
  const size = u === 0 ? 0 : Math.sqrt(Math.max(0, (1 - u) / u)) * (arc.large === arc.sweep ? -1 : 1);
  const cx1 = (size * rx * y1) / ry;
  const cy1 = (-size * ry * x1) / rx;
  const center = { x: cos * cx1 - sin * cy1 + (from.x + to.x) / 2, y: sin * cx1 + cos * cy1 + (from.y + to.y) / 2 };
  const startAngle = Math.atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
  const endAngle = Math.atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx);
  let turn = endAngle - startAngle;
  if (arc.sweep && turn < 0) turn += 2 * Math.PI;
  if (!arc.sweep && turn > 0) turn -= 2 * Math.PI;
  const pieces = Math.min(4, Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9)));
  const step = turn / pieces;
  const handle = (4 / 3) * Math.tan(step / 4);
  const place = (x: number, y: number): Point => ({
    x: center.x + cos * rx * x - sin * ry * y,
    y: center.y + sin * rx * x + cos * ry * y,
  });
  return Array.from({ length: pieces }, (_, piece): PathCommand => {
    const a = startAngle + step * piece;
    const b = a + step;
    return {
      kind: 'curve',
      c1: place(Math.cos(a) - handle * Math.sin(a), Math.sin(a) + handle * Math.cos(a)),
      c2: place(Math.cos(b) + handle * Math.sin(b), Math.sin(b) - handle * Math.cos(b)),
      // The last point is exactly where the command says.
      to: piece === pieces - 1 ? to : place(Math.cos(b), Math.sin(b)),
    };
  });
}
