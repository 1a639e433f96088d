import type { Pt } from '../../base/units.ts';
import { AVOIDED, FORCED, TOLERANCE } from '../block/break-rules.ts';
import type {
  BlockBox,
  BreakQuality,
  ForcedBreak,
  Fragment,
  LayoutContext,
  LayoutResult,
  ParagraphBox,
  Resume,
  Space,
} from '../types.ts';

/** What is the same for all columns of a container on one page. */
export interface ColumnScene {
  readonly content: BlockBox | ParagraphBox;
  readonly context: LayoutContext;
  /** Of the container. */
  readonly space: Space;
  readonly columnWidth: Pt;
  /** Of the container, for percentages. */
  readonly definiteHeight: Pt | undefined;
}

/** A row of columns that is to be filled. */
export interface ColumnRow {
  readonly from: Resume | undefined;
  readonly height: Pt;
  /** Columns at most. */
  readonly most: number;
  /** From the top of the fragmentainer around to the row; 0: its first column must take something. */
  readonly offset: Pt;
  /** Nothing comes after this row: all its columns must take something. */
  readonly isAlone: boolean;
  /** What follows its last column is on the next page. */
  readonly endsPage: boolean;
}

/** Columns side by side, in their places from the top left corner of the row. */
export interface FilledColumns {
  readonly fragments: readonly Fragment[];
  /** `undefined`: the content has ended. */
  readonly resume: Resume | undefined;
  readonly atSpanner: boolean;
  /** Why the row ended, when a forced break has ended it. */
  readonly forced: ForcedBreak | undefined;
  readonly quality: BreakQuality;
  /** How much higher the columns must be at least to take more each; `undefined` when unknown. */
  readonly shortage: Pt | undefined;
  /** The worst of the breaks between its columns. */
  readonly worst: BreakQuality;
  /** Breaks between its columns that no height prevents. */
  readonly forcedBreaks: number;
  /** Something is higher than the columns, or found no place in one. */
  readonly isTooLow: boolean;
}

/** The content one column after the other: each is a fragmentainer. CSS Multi-column Layout 1, section 8. */
export function fillColumns(scene: ColumnScene, row: ColumnRow): FilledColumns {
  const fragments: Fragment[] = [];
  let { from: resume } = row;
  let last: LayoutResult | undefined;
  let shortage: Pt | undefined;
  let isTooLow = false;
  let worst = 0;
  let forcedBreaks = 0;
  const note = (more: Pt | undefined): void => {
    if (more !== undefined && more > 0) shortage = Math.min(shortage ?? more, more);
  };
  for (let column = 0; column < row.most; column++) {
    const result = scene.context.layoutBox(scene.content, columnSpace(scene, row, column), resume);
    const { fragment } = result;
    if (fragment === undefined || (last !== undefined && row.endsPage && !row.isAlone && isBetterLeft(last, result))) {
      note(result.shortage);
      isTooLow = true;
      break;
    }
    fragments.push(fragment);
    resume = result.resume;
    last = result;
    if (fragment.rect.height > row.height + TOLERANCE) {
      isTooLow = true;
      note(fragment.rect.height - row.height);
    }
    if (resume === undefined || result.atSpanner === true) break;
    if (result.forced === undefined) {
      note(result.shortage);
      worst = Math.max(worst, result.breakQuality);
    } else {
      forcedBreaks += 1;
      if (result.forced !== 'column') break;
    }
  }
  const isCut = resume !== undefined && last?.atSpanner !== true;
  return {
    fragments,
    resume,
    atSpanner: last?.atSpanner === true,
    forced: isCut ? last?.forced : undefined,
    quality: isCut && last?.forced !== undefined ? FORCED : (last?.breakQuality ?? 0),
    shortage,
    worst,
    forcedBreaks,
    isTooLow,
  };
}

/** Rather than that a column is cut where that is to be avoided, it stays empty, and the content waits for the next page. */
const isBetterLeft = (before: LayoutResult, { resume, breakQuality }: LayoutResult): boolean =>
  resume !== undefined && breakQuality >= AVOIDED && before.breakQuality < AVOIDED;

export function columnSpace(
  { space, columnWidth, definiteHeight }: ColumnScene,
  row: ColumnRow,
  column: number,
): Space {
  const mustTake = row.isAlone || !row.endsPage || (column === 0 && row.offset === 0);
  const isLone = space.blockLeft === Number.POSITIVE_INFINITY || space.fragmentainer === 'lone-column';
  return {
    inlineSize: columnWidth,
    blockSize: definiteHeight,
    formattingRoot: true,
    blockLeft: row.height,
    offset: mustTake ? 0 : Math.max(row.offset, Number.MIN_VALUE),
    page: space.page,
    fragmentainer: isLone ? 'lone-column' : row.endsPage && column === row.most - 1 ? 'last-column' : 'column',
    stopsAtSpanners: true,
  };
}
