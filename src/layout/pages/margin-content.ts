import type { ContentPart, StyledElement, StyledMarginBox, StyledNode } from '../../document/types.ts';
import { anonymousElement } from '../boxes/anonymous.ts';
import { blockContainer, generateBox } from '../boxes/generate-boxes.ts';
import type { Generation, RunningElement } from '../boxes/generation.ts';
import type { Box, Fragment } from '../types.ts';
import type { FilledMarginBox } from './margin-boxes.ts';
import type { StringPart } from './named-strings.ts';

/** Makes the boxes of running elements, each once. */
export type RunningBoxes = (running: RunningElement) => Box;

export function createRunningBoxes(generation: Generation): RunningBoxes {
  const made = new Map<number, Box>();
  return (running) => {
    let box = made.get(running.element.id);
    if (box === undefined) {
      box = generateBox(running.element, { lang: running.lang }, generation);
      made.set(running.element.id, box);
    }
    return box;
  };
}

/** What names stand for on one page. */
export interface NamesOnPage {
  readonly element: (part: NamedPart) => RunningElement | undefined;
  readonly string: (part: NamedPart) => readonly StringPart[];
  readonly lang: string;
}

/** A margin box with what its `content` shows on one page: text in a line, running elements one below the other. */
export function fillMarginBox(
  styled: StyledMarginBox,
  page: NamesOnPage,
  boxes: RunningBoxes,
  generation: Generation,
): FilledMarginBox {
  const { element } = styled;
  const around = { lang: page.lang };
  const hasElements = element.style.content.some((part) => part.kind === 'element');
  const container = (of: StyledElement, nodes: readonly StyledNode[], anonymous: boolean): Box =>
    blockContainer(of, nodes, { anonymous, around }, generation);
  const nodes = (part: ContentPart): readonly StyledNode[] => textNodes(element, part, page);
  if (!hasElements) return { styled, box: container(element, element.style.content.flatMap(nodes), false) };

  const children: Box[] = [];
  let run: StyledNode[] = [];
  const endRun = (): void => {
    if (run.length > 0) children.push(container(anonymousElement(element, 'block'), run, true));
    run = [];
  };
  for (const part of element.style.content) {
    if (part.kind !== 'element') {
      run.push(...nodes(part));
      continue;
    }
    endRun();
    const running = page.element(part);
    if (running !== undefined) children.push(boxes(running));
  }
  endRun();
  return { styled, box: { kind: 'block', element, anonymous: false, marker: undefined, children } };
}

type NamedPart = Extract<ContentPart, { kind: 'element' | 'named-string' }>;

function textNodes(element: StyledElement, part: ContentPart, page: NamesOnPage): readonly StyledNode[] {
  if (part.kind === 'element') return [];
  const parts = part.kind === 'named-string' ? page.string(part) : [part];
  return parts.map((one) => textNode(element, one));
}

function textNode(element: StyledElement, part: StringPart): StyledNode {
  return part.kind === 'text'
    ? { kind: 'text', id: element.id, text: part.text, places: [] }
    : { kind: 'page-counter', id: element.id, counter: part.counter, target: part.target, style: part.style };
}

/**
 * Marks running elements that were shown before as repeated: only the first is content. Adds those that are shown now.
 */
export function markRepeated(fragment: Fragment, running: ReadonlySet<number>, shown: Set<number>): Fragment {
  if (running.has(fragment.element.id) && !fragment.anonymous) {
    const isRepeated = shown.has(fragment.element.id);
    shown.add(fragment.element.id);
    return isRepeated ? { ...fragment, repeated: true } : fragment;
  }
  if (fragment.children.length === 0) return fragment;
  return { ...fragment, children: fragment.children.map((child) => markRepeated(child, running, shown)) };
}
