import type { Color } from '../../base/color.ts';
import type { Matrix, Rect } from '../../base/geometry.ts';
import type { ElementNode } from '../../document/types.ts';
import type { Paint } from '../types.ts';
import { MAX_REFERENCES } from './limits.ts';
import { readSvgLength } from './svg-length.ts';
import { colorOf, propertiesOf, shareOf } from './svg-style.ts';
import { IDENTITY, multiply, readTransform } from './transform.ts';

export type GradientResult =
  | { readonly kind: 'paint'; readonly paint: Paint | undefined }
  | { readonly kind: 'unsupported'; readonly feature: string };

interface GradientContext {
  readonly byId: ReadonlyMap<string, ElementNode>;
  readonly currentColor: Color;
  /** Multiplies the alpha of each stop. */
  readonly opacity: number;
  /** Box of the shape; `undefined` when it has none. */
  readonly bounds: Rect | undefined;
  /** Percentages of `userSpaceOnUse` count from it. */
  readonly viewBox: Rect;
}

const NOTHING: GradientResult = { kind: 'paint', paint: undefined };
const MAX_STOPS = 256;

/** A linear or radial gradient, with what it takes over from others through `href`. SVG 2, section 14.2. */
export function readGradient(id: string, context: GradientContext): GradientResult {
  const chain = chainOf(id, context.byId);
  const [first] = chain;
  if (first === undefined) return NOTHING;
  if (first.name !== 'linearGradient' && first.name !== 'radialGradient') {
    return { kind: 'unsupported', feature: `<${first.name}>` };
  }
  const given = (name: string): string | undefined =>
    chain.map((element) => element.attributes[name]).find((value) => value !== undefined);
  const spread = given('spreadMethod');
  if (spread !== undefined && spread !== 'pad') return { kind: 'unsupported', feature: `spreadMethod="${spread}"` };
  if (Number(given('fr') ?? 0) !== 0) return { kind: 'unsupported', feature: 'fr' };
  const stops = stopsOf(chain, context);
  const last = stops.at(-1);
  if (last === undefined) return NOTHING;
  const solid: GradientResult = { kind: 'paint', paint: { kind: 'color', color: last.color } };
  if (stops.length === 1) return solid;

  const ofBox = given('gradientUnits') !== 'userSpaceOnUse';
  const own = readTransform(given('gradientTransform') ?? '');
  if (own === undefined) return { kind: 'unsupported', feature: 'gradientTransform' };
  const { bounds, viewBox } = context;
  if (ofBox && (bounds === undefined || bounds.width <= 0 || bounds.height <= 0)) return NOTHING;
  const space: Matrix =
    ofBox && bounds !== undefined ? [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y] : IDENTITY;
  const whole = ofBox ? { width: 1, height: 1 } : viewBox;
  const transform = multiply(space, own);
  const across = (name: string, otherwise: string): number => readSvgLength(given(name) ?? otherwise, whole.width) ?? 0;
  const down = (name: string, otherwise: string): number => readSvgLength(given(name) ?? otherwise, whole.height) ?? 0;

  if (first.name === 'linearGradient') {
    const geometry = [across('x1', '0%'), down('y1', '0%'), across('x2', '100%'), down('y2', '0%')];
    const isPoint = geometry[0] === geometry[2] && geometry[1] === geometry[3];
    return isPoint ? solid : { kind: 'paint', paint: { kind: 'linear', geometry, stops, transform } };
  }
  const diagonal = Math.sqrt((whole.width ** 2 + whole.height ** 2) / 2);
  const cx = across('cx', '50%');
  const cy = down('cy', '50%');
  const r = readSvgLength(given('r') ?? '50%', diagonal) ?? 0;
  if (!(r > 0)) return solid;
  const focus = insideCircle(
    given('fx') === undefined ? cx : across('fx', '50%'),
    given('fy') === undefined ? cy : down('fy', '50%'),
    cx,
    cy,
    r,
  );
  return { kind: 'paint', paint: { kind: 'radial', geometry: [cx, cy, r, ...focus], stops, transform } };
}

function chainOf(id: string, byId: ReadonlyMap<string, ElementNode>): readonly ElementNode[] {
  const chain: ElementNode[] = [];
  for (let next = byId.get(id); next !== undefined && chain.length < MAX_REFERENCES; ) {
    chain.push(next);
    const href: string = next.attributes.href ?? next.attributes['xlink:href'] ?? '';
    next = href.startsWith('#') ? byId.get(href.slice(1)) : undefined;
  }
  return chain;
}

/** Of the first gradient of the chain that has any. Offsets never go back. */
function stopsOf(chain: readonly ElementNode[], context: GradientContext): { offset: number; color: Color }[] {
  for (const element of chain) {
    const found = element.children.filter(
      (child): child is ElementNode => child.kind === 'element' && child.name === 'stop',
    );
    if (found.length === 0) continue;
    let offset = 0;
    return found.slice(0, MAX_STOPS).map((stop) => {
      const properties = propertiesOf(stop);
      offset = Math.max(offset, shareOf(properties.get('offset')) ?? 0);
      const color = colorOf(properties.get('stop-color') ?? 'black', context.currentColor) ?? {
        r: 0,
        g: 0,
        b: 0,
        alpha: 1,
      };
      const opacity = (shareOf(properties.get('stop-opacity')) ?? 1) * context.opacity;
      return { offset, color: { ...color, alpha: color.alpha * opacity } };
    });
  }
  return [];
}

/** A focal point outside the circle is moved onto it, a little inside. */
function insideCircle(fx: number, fy: number, cx: number, cy: number, r: number): readonly [number, number] {
  const distance = Math.sqrt((fx - cx) ** 2 + (fy - cy) ** 2);
  const most = r * 0.999;
  if (distance <= most) return [fx, fy];
  return [cx + ((fx - cx) * most) / distance, cy + ((fy - cy) * most) / distance];
}
