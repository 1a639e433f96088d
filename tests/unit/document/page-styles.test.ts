import { describe, expect, it } from 'vitest';
import { mm } from '../../../src/base/units.ts';
import type { MarginBoxName, PageStyle, StyledDocument, StyledElement } from '../../../src/document/types.ts';
import { styledFromHtml } from '../../support/styled.ts';

const variants = (css: string): StyledDocument['pages'] => styledFromHtml('<p>t</p>', css).pages;

/** Of the first page and of a later one, without a name. */
function pages(css: string): { readonly first: PageStyle; readonly rest: PageStyle } {
  const all = variants(css);
  const first = all.find(({ kind }) => kind.first !== false)?.style;
  const rest = all.find(({ kind }) => kind.first !== true)?.style;
  if (first === undefined || rest === undefined) throw new Error('A page has no style');
  return { first, rest };
}

/** Each kind as text, with its left margin. */
const margins = (css: string): readonly string[] =>
  variants(css).map(({ kind, style }) => {
    const { name, first, side, blank } = kind;
    const flag = (value: boolean | undefined, word: string): string[] =>
      value === undefined ? [] : [value ? word : `not-${word}`];
    const words = [
      name ?? '*',
      ...flag(first, 'first'),
      ...(side === undefined ? [] : [side]),
      ...flag(blank, 'blank'),
    ];
    return `${words.join(' ')}: ${style.margin.left}`;
  });

function box(css: string, name: MarginBoxName = 'top-left'): StyledElement | undefined {
  return pages(css).rest.marginBoxes.find((one) => one.name === name)?.element;
}

const close = (size: { readonly width: number; readonly height: number }): readonly number[] =>
  [size.width, size.height].map((value) => Number(value.toFixed(4)));

describe('@page', () => {
  it.each([
    ['A4', mm(210), mm(297)],
    ['a3 landscape', mm(420), mm(297)],
    ['landscape f4', mm(330), mm(215)],
    ['landscape', mm(297), mm(210)],
    ['auto', mm(210), mm(297)],
    ['letter', 612, 792],
    ['100mm', mm(100), mm(100)],
    ['10cm 200mm', mm(100), mm(200)],
  ])('size: %s', (value, width, height) => {
    expect(close(pages(`@page { size: ${value} }`).rest.size)).toEqual(close({ width, height }));
  });

  it('is A4 with 20 mm when nothing is said', () => {
    const { rest, first } = pages('');
    expect(close(rest.size)).toEqual(close({ width: mm(210), height: mm(297) }));
    expect(rest.margin.top).toBeCloseTo(mm(20));
    expect(first).toBe(rest);
  });

  it('counts percentages of margins from the page, em from the root, auto as nothing', () => {
    const css = 'html { font-size: 10pt } @page { size: 200pt 400pt; margin: 10% 2em auto 10% }';
    expect(pages(css).rest.margin).toEqual({ top: 40, right: 20, bottom: 0, left: 20 });
  });

  it('gives :first what it says, over later rules for all pages', () => {
    const css =
      '@page :first { margin-top: 1pt } @page { margin: 5pt } @page { margin-left: 6pt !important } @page :first { margin-left: 7pt }';
    const { first, rest } = pages(css);
    expect(first.margin).toEqual({ top: 1, right: 5, bottom: 5, left: 6 });
    expect(rest.margin).toEqual({ top: 5, right: 5, bottom: 5, left: 6 });
  });

  it('lets a later stylesheet or an important size win', () => {
    expect(pages('@page { size: 100pt !important } @page { size: 200pt }').rest.size).toEqual({
      width: 100,
      height: 100,
    });
  });

  it('sees the custom properties of the root', () => {
    expect(pages(':root { --m: 3pt } @page { margin: var(--m) }').rest.margin.top).toBe(3);
  });
});

describe('kinds of page (CSS Paged Media 3, section 4)', () => {
  it('are only those that rules tell apart', () => {
    expect(margins('@page { margin: 1pt }')).toEqual(['*: 1']);
    expect(margins('@page { margin: 1pt } @page :first { margin: 2pt }')).toEqual(['* first: 2', '* not-first: 1']);
    expect(margins('@page :left { margin: 1pt } @page :right { margin: 2pt }')).toEqual(['* right: 2', '* left: 1']);
    expect(margins('@page { margin: 1pt } @page wide { margin: 2pt }')).toEqual(['wide: 2', '*: 1']);
    expect(margins('@page { margin: 1pt } @page :blank { margin: 2pt }')).toEqual(['* blank: 2', '* not-blank: 1']);
  });

  it('a name counts more than :first, :first and :blank more than a side, and all of these more than the order', () => {
    const css =
      '@page Toc { margin: 5pt } @page :first { margin: 4pt } @page :left { margin: 3pt } @page { margin: 1pt }';
    expect(margins(css)).toEqual([
      'Toc first right: 5',
      'Toc first left: 5',
      'Toc not-first right: 5',
      'Toc not-first left: 5',
      '* first right: 4',
      '* first left: 4',
      '* not-first right: 1',
      '* not-first left: 3',
    ]);
    expect(margins('@page a:first { margin: 2pt } @page a { margin: 1pt } @page { margin: 0 }')).toEqual([
      'a first: 2',
      'a not-first: 1',
      '* first: 0',
      '* not-first: 0',
    ]);
    expect(margins('@page :left:left { margin: 2pt } @page :left { margin: 1pt }').at(-1)).toBe('* left: 2');
  });

  it('a list of selectors applies where any of them does, each with its own weight', () => {
    expect(margins('@page a, :first { margin: 2pt } @page a { margin: 1pt } @page { margin: 0 }')).toEqual([
      'a first: 1',
      'a not-first: 1',
      '* first: 2',
      '* not-first: 0',
    ]);
  });

  it('with the same rules share one style', () => {
    const all = variants('@page :first { margin: 1pt } @page :left { margin: 2pt }');
    expect(all.map(({ style }) => all.findIndex((one) => one.style === style))).toEqual([0, 1, 2, 3]);
    const named = variants('@page a { margin: 1pt } @page b { margin: 2pt } @page b:first { margin: 3pt }');
    expect(new Set(named.map(({ style }) => style)).size).toBe(4);
  });

  it('a name keeps its case; unknown selectors are reported', () => {
    expect(margins('@page Wide { margin: 2pt } @page wide { margin: 1pt }').slice(0, 2)).toEqual([
      'Wide: 2',
      'wide: 1',
    ]);
  });
});

describe('margin boxes', () => {
  it('inherit from @page, and @page from the root', () => {
    const css =
      'html { color: red; font-size: 10pt } @page { font-weight: 700; @top-left { content: "a"; font-size: 2em } }';
    expect(box(css)?.style).toMatchObject({ color: { r: 1, g: 0, b: 0, alpha: 1 }, fontWeight: 700, fontSize: 20 });
    expect(box(css)).toMatchObject({ name: '@top-left', children: [] });
  });

  it('hold text, page numbers and elements', () => {
    const css =
      '@page { @top-left { content: element(kop) "hal. " counter(page) " dari " counter(pages, lower-roman) } }';
    expect(box(css)?.style.content).toEqual([
      { kind: 'element', name: 'kop', which: 'first' },
      { kind: 'text', text: 'hal. ' },
      { kind: 'page-counter', counter: 'page', target: undefined, style: 'decimal' },
      { kind: 'text', text: ' dari ' },
      { kind: 'page-counter', counter: 'pages', target: undefined, style: 'lower-roman' },
    ]);
  });

  it('are not there without content', () => {
    expect(box('@page { @top-left { color: red } }')).toBeUndefined();
    expect(box('@page { @top-left { content: none } }')).toBeUndefined();
    const { first, rest } = pages('@page { @top-left { content: "a" } } @page :first { @top-left { content: none } }');
    expect([first.marginBoxes.length, rest.marginBoxes.length]).toEqual([0, 1]);
  });

  it('are aligned as the standard says, unless they say otherwise', () => {
    const css =
      '@page { @top-center { content: "a" } @right-bottom { content: "a" } @bottom-right { content: "a"; text-align: left; vertical-align: top } }';
    const alignment = (name: MarginBoxName): unknown => [
      box(css, name)?.style.textAlign,
      box(css, name)?.style.verticalAlign,
    ];
    expect(alignment('top-center')).toEqual(['center', 'middle']);
    expect(alignment('right-bottom')).toEqual(['center', 'bottom']);
    expect(alignment('bottom-right')).toEqual(['left', 'top']);
  });
});

describe('@footnote (CSS GCPM 3, section 2.3)', () => {
  const area = (css: string): StyledElement | undefined =>
    styledFromHtml('<p>t<i>n</i></p>', `html { font-size: 10pt } i { float: footnote } ${css}`).pages[0]?.style
      .footnoteArea;

  it('is there in documents with footnotes alone', () => {
    expect(pages('@page { @footnote { padding: 1pt } }').rest.footnoteArea).toBeUndefined();
    expect(area('')).toMatchObject({ name: '@footnote', children: [] });
  });

  it('has a short rule, unless the author gives it a border above or a background', () => {
    const layers = (css: string): number | undefined =>
      area(`@page { @footnote { ${css} } }`)?.style.backgroundLayers.length;
    expect(area('')?.style).toMatchObject({
      margin: { top: { pt: 10, percent: 0 } },
      padding: { top: { pt: 5, percent: 0 } },
      maxHeight: { pt: 0, percent: 80 },
      backgroundLayers: [{ size: { width: { pt: 60, percent: 0 }, height: { pt: 0.5, percent: 0 } } }],
    });
    expect(layers('padding: 0; margin: 0')).toBe(1);
    expect(layers('border-top: 1pt solid')).toBe(0);
    expect(layers('border: none')).toBe(0);
    expect(layers('background: none')).toBe(0);
    expect(layers('background: red')).toBe(0);
  });

  it('is that of the page', () => {
    const css = 'i { float: footnote } @page :first { @footnote { margin-top: 3pt } }';
    const { pages: all } = styledFromHtml('<p>t<i>n</i></p>', css);
    expect(all.map(({ style }) => style.footnoteArea?.style.margin.top)).toEqual([
      { pt: 3, percent: 0 },
      { pt: 12, percent: 0 },
    ]);
  });
});

describe('running elements', () => {
  it('have their name, and leave decoration outside', () => {
    const { root } = styledFromHtml(
      '<footer>x</footer>',
      'body { text-decoration: underline } footer { position: running(Kaki) }',
    );
    const body = root.children.find(
      (child): child is StyledElement => child.kind === 'element' && child.name === 'body',
    );
    const footer = body?.children.find((child): child is StyledElement => child.kind === 'element');
    expect(body?.style.decorations).toMatchObject([{ underline: true }]);
    expect(footer?.style.decorations).toEqual([]);
    expect(footer?.style.position).toEqual({ kind: 'running', name: 'Kaki' });
  });
});
