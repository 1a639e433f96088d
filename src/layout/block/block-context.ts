import type { Pt } from '../../base/units.ts';
import type { StyledElement } from '../../document/types.ts';
import type { TextContext } from '../../text/text-context.ts';
import type { InlineContent, Line, LineToken } from '../../text/types.ts';
import type { Box, Fragment, InlineSource, LayoutContext, Space } from '../types.ts';

/** All lines of a paragraph from a token on, at one width. */
export interface ParagraphLines {
  readonly lines: readonly Line[];
  readonly atoms: ReadonlyMap<StyledElement, Fragment>;
}

/** What lines depend on besides their source. */
export interface LineSpace {
  readonly inlineSize: Pt;
  readonly blockSize: Pt | undefined;
  readonly page: Space['page'];
}

/** Lines that were set once. */
interface KnownLines {
  readonly at: LineSpace;
  /** `undefined`: from the first line on. */
  readonly from: LineToken | undefined;
  readonly content: ParagraphLines;
}

/** What block layout keeps for one document, besides what all layout shares. */
export interface BlockContext extends LayoutContext {
  readonly text: TextContext;
  /** Of the sources that have the same content in every space. */
  readonly contents: Map<InlineSource, InlineContent>;
  readonly lines: Map<InlineSource, KnownLines[]>;
  /** Boxes that were last laid out higher or lower than their content. */
  readonly resized: Set<Box>;
}
