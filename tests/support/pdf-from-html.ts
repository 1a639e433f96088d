import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import { writePdf } from '../../src/output/write-pdf.ts';
import { paintDocument } from '../../src/paint/paint-document.ts';
import type { DisplayList } from '../../src/paint/types.ts';
import { METADATA } from './display-lists.ts';
import { builtInCatalogue } from './fonts.ts';
import { styledFromHtml } from './styled.ts';

export interface PressedPage {
  readonly list: DisplayList;
  readonly bytes: Uint8Array;
}

/** The whole way of a page without pictures, in the fonts of the program; a problem on the way is an error of the test. */
export async function pdfFromHtml(html: string, css: string): Promise<PressedPage> {
  const reporter = createDiagnosticList();
  const fonts = builtInCatalogue();
  const assets = { fonts, replaced: new Map(), backgrounds: new Map(), pictureBytes: new Map() };
  const paged = layoutDocument(styledFromHtml(html, css), assets, reporter);
  const list = paged === undefined ? undefined : paintDocument(paged, assets, reporter);
  const bytes =
    list === undefined ? undefined : await writePdf(list, { metadata: METADATA, fonts, pictures: [] }, reporter);
  if (list === undefined || bytes === undefined || reporter.all.length > 0) {
    throw new Error(`Unexpected: ${JSON.stringify(reporter.all)}`);
  }
  return { list, bytes };
}
