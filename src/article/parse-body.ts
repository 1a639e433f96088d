import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Reporter } from '../base/diagnostics.ts';
import type { SourceFile } from '../base/source.ts';
import { checkMarkdownCost } from './markdown-cost.ts';
import { normalizeBody } from './normalize-body.ts';
import { shiftPositions } from './tree.ts';

/**
 * The Markdown from a line on: CommonMark with tables and strikethrough, positions counted from the start of the file,
 * raw HTML as text, references resolved, links and picture paths checked. `undefined` when it could not be parsed at all.
 */
export function parseBody(source: SourceFile, firstLine: number, reporter: Reporter): Root | undefined {
  const start = source.lineStarts[firstLine - 1] ?? source.text.length;
  const text = source.text.slice(start);
  if (!checkMarkdownCost(text, { path: source.path, firstLine, reporter })) return undefined;
  const root = fromMarkdown(text, {
    // A single `~` is text: "~5 km" is common, and CommonMark does not know it.
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  shiftPositions(root, { lines: firstLine - 1, offset: start });
  normalizeBody(root, source.path, reporter);
  return root;
}
