import type { Pt } from '../base/units.ts';
import type { ParagraphUnit } from './break-units.ts';
import type { Piece } from './pieces.ts';

/** Words of one text, each of which may be a line. */
interface Run {
  readonly item: number;
  readonly widest: Pt;
}

/**
 * The narrowest width that the edges behind texts ask for. As browsers measure all words of a text at once, the edges
 * that close behind its last word count with the widest of them.
 */
export function closingEdgesWidth(units: readonly ParagraphUnit[], pieces: readonly Piece[], indent: Pt): Pt {
  let least: Pt = 0;
  let run: Run | undefined;
  for (const [index, unit] of units.entries()) {
    const { item, before, text, after } = partsOf(pieces, unit);
    if (item === undefined) {
      run = undefined;
      continue;
    }
    const isAlone = before !== 0 || text === undefined || (index === 0 && indent !== 0);
    const earlier: Pt = run?.item === item ? run.widest : 0;
    run = { item, widest: isAlone ? 0 : Math.max(earlier, text) };
    if (!isAlone && after > 0) least = Math.max(least, run.widest + after);
  }
  return least;
}

interface Parts {
  /** Of its last text. */
  readonly item: number | undefined;
  readonly before: Pt;
  /** Without white space at its end; `undefined`: of several texts, or with something else. */
  readonly text: Pt | undefined;
  readonly after: Pt;
}

function partsOf(pieces: readonly Piece[], { first, end }: ParagraphUnit): Parts {
  let item: number | undefined;
  let before: Pt = 0;
  let text: Pt = 0;
  let spaces: Pt = 0;
  let after: Pt = 0;
  let isPlain = true;
  for (let index = first; index < end; index += 1) {
    const piece = pieces[index]!; // first <= index < end
    if (piece.kind === 'text') {
      if (item !== undefined && item !== piece.item) isPlain = false;
      item = piece.item;
      if (piece.isSpace) spaces += piece.width;
      else {
        text += spaces + after + piece.width;
        spaces = 0;
        after = 0;
      }
    } else if (piece.kind === 'atom' || piece.kind === 'tab') isPlain = false;
    else if (item === undefined) before += piece.width;
    else after += piece.width;
  }
  return { item, before, text: isPlain ? text : undefined, after };
}
