import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMark, MARK_END, markStart, takeMarks } from '../../../src/template/marks.ts';

describe('takeMarks', () => {
  it('gives a text without marks as it is', () => {
    expect(takeMarks('a 😀 \ue000')).toEqual({ text: 'a 😀 \ue000', spans: [] });
  });

  it('gives where each mark begins and ends, in the text without marks', () => {
    const marked = `ab${markStart(0)}cd${MARK_END}e${markStart(65533)}😀${MARK_END}`;
    expect(takeMarks(marked)).toEqual({
      text: 'abcde😀',
      spans: [
        { start: 2, mark: 0 },
        { start: 4, mark: undefined },
        { start: 5, mark: 65533 },
        { start: 7, mark: undefined },
      ],
    });
  });

  it('keeps the last of several marks at one spot', () => {
    expect(takeMarks(`a${markStart(1)}${MARK_END}${markStart(2)}b${MARK_END}`)).toEqual({
      text: 'ab',
      spans: [
        { start: 1, mark: 2 },
        { start: 2, mark: undefined },
      ],
    });
  });

  it('has no mark for what goes beyond the characters, nor for noncharacters', () => {
    expect(markStart(0xfffd).codePointAt(0)).toBe(0xffffd);
    expect(markStart(0xfffe)).toBe('');
    expect(markStart(1_000_000)).toBe('');
  });

  it('undoes what was put in, whatever the texts are', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => findMark(value) === undefined);
    const piece = fc.record({ text, mark: fc.option(fc.nat({ max: 0xfffd }), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const marked = pieces.map((each) =>
          each.mark === undefined ? each.text : markStart(each.mark) + each.text + MARK_END,
        );
        const { text: taken, spans } = takeMarks(marked.join(''));
        expect(taken).toBe(pieces.map((each) => each.text).join(''));
        const markAt = (offset: number) => spans.findLast((span) => span.start <= offset)?.mark;
        let at = 0;
        for (const each of pieces) {
          if (each.text !== '') expect(markAt(at)).toBe(each.mark);
          at += each.text.length;
        }
      }),
    );
  });
});
