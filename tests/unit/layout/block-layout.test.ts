import { describe, expect, test } from 'vitest';
import { boxesOf, linesOf, pagesOf } from '../../support/laid-out.ts';

const PAGE = '@page { size: 200pt 300pt }';
const box = (body: string, css: string, id: string): string =>
  boxesOf(pagesOf(body, `${PAGE} ${css}`), id).join(' | ');

describe('widths', () => {
  test('a block fills its container minus margins', () => {
    expect(box('<div id="a">x</div>', '#a { margin: 0 10pt 0 30pt }', 'a')).toBe('1: 30 0 160 10');
  });
});

test('lines of the square font', () => {
  expect(linesOf(pagesOf('<p>aaaa bbbb cccc</p>', '@page { size: 100pt 100pt }'))).toEqual([['aaaa bbbb ', 'cccc']]);
});
