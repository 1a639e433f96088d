import type { Reporter } from '../base/diagnostics.ts';
import { ARTICLE_LIMITS } from './limits.ts';

interface Context {
  readonly path: string;
  /** Line of the file in which the text begins. */
  readonly firstLine: number;
  readonly reporter: Reporter;
}

/**
 * The parser's work grows with the square of some signs (measured: 1,000 brackets in one paragraph take about a second,
 * 10,000 underlined headings half a minute), and nested quotes cost a stack frame each. So a text is judged before it is
 * parsed; everything people write stays far below. `false` when an error was reported.
 */
export function checkMarkdownCost(text: string, { path, firstLine, reporter }: Context): boolean {
  const words = text.match(/\S+/g)?.length ?? 0;
  // Signs of Markdown count here, so the exact count comes after parsing.
  if (words > ARTICLE_LIMITS.words * 2) {
    reporter.report(
      'article/too-many-words',
      { path, line: firstLine, column: 1 },
      { words, limit: ARTICLE_LIMITS.words },
    );
    return false;
  }
  let cost = 0;
  let block = EMPTY;
  let underlines = 0;
  /** Columns of the list markers that may still be open, outermost first. */
  const open: number[] = [];
  const rows = text.split('\n');
  for (const [row, line] of rows.entries()) {
    const place = { path, line: firstLine + row, column: 1 };
    const marker = ITEM.test(line) ? line.search(/[^ \t>]/) : undefined;
    if (marker !== undefined) {
      while (open.length > 0 && (open.at(-1) ?? 0) >= marker) open.pop();
      open.push(marker);
    }
    if (Math.max(open.length, nestingOf(line)) > ARTICLE_LIMITS.nesting) {
      reporter.report('article/too-deep', place, { limit: ARTICLE_LIMITS.nesting });
      return false;
    }
    if (UNDERLINE.test(line)) underlines++;
    // An empty line, or an item of a list, always begins a new run of inline text.
    if (marker !== undefined || BLANK.test(line)) {
      cost += costOf(block);
      block = EMPTY;
    }
    block = {
      brackets: block.brackets + count(line, BRACKET),
      marks: block.marks + count(line, MARK),
      ticks: block.ticks + count(line, TICKS),
      length: block.length + line.length,
      lines: block.lines + 1,
    };
    if (cost + costOf(block) > MAX_COST || underlines > MAX_UNDERLINES) {
      reporter.report('article/too-complex', place, {});
      return false;
    }
  }
  return true;
}

const BLANK = /^[ \t>]*$/;
const ITEM = /^[ \t>]*([-+*]|\d{1,9}[.)])[ \t]+\S/;
const UNDERLINE = /^[ \t>]*(=+|-+)[ \t]*$/;
const BRACKET = /\[/g;
const MARK = /[*_~]/g;
const TICKS = /`+/g;

/** Counts of a run of inline text. */
interface Block {
  readonly brackets: number;
  readonly marks: number;
  /** Runs of backticks: each may look for its like up to the end. */
  readonly ticks: number;
  readonly length: number;
  readonly lines: number;
}

const EMPTY: Block = { brackets: 0, marks: 0, ticks: 0, length: 0, lines: 0 };

/** About seconds of parsing on an ordinary machine, from measurement. */
const costOf = ({ brackets, marks, ticks, length, lines }: Block): number =>
  brackets * brackets * 1.2e-6 + marks * marks * 1e-7 + ticks * length * 1e-7 + lines * lines * 5e-8;
const MAX_COST = 2;
const MAX_UNDERLINES = 1000;

const count = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

/** How many quotes and lists a line opens or continues by itself; a line of dashes or stars alone is a rule. */
function nestingOf(line: string): number {
  if (/^[ \t]*([-*_])[ \t]*(\1[ \t]*)*$/.test(line)) return 0;
  const start = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/.exec(line)?.[0] ?? '';
  return start.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
}
