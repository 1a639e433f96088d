import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseColor } from '../../../src/document/css/values/color.ts';
import { readValues } from '../../../src/document/css/values/component-values.ts';
import type { ComputeContext } from '../../../src/document/css/values/compute-context.ts';
import { parseInteger, parseLength, parseNumber } from '../../../src/document/css/values/length.ts';
import type { LengthPercentage } from '../../../src/document/types.ts';

const context: ComputeContext = {
  fontSize: 10,
  rootFontSize: 12,
  color: { r: 1, g: 0, b: 0, alpha: 1 },
  get parent(): never {
    throw new Error('Not needed');
  },
  variables: new Map(),
  invalid: () => undefined,
};

function length(text: string, range = { percent: true, negative: true }): LengthPercentage | undefined {
  return parseLength(readValues(text) ?? [], range)?.(context);
}

const close = (value: LengthPercentage | undefined): unknown =>
  value === undefined ? undefined : { pt: Number(value.pt.toFixed(6)), percent: Number(value.percent.toFixed(6)) };

describe('lengths', () => {
  it.each([
    ['1in', 72, 0],
    ['2.54cm', 72, 0],
    ['25.4mm', 72, 0],
    ['101.6q', 72, 0],
    ['96px', 72, 0],
    ['6pc', 72, 0],
    ['72PT', 72, 0],
    ['2em', 20, 0],
    ['2rem', 24, 0],
    ['2ch', 10, 0],
    ['-1.5e1pt', -15, 0],
    ['0', 0, 0],
    ['12.5%', 0, 12.5],
    ['calc(1in - 2em)', 52, 0],
    ['calc(50% + 2 * (3pt + 1pt) / 4)', 2, 50],
    ['calc(10pt*-2)', -20, 0],
    ['min(1in, 3em, 40pt)', 30, 0],
    ['max(10%, 20%)', 0, 20],
    ['clamp(10pt, 5em, 40pt)', 40, 0],
    ['clamp(20pt, 1pt, 10pt)', 20, 0],
    ['calc(100% - max(1em, 12pt))', -12, 100],
  ])('%s', (text, pt, percent) => {
    expect(close(length(text))).toEqual({ pt, percent });
  });

  it.each([
    '1',
    '1vw',
    '1 pt',
    'calc(1pt + 1)',
    'calc(1pt * 1pt)',
    'calc(1 / 1pt)',
    'calc(1pt / 0)',
    'calc(1pt -2pt)',
    'min(10%, 1pt)',
    'clamp(1pt, 2pt)',
    'calc()',
    'foo(1pt)',
  ])('%s is none', (text) => {
    expect(length(text)).toBeUndefined();
  });

  it('are refused or cut at zero where they may not be negative', () => {
    const range = { percent: true, negative: false };
    expect(length('-1pt', range)).toBeUndefined();
    expect(length('-1%', range)).toBeUndefined();
    expect(length('calc(1pt - 2pt)', range)).toEqual({ pt: 0, percent: 0 });
    expect(length('calc(50% - 2pt)', range)).toEqual({ pt: -2, percent: 50 });
  });

  it('calculate like arithmetic', () => {
    const leaf = fc.record({ pt: fc.integer({ min: -50, max: 50 }), percent: fc.integer({ min: -50, max: 50 }) });
    fc.assert(
      fc.property(leaf, leaf, fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 5 }), (a, b, k, d) => {
        const text = `calc((${a.pt}pt + ${a.percent}%) * ${k} - (${b.pt}pt + ${b.percent}%) / ${d})`;
        expect(close(length(text))).toEqual(
          close({ pt: a.pt * k - b.pt / d + 0, percent: a.percent * k - b.percent / d + 0 }),
        );
      }),
    );
  });
});

describe('numbers', () => {
  it('may be calculated', () => {
    expect(parseNumber(readValues('calc(3 * (1 + 1) / 4)') ?? [])).toBe(1.5);
    expect(parseInteger(readValues('calc(5 / 2)') ?? [])).toBe(3);
    expect(parseInteger(readValues('2.0') ?? [])).toBeUndefined();
  });
});

describe('colours', () => {
  const color = (text: string): unknown => {
    const value = parseColor(readValues(text) ?? [])?.(context);
    return value === undefined
      ? undefined
      : [...[value.r, value.g, value.b].map((channel) => Math.round(channel * 255)), value.alpha];
  };

  it.each([
    ['Tomato', [255, 99, 71, 1]],
    ['#fa0', [255, 170, 0, 1]],
    ['#FA08', [255, 170, 0, 136 / 255]],
    ['#0a141eff', [10, 20, 30, 1]],
    ['rgb(10, 20, 30)', [10, 20, 30, 1]],
    ['rgb(10 20 30 / 50%)', [10, 20, 30, 0.5]],
    ['rgba(300, -5, 30, .25)', [255, 0, 30, 0.25]],
    ['rgb(100% 50% 0%)', [255, 128, 0, 1]],
    ['hsl(120, 100%, 25%)', [0, 128, 0, 1]],
    ['hsl(-120deg 100% 50% / 1)', [0, 0, 255, 1]],
    ['hsl(0.5turn 100% 50%)', [0, 255, 255, 1]],
    ['transparent', [0, 0, 0, 0]],
    ['currentColor', [255, 0, 0, 1]],
  ])('%s', (text, channels) => {
    expect(color(text)).toEqual(channels);
  });

  it.each(['#12', '#12345', '#ggg', 'rgb(1,2)', 'rgb(1,2,3,4,5)', 'hsl(1,2,3)', 'nocolor', 'lab(1 2 3)'])(
    '%s is none',
    (text) => {
      expect(color(text)).toBeUndefined();
    },
  );
});

describe('component values', () => {
  it('read escapes, nesting and what the end of the text closes', () => {
    expect(readValues('"a\\2022 b\\"" f(x [1')).toEqual([
      { kind: 'string', value: 'a•b"' },
      {
        kind: 'function',
        name: 'f',
        args: [
          { kind: 'ident', name: 'x', text: 'x' },
          { kind: 'block', open: '[', children: [{ kind: 'number', value: 1, integer: true }] },
        ],
      },
    ]);
  });

  it('end in nothing when brackets do not match or go too deep', () => {
    expect(readValues('f(a]')).toBeUndefined();
    expect(readValues(')')).toBeUndefined();
    expect(readValues('"open\n"')).toBeUndefined();
    expect(readValues('('.repeat(100_000))).toBeUndefined();
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        readValues(text);
      }),
    );
  });
});
