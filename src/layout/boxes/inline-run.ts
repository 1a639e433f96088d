import type { ComputedStyle, LengthPercentage, StyledElement } from '../../document/types.ts';
import { showsPageNumbers } from '../page-numbers.ts';
import type { InlineNode, InlineSource } from '../types.ts';
import { flowOf } from './flow-of.ts';

const isZero = (value: LengthPercentage | 'auto'): boolean => value !== 'auto' && value.pt === 0 && value.percent === 0;

function hasInlineEdges({ margin, border, padding }: ComputedStyle): boolean {
  return (
    border.left.width > 0 ||
    border.right.width > 0 ||
    !isZero(padding.left) ||
    !isZero(padding.right) ||
    (margin.left !== 'auto' && !isZero(margin.left)) ||
    (margin.right !== 'auto' && !isZero(margin.right))
  );
}

/** White space that CSS Text 3, section 4, would take away completely. */
function isCollapsible(text: string, style: ComputedStyle): boolean {
  switch (style.whiteSpace) {
    case 'normal':
    case 'nowrap':
      return /^[ \t\n\r\f]*$/.test(text);
    case 'pre-line':
      return /^[ \t\r\f]*$/.test(text);
    case 'pre':
    case 'pre-wrap':
      return text === '';
  }
}

/** CSS 2.2, section 9.4.2: a line box without text, preserved white space, edges or atoms counts as not there. */
export function makesLines(nodes: readonly InlineNode[]): boolean {
  return nodes.some((node) => {
    switch (node.kind) {
      case 'text':
        return !isCollapsible(node.text.text, node.owner.style);
      case 'open':
      case 'close':
        return node.isEdge && hasInlineEdges(node.element.style);
      case 'anchor':
        // A note without a call needs a line that says on which page it belongs, an initial letter one that it is part of.
        return flowOf(node.box) === 'footnote' || flowOf(node.box) === 'initial-letter';
      default:
        return true;
    }
  });
}

const hasCounter = (node: InlineNode): boolean =>
  node.kind === 'page-counter' || (node.kind === 'atom' && showsPageNumbers(node.box));

export function inlineSource(nodes: readonly InlineNode[], container: StyledElement, lang: string): InlineSource {
  return {
    nodes,
    style: container.style,
    lang,
    hasCounters: nodes.some(hasCounter),
    anchors: nodes.flatMap((node) => (node.kind === 'anchor' ? [node.box] : [])),
  };
}
