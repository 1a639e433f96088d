import { describe, expect, it } from 'vitest';
import { boxesOf, linesOf, pagesOf, placedFragments } from '../../../support/laid-out.ts';

const PAGE = '@page { size: 200pt 60pt } td, th { padding: 0; text-align: left; font-weight: normal }';
const COLLAPSE = `${PAGE} table { border-collapse: collapse } td, th { border: 2pt solid }`;

/** Lines of the rows of a page: `- x y length width` for horizontal ones, `|` for vertical ones, in page coordinates. */
function rulesOn(body: string, css: string, page = 1): readonly string[] {
  return placedFragments(pagesOf(body, css))
    .filter((one) => one.page === page)
    .flatMap(({ fragment, box }) =>
      (fragment.rules ?? []).map(({ rect, isHorizontal }) => {
        const x = box[0] + rect.x;
        const y = box[1] + rect.y;
        return isHorizontal ? `- ${x} ${y} ${rect.width} ${rect.height}` : `| ${x} ${y} ${rect.height} ${rect.width}`;
      }),
    );
}

describe('collapsed borders', () => {
  it('take room once, half of it inside each cell', () => {
    const paged = pagesOf('<table id="t"><tr><td id="a">a</td><td id="b">b</td></tr></table>', COLLAPSE);
    expect(boxesOf(paged, 't')).toEqual(['1: 0 0 26 14']);
    expect(boxesOf(paged, 'a')).toEqual(['1: 1 1 12 12']);
    expect(boxesOf(paged, 'b')).toEqual(['1: 13 1 12 12']);
  });
  it('are drawn as one line, unbroken where it looks the same', () => {
    expect(rulesOn('<table><tr><td>a</td><td>b</td></tr></table>', COLLAPSE)).toEqual([
      '| 0 0 14 2',
      '| 12 0 14 2',
      '| 24 0 14 2',
      '- 0 0 26 2',
      '- 0 12 26 2',
    ]);
  });
  it('give way to the wider, to the stronger style and to what is nearer to the text', () => {
    const body =
      '<table style="border: 2pt solid blue"><tr><td style="border: 2pt dotted red">a</td><td style="border: 4pt dashed lime">b</td></tr></table>';
    const row = placedFragments(pagesOf(body, COLLAPSE)).find(({ fragment }) => fragment.rules !== undefined)?.fragment;
    const vertical = row?.rules?.filter(({ isHorizontal }) => !isHorizontal).sort((a, b) => a.rect.x - b.rect.x);
    expect(vertical?.map(({ border }) => `${border.width} ${border.style}`)).toEqual([
      '2 solid',
      '4 dashed',
      '4 dashed',
    ]);
  });
  it('have an order of styles, from inset to double', () => {
    const styles = ['inset', 'groove', 'outset', 'ridge', 'dotted', 'dashed', 'solid', 'double'];
    const cells = styles.map((style) => `<td style="border: 3pt ${style}">a</td>`).join('');
    const paged = pagesOf(`<table><tr>${cells}</tr></table>`, `${COLLAPSE} @page { size: 400pt 60pt }`);
    const row = placedFragments(paged).find(({ fragment }) => fragment.rules !== undefined)?.fragment;
    const vertical = row?.rules?.filter(({ isHorizontal }) => !isHorizontal).sort((a, b) => a.rect.x - b.rect.x);
    expect(vertical?.map(({ border }) => border.style)).toEqual(['inset', ...styles.slice(1), 'double']);
  });
  it('are nowhere at a hidden one', () => {
    const body =
      '<table><tr><td style="border-right: hidden">a</td><td style="border-left: 9pt solid">b</td></tr></table>';
    expect(rulesOn(body, COLLAPSE).filter((rule) => rule.startsWith('|'))).toEqual(['| 0 0 14 2', '| 22 0 14 2']);
  });
  it('close the table on every page', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => `<tr><td>${text}</td></tr>`).join('');
    const across = (page: number): readonly string[] =>
      rulesOn(`<table>${rows}</table>`, COLLAPSE, page).filter((rule) => rule.startsWith('-'));
    expect(across(1)[0]).toBe('- 0 0 14 2');
    expect(across(1).at(-1)).toBe('- 0 48 14 2');
    expect(across(2)).toEqual(['- 0 -1 14 2', '- 0 11 14 2', '- 0 11 14 2', '- 0 23 14 2']);
  });
  it('repeat with a head', () => {
    const rows = ['a', 'b', 'c', 'd', 'e'].map((text) => `<tr><td>${text}</td></tr>`).join('');
    const paged = pagesOf(`<table><thead><tr><th>h</th></tr></thead>${rows}</table>`, COLLAPSE);
    expect(linesOf(paged)).toEqual([
      ['h', 'a', 'b', 'c'],
      ['h', 'd', 'e'],
    ]);
  });
});

describe('fixed columns', () => {
  it('take no notice of the content', () => {
    const css = `${PAGE} table { table-layout: fixed; width: 120pt; border-spacing: 0 } .w { width: 30pt }`;
    const paged = pagesOf(
      '<table><col class="w"><tr><td id="a">a</td><td id="b" class="w">b</td><td id="c">ccc</td></tr></table>',
      css,
    );
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 0 30 10']);
    expect(boxesOf(paged, 'b')).toEqual(['1: 30 0 30 10']);
    expect(boxesOf(paged, 'c')).toEqual(['1: 60 0 60 10']);
  });
});

describe('captions below', () => {
  const css = `${PAGE} table { border-spacing: 0; caption-side: bottom } caption { text-align: left }`;
  const rows = (count: number): string => Array.from({ length: count }, (_, i) => `<tr><td>r${i}</td></tr>`).join('');
  it('stand on the last page', () => {
    expect(linesOf(pagesOf(`<table><caption>cap</caption>${rows(8)}</table>`, css))).toEqual([
      ['r0', 'r1', 'r2', 'r3', 'r4', 'r5'],
      ['r6', 'r7', 'cap'],
    ]);
  });
  it('take the last row with them where they have no room', () => {
    expect(linesOf(pagesOf(`<table><caption>cap</caption>${rows(6)}</table>`, css))).toEqual([
      ['r0', 'r1', 'r2', 'r3', 'r4'],
      ['r5', 'cap'],
    ]);
  });
});

describe('rows at the end of a page (CSS Tables 3, section 6.1)', () => {
  /** Six lines a page, of which two stand before the row. */
  const row = (lines: number, css = ''): readonly (readonly string[])[] => {
    const cell = Array.from({ length: lines }, (_, i) => `c${i}`).join('<br>');
    const body = `<p>a</p><p>b</p><table><tr><td>${cell}</td><td>d</td></tr></table>`;
    return linesOf(pagesOf(body, `${PAGE} table { border-spacing: 0 } td { orphans: 1; widows: 1 } ${css}`)).map(
      (page) => page.map((line) => line.trim()),
    );
  };

  it('of up to half of a page stays whole', () => {
    expect(row(3, 'p { margin-bottom: 10pt }')).toEqual([
      ['a', 'b'],
      ['c0', 'c1', 'c2', 'd'],
    ]);
    expect(row(3)).toHaveLength(1);
  });
  it('of more is cut', () => {
    expect(row(5)).toEqual([['a', 'b', 'c0', 'c1', 'c2', 'c3', 'd'], ['c4']]);
  });
  it('of more stays whole where it, its group or a cell must not be cut', () => {
    for (const part of ['tr', 'tbody', 'td']) {
      expect(row(5, `${part} { break-inside: avoid }`)).toEqual([
        ['a', 'b'],
        ['c0', 'c1', 'c2', 'c3', 'c4', 'd'],
      ]);
    }
  });
});
