import { leadOf } from '../article/body-parts.ts';
import type { Reporter } from '../base/diagnostics.ts';
import type { Host } from '../base/host.ts';
import { type Place, placeAt } from '../base/source.ts';
import { checkPage } from './check-pages.ts';
import { comparablePages } from './comparable.ts';
import type { Edges } from './edges.ts';
import { expectedBody, expectedFields } from './expected-text.ts';
import { missingAnywhere, missingInOrder } from './match-words.ts';
import type { GreyImage, OpenPdf, PdfPage } from './pdfium.ts';
import type { Expectation } from './types.ts';

/** What the QR is read at: an old scanner, or a telephone a step away. */
const QR_DPI = 100;
/** White around the area of the QR's link, in points, so that the quiet zone is in the picture. */
const QR_MARGIN = 24;

/**
 * Opens a finished file again and compares it with the article: every word in reading order, the QR, embedded fonts,
 * nothing cut off or too near to an edge, no blank page. True when all holds; what does not is reported.
 */
export async function provePdf(bytes: Uint8Array, expectation: Expectation, reporter: Reporter): Promise<boolean> {
  const { openPdf } = await import('./pdfium.ts');
  const pdf = await openPdf(bytes);
  if (pdf === undefined) {
    reporter.report('proof/unreadable', articlePlace(expectation), {});
    return false;
  }
  try {
    // Every check is made, so that one run shows everything that is wrong.
    const pages = checkPages(pdf, expectation, reporter);
    const qrHolds = await checkQr(pdf, pages.qrArea, expectation, reporter);
    return pages.hold && qrHolds;
  } finally {
    pdf.close();
  }
}

/** Loads both readers, for a run that wants to know beforehand whether they work; throws when one does not. */
export async function loadProof(host: Host): Promise<void> {
  const [{ loadPdfium }, { loadQrReader }] = await Promise.all([import('./pdfium.ts'), import('./read-qr.ts')]);
  await Promise.all([loadPdfium(), loadQrReader(host)]);
}

const articlePlace = ({ article }: Expectation): Place =>
  article.places.title ?? { path: article.path, line: 1, column: 1 };

interface CheckedPages {
  readonly hold: boolean;
  /** The part of page 1 where the QR should be; `undefined` when no link says where. */
  readonly qrArea: GreyImage | undefined;
}

/** Each page is loaded once, because loading is what costs. */
function checkPages(pdf: OpenPdf, expectation: Expectation, reporter: Reporter): CheckedPages {
  if (pdf.pageCount < 1) {
    reporter.report('proof/no-page', articlePlace(expectation), {});
    return { hold: false, qrArea: undefined };
  }
  const { safeDistance, qr, blankPages } = expectation;
  const placeOf = (text: string): Place => placeOfText(text, expectation);
  const fonts = new Map<string, boolean>();
  const found = new Set<string>();
  let text = '';
  let isGood = true;
  let qrArea: GreyImage | undefined;
  for (let index = 0; index < pdf.pageCount; index += 1) {
    const holds = pdf.withPage(index, (page) => {
      text += page.text();
      if (index === 0 && qr !== undefined) qrArea = renderLink(page, qr);
      for (const { name, isEmbedded } of page.fonts) fonts.set(name, isEmbedded && fonts.get(name) !== false);
      const number = index + 1;
      const isBlank = blankPages.has(number);
      return checkPage(page, { number, safeDistance, isBlank, placeOf, found }, reporter);
    });
    if (holds === undefined) reporter.report('proof/unreadable', articlePlace(expectation), {});
    if (holds !== true) isGood = false;
  }
  for (const [font, isEmbedded] of fonts) {
    if (isEmbedded) continue;
    reporter.report('proof/font-not-embedded', articlePlace(expectation), { font });
    isGood = false;
  }
  const wordsHold = checkWords(comparablePages(text), expectation, reporter);
  return { hold: wordsHold && isGood, qrArea };
}

/** One finding names the first missing word: the others mostly follow from it. */
function checkWords(
  { text, parted }: ReturnType<typeof comparablePages>,
  expectation: Expectation,
  reporter: Reporter,
): boolean {
  const { article, qr, printed, text: printedText } = expectation;
  const body = printedText === 'lead' ? leadOf(article.body) : article.body;
  const missing = [
    ...missingAnywhere(expectedFields(article, printed, qr !== undefined), text, parted),
    ...missingInOrder(expectedBody({ body, source: article.source }), text, parted),
  ];
  const [first] = missing;
  if (first === undefined) return true;
  const { word, context } = first;
  const place = word.place ?? articlePlace(expectation);
  reporter.report('proof/word-missing', place, { word: word.text, context, more: missing.length - 1 });
  return false;
}

/** First where the link of the QR says that it is, then anywhere on the page with more effort. */
async function checkQr(
  pdf: OpenPdf,
  near: GreyImage | undefined,
  expectation: Expectation,
  reporter: Reporter,
): Promise<boolean> {
  const { article, host, qr } = expectation;
  if (qr === undefined || pdf.pageCount < 1) return true;
  const { readQr } = await import('./read-qr.ts');
  if (near !== undefined && (await readQr(near, false, host)).includes(qr)) return true;
  const whole = pdf.withPage(0, (page) => page.render(wholeOf(page), QR_DPI));
  const found = whole === undefined ? [] : await readQr(whole, true, host);
  if (found.includes(qr)) return true;
  const place = article.places.source ?? articlePlace(expectation);
  const [other] = found;
  if (other === undefined) reporter.report('proof/qr-unreadable', place, { expected: qr });
  else reporter.report('proof/qr-differs', place, { expected: qr, found: other });
  return false;
}

const wholeOf = ({ width, height }: PdfPage): Edges => ({ left: 0, top: 0, right: width, bottom: height });

/** The surroundings of the largest square link to the address; `undefined` when there is none. */
function renderLink(page: PdfPage, address: string): GreyImage | undefined {
  let best: Edges | undefined;
  for (const { bounds, href } of page.links) {
    const width = bounds.right - bounds.left;
    const height = bounds.bottom - bounds.top;
    if (href !== address || Math.abs(width - height) > width * 0.25) continue;
    if (best === undefined || width > best.right - best.left) best = bounds;
  }
  if (best === undefined) return undefined;
  const area = {
    left: Math.max(0, best.left - QR_MARGIN),
    top: Math.max(0, best.top - QR_MARGIN),
    right: Math.min(page.width, best.right + QR_MARGIN),
    bottom: Math.min(page.height, best.bottom + QR_MARGIN),
  };
  return page.render(area, QR_DPI);
}

/** Where the article says a text that stands on the page: by its longest word. */
function placeOfText(text: string, expectation: Expectation): Place {
  const { source } = expectation.article;
  const longest = text.split(/[\s…]+/).reduce((best, word) => (word.length > best.length ? word : best), '');
  const at = longest.length < 4 ? -1 : source.text.indexOf(longest);
  return at === -1 ? articlePlace(expectation) : placeAt(source, at, at + longest.length);
}
