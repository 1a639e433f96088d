import type { FontFace } from '../asset/types.ts';
import type { Pt } from '../base/units.ts';
import type { TextDecoration } from '../document/types.ts';
import { type DecorationLine, decorationExtent } from './decoration-shape.ts';
import type { InlineBox } from './inline-box.ts';
import type { FinishedLineBoxes } from './line-boxes.ts';
import type { DecorationSpan, GlyphRun, LineDecoration } from './types.ts';

/** Text on a line that some box decorates. */
export interface DecoratedText {
  readonly box: InlineBox;
  readonly x: Pt;
  readonly width: Pt;
  /** `undefined`: empty room that counts as text, such as a tab. */
  readonly glyphs: { readonly face: FontFace; readonly run: GlyphRun } | undefined;
}

/** A decoration with the box whose font gives its place and thickness. */
interface Applied {
  readonly box: InlineBox;
  readonly decoration: TextDecoration;
}

export const isDecorated = ({ style }: InlineBox['text']): boolean =>
  style.decorations.length > 0 && style.visibility === 'visible';

/**
 * The lines under, over and through the text of a line, those of the outermost box first. A line has the thickness and
 * the place that it has on the box that asked for it, and runs on through all text inside; left out are atoms, and
 * margins, borders and paddings. CSS Text Decoration 4, section 2.
 */
export function lineDecorations(
  texts: readonly DecoratedText[],
  heights: FinishedLineBoxes,
): readonly LineDecoration[] {
  const found: { readonly applied: Applied; readonly opacity: number; readonly texts: DecoratedText[] }[] = [];
  for (const text of texts) {
    const opacity = opacityOf(text.box);
    for (const applied of appliedTo(text.box)) {
      const known = found.find(
        (one) =>
          one.applied.box === applied.box && one.applied.decoration === applied.decoration && one.opacity === opacity,
      );
      if (known === undefined) found.push({ applied, opacity, texts: [text] });
      else known.texts.push(text);
    }
  }
  return found
    .toSorted((a, b) => a.applied.box.depth - b.applied.box.depth)
    .flatMap(({ applied, opacity, texts: covered }) =>
      linesOf(applied.decoration).map((line) => drawLine({ applied, opacity, line, texts: covered }, heights)),
    );
}

/** What a box asks for itself follows what comes from outside; the root inline box stands for all blocks around it. */
function appliedTo(box: InlineBox): readonly Applied[] {
  const { decorations } = box.text.style;
  if (box.parent === undefined) return decorations.map((decoration) => ({ box, decoration }));
  const outer = appliedTo(box.parent);
  return [...outer, ...decorations.slice(outer.length).map((decoration) => ({ box, decoration }))];
}

/** Of the inline elements around, which no group of their own fades. */
function opacityOf(box: InlineBox): number {
  const own = box.element?.style.opacity ?? 1;
  return box.parent === undefined ? own : own * opacityOf(box.parent);
}

function linesOf(decoration: TextDecoration): readonly DecorationLine[] {
  const lines: DecorationLine[] = [];
  if (decoration.underline) lines.push('underline');
  if (decoration.overline) lines.push('overline');
  if (decoration.lineThrough) lines.push('line-through');
  return lines;
}

interface Stretch {
  readonly applied: Applied;
  readonly opacity: number;
  readonly line: DecorationLine;
  readonly texts: readonly DecoratedText[];
}

function drawLine({ applied, opacity, line, texts }: Stretch, heights: FinishedLineBoxes): LineDecoration {
  const { color, style } = applied.decoration;
  const thickness = thicknessOf(applied);
  const y = topOf(applied, line, thickness, heights);
  const spans = joinTexts(texts);
  const { top, bottom } = decorationExtent({ line, style, thickness });
  const band: Band = { top: y + top, bottom: y + bottom, margin: thickness, heights };
  const inks = line === 'line-through' ? [] : texts.flatMap((text) => inksOf(text, band));
  return {
    line,
    style,
    color: opacity >= 1 ? color : { ...color, alpha: color.alpha * opacity },
    y,
    thickness,
    whole: { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 },
    spans: inks.length === 0 ? spans : spans.flatMap((span) => cutOut(span, inks, thickness)),
  };
}

function thicknessOf({ box, decoration }: Applied): Pt {
  const { primary, style } = box.text;
  if (typeof decoration.thickness === 'number') return decoration.thickness;
  return (primary.underlineThickness > 0 ? primary.underlineThickness : 0.05) * style.fontSize;
}

/** The top edge of a straight line, from the top of the line box. */
function topOf({ box, decoration }: Applied, line: DecorationLine, thickness: Pt, heights: FinishedLineBoxes): Pt {
  const { primary, style } = box.text;
  const baseline = heights.baselineOf(box);
  switch (line) {
    case 'underline':
      return typeof decoration.underlineOffset === 'number'
        ? baseline + decoration.underlineOffset
        : baseline - primary.underlinePosition * style.fontSize;
    case 'overline':
      return baseline - box.ascent - thickness;
    case 'line-through':
      return baseline - (primary.xHeight * style.fontSize) / 2 - thickness / 2;
  }
}

/** Texts side by side are one stretch, so that dashes and waves keep their beat. */
function joinTexts(texts: readonly DecoratedText[]): readonly DecorationSpan[] {
  const spans: { start: Pt; end: Pt }[] = [];
  for (const { x, width } of texts.toSorted((a, b) => a.x - b.x)) {
    if (width <= 0) continue;
    const last = spans.at(-1);
    if (last !== undefined && x - last.end < 0.01) last.end = Math.max(last.end, x + width);
    else spans.push({ start: x, end: x + width });
  }
  return spans;
}

// ---- Ink (section 5.3) --------------------------------------------------------------------------------------------------

interface Band {
  /** From the top of the line box. */
  readonly top: Pt;
  readonly bottom: Pt;
  /** Left free on each side of a letter. */
  readonly margin: Pt;
  readonly heights: FinishedLineBoxes;
}

/** Where letters pass through a band, with the room that is left free beside them. */
function inksOf({ box, x, glyphs }: DecoratedText, band: Band): readonly DecorationSpan[] {
  if (glyphs === undefined || box.text.style.textDecorationSkipInk === 'none') return [];
  const { run, face } = glyphs;
  const baseline = band.heights.baselineOf(box);
  const inks: DecorationSpan[] = [];
  let at = x;
  for (let index = 0; index < run.glyphIds.length; index += 1) {
    // index < run.glyphIds.length, and the arrays of a run are equally long.
    const size = run.sizePt;
    const up = run.yOffsets[index]!;
    const bottom = (baseline - band.bottom - up) / size;
    const ink = face.inkBetween(run.glyphIds[index]!, bottom, (baseline - band.top - up) / size);
    if (ink !== undefined) {
      const origin = at + run.xOffsets[index]!;
      inks.push({ start: origin + ink[0] * size - band.margin, end: origin + ink[1] * size + band.margin });
    }
    at += run.advances[index]!;
  }
  return inks;
}

/** What is left of a span beside the ink; scraps that would look like dots, at most twice as long as thick, go too. */
function cutOut(span: DecorationSpan, inks: readonly DecorationSpan[], thickness: Pt): readonly DecorationSpan[] {
  const rest: DecorationSpan[] = [];
  let { start } = span;
  const keep = (end: Pt): void => {
    if (end - start > 2 * thickness) rest.push({ start, end });
  };
  for (const ink of inks.toSorted((a, b) => a.start - b.start)) {
    if (ink.end <= start || ink.start >= span.end) continue;
    keep(ink.start);
    start = Math.max(start, ink.end);
  }
  keep(span.end);
  return rest;
}
