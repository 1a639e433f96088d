import { TRANSPARENT } from '../../base/color.ts';
import type { ComputedStyle, Display, LengthPercentage, StyledElement } from '../../document/types.ts';

const ZERO: LengthPercentage = { pt: 0, percent: 0 };
const NO_BORDER = { width: 0, style: 'none', color: TRANSPARENT } as const;
const SHARP = { horizontal: ZERO, vertical: ZERO };

/** Initial values of the properties that are not inherited; the others come from the parent. CSS 2.2, section 9.2.1.1. */
const initialBox: Partial<ComputedStyle> = {
  position: { kind: 'static' },
  inset: { top: 'auto', right: 'auto', bottom: 'auto', left: 'auto' },
  zIndex: 'auto',
  float: 'none',
  clear: 'none',
  boxSizing: 'content-box',
  width: 'auto',
  height: 'auto',
  minWidth: 'auto',
  minHeight: 'auto',
  maxWidth: 'none',
  maxHeight: 'none',
  margin: { top: ZERO, right: ZERO, bottom: ZERO, left: ZERO },
  padding: { top: ZERO, right: ZERO, bottom: ZERO, left: ZERO },
  border: { top: NO_BORDER, right: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER },
  radius: { topLeft: SHARP, topRight: SHARP, bottomRight: SHARP, bottomLeft: SHARP },
  overflow: 'visible',
  opacity: 1,
  backgroundColor: TRANSPARENT,
  backgroundClip: 'border-box',
  backgroundLayers: [],
  boxShadow: [],
  columnCount: 'auto',
  columnWidth: 'auto',
  columnRule: NO_BORDER,
  columnFill: 'balance',
  columnSpan: 'none',
  initialLetter: 'normal',
  tableLayout: 'auto',
  flexGrow: 0,
  flexShrink: 1,
  flexBasis: 'auto',
  alignSelf: 'auto',
  order: 0,
  verticalAlign: 'baseline',
  breakBefore: 'auto',
  breakAfter: 'auto',
  breakInside: 'auto',
  content: [],
};

const unindented = new WeakMap<StyledElement, StyledElement>();

/**
 * That of an anonymous block with something before it: its first line is not the first of its container, so that it
 * has no indent. CSS Text 3, section 8.1.
 */
export function laterAnonymousBlock(parent: StyledElement): StyledElement {
  const block = anonymousElement(parent, 'block');
  const { pt, percent } = block.style.textIndent;
  if (pt === 0 && percent === 0) return block;
  let element = unindented.get(block);
  if (element === undefined) {
    element = { ...block, style: { ...block.style, textIndent: ZERO } };
    unindented.set(block, element);
  }
  return element;
}

const made = new WeakMap<StyledElement, Map<Display, StyledElement>>();

/** The stand-in element of an anonymous box: name, place and id of the parent, its inherited style, no attributes. */
export function anonymousElement(parent: StyledElement, display: Display): StyledElement {
  let known = made.get(parent);
  if (known === undefined) {
    known = new Map();
    made.set(parent, known);
  }
  let element = known.get(display);
  if (element === undefined) {
    element = {
      ...parent,
      attributes: {},
      children: [],
      svg: undefined,
      style: { ...parent.style, ...initialBox, display },
    };
    known.set(display, element);
  }
  return element;
}
