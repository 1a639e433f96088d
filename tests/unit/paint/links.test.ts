import { describe, expect, test } from 'vitest';
import { joinDisplayLists } from '../../../src/paint/join-display-lists.ts';
import type { DisplayList, LinkTarget } from '../../../src/paint/types.ts';
import { painted } from '../../support/painted.ts';

const PAGE = '@page { size: 140pt 90pt; margin: 20pt } .n { break-before: page }';
const targets = (list: DisplayList): readonly (readonly LinkTarget[])[] =>
  list.pages.map(({ links }) => links.map(({ target }) => target));
const place = (page: number, x: number, y: number): LinkTarget => ({ kind: 'place', page, at: { x, y } });

/** Of a page with one link, to `#x`. */
function leads(body: string, css = ''): LinkTarget | undefined {
  const { list, diagnostics } = painted(body, `${PAGE} ${css}`);
  expect(diagnostics.all).toEqual([]);
  return targets(list).flat()[0];
}

describe('links inside the document', () => {
  test('lead to the place where the element first shows', () => {
    expect(leads('<p><a href="#x">go</a></p><div id="x" class="n"><p>a</p><p class="n">b</p></div>')).toEqual(
      place(1, 20, 20),
    );
    expect(leads('<p>a</p><p id="x">b</p><p class="n"><a href="#x">back</a></p>')).toEqual(place(0, 20, 30));
  });

  test('lead to inline elements, cells and what stands in flex containers', () => {
    expect(leads('<p><a href="#x">go</a> aa <b id="x">b</b></p>')).toEqual(place(0, 80, 20));
    const table = '<table><tr><td>a</td></tr><tr><td id="x">b</td></tr></table>';
    expect(leads(`<p><a href="#x">go</a></p>${table}`, 'table { border-spacing: 0 } td { padding: 0 }')).toEqual(
      place(0, 20, 40),
    );
    expect(
      leads('<p><a href="#x">go</a></p><div class="f"><p>a</p><p id="x">b</p></div>', '.f { display: flex }'),
    ).toEqual(place(0, 30, 30));
  });

  test('lead to the box around an element that has none', () => {
    expect(leads('<p><a href="#x">go</a></p><p>aa<span id="x"></span></p>')).toEqual(place(0, 40, 30));
    expect(
      leads(
        '<p><a href="#x">go</a></p><table class="n" style="border-spacing: 0"><tbody id="x"><tr><td>a</td></tr></tbody></table>',
      ),
    ).toEqual(place(1, 20, 20));
  });

  test('lead to a running element where it shows first', () => {
    const css = '.r { position: running(foot) } @page { @bottom-left { content: element(foot) } }';
    expect(leads('<div class="r" id="x">f</div><p><a href="#x">go</a></p><p class="n">b</p>', css)).toEqual(
      place(0, 20, 75),
    );
  });

  test('the first of two elements with one id counts', () => {
    expect(leads('<p><a href="#x">go</a></p><p id="x">a</p><p id="x">b</p>')).toEqual(place(0, 20, 30));
  });

  test('to what is not there are an error, which names the nearest id', () => {
    const { list, diagnostics } = painted('<p><a href="#bab1">go</a></p><p id="bab-1">a</p>', PAGE);
    expect(diagnostics.all).toMatchObject([{ code: 'layout/unknown-target', data: { id: 'bab1', nearest: 'bab-1' } }]);
    expect(targets(list)).toEqual([[]]);
    expect(painted('<p><a href="#x">go</a></p><p id="x" hidden>a</p>', PAGE).diagnostics.all).toMatchObject([
      { code: 'layout/unknown-target', data: { id: 'x', nearest: undefined } },
    ]);
  });

  test('are shifted when documents are joined', () => {
    const { list } = painted('<p><a href="#x">go</a> <a href="https://a.id">a</a></p><p id="x" class="n">b</p>', PAGE);
    const joined = joinDisplayLists([list, list], { title: 't', lang: 'id' });
    const away: LinkTarget = { kind: 'address', href: 'https://a.id' };
    expect(targets(joined)).toEqual([[place(1, 20, 20), away], [], [place(3, 20, 20), away], []]);
  });
});
