import { assertNever } from '../../base/assert-never.ts';
import type { Insets } from '../../base/geometry.ts';
import type { Pt } from '../../base/units.ts';
import { formatCounter } from '../../document/style/counters.ts';
import type { StyledElement, StyledPageCounter } from '../../document/types.ts';
import type { InlineContent, InlineItem } from '../../text/types.ts';
import { boxEdges } from '../box-geometry.ts';
import type { Box, Fragment, InlineNode, InlineSource, Space } from '../types.ts';

/** Of the margin box of an atom. */
export interface AtomSize {
  readonly width: Pt;
  readonly ascent: Pt;
  readonly descent: Pt;
}

/** What inline content depends on besides its source. */
export interface InlineSpace {
  /** Content width of the block container. */
  readonly inlineSize: Pt;
  readonly page: Space['page'];
}

/**
 * Inline content for one width: percentages resolved, atoms measured, page numbers filled in. Where nothing of this is in
 * the source, it is the same object each time, kept in `known`, so that the paragraph is prepared once.
 */
export function inlineContent(
  source: InlineSource,
  at: InlineSpace,
  atomSize: (box: Box) => AtomSize,
  known: Map<InlineSource, InlineContent>,
): InlineContent {
  const found = known.get(source);
  if (found !== undefined) return found;
  const content = makeContent(source, at, atomSize);
  if (source.nodes.every(isFixed)) known.set(source, content);
  return content;
}

function isFixed(node: InlineNode): boolean {
  switch (node.kind) {
    case 'text':
    case 'break':
    case 'anchor':
      return true;
    case 'atom':
    case 'page-counter':
      return false;
    case 'open':
    case 'close': {
      const { margin, padding } = node.element.style;
      const side = node.kind === 'open' ? 'left' : 'right';
      const outer = margin[side];
      return !node.isEdge || ((outer === 'auto' || outer.percent === 0) && padding[side].percent === 0);
    }
    default:
      return assertNever(node);
  }
}

function makeContent(source: InlineSource, at: InlineSpace, atomSize: (box: Box) => AtomSize): InlineContent {
  const items = source.nodes.map((node): InlineItem => {
    switch (node.kind) {
      case 'text':
        return {
          kind: 'text',
          text: node.text.text,
          style: node.owner.style,
          owner: node.owner,
          places: node.text.places,
        };
      case 'break':
        return { kind: 'break', owner: node.owner };
      case 'anchor':
        return { kind: 'anchor', element: node.box.element };
      case 'page-counter': {
        const text = formatCounter(counterValue(node.counter, at.page), node.counter.style);
        return { kind: 'page-counter', text, style: node.owner.style, owner: node.owner };
      }
      case 'open':
      case 'close': {
        const width = node.isEdge ? edge(node.element, node.kind, at.inlineSize) : 0;
        return { kind: node.kind, element: node.element, edge: width };
      }
      case 'atom':
        return atom(node.box.element, atomSize(node.box));
      default:
        return assertNever(node);
    }
  });
  return { items, style: source.style, lang: source.lang };
}

/** 0 until the page of the target is known. */
function counterValue({ counter, target }: StyledPageCounter, page: Space['page']): number {
  if (counter === 'pages') return page.count;
  return target === undefined ? page.number : (page.targets?.get(target) ?? 0);
}

function atom(element: StyledElement, { width, ascent, descent }: AtomSize): InlineItem {
  return { kind: 'atom', element, width, ascent, descent };
}

export function atomSize(fragment: Fragment): AtomSize {
  const { rect, margin } = fragment;
  const width = rect.width + margin.left + margin.right;
  const baseline = atomBaseline(fragment);
  if (baseline === undefined)
    return { width, ascent: Math.max(0, rect.height + margin.top + margin.bottom), descent: 0 };
  return { width, ascent: margin.top + baseline, descent: rect.height - baseline + margin.bottom };
}

/** From the border-box top; `undefined`: the bottom margin edge. CSS 2.2, section 10.8.1; CSS Flexbox 1, section 8.5. */
function atomBaseline({ element, content, firstBaseline, lastBaseline }: Fragment): Pt | undefined {
  if (content !== undefined) return undefined;
  const { display, overflow } = element.style;
  if (display === 'inline-flex' || display === 'inline-table') return firstBaseline;
  return overflow === 'visible' ? lastBaseline : undefined;
}

function edge(element: StyledElement, kind: 'open' | 'close', inlineSize: Pt): Pt {
  const { margin, border, padding } = boxEdges(element.style, inlineSize);
  const side: keyof Insets = kind === 'open' ? 'left' : 'right';
  const outer = margin[side];
  return (outer === 'auto' ? 0 : outer) + border[side] + padding[side];
}
