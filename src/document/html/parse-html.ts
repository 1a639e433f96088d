import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, ErrorCodes, Token } from 'parse5';
import { Parser } from 'parse5';
import type { Reporter } from '../../base/diagnostics.ts';
import type { Place } from '../../base/source.ts';
import { PLACE_ATTRIBUTE } from '../../template/marks.ts';
import type { MergedHtml } from '../../template/types.ts';

/**
 * The parser with its errors, but without the tracking of source locations that its own option for errors switches on:
 * that takes two thirds of the parsing time, and places come from our marks. `onStartTag` and `_err` are internal to the
 * library; `tests/unit/document/read-html.test.ts` shows that they are called.
 */
class ReportingParser extends Parser<DefaultTreeAdapterMap> {
  private lastTag: Token.TagToken | undefined;
  private readonly tell: (code: string, tags: readonly Token.TagToken[]) => void;

  constructor(tell: (code: string, tags: readonly Token.TagToken[]) => void) {
    super({});
    this.tell = tell;
  }

  override onStartTag(token: Token.TagToken): void {
    this.lastTag = token;
    super.onStartTag(token);
  }

  override _err(token: Token.Token, code: ErrorCodes): void {
    this.tell(code, [...('attrs' in token ? [token] : []), ...(this.lastTag === undefined ? [] : [this.lastTag])]);
  }
}

/** HTML as the standard says, so there is always a tree. What the standard calls an error is reported. */
export function parseHtml(merged: MergedHtml, reporter: Reporter): DefaultTreeAdapterTypes.Document {
  const parser = new ReportingParser((code, tags) => {
    const place = tags.map((tag) => placeOfAttributes(tag.attrs, merged)).find((found) => found !== undefined);
    report(code, tags[0]?.tagName ?? '', place, reporter);
  });
  parser.onParseError = (error) => report(error.code, '', placeNear(merged, error.startOffset), reporter);
  parser.tokenizer.write(merged.html, true);
  return parser.document;
}

export function placeOfAttributes(attributes: readonly Token.Attribute[], merged: MergedHtml): Place | undefined {
  const text = attributes.find((attribute) => attribute.name === PLACE_ATTRIBUTE)?.value;
  return text === undefined ? undefined : merged.marks[Number(text)];
}

/** What HTML forgives without any effect on the page. */
const HARMLESS: ReadonlySet<string> = new Set([
  'missing-doctype',
  'non-conforming-doctype',
  'unknown-named-character-reference',
  'missing-semicolon-after-character-reference',
  'control-character-in-input-stream',
  'control-character-reference',
  'noncharacter-in-input-stream',
]);

const TRAILING_SLASH = 'non-void-html-element-start-tag-with-trailing-solidus';

function report(code: string, element: string, place: Place | undefined, reporter: Reporter): void {
  if (HARMLESS.has(code)) return;
  if (code === TRAILING_SLASH) reporter.report('document/self-closing', place, { element });
  else reporter.report('document/html-syntax', place, { problem: code.replaceAll('-', ' ') });
}

/** The place of the tag at an offset of the merged text, or of the last one before it that has a place. */
function placeNear(merged: MergedHtml, offset: number): Place | undefined {
  const end = merged.html.indexOf('>', offset);
  const before = merged.html.slice(0, end === -1 ? merged.html.length : end + 1);
  const at = before.lastIndexOf(`${PLACE_ATTRIBUTE}=`);
  if (at === -1) return undefined;
  const index = /^=["']?(\d+)/.exec(before.slice(at + PLACE_ATTRIBUTE.length))?.[1];
  return index === undefined ? undefined : merged.marks[Number(index)];
}
