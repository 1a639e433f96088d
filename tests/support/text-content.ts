import type { FontCatalogue } from '../../src/asset/types.ts';
import { createDiagnosticList, type DiagnosticList } from '../../src/base/diagnostics.ts';
import type { Place } from '../../src/base/source.ts';
import type { Pt } from '../../src/base/units.ts';
import type { ComputedStyle, StyledElement } from '../../src/document/types.ts';
import { createTextContext, type TextContext } from '../../src/text/text-context.ts';
import type { InlineContent, InlineItem, Line, Measure } from '../../src/text/types.ts';
import { squareCatalogue } from './fonts.ts';
import { INITIAL_STYLE } from './initial-style.ts';

/** The square font at 10 pt on lines of 20 pt: each character is 10 pt wide. */
const TEXT_STYLE: ComputedStyle = { ...INITIAL_STYLE, display: 'inline', lineHeight: { pt: 20 } };

export function textStyle(changes: Partial<ComputedStyle> = {}): ComputedStyle {
  return { ...TEXT_STYLE, ...changes };
}

let lastId = 0;

export function textElement(style: ComputedStyle, place?: Place): StyledElement {
  lastId += 1;
  return { kind: 'element', id: lastId, name: 'span', attributes: {}, style, children: [], svg: undefined, place };
}

/** A part of a paragraph: text, an inline element, an atom, or a `<br>`. */
export type Part =
  | string
  | { readonly style: Partial<ComputedStyle>; readonly parts: readonly Part[]; readonly edges?: readonly [Pt, Pt] }
  | { readonly atom: readonly [width: Pt, ascent: Pt, descent: Pt]; readonly style?: Partial<ComputedStyle> }
  | { readonly counter: string }
  | 'br!';

/** Inline content of a block with the given style; the text of inline elements inherits it. */
export function inlineContent(parts: readonly Part[], changes: Partial<ComputedStyle> = {}): InlineContent {
  const style = textStyle(changes);
  const items: InlineItem[] = [];
  const add = (part: Part, owner: StyledElement): void => {
    if (part === 'br!') items.push({ kind: 'break', owner });
    else if (typeof part === 'string') items.push({ kind: 'text', text: part, style: owner.style, owner, places: [] });
    else if ('counter' in part) items.push({ kind: 'page-counter', text: part.counter, style: owner.style, owner });
    else if ('atom' in part) {
      const element = textElement({ ...owner.style, verticalAlign: 'baseline', ...part.style });
      items.push({ kind: 'atom', element, width: part.atom[0], ascent: part.atom[1], descent: part.atom[2] });
    } else {
      const element = textElement({ ...owner.style, verticalAlign: 'baseline', ...part.style });
      items.push({ kind: 'open', element, edge: part.edges?.[0] ?? 0 });
      for (const inner of part.parts) add(inner, element);
      items.push({ kind: 'close', element, edge: part.edges?.[1] ?? 0 });
    }
  };
  const block = textElement(style);
  for (const part of parts) add(part, block);
  return { items, style, lang: 'id' };
}

const square = squareCatalogue();

export function textContext(fonts: FontCatalogue = square): TextContext & { readonly reporter: DiagnosticList } {
  return createTextContext(fonts, createDiagnosticList());
}

export function fixedMeasure(width: Pt): Measure {
  return () => ({ start: 0, width });
}

/** The characters of each line in order; an atom is `#`. */
export function lineTexts(lines: readonly Line[]): readonly string[] {
  return lines.map((line) =>
    line.items.map((item) => (item.kind === 'run' ? item.run.text : item.kind === 'atom' ? '#' : '')).join(''),
  );
}
