import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fragment, Page } from '../../../src/layout/types.ts';
import { linesOf, pagesOf, placedFragments } from '../../support/laid-out.ts';

const CSS = `@page { size: 240pt 100pt; margin: 20pt } @page :first { margin: 20pt 30pt }
  i { float: footnote; orphans: 1; widows: 1 } i::footnote-call { content: "*" } i::footnote-marker { content: "* " } .b { break-before: page } .r { break-before: right } .k { break-inside: avoid }
  .f { display: flex } .f > * { flex: 1 } .c { columns: 2; column-gap: 10pt } table { border-spacing: 0 } td { padding: 0 }`;

/** One to eight words, any of which may have a note of one to twelve. Words are made when the document is written. */
const paragraph = fc.array(
  fc.record({ words: fc.integer({ min: 1, max: 4 }), note: fc.option(fc.integer({ min: 1, max: 12 })) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const block = fc.record({
  kind: fc.constantFrom('p', 'p', 'p', 'ul', 'table', 'flex', 'columns'),
  className: fc.constantFrom('', '', '', '', 'b', 'r', 'k'),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
});

interface Written {
  readonly html: string;
  /** Of the flow and of the notes, in the order of the source. */
  readonly flow: readonly string[];
  readonly notes: readonly (readonly string[])[];
}

function write(blocks: readonly (typeof block extends fc.Arbitrary<infer T> ? T : never)[]): Written {
  const flow: string[] = [];
  const notes: string[][] = [];
  const word = (letter: string, index: number): string => `${letter}${String(index).padStart(3, '0')}`;
  const text = (parts: readonly { readonly words: number; readonly note: number | null }[]): string =>
    parts
      .map(({ words, note }) => {
        const own = Array.from({ length: words }, () => word('t', flow.push('') - 1));
        for (const one of own) flow[Number(one.slice(1))] = one;
        if (note === null) return own.join(' ');
        const number = notes.length;
        const inside = Array.from({ length: note }, (_, index) => word(`n${number}x`, index));
        notes.push(inside);
        return `${own.join(' ')}<i>${inside.join(' ')}</i>`;
      })
      .join(' ');
  const html = blocks.map(({ kind, className, paragraphs }) => {
    const of = (name: string): string => paragraphs.map((one) => `<${name}>${text(one)}</${name}>`).join('');
    switch (kind) {
      case 'ul':
        return `<ul class="${className}">${of('li')}</ul>`;
      case 'table':
        return `<table class="${className}"><tr>${of('td')}</tr></table>`;
      case 'flex':
        return `<div class="f ${className}">${of('p')}</div>`;
      case 'columns':
        return `<div class="c ${className}">${of('p')}</div>`;
      default:
        return `<div class="${className}">${of('p')}</div>`;
    }
  });
  return { html: html.join(''), flow, notes };
}

/** Down to the lowest line, from the top of the page. */
function bottomOf(fragment: Fragment, top: number): number {
  const y = top + fragment.rect.y;
  const content = y + fragment.border.top + fragment.padding.top;
  const lines = fragment.lines.map((line) => content + line.top + line.height);
  const inside = [...fragment.children, ...fragment.atoms].map((child) => bottomOf(child, y));
  return Math.max(0, ...lines, ...inside);
}

const words = (text: string): readonly string[] => text.match(/\b[tn]\d+(?:x\d+)?\b/g) ?? [];

describe('footnotes of any text', () => {
  test('nothing is lost, nothing stands twice or over anything else; notes stand with their calls', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const { html, flow, notes } = write(blocks);
        const paged = pagesOf(html, CSS);
        const shown = linesOf(paged).map((lines) => words(lines.join(' ')));
        expect(shown.flat().sort()).toEqual([...flow, ...notes.flat()].sort());

        for (const page of paged.pages) expectApart(page);
        // Boxes side by side are cut each by itself, and their notes may be more than a page has room for.
        if (blocks.some(({ kind }) => kind !== 'p' && kind !== 'ul')) return;
        expect(shown.flat().filter((one) => one.startsWith('n'))).toEqual(notes.flat());
        expectTogether(paged);
      }),
      { numRuns: 40 },
    );
  });
});

function expectApart({ flow, footnotes, area }: Page): void {
  if (footnotes === undefined) return;
  expect(footnotes.rect.y + footnotes.rect.height).toBeCloseTo(area.y + area.height, 3);
  if (flow !== undefined) expect(bottomOf(flow, 0)).toBeLessThanOrEqual(footnotes.rect.y + 0.01);
}

/** A note begins on the page of its call: no word here is longer than a line, no box higher than a page. */
function expectTogether(paged: Parameters<typeof placedFragments>[0]): void {
  const calls = new Map<number, number>();
  const begins = new Map<number, number>();
  for (const { fragment, page } of placedFragments(paged)) {
    for (const line of fragment.lines) {
      const [call, ...more] = line.items.flatMap((item) => (item.kind === 'anchor' ? [item.element.id] : []));
      // The notes of several calls on one line may be more than a page has room for.
      if (call !== undefined && more.length === 0) calls.set(call, page);
    }
    if (fragment.element.style.float === 'footnote' && fragment.isFirst && !fragment.anonymous) {
      begins.set(fragment.element.id, page);
    }
  }
  const late = [...calls].filter(([note, page]) => begins.get(note) !== page);
  expect(late).toEqual([]);
}
