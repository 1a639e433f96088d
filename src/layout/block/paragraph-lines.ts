import type { StyledElement } from '../../document/types.ts';
import { layoutParagraph } from '../../text/layout-paragraph.ts';
import type { InlineContent, LineMeasure, LineToken } from '../../text/types.ts';
import { resolveLength } from '../box-geometry.ts';
import { type AtomSize, atomSize, inlineContent } from '../inline/inline-content.ts';
import { isSamePage } from '../page-numbers.ts';
import type { Box, Fragment, InlineSource } from '../types.ts';
import { layoutUnbroken } from '../unbroken.ts';
import type { BlockContext, LineSpace, ParagraphLines } from './block-context.ts';

/**
 * The lines that are still to come, with `top` counted from the first of them. A paragraph that goes on at the width
 * it began with is not set again; at another width it is.
 */
export function linesFrom(
  source: InlineSource,
  token: LineToken | undefined,
  at: LineSpace,
  context: BlockContext,
): ParagraphLines {
  let known = context.lines.get(source);
  if (known === undefined) {
    known = [];
    context.lines.set(source, known);
  }
  const here = known.filter((one) => isSameSpace(one.at, at, source));
  const whole = here.find(({ from }) => from === undefined)?.content;
  const start = token === undefined ? 0 : (whole?.lines.findIndex((line) => sameToken(line.next, token)) ?? -1) + 1;
  if (whole !== undefined && (token === undefined || start > 0)) return tail(whole, start);
  const found = token === undefined ? undefined : here.find(({ from }) => sameToken(from, token))?.content;
  if (found !== undefined) return found;
  const content = setLines(source, token, at, context);
  known.push({ at, from: token, content });
  return content;
}

function isSameSpace(a: LineSpace, b: LineSpace, { hasCounters }: InlineSource): boolean {
  if (a.inlineSize !== b.inlineSize || a.blockSize !== b.blockSize) return false;
  return !hasCounters || isSamePage(a.page, b.page);
}

/** The content of lines, its atoms laid out. */
export function contentOfLines(
  source: InlineSource,
  at: LineSpace,
  context: BlockContext,
): { readonly content: InlineContent; readonly atoms: ParagraphLines['atoms'] } {
  const atoms = new Map<StyledElement, Fragment>();
  const sizeOf = (box: Box): AtomSize => {
    const asked = { inlineSize: at.inlineSize, blockSize: at.blockSize, shrinkToFit: true, page: at.page };
    const atom = layoutUnbroken(box, asked, context);
    atoms.set(box.element, atom);
    return atomSize(atom);
  };
  return { content: inlineContent(source, at, sizeOf, context.contents), atoms };
}

function setLines(
  source: InlineSource,
  token: LineToken | undefined,
  at: LineSpace,
  context: BlockContext,
): ParagraphLines {
  const { content, atoms } = contentOfLines(source, at, context);
  const indent = resolveLength(source.style.textIndent, at.inlineSize);
  const { inlineSize: base } = at;
  const measure = (line: number): LineMeasure =>
    line === 0 && indent !== 0 ? { start: indent, width: base - indent, base } : { start: 0, width: base };
  const { lines } = layoutParagraph(content, measure, context.text, token);
  return { lines, atoms };
}

const sameToken = (a: LineToken | undefined, b: LineToken): boolean =>
  a !== undefined && a.item === b.item && a.offset === b.offset && a.line === b.line;

function tail(whole: ParagraphLines, start: number): ParagraphLines {
  const first = whole.lines[start];
  if (start === 0 || first === undefined) return start === 0 ? whole : { ...whole, lines: [] };
  return { ...whole, lines: whole.lines.slice(start).map((line) => ({ ...line, top: line.top - first.top })) };
}
