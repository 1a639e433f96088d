import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { parseArticle } from '../../src/article/parse-article.ts';
import type { Article } from '../../src/article/types.ts';
import { makeQr } from '../../src/asset/qr/make-qr.ts';
import { createDiagnosticList, type DiagnosticList } from '../../src/base/diagnostics.ts';
import { mm } from '../../src/base/units.ts';
import { createNodeHost } from '../../src/cli/node-host.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import type { Expectation } from '../../src/proof/types.ts';

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/plus-jakarta-sans/400Regular/PlusJakartaSans_400Regular.ttf',
);

export const SOURCE = 'https://pasuruan.go.id/isiberita/contoh';

/** An article with the keys that every article needs. */
export function articleOf(body: string, more = ''): Article {
  const front = [
    '---',
    'title: Layanan Baru',
    'date: 2021-03-01',
    `source: ${SOURCE}`,
    ...(more === '' ? [] : [more]),
    '---',
  ];
  const diagnostics = createDiagnosticList();
  const text = `${front.join('\n')}\n\n${body}\n`;
  const article = parseArticle('articles/a.md', new TextEncoder().encode(text), diagnostics);
  if (article === undefined) throw new Error(JSON.stringify(diagnostics.all));
  return article;
}

type Draw = (pdf: PDFKit.PDFDocument) => unknown;

/** A file of one A4 page, drawn by hand with another library than ours. */
export function pdfOf(draw: Draw): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60, font: FONT, info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) =>
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks)))),
  );
  return Promise.resolve(draw(pdf)).then(() => {
    pdf.end();
    return done;
  });
}

/** A QR symbol as one black path, with its link over it unless it is not wanted. */
export async function drawQr(
  pdf: PDFKit.PDFDocument,
  value: string,
  x: number,
  y: number,
  size = mm(40),
  link = true,
): Promise<void> {
  const qr = await makeQr(value);
  if (qr.kind !== 'qr') throw new Error('too long');
  const [{ modules, dark }] = qr.symbols;
  const module = size / modules;
  for (let index = 0; index < dark.length; index += 1) {
    if (dark[index] !== 1) continue;
    pdf.rect(x + (index % modules) * module, y + Math.floor(index / modules) * module, module, module);
  }
  pdf.fill('#000000');
  if (link) pdf.link(x, y, size, size, value);
}

export interface Proof {
  readonly holds: boolean;
  readonly diagnostics: DiagnosticList;
  readonly codes: readonly string[];
}

export async function prove(bytes: Uint8Array, article: Article, more: Partial<Expectation> = {}): Promise<Proof> {
  const diagnostics = createDiagnosticList();
  const expectation: Expectation = {
    article,
    qr: undefined,
    safeDistance: mm(8.5),
    printed: ['title'],
    text: 'whole',
    blankPages: new Set(),
    host: createNodeHost(),
    ...more,
  };
  const holds = await provePdf(bytes, expectation, diagnostics);
  return { holds, diagnostics, codes: diagnostics.all.map(({ code }) => code) };
}
