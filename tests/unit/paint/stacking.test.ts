import { describe, expect, test } from 'vitest';
import { printDisplayList } from '../../../src/paint/print-display-list.ts';
import { painted } from '../../support/painted.ts';

const PAGE = '@page { size: 300pt 300pt } * { text-decoration-skip-ink: none }';

/** Colours of what is filled and texts of what is written, in the order in which they are painted. */
function order(body: string, css: string): readonly string[] {
  return printDisplayList(painted(body, PAGE + css).list)
    .split('\n')
    .flatMap((line) => {
      const fill = /^ +fill \S+ (#\w+)/.exec(line);
      const text = /^ +glyphs .* ("[^"]*")$/.exec(line);
      return fill?.[1] ?? text?.[1] ?? [];
    });
}

const items = (body: string, css: string): readonly string[] =>
  printDisplayList(painted(body, PAGE + css).list)
    .split('\n')
    .filter((line) => /^ +(fill|stroke|group|glyphs)/.test(line))
    .map((line) => line.slice(2));

describe('painting order', () => {
  test('backgrounds of blocks come before all text', () => {
    expect(order('<div>a</div><p>b</p>', 'div { background: #ff0000 } p { background: #00ff00 }')).toEqual([
      '#ff0000',
      '#00ff00',
      '"a"',
      '"b"',
    ]);
  });

  test('boxes stand by z-index; those below 0 under the backgrounds of blocks', () => {
    const css = `
      div { position: absolute; top: 0; left: 0; width: 20pt; height: 20pt }
      #a { z-index: 2; background: #aa0000 } #b { z-index: -1; background: #bb0000 }
      #c { background: #cc0000 } #d { z-index: 2; background: #dd0000 } #e { z-index: 1; background: #ee0000 }
      p { background: #00ff00 }`;
    const body = '<div id="a"></div><div id="b"></div><div id="c"></div><div id="d"></div><div id="e"></div><p>x</p>';
    expect(order(body, css)).toEqual(['#bb0000', '#00ff00', '"x"', '#cc0000', '#ee0000', '#aa0000', '#dd0000']);
  });

  test('a box with a z-index keeps what is in it together; one without leaves that to the context around', () => {
    const css = `
      div { position: relative; height: 20pt } i { position: absolute; inset: 0; display: block; z-index: 5 }
      #a { z-index: 1 } #a i { background: #aa0000 } #b i { background: #bb0000 } #c { z-index: 2; top: -40pt; background: #cc0000 }`;
    const body = '<div id="a"><i></i></div><div id="b"><i></i></div><div id="c"></div>';
    expect(order(body, css)).toEqual(['#aa0000', '#cc0000', '#bb0000']);
  });

  test('a positioned box that covers nothing written later stays in reading order', () => {
    const apart = 'p { position: relative }';
    expect(order('<p>a</p><div>b</div><p>c</p>', apart)).toEqual(['"a"', '"b"', '"c"']);
    const over = 'p { position: relative; top: 10pt }';
    expect(order('<p>a</p><div>b</div>', over)).toEqual(['"b"', '"a"']);
  });

  test('what is faint is a context: its own box and text are one group above the text', () => {
    const css = 'div { opacity: 0.5; background: #ff0000 } p { margin-top: -10pt; background: #00ff00 }';
    expect(items('<div>a</div><p>b</p>', css).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(
      ['fill Layout #00ff00', 'glyphs #2 #000000', 'group opacity 0.5', '  ', '  '].map((line) =>
        line === '  ' ? expect.stringMatching(/^ {2}/) : line,
      ),
    );
  });

  test('floats and inline blocks are painted whole, among the text', () => {
    const css =
      'i { float: left; background: #ff0000 } b { display: inline-block; background: #0000ff } p { background: #00ff00 }';
    expect(order('<p><i>a</i>b<b>c</b>d</p>', css)).toEqual([
      '#00ff00',
      '#ff0000',
      '"a"',
      '"b"',
      '#0000ff',
      '"c"',
      '"d"',
    ]);
  });

  test('flex items have a z-index without being positioned', () => {
    const css =
      'div { display: flex } p { width: 20pt } #a { z-index: 1; background: #aa0000 } #b { margin-left: -10pt; background: #bb0000 }';
    expect(order('<div><p id="a">a</p><p id="b">b</p></div>', css)).toEqual(['#bb0000', '"b"', '#aa0000', '"a"']);
  });

  test('tags do not depend on the order of painting', () => {
    const tags = (css: string): string => {
      const text = printDisplayList(painted('<p id="a">a</p><p id="b">b</p>', PAGE + css).list);
      return text.slice(text.indexOf('Document'));
    };
    expect(tags('#a { position: relative; z-index: 3; top: 5pt }')).toBe(tags(''));
  });
});

test('an absolutely positioned box is as faint as what is around it inside its containing block', () => {
  const css = `
    section { position: relative; opacity: 0.9 } div { opacity: 0.5; width: 10pt; height: 10pt; background: #00ff00 }
    i { position: absolute; left: 20pt; top: 0; display: block; width: 5pt; height: 5pt; background: #ff0000 }`;
  expect(items('<section><div><i></i></div></section>', css)).toEqual([
    'group opacity 0.9',
    '  group opacity 0.5',
    '    fill Layout #00ff00 nonzero M0,0 L10,0 L10,10 L0,10 Z',
    '  group opacity 0.5',
    '    fill Layout #ff0000 nonzero M20,0 L25,0 L25,5 L20,5 Z',
  ]);
});

describe('overflow', () => {
  test('cuts off positioned boxes whose containing block is inside, and no others', () => {
    const css = `
      section { position: relative } div { overflow: hidden; width: 30pt; height: 30pt }
      i { position: absolute; left: 10pt; top: 10pt; display: block; width: 40pt; height: 40pt; background: #ff0000 }`;
    const whole = ['fill Layout #ff0000 nonzero M10,10 L50,10 L50,50 L10,50 Z'];
    expect(items('<section><div><i></i></div></section>', css)).toEqual(whole);
    expect(items('<section><div><i></i></div></section>', `${css} div { position: relative }`)).toEqual([
      'group opacity 1 clip M0,0 L30,0 L30,30 L0,30 Z',
      `  ${whole[0]}`,
    ]);
  });
});

describe('rules between columns', () => {
  test('are drawn like borders, in the middle of the gap', () => {
    const css = 'div { width: 100pt; columns: 2; column-gap: 20pt; column-rule: 2pt solid #ff0000 }';
    expect(items('<div><p>a</p><p>b</p></div>', css)[0]).toBe(
      'fill Layout #ff0000 nonzero M49,10 L49,0 L51,0 L51,10 Z',
    );
  });
});

describe('lines under, over and through text', () => {
  const line = (css: string): readonly string[] =>
    items('<p>aaaa</p>', `p { text-decoration: ${css} }`).filter((item) => !item.startsWith('glyphs'));

  test('are fills; a double one is two on the far side', () => {
    // Baseline at 8.
    expect(line('underline 1pt; text-underline-offset: 2pt')).toEqual([
      'fill Layout #000000 nonzero M0,10 L40,10 L40,11 L0,11 Z',
    ]);
    expect(line('underline double 1pt; text-underline-offset: 2pt')).toEqual([
      'fill Layout #000000 nonzero M0,10 L40,10 L40,11 L0,11 Z M0,11.75 L40,11.75 L40,12.75 L0,12.75 Z',
    ]);
    expect(line('overline double 1pt')).toEqual([
      'fill Layout #000000 nonzero M0,-2.75 L40,-2.75 L40,-1.75 L0,-1.75 Z M0,-1 L40,-1 L40,0 L0,0 Z',
    ]);
  });

  test('have whole dashes and dots from end to end', () => {
    expect(line('underline dashed 2pt; text-underline-offset: 2pt')).toEqual([
      'stroke Layout #000000 2 butt dash 4 2 M0,11 L40,11',
    ]);
    expect(line('underline dotted 2pt; text-underline-offset: 2pt')).toEqual([
      'stroke Layout #000000 2 round dash 0.02 3.78 M0.99,11 L39.01,11',
    ]);
  });

  test('wave from the beginning, and are cut off where the text ends', () => {
    const [group, stroke] = line('underline wavy 2pt; text-underline-offset: 2pt');
    // 6.75 × √3 / 3 + 2 = 5.897 high.
    expect(group).toBe('group opacity 1 clip M0,10 L40,10 L40,15.9 L0,15.9 Z');
    expect(stroke).toMatch(/^ {2}stroke Layout #000000 2 butt M0,12.95 C4.56,19.7 4.56,6.2 9.13,12.95 /);
  });

  test('through text lie above it, all others below', () => {
    const css = 'p { text-decoration: line-through underline #ff0000; text-decoration-thickness: 1pt }';
    expect(order('<p>a</p>', css)).toEqual(['#ff0000', '"a"', '#ff0000']);
  });
});
