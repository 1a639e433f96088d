import type { Assets } from '../../src/asset/types.ts';
import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import type { ComputedStyle, StyledElement } from '../../src/document/types.ts';
import {
  blockEdges,
  borderBoxSize,
  boxEdges,
  clampSize,
  inlineEdges,
  resolveSize,
} from '../../src/layout/box-geometry.ts';
import { contributionOf } from '../../src/layout/contribution.ts';
import type { FlexContext } from '../../src/layout/flex/flex-context.ts';
import { flexIntrinsicWidths, layoutFlex } from '../../src/layout/flex/layout-flex.ts';
import { createSpaceMemory, sameLayout, sameWidths } from '../../src/layout/space-memory.ts';
import { layoutTable, tableIntrinsicWidths } from '../../src/layout/table/layout-table.ts';
import type {
  Box,
  FlexBox,
  Fragment,
  LayoutResult,
  Resume,
  SizingSpace,
  Space,
  TableBox,
} from '../../src/layout/types.ts';
import type { IntrinsicWidths } from '../../src/text/types.ts';
import { INITIAL_STYLE } from './initial-style.ts';

export const pt = (value: number) => ({ pt: value, percent: 0 });
export const percent = (value: number) => ({ pt: 0, percent: value });

let nextId = 0;
function fakeElement(style: Partial<ComputedStyle> = {}, children: readonly StyledElement[] = []): StyledElement {
  return {
    kind: 'element',
    id: nextId++,
    name: 'div',
    attributes: {},
    style: { ...INITIAL_STYLE, ...style },
    children,
    svg: undefined,
    place: undefined,
  };
}

/**
 * Content of squares of `unit` points: `count` of them fill the lines of a width from left to right, as words of
 * `word` squares that are never parted. Lines are `unit` high.
 */
interface Squares {
  readonly count: number;
  readonly word: number;
  readonly unit: number;
}

const contents = new Map<number, Squares>();

/** A box with nothing but squares in it. */
export function leaf(style: Partial<ComputedStyle> = {}, squares: Partial<Squares> = {}): Box {
  const element = fakeElement(style);
  contents.set(element.id, { count: 0, word: 1, unit: 10, ...squares });
  return { kind: 'block', element, anonymous: false, marker: undefined, children: [] };
}

export function flexBox(style: Partial<ComputedStyle>, children: readonly Box[]): FlexBox {
  const element = fakeElement(
    { display: 'flex', ...style },
    children.map((child) => child.element),
  );
  return { kind: 'flex', element, anonymous: false, marker: undefined, children };
}

/** A table of rows of cells; `[box, columnSpan, rowSpan]` for a spanning cell. */
export function tableBox(
  style: Partial<ComputedStyle>,
  groups: readonly {
    readonly kind: 'head' | 'body' | 'foot';
    readonly rows: readonly (readonly (Box | readonly [Box, number, number])[])[];
    readonly rowStyle?: (row: number) => Partial<ComputedStyle>;
  }[],
  caption?: Box,
): TableBox {
  return {
    kind: 'table',
    element: fakeElement({ display: 'table', ...style }),
    anonymous: false,
    marker: undefined,
    caption,
    columns: [],
    groups: groups.map((group) => {
      const taken = new Set<string>();
      return {
        kind: group.kind,
        element: fakeElement(),
        rows: group.rows.map((row, y) => {
          let column = 0;
          return {
            element: fakeElement(group.rowStyle?.(y) ?? {}),
            cells: row.map((cell) => {
              const [box, columnSpan, rowSpan] = 'kind' in cell ? [cell, 1, 1] : cell;
              while (taken.has(`${column} ${y}`)) column += 1;
              const placed = { box, column, columnSpan, rowSpan };
              for (let dy = 0; dy < rowSpan; dy++) {
                for (let dx = 0; dx < columnSpan; dx++) taken.add(`${column + dx} ${y + dy}`);
              }
              column += columnSpan;
              return placed;
            }),
          };
        }),
      };
    }),
  };
}

/** The least that flex and table need of a layout: leaves, and one another. */
export function fakeContext(onLayout: () => void = () => undefined): FlexContext {
  const widths = createSpaceMemory<IntrinsicWidths>(sameWidths);
  const context: FlexContext = {
    get assets(): Assets {
      throw new Error('no assets here');
    },
    reporter: createDiagnosticList(),
    lang: 'id',
    fragments: createSpaceMemory(sameLayout),
    plans: createSpaceMemory(sameLayout),
    layoutBox: (box, space, resume) => {
      onLayout();
      if (box.kind === 'flex') return layoutFlex(box, space, context, resume);
      if (box.kind === 'table') return layoutTable(box, space, context, resume);
      return layoutLeaf(box, space, resume);
    },
    intrinsicWidths: (box, space) =>
      widths(box, space, () => {
        if (box.kind === 'flex') return flexIntrinsicWidths(box, space, context);
        if (box.kind === 'table') return tableIntrinsicWidths(box, space, context);
        return leafWidths(box, space);
      }),
  };
  return context;
}

function leafWidths(box: Box, space: SizingSpace): IntrinsicWidths {
  const { count, word, unit } = contents.get(box.element.id)!;
  return contributionOf(box, space, () => ({ min: Math.min(word, count) * unit, max: count * unit }));
}

function layoutLeaf(box: Box, space: Space, resume: Resume | undefined): LayoutResult {
  const { style } = box.element;
  const { count, word, unit } = contents.get(box.element.id)!;
  const edges = boxEdges(style, space.inlineSize);
  const width =
    space.forcedWidth ??
    borderBoxSize(style, resolveSize(style.width, space.inlineSize), inlineEdges(edges)) ??
    space.inlineSize;
  const onLine = Math.max(1, Math.floor((width - inlineEdges(edges)) / (word * unit) + 1e-9)) * word;
  const all = Math.ceil(count / onLine);
  const from = resume?.kind === 'lines' ? resume.line : 0;
  const top = resume === undefined ? edges.border.top + edges.padding.top : 0;
  const room = Math.floor((space.blockLeft - top - edges.border.bottom - edges.padding.bottom) / unit + 1e-9);
  const fit = Math.min(all - from, Math.max(room, space.offset === 0 ? 1 : 0));
  const size = (value: typeof style.height | typeof style.maxHeight): number | undefined =>
    borderBoxSize(style, resolveSize(value, space.blockSize), blockEdges(edges));
  const isWhole = resume === undefined && fit === all;
  const content =
    fit * unit +
    (resume === undefined ? top : 0) +
    (from + fit === all ? edges.border.bottom + edges.padding.bottom : 0);
  const height = isWhole
    ? (space.forcedHeight ?? clampSize(size(style.height) ?? content, size(style.minHeight), size(style.maxHeight)))
    : content;
  if ((fit === 0 && all > 0) || (isWhole && height > space.blockLeft && space.offset > 0)) {
    return { fragment: undefined, resume: undefined, breakQuality: 0 };
  }
  const fixed = (value: number | 'auto'): number => (value === 'auto' ? 0 : value);
  const fragment: Fragment = {
    element: box.element,
    anonymous: false,
    rect: { x: 0, y: 0, width, height },
    margin: {
      top: fixed(edges.margin.top),
      right: fixed(edges.margin.right),
      bottom: fixed(edges.margin.bottom),
      left: fixed(edges.margin.left),
    },
    border: edges.border,
    padding: edges.padding,
    isFirst: resume === undefined,
    isLast: from + fit === all,
    children: [],
    lines: [],
    atoms: [],
    content: undefined,
    firstBaseline: fit > 0 ? top + unit * 0.8 : undefined,
    lastBaseline: fit > 0 ? top + (fit - 1) * unit + unit * 0.8 : undefined,
    repeated: false,
  };
  return {
    fragment,
    resume:
      from + fit < all
        ? { kind: 'lines', token: { item: 0, offset: 0, line: from + fit }, line: from + fit }
        : undefined,
    breakQuality: 0,
  };
}

export function fakeSpace(inlineSize: number, more: Partial<Space> = {}): Space {
  return {
    inlineSize,
    blockSize: undefined,
    blockLeft: Number.POSITIVE_INFINITY,
    offset: 0,
    page: { number: 1, count: 1 },
    ...more,
  };
}

/** `x y width height` of each child, in order. */
export function childRects(fragment: Fragment | undefined): readonly (readonly number[])[] {
  return (fragment?.children ?? []).map(({ rect }) => [rect.x, rect.y, rect.width, rect.height].map(rounded));
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
