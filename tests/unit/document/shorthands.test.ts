import { describe, expect, it } from 'vitest';
import type { ComputedStyle } from '../../../src/document/types.ts';
import { findElement, styledFromHtml, styledWithDiagnostics } from '../../support/styled.ts';

const RED = { r: 1, g: 0, b: 0, alpha: 1 };

const style = (declarations: string): ComputedStyle =>
  findElement(styledFromHtml('<div id="x">t</div>', `#x { font-size: 10pt; ${declarations} }`).root, '#x').style;

const pts = (sides: ComputedStyle['padding']): readonly number[] =>
  [sides.top, sides.right, sides.bottom, sides.left].map((side) => side.pt);

describe('shorthands', () => {
  it.each([
    ['1pt', [1, 1, 1, 1]],
    ['1pt 2pt', [1, 2, 1, 2]],
    ['1pt 2pt 3pt', [1, 2, 3, 2]],
    ['1pt 2pt 3pt 4pt', [1, 2, 3, 4]],
  ])('padding: %s', (value, sides) => {
    expect(pts(style(`padding: ${value}`).padding)).toEqual(sides);
  });

  it('set the sides that follow later declarations', () => {
    const { padding, margin } = style('padding: 1pt; padding-inline: 2pt 3pt; margin: 0 auto; margin-block-end: 4pt');
    expect(pts(padding)).toEqual([1, 3, 1, 2]);
    expect(margin).toEqual({
      top: { pt: 0, percent: 0 },
      right: 'auto',
      bottom: { pt: 4, percent: 0 },
      left: 'auto',
    });
  });

  it('border takes its parts in any order and resets what is left out', () => {
    const { border } = style('border-color: red; border: dotted 2pt; border-width: 1pt 2pt; border-bottom: none');
    expect(border.top).toEqual({ width: 1, style: 'dotted', color: { r: 0, g: 0, b: 0, alpha: 1 } });
    expect([border.right.width, border.bottom.width, border.left.width]).toEqual([2, 0, 2]);
  });

  it('border-radius has horizontal and vertical radii', () => {
    const { radius } = style('border-radius: 1pt 2pt 3pt / 4pt 10%');
    expect(radius.topLeft).toEqual({ horizontal: { pt: 1, percent: 0 }, vertical: { pt: 4, percent: 0 } });
    expect(radius.topRight).toEqual({ horizontal: { pt: 2, percent: 0 }, vertical: { pt: 0, percent: 10 } });
    expect(radius.bottomRight).toEqual({ horizontal: { pt: 3, percent: 0 }, vertical: { pt: 4, percent: 0 } });
    expect(radius.bottomLeft).toEqual({ horizontal: { pt: 2, percent: 0 }, vertical: { pt: 0, percent: 10 } });
  });

  it.each([
    ['none', 0, 0, 'auto'],
    ['auto', 1, 1, 'auto'],
    ['2', 2, 1, { pt: 0, percent: 0 }],
    ['2 3', 2, 3, { pt: 0, percent: 0 }],
    ['2 3 4pt', 2, 3, { pt: 4, percent: 0 }],
    ['10% 2 3', 2, 3, { pt: 0, percent: 10 }],
    ['0 0 auto', 0, 0, 'auto'],
    ['1 0', 1, 0, { pt: 0, percent: 0 }],
    ['content', 1, 1, 'content'],
    ['1 1 0', 1, 1, { pt: 0, percent: 0 }],
    ['1 calc(10pt + 1%)', 1, 1, { pt: 10, percent: 1 }],
  ])('flex: %s', (value, grow, shrink, basis) => {
    const { flexGrow, flexShrink, flexBasis } = style(`flex: ${value}`);
    expect({ flexGrow, flexShrink, flexBasis }).toEqual({ flexGrow: grow, flexShrink: shrink, flexBasis: basis });
  });

  it('flex-flow, gap and place-content', () => {
    const box = style('flex-flow: wrap column; gap: 1pt 10%; place-content: center space-between');
    expect([box.flexDirection, box.flexWrap]).toEqual(['column', 'wrap']);
    expect([box.rowGap, box.columnGap]).toEqual([
      { pt: 1, percent: 0 },
      { pt: 0, percent: 10 },
    ]);
    expect([box.alignContent, box.justifyContent]).toEqual(['center', 'space-between']);
  });

  it('font sets all it is made of and resets the rest', () => {
    const font = style(
      'line-height: 3; font-kerning: none; font: italic small-caps 600 2em/1.2 Plus Jakarta Sans, "Source Serif 4", serif',
    );
    expect(font).toMatchObject({
      fontStyle: 'italic',
      fontWeight: 600,
      fontSize: 24,
      lineHeight: { number: 1.2 },
      fontFamily: ['Plus Jakarta Sans', 'Source Serif 4', 'serif'],
      fontFeatures: { smcp: 1 },
    });
    expect(style('line-height: 3; font: 8pt serif')).toMatchObject({
      fontSize: 8,
      lineHeight: 'normal',
      fontWeight: 400,
      fontStyle: 'normal',
    });
  });

  it('text-decoration takes its parts in any order and resets what is left out', () => {
    const decorated = { underline: false, overline: false, lineThrough: false, underlineOffset: 'auto' };
    const rest = { color: { r: 0, g: 0, b: 0, alpha: 1 }, style: 'solid', thickness: 'auto' };
    expect(style('text-decoration: underline line-through red').decorations).toEqual([
      { ...decorated, ...rest, underline: true, lineThrough: true, color: RED },
    ]);
    expect(style('text-decoration: 2pt wavy red overline').decorations).toEqual([
      { ...decorated, overline: true, color: RED, style: 'wavy', thickness: 2 },
    ]);
    const reset = 'text-decoration: dotted underline 10%; text-decoration: underline from-font';
    expect(style(`text-underline-offset: 0.2em; ${reset}`).decorations).toEqual([
      { ...decorated, ...rest, underline: true, thickness: 'from-font', underlineOffset: 2 },
    ]);
    expect(style('text-decoration: underline; text-decoration: none').decorations).toEqual([]);
  });

  it('inset, columns and column-rule', () => {
    expect(style('inset: 1pt 10%').inset).toEqual({
      top: { pt: 1, percent: 0 },
      right: { pt: 0, percent: 10 },
      bottom: { pt: 1, percent: 0 },
      left: { pt: 0, percent: 10 },
    });
    expect(style('inset: 0; inset-block: 1pt auto; inset-inline-end: 3pt').inset).toEqual({
      top: { pt: 1, percent: 0 },
      right: { pt: 3, percent: 0 },
      bottom: 'auto',
      left: { pt: 0, percent: 0 },
    });
    const columns = (value: string): unknown => {
      const { columnCount, columnWidth } = style(`columns: ${value}`);
      return [columnCount, columnWidth];
    };
    expect(columns('2')).toEqual([2, 'auto']);
    expect(columns('12em auto')).toEqual(['auto', 120]);
    expect(columns('auto 12em')).toEqual(['auto', 120]);
    expect(columns('3 60mm')).toEqual([3, (60 / 25.4) * 72]);
    expect(columns('auto')).toEqual(['auto', 'auto']);
    expect(style('column-rule: 1pt dotted red').columnRule).toEqual({ width: 1, style: 'dotted', color: RED });
    expect(style('column-rule: 1pt; column-rule: red').columnRule.width).toBe(0);
  });

  it('background takes layers, the first on top, and the colour in the last', () => {
    const { backgroundLayers, backgroundColor, backgroundClip } = style(
      'background: url(a.png) right 10pt bottom 20% / 50% auto no-repeat content-box, border-box linear-gradient(red, #000) padding-box repeat-x red',
    );
    expect(backgroundLayers).toEqual([
      {
        image: { kind: 'url', url: 'a.png', place: expect.objectContaining({ path: 'style.css', line: 1 }) },
        position: { x: { pt: -10, percent: 100 }, y: { pt: 0, percent: 80 } },
        size: { width: { pt: 0, percent: 50 }, height: 'auto' },
        repeat: { x: 'no-repeat', y: 'no-repeat' },
        origin: 'content-box',
        clip: 'content-box',
      },
      {
        image: {
          kind: 'linear-gradient',
          direction: { degrees: 180 },
          stops: [
            { color: RED, position: undefined },
            { color: { r: 0, g: 0, b: 0, alpha: 1 }, position: undefined },
          ],
          repeating: false,
        },
        position: { x: { pt: 0, percent: 0 }, y: { pt: 0, percent: 0 } },
        size: { width: 'auto', height: 'auto' },
        repeat: { x: 'repeat', y: 'no-repeat' },
        origin: 'border-box',
        clip: 'padding-box',
      },
    ]);
    expect([backgroundColor, backgroundClip]).toEqual([RED, 'padding-box']);
  });

  it('background resets what is left out', () => {
    const all = style('background-color: red; background-size: cover; background: url("b.svg")');
    expect(all.backgroundColor.alpha).toBe(0);
    expect(all.backgroundLayers).toMatchObject([
      { image: { url: 'b.svg' }, size: { width: 'auto' }, origin: 'padding-box', clip: 'border-box' },
    ]);
    expect(style('background: url(b.svg); background: none')).toMatchObject({ backgroundLayers: [] });
    expect(style('background: center / cover url(b.svg)').backgroundLayers).toMatchObject([
      { size: 'cover', position: { x: { percent: 50 }, y: { percent: 50 } } },
    ]);
  });

  it.each([
    'background: red, url(a.png)',
    'background: url(a.png) url(b.png)',
    'background: cover url(a.png)',
    'background: red blue',
    'background: center red center',
    'background: 0 0 / url(a.png)',
    'background: url(a.png),',
    'background: border-box border-box border-box',
    'background: radial-gradient(red, blue)',
    'background-position: left 1pt right',
    'background-position: left 1pt 2pt',
    'background-position: center 1pt center',
    'object-position: left 1pt top',
    'text-decoration: underline red overline',
    'columns: 2 3',
    'columns: 1pt 2 auto',
    'inset: 1pt 2pt 3pt 4pt 5pt',
    'text-decoration: underline underline',
    'text-decoration: red blue',
  ])('%s is reported', (declaration) => {
    const { diagnostics } = styledWithDiagnostics('<p>t</p>', `p { ${declaration} }`);
    expect(diagnostics.all.map(({ code }) => code)).toEqual(['document/unsupported-value']);
  });

  it('list-style and background', () => {
    const all = style('list-style: square inside; background: red');
    expect([all.listStyleType, all.listStylePosition]).toEqual(['square', 'inside']);
    expect(all.backgroundColor).toEqual(RED);
    expect(style('background: red; background: none').backgroundColor.alpha).toBe(0);
    expect(style('list-style: "– "').listStyleType).toEqual({ text: '– ' });
    expect(style('list-style: none').listStyleType).toBe('none');
  });

  it('object-position takes keywords in either order', () => {
    const at = (value: string): unknown => style(`object-position: ${value}`).objectPosition;
    const percent = (x: number, y: number): unknown => ({ x: { pt: 0, percent: x }, y: { pt: 0, percent: y } });
    expect(at('top right')).toEqual(percent(100, 0));
    expect(at('left')).toEqual(percent(0, 50));
    expect(at('bottom')).toEqual(percent(50, 100));
    expect(at('25% 75%')).toEqual(percent(25, 75));
    expect(at('bottom 25% right 75%')).toEqual(percent(25, 75));
  });
});
