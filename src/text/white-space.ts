import type { ComputedStyle } from '../document/types.ts';
import type { InlineItem } from './types.ts';

/** Text after a step, with the offset in the item's own text that each UTF-16 unit came from. */
export interface ProcessedText {
  readonly text: string;
  /** `undefined`: the text is unchanged. */
  readonly sources: Uint32Array | undefined;
}

/** What stands before the next character on the line, as far as collapsing goes. */
type Before = 'line-start' | 'collapsible-space' | 'other';

/**
 * CSS Text 3, section 4.1.1, over the whole paragraph: a collapsible space after another one is removed, also across
 * inline elements; those at the start of the paragraph and after a forced break go too. Those at line ends are left for
 * line building. One entry for each item; items without text have none.
 */
export function processWhiteSpace(items: readonly InlineItem[]): readonly (ProcessedText | undefined)[] {
  let before: Before = 'line-start';
  return items.map((item) => {
    switch (item.kind) {
      case 'text': {
        const result = processText(item.text, item.style.whiteSpace, before);
        before = result.before;
        return result.processed;
      }
      case 'page-counter':
        before = 'other';
        return { text: item.text, sources: undefined };
      case 'atom':
        before = 'other';
        return undefined;
      case 'break':
        before = 'line-start';
        return undefined;
      default:
        return undefined;
    }
  });
}

function processText(
  text: string,
  whiteSpace: ComputedStyle['whiteSpace'],
  before: Before,
): { readonly processed: ProcessedText; readonly before: Before } {
  if (text === '') return { processed: { text, sources: undefined }, before };
  if (whiteSpace === 'pre' || whiteSpace === 'pre-wrap') {
    return { processed: { text, sources: undefined }, before: text.endsWith('\n') ? 'line-start' : 'other' };
  }
  const startsCollapsed = before !== 'other' && text.startsWith(' ');
  if (!startsCollapsed && !/[\t\n\r]| {2}/.test(text)) {
    return { processed: { text, sources: undefined }, before: text.endsWith(' ') ? 'collapsible-space' : 'other' };
  }
  const sources: number[] = [];
  let result = '';
  let state = before;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n' && whiteSpace === 'pre-line') {
      result += '\n';
      sources.push(at);
      state = 'line-start';
    } else if (character === ' ' || character === '\t' || character === '\n' || character === '\r') {
      if (state !== 'other') continue;
      result += ' ';
      sources.push(at);
      state = 'collapsible-space';
    } else {
      result += character;
      sources.push(at);
      state = 'other';
    }
  }
  return { processed: { text: result, sources: Uint32Array.from(sources) }, before: state };
}
