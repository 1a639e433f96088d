import type { StyledElement, StyledMarginBox, StyledNode } from '../../document/types.ts';
import { anonymousElement } from '../boxes/anonymous.ts';
import { blockContainer, generateBox } from '../boxes/generate-boxes.ts';
import type { Generation, RunningElement } from '../boxes/generation.ts';
import type { Box, Fragment } from '../types.ts';
import type { FilledMarginBox } from './margin-boxes.ts';

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

/** A margin box with what its `content` shows on one page: text in a line, running elements one below the other. */
export function fillMarginBox(
  styled: StyledMarginBox,
  page: { readonly find: (name: string) => RunningElement | undefined; readonly lang: string },
  boxes: RunningBoxes,
  generation: Generation,
): FilledMarginBox {
  const { element } = styled;
  const around = { lang: page.lang };
  const hasElements = element.style.content.some((part) => part.kind === 'element');
  const container = (of: StyledElement, nodes: readonly StyledNode[], anonymous: boolean): Box =>
    blockContainer(of, nodes, { anonymous, around }, generation);
  if (!hasElements) return { styled, box: container(element, textNodes(element), false) };

  const children: Box[] = [];
  let run: StyledNode[] = [];
  const endRun = (): void => {
    if (run.length > 0) children.push(container(anonymousElement(element, 'block'), run, true));
    run = [];
  };
  for (const part of element.style.content) {
    if (part.kind !== 'element') {
      run.push(textNode(element, part));
      continue;
    }
    endRun();
    const running = page.find(part.name);
    if (running !== undefined) children.push(boxes(running));
  }
  endRun();
  return { styled, box: { kind: 'block', element, anonymous: false, marker: undefined, children } };
}

type TextPart = Exclude<StyledElement['style']['content'][number], { kind: 'element' }>;

const textNodes = (element: StyledElement): readonly StyledNode[] =>
  element.style.content.flatMap((part) => (part.kind === 'element' ? [] : [textNode(element, part)]));

function textNode(element: StyledElement, part: TextPart): StyledNode {
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
