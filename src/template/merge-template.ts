import type { Root } from 'mdast';
import { leadOf } from '../article/body-parts.ts';
import { placeOfNode, walk } from '../article/tree.ts';
import type { Article, MetaKey } from '../article/types.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { Place } from '../base/source.ts';
import { placeAt } from '../base/source.ts';
import type { Config, Paper } from '../config/types.ts';
import { printedLinks } from './article-links.ts';
import { brandStylesheet } from './brand-stylesheet.ts';
import { buildContext } from './build-context.ts';
import type { TemplateContext } from './context.ts';
import { markdownToHtml } from './markdown-html.ts';
import { findMark } from './marks.ts';
import { createPlaceMarks } from './place-marks.ts';
import { asSafeHtml, type SafeHtml } from './schema.ts';
import type { Layout, MergedHtml } from './types.ts';

export interface MergeInput {
  readonly article: Article;
  readonly config: Config;
  readonly paper: Paper;
  /** Whether the page is marked as a draft. */
  readonly draft: boolean;
}

/** Layout, article, brand and paper → HTML with marks. `undefined` when a value was refused and reported. */
export function mergeTemplate(layout: Layout, input: MergeInput, reporter: Reporter): MergedHtml | undefined {
  const { article, config, paper } = input;
  if (!bodyHasNoMarks(article, reporter)) return undefined;
  const links = config.links.print ? printedLinks(article.body) : [];
  const marks = createPlaceMarks(layout.marks.map(() => undefined));
  const { source, meta, places: metaPlaces } = article;
  const dateline = { text: meta.place, place: metaPlaces.place };
  const linkNumbers = new Map(links.map((link) => [link.href, link.number]));
  const toHtml = (body: Root, numbers: ReadonlyMap<string, number>): SafeHtml =>
    markdownToHtml({ body, source, dateline, linkNumbers: numbers }, marks);
  // What a layout does not print is not made.
  const body = layout.prints.has('body') ? toHtml(article.body, linkNumbers) : asSafeHtml('');
  const lead = layout.prints.has('lead') ? toHtml(leadOf(article.body), new Map()) : asSafeHtml('');
  const context = buildContext({ ...input, body, lead, links });
  if (!dataHasNoMarks(context, input, reporter)) return undefined;
  const places = layout.marks.map((mark) => placeOfField(mark.field, context, input) ?? mark.place);
  return {
    html: layout.merge(context),
    marks: [...places, ...marks.all.slice(places.length)],
    stylesheets: [brandStylesheet(config.brand, paper), ...layout.stylesheets],
    lang: article.meta.lang,
  };
}

/** Top-level field → the key of the front matter that it comes from. */
const metaKeys: Readonly<Record<string, MetaKey>> = {
  title: 'title',
  date: 'date',
  dateText: 'date',
  dateIso: 'date',
  category: 'category',
  place: 'place',
  author: 'author',
  editor: 'editor',
  summary: 'summary',
  notice: 'ai',
  updated: 'updated',
  correction: 'correction',
  until: 'until',
  draft: 'draft',
  image: 'image',
  'image.alt': 'imageAlt',
  'image.caption': 'imageCaption',
  'image.credit': 'imageCredit',
  qr: 'source',
  lang: 'lang',
  slug: 'slug',
};

/** Where the value of a field was written: in the front matter or in the configuration. */
function placeOfField(field: string, context: TemplateContext, input: MergeInput): Place | undefined {
  const [top = ''] = field.split('.');
  if (top === 'brand') return placeInConfig(field, context, input.config);
  const key = metaKeys[field] ?? metaKeys[top];
  return key === undefined ? undefined : input.article.places[key];
}

/** Where a text of the brand stands in the configuration; the file's beginning when it stands there in another form. */
function placeInConfig(field: string, context: TemplateContext, config: Config): Place | undefined {
  const { source } = config;
  if (source === undefined) return undefined;
  const name = field.slice('brand.'.length);
  const value: unknown = Object.entries(context.brand).find(([key]) => key === name)?.[1];
  const text = typeof value === 'string' ? value.replace(/^brand:/, '') : '';
  const at = text === '' ? -1 : source.text.indexOf(text);
  return placeAt(source, Math.max(0, at));
}

/** A private character in the text: written as a character reference, since the file itself may hold none. */
function bodyHasNoMarks(article: Article, reporter: Reporter): boolean {
  for (const { node } of walk(article.body)) {
    const values = [
      'value' in node ? node.value : '',
      'url' in node ? node.url : '',
      'title' in node ? (node.title ?? '') : '',
      'alt' in node ? (node.alt ?? '') : '',
    ];
    const mark = findMark(values.join('\n'));
    if (mark === undefined) continue;
    const place = placeOfNode(article.path, node);
    reporter.report('template/private-character', place, { character: nameOfCharacter(mark.codePoint), field: 'body' });
    return false;
  }
  return true;
}

/** The same in the front matter and in the configuration. The body, which carries marks by now, is left out. */
function dataHasNoMarks(context: TemplateContext, input: MergeInput, reporter: Reporter): boolean {
  let clean = true;
  const visit = (value: unknown, field: string): void => {
    if (typeof value === 'string') {
      const mark = field === 'body' || field === 'lead' ? undefined : findMark(value);
      if (mark === undefined) return;
      clean = false;
      const place = placeOfField(field, context, input);
      reporter.report('template/private-character', place, { character: nameOfCharacter(mark.codePoint), field });
    } else if (Array.isArray(value)) {
      for (const entry of value) visit(entry, field);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(part, field === '' ? key : `${field}.${key}`);
    }
  };
  visit(context, '');
  return clean;
}

const nameOfCharacter = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase()}`;
