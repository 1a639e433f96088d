import type { Pt } from '../../base/units.ts';
import type { ComputedStyle, InitialLetter, StyledElement } from '../../document/types.ts';
import { inlineMetrics } from '../../text/layout-paragraph.ts';
import type { TextContext } from '../../text/text-context.ts';
import type { GlyphRun } from '../../text/types.ts';
import type { Box, Fragment, InlineNode, LayoutContext, ParagraphBox, SizingSpace } from '../types.ts';
import { layoutUnbroken } from '../unbroken.ts';

/** An initial letter that is sized, with its place relative to the first line as it would be without it. */
export interface SizedLetter {
  /** Content box: the letter from the height of its capitals to what is below the baseline, as wide as its ink. */
  readonly fragment: Fragment;
  /** From the top of the content box. */
  readonly baseline: Pt;
  /** By how much the first line moves down: CSS Inline 3, section 4.4 (raised letters). */
  readonly raise: Pt;
  /** Top of the content box below the top of the paragraph. */
  readonly top: Pt;
  readonly lineHeight: Pt;
}

/**
 * Sizes a letter so that its capitals reach over `size` lines of the paragraph, and puts it on the baseline of line `sink`:
 * CSS Inline 3, sections 4.2 to 4.4. As in browsers, it takes the room of its ink.
 */
export function sizeLetter(
  letter: ParagraphBox,
  around: ComputedStyle,
  space: SizingSpace,
  context: LayoutContext & { readonly text: TextContext },
): SizedLetter {
  const { initialLetter } = letter.element.style;
  if (initialLetter === 'normal') throw new Error('An initial letter was expected');
  const own = inlineMetrics(around, context.text);
  const inLetter = inlineMetrics(letter.element.style, context.text);
  const height = (initialLetter.size - 1) * own.lineHeight + own.capHeight;
  const fontSize = (height / inLetter.capHeight) * letter.element.style.fontSize;
  const made = layoutUnbroken(enlarged(letter, fontSize), { ...space, shrinkToFit: true }, context);
  const inked = trimToInk(made, context);
  const { raise, baseline } = placeOf(initialLetter, own);
  const top = baseline - inked.baseline + inked.fragment.margin.top;
  return { ...inked, raise, top, lineHeight: own.lineHeight };
}

/**
 * Baseline of the letter, counted from the top of the paragraph, and how far the first line is moved down. A letter of
 * whole lines stands on the baseline of line `sink`. As in browsers, one of a part of a line more hangs from where the
 * capitals of a line at the top would begin, and lines are moved down by whole ones.
 */
function placeOf(
  { size, sink }: InitialLetter,
  { lineHeight, above }: { readonly lineHeight: Pt; readonly above: Pt },
): { readonly raise: Pt; readonly baseline: Pt } {
  const raised = sink >= Math.floor(size) ? 0 : Math.ceil(size) - sink;
  return { raise: raised * lineHeight, baseline: (Math.max(size, sink) - 1) * lineHeight + above };
}

const made = new WeakMap<ParagraphBox, Map<Pt, ParagraphBox>>();

/** The letter as a block of the size given. */
function enlarged(letter: ParagraphBox, fontSize: Pt): ParagraphBox {
  let sizes = made.get(letter);
  if (sizes === undefined) {
    sizes = new Map();
    made.set(letter, sizes);
  }
  let box = sizes.get(fontSize);
  if (box === undefined) {
    const style: ComputedStyle = {
      ...letter.element.style,
      display: 'block',
      initialLetter: 'normal',
      fontSize,
      lineHeight: 'normal',
      textAlign: 'left',
      textIndent: { pt: 0, percent: 0 },
    };
    const element: StyledElement = { ...letter.element, style };
    const nodes = letter.inline.nodes.map(
      (node): InlineNode => (node.kind === 'text' ? { ...node, owner: element } : node),
    );
    box = { ...letter, element, inline: { ...letter.inline, nodes, style } };
    sizes.set(fontSize, box);
  }
  return box;
}

interface Ink {
  readonly left: Pt;
  readonly right: Pt;
  /** Below the baseline. */
  readonly below: Pt;
}

/** The fragment with the ink of its line as content box. */
function trimToInk(
  fragment: Fragment,
  { assets }: LayoutContext,
): { readonly fragment: Fragment; readonly baseline: Pt } {
  const line = fragment.lines[0];
  if (line === undefined) return { fragment, baseline: 0 };
  let ink: Ink = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY, below: 0 };
  let capHeight: Pt = 0;
  for (const item of line.items) {
    if (item.kind !== 'run') continue;
    const face = assets.fonts.face(item.run.font);
    capHeight = Math.max(capHeight, face.capHeight * item.run.sizePt);
    ink = addRun(ink, item.run, item.x, face);
  }
  const { left, right, below } =
    ink.left <= ink.right ? ink : { left: line.start, right: line.start + line.width, below: 0 };
  const { border, padding, rect } = fragment;
  const sides = border.left + padding.left + border.right + padding.right;
  const edges = border.top + padding.top + border.bottom + padding.bottom;
  const moved = {
    ...line,
    start: 0,
    width: right - left,
    top: capHeight - line.baseline,
    items: line.items.map((item) => ({ ...item, x: item.x - left })),
  };
  return {
    fragment: {
      ...fragment,
      rect: { ...rect, width: sides + right - left, height: edges + capHeight + below },
      lines: [moved],
    },
    baseline: capHeight,
  };
}

function addRun(ink: Ink, run: GlyphRun, start: Pt, face: ReturnType<LayoutContext['assets']['fonts']['face']>): Ink {
  let { left, right, below } = ink;
  let x = start;
  for (const [index, glyph] of run.glyphIds.entries()) {
    const heights = face.inkHeights(glyph);
    const sides = heights === undefined ? undefined : face.inkBetween(glyph, heights[0] - 1, heights[1] + 1);
    if (heights !== undefined && sides !== undefined) {
      left = Math.min(left, x + sides[0] * run.sizePt);
      right = Math.max(right, x + sides[1] * run.sizePt);
      below = Math.max(below, -heights[0] * run.sizePt - run.rise);
    }
    x += run.advances[index]!; // as many advances as glyphs
  }
  return { left, right, below };
}

/** The box of an initial letter as a paragraph of its own: box generation makes it so. */
export const letterBox = (box: Box | undefined): ParagraphBox | undefined =>
  box?.kind === 'paragraph' ? box : undefined;
