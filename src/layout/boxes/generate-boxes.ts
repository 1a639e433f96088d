import type { StyledElement, StyledNode } from '../../document/types.ts';
import type { BlockBox, Box, ColumnsBox, FlexBox, InlineNode, ParagraphBox, ReplacedBox } from '../types.ts';
import { anonymousElement, laterAnonymousBlock } from './anonymous.ts';
import { flowOfElement } from './flow-of.ts';
import { enter, type Generation, isInlineLevel, isTablePart, type Surroundings } from './generation.ts';
import { inlineSource, makesLines } from './inline-run.ts';
import { generateTable } from './table-boxes.ts';

/** The box of an element that stands as a block: its own `display: inline` counts as `block`. */
export function generateBox(element: StyledElement, around: Surroundings, generation: Generation): Box {
  const inside = enter(element, around);
  const replaced = replacedBox(element, generation);
  if (replaced !== undefined) return replaced;
  switch (element.style.display) {
    case 'flex':
    case 'inline-flex':
      return flexBox(element, inside, generation);
    case 'table':
    case 'inline-table':
      return generateTable(element, { children: element.children, anonymous: false }, inside, generation, generateCell);
    default:
      return container(element, element.children, { anonymous: false, around: inside }, generation);
  }
}

const generateCell = (
  element: StyledElement,
  children: readonly StyledNode[],
  cell: { readonly anonymous: boolean; readonly around: Surroundings },
  generation: Generation,
): Box => {
  const around = cell.anonymous ? cell.around : enter(element, cell.around);
  return container(element, children, { anonymous: cell.anonymous, around }, generation);
};

function replacedBox(element: StyledElement, generation: Generation): ReplacedBox | undefined {
  const replaced = generation.replaced.get(element.id);
  if (replaced === undefined) return undefined;
  return { kind: 'replaced', element, anonymous: false, marker: undefined, replaced };
}

/** A block container, which is a multi-column container where its style asks for columns. */
function container(
  element: StyledElement,
  children: readonly StyledNode[],
  options: { readonly anonymous: boolean; readonly around: Surroundings },
  generation: Generation,
): BlockBox | ParagraphBox | ColumnsBox {
  const { columnCount, columnWidth } = element.style;
  const isMultiColumn = columnCount !== 'auto' || columnWidth !== 'auto';
  if (!isMultiColumn || options.anonymous) return blockContainer(element, children, options, generation);
  const { marker, rest } = takeMarker(element, children, options.around, generation);
  const inner = anonymousElement(element, 'block');
  const content = blockContainer(inner, rest, { ...options, anonymous: true }, generation);
  return { kind: 'columns', element, anonymous: false, marker, content };
}

type Part =
  | { readonly kind: 'run'; readonly nodes: readonly InlineNode[] }
  | { readonly kind: 'box'; readonly box: Box };

/** A block container: one paragraph, or block-level boxes with the stray inline runs in anonymous paragraphs. */
export function blockContainer(
  element: StyledElement,
  children: readonly StyledNode[],
  options: { readonly anonymous: boolean; readonly around: Surroundings },
  generation: Generation,
): BlockBox | ParagraphBox {
  const { around, anonymous } = options;
  const { marker, rest } = takeMarker(element, children, around, generation);
  const parts = splitParts(element, rest, around, generation);
  const only = parts[0];
  if (parts.length === 1 && only?.kind === 'run') {
    return { kind: 'paragraph', element, anonymous, marker, inline: inlineSource(only.nodes, element, around.lang) };
  }
  const boxes = parts.map((part, index) => {
    if (part.kind === 'box') return part.box;
    const stand = index === 0 ? anonymousElement(element, 'block') : laterAnonymousBlock(element);
    return anonymousParagraph(stand, part.nodes, around);
  });
  return { kind: 'block', element, anonymous, marker, children: boxes };
}

function anonymousParagraph(element: StyledElement, nodes: readonly InlineNode[], around: Surroundings): ParagraphBox {
  const inline = inlineSource(nodes, element, around.lang);
  return { kind: 'paragraph', element, anonymous: true, marker: undefined, inline };
}

/** CSS Lists 3, section 3.1: an outside marker stands beside the first line and is no part of it. */
function takeMarker(
  element: StyledElement,
  children: readonly StyledNode[],
  around: Surroundings,
  generation: Generation,
): { readonly marker: ParagraphBox | undefined; readonly rest: readonly StyledNode[] } {
  const first = children[0];
  const isOutside =
    first?.kind === 'element' && first.name === '::marker' && element.style.listStylePosition === 'outside';
  if (!isOutside) return { marker: undefined, rest: children };
  const box = blockContainer(first, first.children, { anonymous: false, around }, generation);
  return { marker: box.kind === 'paragraph' ? box : undefined, rest: children.slice(1) };
}

/** Inline runs and block-level boxes in order. A block inside an inline element cuts it in two: CSS 2.2, section 9.2.1.1. */
function splitParts(
  container: StyledElement,
  children: readonly StyledNode[],
  around: Surroundings,
  generation: Generation,
): readonly Part[] {
  const parts: Part[] = [];
  const open: StyledElement[] = [];
  let nodes: InlineNode[] = [];
  const endRun = (): void => {
    const cut = [...open].reverse().map((element) => ({ kind: 'close', element, isEdge: false }) as const);
    const run = [...nodes, ...cut];
    if (makesLines(run)) parts.push({ kind: 'run', nodes: run });
    // Without a line they stand among the blocks.
    else for (const node of nodes) if (node.kind === 'anchor') parts.push({ kind: 'box', box: node.box });
    nodes = open.map((element) => ({ kind: 'open', element, isEdge: false }) as const);
  };
  const addBox = (box: Box): void => {
    endRun();
    parts.push({ kind: 'box', box });
  };
  const visit = (node: StyledNode, owner: StyledElement, place: Surroundings): void => {
    if (node.kind === 'text') {
      nodes.push({ kind: 'text', text: node, owner });
      return;
    }
    if (node.kind === 'page-counter') {
      nodes.push({ kind: 'page-counter', counter: node, owner });
      generation.counters.push({ counter: node, owner });
      return;
    }
    if (liftRunning(node, place, generation)) return;
    if (node.name === 'br') {
      nodes.push({ kind: 'break', owner: node });
      return;
    }
    if (flowOfElement(node) !== 'in-flow') {
      const box = generateBox(node, place, generation);
      if (flowOfElement(node) === 'footnote') generation.notes.set(node.id, box);
      nodes.push({ kind: 'anchor', box });
      return;
    }
    if (!isInlineLevel(node)) {
      addBox(generateBox(node, place, generation));
      return;
    }
    if (node.style.display !== 'inline' || generation.replaced.has(node.id)) {
      nodes.push({ kind: 'atom', box: generateBox(node, place, generation) });
      return;
    }
    const inside = enter(node, place);
    nodes.push({ kind: 'open', element: node, isEdge: true });
    open.push(node);
    visitAll(node.children, node, inside);
    open.pop();
    nodes.push({ kind: 'close', element: node, isEdge: true });
  };
  /** Table parts without a table get one: CSS 2.2, section 17.2.1. */
  const visitAll = (list: readonly StyledNode[], owner: StyledElement, place: Surroundings): void => {
    for (let at = 0; at < list.length; at++) {
      const node = list[at]!; // at < list.length
      const end = tablePartsEnd(list, at);
      if (end === at) {
        visit(node, owner, place);
        continue;
      }
      const table = anonymousElement(owner, 'table');
      const children = list.slice(at, end);
      addBox(generateTable(table, { children, anonymous: true }, place, generation, generateCell));
      at = end - 1;
    }
  };
  visitAll(children, container, around);
  endRun();
  return parts;
}

/** End of the run of table parts (and white space between them) that begins at `start`; `start` when there is none. */
function tablePartsEnd(list: readonly StyledNode[], start: number): number {
  let end = start;
  for (let at = start; at < list.length; at++) {
    const node = list[at]!; // at < list.length
    if (node.kind === 'element' && isTablePart(node.style.display) && node.style.position.kind === 'static')
      end = at + 1;
    else if (end === start || node.kind !== 'text' || node.text.trim() !== '') break;
  }
  return end;
}

/** Takes a running element out of the flow. */
function liftRunning(element: StyledElement, around: Surroundings, generation: Generation): boolean {
  const { position } = element.style;
  if (position.kind !== 'running') return false;
  generation.running.push({ name: position.name, element, lang: around.lang });
  return true;
}

/** CSS Flexbox 1, section 4: each child is an item, each run of text an anonymous one, white space alone none. */
function flexBox(element: StyledElement, around: Surroundings, generation: Generation): FlexBox {
  const { marker, rest } = takeMarker(element, element.children, around, generation);
  const children: Box[] = [];
  let nodes: InlineNode[] = [];
  const endRun = (): void => {
    if (makesLines(nodes)) children.push(anonymousParagraph(anonymousElement(element, 'block'), nodes, around));
    nodes = [];
  };
  for (const child of rest) {
    if (child.kind === 'text') nodes.push({ kind: 'text', text: child, owner: element });
    else if (child.kind === 'page-counter') {
      nodes.push({ kind: 'page-counter', counter: child, owner: element });
      generation.counters.push({ counter: child, owner: element });
    } else if (child.name === 'br') nodes.push({ kind: 'break', owner: child });
    else if (!liftRunning(child, around, generation)) {
      endRun();
      children.push(generateBox(child, around, generation));
    }
  }
  endRun();
  return { kind: 'flex', element, anonymous: false, marker, children };
}
