import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../../../src/layout/types.ts';
import { linesOf, pagesOf, placedFragments } from '../../../support/laid-out.ts';

/** 20 letters to a line; capitals of the square font are 0.8 em high, and what is below the baseline 0.2 em. */
const css = (letter: string, height = 200): string =>
  `@page { size: 200pt ${height}pt } p::first-letter { initial-letter: ${letter} }`;

const letterBoxes = (paged: PagedDocument): readonly string[] =>
  placedFragments(paged)
    .filter(({ fragment }) => fragment.element.name === '::first-letter')
    .map(({ page, box }) => `${page}: ${box.join(' ')}`);

const TEXT = 'Xaa bbb ccc ddd eee fff ggg hhh iii';

describe('initial letters (CSS Inline 3, section 4)', () => {
  it('reach with their capitals over so many lines', () => {
    // Two lines: 10 pt from baseline to baseline and 8 pt of capitals make 22.5 pt of type.
    const paged = pagesOf(`<p>${TEXT}</p>`, css('2'));
    expect(letterBoxes(paged)).toEqual(['1: 0 0 22.5 22.5']);
    // The ink below the baseline of line 2 reaches into line 3.
    expect(linesOf(paged)[0]).toEqual(['aa bbb ccc ddd ', 'eee fff ggg hhh ', 'iii', 'X']);
  });

  it('that are raised move the first line down', () => {
    const paged = pagesOf(`<p>${TEXT}</p>`, css('3 1'));
    const [line] = placedFragments(paged).flatMap(({ fragment }) =>
      fragment.element.name === 'p' ? fragment.lines : [],
    );
    expect(line?.top).toBe(20);
    expect(line?.start).toBe(35);
    expect(letterBoxes(paged)).toEqual(['1: 0 0 35 35']);
  });

  it('stay with their first line', () => {
    const paged = pagesOf(`<div>one<br>two<br>three</div><p>${TEXT}</p>`, css('3', 50));
    expect(letterBoxes(paged)).toEqual(['2: 0 0 35 35']);
    expect(linesOf(paged)[0]).toEqual(['one ', 'two ', 'three']);
  });

  it('leave a paragraph that has nothing else the height of a line', () => {
    const paged = pagesOf('<p id="p">X</p>', css('3'));
    const paragraph = placedFragments(paged).find(({ fragment }) => fragment.element.name === 'p');
    expect(paragraph?.box).toEqual([0, 0, 200, 10]);
    expect(letterBoxes(paged)).toEqual(['1: 0 0 35 35']);
  });
});
