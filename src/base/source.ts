/** A place in a file of the workspace (or of the program, for built-in layouts). */
export interface Place {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A text file that was read, with what turns an offset into a line and a column. */
export interface SourceFile {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** Line ends are `\n`; a byte order mark is gone. */
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

export function createSourceFile(path: string, text: string): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { path, text, lineStarts };
}

/** The place of the characters from `start` up to `end` (UTF-16 offsets). */
export function placeAt(source: SourceFile, start: number, end?: number): Place {
  const from = lineAndColumn(source, start);
  if (end === undefined) return { path: source.path, ...from };
  const to = lineAndColumn(source, end);
  return { path: source.path, ...from, endLine: to.line, endColumn: to.column };
}

/** The text of a line, counted from 1; empty when the file has no such line. */
export function lineText(source: SourceFile, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const end = source.lineStarts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1);
}

function lineAndColumn(source: SourceFile, offset: number): { line: number; column: number } {
  const { lineStarts } = source;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
