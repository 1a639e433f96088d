import type { DiagnosticCode, DiagnosticData, Reporter } from '../base/diagnostics.ts';
import type { Place, SourceFile } from '../base/source.ts';
import { CONFIG_LIMITS } from './limits.ts';
import { quoteYaml } from './quote-yaml.ts';

/** Lines of YAML, looked at before the parser sees them. */
export interface YamlScan {
  /** The same number of lines; what was faulty is quoted, so that the rest can still be read and checked. */
  readonly text: string;
  /** Lines (of the file, from 1) whose value was reported: nobody else needs to judge it. */
  readonly faultyLines: ReadonlySet<number>;
  /** `hopeless`: do not parse at all. */
  readonly outcome: 'clean' | 'repaired' | 'hopeless';
}

interface Scanner {
  readonly path: string;
  readonly firstLine: number;
  readonly lines: string[];
  readonly faulty: Set<number>;
  readonly reporter: Reporter;
  lastKey: number;
  reported: boolean;
  reportedTab: boolean;
  hopeless: boolean;
}

/** A character of the scanned lines; both from 0. */
interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where a value begins: `line[column]` is its first character. */
interface Value extends Spot {
  /** What continues the value stands further right than this. */
  readonly indent: number;
  /** `title:`, or `-` for an item of a list. */
  readonly label: string;
}

/**
 * Finds what people who do not know YAML write in good faith and YAML cuts, refuses or reads as something else, and
 * reports it in our own words with the line as it should be written. `rows` is the part of the file from `firstLine`.
 */
export function scanYaml(source: SourceFile, rows: readonly string[], firstLine: number, reporter: Reporter): YamlScan {
  const scanner: Scanner = {
    path: source.path,
    firstLine,
    lines: [...rows],
    faulty: new Set(),
    reporter,
    lastKey: -1,
    reported: false,
    reportedTab: false,
    hopeless: false,
  };
  for (let row = 0; row < scanner.lines.length && !scanner.hopeless; ) row = scanLine(scanner, row);
  const outcome = scanner.hopeless ? 'hopeless' : scanner.reported ? 'repaired' : 'clean';
  return { text: `${scanner.lines.join('\n')}\n`, faultyLines: scanner.faulty, outcome };
}

/** Scans what begins at a row; gives the row after it (always a later one). */
function scanLine(scanner: Scanner, row: number): number {
  const line = scanner.lines[row] ?? '';
  if (/^\s*(#|$)/.test(line)) return row + 1;
  if (row === firstContent(scanner) && /^---\s*$/.test(line)) {
    scanner.lines[row] = '';
    return row + 1;
  }
  if (/^ *\t/.test(line)) return reportTab(scanner, row);
  let column = indentOf(line);
  let dash = -1;
  for (let depth = 0; /^-( |$)/.test(line.slice(column)); depth++) {
    if (depth >= CONFIG_LIMITS.yamlDepth) return tooDeep(scanner, row, column);
    dash = column;
    column = skipSpaces(line, column + 1);
  }
  if (column >= line.length) return row + 1;
  const key = splitKey(line, column);
  if (key !== undefined) {
    scanner.lastKey = row;
    return scanValue(scanner, { row, column: key.valueColumn, indent: column, label: `${key.text}:` });
  }
  if (dash >= 0) return scanValue(scanner, { row, column, indent: dash, label: '-' });
  return reportNoKey(scanner, row, column);
}

function scanValue(scanner: Scanner, value: Value): number {
  const { row, column } = value;
  const rest = (scanner.lines[row] ?? '').slice(column).trimEnd();
  const first = rest[0];
  switch (first) {
    case undefined:
      return row + 1;
    case '#':
      if (value.label !== '-' && hasChildren(scanner, value)) return row + 1;
      report(scanner, { row, column }, 'yaml/comment-after-value', { kept: '', corrected: corrected(value, rest) });
      return repair(scanner, value, row + 1);
    case '"':
    case "'":
      return scanQuoted(scanner, value, first);
    case '[':
    case '{':
      return rest.startsWith('{{') ? specialStart(scanner, value, '{') : scanBrackets(scanner, value, first);
    case '|':
    case '>':
      if (/^[|>]([+-]?[1-9]?|[1-9][+-])([ \t]+#.*)?$/.test(rest)) return skipBlock(scanner, value);
      return specialStart(scanner, value, first);
    case '*':
    case '&':
    case '!': {
      const end = plainEnd(scanner, value);
      const code = first === '!' ? 'yaml/tag' : 'yaml/alias';
      report(scanner, value, code, { corrected: corrected(value, joined(scanner, value, end)) });
      return repair(scanner, value, end);
    }
    case '@':
    case '`':
    case '%':
    case ']':
    case '}':
    case ',':
      return specialStart(scanner, value, first);
    case '?':
    case '-':
    case ':':
      return /^.([ \t]|$)/.test(rest) ? specialStart(scanner, value, first) : scanPlain(scanner, value);
    default:
      return scanPlain(scanner, value);
  }
}

/** A value without quotes, perhaps over several lines. */
function scanPlain(scanner: Scanner, value: Value): number {
  const end = plainEnd(scanner, value);
  for (let row = value.row; row < end; row++) {
    const line = scanner.lines[row] ?? '';
    const from = row === value.row ? value.column : indentOf(line);
    const trouble = /[ \t]#|:(?=[ \t]|$)/.exec(line.slice(from));
    if (trouble === null) continue;
    const isComment = trouble[0] !== ':';
    const whole = corrected(value, joined(scanner, value, end));
    if (isComment) {
      const kept = joined(scanner, value, row, line.slice(from, from + trouble.index));
      report(scanner, { row, column: from + trouble.index + 1 }, 'yaml/comment-after-value', {
        kept,
        corrected: whole,
      });
    } else {
      report(scanner, { row, column: from + trouble.index }, 'yaml/colon-in-value', { corrected: whole });
    }
    return repair(scanner, value, end);
  }
  return end;
}

/**
 * The row after an unquoted value. A further line that is a key of its own, only indented too far, is reported and
 * pulled back to where it belongs.
 */
function plainEnd(scanner: Scanner, value: Value): number {
  for (let row = value.row + 1; ; row++) {
    const next = nextContent(scanner, row);
    const line = scanner.lines[next];
    if (line === undefined || !continues(line, value.indent) || /^\s*#/.test(line)) return row;
    const key = /^ *([\p{L}_][\p{L}\p{N}_-]*):(?=[ \t]|$)/u.exec(line);
    if (key !== null && value.label !== '-') {
      report(scanner, { row: next, column: indentOf(line) }, 'yaml/indented-too-far', { key: key[1] ?? '' });
      scanner.lines[next] = ' '.repeat(value.indent) + line.trimStart();
      return row;
    }
    row = next;
  }
}

function scanQuoted(scanner: Scanner, value: Value, quote: '"' | "'"): number {
  const close = closingQuote(scanner, value.row, value.column, { quote, indent: value.indent });
  const firstLine = (scanner.lines[value.row] ?? '').slice(value.column).trimEnd();
  if (close === undefined) {
    report(scanner, value, 'yaml/quote-not-closed', {
      corrected: corrected(value, unquoted(firstLine.slice(1), quote)),
    });
    return repair(scanner, value, value.row + 1);
  }
  const end = close.row + 1;
  const rest = (scanner.lines[close.row] ?? '').slice(close.column + 1);
  if (!/^[ \t]*$|^[ \t]+#/.test(rest)) {
    const meant = withoutOuterQuotes(joined(scanner, value, end), quote);
    const column = skipSpaces(scanner.lines[close.row] ?? '', close.column + 1);
    report(scanner, { row: close.row, column }, 'yaml/text-after-quote', { corrected: corrected(value, meant) });
    return repair(scanner, value, end);
  }
  if (quote === '"') {
    for (let row = value.row; row < end; row++) {
      const from = row === value.row ? value.column + 1 : 0;
      const to = row === close.row ? close.column : undefined;
      const bad = badEscape((scanner.lines[row] ?? '').slice(from, to));
      if (bad === undefined) continue;
      const inner = joined(scanner, value, end, '')
        .slice(1)
        .replace(/"([ \t]+#.*)?$/, '');
      const meant = corrected(value, unquoted(inner, '"'));
      report(scanner, { row, column: from + bad.at }, 'yaml/bad-escape', { escape: bad.text, corrected: meant });
      return repair(scanner, value, end);
    }
  }
  return end;
}

/** An escape that YAML 1.2.2, section 5.7 does not know, such as in `"C:\Users"`. */
function badEscape(text: string): { at: number; text: string } | undefined {
  for (const match of text.matchAll(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U(?:000[\da-fA-F]|0010)[\da-fA-F]{4}|.|$)/g)) {
    const meant = match[1] ?? '';
    if (meant.length > 1 || /^[0abtnvfre "/\\N_LP\t]?$/.test(meant)) continue;
    return { at: match.index, text: match[0] };
  }
  return undefined;
}

/** A list or mapping in brackets, perhaps over several lines. */
function scanBrackets(scanner: Scanner, value: Value, open: '[' | '{'): number {
  const stack: string[] = [];
  let end = value.row + 1;
  for (let row = value.row; row < scanner.lines.length; row++) {
    const line = scanner.lines[row] ?? '';
    if (row > value.row && line.trim() !== '' && !continues(line, value.indent) && !/^ *[\]}]/.test(line)) break;
    end = row + 1;
    for (let at = row === value.row ? value.column : 0; at < line.length; at++) {
      const character = line[at];
      const starts = at === 0 || /[ \t[{,:]/.test(line[at - 1] ?? '');
      if ((character === '"' || character === "'") && starts) {
        const close = closingQuote(scanner, row, at, { quote: character, indent: value.indent });
        if (close === undefined || close.row !== row) return reportBracket(scanner, value, open, row + 1);
        at = close.column;
      } else if (character === '#' && (at === 0 || /[ \t]/.test(line[at - 1] ?? ''))) {
        if (/^\s*$/.test(line.slice(0, at))) break;
        const kept = line.slice(row === value.row ? value.column : 0, at).trim();
        const whole =
          open === '['
            ? quotedList(value, joined(scanner, value, row + 1))
            : corrected(value, joined(scanner, value, row + 1));
        report(scanner, { row, column: at }, 'yaml/comment-after-value', { kept, corrected: whole });
        return repair(scanner, value, bracketEnd(scanner, value, row + 1));
      } else if (character === '[' || character === '{') {
        if (stack.push(character) > CONFIG_LIMITS.yamlDepth) return tooDeep(scanner, row, at);
      } else if (character === ']' || character === '}') {
        if (stack.pop() !== (character === ']' ? '[' : '{')) return reportBracket(scanner, value, open, row + 1);
        if (stack.length > 0) continue;
        if (/^[ \t]*$|^[ \t]+#/.test(line.slice(at + 1))) return row + 1;
        return reportBracket(scanner, value, open, row + 1);
      }
    }
  }
  return reportBracket(scanner, value, open, end);
}

function reportBracket(scanner: Scanner, value: Value, open: '[' | '{', end: number): number {
  const { row, column } = value;
  report(scanner, { row, column }, 'yaml/bracket', {
    character: open,
    corrected: corrected(value, joined(scanner, value, row + 1)),
  });
  return repair(scanner, value, bracketEnd(scanner, value, end));
}

/** The row after the lines that can only belong to a bracket that was reported. */
function bracketEnd(scanner: Scanner, value: Value, from: number): number {
  let row = from;
  while (row < scanner.lines.length) {
    const line = scanner.lines[row] ?? '';
    if (line.trim() !== '' && !continues(line, value.indent) && !/^ *[\]}]/.test(line)) break;
    row++;
  }
  return row;
}

/** `|` and `>`: everything that is indented further belongs to the value. */
function skipBlock(scanner: Scanner, value: Value): number {
  let row = value.row + 1;
  while (row < scanner.lines.length) {
    const line = scanner.lines[row] ?? '';
    if (line.trim() !== '' && !continues(line, value.indent)) break;
    row++;
  }
  return row;
}

function specialStart(scanner: Scanner, value: Value, character: string): number {
  const end = plainEnd(scanner, value);
  const meant = corrected(value, joined(scanner, value, end));
  report(scanner, value, 'yaml/special-start', { character, corrected: meant });
  return repair(scanner, value, end);
}

function reportNoKey(scanner: Scanner, row: number, column: number): number {
  const line = scanner.lines[row] ?? '';
  const tight = /^([\p{L}_][\p{L}\p{N}_-]*):(?!\/\/)(\S.*)$/u.exec(line.slice(column).trimEnd());
  if (tight === null) {
    report(scanner, { row, column }, 'yaml/not-a-key', {});
    scanner.lines[row] = '';
    return row + 1;
  }
  const [, key = '', text = ''] = tight;
  const value: Value = { row, column: column + key.length + 1, indent: column, label: `${key}:` };
  const quoted = /^"(.*)"$|^'(.*)'$/.exec(text);
  const meant = corrected(value, quoted?.[1] ?? quoted?.[2] ?? text);
  report(scanner, { row, column: column + key.length }, 'yaml/no-space-after-colon', { corrected: meant });
  return repair(scanner, value, row + 1);
}

function reportTab(scanner: Scanner, row: number): number {
  const line = scanner.lines[row] ?? '';
  if (!scanner.reportedTab) report(scanner, { row, column: line.indexOf('\t') }, 'yaml/tab', {});
  scanner.reportedTab = true;
  if (scanner.lastKey >= 0) scanner.faulty.add(scanner.firstLine + scanner.lastKey);
  scanner.lines[row] = '';
  return row + 1;
}

function tooDeep(scanner: Scanner, row: number, column: number): number {
  report(scanner, { row, column }, 'yaml/too-deep', { limit: CONFIG_LIMITS.yamlDepth });
  scanner.hopeless = true;
  return row + 1;
}

function report<C extends DiagnosticCode>(scanner: Scanner, at: Spot, code: C, data: DiagnosticData[C]): void {
  const place: Place = { path: scanner.path, line: scanner.firstLine + at.row, column: at.column + 1 };
  scanner.reported = true;
  scanner.reporter.report(code, place, data);
}

/** Puts a quoted text in the place of a value that was reported, and blank lines where it went on. */
function repair(scanner: Scanner, value: Value, end: number): number {
  const line = scanner.lines[value.row] ?? '';
  const gap = /\s$/.test(line.slice(0, value.column)) ? '' : ' ';
  scanner.lines[value.row] = `${line.slice(0, value.column)}${gap}"-"`;
  for (let row = value.row + 1; row < end; row++) scanner.lines[row] = '';
  scanner.faulty.add(scanner.firstLine + value.row);
  return end;
}

const corrected = (value: Value, text: string): string => `${value.label} ${quoteYaml(text)}`;

/** A list in one line, each item in quotes. */
function quotedList(value: Value, raw: string): string {
  const items = raw
    .replace(/^\[|\]\s*$/g, '')
    .split(',')
    .map((item) => quoteYaml(item.trim().replace(/^(["'])(.*)\1$/, '$2')));
  return `${value.label} [${items.join(', ')}]`;
}

/** A value over rows up to `end`, as YAML would fold it; `last` is put after them in place of row `end`. */
function joined(scanner: Scanner, value: Value, end: number, last = ''): string {
  const parts: string[] = [];
  for (let row = value.row; row < end; row++) {
    const line = scanner.lines[row] ?? '';
    parts.push(row === value.row ? line.slice(value.column) : line);
  }
  return [...parts, last]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** What is meant by the inside of quotes: an escaped quote is a quote, other backslashes are backslashes. */
function unquoted(inner: string, quote: '"' | "'"): string {
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replace(/''/g, "'");
}

/**
 * `"Program "MIDEC" dimulai"` and `'Jum'at Berkah'` have quotes round the whole; in `"A" dan "B"` all quotes belong to
 * the text: there the first inner quote closes something.
 */
function withoutOuterQuotes(raw: string, quote: '"' | "'"): string {
  if (raw.length < 2 || !raw.endsWith(quote)) return raw;
  const inner = raw.slice(1, -1);
  const next = inner.indexOf(quote);
  const before = inner[next - 1] ?? ' ';
  const after = inner[next + 1] ?? ' ';
  const opens = /[\s(]/.test(before) && !/\s/.test(after);
  const joins = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return opens || joins ? unquoted(inner, quote) : raw;
}

function closingQuote(
  scanner: Scanner,
  row: number,
  column: number,
  { quote, indent }: { readonly quote: '"' | "'"; readonly indent: number },
): { row: number; column: number } | undefined {
  for (let at = column + 1, current = row; current < scanner.lines.length; current++, at = 0) {
    const line = scanner.lines[current] ?? '';
    if (current > row && line.trim() !== '' && !continues(line, indent)) return undefined;
    for (; at < line.length; at++) {
      if (quote === '"' && line[at] === '\\') at++;
      else if (line[at] === quote) {
        if (quote === '"' || line[at + 1] !== "'") return { row: current, column: at };
        at++;
      }
    }
  }
  return undefined;
}

/** The key that begins at a column, quoted or not, and where its value begins. */
function splitKey(line: string, column: number): { text: string; valueColumn: number } | undefined {
  const rest = line.slice(column);
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')[ \t]*:(?=[ \t]|$)/.exec(rest);
  const plain =
    quoted === null ? /^([^\s"'#&*!|>%@`[\]{},?:-][^:]*?|[-?:][^\s:][^:]*?)[ \t]*:(?=[ \t]|$)/.exec(rest) : null;
  const match = quoted ?? plain;
  const text = match?.[1];
  if (match === null || text === undefined || /[ \t]#/.test(plain === null ? '' : text)) return undefined;
  return { text, valueColumn: skipSpaces(line, column + match[0].length) };
}

/** Whether what stands below a key without a value belongs to it. */
function hasChildren(scanner: Scanner, value: Value): boolean {
  let row = value.row + 1;
  while (row < scanner.lines.length && /^\s*(#|$)/.test(scanner.lines[row] ?? '')) row++;
  const line = scanner.lines[row];
  if (line === undefined) return false;
  return continues(line, value.indent) || (indentOf(line) === value.indent && /^ *-( |$)/.test(line));
}

function nextContent(scanner: Scanner, from: number): number {
  let row = from;
  while (row < scanner.lines.length && (scanner.lines[row] ?? '').trim() === '') row++;
  return row;
}

function firstContent(scanner: Scanner): number {
  let row = 0;
  while (row < scanner.lines.length && /^\s*(#|$)/.test(scanner.lines[row] ?? '')) row++;
  return row;
}

const continues = (line: string, indent: number): boolean => indentOf(line) > indent;

function indentOf(line: string): number {
  let column = 0;
  while (line[column] === ' ') column++;
  return column;
}

function skipSpaces(line: string, from: number): number {
  let column = from;
  while (line[column] === ' ' || line[column] === '\t') column++;
  return column;
}
