import type { Pt } from '../../base/units.ts';
import type { ComputedStyle } from '../../document/types.ts';
import { ADDRESS_BREAK, HYPHEN_BREAK, RELUCTANT_BREAK, SHORT_HYPHEN_BREAK } from '../break-opportunities.ts';
import type { ParagraphUnit } from '../break-units.ts';
import { isWordSeparator } from '../characters.ts';
import { spaceWidth } from '../glyph-run.ts';
import { type BreakPoint, OVERHANG } from '../line-breaker.ts';
import type { Piece } from '../pieces.ts';
import type { PreparedParagraph } from '../prepare-paragraph.ts';
import { type BoxRow, ENDS_LINE, ENDS_WITH_HYPHEN } from './break-optimally.ts';
import { END_PENALTY } from './demerits.ts';

/** The boxes of a paragraph, and the place behind each of them as the line builder knows it. */
export interface ParagraphBoxes {
  readonly row: BoxRow;
  readonly ends: readonly BreakPoint[];
}

/** Spaces give way in lines that are broken as a whole paragraph alone: elsewhere none of them is too long. */
export const canShrink = ({ textAlign, textWrap }: ComputedStyle): boolean =>
  textAlign === 'justify' && textWrap === 'pretty';

interface Box {
  readonly width: Pt;
  readonly trailing: Pt;
  readonly spaces: Pt;
  readonly trailingSpaces: Pt;
  readonly hyphen: Pt;
  readonly penalty: number;
  readonly flags: number;
  readonly earliest: number;
  readonly end: BreakPoint;
}

const whole = new WeakMap<PreparedParagraph, ParagraphBoxes>();

/** A unit is a box; one that is wider than `room` is a box for each part in which it may be cut. */
export function paragraphBoxes(paragraph: PreparedParagraph, room: Pt): ParagraphBoxes {
  const { units } = paragraph;
  const isWide = (unit: ParagraphUnit): boolean => unit.width - unit.trailing + (unit.hyphen ?? 0) > room + OVERHANG;
  const mustCut = units.some((unit) => isWide(unit) && unit.splits().length > 0);
  const known = mustCut ? undefined : whole.get(paragraph);
  if (known !== undefined) return known;
  const boxes: Box[] = [];
  units.forEach((unit, index) => {
    const box = boxOf(paragraph, unit, index);
    if (mustCut && isWide(unit)) boxes.push(...cutBox(box, unit, { index, earliest: boxes.length }));
    else boxes.push(box);
  });
  const made = { row: rowOf(boxes, mustCut), ends: boxes.map(({ end }) => end) };
  if (!mustCut) whole.set(paragraph, made);
  return made;
}

function boxOf({ pieces, text }: PreparedParagraph, unit: ParagraphUnit, index: number): Box {
  let spaces: Pt = 0;
  let trailingSpaces: Pt = 0;
  for (let at = unit.first; at < unit.end; at += 1) {
    const piece = pieces[at]!;
    if (piece.kind === 'text') {
      const own = separatorsOf(piece, text);
      spaces += own;
      trailingSpaces = piece.isSpace ? trailingSpaces + own : 0;
    } else if (piece.kind === 'tab' || piece.kind === 'atom') trailingSpaces = 0;
  }
  const { width, trailing, hyphen = 0 } = unit;
  const sign = signAfter(pieces, unit, text);
  const flags = (unit.isForced ? ENDS_LINE : 0) | (sign.isHyphen ? ENDS_WITH_HYPHEN : 0);
  const end = { unit: index + 1, split: 0 };
  return { width, trailing, spaces, trailingSpaces, hyphen, penalty: sign.penalty, flags, earliest: 0, end };
}

function separatorsOf(piece: Extract<Piece, { kind: 'text' }>, text: string): Pt {
  if (piece.isSpace) return piece.width;
  let count = 0;
  for (let at = piece.start; at < piece.end; at += 1) if (isWordSeparator(text.charCodeAt(at))) count += 1;
  return count === 0 ? 0 : count * spaceWidth(piece.style);
}

interface Sign {
  readonly penalty: number;
  readonly isHyphen: boolean;
}

const NO_SIGN: Sign = { penalty: END_PENALTY.plain, isHyphen: false };
const WRITTEN_HYPHEN: Sign = { penalty: END_PENALTY.writtenHyphen, isHyphen: true };

const BY_KIND: Readonly<Record<number, Sign>> = {
  [HYPHEN_BREAK]: { penalty: END_PENALTY.hyphen, isHyphen: true },
  [SHORT_HYPHEN_BREAK]: { penalty: END_PENALTY.shortHyphen, isHyphen: true },
  [ADDRESS_BREAK]: { penalty: END_PENALTY.address, isHyphen: false },
  [RELUCTANT_BREAK]: { penalty: END_PENALTY.reluctant, isHyphen: false },
};

/** Written. */
const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010']);

function signAfter(pieces: readonly Piece[], { first, end, ending }: ParagraphUnit, text: string): Sign {
  const kind = BY_KIND[ending];
  if (kind !== undefined) return kind;
  for (let at = end - 1; at >= first; at -= 1) {
    const piece = pieces[at]!;
    if (piece.kind === 'text') return HYPHENS.has(text.charAt(piece.end - 1)) ? WRITTEN_HYPHEN : NO_SIGN;
    if (piece.kind !== 'close' && piece.kind !== 'anchor') break;
  }
  return NO_SIGN;
}

/** Nothing inside such a unit is stretched: where it is cut, its spaces are not counted. */
function cutBox(
  box: Box,
  unit: ParagraphUnit,
  { index, earliest }: { readonly index: number; readonly earliest: number },
): readonly Box[] {
  const boxes: Box[] = [];
  let from: Pt = 0;
  unit.splits().forEach(({ width }, split) => {
    const end = { unit: index, split: split + 1 };
    boxes.push({ ...UNSPACED, width: width - from, penalty: END_PENALTY.cut, earliest, end });
    from = width;
  });
  boxes.push({ ...box, width: box.width - from, spaces: box.trailingSpaces });
  return boxes;
}

const UNSPACED = { trailing: 0, spaces: 0, trailingSpaces: 0, hyphen: 0, flags: 0 } as const;

function rowOf(boxes: readonly Box[], hasCuts: boolean): BoxRow {
  const count = boxes.length;
  const widths = new Float64Array(count + 1);
  const spaces = new Float64Array(count + 1);
  boxes.forEach((box, index) => {
    widths[index + 1] = widths[index]! + box.width;
    spaces[index + 1] = spaces[index]! + box.spaces;
  });
  return {
    count,
    widths,
    spaces,
    trailing: Float64Array.from(boxes, ({ trailing }) => trailing),
    trailingSpaces: Float64Array.from(boxes, ({ trailingSpaces }) => trailingSpaces),
    hyphens: Float64Array.from(boxes, ({ hyphen }) => hyphen),
    penalties: Float64Array.from(boxes, ({ penalty }) => penalty),
    flags: Uint8Array.from(boxes, ({ flags }) => flags),
    ...(hasCuts ? { earliest: Int32Array.from(boxes, ({ earliest }) => earliest) } : {}),
  };
}
