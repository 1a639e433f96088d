import { describe, expect, test } from 'vitest';
import { boxesOf, layOut, linesOf, pagesOf } from '../../support/laid-out.ts';

/** Pages of five lines of ten characters. */
const PAGE = '@page { size: 100pt 50pt }';
const lines = (count: number, letter = 'a'): string => Array.from({ length: count }, () => letter.repeat(9)).join(' ');
/** How many lines of each letter stand on each page, such as `a3 b2`. */
function letters(body: string, css = ''): readonly string[] {
  return linesOf(pagesOf(body, PAGE + css)).map((page) => {
    const runs: string[] = [];
    for (const line of page) {
      const letter = line[0] ?? '';
      const last = runs.at(-1);
      if (last?.[0] === letter) runs[runs.length - 1] = `${letter}${Number(last.slice(1)) + 1}`;
      else runs.push(`${letter}1`);
    }
    return runs.join(' ');
  });
}

describe('between lines', () => {
  test('a paragraph goes on where it stopped', () => {
    expect(letters(`<p>${lines(12)}</p>`)).toEqual(['a5', 'a5', 'a2']);
  });

  test('the fragments of a cut box have no edge at the cut and fill the page', () => {
    const css = 'p { border: 2pt solid black; padding: 3pt 0 } p { width: 96pt }';
    const paged = pagesOf(`<p id="a">${lines(6)}</p>`, PAGE + css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 0 100 50', '2: 0 0 100 25']);
    expect(linesOf(paged).map((page) => page.length)).toEqual([4, 2]);
  });

  test('orphans and widows', () => {
    const body = `<p>${lines(3)}</p><p>${lines(4, 'b')}</p>`;
    expect(letters(body)).toEqual(['a3 b2', 'b2']);
    expect(letters(body, 'p { widows: 3 }')).toEqual(['a3 b1', 'b3']);
    expect(letters(body, 'p { orphans: 3 }')).toEqual(['a3', 'b4']);
    expect(letters(`<p>${lines(6)}</p>`, 'p { widows: 3; orphans: 2 }')).toEqual(['a3', 'a3']);
  });

  test('where they cannot be kept, a page is still filled', () => {
    expect(letters(`<p>${lines(7)}</p>`, 'p { orphans: 9; widows: 9 }')).toEqual(['a5', 'a2']);
  });
});

describe('between blocks', () => {
  test('what does not fit moves on; margins at a break are cut', () => {
    const body = `<p>${lines(4)}</p><p id="b">${lines(2, 'b')}</p>`;
    const css = 'p { margin: 7pt 0; orphans: 2 }';
    expect(letters(body, css)).toEqual(['a4', 'b2']);
    expect(boxesOf(pagesOf(body, PAGE + css), 'b')).toEqual(['2: 0 0 100 20']);
  });

  test('a margin that does not fit ends the page', () => {
    const body = `<p>${lines(4)}</p><p>${lines(1, 'b')}</p>`;
    expect(letters(body, 'p { margin-bottom: 8pt }')).toEqual(['a4', 'b1']);
    expect(letters(`<p>${lines(5)}</p>`, 'p { margin-bottom: 8pt }')).toEqual(['a5']);
  });

  test('a bottom edge that does not fit takes a line along', () => {
    const css = 'div { padding-bottom: 5pt }';
    expect(letters(`<div><p>${lines(5)}</p></div>`, css)).toEqual(['a4', 'a1']);
  });

  test('a heading keeps with what follows', () => {
    const css = 'h2 { font: inherit; break-after: avoid } p { orphans: 2; widows: 2 }';
    expect(letters(`<p>${lines(4)}</p><h2>${lines(1, 'h')}</h2><p>${lines(3, 'b')}</p>`, css)).toEqual(['a4', 'h1 b3']);
    expect(letters(`<p>${lines(2)}</p><h2>${lines(1, 'h')}</h2><p>${lines(4, 'b')}</p>`, css)).toEqual([
      'a2 h1 b2',
      'b2',
    ]);
  });

  test('two headings, and a heading inside a section', () => {
    const css = 'h2, h3 { font: inherit; break-after: avoid } p { orphans: 2; widows: 2 }';
    const body = `<p>${lines(3)}</p><section><h2>${lines(1, 'h')}</h2><h3>${lines(1, 'k')}</h3></section><p>${lines(3, 'b')}</p>`;
    expect(letters(body, css)).toEqual(['a3', 'h1 k1 b3']);
  });

  test('an earlier break inside a paragraph is better than one that is to be avoided', () => {
    const css = '#a, h2 { break-after: avoid } h2 { font: inherit } p { orphans: 2; widows: 2 }';
    const body = `<p id="a">${lines(4)}</p><h2>${lines(1, 'h')}</h2><p>${lines(2, 'b')}</p>`;
    expect(letters(body, css)).toEqual(['a2', 'a2 h1 b2']);
    expect(letters(`<div>${body}</div>`, css)).toEqual(['a2', 'a2 h1 b2']);
    expect(
      letters(
        `<div><div><p>${lines(4)}</p></div></div><h2>${lines(1, 'h')}</h2><p>${lines(2, 'b')}</p>`,
        `${css} div { break-after: avoid }`,
      ),
    ).toEqual(['a2', 'a2 h1 b2']);
  });

  test('break-inside: avoid', () => {
    const body = `<p>${lines(3)}</p><div><p>${lines(2, 'b')}</p><p>${lines(2, 'c')}</p></div>`;
    expect(letters(body)).toEqual(['a3 b2', 'c2']);
    expect(letters(body, 'div { break-inside: avoid }')).toEqual(['a3', 'b2 c2']);
    expect(letters(`<p>a</p><div>${lines(7, 'b')}</div>`, 'div { break-inside: avoid }')).toEqual(['a1', 'b5', 'b2']);
  });

  test('avoid is given up before nothing fits', () => {
    const body = Array.from({ length: 7 }, (_, i) => `<h2>${'abcdefg'[i]}</h2>`).join('');
    expect(letters(body, 'h2 { font: inherit; break-after: avoid }')).toEqual(['a1 b1 c1 d1 e1', 'f1 g1']);
  });
});

describe('forced breaks', () => {
  test('before and after, also through parents', () => {
    expect(letters('<p>a</p><p class="n">b</p><p>c</p>', '.n { break-before: page }')).toEqual(['a1', 'b1 c1']);
    expect(letters('<p>a</p><p class="n">b</p><p>c</p>', '.n { break-after: page }')).toEqual(['a1 b1', 'c1']);
    const nested = '<div><p>a</p></div><div><div><p class="n">b</p></div></div>';
    expect(letters(nested, '.n { break-before: page }')).toEqual(['a1', 'b1']);
  });

  test('the margin after it stays', () => {
    const paged = pagesOf('<p>a</p><p id="b">b</p>', `${PAGE} #b { break-before: page; margin-top: 7pt }`);
    expect(boxesOf(paged, 'b')).toEqual(['2: 0 7 100 10']);
  });

  test('none at the start, at the end or around nothing makes a blank page', () => {
    const css = '.n { break-before: page } .m { break-after: page }';
    expect(letters('<p class="n">a</p>', css)).toEqual(['a1']);
    expect(letters('<p class="m">a</p>', css)).toEqual(['a1']);
    expect(letters('<p>a</p><div class="n"></div>', css)).toEqual(['a1']);
    expect(letters('<div class="m"></div><div class="m"></div><p>a</p>', css)).toEqual(['a1']);
    expect(letters('<p>a</p><div class="n m"></div><p class="n">b</p>', css)).toEqual(['a1', 'b1']);
  });

  test('wins over break-inside: avoid', () => {
    const body = '<p>a</p><div style="break-inside: avoid"><p>b</p><p style="break-before: page">c</p></div>';
    expect(letters(body)).toEqual(['a1 b1', 'c1']);
  });
});

describe('boxes with a height of their own', () => {
  test('count what earlier fragments took', () => {
    const body = `<div id="a"><p>${lines(6)}</p></div><p>b</p>`;
    const paged = pagesOf(body, `${PAGE} div { min-height: 90pt }`);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 0 100 50', '2: 0 0 100 40']);
    expect(linesOf(paged)[1]).toEqual(['aaaaaaaaa', 'b']);
  });

  test('are cut below their lines', () => {
    const css = 'p { margin-bottom: 4pt } #a { height: 40pt }';
    const paged = pagesOf(`<p>b</p><p id="a">${lines(2)}</p><p>c</p>`, PAGE + css);
    expect(boxesOf(paged, 'a')).toEqual(['1: 0 14 100 36', '2: 0 0 100 4']);
    expect(linesOf(paged)).toEqual([['b', 'aaaaaaaaa ', 'aaaaaaaaa'], ['c']]);
  });

  test('a rule alone makes no page', () => {
    const css = '@page { size: 100pt 60pt; margin: 10pt } .n { break-before: page } hr { border: 1pt solid #000 }';
    expect(linesOf(pagesOf('<p>a</p><hr class="n"><p class="n">b</p>', css))).toEqual([['a'], ['b']]);
  });

  test('an empty stretch makes no blank page', () => {
    expect(letters('<p>a</p><div style="height: 170pt"></div><p>b</p>')).toEqual(['a1', 'b1']);
  });
});

describe('what fits on no page', () => {
  test('is an error that names the element', () => {
    const { codes, diagnostics, paged } = layOut('<p>a</p><div id="t">x</div>', `${PAGE} #t { line-height: 60pt }`);
    expect(paged).toBeUndefined();
    expect(codes).toEqual(['layout/no-room']);
    expect(diagnostics.all[0]?.data).toEqual({ element: 'div', heightMm: 21.2, availableMm: 17.6 });
  });

  test('pages without height end in an error, not in a loop', () => {
    const { codes, paged } = layOut('<p>a</p><p>b</p>', '@page { size: 100pt 100pt; margin: 50pt 0 }');
    expect(paged).toBeUndefined();
    expect(codes).toContain('layout/no-room');
  });

  test('too many pages are an error', () => {
    const { codes, paged } = layOut('<p>a</p>'.repeat(2001), `${PAGE} p { break-before: page }`);
    expect(paged === undefined).toBe(true);
    expect(codes).toEqual(['layout/too-many-pages']);
  });

  test('text over the edge of the sheet is an error, over the edge of its box a warning', () => {
    expect(layOut('<p>aaaaaaaaaaa</p>', PAGE).codes).toEqual(['layout/overflow']);
    const narrow = layOut('<p style="width: 50pt">aaaaaa</p>', PAGE);
    expect(narrow.codes).toEqual(['layout/overflow-inside']);
    expect(narrow.paged).toBeDefined();
  });

  test('text cut off by overflow: hidden is an error', () => {
    expect(layOut(`<p style="overflow: hidden; height: 12pt">${lines(2)}</p>`, PAGE).codes).toEqual(['layout/clipped']);
  });
});
