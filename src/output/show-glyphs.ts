import type { GlyphRun } from '../text/types.ts';
import type { FontUse } from './fonts.ts';
import { hex4, pdfDict, pdfNumber, utf16Hex } from './pdf-syntax.ts';

/**
 * Turns a glyph run into text-showing operators, between BT and ET, with the text matrix already at the origin of the run.
 *
 * Glyphs whose text is what ToUnicode says (one character, or a ligature) are shown as they are. All others (reordered,
 * one character as several glyphs, a glyph that stands for two different texts, a character without a glyph) stand in a
 * `/Span` with ActualText. PDF 32000-1, 14.9.4.
 */
export function showGlyphs(run: GlyphRun, font: FontUse): string {
  const parts = splitRun(run, font);
  const pen = createPen(run, font);
  let operators = '';
  for (const part of parts) {
    const shown = pen.show(part.start, part.end);
    operators +=
      part.actualText === undefined
        ? shown
        : `/Span${pdfDict({ ActualText: `<FEFF${utf16Hex(part.actualText)}>` })}BDC\n${shown}EMC\n`;
  }
  return operators;
}

/** Glyphs `start` to `end` of a run; neighbours that need no ActualText are one part. */
interface Part {
  readonly start: number;
  end: number;
  actualText: string | undefined;
}

function splitRun(run: GlyphRun, font: FontUse): readonly Part[] {
  const count = run.glyphIds.length;
  if (count === 0) return [];
  if (run.level % 2 !== 0 || !isAscending(run.clusters)) {
    offerSingles(run, font);
    return [{ start: 0, end: count, actualText: withoutSoftHyphens(run.text) }];
  }
  const parts: Part[] = [];
  let start = 0;
  while (start < count) {
    const cluster = run.clusters[start] ?? 0;
    let end = start + 1;
    while (end < count && run.clusters[end] === cluster) end += 1;
    const from = start === 0 ? 0 : cluster;
    const to = end < count ? (run.clusters[end] ?? run.text.length) : run.text.length;
    const text = withoutSoftHyphens(run.text.slice(from, to));
    const previous = parts.at(-1);
    if (text === '' && previous !== undefined) {
      // A hyphen that a soft hyphen became: the word goes on, so it says what the glyph before it says.
      const own = previous.actualText ?? lastText(run, font, previous);
      if (previous.actualText === undefined && previous.end - previous.start > 1) {
        previous.end -= 1;
        parts.push({ start: previous.end, end, actualText: own });
      } else {
        previous.actualText = own;
        previous.end = end;
      }
      offerText(run, font, start, end, own);
    } else if (end - start === 1 && isPlain(font, run.glyphIds[start] ?? 0, text)) {
      if (previous !== undefined && previous.actualText === undefined) previous.end = end;
      else parts.push({ start, end, actualText: undefined });
    } else {
      offerText(run, font, start, end, text);
      parts.push({ start, end, actualText: text });
    }
    start = end;
  }
  return parts;
}

/**
 * Whether the ToUnicode map says `text` for this glyph; a glyph without an entry gets one. For emoji it is enough that the
 * visible characters agree: PDFium loses what lies beyond U+FFFF in an ActualText, so a selector more or less is the
 * smaller loss.
 */
function isPlain(font: FontUse, glyphId: number, text: string): boolean {
  if (BEYOND_BASIC.test(text)) {
    return font.textOf(font.cidOf(glyphId), text).replace(IGNORABLE, '') === text.replace(IGNORABLE, '');
  }
  const offer = canonical(text);
  if (offer === '') return false;
  const known = font.textOf(font.cidOf(glyphId), offer);
  return known === text || (known === ' ' && NO_BREAK_SPACE.test(text));
}

/** PDF/A-2, 6.2.11.7.2 asks for a Unicode value of each glyph, also where ActualText says more. */
function offerText(run: GlyphRun, font: FontUse, start: number, end: number, text: string): void {
  const offer = canonical(text);
  for (let at = start; at < end; at += 1) {
    font.textOf(font.cidOf(run.glyphIds[at] ?? 0), offer === '' ? ' ' : offer);
  }
}

/** The same for the glyphs of a run that is described as a whole. */
function offerSingles(run: GlyphRun, font: FontUse): void {
  for (let at = 0; at < run.glyphIds.length; at += 1) {
    const codePoint = run.text.codePointAt(run.clusters[at] ?? 0);
    offerText(run, font, at, at + 1, codePoint === undefined ? '' : String.fromCodePoint(codePoint));
  }
}

function lastText(run: GlyphRun, font: FontUse, part: Part): string {
  return font.textOf(font.cidOf(run.glyphIds[part.end - 1] ?? 0), ' ');
}

const BEYOND_BASIC = /[\u{10000}-\u{10FFFF}]/u;
const NO_BREAK_SPACE = /^[\u00a0\u202f]$/;
/** Characters that are drawn by no glyph; a glyph never stands for them alone. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/** What a glyph stands for in general: the plain space and hyphen even where a non-breaking one was written. */
function canonical(text: string): string {
  const visible = text.replace(IGNORABLE, '');
  if (NO_BREAK_SPACE.test(visible)) return ' ';
  return visible === '\u2011' ? '-' : visible;
}

const withoutSoftHyphens = (text: string): string => text.replaceAll('\u00ad', '');

function isAscending(clusters: Uint32Array): boolean {
  for (let at = 1; at < clusters.length; at += 1) {
    // Both indexes are inside: 1 <= at < length.
    if (clusters[at]! < clusters[at - 1]!) return false;
  }
  return true;
}

/** Adjustments smaller than this many thousandths of an em wait until they have added up. */
const TOLERANCE = 0.5;

/**
 * Writes glyphs so that each stands where the run says, to half a thousandth of an em: `TJ` numbers appear only where the
 * advance is not the width of the font (kerning, letter spacing, offsets).
 */
function createPen(run: GlyphRun, font: FontUse): { show(start: number, end: number): string } {
  const scale = 1000 / run.sizePt;
  // Thousandths of an em from the origin: where the run wants the next glyph, and where the viewer would put it.
  let wanted = 0;
  let actual = 0;
  let rise = 0;
  return {
    show(start, end) {
      let operators = '';
      let strings = '';
      let hex = '';
      let adjusted = false;
      const flush = (): void => {
        if (hex !== '') strings += `<${hex}>`;
        if (strings !== '') operators += adjusted ? `[${strings}]TJ\n` : `${strings}Tj\n`;
        strings = '';
        hex = '';
        adjusted = false;
      };
      for (let at = start; at < end; at += 1) {
        // `at` is below the length of each of these arrays: they are as long as `glyphIds`.
        const glyphId = run.glyphIds[at]!;
        const offset = run.yOffsets[at]!;
        if (Math.abs(offset - rise) > 0.005) {
          flush();
          rise = offset;
          operators += `${pdfNumber(rise)} Ts\n`;
        }
        const gap = wanted + run.xOffsets[at]! * scale - actual;
        if (Math.abs(gap) >= TOLERANCE) {
          const adjustment = Math.round(-gap);
          if (hex !== '') strings += `<${hex}>`;
          hex = '';
          strings += `${adjustment}`;
          adjusted = true;
          actual -= adjustment;
        }
        hex += hex4(font.cidOf(glyphId));
        actual += font.widthOf(glyphId);
        wanted += run.advances[at]! * scale;
      }
      flush();
      if (rise !== 0 && end === run.glyphIds.length) operators += '0 Ts\n';
      return operators;
    },
  };
}
