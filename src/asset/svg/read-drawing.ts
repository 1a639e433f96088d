import type { Color } from '../../base/color.ts';
import { BLACK } from '../../base/color.ts';
import type { Path, Rect } from '../../base/geometry.ts';
import type { ElementNode } from '../../document/types.ts';
import type { DrawingNode, Paint, VectorDrawing } from '../types.ts';
import { pathBounds } from './bounds.ts';
import { readGradient } from './gradient.ts';
import { MAX_COMMANDS, MAX_NODES, MAX_REFERENCES } from './limits.ts';
import { readPathData } from './path-data.ts';
import { scanSvg } from './scan-svg.ts';
import { ellipsePath, linePath, pointsPath, rectPath } from './shapes.ts';
import { readSvgLength } from './svg-length.ts';
import { inheritStyle, initialStyle, type PaintValue, propertiesOf, type SvgStyle, shareOf } from './svg-style.ts';
import { isIdentity, readTransform } from './transform.ts';
import { readViewport } from './viewport.ts';

export type DrawingResult =
  | { readonly kind: 'drawing'; readonly drawing: VectorDrawing }
  /** Harmless, but not drawn as vectors: it can be drawn as pixels. */
  | { readonly kind: 'unsupported'; readonly feature: string }
  | { readonly kind: 'refused'; readonly feature: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'too-complex' };

export interface DrawingColors {
  /** `currentColor`. */
  readonly color: Color;
  /** Of shapes that name none. */
  readonly fill?: Color;
}

/** Elements that draw nothing by themselves. */
const SILENT = new Set([
  'title',
  'desc',
  'metadata',
  'defs',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'symbol',
  'marker',
  'mask',
  'pattern',
  'filter',
]);
const TEXT = new Set(['text', 'tspan', 'textPath']);
/** Properties whose effect is not drawn, with the values that have none. */
const EFFECTS: Readonly<Record<string, readonly string[]>> = {
  'clip-path': ['none'],
  mask: ['none'],
  filter: ['none'],
  'marker-start': ['none'],
  'marker-mid': ['none'],
  'marker-end': ['none'],
  marker: ['none'],
  'mix-blend-mode': ['normal'],
  'vector-effect': ['none'],
  'transform-origin': [],
};

interface DrawingContext {
  readonly byId: ReadonlyMap<string, ElementNode>;
  readonly viewBox: Rect;
  commands: number;
  nodes: number;
  /** The first thing that could not be drawn; drawing ends with it. */
  problem: Exclude<DrawingResult, { readonly kind: 'drawing' }> | undefined;
}

/** The tree of an `svg` element as a drawing. Contract 11: what is not read is named, never left out in silence. */
export function readDrawing(root: ElementNode, colors: DrawingColors): DrawingResult {
  if (root.name !== 'svg') return { kind: 'refused', feature: `<${root.name}>` };
  const scanned = scanSvg(root);
  if (scanned.kind !== 'scanned') return scanned;
  const viewport = readViewport(root);
  if (viewport === undefined) return { kind: 'refused', feature: `viewBox="${root.attributes.viewBox ?? ''}"` };
  if (viewport.isCut) return { kind: 'unsupported', feature: 'preserveAspectRatio="… slice"' };
  const context: DrawingContext = {
    byId: scanned.byId,
    viewBox: viewport.viewBox,
    commands: 0,
    nodes: 0,
    problem: undefined,
  };
  const properties = propertiesOf(root);
  const style = inheritStyle(initialStyle(colors.color, colors.fill ?? BLACK), properties, lengthIn(context));
  const children = drawChildren(root, style, 0, context);
  if (context.problem !== undefined) return context.problem;
  const opacity = shareOf(properties.get('opacity')) ?? 1;
  const { box, natural, transform } = viewport;
  const isPlain = opacity === 1 && isIdentity(transform);
  const nodes: readonly DrawingNode[] = isPlain ? children : [{ kind: 'group', transform, opacity, children }];
  return { kind: 'drawing', drawing: { viewBox: box, natural, children: nodes } };
}

function drawChildren(parent: ElementNode, style: SvgStyle, uses: number, context: DrawingContext): DrawingNode[] {
  const drawn: DrawingNode[] = [];
  for (const child of parent.children) {
    if (child.kind !== 'element') continue;
    if (context.problem !== undefined) break;
    drawn.push(...drawElement(child, style, uses, context));
  }
  return drawn;
}

function drawElement(element: ElementNode, parent: SvgStyle, uses: number, context: DrawingContext): DrawingNode[] {
  const { name } = element;
  // Elements of other name spaces are notes of editors.
  if (SILENT.has(name) || name.includes(':')) return [];
  const properties = propertiesOf(element);
  if (properties.get('display') === 'none') return [];
  context.nodes += 1;
  if (context.nodes > MAX_NODES) return stop(context, { kind: 'too-complex' });
  if (TEXT.has(name)) return stop(context, { kind: 'text' });
  const effect = effectOf(properties);
  if (effect !== undefined) return stop(context, { kind: 'unsupported', feature: effect });
  const transform = readTransform(properties.get('transform') ?? '');
  if (transform === undefined) return stop(context, { kind: 'unsupported', feature: 'transform' });

  const style = inheritStyle(parent, properties, lengthIn(context));
  const opacity = shareOf(properties.get('opacity')) ?? 1;
  if (name === 'g' || name === 'a') {
    return group(drawChildren(element, style, uses, context), transform, opacity);
  }
  if (name === 'use') return group(drawUse(element, properties, style, uses, context), transform, opacity);
  const path = shapePath(name, properties, context);
  if (path === undefined) return stop(context, { kind: 'unsupported', feature: `<${name}>` });
  context.commands += path.length;
  if (context.commands > MAX_COMMANDS) return stop(context, { kind: 'too-complex' });
  const shape = paintShape(path, style, opacity, context);
  return shape === undefined ? [] : group([shape], transform, 1);
}

function stop(context: DrawingContext, problem: NonNullable<DrawingContext['problem']>): [] {
  context.problem ??= problem;
  return [];
}

function group(children: DrawingNode[], transform: ReturnType<typeof readTransform>, opacity: number): DrawingNode[] {
  if (children.length === 0 || transform === undefined) return [];
  return opacity === 1 && isIdentity(transform) ? children : [{ kind: 'group', transform, opacity, children }];
}

/** A copy of a shape or group of the same file. SVG 2, section 5.5. */
function drawUse(
  element: ElementNode,
  properties: ReadonlyMap<string, string>,
  style: SvgStyle,
  uses: number,
  context: DrawingContext,
): DrawingNode[] {
  const href = element.attributes.href ?? element.attributes['xlink:href'] ?? '';
  const target = context.byId.get(href.slice(1));
  if (target === undefined) return [];
  if (uses >= MAX_REFERENCES) return stop(context, { kind: 'too-complex' });
  if (target.name === 'symbol' || target.name === 'svg') {
    return stop(context, { kind: 'unsupported', feature: `<use> → <${target.name}>` });
  }
  const x = readSvgLength(properties.get('x'), context.viewBox.width) ?? 0;
  const y = readSvgLength(properties.get('y'), context.viewBox.height) ?? 0;
  return group(drawElement(target, style, uses + 1, context), [1, 0, 0, 1, x, y], 1);
}

/** `undefined` when the element is no basic shape. SVG 2, chapter 10. */
function shapePath(name: string, properties: ReadonlyMap<string, string>, context: DrawingContext): Path | undefined {
  const { viewBox } = context;
  const across = (key: string): number => readSvgLength(properties.get(key), viewBox.width) ?? 0;
  const down = (key: string): number => readSvgLength(properties.get(key), viewBox.height) ?? 0;
  switch (name) {
    case 'path':
      return readPathData(pathText(properties.get('d')), MAX_COMMANDS - context.commands);
    case 'rect': {
      const rx = readSvgLength(properties.get('rx'), viewBox.width);
      const ry = readSvgLength(properties.get('ry'), viewBox.height);
      return rectPath(across('x'), down('y'), across('width'), down('height'), rx ?? ry ?? 0, ry ?? rx ?? 0);
    }
    case 'circle': {
      const r = lengthIn(context)(properties.get('r')) ?? 0;
      return ellipsePath(across('cx'), down('cy'), r, r);
    }
    case 'ellipse': {
      const rx = readSvgLength(properties.get('rx'), viewBox.width);
      const ry = readSvgLength(properties.get('ry'), viewBox.height);
      return ellipsePath(across('cx'), down('cy'), rx ?? ry ?? 0, ry ?? rx ?? 0);
    }
    case 'line':
      return linePath(across('x1'), down('y1'), across('x2'), down('y2'));
    case 'polyline':
    case 'polygon':
      return pointsPath(properties.get('points') ?? '', name === 'polygon');
    default:
      return undefined;
  }
}

/** In a `style` attribute the data are written `path("…")`. */
const pathText = (text: string | undefined): string =>
  /^path\(\s*["'](.*)["']\s*\)$/.exec(text ?? '')?.[1] ?? text ?? '';

function paintShape(path: Path, style: SvgStyle, opacity: number, context: DrawingContext): DrawingNode | undefined {
  if (path.length === 0 || !style.isVisible || opacity === 0) return undefined;
  const fill = resolvePaint(style.fill, style.fillOpacity, style, path, context);
  const paint =
    style.strokeWidth > 0 ? resolvePaint(style.stroke, style.strokeOpacity, style, path, context) : undefined;
  if (paint !== undefined && style.dash.length > 0 && style.dashOffset !== 0) {
    stop(context, { kind: 'unsupported', feature: 'stroke-dashoffset' });
    return undefined;
  }
  if (fill === undefined && paint === undefined) return undefined;
  const { strokeWidth: width, cap, join, miterLimit, dash, fillRule } = style;
  const stroke = paint === undefined ? undefined : { paint, width, cap, join, miterLimit, dash };
  return { kind: 'shape', path, fill, fillRule, stroke, opacity };
}

function resolvePaint(
  value: PaintValue,
  opacity: number,
  style: SvgStyle,
  path: Path,
  context: DrawingContext,
): Paint | undefined {
  const flat = (color: Color | undefined): Paint | undefined =>
    color === undefined || color.alpha * opacity === 0
      ? undefined
      : { kind: 'color', color: { ...color, alpha: color.alpha * opacity } };
  if (value.kind === 'none') return undefined;
  if (value.kind === 'color') return flat(value.color);
  const { byId, viewBox } = context;
  if (!byId.has(value.id)) return flat(value.fallback);
  const result = readGradient(value.id, {
    byId,
    viewBox,
    opacity,
    currentColor: style.color,
    bounds: pathBounds(path),
  });
  if (result.kind === 'paint') return result.paint;
  stop(context, result);
  return undefined;
}

function effectOf(properties: ReadonlyMap<string, string>): string | undefined {
  for (const [name, harmless] of Object.entries(EFFECTS)) {
    const value = properties.get(name);
    if (value !== undefined && value !== '' && !harmless.includes(value)) return name;
  }
  const order = properties.get('paint-order');
  return order !== undefined && /^(stroke|markers)/.test(order) ? 'paint-order' : undefined;
}

/** A length that is neither across nor down counts its percentages from the diagonal. SVG 2, section 8.9. */
function lengthIn(context: { readonly viewBox: Rect }): (text: string | undefined) => number | undefined {
  const { width, height } = context.viewBox;
  return (text) => readSvgLength(text, Math.sqrt((width ** 2 + height ** 2) / 2));
}
