import { noonInJakarta } from './article/dates.ts';
import { placeOfNode } from './article/tree.ts';
import type { Article } from './article/types.ts';
import { encodePictures } from './asset/encode-pictures.ts';
import { loadAssets } from './asset/load-assets.ts';
import type { EncodedPicture, FontCatalogue } from './asset/types.ts';
import { createDiagnosticList, type Diagnostic } from './base/diagnostics.ts';
import type { Host } from './base/host.ts';
import { createSourceFile, type Place } from './base/source.ts';
import type { Config, Paper } from './config/types.ts';
import { buildDocument } from './document/build-document.ts';
import { computeStyles } from './document/compute-styles.ts';
import { fitDocument } from './fit/fit-document.ts';
import { hyphenatorFor } from './hyphenate/hyphenator-for.ts';
import type { PagedDocument } from './layout/types.ts';
import type { PdfMetadata } from './output/types.ts';
import { writePdf } from './output/write-pdf.ts';
import { paintDocument } from './paint/paint-document.ts';
import type { DisplayList } from './paint/types.ts';
import { provePdf } from './proof/prove-pdf.ts';
import { qrValue } from './template/context.ts';
import { mergeTemplate } from './template/merge-template.ts';
import { printedKeys, printedText } from './template/printed-keys.ts';
import type { Layout, MergedHtml } from './template/types.ts';
import { pageWords } from './words/pages.ts';

/** The same for every article of a run. */
export interface RenderContext {
  readonly host: Host;
  /** Absolute. */
  readonly workspace: string;
  readonly config: Config;
  readonly fonts: FontCatalogue;
  /** Seconds since 1970; `undefined`: noon in Jakarta of the article's day. */
  readonly epoch: number | undefined;
  /** Whether the finished file is opened again and compared with the article. */
  readonly verify: boolean;
  /** `buletin 0.1.0`. */
  readonly program: string;
}

export interface RenderInput {
  readonly article: Article;
  readonly layout: Layout;
  readonly paper: Paper;
  /** Whether the paper was asked for on the command line: then it wins over the layout's `@page`. */
  readonly forcePaper: boolean;
}

/** A page description with the pictures it names: all that `writePdf` needs but the metadata. */
export interface DrawnDocument {
  readonly list: DisplayList;
  readonly pictures: readonly EncodedPicture[];
  /** Seconds since 1970. */
  readonly createdAt: number;
}

export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly drawn: DrawnDocument;
}

export interface RenderResult {
  /** `undefined` when a diagnostic is an error. */
  readonly pdf: RenderedPdf | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** One article to one proven PDF. Problems are collected as far as a stage can still give something. */
export async function renderPdf(input: RenderInput, context: RenderContext): Promise<RenderResult> {
  const reporter = createDiagnosticList();
  const { article, layout, paper } = input;
  const { config, fonts, host } = context;
  const failed = (): RenderResult => ({ pdf: undefined, diagnostics: reporter.all });

  const merged = mergeTemplate(layout, { article, config, paper, draft: article.meta.draft }, reporter);
  if (merged === undefined) return failed();
  const tree = buildDocument(input.forcePaper ? withPaper(merged, paper) : merged, reporter);
  const styled = computeStyles(tree, reporter);
  const roots = {
    workspace: context.workspace,
    articleFolder: article.path.split('/').slice(0, -1).join('/'),
    layoutFolder: layout.folder,
  };
  const assets = await loadAssets(styled, { host, fonts, roots }, reporter);
  const hyphenator = await hyphenatorFor(styled, host);
  const paged = fitDocument({ tree, styled, assets: { ...assets, hyphenator }, text: textPlace(article) }, reporter);
  if (paged === undefined || reporter.hasErrors()) return failed();
  const list = paintDocument(paged, assets, reporter);
  const pictures = await encodePictures(list.pictures, assets, reporter);
  if (pictures === undefined || reporter.hasErrors()) return failed();
  const metadata = metadataOf(article, context);
  const bytes = await writePdf(list, { metadata, fonts, pictures }, reporter);
  if (bytes === undefined || reporter.hasErrors()) return failed();
  if (context.verify) {
    const expectation = {
      article,
      qr: qrValue(article, config),
      safeDistance: layout.settings.safeDistance,
      printed: printedKeys(layout),
      text: printedText(layout),
      blankPages: blankPages(paged),
      host,
    };
    if (!(await provePdf(bytes, expectation, reporter))) return failed();
  }
  const pdf = { bytes, pages: list.pages.length, drawn: { list, pictures, createdAt: metadata.createdAt } };
  return { pdf: reporter.hasErrors() ? undefined : pdf, diagnostics: reporter.all };
}

/** Pages that only bring the next one to its side. */
function blankPages({ pages }: PagedDocument): ReadonlySet<number> {
  const blank = pages.filter(({ flow, footnotes }) => flow === undefined && footnotes === undefined);
  return new Set(blank.map(({ number }) => number));
}

/** Where the text of an article begins. */
function textPlace(article: Article): Place {
  const first = article.body.children[0];
  return (first && placeOfNode(article.path, first)) ?? { path: article.path, line: 1, column: 1 };
}

/** The paper of the command line, after every stylesheet of the layout. */
function withPaper(merged: MergedHtml, paper: Paper): MergedHtml {
  const rule = `@page { size: ${paper.width}pt ${paper.height}pt }`;
  return { ...merged, stylesheets: [...merged.stylesheets, createSourceFile('--paper', rule)] };
}

/** Document information comes from the article; without an author the office is the creator. */
function metadataOf(article: Article, context: RenderContext): PdfMetadata {
  const { meta } = article;
  const { brand } = context.config;
  const words = pageWords(meta.lang);
  const time = context.epoch ?? noonInJakarta(meta.date);
  return {
    title: meta.title,
    author: firstOf(meta.author, brand.office, brand.organisation, brand.name),
    subject: firstOf(meta.summary, meta.category, brand.name),
    keywords: meta.tags.length > 0 ? meta.tags : meta.category === '' ? [] : [meta.category],
    creator: context.program,
    producer: context.program,
    createdAt: time,
    modifiedAt: context.epoch ?? (meta.updated === undefined ? time : noonInJakarta(meta.updated)),
    source: meta.source,
    publisher: firstOf(brand.organisation, brand.name),
    aiNotice:
      meta.ai === undefined || meta.ai.use === 'none'
        ? ''
        : meta.ai.use === 'assisted'
          ? words.aiAssisted(meta.ai.model, meta.ai.reviewedBy, false)
          : words.aiExtractive(meta.ai.reviewedBy, false),
  };
}

function firstOf(...texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}
