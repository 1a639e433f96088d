import type { Reporter } from '../../base/diagnostics.ts';
import type { SourceFile } from '../../base/source.ts';
import { placeAt } from '../../base/source.ts';
import type { Engine } from './engine.ts';
import { parserError } from './engine.ts';
import type { Template } from './syntax.ts';

/** Reads a template; a text that Handlebars cannot read is reported in our words. */
export function parseTemplate(source: SourceFile, engine: Engine, reporter: Reporter): Template | undefined {
  try {
    return { source, program: engine.parse(source.text) };
  } catch (error) {
    const { message, line, column } = parserError(error);
    if (line !== undefined && column !== undefined) {
      const detail = message.replace(/ - \d+:\d+$/, '');
      const place = { path: source.path, line, column: column + 1 };
      const mismatch = /^(.+) doesn't match (.+)$/.exec(detail);
      if (mismatch !== null) {
        const names = `{{#${mismatch[1]}}} … {{/${mismatch[2]}}}`;
        reporter.report('template/syntax', place, { kind: 'mismatch', detail: names });
      } else {
        const path = detail.replace(/^Invalid path: /, '');
        reporter.report('template/syntax', place, { kind: path === detail ? 'other' : 'path', detail: path });
      }
      return undefined;
    }
    const open = message.includes("got 'EOF'") ? openBlock(source.text) : undefined;
    const offset = open ?? offsetOfError(source.text, message);
    const unclosed = open !== undefined || /Unrecognized text/.test(message) || isUnclosed(source.text, offset);
    const detail = source.text.slice(offset, offset + 20).split('\n')[0] ?? '';
    reporter.report('template/syntax', placeAt(source, offset), { kind: unclosed ? 'unclosed' : 'other', detail });
    return undefined;
  }
}

/** Where the innermost block begins that no `{{/…}}` closes. */
function openBlock(text: string): number | undefined {
  const open: number[] = [];
  for (const match of text.matchAll(/\{\{\{?\{?~?(?:!--[\s\S]*?--~?\}\}|![\s\S]*?\}\}|#|\^(?=[^}~\s])|\/)/g)) {
    if (match[0].endsWith('/')) open.pop();
    else if (!match[0].includes('!')) open.push(match.index);
  }
  return open.at(-1);
}

/**
 * Handlebars' parser tells the line and shows up to 20 characters before and after the spot, without line ends. The
 * offset is the first spot on that line, or the one before, with these neighbours.
 */
function offsetOfError(text: string, message: string): number {
  const comment = text.lastIndexOf('{{!--');
  if (message.startsWith('Lexical error') && comment !== -1) return comment;
  const shown = /on line (\d+)[^\n]*\n([^\n]*)\n(-*)\^/.exec(message);
  if (shown === null) return 0;
  const line = Number(shown[1]);
  const caret = shown[3]?.length ?? 0;
  const before = (shown[2] ?? '').slice(0, caret).replace(/^\.\.\./, '');
  const after = (shown[2] ?? '').slice(caret).replace(/\.\.\.$/, '');
  let start = 0;
  for (let at = 1; at < line - 1; at += 1) start = text.indexOf('\n', start) + 1;
  for (let offset = start; offset <= text.length; offset += 1) {
    const left = text.slice(Math.max(0, offset - 20), offset).replaceAll('\n', '');
    const right = text.slice(offset, offset + 20).replaceAll('\n', '');
    if (left !== before || right !== after) continue;
    // A line end shows neither before nor after: the spot is behind it.
    return text[offset] === '\n' ? offset + 1 : offset;
  }
  return start;
}

/** Whether the last `{{` before the spot was never closed on its line. */
function isUnclosed(text: string, offset: number): boolean {
  const open = text.lastIndexOf('{{', offset);
  if (open === -1) return false;
  const close = text.indexOf('}}', open);
  const next = text.indexOf('{{', open + 2);
  return close === -1 || (next !== -1 && next < close && next > open + 2);
}
