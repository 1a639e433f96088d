import { encodePictures } from '../../src/asset/encode-pictures.ts';
import { loadAssets } from '../../src/asset/load-assets.ts';
import { createDiagnosticList } from '../../src/base/diagnostics.ts';
import { buildDocument } from '../../src/document/build-document.ts';
import { computeStyles } from '../../src/document/compute-styles.ts';
import { layoutDocument } from '../../src/layout/layout-document.ts';
import { writePdf } from '../../src/output/write-pdf.ts';
import { paintDocument } from '../../src/paint/paint-document.ts';
import { squareCatalogue } from './fonts.ts';
import { createMemoryHost } from './memory-host.ts';
import { colorAt, rasterise } from './rasterise.ts';
import { mergedFrom } from './styled.ts';

const fonts = squareCatalogue();

/** Letters in glyphs that fill their box, one letter a point at 1 pt; no margins but those that a test gives. */
const PLAIN = `
html { font: 4pt/5pt Square; color: #000; }
* { margin: 0; padding: 0; }
p { orphans: 1; widows: 1; }
`;

export interface SmallPage {
  /** What is looked at, in points. No page is smaller than 36 pt, so a smaller one is a corner of its page. */
  readonly width: number;
  readonly height: number;
  readonly css: string;
  readonly body: string;
  /** Pictures beside the page, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** The finished file of a body, by all stages from HTML on. A diagnostic is an error of the test. */
async function smallPdf({ width, height, css, body, files = {} }: SmallPage): Promise<Uint8Array> {
  const reporter = createDiagnosticList();
  const named = Object.entries(files).map(([name, content]) => [`/page/${name}`, content] as const);
  const host = createMemoryHost(Object.fromEntries(named));
  const sheet = `${PLAIN}@page { size: ${width}pt ${height}pt; margin: 0 }${css}`;
  const tree = buildDocument(mergedFrom(`<title>x</title><body>${body}</body>`, sheet), reporter);
  const styled = computeStyles(tree, reporter);
  const roots = { workspace: '/', articleFolder: '', layoutFolder: '/page' };
  const assets = await loadAssets(styled, { host, fonts, roots }, reporter);
  const paged = layoutDocument(styled, assets, reporter);
  if (paged === undefined) throw new Error(JSON.stringify(reporter.all));
  const list = paintDocument(paged, assets, reporter);
  const pictures = (await encodePictures(list.pictures, assets, reporter)) ?? [];
  const metadata = {
    ...{ title: 'x', author: 'x', subject: '', keywords: [], creator: 'x', producer: 'x', publisher: 'x' },
    ...{ createdAt: 0, modifiedAt: 0, source: undefined, aiNotice: '' },
  };
  const bytes = await writePdf(list, { metadata, fonts, pictures }, reporter);
  const problems = reporter.all.filter(({ code }) => code !== 'asset/picture-low-resolution');
  if (bytes === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return bytes;
}

/** Pixels for a point. The middle of each square point is looked at, so a soft edge between two points is not seen. */
const SCALE = 4;
/** How far a channel may be off: rounding of blends. */
const TOLERANCE = 3;

/** The page as letters, one for each square point, by its legend (`#rrggbb` → letter); `?` is another colour. */
export async function drawnAs(page: SmallPage, legend: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const raster = await rasterise(await smallPdf(page), 0, SCALE);
  const letters = Object.entries({ '#ffffff': '.', ...legend }).map(([color, letter]) => ({
    letter,
    rgb: [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)),
  }));
  return Array.from({ length: page.height }, (_, y) =>
    Array.from({ length: page.width }, (_, x) => {
      const found = colorAt(raster, SCALE, x + 0.5, y + 0.5);
      const match = letters.find(({ rgb }) =>
        rgb.every((value, at) => Math.abs(value - (found[at] ?? 0)) <= TOLERANCE),
      );
      return match?.letter ?? '?';
    }).join(''),
  );
}
