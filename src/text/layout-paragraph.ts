import type { Reporter } from '../base/diagnostics.ts';
import type { Pt } from '../base/units.ts';
import type { ComputedStyle, StyledElement } from '../document/types.ts';
import { balancedLines } from './balance.ts';
import { narrowestWidth } from './break-units.ts';
import { buildLine } from './build-line.ts';
import { closingEdgesWidth } from './closing-edges.ts';
import { breakGreedily } from './greedy-breaker.ts';
import { metricsOf, textStyleOf } from './inline-box.ts';
import { type BreakPoint, OVERHANG } from './line-breaker.ts';
import { breakPointOf, lineSpan, START } from './line-points.ts';
import { bestLines } from './optimal/best-lines.ts';
import { type PreparedParagraph, prepareParagraph } from './prepare-paragraph.ts';
import type { TextContext } from './text-context.ts';
import type { InlineContent, IntrinsicWidths, Line, LineToken, Measure, Paragraph } from './types.ts';

/**
 * The lines of a paragraph from `from` on. Stops before the line that would pass `maxHeight`, but gives at least one.
 * The measure says where each line stands, indents included. The same content is prepared once, whatever the measures.
 * Reports `text/missing-glyph` for each character that no font has.
 */
export function layoutParagraph(
  content: InlineContent,
  measure: Measure,
  context: TextContext,
  from?: LineToken,
  maxHeight: Pt = Number.POSITIVE_INFINITY,
): Paragraph {
  const paragraph = prepareParagraph(content, context);
  reportMissing(paragraph, context.reporter);
  const before = from?.line ?? 0;
  const lines: Line[] = [];
  let top: Pt = 0;
  let usedWidth: Pt = 0;
  let start = from === undefined ? START : breakPointOf(paragraph, from);
  let hyphens = from?.hyphens ?? 0;
  for (const end of lineEnds(paragraph, { start, line: before, hyphens }, () => top, measure)) {
    const number = before + lines.length;
    const line = buildLine(paragraph, lineSpan(paragraph, { start, end, number, hyphens, top }), measure(number, top));
    if (lines.length > 0 && top + line.height > maxHeight + OVERHANG) break;
    lines.push(line);
    usedWidth = Math.max(usedWidth, line.width);
    top += line.height;
    hyphens = line.next?.hyphens ?? 0;
    start = end;
  }
  return { lines, height: top, usedWidth };
}

/** What a style makes of a line that has nothing else on it. */
export interface StrutMetrics {
  readonly lineHeight: Pt;
  /** From the top of the line to its baseline. */
  readonly above: Pt;
  readonly capHeight: Pt;
}

export function inlineMetrics(style: ComputedStyle, context: TextContext): StrutMetrics {
  const text = textStyleOf(style, context);
  const { above, below } = metricsOf(text, text.primary);
  return { lineHeight: above + below, above, capHeight: text.primary.capHeight * style.fontSize };
}

/** Of floats in or beside a paragraph, by element. */
export interface FloatWidths {
  /** Of floats beside its first line. */
  readonly before: Pt;
  readonly of: ReadonlyMap<StyledElement, IntrinsicWidths & { readonly clear: boolean }>;
}

/** CSS Sizing 3, section 4. An indent counts for the first line, a float for the line that it is met on. */
export function intrinsicWidths(content: InlineContent, context: TextContext, floats?: FloatWidths): IntrinsicWidths {
  const { units, pieces } = prepareParagraph(content, context);
  const canBeCut = pieces.some((piece) => piece.kind === 'text' && piece.style.style.overflowWrap === 'anywhere');
  const indent = content.style.textIndent.pt;
  let min: Pt = canBeCut ? 0 : closingEdgesWidth(units, pieces, indent);
  let max: Pt = 0;
  let line: Pt = indent;
  let beside: Pt = floats?.before ?? 0;
  units.forEach((unit, index) => {
    min = Math.max(min, narrowestWidth(unit, canBeCut) + (index === 0 ? indent : 0));
    for (const anchor of floats === undefined ? [] : (unit.anchors ?? [])) {
      const item = content.items[anchor.item];
      const float = item?.kind === 'anchor' ? floats?.of.get(item.element) : undefined;
      if (float === undefined) continue;
      min = Math.max(min, float.min);
      if (float.clear) {
        max = Math.max(max, line + beside);
        beside = 0;
      }
      beside += Math.max(0, float.max);
    }
    line += unit.width;
    max = Math.max(max, line - unit.trailing + beside);
    if (!unit.isForced) return;
    line = 0;
    beside = 0;
  });
  // An initial letter may be all that there is.
  for (const one of units.length === 0 && floats !== undefined ? floats.of.values() : []) {
    min = Math.max(min, one.min);
    max += one.max;
  }
  return { min, max: Math.max(min, max) };
}

interface LineStart {
  readonly start: BreakPoint;
  /** Lines before it. */
  readonly line: number;
  readonly hyphens: number;
}

/** Lines that depend on each other are found for the whole paragraph, so that they are the same on another page. */
function lineEnds(
  paragraph: PreparedParagraph,
  from: LineStart,
  top: () => Pt,
  measure: Measure,
): Iterable<BreakPoint> {
  const { units, content } = paragraph;
  const widthOf = (line: number): Pt => measure(line, 0).width;
  if (content.style.textWrap === 'pretty') return bestLines(paragraph, from, widthOf);
  const balanced =
    content.style.textWrap === 'balance'
      ? balancedLines(units, {
          roomOf: widthOf,
          width: measure(1, 0).base ?? widthOf(1),
          style: content.style,
          isBeside: false,
        })
      : undefined;
  if (balanced !== undefined) return balanced.filter((end) => end.unit > from.start.unit);
  const limit = { limit: content.style.hyphenateLimitLines, before: from.hyphens };
  return breakGreedily(units, from.start, (line) => measure(from.line + line, top()).width, limit);
}

function reportMissing({ missing }: PreparedParagraph, reporter: Reporter): void {
  for (const { codePoint, place } of missing) {
    const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
    reporter.report('text/missing-glyph', place, {
      character: String.fromCodePoint(codePoint),
      codePoint: `U+${hex}`,
    });
  }
}
