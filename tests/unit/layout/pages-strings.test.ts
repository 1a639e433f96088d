import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../src/document/types.ts';
import { type Anchor, assignedOn } from '../../../src/layout/pages/assignments.ts';
import { layOut, linesOf, pagesOf } from '../../support/laid-out.ts';

const PAGE = '@page { size: 240pt 90pt; margin: 20pt }';
const BREAKS = '.n { break-before: page }';

/** What stands in the margin box of each page. */
function shown(body: string, content: string, css = ''): readonly string[] {
  const box = `@page { @bottom-left { content: "<" ${content} ">" } }`;
  return linesOf(pagesOf(body, `${PAGE} ${BREAKS} ${box} ${css}`)).map((lines) =>
    (lines[lines.length - 1] ?? '').slice(1, -1),
  );
}

describe('what a page shows of what names get (CSS GCPM 3, section 1.1.2)', () => {
  const one = (name: string, page: number, opensPage = false): Anchor & { name: string } => ({ name, page, opensPage });
  const all = [one('a', 2), one('b', 2), one('c', 4, true), one('d', 4)];
  const on = (which: Assignment): readonly (string | undefined)[] =>
    [1, 2, 3, 4, 5].map((page) => assignedOn(all, page, which)?.name);

  test.each<readonly [Assignment, readonly (string | undefined)[]]>([
    ['first', [undefined, 'a', 'b', 'c', 'd']],
    ['start', [undefined, undefined, 'b', 'c', 'd']],
    ['last', [undefined, 'b', 'b', 'd', 'd']],
    ['first-except', [undefined, undefined, 'b', undefined, 'd']],
  ])('%s', (which, expected) => {
    expect(on(which)).toEqual(expected);
  });
});

describe('string-set and string() (CSS GCPM 3, section 1.1)', () => {
  test('hold from the page of their element on', () => {
    const body = '<h2>satu</h2><p>a</p><p class="n">b</p><h2>dua</h2><p class="n">c</p>';
    expect(shown(body, 'string(t)', 'h2 { string-set: t content() }')).toEqual(['satu', 'dua', 'dua']);
    expect(shown(body, 'string(t, start)', 'h2 { string-set: t content() }')).toEqual(['satu', 'satu', 'dua']);
    expect(shown(body, 'string(t, first-except)', 'h2 { string-set: t content() }')).toEqual(['', '', 'dua']);
  });

  test('are strings, attributes, counters and the text of the element', () => {
    const css =
      'h2 { counter-increment: c; string-set: t "§" counter(c, upper-roman) " " attr(id) ": " content(text), u content(first-letter) }';
    const body = '<h2 id="x">  Satu\n <b>dua</b></h2><h2 class="n" id="y">“Tiga”</h2>';
    expect(shown(body, 'string(t) "|" string(u)', css)).toEqual(['§I x: Satu dua|S', '§II y: “Tiga”|“T']);
  });

  test('text is without notes, running elements and generated content, which have names of their own', () => {
    const css = `h2::before { content: "bab " } h2::after { content: "!" } h2 { display: list-item; list-style: square inside }
      i { float: footnote } b { position: running(r) } @page { @top-left { content: element(r) } @footnote { margin: 0; padding: 0; background: none } }
      h2 { string-set: t content(), before content(before), after content(after), marker content(marker) }`;
    const body = '<h2>satu<i>catatan</i><b>lari</b></h2>';
    expect(shown(body, 'string(t) "|" string(before) "|" string(after) "|" string(marker)', css)).toEqual([
      'satu|bab |!|▪ ',
    ]);
  });

  test('counter(page) counts where it is set, counter(pages) the whole document', () => {
    const css = 'h2 { string-set: t counter(page) "/" counter(pages) }';
    expect(shown('<p>a</p><h2 class="n">b</h2><p class="n">c</p>', 'string(t)', css)).toEqual(['', '2/3', '2/3']);
  });

  test('target-counter() in them is known', () => {
    const css = 'h2 { string-set: t target-counter("#x", page) }';
    expect(shown('<h2>a</h2><p class="n" id="x">b</p>', 'string(t)', css)).toEqual(['2', '2']);
  });

  test('of inline elements, and of those that are not displayed', () => {
    const body = '<p>a</p><u class="s">diam</u><p class="n">b</p><p>c <b>x</b></p>';
    const css = '.s { display: none; string-set: t content() } b { string-set: t content() }';
    expect(shown(body, 'string(t)', css)).toEqual(['', 'diam']);
    expect(shown(body, 'string(t, last)', css)).toEqual(['', 'x']);
  });

  test('a name that no element sets stays empty; one that no rule sets is reported', () => {
    expect(shown('<p>a</p>', 'string(t)', 'h2 { string-set: t content() }')).toEqual(['']);
    expect(shown('<p style="string-set: t content()">a</p>', 'string(t)')).toEqual(['a']);
  });
});

describe('element() with a word for which (CSS GCPM 3, section 1.2.2)', () => {
  const body =
    '<p>a</p><div class="r">satu</div><p>b</p><div class="r">dua</div><p>c</p><p class="n">d</p><div class="r">tiga</div><p class="n">e</p>';
  const RUNNING = '.r { position: running(r) }';

  test.each<readonly [Assignment, readonly string[]]>([
    ['first', ['satu', 'dua', 'tiga']],
    ['start', ['', 'dua', 'tiga']],
    ['last', ['dua', 'dua', 'tiga']],
  ])('%s', (which, expected) => {
    const css = `${PAGE} ${BREAKS} ${RUNNING} @page { @bottom-left { content: element(r, ${which}) } }`;
    const lines = linesOf(pagesOf(body, css));
    const flow = [3, 1, 1];
    expect(lines.map((page, i) => page.slice(flow[i]).join(' '))).toEqual(expected);
  });

  test('first-except shows it on the pages after its own', () => {
    const css = `${PAGE} ${BREAKS} ${RUNNING} @page { @bottom-left { content: element(r, first-except) } }`;
    const { codes } = layOut('<div class="r">satu</div><p>a</p>', css);
    expect(codes).toEqual(['layout/running-late']);
    expect(linesOf(pagesOf('<div class="r">satu</div><p>a</p><p class="n">b</p>', css))).toEqual([
      ['a'],
      ['b', 'satu'],
    ]);
  });
});
