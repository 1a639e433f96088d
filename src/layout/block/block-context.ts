import type { StyledElement } from '../../document/types.ts';
import type { IntrinsicWidths, Line, TextContext } from '../../text/types.ts';
import type { Box, Fragment, InlineSource, LayoutContext } from '../types.ts';

/** All lines of a paragraph from a token on, at one width. */
export interface ParagraphLines {
  readonly lines: readonly Line[];
  readonly atoms: ReadonlyMap<StyledElement, Fragment>;
}

/** What block layout keeps for one document, besides what all layout shares. */
export interface BlockContext extends LayoutContext {
  readonly text: TextContext;
  /** Lines of a paragraph, by everything of the space that they depend on. */
  readonly lines: WeakMap<InlineSource, Map<string, ParagraphLines>>;
  /** Boxes that were last laid out higher than their content. */
  readonly stretched: WeakSet<Box>;
  readonly widths: WeakMap<Box, Map<number, IntrinsicWidths>>;
}
