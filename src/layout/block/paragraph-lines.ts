import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import { layoutParagraph } from '../../text/layout-paragraph.ts';
import type { LineToken } from '../../text/types.ts';
import { resolveLength } from '../box-geometry.ts';
import { atomSize, inlineContent } from '../inline/inline-content.ts';
import type { Fragment, InlineSource, ReplacedBox, Space } from '../types.ts';
import type { BlockContext, ParagraphLines } from './block-context.ts';

interface LineSpace {
  readonly inlineSize: Pt;
  readonly blockSize: Pt | undefined;
  readonly page: Space['page'];
}

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
  const key = `${at.inlineSize} ${at.blockSize} ${source.hasCounters ? `${at.page.number} ${at.page.count}` : ''}`;
  let known = context.lines.get(source);
  if (known === undefined) {
    known = new Map();
    context.lines.set(source, known);
  }
  const whole = known.get(key);
  const start = token === undefined ? 0 : (whole?.lines.findIndex((line) => sameToken(line.next, token)) ?? -1) + 1;
  if (whole !== undefined && (token === undefined || start > 0)) return tail(whole, start);
  const resumeKey = token === undefined ? key : `${key} from ${token.item} ${token.offset} ${token.line}`;
  const made = known.get(resumeKey) ?? setLines(source, token, at, context);
  known.set(resumeKey, made);
  return made;
}

function setLines(
  source: InlineSource,
  token: LineToken | undefined,
  at: LineSpace,
  context: BlockContext,
): ParagraphLines {
  const atoms = new Map<StyledElement, Fragment>();
  const content = inlineContent(source, at, (box) => {
    const atom = layoutAtom(box, at, context);
    atoms.set(box.element, atom);
    return atomSize(atom);
  });
  const indent = resolveLength(source.style.textIndent, at.inlineSize);
  const measure = (line: number): { start: Pt; width: Pt } =>
    line === 0 && indent !== 0 ? { start: indent, width: at.inlineSize - indent } : { start: 0, width: at.inlineSize };
  const { lines } = layoutParagraph(content, measure, context.text, token);
  return { lines, atoms };
}

function layoutAtom(box: ReplacedBox, at: LineSpace, context: BlockContext): Fragment {
  const { fragment } = context.layoutBox(box, {
    inlineSize: at.inlineSize,
    blockSize: at.blockSize,
    shrinkToFit: true,
    blockLeft: Number.POSITIVE_INFINITY,
    offset: 0,
    page: at.page,
  });
  if (fragment === undefined) throw new Error('An atom was not laid out');
  return fragment;
}

const sameToken = (a: LineToken | undefined, b: LineToken): boolean =>
  a !== undefined && a.item === b.item && a.offset === b.offset && a.line === b.line;

function tail(whole: ParagraphLines, start: number): ParagraphLines {
  const first = whole.lines[start];
  if (start === 0 || first === undefined) return start === 0 ? whole : { ...whole, lines: [] };
  return { ...whole, lines: whole.lines.slice(start).map((line) => ({ ...line, top: line.top - first.top })) };
}
