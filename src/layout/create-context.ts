import { assertNever } from '../base/assert-never.ts';
import type { Reporter } from '../base/diagnostics.ts';
import { createTextContext } from '../text/text-context.ts';
import type { IntrinsicWidths } from '../text/types.ts';
import type { BlockContext } from './block/block-context.ts';
import { layoutChildren } from './block/layout-children.ts';
import { layoutLines } from './block/layout-lines.ts';
import { layoutColumns } from './columns/layout-columns.ts';
import type { FlexContext } from './flex/flex-context.ts';
import { layoutFlex } from './flex/layout-flex.ts';
import { boxIntrinsicWidths } from './intrinsic-widths.ts';
import type { Ancestors } from './position/ancestors.ts';
import { relativeShift } from './position/relative-shift.ts';
import { layoutReplaced } from './replaced/layout-replaced.ts';
import { createSpaceMemory, sameLayout, sameWidths } from './space-memory.ts';
import { layoutTable } from './table/layout-table.ts';
import type { Box, LayoutAssets, LayoutResult, Resume, Space } from './types.ts';

/** The one place where the kinds of layout meet: each reaches the others through the context. */
export function createLayoutContext(
  assets: LayoutAssets,
  lang: string,
  reporter: Reporter,
  ancestors?: Ancestors | undefined,
): BlockContext & FlexContext {
  const widths = createSpaceMemory<IntrinsicWidths>(sameWidths);
  const context: BlockContext & FlexContext = {
    assets,
    reporter,
    lang,
    ancestors,
    text: createTextContext(assets.fonts, reporter, assets.hyphenator),
    contents: new Map(),
    lines: new Map(),
    resized: new Set(),
    fragments: createSpaceMemory(sameLayout),
    plans: createSpaceMemory(sameLayout),
    layoutBox: (box, space, resume) => shifted(box, space, layoutBox(box, space, context, resume)),
    intrinsicWidths: (box, space) => widths(box, space, () => boxIntrinsicWidths(box, space, context)),
  };
  return context;
}

/** Notes how far a relatively positioned box is to be moved, while its containing block is known. */
function shifted(box: Box, space: Space, result: LayoutResult): LayoutResult {
  const { style } = box.element;
  if (style.position.kind !== 'relative' || box.anonymous || result.fragment === undefined) return result;
  const { inlineSize, blockSize, columnHeight = blockSize } = space;
  const shift = relativeShift(style, { inlineSize, blockSize: columnHeight });
  return shift === undefined ? result : { ...result, fragment: { ...result.fragment, shift } };
}

function layoutBox(
  box: Box,
  space: Space,
  context: BlockContext & FlexContext,
  resume: Resume | undefined,
): LayoutResult {
  switch (box.kind) {
    case 'block':
      return layoutChildren(box, space, context, resume);
    case 'paragraph':
      return layoutLines(box, space, context, resume);
    case 'columns':
      return layoutColumns(box, space, context, resume);
    case 'flex':
      return layoutFlex(box, space, context, resume);
    case 'table':
      return layoutTable(box, space, context, resume);
    case 'replaced':
      return layoutReplaced(box, space);
    default:
      return assertNever(box);
  }
}
