import { describe, expect, it } from 'vitest';
import type { Fragment, PagedDocument } from '../../../src/layout/types.ts';
import { pagesOf } from '../../support/laid-out.ts';
import { lineTexts } from '../../support/text-content.ts';

/** The lines of each page, from all paragraphs in order. */
function linesOf(paged: PagedDocument): readonly (readonly string[])[] {
  const visit = (fragment: Fragment): readonly string[] => [
    ...lineTexts(fragment.lines),
    ...fragment.children.flatMap(visit),
  ];
  return paged.pages.map(({ flow }) => (flow === undefined ? [] : visit(flow)));
}

const PRETTY = 'p { text-align: justify; text-wrap: pretty }';
const TEXT = 'aaaa bb cccc d ee fffff ggggg hh i jj';
const SOFT = '\u00ad';

describe('text-wrap: pretty', () => {
  it('keeps its lines where the paragraph is cut between pages', () => {
    const css = `@page { size: 137pt 36pt } ${PRETTY} p { line-height: 20pt }`;
    expect(linesOf(pagesOf(`<p>${TEXT}</p>`, css))).toEqual([['aaaa bb cccc d '], ['ee fffff ggggg '], ['hh i jj']]);
  });

  it('gives the first line its indent', () => {
    const css = `@page { size: 137pt 100pt } ${PRETTY} p { text-indent: 40pt }`;
    expect(linesOf(pagesOf(`<p>${TEXT}</p>`, css))).toEqual([['aaaa bb ', 'cccc d ee ', 'fffff ggggg hh ', 'i jj']]);
  });

  it('finds the best lines beside a float', () => {
    const css = `@page { size: 177pt 100pt } ${PRETTY} div { float: left; width: 40pt; height: 20pt }`;
    const [page] = linesOf(pagesOf(`<div></div><p>${TEXT} kk ll</p>`, css));
    // Two lines of 137 pt as above, then the whole width.
    expect(page).toEqual(['aaaa bb cccc d ', 'ee fffff ggggg ', 'hh i jj kk ll']);
  });

  it('fills lines one after the other around a float in the text', () => {
    const css = `@page { size: 137pt 100pt } ${PRETTY} b { float: right; width: 10pt; height: 5pt }`;
    const [page] = linesOf(pagesOf(`<p>aaaa bb cccc d ee <b></b>fffff ggggg hh i jj</p>`, css));
    expect(page).toEqual(['aaaa bb cccc ', 'd ee fffff ', 'ggggg hh i jj']);
  });

  it('finds the best lines beside an initial letter', () => {
    const css = `@page { size: 200pt 100pt } ${PRETTY} p::first-letter { initial-letter: 2 }`;
    const paged = pagesOf(`<p>X${TEXT} kk ll mm</p>`, css);
    const greedy = pagesOf(`<p>X${TEXT} kk ll mm</p>`, css.replace('pretty', 'wrap'));
    const lines = linesOf(paged)[0] ?? [];
    expect(lines.join('')).toBe(linesOf(greedy)[0]?.join(''));
    expect(lines).not.toEqual(linesOf(greedy)[0]);
  });
});

describe('hyphenate-limit-last', () => {
  const body = `<p>aaaa bbbb cc dd ee${SOFT}ee fff</p>`;
  const pages = (limit: string, extra = ''): readonly (readonly string[])[] =>
    linesOf(
      pagesOf(body, `@page { size: 90pt 40pt } p { line-height: 20pt; hyphenate-limit-last: ${limit}; ${extra} }`),
    );
  const asTheyCome = [['aaaa bbbb ', `cc dd ee${SOFT}-`], ['ee fff']];
  const moved = [['aaaa bbbb '], [`cc dd ee${SOFT}-`, 'ee fff']];

  it('leaves no hyphen at the end of a page: the line goes to the next', () => {
    expect(pages('none')).toEqual(asTheyCome);
    expect(pages('page')).toEqual(moved);
    expect(pages('column')).toEqual(moved);
  });

  it('yields to orphans and widows', () => {
    expect(pages('page', 'orphans: 2')).toEqual(asTheyCome);
  });

  it('between columns holds with column, not with page', () => {
    const columns = (limit: string): readonly (readonly string[])[] => {
      const css = `@page { size: 190pt 100pt } div { columns: 2; column-gap: 10pt; column-fill: auto; height: 20pt }`;
      return linesOf(pagesOf(`<div>${body}</div>`, `${css} p { hyphenate-limit-last: ${limit} }`));
    };
    expect(columns('page')).toEqual([asTheyCome.flat()]);
    expect(columns('column')).toEqual([moved.flat()]);
  });

  it('always keeps the last full line of a paragraph without a hyphen, with pretty lines', () => {
    const css = `@page { size: 90pt 60pt } p { text-align: justify; text-wrap: pretty; hyphenate-limit-last: `;
    expect(linesOf(pagesOf(body, `${css} page }`))).toEqual([['aaaa bbbb ', `cc dd ee${SOFT}-`, 'ee fff']]);
    expect(linesOf(pagesOf(body, `${css} always }`))).toEqual([['aaaa bbbb ', 'cc dd ', `ee${SOFT}ee fff`]]);
  });
});
