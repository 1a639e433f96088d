import type { Pt } from '../base/units.ts';
import type { ParagraphUnit } from './break-units.ts';
import type { LineSpan, PiecePoint } from './build-line.ts';
import { endsWithHyphen } from './greedy-breaker.ts';
import type { BreakPoint } from './line-breaker.ts';
import type { PreparedParagraph } from './prepare-paragraph.ts';
import type { LineToken } from './types.ts';

export const START: BreakPoint = { unit: 0, split: 0 };

export function piecePoint({ pieces, units, text }: PreparedParagraph, point: BreakPoint): PiecePoint {
  const unit = units[point.unit];
  if (unit === undefined) return { piece: pieces.length, offset: text.length };
  if (point.split > 0) return unit.splits()[point.split - 1]!;
  return { piece: unit.first, offset: pieces[unit.first]!.start };
}

interface LineEnds {
  readonly start: BreakPoint;
  readonly end: BreakPoint;
  /** Lines before it. */
  readonly number: number;
  /** Of them, right before it, so many end with a hyphen. */
  readonly hyphens: number;
  readonly top: Pt;
}

export function lineSpan(paragraph: PreparedParagraph, { start, end, number, hyphens, top }: LineEnds): LineSpan {
  const { units } = paragraph;
  const isEnd = end.unit >= units.length;
  const isHyphenated = !isEnd && endsWithHyphen(units, end);
  return {
    from: piecePoint(paragraph, start),
    to: piecePoint(paragraph, end),
    isLast: isEnd || (end.split === 0 && units[end.unit - 1]?.isForced === true),
    isHyphenated,
    top,
    next: isEnd ? undefined : tokenOf(paragraph, end, number + 1, isHyphenated ? hyphens + 1 : 0),
  };
}

function tokenOf(paragraph: PreparedParagraph, point: BreakPoint, line: number, hyphens: number): LineToken {
  const { piece, offset } = piecePoint(paragraph, point);
  const { item } = paragraph.pieces[piece]!;
  const token = { item, offset: offset - paragraph.itemStarts[item]!, line };
  return hyphens === 0 ? token : { ...token, hyphens };
}

/** The first place at or after the token: exactly there for the content that the token was made of. */
export function breakPointOf(paragraph: PreparedParagraph, token: LineToken): BreakPoint {
  const { units, pieces, itemStarts } = paragraph;
  const isBefore = (piece: number, offset: number): boolean => {
    const { item } = pieces[piece]!;
    return item < token.item || (item === token.item && offset - itemStarts[item]! < token.offset);
  };
  const startsBefore = (unit: ParagraphUnit): boolean => isBefore(unit.first, pieces[unit.first]!.start);
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startsBefore(units[middle]!)) low = middle + 1;
    else high = middle;
  }
  const atUnit = units[low];
  const isExact =
    atUnit !== undefined &&
    pieces[atUnit.first]!.item === token.item &&
    pieces[atUnit.first]!.start - itemStarts[token.item]! === token.offset;
  const inside = units[low - 1];
  if (isExact || inside === undefined) return { unit: low, split: 0 };
  const split = inside.splits().findIndex((cut) => !isBefore(cut.piece, cut.offset));
  return split === -1 ? { unit: low, split: 0 } : { unit: low - 1, split: split + 1 };
}
