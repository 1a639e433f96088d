import type { Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import { createSourceFile, placeAt } from '../base/source.ts';
import type { MergedHtml } from '../template/types.ts';
import { cssSourceOf, engineOf, loadSheet } from './css/cascade/style-engine.ts';
import type { CssSource, StyleSheet } from './css/sheet/read-stylesheet.ts';
import { reportUnsetStrings } from './css/sheet/string-names.ts';
import type { DocumentTree } from './document-tree.ts';
import { readHtml } from './html/read-html.ts';
import type { ElementNode } from './types.ts';

/** HTML and stylesheets to a tree and its rules. What is wrong with either is reported here. */
export function buildDocument(merged: MergedHtml, reporter: Reporter): DocumentTree {
  const html = readHtml(merged, reporter);
  const sheets: StyleSheet[] = merged.stylesheets.map((source) => loadSheet(source.path, cssSourceOf(source)));
  for (const style of html.styles) {
    const { media = 'all' } = style.attributes;
    if (/^\s*(?:all|print|)\s*$/i.test(media)) sheets.push(loadStyleElement(style));
    else if (!/^\s*screen\s*$/i.test(media))
      reporter.report('document/unsupported-media', style.place, { query: media });
  }
  for (const sheet of sheets) sheet.problems.tell(reporter);
  const strings = sheets.flatMap((sheet) => sheet.strings);
  if (strings.some(({ shown }) => shown.length > 0))
    reportUnsetStrings(strings, namesInAttributes(html.root), reporter);
  return {
    title: html.title,
    lang: html.root.attributes.lang ?? merged.lang,
    root: html.root,
    rules: engineOf(sheets),
  };
}

/** What `style` attributes may give a text to. */
function namesInAttributes({ attributes, children }: ElementNode): readonly string[] {
  const own = [...(attributes.style ?? '').matchAll(/string-set\s*:\s*([\w-]+)/gi)].flatMap((match) => match[1] ?? []);
  return [...own, ...children.flatMap((child) => (child.kind === 'element' ? namesInAttributes(child) : []))];
}

function loadStyleElement(style: ElementNode): StyleSheet {
  const text = style.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
  const { place } = style;
  const where = place === undefined ? '' : `${place.path}:${place.line}:${place.column}`;
  return loadSheet(where, styleElementSource(text, place));
}

/** The text of `<style>` begins in the line of its tag. */
function styleElementSource(text: string, tag: Place | undefined): CssSource {
  const source = createSourceFile(tag?.path ?? '', text);
  if (tag === undefined) return cssSourceOf(source);
  return {
    text,
    placeAt: (start, end) => {
      const inside = placeAt(source, start, end);
      if (inside.line === 1) return tag;
      const last = inside.endLine ?? inside.line;
      return { ...inside, line: inside.line + tag.line - 1, endLine: last + tag.line - 1 };
    },
  };
}
