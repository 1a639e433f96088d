import { describe, expect, it } from 'vitest';
import { intrinsicWidths, layoutParagraph } from '../../../src/text/layout-paragraph.ts';
import { fixedMeasure, inlineContent, lineTexts, textContext } from '../../support/text-content.ts';

const context = textContext();

describe('layoutParagraph', () => {
  it('breaks lines where words end', () => {
    const { lines, height, usedWidth } = layoutParagraph(inlineContent(['aaa bb cccc']), fixedMeasure(70), context);
    expect(lineTexts(lines)).toEqual(['aaa bb ', 'cccc']);
    expect(lines.map((line) => [line.top, line.height, line.baseline, line.start, line.width])).toEqual([
      [0, 20, 13, 0, 60],
      [20, 20, 13, 0, 40],
    ]);
    expect(height).toBe(40);
    expect(usedWidth).toBe(60);
    expect(intrinsicWidths(inlineContent(['aaa bb cccc']), context)).toEqual({ min: 40, max: 110 });
  });
});
