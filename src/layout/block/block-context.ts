import type { IntrinsicWidths, TextContext } from '../../text/types.ts';
import type { Box, InlineSource, LayoutContext } from '../types.ts';
import type { ParagraphLines } from './paragraph-lines.ts';

/** What block layout keeps for one document, besides what all layout shares. */
export interface BlockContext extends LayoutContext {
  readonly text: TextContext;
  /** Lines of a paragraph, by everything of the space that they depend on. */
  readonly lines: WeakMap<InlineSource, Map<string, ParagraphLines>>;
  /** Boxes that were last laid out higher than their content. */
  readonly stretched: WeakSet<Box>;
  readonly widths: WeakMap<Box, Map<number, IntrinsicWidths>>;
}
